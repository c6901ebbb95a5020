/**
 * Short English stories about wishes, for pre-training BERT and GPT and for one task to fine-tune
 * on: did the wish come true?
 *
 * The last sentence tells the ending; the task reads the story without it. Every story has a twin
 * with the same words and the other ending, in the same split, so that counting words is no better
 * than a coin. The data and how it is made: `datasets/stories/`.
 *
 * @module
 */
import { readText } from "lib/platform/files.ts";
import { projectFile } from "lib/platform/project.ts";

/** A story of four sentences. */
export interface Story {
  /** In order; the last one tells how it ended. */
  readonly sentences: readonly string[];
  /** Whether the one who is given something had wished for it. */
  readonly cameTrue: boolean;
  /** What is wished for: `toy`, `snack`, `pet`, `clothes`. */
  readonly topic: string;
}

/** The stories, split; twins stay together. */
export interface Stories {
  readonly train: readonly Story[];
  readonly validation: readonly Story[];
  readonly test: readonly Story[];
}

/** What can be wished for, by topic. None begins with a vowel: an article must not tell the topic. */
export const topics: Readonly<Record<string, readonly string[]>> = {
  toy: words("ball bike block doll kite puzzle puppet robot swing train"),
  snack: words("banana burger cake cookie melon peach pear pie pizza sandwich"),
  pet: words("cat dog duck goldfish hamster mouse parrot pony rabbit turtle"),
  clothes: words("belt cap coat dress hat jacket scarf shirt skirt sweater"),
};

function words(list: string): string[] {
  return list.split(" ");
}

const header = "came true\ttopic\tsentences";
const divider = " | ";

/** The file's text: a header, then one story per line. */
export function formatStories(stories: readonly Story[]): string {
  const lines = stories.map(({ sentences, cameTrue, topic }) =>
    [cameTrue ? "yes" : "no", topic, sentences.join(divider)].join("\t")
  );
  return [header, ...lines, ""].join("\n");
}

/** Reads the format back; errors name the line. */
export function parseStories(text: string): Story[] {
  const [first, ...lines] = text.replace(/\n$/, "").split("\n");
  if (first !== header) {
    throw new TypeError(
      `expected the header ${JSON.stringify(header)}, got ${JSON.stringify(first)}`,
    );
  }
  return lines.map((line, i) => {
    const [answer, topic, sentences, ...rest] = line.split("\t");
    if (sentences === undefined || rest.length > 0 || (answer !== "yes" && answer !== "no")) {
      throw new TypeError(
        `expected yes or no, a topic and sentences in line ${i + 2}, got "${line}"`,
      );
    }
    return { sentences: sentences.split(divider), cameTrue: answer === "yes", topic };
  });
}

/**
 * Reads all splits.
 *
 * @example
 * ```ts
 * import { loadStories, storyWithoutEnding } from "lib/text/corpora/stories.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { train } = await loadStories();
 * const came = train.filter((story) => story.cameTrue).length;
 * assertEquals(came * 2, train.length);
 * console.log(storyWithoutEnding(train[0]));
 * ```
 */
export async function loadStories(): Promise<Stories> {
  const [train, validation, test] = await Promise.all(
    ["train", "validation", "test"].map(async (name) =>
      parseStories(await readText(projectFile(`datasets/stories/${name}.tsv`)))
    ),
  );
  return { train, validation, test };
}

/** What the task reads: everything but the ending. */
export function storyWithoutEnding({ sentences }: Story): string {
  return sentences.slice(0, -1).join(" ");
}

/** Neighbouring sentences, as next-sentence prediction takes them for true pairs. */
export function neighbouringSentences(stories: readonly Story[]): (readonly [string, string])[] {
  return stories.flatMap(({ sentences }) =>
    sentences.slice(1).map((sentence, i) => [sentences[i], sentence] as const)
  );
}
