/**
 * Exercise 09.4: BLEU of a corpus (Papineni et al. 2002), with one reference for each sentence and
 * without smoothing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { mean } from "../../arithmetic.ts";
import { type Case, defineExercise } from "../../exercise.ts";

type Sentences = readonly (readonly string[])[];
type Arguments = [hypotheses: Sentences, references: Sentences];

/** What may be counted differently. */
interface Choices {
  /** Whether a match counts at most as often as the reference has it. */
  readonly clipped?: boolean;
  /** How the lengths of both sides become a factor. */
  readonly brevity?: (ours: number, theirs: number) => number;
  /** How the precisions become one number. */
  readonly join?: (precisions: number[]) => number;
}

const geometric = (values: number[]): number => Math.exp(mean(values.map(Math.log)));
const penalty = (ours: number, theirs: number): number => Math.exp(Math.min(0, 1 - theirs / ours));

/** How often each run of `n` words occurs. */
function counted(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const run = words.slice(i, i + n).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function score(
  [hypotheses, references]: Arguments,
  { clipped = true, brevity = penalty, join = geometric }: Choices = {},
): number {
  const precisions = [1, 2, 3, 4].map((n) => {
    let [matches, total] = [0, 0];
    hypotheses.forEach((words, i) => {
      const wanted = counted(references[i], n);
      for (const [run, count] of counted(words, n)) {
        const found = wanted.get(run) ?? 0;
        matches += clipped ? Math.min(count, found) : found > 0 ? count : 0;
        total += count;
      }
    });
    return matches / total;
  });
  const length = (sentences: Sentences) => sentences.flat().length;
  return 100 * brevity(length(hypotheses), length(references)) * join(precisions);
}

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
  let [logs, sum] = [0, 0];
  for (let n = 1; n <= 4; n++) {
    let [matches, total] = [0, 0];
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
  const [ours, theirs] = [hypotheses.flat().length, references.flat().length];
  void ours;
  void theirs;
  return ${factor}${brevity} * ${joined};
}`;
}

const words = (text: string): string[] => text.split(" ");

/** A reference of `length` words, and a translation that got some of them wrong. */
function drawn(random: Random, length: number): [string[], string[]] {
  const vocabulary = words("I you we went came saw the a cafe school park yesterday today there");
  const reference = Array.from({ length }, () => random.choice(vocabulary));
  // Wrong near the end alone, so that quadruples are left to match.
  const hypothesis = reference.map((word, i) => i < length - 3 ? word : random.choice(vocabulary));
  return [hypothesis, reference];
}

export const bleu = defineExercise<Arguments, number>({
  id: "09.4",
  name: "bleu",
  title: "Marks for a translation",
  difficulty: 3,
  minutes: 25,
  points: 4,
  task:
    `For $n$ = 1 to 4, $p_n$ is the share of the translations' runs of $n$ words that the reference of the same
sentence has too, each run counting at most as often as there (*clipped*). Count over **all** sentences, then
divide. With $c$ words in all translations and $r$ in all references:

$$\\text{BLEU} = 100 \\cdot e^{\\min(0,\\; 1 - r/c)} \\cdot (p_1\\, p_2\\, p_3\\, p_4)^{1/4}$$

If some $p_n$ is 0, so is BLEU.`,
  stub: `/**
 * BLEU of a corpus, one reference for each sentence.
 *
 * @param hypotheses the translations to mark, each a list of words
 * @param references for each of them what a person wrote
 * @returns 0 to 100
 */
function bleu(hypotheses: string[][], references: string[][]): number {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "hypotheses", axes: "sentence word" },
    { name: "references", axes: "sentence word" },
  ],
  result: [{ name: "BLEU", axes: "" }],
  withheld: ["lib/training/metrics/bleu.ts", "lib/training/metrics/ngrams.ts"],

  cases(random): Case<Arguments>[] {
    const pairs = [11, 7, 13].map((length) => drawn(random, length + random.integer(4)));
    const cafe = words("I went to the cafe yesterday");
    return [
      { property: "A perfect translation: 100", args: [[cafe], [cafe]] },
      {
        property: "No run of four is right: 0",
        args: [[words("I went to a cafe yesterday")], [words("we went to the park yesterday")]],
      },
      {
        property: "A run counts at most as often as in the reference",
        args: [
          [words("many many people were there many people were there")],
          [words("there were many people there many people were there")],
        ],
      },
      {
        property: "Too short: fewer words than wanted cost points",
        args: [[cafe.slice(0, 5)], [words("I went to the cafe yesterday and saw you")]],
      },
      {
        property: "Too long: right words and some more",
        args: [[words("yes I went to the cafe yesterday then")], [cafe]],
      },
      {
        property: "Counts of all sentences together, not a mean of sentences",
        args: [
          [cafe, words("there were many people there and I saw you")],
          [cafe, words("there were many people and I saw nobody there")],
        ],
      },
      {
        property: "A small corpus",
        args: [pairs.map(([hypothesis]) => hypothesis), pairs.map(([, reference]) => reference)],
      },
    ];
  },

  reference: (...args) => score(args),

  mistakes: [
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
  ],

  hints: [
    {
      en:
        "You need three numbers for each n: matches, all runs, and of these the share. A helper that counts " +
        "the runs of one sentence in a Map makes the rest short.",
      ko:
        "n마다 맞은 수, 전체 수, 그 비율이 필요합니다. 한 문장의 n단어 연속을 Map에 세는 함수를 만들면 나머지가 짧아집니다.",
    },
    {
      en:
        "For each run of a translation add Math.min(its count, its count in the reference) to the matches and " +
        "its count to the total. Both sums go over all sentences before you divide.",
      ko:
        "번역의 n단어 연속마다 Math.min(번역에서의 횟수, 참조에서의 횟수)를 맞은 수에, 번역에서의 횟수를 전체 수에 더하세요. 두 합 모두 모든 문장을 더한 뒤에 나눕니다.",
    },
    {
      en:
        "The fourth root of a product is Math.exp of the mean of the Math.log. Math.log(0) is −Infinity, and " +
        "Math.exp of that is 0, as it should be. Then the factor Math.exp(Math.min(0, 1 - r / c)), and 100.",
      ko:
        "곱의 네제곱근은 Math.log의 평균에 Math.exp를 취한 것입니다. Math.log(0)은 −Infinity이고 그 Math.exp는 0이므로 그대로 맞습니다. 여기에 Math.exp(Math.min(0, 1 - r / c))와 100을 곱하세요.",
    },
  ],
});
