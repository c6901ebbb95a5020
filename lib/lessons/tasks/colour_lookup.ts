/**
 * The task by which notebook 03 shows what queries, keys and values are for, and notebook 04 what their scale
 * is for. Sixteen words lie there, each with the Korean word for a colour; one more word asks for the colour
 * of its partner, in English. Who is whose partner is a secret rule, so the same word is no help; and what a
 * word is found by (itself) is not what it must give (a colour in English).
 *
 * The task stands here, so that it is the same for every layer that is compared; how a layer looks is the
 * notebook's.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { AttentionOutput } from "lib/attention/dot_product.ts";
import type { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { type Axes, nested, rename } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { permutedLookup, type PermutedLookupBatch } from "lib/text/tasks/permuted_lookup.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

/** The colours in the order of the Korean alphabet, each with its English word. */
const inEnglish: readonly (readonly [korean: string, english: string])[] = [
  ["갈색", "brown"],
  ["검정", "black"],
  ["빨강", "red"],
  ["주황", "orange"],
  ["초록", "green"],
  ["파랑", "blue"],
  ["하양", "white"],
  ["회색", "grey"],
];

/** In the order of the Korean alphabet: the last eight numbers of a word's vector. */
export const koreanColours = inEnglish.map(([korean]) => korean);

/** In the order of the English alphabet: the eight numbers of an answer. No colour keeps its place. */
export const englishColours = inEnglish.map(([, english]) => english).sort();

const [wordCount, wordSize, foundCount, colourCount] = [64, 64, 16, inEnglish.length];

/** The length of a word's vector: numbers of its own, then one for each colour. */
export const lookupSize = wordSize + colourCount;

/** Questions. A word is a whole number below 64, a colour one below 8. */
export type LookupQuestions = PermutedLookupBatch;

/** Questions as vectors. (A type rather than an interface: `tf.tidy` passes only those on.) */
export type LookupVectors = {
  /** [batch, query, model], one query for each question; an asker has no colour. */
  readonly askers: Axes<"batch query model">;
  /** [batch, key, model] */
  readonly found: Axes<"batch key model">;
};

/** How a layer looks: `output` is [batch, query, value], one value for each English colour. */
export type Look = (vectors: LookupVectors) => AttentionOutput;

/** One secret rule, the words' vectors, and questions. */
export interface ColourLookup {
  /** The partner of each word. */
  readonly partnerOf: readonly number[];
  /** Draws questions: `classes` are places among the Korean colours, `answers` among the English. */
  ask(random: Random, count: number): LookupQuestions;
  /** Questions as vectors. Where `classes` are left out, no word has a colour beside it. */
  vectors(
    words: Pick<LookupQuestions, "queries" | "keys"> & Partial<LookupQuestions>,
  ): LookupVectors;
}

/**
 * Draws a rule and the words' vectors.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { colourLookup } from "lib/lessons/tasks/colour_lookup.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const task = colourLookup(new Random(1));
 * const { askers, found } = task.vectors(task.ask(new Random(2), 3));
 * assertEquals([askers.shape, found.shape], [[3, 1, 72], [3, 16, 72]]);
 * ```
 */
export function colourLookup(random: Random): ColourLookup {
  const sizes = { vocabularySize: wordCount, keyCount: foundCount, classCount: colourCount };
  const { partnerOf, ask } = permutedLookup(random, sizes);
  const own = randomNormal(random, [wordCount, wordSize]);
  const places = inEnglish.map(([, english]) => englishColours.indexOf(english));
  return {
    partnerOf,
    ask(random, count) {
      const questions = ask(random, count);
      return { ...questions, answers: questions.answers.map((colour) => places[colour]) };
    },
    vectors: ({ queries, keys, classes }) =>
      tf.tidy(() => ({
        askers: wordVectors(own, queries.map((word) => [word])),
        found: wordVectors(own, keys, classes),
      })),
  };
}

/** [row, word, model]: the words' own numbers, then a 1 at the place of the colour, or none. */
function wordVectors(own: tf.Tensor, words: number[][], colours?: number[][]): tf.Tensor {
  const known = tf.gather(own, tf.tensor2d(words, undefined, "int32"));
  const beside = colours
    ? tf.oneHot(tf.tensor2d(colours, undefined, "int32"), colourCount)
    : tf.zeros([words.length, words[0].length, colourCount]);
  // Scaled up, so that a colour's numbers are on average as large as a word's own.
  return tf.concat([known, tf.mul(beside, Math.sqrt(colourCount))], -1);
}

/** The last eight numbers of each word's vector: the colour beside it, in the order of the Korean alphabet. */
export function colourBeside(found: Axes<"batch key model">): Axes<"batch key value"> {
  const [batch, key] = found.shape;
  const colours = tf.slice(found, [0, 0, wordSize], [batch, key, colourCount]);
  return rename(colours, "batch key value");
}

/** How several words, each for itself, look at the same words without colours: the weights, [asker, found]. */
export function lookupMap(
  { task, look }: { readonly task: ColourLookup; readonly look: Look },
  askers: number[],
  found: number[],
): number[][] {
  return tf.tidy(() => {
    const { weights } = look(task.vectors({ queries: askers, keys: askers.map(() => found) }));
    return nested(tf.squeeze(weights, [1]), "batch key");
  });
}

/** The share of the questions that are answered right. */
export function lookupGrade(
  task: ColourLookup,
  look: Look,
  questions: LookupQuestions,
): number {
  const given = lookupAnswers(task, look, questions);
  return mean(questions.answers.map((answer, i) => answer === given[i] ? 1 : 0));
}

/** The answer to each question, as a place among {@linkcode englishColours}: the largest of its numbers. */
export function lookupAnswers(
  task: ColourLookup,
  look: Look,
  questions: LookupQuestions,
): number[] {
  return tf.tidy(() => {
    const { output } = look(task.vectors(questions));
    return Array.from(tf.argMax(tf.squeeze(output, [1]), -1).dataSync());
  });
}

/** The share that somebody gets right who always says the colour that lies there most often. */
export function commonestColourGrade({ classes, answers }: LookupQuestions): number {
  return mean(classes.map((row, i) => {
    const counts = inEnglish.map((_, colour) => row.filter((other) => other === colour).length);
    const commonest = inEnglish[counts.indexOf(Math.max(...counts))][1];
    return englishColours.indexOf(commonest) === answers[i] ? 1 : 0;
  }));
}

/** What is trained, and how long. */
export interface LookupTraining {
  readonly task: ColourLookup;
  readonly look: Look;
  /** What may change, by name; none, and nothing is trained. */
  readonly parameters: ReadonlyMap<string, tf.Variable>;
  readonly random: Random;
  readonly steps: number;
  /** Default 0.003. */
  readonly learningRate?: number;
}

/** Steps between two exams. */
export const examEvery = 20;

/**
 * Trains on fresh questions, 64 a step.
 *
 * @returns The grades in one exam of 500 questions: before the first step, then every {@linkcode examEvery} steps.
 */
export async function learnLookup(
  { task, look, parameters, random, steps, learningRate = 0.003 }: LookupTraining,
): Promise<number[]> {
  const exam = task.ask(random.fork("exam"), 500);
  const grades = [lookupGrade(task, look, exam)];
  if (parameters.size === 0) return grades;
  using optimizer = new Adam(new Map(parameters));
  await train({
    optimizer,
    schedule: learningRate,
    steps,
    random: random.fork("batches"),
    progress: false,
    batches: (_step, random) => task.ask(random, 64),
    loss(questions) {
      const { output } = look(task.vectors(questions));
      return crossEntropy(tf.squeeze(output, [1]), tf.tensor1d(questions.answers, "int32"));
    },
    onStep({ step }) {
      if (step % examEvery === 0) grades.push(lookupGrade(task, look, exam));
    },
  });
  return grades;
}
