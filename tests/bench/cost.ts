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
import type { Line } from "./contests.ts";

const MODEL = 128, HEAD = 4;

/** Something whose time over the length is measured. */
export interface Cost {
  readonly name: string;
  /** Returns the computation on a sequence [1, length, model]. */
  build(): (sequence: tf.Tensor) => tf.Tensor;
}

/** What `deno task bench` measures. */
const COSTS: readonly Cost[] = [
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
      }, new Random(1));
      return (x) => layer.forward(x, x).output;
    },
  },
  {
    name: "lstm layer",
    build() {
      const sizes = { inputSize: MODEL, hiddenSize: MODEL };
      const layer = new Recurrent({ kind: "lstm", ...sizes }, new Random(1));
      return (x) => layer.forward(x).hiddens;
    },
  },
];

/** The milliseconds of one {@linkcode Cost} at each length. */
type Curve = readonly { readonly length: number; readonly milliseconds: number }[];

/** Measures lengths 16, 32 … `longest`; the least of several runs, which load disturbs least. */
async function measureCurve(cost: Cost, longest: number): Promise<Curve> {
  await ready();
  const run = cost.build(), random = new Random(3);
  const points: { length: number; milliseconds: number }[] = [];
  for (let length = 16; length <= longest; length *= 2) {
    const sequence = tf.tensor3d(random.normals(length * MODEL), [1, length, MODEL]);
    let best = Infinity;
    // Small lengths take microseconds: repeat until the clock and the compiler have settled.
    for (let total = 0, i = 0; i < 7 || total < 60; i++) {
      const start = performance.now();
      tf.tidy(() => void run(sequence));
      const time = performance.now() - start;
      total += time;
      best = Math.min(best, time);
    }
    sequence.dispose();
    points.push({ length, milliseconds: best });
  }
  return points;
}

/** The exponent of time over length, from length `from` on. */
function slope(curve: Curve, from: number): number {
  const points = curve.filter(({ length }) => length >= from);
  return growthExponent(
    points.map(({ length }) => length),
    points.map(({ milliseconds }) => milliseconds),
  );
}

/**
 * Lines for the benchmark: the times, the slopes (over all lengths, and over the longer ones, where calls
 * cost nothing beside the numbers), and the length at which mixing overtakes the layer's projections.
 */
export async function measureCosts(longest: number): Promise<Line[]> {
  const lines: Line[] = [], curves: Curve[] = [];
  for (const cost of COSTS) {
    const curve = await measureCurve(cost, longest);
    curves.push(curve);
    for (const { length, milliseconds } of curve) {
      lines.push({ name: `cost, ${cost.name}, n = ${length}`, unit: "ms", value: milliseconds });
    }
    for (const from of [16, longest / 4]) {
      const name = `cost, ${cost.name}, slope from n = ${from}`;
      lines.push({ name, unit: "exponent", value: slope(curve, from) });
    }
  }
  const [mixing, layer] = curves;
  // Mixing's share of the layer passes one half where both parts are equal.
  const shares = mixing.map(({ length, milliseconds }, i) => ({
    length,
    share: milliseconds / layer[i].milliseconds,
  }));
  const after = shares.findIndex(({ share }) => share > 0.5);
  if (after > 0) {
    const low = shares[after - 1];
    const high = shares[after];
    const way = (0.5 - low.share) / (high.share - low.share);
    const value = low.length * (high.length / low.length) ** way;
    lines.push({ name: "cost, mixing overtakes the projections at n", unit: "positions", value });
  }
  return lines;
}
