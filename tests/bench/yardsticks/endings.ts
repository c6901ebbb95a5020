/**
 * A small GPT that reads the course's tales, and is then asked which of two endings fits: a tale's own or
 * its twin's, which is the same tale but for what was given. To know, it must have understood whose wish
 * came true. The data set is meant to lie between guessing and certainty for a model of this size.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { nextWordBatch, storyWords } from "lib/lessons/stories/story_lesson.ts";
import { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import { loadTales, taleIn } from "lib/text/corpora/tales.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { type Finding, partOf, type RunOptions, shareOf, type Yardstick } from "./yardstick.ts";

const languages = ["en", "ko"] as const;

/** Which ending fits a tale? */
export const endings: Yardstick = {
  name: "endings",
  task: "a small GPT on the endings of the course's tales",
  publishedSetting: "none: the data set is the course's own",
  ourSetting: "2 layers, 4 heads, d 128, pre-norm, no dropout, 3,000 batches of 32 tales, Adam " +
    "0.002, cosine, clip 1, one seed; the tale's own ending against that of its twin",
  published: "a guess is right in 50 %; the data set wants more than that and less than all",
  onlyWhenNamed: true,
  run,
};

/** A tale, and how its twin ends. */
export interface Twin {
  readonly story: Story;
  readonly otherEnding: string;
}

/** The tales whose twin is among them: the first three sentences are the same, the endings differ. */
export function twinsOf(stories: readonly Story[]): Twin[] {
  const groups = Map.groupBy(stories, ({ sentences }) => sentences.slice(0, 3).join(" "));
  return [...groups.values()].flatMap((group) => {
    if (group.length !== 2) return [];
    const [one, other] = group.map(({ sentences }) => sentences[sentences.length - 1]);
    if (one === other) return [];
    return [{ story: group[0], otherEnding: other }, { story: group[1], otherEnding: one }];
  });
}

/** How often the tale's own ending is the more probable one. */
export function shareRight(model: Gpt, words: Tokenizer, twins: readonly Twin[]): number {
  const right: boolean[] = [];
  for (let i = 0; i < twins.length; i += 32) {
    const part = twins.slice(i, i + 32);
    const [own, other] = [
      part.map(({ story }) => story),
      part.map(({ story, otherEnding }) => ({
        ...story,
        sentences: [...story.sentences.slice(0, -1), otherEnding],
      })),
    ].map((stories) => logProbabilities(model, words, stories));
    // What stands before the ending is the same in both and weighs the same.
    right.push(...own.map((probability, row) => probability > other[row]));
  }
  return mean(right.map(Number));
}

/** The logarithm of each whole text's probability. */
function logProbabilities(model: Gpt, words: Tokenizer, stories: readonly Story[]): number[] {
  using batch = nextWordBatch(words, stories);
  return tf.tidy(() => {
    const logProbability = tf.logSoftmax(model.logits(batch, inference));
    const { labels } = batch, { padId } = words.vocabulary;
    const asked = tf.oneHot(labels, words.vocabulary.size);
    const each = tf.sum(tf.mul(logProbability, asked), -1);
    return [...tf.sum(tf.mul(each, tf.notEqual(labels, padId)), 1).dataSync()];
  });
}

async function run({ share, progress }: RunOptions): Promise<Finding> {
  const tales = await loadTales();
  const shares: number[] = [];
  let firstLosses: readonly number[] = [], questions = 0;
  for (const [i, language] of languages.entries()) {
    const random = new Random(2018);
    const [learned, held] = [tales.train, tales.test].map((part) =>
      part.map((tale) => taleIn(tale, language))
    );
    const words = storyWords(learned);
    const twins = twinsOf(held).slice(0, shareOf(held.length, share, 64));
    using model = new Gpt({
      vocabularySize: words.vocabulary.size,
      maximumLength: 64,
      modelSize: 128,
      headCount: 4,
      layerCount: 2,
      dropout: 0,
    }, random.fork("weights"));
    using optimizer = new Adam(model.parameters());
    const steps = shareOf(3000, share);
    const { losses } = await train({
      batches: (_step, random) =>
        nextWordBatch(words, Array.from({ length: 32 }, () => random.choice(learned))),
      loss: (batch) =>
        crossEntropy(model.logits(batch, inference), batch.labels, {
          ignoredIndex: words.vocabulary.padId,
        }),
      optimizer,
      schedule: cosineSchedule({ peak: 0.002, totalSteps: steps, warmupSteps: steps / 20 }),
      clipNorm: 1,
      steps,
      random: random.fork("training"),
      progress: partOf(progress, i / 2, (i + 0.98) / 2, steps),
    });
    shares.push(shareRight(model, words, twins));
    questions = twins.length;
    if (i === 0) firstLosses = losses;
  }
  // Three standard deviations of as many tosses of a coin.
  const luck = 0.5 + 1.5 / Math.sqrt(questions);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    found: `English ${percent(shares[0])}, Korean ${percent(shares[1])} of ${questions}`,
    reached: shares.every((share) => share > luck && share < 1),
    figures: { english: shares[0], korean: shares[1], questions },
    losses: firstLosses,
  };
}
