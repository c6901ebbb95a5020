/**
 * What notebook 10 gives to BERT and GPT: the same stories, each in the shape in which the model learns
 * from it. BERT reads a story cut in two with words hidden, GPT reads it whole and guesses every next
 * word; for the task both read it without its ending.
 *
 * @see lib/text/corpora/stories.ts
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import type { Language } from "lib/language.ts";
import { type Story, storyWithoutEnding, topics } from "lib/text/corpora/stories.ts";
import { type Tale, taleIn } from "lib/text/corpora/tales.ts";
import { maskTokens } from "lib/text/masking.ts";
import { drawSentencePair } from "lib/text/sentence_pairs.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";
import { type Batch, makeBatch } from "lib/training/batches.ts";

/** Both models' special tokens, so that one vocabulary serves both. */
const specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>", "[CLS]", "[SEP]", "[MASK]"];

/**
 * The stories' words.
 *
 * @example
 * ```ts
 * import { storyWords } from "lib/lessons/stories/story_lesson.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const words = storyWords([{ sentences: ["Ben lost a key."], cameTrue: true, topic: "toy" }]);
 * assertEquals(words.decode(words.encode("Ben lost a key.")), "Ben lost a key.");
 * assertEquals(words.vocabulary.specialId("[MASK]"), 6);
 * ```
 */
export function storyWords(stories: readonly Story[]): Tokenizer {
  return WordTokenizer.train(stories.flatMap(({ sentences }) => sentences), { specialTokens });
}

/** `[CLS] A [SEP] B [SEP]`: ids, and 0 for all of A, 1 for B and its `[SEP]`. */
export function joinPair(
  words: Tokenizer,
  first: readonly string[],
  second: readonly string[],
): { tokens: number[]; segments: number[] } {
  const { vocabulary } = words;
  const [cls, sep] = ["[CLS]", "[SEP]"].map((token) => vocabulary.specialId(token));
  const [a, b] = [first, second].map((part) => part.flatMap((sentence) => words.encode(sentence)));
  return {
    tokens: [cls, ...a, sep, ...b, sep],
    segments: [
      ...new Array<number>(a.length + 2).fill(0),
      ...new Array<number>(b.length + 1).fill(1),
    ],
  };
}

/** What BERT is pre-trained on. */
export type MaskedBatch = Batch<"tokens" | "segments" | "labels"> & {
  /** int32 [batch]: 1 where the second part follows the first, else 0. */
  readonly isNext: Axes<"batch">;
};

/**
 * Each story cut in two, half of them with another's end, and a share of the words asked for.
 *
 * @param words The stories' words.
 * @param stories One for each row, at least two.
 * @param random Draws cuts, ends and masks.
 * @param share Of the words that are asked for. Default 0.15.
 */
export function maskedBatch(
  words: Tokenizer,
  stories: readonly Story[],
  random: Random,
  share?: number,
): MaskedBatch {
  const texts = stories.map(({ sentences }) => sentences);
  const rows = stories.map(() => {
    const { first, second, isNext } = drawSentencePair(texts, random);
    const { tokens, segments } = joinPair(words, first, second);
    const { inputs, labels } = maskTokens(tokens, words.vocabulary, random, share);
    return { inputs, segments, labels, isNext };
  });
  const batch = makeBatch({
    tokens: rows.map(({ inputs }) => inputs),
    segments: rows.map(({ segments }) => segments),
    labels: rows.map(({ labels }) => labels),
  }, words.vocabulary.padId);
  return withColumns(batch, {
    isNext: tf.tensor1d(rows.map(({ isNext }) => isNext ? 1 : 0), "int32"),
  });
}

/** Whole stories as GPT reads them, `<sos>` in front, and one place to the left as its labels. */
export function nextWordBatch(
  words: Tokenizer,
  stories: readonly Story[],
): Batch<"tokens" | "labels"> {
  const { vocabulary } = words;
  const rows = stories.map(({ sentences }) => words.encode(sentences.join(" ")));
  return makeBatch({
    tokens: rows.map((row) => [vocabulary.sosId, ...row]),
    labels: rows.map((row) => [...row, vocabulary.eosId]),
  }, vocabulary.padId);
}

/** A question about a text, and its answer as a class. */
export interface Example {
  /** What is read. */
  readonly text: string;
  /** The number of the right class. */
  readonly answer: number;
  /** The thing that the question is about, if it is about one: `kite.`. */
  readonly thing?: string;
}

/** The classes of {@linkcode topicTask}. */
export const storyTopics: readonly string[] = Object.keys(topics);

/**
 * What is the story about?
 *
 * @param upTo How far it is read: its first sentence, or all that stands before the thing of the second.
 */
export function topicTask(
  stories: readonly Story[],
  upTo: "first sentence" | "second thing" = "first sentence",
): Example[] {
  return stories.map(({ sentences: [first, second], topic }) => ({
    text: upTo === "first sentence" ? first : `${first} ${cutThing(second)[0]}`,
    answer: storyTopics.indexOf(topic),
    thing: cutThing(first)[1],
  }));
}

/** `Yuna wanted a kite.` → `Yuna wanted a` and `kite.` */
function cutThing(sentence: string): [string, string] {
  const space = sentence.lastIndexOf(" ");
  return [sentence.slice(0, space), sentence.slice(space + 1)];
}

/** Did the wish come true? All but the ending is read; 1 is yes. */
export function wishTask(stories: readonly Story[]): Example[] {
  return stories.map((story) => ({
    text: storyWithoutEnding(story),
    answer: story.cameTrue ? 1 : 0,
  }));
}

/** The classes of {@linkcode whoseTask}. */
export const wishers: readonly Tale["whose"][] = ["receiver", "other", "nobody"];

/** Whose wish was what was given? All but the ending is read. */
export function whoseTask(tales: readonly Tale[], language: Language): Example[] {
  return tales.map((tale) => ({
    text: storyWithoutEnding(taleIn(tale, language)),
    answer: wishers.indexOf(tale.whose),
  }));
}

/** What a classifier is fine-tuned on. */
export type ExampleBatch = Batch<"tokens"> & {
  /** int32 [batch]: the index of each row's last token. */
  readonly lastIndices: Axes<"batch">;
  /** int32 [batch]: each row's class. */
  readonly answers: Axes<"batch">;
};

/**
 * Texts to read and classes to name.
 *
 * @param words The stories' words.
 * @param examples One for each row.
 * @param reader BERT reads `[CLS] text [SEP]`, GPT `<sos> text`.
 */
export function exampleBatch(
  words: Tokenizer,
  examples: readonly Example[],
  reader: "bert" | "gpt",
): ExampleBatch {
  const { vocabulary } = words;
  const [start, end] = reader === "bert"
    ? [[vocabulary.specialId("[CLS]")], [vocabulary.specialId("[SEP]")]]
    : [[vocabulary.sosId], []];
  const rows = examples.map(({ text }) => [...start, ...words.encode(text), ...end]);
  return withColumns(makeBatch({ tokens: rows }, vocabulary.padId), {
    lastIndices: tf.tensor1d(rows.map((row) => row.length - 1), "int32"),
    answers: tf.tensor1d(examples.map(({ answer }) => answer), "int32"),
  });
}

/** Tokens as a reader sees them, special ones included, with a space between any two. */
export function spelled(words: Tokenizer, ids: readonly number[]): string {
  return ids.map((id) => words.vocabulary.token(id).replace("##", "")).join(" ");
}

/** What is read; where a word is asked for, behind an arrow that word, or behind `=` if it was left standing. */
export function spelledBlanks(
  words: Tokenizer,
  { inputs, labels }: { readonly inputs: readonly number[]; readonly labels: readonly number[] },
): string {
  return inputs.map((id, t) => {
    const read = spelled(words, [id]);
    if (labels[t] === words.vocabulary.padId) return read;
    return `${read}${labels[t] === id ? "=" : "→"}${spelled(words, [labels[t]])}`;
  }).join(" ");
}

/** A batch with further tensors, which are freed with it. */
function withColumns<Part extends Disposable, More extends Record<string, tf.Tensor>>(
  batch: Part,
  more: More,
): Part & More {
  return {
    ...batch,
    ...more,
    [Symbol.dispose]() {
      batch[Symbol.dispose]();
      tf.dispose(Object.values(more));
    },
  };
}
