/**
 * Wrong answers to exercise 09.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { mean } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, score } from "./exercise.ts";

/** A whole cell with its own way of counting and joining. */
function variant(
  {
    found = "Math.min(count, wanted.get(run) ?? 0)",
    joined = "Math.exp(logs / 4)",
    brevity = "Math.exp(Math.min(0, 1 - theirs / ours))",
    factor = "100 * ",
  }: { found?: string; joined?: string; brevity?: string; factor?: string },
): string {
  return `function bleu(hypotheses: string[][], references: string[][]): number {
  const runs = (words: string[], n: number): Map<string, number> => {
    const counts = new Map<string, number>();
    for (let i = 0; i + n <= words.length; i++) {
      const run = words.slice(i, i + n).join(" ");
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    return counts;
  };
  let logs = 0;
  let sum = 0;
  for (let n = 1; n <= 4; n++) {
    let matches = 0;
    let total = 0;
    hypotheses.forEach((words, i) => {
      const wanted = runs(references[i], n);
      for (const [run, count] of runs(words, n)) {
        matches += ${found};
        total += count;
      }
    });
    logs += Math.log(matches / total);
    sum += matches / total;
  }
  void sum;
  const ours = hypotheses.flat().length;
  const theirs = references.flat().length;
  void ours;
  void theirs;
  return ${factor}${brevity} * ${joined};
}`;
}

export const mistakes: readonly Mistake<Arguments, number>[] = [
  {
    name: "no clipping",
    hint: {
      en:
        "A run counts as often as you wrote it. Then a translation of one right word, said again and again, " +
        "would be perfect: count it at most as often as the reference has it.",
      ko:
        "쓴 횟수만큼 모두 맞은 것으로 셉니다. 그러면 맞는 단어 하나를 되풀이한 번역이 만점입니다. 참조 번역에 나온 횟수까지만 세세요.",
    },
    source: variant({ found: "wanted.has(run) ? count : 0" }),
    values: (...args) => [score(args, { clipped: false })],
  },
  {
    name: "no brevity penalty",
    hint: {
      en:
        "A translation that is too short loses nothing. Precision alone rewards saying little: multiply by " +
        "e^(1 − r/c) where the translations have fewer words than the references.",
      ko:
        "너무 짧은 번역이 아무것도 잃지 않습니다. 정밀도만 보면 말을 아낄수록 유리합니다. 번역이 참조보다 짧으면 e^(1 − r/c)를 곱하세요.",
    },
    source: variant({ brevity: "1" }),
    values: (...args) => [score(args, { brevity: () => 1 })],
  },
  {
    name: "long translations gain",
    hint: {
      en:
        "A translation that is too long gets a factor above 1. The penalty only ever lowers: its exponent " +
        "is the smaller of 0 and 1 − r/c.",
      ko:
        "너무 긴 번역에 1보다 큰 수를 곱합니다. 벌점은 점수를 낮추기만 합니다. 지수는 0과 1 − r/c 가운데 작은 쪽입니다.",
    },
    source: variant({ brevity: "Math.exp(1 - theirs / ours)" }),
    values: (...args) => [
      score(args, { brevity: (ours, theirs) => Math.exp(1 - theirs / ours) }),
    ],
  },
  {
    name: "a mean of sentences",
    hint: {
      en:
        "You mark each sentence and take the mean. BLEU adds up the counts of all sentences first and " +
        "divides once at the end: one sentence without a run of four must not cost everything.",
      ko:
        "문장마다 점수를 매겨 평균을 냈습니다. BLEU는 모든 문장의 횟수를 먼저 더하고 마지막에 한 번 나눕니다. 네 단어 연속이 없는 문장 하나 때문에 모든 " +
        "것을 잃어서는 안 됩니다.",
    },
    source: `function bleu(hypotheses: string[][], references: string[][]): number {
  const runs = (words: string[], n: number): string[] =>
    words.map((_, i) => words.slice(i, i + n).join(" ")).slice(0, Math.max(0, words.length - n + 1));
  const marks = hypotheses.map((words, i) => {
    let product = 1;
    for (let n = 1; n <= 4; n++) {
      const left = runs(references[i], n);
      let matches = 0;
      for (const run of runs(words, n)) {
        const at = left.indexOf(run);
        if (at < 0) continue;
        left.splice(at, 1);
        matches++;
      }
      product *= matches / (words.length - n + 1);
    }
    return Math.exp(Math.min(0, 1 - references[i].length / words.length)) * product ** 0.25;
  });
  return 100 * marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}`,
    values: (hypotheses, references) => [
      mean(hypotheses.map((words, i) => score([[words], [references[i]]]))),
    ],
  },
  {
    name: "the ordinary mean of the precisions",
    hint: {
      en:
        "You add the four precisions and divide by 4. BLEU multiplies them and takes the fourth root, the " +
        "geometric mean: if one is 0, all is 0.",
      ko:
        "네 정밀도를 더해 4로 나눴습니다. BLEU는 네 값을 곱해 네제곱근을 구하는 기하 평균입니다. 하나라도 0이면 전체가 0입니다.",
    },
    source: variant({ joined: "sum / 4" }),
    values: (...args) => [score(args, { join: mean })],
  },
  {
    name: "from 0 to 1",
    hint: {
      en: "Your number is right, but BLEU is told from 0 to 100: multiply by 100.",
      ko: "값은 맞지만 BLEU는 0에서 100으로 나타냅니다. 100을 곱하세요.",
    },
    source: variant({ factor: "" }),
    values: (...args) => [score(args) / 100],
  },
];
