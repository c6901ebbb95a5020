/**
 * One word of each story is hidden, and a model scores all words for it: what the probes of notebook 10
 * ask BERT and GPT alike.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Bert } from "lib/models/bert.ts";
import type { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { nested } from "lib/tensor/axes.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { padRows } from "lib/training/batches.ts";
import { joinPair } from "./story_lesson.ts";

/**
 * Each story's logits for its hidden word: [story][vocab]. BERT sees the rest of the story on both sides,
 * in two parts of two sentences; GPT sees what stands before.
 *
 * @param model Who is asked.
 * @param words The stories' words.
 * @param stories Of four sentences each.
 * @param hide Which place is hidden, in the row of tokens that the model reads.
 */
export function blankScores(
  model: Bert | Gpt,
  words: Tokenizer,
  stories: readonly Story[],
  hide: (tokens: readonly number[], story: Story) => number,
): number[][] {
  const { vocabulary } = words;
  const maskId = vocabulary.specialId("[MASK]");
  const rows = stories.map((story) => {
    const { sentences } = story;
    const { tokens, segments } = model instanceof Bert
      ? joinPair(words, sentences.slice(0, 2), sentences.slice(2))
      : { tokens: [vocabulary.sosId, ...words.encode(sentences.join(" "))], segments: [] };
    const place = hide(tokens, story);
    return { tokens: tokens.with(place, maskId), segments, place };
  });
  return tf.tidy(() => {
    const tokens = padRows(rows.map((row) => row.tokens), vocabulary.padId);
    if (model instanceof Bert) {
      const segments = padRows(rows.map((row) => row.segments), 0);
      const { hiddens } = model.forward({ tokens, segments }, inference);
      const logits = nested(model.maskedLogits(hiddens), "batch time vocab");
      return rows.map(({ place }, i) => logits[i][place]);
    }
    const logits = nested(model.logits({ tokens }, inference));
    return rows.map(({ place }, i) => logits[i][place - 1]);
  });
}
