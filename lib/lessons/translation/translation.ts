/**
 * What notebook 09 does with every translator, whatever it is made of: give it sentences as ids, let it
 * write, mark what it wrote, and ask what it would miss.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { type Decoded, greedyDecode } from "lib/decoding/generate.ts";
import type { PairModel } from "lib/models/pair_model.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { SentencePair } from "lib/text/corpora/korean_english.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { type Batch, batchSource, padRows } from "lib/training/batches.ts";
import { evaluate } from "lib/training/evaluate.ts";
import { corpusBleu } from "lib/training/metrics/bleu.ts";
import { corpusChrf } from "lib/training/metrics/chrf.ts";
import type { Examination } from "./training_record.ts";

/** Both sides' tokenisers. */
export interface Languages {
  /** Of the source. */
  readonly korean: Tokenizer;
  /** Of the target. */
  readonly english: Tokenizer;
}

/** What all translators of the course can do: a `Transformer`, a `Seq2Seq`. */
export type Translator = PairModel;

/** How well translations agree with what people wrote. */
export interface Marks {
  /** 0 to 100. */
  readonly bleu: number;
  /** 0 to 100. */
  readonly chrf: number;
  /** The share that is one of the wanted translations, letter for letter. */
  readonly exact: number;
}

/** Sentences that are decoded together. */
const decodedTogether = 100;
/** More tokens than any right translation has. */
const maxLength = 40;

/** Ids of pairs as a model takes them: what it reads, what its decoder reads, what it should say. */
export function columnsOf(
  pairs: readonly SentencePair[],
  { korean, english }: Languages,
): { source: number[][]; target: number[][]; labels: number[][] } {
  const { sosId, eosId } = english.vocabulary;
  const targets = pairs.map(({ targets: [canonical] }) => english.encode(canonical));
  return {
    source: pairs.map(({ source }) => korean.encode(source)),
    target: targets.map((ids) => [sosId, ...ids]),
    labels: targets.map((ids) => [...ids, eosId]),
  };
}

/** The share of padding in source and labels, over the first 100 batches. */
export function paddingShare(
  batches: (step: number) => Batch<"source" | "labels">,
  padId: number,
): number {
  return mean(Array.from({ length: 100 }, (_, i) => {
    using batch = batches(i + 1);
    const ids = [...batch.source.dataSync(), ...batch.labels.dataSync()];
    return ids.filter((id) => id === padId).length / ids.length;
  }));
}

/**
 * Greedy translations as ids, in the order of the sentences.
 *
 * @param keepWeights Keep what each token looked at: `weights` [token][head][key].
 */
export async function decodeSentences(
  model: Translator,
  sentences: readonly string[],
  { korean, english }: Languages,
  keepWeights = false,
): Promise<Decoded[]> {
  const { sosId, eosId } = english.vocabulary;
  const decoded: Decoded[] = [];
  for (let i = 0; i < sentences.length; i += decodedTogether) {
    const rows = sentences.slice(i, i + decodedTogether).map((text) => korean.encode(text));
    const source = padRows(rows, korean.vocabulary.padId);
    decoded.push(
      ...await greedyDecode({
        start: () => model.startDecoding(source),
        step: (tokens, state) => model.decodeStep(tokens, state),
        prompts: rows.map(() => [sosId]),
        endId: eosId,
        maxLength,
        keepWeights,
      }),
    );
    source.dispose();
  }
  return decoded;
}

/** Greedy translations as text, in the order of the sentences. */
export async function translate(
  model: Translator,
  sentences: readonly string[],
  languages: Languages,
): Promise<string[]> {
  const decoded = await decodeSentences(model, sentences, languages);
  return decoded.map(({ tokens }) => languages.english.decode(tokens));
}

/**
 * Marks translations.
 *
 * @example
 * ```ts
 * import { grade } from "lib/lessons/translation/translation.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const targets = ["I will sleep at home.", "I am going to sleep at home."];
 * const pair = { source: "집에서 잘 거야", targets, clauses: 1, pattern: "future" };
 * assertEquals(grade(["I will sleep at home."], [pair]).exact, 1);
 * ```
 *
 * @param written One translation for each of `pairs`.
 * @param pairs Each with all translations that count as right.
 */
export function grade(written: readonly string[], pairs: readonly SentencePair[]): Marks {
  const wanted = pairs.map(({ targets }) => targets);
  return {
    bleu: corpusBleu(written, wanted).score,
    chrf: corpusChrf(written, wanted),
    exact: mean(written.map((text, i) => wanted[i].includes(text) ? 1 : 0)),
  };
}

/** Marks the translations of those pairs alone for which `chosen` holds. */
export function gradeWhere(
  written: readonly string[],
  pairs: readonly SentencePair[],
  chosen: (pair: SentencePair) => boolean,
): Marks {
  const places = pairs.flatMap((pair, i) => chosen(pair) ? [i] : []);
  return grade(places.map((i) => written[i]), places.map((i) => pairs[i]));
}

/** Mean cross-entropy of the pairs' target tokens, without smoothing, the right words as input. */
async function tokenLoss(
  model: Translator,
  pairs: readonly SentencePair[],
  languages: Languages,
): Promise<number> {
  const { padId } = languages.english.vocabulary;
  const batches = batchSource({
    columns: columnsOf(pairs, languages),
    batchSize: 40,
    padId,
    random: new Random(0),
  });
  return await evaluate({
    batches,
    steps: batches.stepsPerEpoch,
    measure: (batch) =>
      crossEntropy(model.logits(batch, inference), batch.labels, { ignoredIndex: padId }),
    weight: ({ labels }) => tf.sum(tf.cast(tf.notEqual(labels, padId), "int32")),
  });
}

/**
 * Examines a model during its training: held-out loss, marks of what it writes on its own, and its translation
 * of one sentence that is followed.
 */
export async function examine(
  model: Translator,
  pairs: readonly SentencePair[],
  languages: Languages,
  followed: string,
): Promise<Examination> {
  const loss = await tokenLoss(model, pairs, languages);
  const { bleu, chrf } = grade(
    await translate(model, pairs.map(({ source }) => source), languages),
    pairs,
  );
  const [{ tokens: written }] = await decodeSentences(model, [followed], languages);
  return { loss, bleu, chrf, written };
}

/**
 * What each written token would lose without each token read: the share of its probability that goes
 * when that token of the source is hidden, the written tokens before it being given. It is hidden as
 * padding is: its place stays, but nothing can look there, neither in the encoder nor in the decoder.
 *
 * @param source Ids that are read.
 * @param written Ids that were written, the end token included.
 * @param special Ids of the source's padding, which the model must mask, and of the target's start token.
 * @returns [written][read], from 0 (not missed) to 1
 */
export function missed(
  model: Pick<Translator, "logits">,
  source: readonly number[],
  written: readonly number[],
  { padId, sosId }: { readonly padId: number; readonly sosId: number },
): number[][] {
  const without = source.map((_, erased) => source.map((id, i) => i === erased ? padId : id));
  const sources = [[...source], ...without];
  return tf.tidy(() => {
    const target = padRows(sources.map(() => [sosId, ...written.slice(0, -1)]), 0);
    const logits = model.logits({ source: padRows(sources, 0), target }, inference);
    const [, time, vocab] = logits.shape;
    const probabilities = tf.softmax(logits).dataSync();
    const of = (row: number, t: number) => probabilities[(row * time + t) * vocab + written[t]];
    return written.map((_, t) =>
      source.map((_, erased) => Math.max(0, 1 - of(erased + 1, t) / of(0, t)))
    );
  });
}
