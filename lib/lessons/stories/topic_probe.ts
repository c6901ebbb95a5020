/**
 * Does a model know which things go together? Asked while it learns, without a label: in a story of
 * which all else is a toy's, how much probability do toys get where the second wish's thing stands?
 *
 * @module
 */
import { softmax } from "lib/decoding/logits.ts";
import type { Bert } from "lib/models/bert.ts";
import type { Gpt } from "lib/models/gpt.ts";
import { type Story, topics } from "lib/text/corpora/stories.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import type { Savable } from "lib/training/checkpoints/checkpoint.ts";
import { blankScores } from "./blank_scores.ts";

/**
 * The probability of the right topic's things at the second wish's thing, for each story. BERT sees the
 * rest of the story on both sides, GPT what stands before. A model that takes all things for alike is
 * right with the share of the topic among them, 0.25.
 *
 * @param model What is examined.
 * @param words The stories' words.
 * @param stories What it is examined on.
 */
export function topicProbe(
  model: Bert | Gpt,
  words: Tokenizer,
  stories: readonly Story[],
): number[] {
  const thingsOf = (topic: string) => topics[topic].map((thing) => words.vocabulary.id(thing));
  const things = new Set(Object.keys(topics).flatMap(thingsOf));
  const secondThing = (tokens: readonly number[]) =>
    [...tokens.keys()].filter((place) => things.has(tokens[place]))[1];
  return blankScores(model, words, stories, secondThing).map((scores, i) => {
    const chances = softmax(scores);
    return thingsOf(stories[i].topic).reduce((sum, id) => sum + chances[id], 0);
  });
}

/**
 * What a probe found now and then during a training, kept in its checkpoint: a run that was stopped goes
 * on with its curve whole.
 *
 * @example
 * ```ts
 * import { ProbeRecord } from "lib/lessons/stories/topic_probe.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const record = new ProbeRecord(250, () => 0.5);
 * for (const step of [1, 2, 250]) record.mark(step);
 * const resumed = new ProbeRecord(250, () => 0.5);
 * resumed.restore(record.state());
 * assertEquals([resumed.steps, resumed.values], [[1, 250], [0.5, 0.5]]);
 * ```
 */
export class ProbeRecord implements Savable {
  /** After how many steps each value was found. */
  steps: number[] = [];
  /** What was found. */
  values: number[] = [];
  readonly #every: number;
  readonly #probe: () => number;

  /** @param every How many steps lie between two probes; the first is made after step 1. */
  constructor(every: number, probe: () => number) {
    this.#every = every;
    this.#probe = probe;
  }

  /** Probes, if it is time. */
  mark(step: number): void {
    if (step !== 1 && step % this.#every !== 0) return;
    this.steps.push(step);
    this.values.push(this.#probe());
  }

  /** Steps and values, in turns. */
  state(): readonly number[] {
    return this.steps.flatMap((step, i) => [step, this.values[i]]);
  }

  /** Takes over what {@linkcode state} gave. */
  restore(state: readonly number[]): void {
    this.steps = state.filter((_, i) => i % 2 === 0);
    this.values = state.filter((_, i) => i % 2 === 1);
  }
}
