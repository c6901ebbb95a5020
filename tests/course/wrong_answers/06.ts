/** Plausible wrong answers of notebook 06 that no hint names: they must fail all the same. */

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
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "06.1": {
    "sines everywhere": encoding("Math.sin(angle)"),
    "the angles themselves": encoding("angle"),
    "one position too many": encoding(
      "dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle)",
      "length + 1",
    ),
    "degrees instead of radians": encoding(
      "dimension % 2 === 0 ? Math.sin(angle * Math.PI / 180) : Math.cos(angle * Math.PI / 180)",
    ),
    "plain rows instead of a tensor": `function sinusoidalEncoding(length, modelSize) {
  return Array.from({ length }, () => Array.from({ length: modelSize }, () => 0));
}`,
  },
  "06.2": {
    "the encoding as it came": `function rotateByOffset(encoding, offset) { return encoding; }`,
    "the encoding of the offset": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[sin, cos]",
    ),
    "takes the row for the position": rotation(
      "(time + offset) / 10000 ** (2 * pair / model)",
      "[sin, cos]",
    ),
    "sine and cosine change places": rotation(
      "offset / 10000 ** (2 * pair / model)",
      "[c * cos - s * sin, s * cos + c * sin]",
    ),
    "multiplies by the offset": rotation("0", "[s * offset, c * offset]"),
  },
  "06.3": {
    "positions alone": sum("tf.add(tf.zerosLike(embeddings), positions)"),
    "embeddings alone": sum("tf.mul(embeddings, root)"),
    "subtracts": sum("tf.sub(tf.mul(embeddings, root), positions)"),
    "multiplies by the positions": sum("tf.mul(tf.mul(embeddings, root), positions)"),
    "lays them side by side": sum(
      "tf.concat([tf.mul(embeddings, root), tf.add(tf.zerosLike(embeddings), positions)], 2)",
    ),
  },
};
