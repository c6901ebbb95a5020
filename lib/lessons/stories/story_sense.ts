/**
 * Does a text that a model wrote hang together? What a reader of the stories would ask, as a yes or no
 * that can be counted over many samples.
 *
 * @module
 */
import { compose, type LogitsTransform, temperature } from "lib/decoding/logits.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { curves, type Series } from "lib/plots/curves.ts";
import type { Figure } from "lib/plots/figure.ts";

const wish = /^(\w+) (?:wanted|asked for|dreamed of) a (\w+)$/;
const gift = /^(?:(\w+) got|Mom gave (\w+)) a (\w+)$/;
const ending = /^(\w+) (?:was happy|smiled|was sad|sighed)$/;

/**
 * True if a text is two wishes of two people, a gift for one of them, and how that one felt.
 *
 * @example
 * ```ts
 * import { hangsTogether } from "lib/lessons/stories/story_sense.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const wishes = "Ben wanted a kite. Anna asked for a pie.";
 * assertEquals(hangsTogether(`${wishes} Ben got a pie. Ben sighed.`), true);
 * assertEquals(hangsTogether(`${wishes} Ben got a pie. Anna sighed.`), false);
 * ```
 */
export function hangsTogether(text: string): boolean {
  const sentences = text.split(".").map((sentence) => sentence.trim());
  if (sentences.length !== 5 || sentences[4] !== "") return false;
  const [first, second, given, end] = [wish, wish, gift, ending].map((pattern, i) =>
    pattern.exec(sentences[i])
  );
  if (!first || !second || !given || !end) return false;
  const receiver = given[1] ?? given[2];
  return first[1] !== second[1] && [first[1], second[1]].includes(receiver) && end[1] === receiver;
}

/**
 * True if a text begins with two wishes of one person.
 *
 * @example
 * ```ts
 * import { hasOneWisher } from "lib/lessons/stories/story_sense.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(hasOneWisher("Ben wanted a kite. Ben asked for a pie. Ben got a pie."), true);
 * assertEquals(hasOneWisher("Ben wanted a kite. Anna asked for a pie. Ben got a pie."), false);
 * ```
 */
export function hasOneWisher(text: string): boolean {
  const [first, second] = text.split(/\. ?/).map((sentence) => wish.exec(sentence)?.[1]);
  return first !== undefined && first === second;
}

/**
 * Of the texts that are written at each temperature, the share that hangs together: [seed][temperature].
 *
 * @param write Writes texts with a seed; its logits go through the transform that it is given.
 * @param degrees The temperatures.
 * @param filters What else is done to the logits, such as top-k.
 * @param seeds Each for as many texts at every temperature.
 */
export async function sensibleShares(
  write: (transform: LogitsTransform, seed: number) => Promise<readonly string[]>,
  degrees: readonly number[],
  filters: readonly LogitsTransform[],
  seeds: readonly number[],
): Promise<number[][]> {
  const shares: number[][] = [];
  for (const seed of seeds) {
    const run: number[] = [];
    for (const degree of degrees) {
      const texts = await write(compose(temperature(degree), ...filters), seed);
      run.push(texts.filter(hangsTogether).length / texts.length);
    }
    shares.push(run);
  }
  return shares;
}

/** The shares that hang together, by temperature: a curve for each series. */
export function senseCurves(series: readonly Series[]): Figure {
  const says = {
    en: {
      title: "At which temperature do texts fall apart?",
      x: "temperature",
      y: "texts that hang together",
    },
    ko: {
      title: "글은 어느 온도에서 흐트러질까?",
      x: "온도",
      y: "말이 되는 글의 비율",
    },
  }[notebookLanguage()];
  const degrees = [...new Set(series.flatMap(({ x }) => Array.from(x)))].sort((a, b) => a - b);
  return curves(series, {
    title: says.title,
    x: { name: says.x, ticks: degrees },
    y: { name: says.y, range: [0, 1.02] },
  });
}
