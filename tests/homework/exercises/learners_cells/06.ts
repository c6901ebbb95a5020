/** Cells that answer the exercises of notebook 06 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "06.1": [
    {
      what: "arrow with a default parameter, the cosine as a shifted sine",
      status: "passed",
      cell: `
const sinusoidalEncoding = (length: number, modelSize: number, base = 10000): tf.Tensor2D =>
  tf.tensor2d(
    Array.from({ length }, (_, t) =>
      Array.from({ length: modelSize }, (_, j) =>
        Math.sin(t / base ** ((j - j % 2) / modelSize) + (j % 2) * Math.PI / 2))),
    [length, modelSize],
  );`,
    },
    {
      what: "generator that turns the hands on, row by row; printing below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

// 시곗바늘을 한 칸씩 돌린다
function* clock(modelSize: number): Generator<number[]> {
  const turns = Array.from({ length: modelSize / 2 }, (_, i) => Math.exp(-Math.log(10000) * 2 * i / modelSize));
  let row = turns.flatMap(() => [0, 1]);
  while (true) {
    yield row;
    const previous = row;
    row = turns.flatMap((omega, i) => {
      const [s, c] = [previous[2 * i], previous[2 * i + 1]];
      return [
        s * Math.cos(omega) + c * Math.sin(omega),
        c * Math.cos(omega) - s * Math.sin(omega),
      ];
    });
  }
}

export function sinusoidalEncoding(length: number, modelSize: number): any {
  const rows: number[][] = [];
  for (const row of clock(modelSize)) {
    if (rows.length === length) break;
    rows.push(row);
  }
  return tf.tensor2d(rows, [length, modelSize]);
}

console.log(sinusoidalEncoding(2, 4).arraySync());`,
    },
    {
      what: "int32 division",
      status: "failed",
      mistake: "an exponent of whole numbers",
      cell: `
function sinusoidalEncoding(length: number, modelSize: number): tf.Tensor {
  return tf.tidy(() => {
    const even = tf.range(0, modelSize, 2, "int32"); // 2i
    const exponents = even.div(tf.scalar(modelSize, "int32")).cast("float32");
    const omegas = tf.pow(10000, exponents.mul(-1));
    const angles = tf.range(0, length).expandDims(1).mul(omegas);
    return tf.stack([angles.sin(), angles.cos()], -1).reshape([length, modelSize]);
  });
}`,
    },
    {
      what: "timescales over d/2 - 1, as in tensor2tensor",
      status: "failed",
      mistake: "the last hand at exactly 1/10000",
      cell: `
const sinusoidalEncoding = (length: number, modelSize: number) => {
  const timescales = modelSize / 2;
  const increment = Math.log(10000) / Math.max(timescales - 1, 1);
  const data = new Float32Array(length * modelSize);
  for (let t = 0; t < length; t++) {
    for (let i = 0; i < timescales; i++) {
      const angle = t * Math.exp(-i * increment);
      data[t * modelSize + 2 * i] = Math.sin(angle);
      data[t * modelSize + 2 * i + 1] = Math.cos(angle);
    }
  }
  return tf.tensor2d(data, [length, modelSize]);
};`,
    },
  ],
  "06.2": [
    {
      what: "helper class, unstack and stack",
      status: "passed",
      cell: `
class Hands {
  readonly cosines: tf.Tensor;
  readonly sines: tf.Tensor;

  constructor(readonly count: number, offset: number) {
    const angles = [...Array(count).keys()].map((i) => offset * Math.pow(10000, -i / count));
    this.cosines = tf.tensor1d(angles.map((a) => Math.cos(a)));
    this.sines = tf.tensor1d(angles.map((a) => Math.sin(a)));
  }

  turn(sine: tf.Tensor, cosine: tf.Tensor): tf.Tensor[] {
    return [
      sine.mul(this.cosines).add(cosine.mul(this.sines)),
      cosine.mul(this.cosines).sub(sine.mul(this.sines)),
    ];
  }
}

const rotateByOffset = (encoding: any, offset: number): any =>
  tf.tidy(() => {
    const [time, model] = encoding.shape;
    const hands = new Hands(model / 2, offset);
    const [sine, cosine] = tf.unstack(encoding.reshape([time, model / 2, 2]), -1);
    return tf.stack(hands.turn(sine, cosine), -1).reshape([time, model]);
  });`,
    },
    {
      what: "one matrix for all hands, buffer, export default, no types",
      status: "passed",
      cell: `
export default function rotateByOffset(encoding, offset) {
  const d = encoding.shape[1];
  const matrix = tf.buffer([d, d]);
  for (let even = 0; even < d; even += 2) {
    const angle = offset / 10000 ** (even / d);
    matrix.set(Math.cos(angle), even, even);
    matrix.set(-Math.sin(angle), even, even + 1);
    matrix.set(Math.sin(angle), even + 1, even);
    matrix.set(Math.cos(angle), even + 1, even + 1);
  }
  return encoding.matMul(matrix.toTensor());
}`,
    },
    {
      what: "stacks along axis 1",
      status: "failed",
      mistake: "sine and cosine halves instead of interleaved",
      cell: `
function rotateByOffset(encoding: Axes<"time model">, offset: number): tf.Tensor {
  const [time, model] = encoding.shape;
  const half = model / 2;
  const angles = Array.from({ length: half }, (_, i) => offset / 10000 ** (2 * i / model));
  const cos = tf.tensor1d(angles.map(Math.cos));
  const sin = tf.tensor1d(angles.map(Math.sin));
  const [s, c] = tf.unstack(tf.reshape(encoding, [time, half, 2]), -1);
  const turned = tf.stack([
    tf.add(tf.mul(s, cos), tf.mul(c, sin)),
    tf.sub(tf.mul(c, cos), tf.mul(s, sin)),
  ], 1);
  return tf.reshape(turned, [time, model]);
}`,
    },
    {
      what: "the new sine used for the cosine",
      status: "failed",
      mistake: "the new sine in the cosine's line",
      cell: `
const rotateByOffset = (encoding: any, offset: number) => {
  const rows = encoding.arraySync() as number[][];
  const d = encoding.shape[1];
  for (const row of rows) {
    for (let i = 0; i < d / 2; i++) {
      const a = offset / Math.pow(10000, 2 * i / d);
      row[2 * i] = row[2 * i] * Math.cos(a) + row[2 * i + 1] * Math.sin(a);
      row[2 * i + 1] = row[2 * i + 1] * Math.cos(a) - row[2 * i] * Math.sin(a);
    }
  }
  return tf.tensor2d(rows, encoding.shape);
};`,
    },
  ],
  "06.3": [
    {
      what: "arrow with an expression body, division by the inverse root",
      status: "passed",
      cell: `
const addPositions = (e: tf.Tensor3D, p: tf.Tensor2D): tf.Tensor => tf.add(p, e.div(e.shape[2] ** -0.5));`,
    },
    {
      what: "sentence by sentence, helper before, default export, assertion below",
      status: "passed",
      cell: `
import { assert } from "@std/assert";

const toVarianceOne = (sentence: tf.Tensor): tf.Tensor => {
  const d = sentence.shape[sentence.rank - 1];
  return tf.mul(sentence, tf.sqrt(tf.scalar(d)));
};

export default function addPositions(embeddings: any, positions: any): any {
  // 문장마다 같은 위치를 더한다
  const sentences = tf.unstack(embeddings, 0).map((one) => toVarianceOne(one).add(positions));
  return tf.stack(sentences, 0);
}

assert(addPositions(tf.ones([2, 3, 4]), tf.zeros([3, 4])).shape.join() === "2,3,4");`,
    },
    {
      what: "tile along the wrong axis, then reshape",
      status: "failed",
      mistake: "each position repeated in a row",
      cell: `
function addPositions(
  embeddings: Axes<"batch time model">,
  positions: Axes<"time model">,
): tf.Tensor {
  const [batch, time, model] = embeddings.shape;
  const repeated = tf.reshape(tf.tile(positions, [1, batch]), [batch, time, model]);
  return tf.add(tf.mul(embeddings, Math.sqrt(model)), repeated);
}`,
    },
    {
      what: "divides by the measured deviation",
      status: "failed",
      mistake: "each vector's own variance",
      cell: `
const addPositions = (embeddings: any, positions: any) => {
  const { variance } = tf.moments(embeddings);
  const unit = embeddings.div(variance.sqrt()); // variance 1 now
  return unit.add(positions);
};`,
    },
  ],
  "06.4": [
    {
      what: "arrow, entry by entry, Math.cos(angle) cases",
      status: "passed",
      cell: `
const lookBackQueries = (modelSize: number, offset: number): tf.Tensor => {
  const entry = (row: number, column: number) => {
    if (row >> 1 !== column >> 1) return 0;
    const angle = offset * 10000 ** (-2 * (row >> 1) / modelSize);
    if (row === column) return Math.cos(angle);
    return row < column ? Math.sin(angle) : 0 - Math.sin(angle);
  };
  const indices = [...Array(modelSize).keys()];
  return tf.tensor2d(indices.map((row) => indices.map((column) => entry(row, column))));
};`,
    },
    {
      what: "recursion over the hands, helper after, pad and concat",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

export function lookBackQueries(modelSize: any, offset: any): any {
  return tf.tidy(() => handsFrom(0, modelSize, offset));
}

/** 대각선을 따라 블록을 놓는다 */
function handsFrom(i: number, modelSize: number, offset: number): tf.Tensor2D {
  const angle = offset / Math.pow(10000, (2 * i) / modelSize);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const block = tf.tensor2d([[c, s], [0 - s, c]]);
  const rest = modelSize - 2 * (i + 1);
  if (rest === 0) return block;
  const below = handsFrom(i + 1, modelSize, offset);
  return tf.concat([tf.pad(block, [[0, 0], [0, rest]]), tf.pad(below, [[0, 0], [2, 0]])], 0);
}`,
    },
    {
      what: "one step back, repeated offset times",
      status: "failed",
      mistake: "a negative offset turns nothing",
      cell: `
function lookBackQueries(modelSize: number, offset: number): tf.Tensor {
  const step = tf.buffer([modelSize, modelSize]);
  for (let i = 0; i < modelSize; i += 2) {
    const w = 1 / 10000 ** (i / modelSize);
    step.set(Math.cos(w), i, i);
    step.set(Math.sin(w), i, i + 1);
    step.set(-Math.sin(w), i + 1, i);
    step.set(Math.cos(w), i + 1, i + 1);
  }
  const oneBack = step.toTensor();
  let W: tf.Tensor = tf.eye(modelSize);
  for (let n = 0; n < offset; n++) W = tf.matMul(W, oneBack);
  return W;
}`,
    },
    {
      what: "exponent i / d instead of 2i / d",
      status: "failed",
      mistake: "exponent i/d for 2i/d",
      cell: `
const lookBackQueries = (modelSize: number, offset: number) => {
  const W = Array.from({ length: modelSize }, () => new Array<number>(modelSize).fill(0));
  for (let i = 0; i < modelSize / 2; i++) {
    const angle = -offset * Math.pow(10000, -i / modelSize);
    W[2 * i][2 * i] = Math.cos(angle);
    W[2 * i][2 * i + 1] = -Math.sin(angle);
    W[2 * i + 1][2 * i] = Math.sin(angle);
    W[2 * i + 1][2 * i + 1] = Math.cos(angle);
  }
  return tf.tensor2d(W);
};`,
    },
  ],
};
