/**
 * Pairs for next-sentence prediction (Devlin et al., 2019, section 3.1, task 2): does B follow A? As in
 * the paper, a "sentence" is any stretch of text, here a part of a story.
 *
 * @module
 */
import type { Random } from "lib/random.ts";

/** Two stretches of text, each a list of sentences. */
export interface SentencePair {
  /** The beginning of a story. */
  readonly first: readonly string[];
  /** Its end, or the end of another story. */
  readonly second: readonly string[];
  /** Whether the second part is the first one's own. */
  readonly isNext: boolean;
}

/**
 * Cuts a story in two, at any sentence. Half of the time the second part is replaced by as many last
 * sentences of another story, so that its place in a plot does not give it away.
 *
 * @param stories At least two, each of at least two sentences.
 * @param random Where the choices are drawn from.
 * @param isNext Whether the second part is the true one. Default: a coin decides.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { drawSentencePair } from "lib/text/sentence_pairs.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const stories = [["It rained.", "We stayed at home."], ["I lost my key.", "It was in my bag."]];
 * const { first, second } = drawSentencePair(stories, new Random(1), true);
 * assertEquals(stories.map(String).includes([...first, ...second].join()), true);
 * ```
 */
export function drawSentencePair(
  stories: readonly (readonly string[])[],
  random: Random,
  isNext: boolean = random.chance(0.5),
): SentencePair {
  if (stories.length < 2 || stories.some((story) => story.length < 2)) {
    throw new RangeError(
      `expected at least 2 stories of at least 2 sentences, got lengths ` +
        `[${stories.map((story) => story.length).join(", ")}]`,
    );
  }
  const chosen = random.integer(stories.length);
  const story = stories[chosen];
  const cut = 1 + random.integer(story.length - 1);
  const first = story.slice(0, cut);
  if (isNext) return { first, second: story.slice(cut), isNext };
  const away = 1 + random.integer(stories.length - 1);
  const other = stories[(chosen + away) % stories.length];
  return { first, second: other.slice(-(story.length - cut)), isNext };
}
