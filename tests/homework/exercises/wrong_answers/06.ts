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
    "sine plus cosine": encoding("Math.sin(angle) + Math.cos(angle)"),
    "drawn, not computed": encoding("Math.random() * 2 - 1"),
    "sine and cosine of half of the dimensions alone": encoding(
      "dimension >= modelSize / 2 ? 0 : dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle)",
    ),
    "products of sine and cosine": encoding("Math.sin(angle) * Math.cos(angle)"),
    "both halves of the angle": encoding(
      "dimension % 2 === 0 ? Math.sin(angle / 2) : Math.cos(angle / 2)",
    ),
  },
  "06.2": {
    "the encoding of the offset": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[sin, cos]",
    ),
    "multiplies by the offset": rotation("0", "[s * offset, c * offset]"),
    "the cosine's line alone": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[s, c * cos - s * sin]",
    ),
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
    "adds the offset": `function rotateByOffset(encoding, offset) { return encoding.add(offset); }`,
  },
  "06.3": {
    "positions alone": sum("tf.add(tf.zerosLike(embeddings), positions)"),
    "one sentence only": sum(
      "tf.add(tf.mul(tf.squeeze(tf.slice(embeddings, 0, 1), [0]), root), positions)",
    ),
    "normalised": sum(
      "tf.sub(tf.add(tf.mul(embeddings, root), positions), tf.mean(tf.add(tf.mul(embeddings, root), positions), -1, true))",
    ),
    "plus and times of JavaScript": sum("embeddings * root + positions"),
    "a matrix product": sum("tf.matMul(embeddings, positions, false, true)"),
    "positions computed anew":
      `function addPositions(e, p) { const d = e.shape[2]; return e.mul(Math.sqrt(d)).add(tf.tensor2d(Array.from({ length: e.shape[1] }, (_, t) => Array.from({ length: d }, (_, k) => k % 2 ? Math.cos(t / 10000 ** ((k - 1) / d)) : Math.sin(t / 10000 ** (k / d)))))); }`,
  },
  "06.4": {
    "every second hand": `function lookBackQueries(d, k) {
  const w = tf.eye(d).arraySync();
  for (let i = 0; i < d; i += 4) {
    const a = k / 10000 ** (i / d);
    w[i][i] = w[i + 1][i + 1] = Math.cos(a);
    w[i][i + 1] = Math.sin(a);
    w[i + 1][i] = -Math.sin(a);
  }
  return tf.tensor2d(w);
}`,
    "the turn and the identity added": `function lookBackQueries(d, k) {
  return tf.add(tf.eye(d), rotateByOffset(tf.eye(d), -k));
}`,
    "twice as far": `function lookBackQueries(d, k) { return rotateByOffset(tf.eye(d), -2 * k); }`,
    "the same for every two entries": `function lookBackQueries(d, k) {
  const a = Array.from({ length: d }, (_, i) => k / 10000 ** ((i - i % 2) / d));
  return tf.tensor2d(a.map((_, i) => a.map((x, j) => (i - j) % 2 === 0 ? Math.cos(x) : Math.sin(x))));
}`,
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
