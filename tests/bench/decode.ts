/**
 * How fast a model writes, with and without a key/value cache. Without one, every new token runs the
 * model on the whole text again, so that a token costs more the longer the text is; with one, only the
 * new token goes through the layers, and its cost stays nearly level.
 *
 * The two take turns, text by text, so that a machine that is busy for a while slows both.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { causalMask } from "lib/attention/masks.ts";
import { greedyDecode } from "lib/decoding/generate.ts";
import { prefixDecoder } from "lib/decoding/prefix.ts";
import type { DecodeState, DecodeStep } from "lib/decoding/step.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { median } from "lib/statistics.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { ready } from "lib/tensor/ready.ts";
import type { Line } from "./contests.ts";

/** Few tokens, so that scoring the vocabulary, which both ways do, weighs little. */
const VOCABULARY = 97, LONGEST = 256;

const SIZES = { modelSize: 128, headCount: 4, feedForwardSize: 512, layerCount: 2, dropout: 0 };

/** Writes a text of so many tokens; the milliseconds until each of them was there: [token]. */
export type Write = (length: number) => Promise<number[]>;

/** A model and its two ways to write. */
export interface Writer {
  readonly name: string;
  readonly cached: Write;
  readonly anew: Write;
}

/** The GPT whose writing is measured; `torch_server.py` has the same one. */
export function gpt(): Writer {
  const config = { ...SIZES, vocabularySize: VOCABULARY, maximumLength: LONGEST };
  const model = new Gpt(config, new Random(1));
  const { start, step } = prefixDecoder((tokens) => model.logits({ tokens }, inference));
  return {
    name: "gpt",
    cached: writing(() => model.startDecoding(), model.decodeStep.bind(model)),
    anew: writing(start, step),
  };
}

/** Only the decoder counts: both ways read the source once, before the first token. */
function encoderDecoder(): Writer {
  const config = {
    ...SIZES,
    sourceVocabularySize: VOCABULARY,
    targetVocabularySize: VOCABULARY,
  };
  const model = new Transformer(config, new Random(1)), { outputLayer } = model;
  if (!outputLayer) throw new Error("expected an output layer of its own");
  const source: Axes<"batch time"> = tf.tensor2d([[2, 3, 5, 7, 11, 13, 17]], [1, 7], "int32");
  const { memory, memoryKeep } = model.startDecoding(source);
  const { start, step } = prefixDecoder((prefix) => {
    const inputs = model.targetEmbedding.forward(prefix, inference);
    const options = { keep: causalMask(prefix.shape[1]), memoryKeep };
    return outputLayer.forward(model.decoder.forward(inputs, memory, inference, options).output);
  });
  return {
    name: "encoder-decoder",
    cached: writing(() => model.startDecoding(source), model.decodeStep.bind(model)),
    anew: writing(() => start(), step),
  };
}

/** Writes greedily from `start` by `step`. */
function writing<State extends DecodeState>(start: () => State, step: DecodeStep<State>): Write {
  return async (length) => {
    const asked: number[] = [];
    await greedyDecode<State>({
      start,
      step: (tokens, state) => {
        asked.push(performance.now());
        return step(tokens, state);
      },
      prompts: [[1]],
      endId: undefined,
      maxLength: length,
    });
    // A token is there when the next is asked for.
    const there = [...asked.slice(1), performance.now()];
    return there.map((time) => time - asked[0]);
  };
}

/** What a way's rounds found. */
class Times {
  readonly #rounds: number[][] = [];

  /** Takes the times of one text; a long one also tells of the shorter ones that it begins with. */
  add(round: number[]) {
    this.#rounds.push(round);
  }

  #reaching(length: number): number[][] {
    return this.#rounds.filter((there) => there.length >= length);
  }

  /** Tokens per second over a text of this length. */
  rate(length: number): number {
    return 1000 * length / median(this.#reaching(length).map((there) => there[length - 1]));
  }

  /** Milliseconds of one more token as the text reaches this length: the median of the last few. */
  token(length: number): number {
    const last = Math.max(8, length / 4);
    return median(
      this.#rounds.flatMap((there) =>
        there.slice(0, length).map((time, i) => time - (there[i - 1] ?? 0)).slice(-last)
      ),
    );
  }
}

/** Lines for the benchmark, for each length and for how the cost of a token grows between them. */
async function measureWriter(
  { name, cached, anew }: Writer,
  lengths: readonly number[],
  rounds: number,
): Promise<Line[]> {
  const shortest = Math.min(...lengths), longest = Math.max(...lengths);
  const times = { "with cache": new Times(), "without cache": new Times() };
  for (const way of [cached, anew]) await way(Math.min(longest, 32));
  for (let round = 0; round < rounds; round++) {
    // Short texts of their own too: the longest alone would give the shortest one number a round.
    for (const length of lengths) {
      times["with cache"].add(await cached(length));
      times["without cache"].add(await anew(length));
    }
  }
  const kinds = Object.entries(times);
  return [
    ...lengths.flatMap((length) => [
      ...kinds.map(([kind, found]) => ({
        name: `decode ${name}, length ${length}, ${kind}`,
        unit: "tokens/s",
        value: found.rate(length),
      })),
      {
        name: `decode ${name}, length ${length}, times faster with cache`,
        unit: "times",
        value: times["with cache"].rate(length) / times["without cache"].rate(length),
      },
    ]),
    ...kinds.map(([kind, found]) => ({
      name: `decode ${name}, cost of token ${longest} over token ${shortest}, ${kind}`,
      unit: "times",
      value: found.token(longest) / found.token(shortest),
    })),
  ];
}

/** Measures texts of the given lengths, in tokens, at most {@linkcode LONGEST}. */
export async function measureDecoding(
  rounds: number,
  lengths: readonly number[] = [8, 64, LONGEST],
): Promise<Line[]> {
  await ready();
  const lines: Line[] = [];
  for (const make of [gpt, encoderDecoder]) {
    lines.push(...await measureWriter(make(), lengths, rounds));
  }
  return lines;
}
