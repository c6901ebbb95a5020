/** Right answers of notebook 06 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "06.1": {
    "buffer": `function sinusoidalEncoding(length, modelSize) {
  const b = tf.buffer([length, modelSize]);
  for (let t = 0; t < length; t++) {
    for (let d = 0; d < modelSize; d++) {
      const a = t * Math.exp(-(d - d % 2) / modelSize * Math.log(10000));
      b.set(d % 2 ? Math.cos(a) : Math.sin(a), t, d);
    }
  }
  return b.toTensor();
}`,
    "where": `function sinusoidalEncoding(length, modelSize) {
  const d = tf.range(0, modelSize);
  const i2 = d.sub(d.mod(2));
  const a = tf.range(0, length).reshape([-1, 1]).div(tf.pow(10000, i2.div(modelSize)));
  return tf.where(d.mod(2).equal(0).expandDims(0).tile([length, 1]), a.sin(), a.cos());
}`,
    "cosines as shifted sines": `function sinusoidalEncoding(length, m) {
  const rows = [];
  for (let t = 0; t < length; t++) {
    const row = [];
    for (let i = 0; i < m / 2; i++) {
      const w = Math.pow(10000, -2 * i / m);
      row.push(Math.sin(w * t), Math.sin(w * t + Math.PI / 2));
    }
    rows.push(row);
  }
  return tf.tensor2d(rows, [length, m]);
}`,
    "two loops, i by two": `function sinusoidalEncoding(length, modelSize) {
  const rows = [];
  for (let pos = 0; pos < length; pos++) {
    const row = new Array(modelSize);
    for (let i = 0; i < modelSize; i += 2) {
      row[i] = Math.sin(pos / Math.pow(10000, i / modelSize));
      row[i + 1] = Math.cos(pos / Math.pow(10000, i / modelSize));
    }
    rows.push(row);
  }
  return tf.tensor(rows);
}`,
    "exp of a logarithm": `function sinusoidalEncoding(length, d) {
  const rates = [...Array(d / 2).keys()].map((i) => Math.exp(-2 * i * Math.log(10000) / d));
  return tf.tensor2d([...Array(length).keys()].map((t) => rates.flatMap((w) => [Math.sin(w * t), Math.cos(w * t)])));
}`,
    "tensors, sines and cosines stacked": `const sinusoidalEncoding = (length, modelSize) => {
  const positions = tf.range(0, length).expandDims(1);
  const rates = tf.exp(tf.range(0, modelSize, 2).mul(-Math.log(10000) / modelSize));
  const angles = positions.mul(rates);
  return tf.stack([tf.sin(angles), tf.cos(angles)], -1).reshape([length, modelSize]);
};`,
    "a shift of the sine": `function sinusoidalEncoding(length, modelSize) {
  return tf.tidy(() => {
    const d = tf.range(0, modelSize);
    const pair = tf.floor(tf.div(d, 2));
    const shift = tf.mul(tf.mod(d, 2), Math.PI / 2);
    const angles = tf.div(tf.expandDims(tf.range(0, length), 1), tf.pow(10000, tf.div(tf.mul(2, pair), modelSize)));
    return tf.sin(tf.add(angles, shift));
  });
}`,
    "a typed array": `function sinusoidalEncoding(length: number, modelSize: number) {
  const flat = new Float32Array(length * modelSize);
  flat.forEach((_, n) => {
    const t = Math.floor(n / modelSize), d = n % modelSize;
    const angle = t * 1e4 ** (-(d - d % 2) / modelSize);
    flat[n] = d & 1 ? Math.cos(angle) : Math.sin(angle);
  });
  console.log(flat.length);
  return tf.tensor(flat, [length, modelSize]);
}`,
    "each row from the one before": `function sinusoidalEncoding(length, d) {
  const rows = [Array.from({ length: d }, (_, j) => j % 2)];
  while (rows.length < length) {
    const last = rows[rows.length - 1];
    rows.push(last.map((x, j) => {
      const w = 10000 ** (-2 * Math.floor(j / 2) / d);
      return j % 2 ? x * Math.cos(w) - last[j - 1] * Math.sin(w) : x * Math.cos(w) + last[j + 1] * Math.sin(w);
    }));
  }
  return tf.tensor2d(rows);
}`,
    "exp and log as in PyTorch tutorials": `function sinusoidalEncoding(length, modelSize) {
  const position = tf.range(0, length).expandDims(1);
  const div = tf.exp(tf.range(0, modelSize, 2).mul(-Math.log(10000) / modelSize));
  const angle = position.mul(div);
  return tf.stack([tf.sin(angle), tf.cos(angle)], -1).reshape([length, modelSize]);
}`,
    "nested loops with push": `function sinusoidalEncoding(length: number, modelSize: number) {
  const pe: number[][] = [];
  for (let t = 0; t < length; t++) {
    const row: number[] = [];
    for (let i = 0; i < modelSize / 2; i++) {
      const w = 1 / Math.pow(10000, 2 * i / modelSize);
      row.push(Math.sin(w * t), Math.cos(w * t));
    }
    pe.push(row);
  }
  return tf.tensor2d(pe);
}`,
    "Array.from by dimension":
      `const sinusoidalEncoding = (length, d) => tf.tensor2d(Array.from({ length }, (_, t) => Array.from({ length: d }, (_, k) => {
  const angle = t / 10000 ** ((k - k % 2) / d);
  return k % 2 ? Math.cos(angle) : Math.sin(angle);
})));`,
    "buffer, the phase by exp and log": `function sinusoidalEncoding(length, modelSize) {
  const buffer = tf.buffer([length, modelSize]);
  for (let p = 0; p < length; p++) for (let k = 0; k < modelSize; k++) {
    const phase = p * Math.exp(-Math.log(1e4) * 2 * Math.floor(k / 2) / modelSize);
    buffer.set(k % 2 === 0 ? Math.sin(phase) : Math.cos(phase), p, k);
  }
  return buffer.toTensor();
}`,
  },
  "06.2": {
    "two by two matmul": `function rotateByOffset(encoding, offset) {
  const [t, m] = encoding.shape;
  const parts = tf.split(encoding, m / 2, 1).map((p, i) => {
    const a = offset / Math.pow(10000, 2 * i / m);
    return p.matMul(tf.tensor2d([[Math.cos(a), -Math.sin(a)], [Math.sin(a), Math.cos(a)]]));
  });
  return tf.concat(parts, 1);
}`,
    "uses own encoding": `function pe(n, m) {
  return Array.from(
    { length: m },
    (_, d) => (d % 2 ? Math.cos : Math.sin)(n / 10000 ** ((d - d % 2) / m)),
  );
}
function rotateByOffset(encoding, offset) {
  const m = encoding.shape[1];
  const p = pe(offset, m);
  return tf.tensor2d(
    encoding.arraySync().map((r) =>
      r.map((x, d) => d % 2 ? x * p[d] - r[d - 1] * p[d - 1] : x * p[d + 1] + r[d + 1] * p[d])
    ),
  );
}`,
    "loops over rows": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  for (const row of rows) {
    for (let i = 0; i < row.length; i += 2) {
      const angle = offset / 10000 ** (i / row.length);
      const s = row[i], c = row[i + 1];
      row[i] = s * Math.cos(angle) + c * Math.sin(angle);
      row[i + 1] = c * Math.cos(angle) - s * Math.sin(angle);
    }
  }
  return tf.tensor2d(rows);
}`,
    "one rotation matrix": `function rotateByOffset(encoding, offset) {
  const d = encoding.shape[1];
  const matrix = Array.from({ length: d }, () => new Array(d).fill(0));
  for (let i = 0; i < d / 2; i++) {
    const a = offset / 10000 ** (2 * i / d);
    matrix[2 * i][2 * i] = matrix[2 * i + 1][2 * i + 1] = Math.cos(a);
    matrix[2 * i + 1][2 * i] = Math.sin(a);
    matrix[2 * i][2 * i + 1] = -Math.sin(a);
  }
  return encoding.matMul(tf.tensor2d(matrix));
}`,
    "length and angle": `const rotateByOffset = (encoding, offset) => {
  const rows = encoding.arraySync();
  return tf.tensor2d(rows.map((row) => row.map((_, j) => {
    const s = row[j - j % 2], c = row[j - j % 2 + 1];
    const angle = Math.atan2(s, c) + offset * 10000 ** (-(j - j % 2) / row.length);
    return Math.hypot(s, c) * (j % 2 ? Math.cos(angle) : Math.sin(angle));
  })));
};`,
    "strided slices": `function rotateByOffset(encoding, offset) {
  return tf.tidy(() => {
    const [time, model] = encoding.shape;
    const s = encoding.stridedSlice([0, 0], [time, model], [1, 2]);
    const c = encoding.stridedSlice([0, 1], [time, model], [1, 2]);
    const angle = tf.range(0, model, 2).div(model).mul(-Math.log(10000)).exp().mul(offset);
    const even = s.mul(angle.cos()).add(c.mul(angle.sin()));
    const odd = c.mul(angle.cos()).sub(s.mul(angle.sin()));
    return tf.stack([even, odd], 2).reshape([time, model]);
  });
}`,
    "neighbours exchanged and signed": `function rotateByOffset(encoding, offset) {
  const [time, model] = encoding.shape;
  const dims = [...Array(model).keys()];
  const angle = dims.map((d) => offset / 10000 ** ((d - d % 2) / model));
  const partner = tf.gather(encoding, tf.tensor1d(dims.map((d) => d ^ 1), "int32"), 1);
  const signed = tf.tensor1d(angle.map((a, d) => d % 2 ? -Math.sin(a) : Math.sin(a)));
  return tf.add(tf.mul(encoding, tf.tensor1d(angle.map(Math.cos))), tf.mul(partner, signed));
}`,
    "step by step": `async function rotateByOffset(encoding, offset) {
  let rows = await encoding.array();
  const sign = Math.sign(offset);
  for (let k = 0; k < Math.abs(offset); k++) {
    rows = rows.map((row) => row.map((x, j) => {
      const w = sign * 10000 ** (-(j - j % 2) / row.length);
      return j % 2 === 0 ? x * Math.cos(w) + row[j + 1] * Math.sin(w) : x * Math.cos(w) - row[j - 1] * Math.sin(w);
    }));
  }
  return tf.tensor(rows);
}`,
    "reshape and unstack": `function rotateByOffset(encoding, offset) {
  const [T, d] = encoding.shape;
  const [s, c] = tf.unstack(encoding.reshape([T, d / 2, 2]), -1);
  const angle = tf.exp(tf.range(0, d, 2).mul(-Math.log(10000) / d)).mul(offset);
  const cs = angle.cos(), sn = angle.sin();
  return tf.stack([s.mul(cs).add(c.mul(sn)), c.mul(cs).sub(s.mul(sn))], -1).reshape([T, d]);
}`,
    "block matrix": `function rotateByOffset(encoding, offset) {
  const d = encoding.shape[1];
  const m = Array.from({ length: d }, () => Array(d).fill(0));
  for (let k = 0; k < d; k += 2) {
    const a = offset / 10000 ** (k / d);
    m[k][k] = Math.cos(a); m[k + 1][k] = Math.sin(a);
    m[k][k + 1] = -Math.sin(a); m[k + 1][k + 1] = Math.cos(a);
  }
  return tf.matMul(encoding, tf.tensor2d(m));
}`,
    "plain loops": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  const d = rows[0].length;
  for (const row of rows) for (let i = 0; i < d / 2; i++) {
    const a = offset * Math.pow(10000, -2 * i / d);
    const s = row[2 * i], c = row[2 * i + 1];
    row[2 * i] = s * Math.cos(a) + c * Math.sin(a);
    row[2 * i + 1] = c * Math.cos(a) - s * Math.sin(a);
  }
  return tf.tensor2d(rows);
}`,
  },
  "06.3": {
    "pow": `function addPositions(embeddings, positions) {
  return positions.add(embeddings.mul(embeddings.shape[2] ** 0.5));
}`,
    "a root by logarithms": `function addPositions(e, p) {
  return tf.add(tf.mul(e, Math.exp(Math.log(e.shape[2]) / 2)), tf.reshape(p, [1, ...p.shape]));
}`,
    "a function below": `function addPositions(e, p) {
  const root = tf.sqrt(tf.scalar(positionsLength(p)));
  return e.mul(root).add(p);
}
function positionsLength(p) {
  return p.shape[1];
}`,
    "methods of tensors": `const addPositions = (e, p) => e.mul(Math.sqrt(e.shape[2])).add(p);`,
    "the axis put in": `function addPositions(embeddings, positions) {
  return tf.add(tf.expandDims(positions, 0), tf.mul(tf.sqrt(tf.scalar(embeddings.shape.at(-1))), embeddings));
}`,
    "loops over rows": `function addPositions(embeddings, positions) {
  const e = embeddings.arraySync(), p = positions.arraySync();
  return tf.tensor3d(e.map((sentence) => sentence.map((word, t) => word.map((x, d) => x * word.length ** 0.5 + p[t][d]))));
}`,
    "sentence by sentence": `function addPositions(embeddings, positions) {
  const root = Math.sqrt(positions.shape[1]!);
  return tf.stack(tf.unstack(embeddings).map((sentence) => sentence.mul(root).add(positions)));
}`,
    "positions repeated": `function addPositions(embeddings, positions) {
  console.log(embeddings.shape);
  const [batch, , model] = embeddings.shape;
  const all = tf.tile(positions.expandDims(0), [batch, 1, 1]);
  return tf.tidy(() => tf.addN([embeddings.mul(model ** 0.5), all]));
}`,
    "divided by the reciprocal": `async function addPositions(embeddings, positions) {
  const { sqrt } = Math;
  return await Promise.resolve(tf.div(embeddings, 1 / sqrt(embeddings.shape[2])).add(positions));
}`,
    "chaining":
      `function addPositions(embeddings, positions) { return embeddings.mul(Math.sqrt(embeddings.shape.at(-1))).add(positions); }`,
    "expandDims": `function addPositions(embeddings, positions) {
  const d = positions.shape[1];
  return tf.add(tf.mul(tf.sqrt(d), embeddings), tf.expandDims(positions, 0));
}`,
    "unstack and stack": `function addPositions(embeddings, positions) {
  return tf.stack(tf.unstack(embeddings).map((e) => e.mul(Math.sqrt(e.shape[1])).add(positions)));
}`,
  },
  "06.4": {
    "the identity turned": `function lookBackQueries(modelSize, offset) {
  return rotateByOffset(tf.eye(modelSize), -offset);
}`,
    "table by table": `function lookBackQueries(modelSize, offset) {
  const w = Array.from({ length: modelSize }, () => Array(modelSize).fill(0));
  for (let d = 0; d < modelSize; d += 2) {
    const angle = offset / 10000 ** (d / modelSize);
    w[d][d] = w[d + 1][d + 1] = Math.cos(angle);
    w[d][d + 1] = Math.sin(angle);
    w[d + 1][d] = -Math.sin(angle);
  }
  return tf.tensor2d(w);
}`,
    "each entry": `const lookBackQueries = (d, k) =>
  tf.tensor2d(Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => {
    if (i >> 1 !== j >> 1) return 0;
    const a = k * Math.exp(-Math.log(10000) * (i - i % 2) / d);
    return i === j ? Math.cos(a) : (i % 2 === 0 ? 1 : -1) * Math.sin(a);
  })));`,
    "turned on and transposed": `function lookBackQueries(modelSize, offset) {
  return tf.transpose(rotateByOffset(tf.eye(modelSize), offset));
}`,
    "solved from encodings": `function lookBackQueries(d, k) {
  const unit = (i) => Array.from({ length: d }, (_, j) => i === j ? 1 : 0);
  const rows = [];
  for (let i = 0; i < d; i++) rows.push(rotateByOffset(tf.tensor2d([unit(i)]), -k).squeeze());
  return tf.stack(rows);
}`,
  },
};
