/**
 * A few milliseconds of arithmetic that show whether a backend can be trusted on this machine:
 * values and gradients of a small network, against the same network in plain JavaScript.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/** Numbers without a pattern that a swapped axis or a lost block would keep: no randomness is needed. */
function numbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => Math.sin((i + 1) * (seed + 0.7)) / 4);
}

const FLAGS = [false, true];

/** The numbers of the tensors that `compute` makes. Read asynchronously, as WebGPU demands. */
async function read(compute: () => tf.Tensor[]): Promise<Float32Array[]> {
  const tensors = tf.tidy(compute);
  try {
    return await Promise.all(
      tensors.map(async (tensor) => Float32Array.from(await tensor.data())),
    );
  } finally {
    tf.dispose(tensors);
  }
}

/**
 * A product large enough for threads and BLAS to take part, in every transposition. Row i of A is aᵢ · s,
 * column j of B is bⱼ · t, so that each number of the product is known: aᵢ · bⱼ · (s · t).
 */
async function largeProductsAreRight(): Promise<boolean> {
  const rows = 67;
  const columns = 83;
  const depth = 101;
  const [a, b, s, t] = [rows, columns, depth, depth].map((length, i) => numbers(length, i + 5));
  const inner = s.reduce((sum, each, k) => sum + each * t[k], 0);
  const outer = (x: Float32Array, y: Float32Array) =>
    tf.tensor2d(
      Float32Array.from({ length: x.length * y.length }, (_, i) =>
        x[Math.floor(i / y.length)] * y[i % y.length]),
      [x.length, y.length],
    );
  for (const [transposeA, transposeB] of FLAGS.flatMap((a) => FLAGS.map((b) => [a, b]))) {
    const product = await read(() => {
      const left = transposeA ? outer(s, a) : outer(a, s);
      const right = transposeB ? outer(b, t) : outer(t, b);
      return [tf.matMul(left, right, transposeA, transposeB)];
    });
    const right = product[0].every((found, i) => {
      const expected = a[Math.floor(i / columns)] * b[i % columns] * inner;
      return Math.abs(found - expected) <= 1e-4 * (Math.abs(inner) + Math.abs(expected));
    });
    if (!right) return false;
  }
  return true;
}

/** Loss and gradients of a network of odd sizes, on the backend in use. */
function sample(): Promise<Float32Array[]> {
  return read(() => {
    const inputs = tf.tensor3d(numbers(3 * 7 * 13, 1), [3, 7, 13]);
    const first = tf.tensor2d(numbers(13 * 29, 2), [13, 29]);
    const bias = tf.tensor1d(numbers(29, 3));
    const second = tf.tensor2d(numbers(29 * 11, 4), [29, 11]);
    const loss = (x: tf.Tensor, a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) => {
      const rows = tf.reshape(x, [-1, 13]);
      const hidden = tf.relu(tf.add(tf.matMul(rows, a), b));
      const sequence = tf.reshape(tf.matMul(hidden, c), [3, 7, 11]);
      const [left, right] = tf.split(sequence, [5, 6], 2);
      const joined = tf.concat([right, left], 2);
      const scores = tf.softmax(tf.matMul(joined, sequence, false, true));
      return tf.sum(tf.square(tf.matMul(scores, joined)));
    };
    const { value, grads } = tf.valueAndGrads((x, a, b, c) => tf.reshape(loss(x, a, b, c), []))([
      inputs,
      first,
      bias,
      second,
    ]);
    return [value, ...grads];
  });
}

/**
 * Compares the backend in use, as it is now, with plain JavaScript. Returns what is wrong as a sentence, or
 * undefined. Leaves the backend in use as it was.
 */
export async function selfCheck(): Promise<string | undefined> {
  const backend = tf.getBackend();
  if (!await largeProductsAreRight()) return "its matrix products are wrong";
  const found = await sample();
  await tf.setBackend("cpu");
  const expected = await sample();
  await tf.setBackend(backend);
  for (const [index, want] of expected.entries()) {
    let square = 0, error = 0;
    want.forEach((value, i) => {
      square += value * value;
      error += (value - found[index][i]) ** 2;
    });
    // Written so that NaN fails too.
    if (!(Math.sqrt(error) <= 1e-4 * Math.sqrt(square))) {
      return `its results differ from plain JavaScript by ${
        (Math.sqrt(error / square)).toExponential(1)
      }`;
    }
  }
  return undefined;
}
