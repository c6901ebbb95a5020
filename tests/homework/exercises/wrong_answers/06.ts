/** Plausible wrong answers of notebook 06 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const encoding = (cell: string, rows = "length"): string =>
  `function sinusoidalEncoding(length, modelSize) {
  const rows = Array.from({ length: ${rows} }, (_, time) =>
    Array.from({ length: modelSize }, (_, dimension) => {
      const angle = time / 10000 ** (2 * Math.floor(dimension / 2) / modelSize);
      return ${cell};
    }));
  return tf.tensor2d(rows);
}`;

const rotation = (angle: string, result = "[s * cos + c * sin, c * cos - s * sin]"): string =>
  `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  const model = rows[0].length;
  return tf.tensor2d(rows.map((row, time) =>
    Array.from({ length: model / 2 }, (_, pair) => {
      const [s, c] = [row[2 * pair], row[2 * pair + 1]];
      const angle = ${angle};
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      return ${result};
    }).flat()));
}`;

const sum = (result: string): string =>
  `function addPositions(embeddings, positions) {
  const root = Math.sqrt(embeddings.shape[2]);
  return ${result};
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "06.1": {
    "an exponent of whole numbers": encoding(
      `(dimension % 2 === 0 ? Math.sin : Math.cos)(time / 10000 ** Math.floor(2 * Math.floor(dimension / 2) / modelSize))`,
    ),
    "drawn, not computed": encoding("Math.random() * 2 - 1"),
    "one position too many": encoding(
      "dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle)",
      "length + 1",
    ),
    "the exponent upside down": `function sinusoidalEncoding(length, modelSize) {
  return tf.tensor2d(Array.from({ length }, (_, t) => Array.from({ length: modelSize }, (_, d) => {
    const angle = t / 10000 ** (modelSize / (2 * Math.floor(d / 2)));
    return d % 2 ? Math.cos(angle) : Math.sin(angle);
  })));
}`,
    "sines on odd rows": encoding("time % 2 === 0 ? Math.sin(angle) : Math.cos(angle)"),
    "rows and dimensions exchanged": `function sinusoidalEncoding(modelSize, length) {
  return tf.tensor2d(Array.from({ length }, (_, t) => Array.from({ length: modelSize }, (_, d) => {
    const angle = t / 10000 ** (2 * Math.floor(d / 2) / modelSize);
    return d % 2 ? Math.cos(angle) : Math.sin(angle);
  })));
}`,
    "one row for all": `function sinusoidalEncoding(length, modelSize) {
  const rows = Array(length).fill(Array(modelSize).fill(0));
  for (let t = 0; t < length; t++) {
    for (let d = 0; d < modelSize; d++) {
      const angle = t / 10000 ** (2 * Math.floor(d / 2) / modelSize);
      rows[t][d] = d % 2 ? Math.cos(angle) : Math.sin(angle);
    }
  }
  return tf.tensor2d(rows);
}`,
    "both halves of the angle": encoding(
      "dimension % 2 === 0 ? Math.sin(angle / 2) : Math.cos(angle / 2)",
    ),
    "one row too many": `function sinusoidalEncoding(L, d) {
  const rows = [];
  for (let t = 0; t <= L; t++) rows.push(Array.from({ length: d }, (_, k) => { const w = 1 / 10000 ** (2 * Math.floor(k / 2) / d); return k % 2 ? Math.cos(w * t) : Math.sin(w * t); }));
  return tf.tensor2d(rows);
}`,
    "parity by position": `function sinusoidalEncoding(L, d) {
  return tf.tensor2d(Array.from({ length: L }, (_, t) => Array.from({ length: d }, (_, k) => { const w = 1 / 10000 ** (2 * Math.floor(k / 2) / d); return t % 2 ? Math.cos(w * t) : Math.sin(w * t); })));
}`,
  },
  "06.2": {
    "the encoding of the offset": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[sin, cos]",
    ),
    "the rows moved up": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  return tf.tensor2d(rows.map((row, i) => rows[i + offset] ?? row.map(() => 0)));
}`,
    "multiplies by the offset": rotation("0", "[s * offset, c * offset]"),
    "recovers the angle without its quadrant": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[Math.sin(Math.asin(s) + angle), Math.cos(Math.asin(s) + angle)]",
    ),
    "the angle from the lengths lost": rotation(
      "Math.atan2(s, c) + offset / 10000 ** (2 * pair / model)",
      "[sin, cos]",
    ),
    "the cosine's line alone": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[s, c * cos - s * sin]",
    ),
    "a reflection": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[s * cos + c * sin, s * sin - c * cos]",
    ),
    "the rows rolled round": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync(), n = rows.length;
  return tf.tensor2d(rows.map((_, i) => rows[(((i - offset) % n) + n) % n]));
}`,
    "half of the pairs": rotation("pair < model / 4 ? offset / 10000 ** (2 * pair / model) : 0"),
    "turns the first pair alone": rotation("pair === 0 ? offset : 0"),
    "squares in place of products": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[s * cos * cos + c * sin * sin, c * cos - s * sin]",
    ),
    "one row only": `function rotateByOffset(encoding, offset) {
  const row = encoding.arraySync()[0];
  const turned = row.map((x, d) => {
    const angle = offset / 10000 ** (2 * Math.floor(d / 2) / row.length);
    return d % 2 ? x * Math.cos(angle) - row[d - 1] * Math.sin(angle) : x * Math.cos(angle) + row[d + 1] * Math.sin(angle);
  });
  return tf.tensor2d([turned]);
}`,
    "rows shifted": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  return tf.tensor2d(rows.map((_, t) => rows[(((t + offset) % rows.length) + rows.length) % rows.length]));
}`,
    "adds the offset": `function rotateByOffset(encoding, offset) { return encoding.add(offset); }`,
    "asin of the sine": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync(), d = rows[0].length;
  return tf.tensor2d(rows.map((r) => r.map((v, k) => { const w = 1 / 10000 ** ((k - k % 2) / d); const a = Math.asin(r[k - k % 2]) + w * offset; return k % 2 ? Math.cos(a) : Math.sin(a); })));
}`,
    "atan2 (forgets the length)": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync(), d = rows[0].length;
  return tf.tensor2d(rows.map((r) => r.map((v, k) => { const w = 1 / 10000 ** ((k - k % 2) / d); const a = Math.atan2(r[k - k % 2], r[k - k % 2 + 1]) + w * offset; return k % 2 ? Math.cos(a) : Math.sin(a); })));
}`,
  },
  "06.3": {
    "positions alone": sum("tf.add(tf.zerosLike(embeddings), positions)"),
    "one sentence only": sum(
      "tf.add(tf.mul(tf.squeeze(tf.slice(embeddings, 0, 1), [0]), root), positions)",
    ),
    "positions in reverse": sum("tf.add(tf.mul(embeddings, root), tf.reverse(positions, 0))"),
    "normalised": sum(
      "tf.sub(tf.add(tf.mul(embeddings, root), positions), tf.mean(tf.add(tf.mul(embeddings, root), positions), -1, true))",
    ),
    "plus and times of JavaScript": sum("embeddings * root + positions"),
    "a matrix product": sum("tf.matMul(embeddings, positions, false, true)"),
    "positions twice": sum("tf.add(tf.mul(embeddings, root), tf.mul(2, positions))"),
    "norm of each embedding":
      `function addPositions(e, p) { return e.mul(tf.norm(e, 2, -1, true)).add(p); }`,
    "positions computed anew":
      `function addPositions(e, p) { const d = e.shape[2]; return e.mul(Math.sqrt(d)).add(tf.tensor2d(Array.from({ length: e.shape[1] }, (_, t) => Array.from({ length: d }, (_, k) => k % 2 ? Math.cos(t / 10000 ** ((k - 1) / d)) : Math.sin(t / 10000 ** (k / d)))))); }`,
  },
  "06.4": {
    "twice as far": `function lookBackQueries(d, k) { return rotateByOffset(tf.eye(d), -2 * k); }`,
    "only the first hand": `function lookBackQueries(d, k) {
  const w = tf.eye(d).arraySync();
  w[0][0] = w[1][1] = Math.cos(k);
  w[0][1] = Math.sin(k);
  w[1][0] = -Math.sin(k);
  return tf.tensor2d(w);
}`,
    "one place too many":
      `function lookBackQueries(d, k) { return rotateByOffset(tf.eye(d), -k - 1); }`,
    "the same for every two entries": `function lookBackQueries(d, k) {
  const a = Array.from({ length: d }, (_, i) => k / 10000 ** ((i - i % 2) / d));
  return tf.tensor2d(a.map((_, i) => a.map((x, j) => (i - j) % 2 === 0 ? Math.cos(x) : Math.sin(x))));
}`,
    "ones turned": `function lookBackQueries(d, k) { return rotateByOffset(tf.ones([d, d]), -k); }`,
    "exponent of the dimension": `function lookBackQueries(d, k) {
  const w = Array.from({ length: d }, () => Array(d).fill(0));
  for (let i = 0; i < d; i += 2) {
    const [a, b] = [k / 10000 ** (i / d), k / 10000 ** ((i + 1) / d)];
    w[i][i] = Math.cos(a); w[i][i + 1] = Math.sin(a);
    w[i + 1][i] = -Math.sin(b); w[i + 1][i + 1] = Math.cos(b);
  }
  return tf.tensor2d(w);
}`,
  },
};
