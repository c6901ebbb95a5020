/**
 * Exercise 09.4: BLEU of a corpus (Papineni et al. 2002), with one reference for each sentence and
 * without smoothing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [hypotheses: string[][], references: string[][]];

const words = (text: string): string[] => text.split(" ");

/** A reference of `length` words, and a translation that got some of them wrong. */
function drawn(random: Random, length: number): [string[], string[]] {
  const vocabulary = words("I you we went came saw the a cafe school park yesterday today there");
  const reference = Array.from({ length }, () => random.choice(vocabulary));
  // Wrong near the end alone, so that runs of four are left to match.
  const hypothesis = reference.map((word, i) => i < length - 3 ? word : random.choice(vocabulary));
  return [hypothesis, reference];
}

export const bleu = defineExercise<Arguments>({
  id: "09.4",
  name: "bleu",
  title: { en: "Marks for a translation", ko: "번역에 점수 매기기" },
  difficulty: 3,
  minutes: 25,
  points: 4,
  task: {
    en:
      `For $n$ = 1 to 4, $p_n$ is the share of the translations' $n$-word runs that their reference has too,
each counting at most as often as there (*clipped*). Count over **all** sentences, then divide. With $c$ words
in all translations, $r$ in the references:

$$\\text{BLEU}=100\\cdot e^{\\min(0,\\;1-r/c)}\\cdot(p_1\\,p_2\\,p_3\\,p_4)^{1/4}$$

If some $p_n$ is 0, so is BLEU. None is 0/0: some translation has four words.

*a b c d a* for *a b c d e*: 4/5, 3/4, 2/3, 1/2, hence 66.87.`,
    ko:
      `$n$ = 1부터 4까지, $p_n$은 번역에 나온 $n$단어 연속 가운데 같은 문장의 기준 번역에도 나오는 것의 비율입니다. 하나의 연속은 참조에 나온 횟수까지만
셉니다(*clipping*). **모든** 문장의 횟수를 더한 다음 나누세요. 번역 전체의 단어 수가 $c$, 참조 전체의 단어 수가 $r$이면

$$\\text{BLEU}=100\\cdot e^{\\min(0,\\;1-r/c)}\\cdot(p_1\\,p_2\\,p_3\\,p_4)^{1/4}$$

$p_n$ 가운데 하나라도 0이면 BLEU도 0입니다. 번역 가운데 적어도 하나는 네 단어 이상이므로 0/0은 나오지 않습니다.

*a b c d e*를 *a b c d a*로 옮기면 둘째 *a*는 세지 않으므로 4/5, 3/4, 2/3, 1/2이고 BLEU는 66.87입니다.`,
  },
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
      {
        property: { en: "A perfect translation: 100", ko: "완벽한 번역: 100" },
        args: [[cafe], [cafe]],
        result: 100,
      },
      {
        property: {
          en: "By hand, the last of five words is wrong: 100 · (4/5 · 3/4 · 2/3 · 1/2)^¼ = 66.87",
          ko: "손으로 푼 예, 다섯 단어 중 마지막이 틀림: 100 · (4/5 · 3/4 · 2/3 · 1/2)^¼ = 66.87",
        },
        args: [[words("we went to the park")], [words("we went to the school")]],
        result: 100 * 0.2 ** 0.25,
      },
      {
        property: { en: "No run of four is right: 0", ko: "네 단어 연속이 하나도 맞지 않음: 0" },
        args: [[words("I went to a cafe yesterday")], [words("we went to the park yesterday")]],
        result: 0,
      },
      {
        property: {
          en: "A run counts at most as often as in the reference",
          ko: "하나의 연속은 참조에 나온 횟수까지만 셉니다",
        },
        args: [
          [words("many many people were there many people were there")],
          [words("there were many people there many people were there")],
        ],
      },
      {
        property: {
          en: "A run that is wanted twice and said twice counts twice",
          ko: "두 번 나와야 하고 두 번 나온 연속은 두 번 셉니다",
        },
        args: [
          [words("there were many people there were many people here")],
          [words("there were many people there were many people then")],
        ],
      },
      {
        property: {
          en: "By hand, too short: five of six words cost e^(1 − 6/5), 81.87 are left",
          ko: "손으로 푼 예, 너무 짧음: 여섯 단어 중 다섯이면 e^(1 − 6/5)을 곱해 81.87",
        },
        args: [[cafe.slice(0, 5)], [cafe]],
        result: 100 * Math.exp(-0.2),
      },
      {
        property: {
          en: "Less than half as long: e^(1 − 11/5)",
          ko: "길이가 절반도 안 됨: e^(1 − 11/5)",
        },
        args: [[cafe.slice(0, 5)], [words("I went to the cafe yesterday and saw you there again")]],
        result: 100 * Math.exp(-1.2),
      },
      {
        property: {
          en: "Too long: right words and some more",
          ko: "너무 김: 맞는 단어에 다른 단어까지",
        },
        args: [[words("yes I went to the cafe yesterday then")], [cafe]],
      },
      {
        property: {
          en: "Counts and lengths of all sentences together, not a mean of sentences",
          ko: "문장별 평균이 아니라 모든 문장의 횟수와 길이를 더합니다",
        },
        args: [
          [cafe, words("there were many people there and I saw you")],
          [cafe, words("there were many people and I saw nobody there")],
        ],
      },
      {
        property: {
          en: "Counts and lengths of all sentences together, not a mean of sentences",
          ko: "문장별 평균이 아니라 모든 문장의 횟수와 길이를 더합니다",
        },
        args: [
          [cafe.slice(0, 4), [...cafe, "and", "today"], ["no"], ["then"], ["so"], ["here"]],
          [cafe, cafe, words("never again"), words("after it"), ["thus"], ["there"]],
        ],
      },
      {
        property: {
          en: "Each sentence has its own reference",
          ko: "문장마다 자기 기준 번역이 있습니다",
        },
        args: [
          [words("we saw the park today"), words("I went to the cafe then")],
          [words("we saw the park then"), words("I went to the school today")],
        ],
      },
      {
        property: {
          en: "Words have borders: no where is not now here",
          ko: "단어에는 경계가 있습니다: no where는 now here가 아닙니다",
        },
        args: [
          [words("we went no where then and saw a cafe")],
          [words("we went now here then and saw a cafe")],
        ],
      },
      {
        property: {
          en: "By hand, The is not the: 100 · (7/8 · 6/7 · 5/6 · 4/5)^¼ = 84.09",
          ko: "손으로 푼 예, The와 the는 다른 단어: 100 · (7/8 · 6/7 · 5/6 · 4/5)^¼ = 84.09",
        },
        args: [[words("The cafe was closed and I went home")], [
          words("the cafe was closed and I went home"),
        ]],
        result: 100 * 0.5 ** 0.25,
      },
      {
        property: { en: "A small corpus", ko: "작은 말뭉치" },
        args: [pairs.map(([hypothesis]) => hypothesis), pairs.map(([, reference]) => reference)],
      },
    ];
  },

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
