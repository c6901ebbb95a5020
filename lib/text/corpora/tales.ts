/**
 * Tales about two wishes, in English and in Korean, for pre-training BERT and GPT and for two tasks to
 * fine-tune on: did the receiver's wish come true, and whose wish was what was given?
 *
 * The last sentence tells the ending; the tasks read the tale without it. A tale has a twin in the same
 * split, the same but for what is given and for how it ends; neither counting words nor looking for a
 * thing that is named twice is better than a coin. The data and how it is made: `datasets/tales/`.
 *
 * @module
 */
import type { Language } from "lib/language.ts";
import { readText } from "lib/platform/files.ts";
import { projectFile } from "lib/platform/project.ts";
import type { Story } from "./stories.ts";

/** Whose wish a thing can be: that of the one who gets it, of the other one, or nobody's. */
const wishers = ["receiver", "other", "nobody"] as const;

/** A tale of five sentences, told twice. */
export interface Tale {
  /** In order; the last one tells how it ended. */
  readonly english: readonly string[];
  /** The same in Korean. */
  readonly korean: readonly string[];
  /** Whose wish was what was given. It came true if it was the receiver's. */
  readonly whose: typeof wishers[number];
  /** What was given: `toy`, `snack`, `pet`, `clothes`, `instrument`. */
  readonly topic: string;
  /** What happened: `parcel`, `race` and others. */
  readonly plot: string;
}

/** The tales, split; twins stay together. */
export interface Tales {
  readonly train: readonly Tale[];
  readonly validation: readonly Tale[];
  readonly test: readonly Tale[];
}

const header = "whose\ttopic\tplot\tenglish\tkorean";
const divider = " | ";

/** The file's text: a header, then one tale per line. */
export function formatTales(tales: readonly Tale[]): string {
  const lines = tales.map(({ whose, topic, plot, english, korean }) =>
    [whose, topic, plot, english.join(divider), korean.join(divider)].join("\t")
  );
  return [header, ...lines, ""].join("\n");
}

/** Reads the format back; errors name the line. */
export function parseTales(text: string): Tale[] {
  const [first, ...lines] = text.replace(/\n$/, "").split("\n");
  if (first !== header) {
    throw new TypeError(
      `expected the header ${JSON.stringify(header)}, got ${JSON.stringify(first)}`,
    );
  }
  return lines.map((line, i) => {
    const [word, topic, plot, english, korean, ...rest] = line.split("\t");
    const whose = wishers.find((one) => one === word);
    if (whose === undefined || korean === undefined || rest.length > 0) {
      throw new TypeError(
        `expected whose wish it was, a topic, a plot and sentences in line ${i + 2}, got "${line}"`,
      );
    }
    return { whose, topic, plot, english: english.split(divider), korean: korean.split(divider) };
  });
}

/** Reads all splits. */
export async function loadTales(): Promise<Tales> {
  const [train, validation, test] = await Promise.all(
    ["train", "validation", "test"].map(async (name) =>
      parseTales(await readText(projectFile(`datasets/tales/${name}.tsv`)))
    ),
  );
  return { train, validation, test };
}

/**
 * A tale in one language, as everything that works on stories takes it.
 *
 * @example
 * ```ts
 * import { storyWithoutEnding } from "lib/text/corpora/stories.ts";
 * import { loadTales, taleIn } from "lib/text/corpora/tales.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { train } = await loadTales();
 * const stories = train.map((tale) => taleIn(tale, "ko"));
 * assertEquals(stories.filter(({ cameTrue }) => cameTrue).length * 2, stories.length);
 * console.log(storyWithoutEnding(stories[0]), train[0].whose);
 * ```
 */
export function taleIn({ english, korean, whose, topic }: Tale, language: Language): Story {
  const sentences = language === "en" ? english : korean;
  return { sentences, cameTrue: whose === "receiver", topic };
}
