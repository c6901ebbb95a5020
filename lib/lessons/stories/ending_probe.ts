/**
 * Does a model know how a story ends? Whoever gets what they had wished for is happy, or smiles; whoever
 * gets something else is sad, or sighs.
 *
 * @module
 */
import type { Bert } from "lib/models/bert.ts";
import type { Gpt } from "lib/models/gpt.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { blankScores } from "./blank_scores.ts";

/** Each ending's last word, and the one that says the opposite. */
const opposites: Readonly<Record<string, string>> = {
  happy: "sad",
  sad: "happy",
  smiled: "sighed",
  sighed: "smiled",
};

/**
 * For each story, whether the model finds the ending that fits more probable than its opposite. A coin is
 * right in half of the stories.
 *
 * @throws {RangeError} If a story ends with another word.
 */
export function fittingEndings(
  model: Bert | Gpt,
  words: Tokenizer,
  stories: readonly Story[],
): boolean[] {
  const pairs = stories.map(({ sentences }) => {
    const ending = sentences[sentences.length - 1].replace(".", "").split(" ").at(-1)!;
    if (!Object.hasOwn(opposites, ending)) {
      const known = Object.keys(opposites).join(", ");
      throw new RangeError(`expected a last word of ${known}, got ${ending}`);
    }
    return [ending, opposites[ending]].map((word) => words.vocabulary.id(word));
  });
  const fits = new Map(stories.map((story, i) => [story, pairs[i][0]]));
  const scores = blankScores(
    model,
    words,
    stories,
    (tokens, story) => tokens.lastIndexOf(fits.get(story)!),
  );
  return scores.map((row, i) => row[pairs[i][0]] > row[pairs[i][1]]);
}
