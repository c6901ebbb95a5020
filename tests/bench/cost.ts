/**
 * What a layer costs over the length n of the sequence, forward, with one batch row: the mixing of
 * positions grows with n², a recurrent layer with n, and a whole attention layer (four projections of
 * n · d² and the mixing of n² · d) crosses from one to the other near n = 2·d.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { MultiHeadAttention, multiHeadAttention } from "lib/attention/multi_head.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { growthExponent } from "lib/statistics.ts";
import { ready } from "lib/tensor/ready.ts";

const MODEL = 128, HEAD = 4;

/** Something whose time over the length is measured. */
export interface Cost {
  readonly name: string;
  /** Returns the computation on a sequence [1, length, model]. */
  build(): (sequence: tf.Tensor) => tf.Tensor;
}

/** What `deno task bench` measures. */
export const COSTS: readonly Cost[] = [
  {
    name: "scores and mix",
    build: () => (x) => multiHeadAttention(x, { keys: x, values: x }, HEAD).output,
  },
  {
    name: "attention layer",
    build() {
      const layer = new MultiHeadAttention({
        modelSize: MODEL,
        headCount: HEAD,
        random: new Random(1),
      });
      return (x) => layer.forward(x, x).output;
    },
  },
  {
    name: "lstm layer",
    build() {
      const sizes = { inputSize: MODEL, hiddenSize: MODEL };
      const layer = new Recurrent({ kind: "lstm", ...sizes, random: new Random(1) });
      return (x) => layer.forward(x).hiddens;
    },
  },
];

/** The measured times of one {@linkcode Cost}. */
export interface Curve {
  readonly points: readonly { readonly length: number; readonly milliseconds: number }[];
  /** The slope of time over length in logarithms. */
  readonly slope: number;
}

/** Measures lengths 16, 32 … `longest`; the least of several runs, which load disturbs least. */
export async function measureCurve(cost: Cost, longest: number): Promise<Curve> {
  await ready();
  const run = cost.build(), random = new Random(3);
  const points: { length: number; milliseconds: number }[] = [];
  for (let length = 16; length <= longest; length *= 2) {
    const sequence = tf.tensor3d(random.normals(length * MODEL), [1, length, MODEL]);
    let best = Infinity;
    const once = (): number => {
      const start = performance.now();
      tf.tidy(() => void run(sequence));
      return performance.now() - start;
    };
    // Small lengths take microseconds: repeat until the clock and the compiler have settled.
    for (let total = 0, i = 0; i < 7 || total < 60; i++) {
      const time = once();
      total += time;
      best = Math.min(best, time);
    }
    sequence.dispose();
    points.push({ length, milliseconds: best });
  }
  const slope = growthExponent(
    points.map(({ length }) => length),
    points.map(({ milliseconds }) => milliseconds),
  );
  return { points, slope };
}
