/**
 * Exercise 09.4: BLEU of a corpus (Papineni et al. 2002), with one reference for each sentence and
 * without smoothing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { mean } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Sentences = readonly (readonly string[])[];

export type Arguments = [hypotheses: Sentences, references: Sentences];

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

export function score(
  [hypotheses, references]: Arguments,
  { clipped = true, brevity = penalty, join = geometric }: Choices = {},
): number {
  const precisions = [1, 2, 3, 4].map((n) => {
    let matches = 0;
    let total = 0;
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
