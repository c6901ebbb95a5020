/**
 * Where the time of a training step goes: what its matrix products reach of the core's peak, shape by
 * shape, and what each kernel costs. The least of many rounds counts, which load disturbs least.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { ready } from "lib/tensor/ready.ts";
import type { Line } from "./contests.ts";
import { compilePeak } from "./peak.ts";
import { openProducts, type ProductShape } from "./product_time.ts";
import { SIZES, type Step } from "./transformer_step.ts";
import { WORKLOADS } from "./workloads.ts";

const ROWS = SIZES.batch * SIZES.time;

/** The products of a training step: forward, to the inputs, to the weights; and one of a decoding step. */
const SHAPES: readonly ProductShape[] = [
  ...[
    [SIZES.model, SIZES.model],
    [SIZES.model, SIZES.feedForward],
    [SIZES.feedForward, SIZES.model],
    [SIZES.model, 4 * SIZES.model],
    [SIZES.model, SIZES.vocab],
  ].flatMap(([inputs, outputs]) => [
    { rows: ROWS, columns: outputs, depth: inputs },
    { rows: ROWS, columns: inputs, depth: outputs, transposeB: true },
    { rows: inputs, columns: outputs, depth: ROWS, transposeA: true },
  ]),
  { rows: SIZES.batch, columns: 4 * SIZES.model, depth: SIZES.model },
  { rows: 1, columns: SIZES.feedForward, depth: SIZES.model },
];

const inWords = ({ rows, columns, depth, transposeA, transposeB }: ProductShape) =>
  `${rows} × ${columns} × ${depth}${transposeA ? ", A transposed" : ""}${
    transposeB ? ", B transposed" : ""
  }`;

/** Lines for the benchmark: GFLOP/s by shape, then milliseconds by kernel of each model's step. */
export async function measureKernels(rounds: number): Promise<Line[]> {
  return [...await measureShapes(4 * rounds), ...await measureSteps(rounds)];
}

async function measureShapes(rounds: number): Promise<Line[]> {
  const peak = await compilePeak(), multiply = await openProducts();
  let limit = 0;
  const rates = SHAPES.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    limit = Math.max(limit, peak());
    SHAPES.forEach((shape, i) => rates[i] = Math.max(rates[i], multiply(shape)));
  }
  return [
    { name: "kernels, 128-bit FMA peak", unit: "GFLOP/s", value: limit },
    ...SHAPES.flatMap((shape, i) => [
      { name: `kernels, product ${inWords(shape)}`, unit: "GFLOP/s", value: rates[i] },
      {
        name: `kernels, product ${inWords(shape)}, of the peak`,
        unit: "ratio",
        value: rates[i] / limit,
      },
    ]),
  ];
}

async function measureSteps(rounds: number): Promise<Line[]> {
  await ready();
  const lines: Line[] = [];
  for (const model of ["transformer", "lstm", "gru"]) {
    const step = WORKLOADS[model]();
    for (let i = 0; i < 3; i++) step();
    const least = new Map<string, number>();
    let whole = Infinity;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      step();
      whole = Math.min(whole, performance.now() - start);
      for (const [kernel, time] of await profile(step)) {
        least.set(kernel, Math.min(least.get(kernel) ?? Infinity, time));
      }
    }
    const line = (what: string, value: number) =>
      lines.push({ name: `kernels, ${model} step, ${what}`, unit: "ms", value });
    const kernels = [...least].sort(([, a], [, b]) => b - a);
    line("whole", whole);
    for (const [kernel, time] of kernels) if (time > 0.1) line(kernel, time);
    line("Adam, and around the kernels", whole - kernels.reduce((sum, [, time]) => sum + time, 0));
  }
  return lines;
}

/** The milliseconds of a step by the name of tfjs's kernels, with how often each ran. */
async function profile(step: Step): Promise<[string, number][]> {
  const { kernels } = await tf.profile(() => {
    step();
    return [];
  });
  const sums = new Map<string, { time: number; count: number }>();
  for (const { name, kernelTimeMs } of kernels) {
    const sum = sums.get(name) ?? { time: 0, count: 0 };
    sum.time += Number(await kernelTimeMs);
    sum.count++;
    sums.set(name, sum);
  }
  return [...sums].map(([name, { time, count }]) => [`${count} × ${name}`, time]);
}
