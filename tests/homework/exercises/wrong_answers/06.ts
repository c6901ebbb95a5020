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
    "multiplies where it should divide": encoding(
      `dimension % 2 === 0
        ? Math.sin(time * 10000 ** (2 * Math.floor(dimension / 2) / modelSize))
        : Math.cos(time * 10000 ** (2 * Math.floor(dimension / 2) / modelSize))`,
    ),
    "a base of 1000": encoding(
      `(dimension % 2 === 0 ? Math.sin : Math.cos)(time / 1000 ** (2 * Math.floor(dimension / 2) / modelSize))`,
    ),
    "an exponent of whole numbers": encoding(
      `(dimension % 2 === 0 ? Math.sin : Math.cos)(time / 10000 ** Math.floor(2 * Math.floor(dimension / 2) / modelSize))`,
    ),
    "the last hand at exactly 1/10000": encoding(
      `(dimension % 2 === 0 ? Math.sin : Math.cos)(time / 10000 ** (2 * Math.floor(dimension / 2) / Math.max(modelSize - 2, 1)))`,
    ),
    "one row for each dimension": encoding(
      "dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle)",
    ).replace("tf.tensor2d(rows)", "tf.transpose(tf.tensor2d(rows))"),
    "drawn, not computed": encoding("Math.random() * 2 - 1"),
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
    "never back": rotation("Math.abs(offset) / 10000 ** (2 * pair / model)"),
    "further with each row": rotation("offset * (time + 1) / 10000 ** (2 * pair / model)"),
    "the sine's own new value in the cosine": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  const model = rows[0].length;
  for (const row of rows) {
    for (let i = 0; i < model; i += 2) {
      const angle = offset / 10000 ** (i / model);
      row[i] = row[i] * Math.cos(angle) + row[i + 1] * Math.sin(angle);
      row[i + 1] = row[i + 1] * Math.cos(angle) - row[i] * Math.sin(angle);
    }
  }
  return tf.tensor2d(rows);
}`,
    "pairs half a vector apart": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  const half = rows[0].length / 2;
  return tf.tensor2d(rows.map((row) => {
    const turned = [...row];
    for (let i = 0; i < half; i++) {
      const angle = offset / 10000 ** (i / half);
      turned[i] = row[i] * Math.cos(angle) + row[i + half] * Math.sin(angle);
      turned[i + half] = row[i + half] * Math.cos(angle) - row[i] * Math.sin(angle);
    }
    return turned;
  }));
}`,
    "the rows moved up": `function rotateByOffset(encoding, offset) {
  const rows = encoding.arraySync();
  return tf.tensor2d(rows.map((row, i) => rows[i + offset] ?? row.map(() => 0)));
}`,
    "multiplies by the offset": rotation("0", "[s * offset, c * offset]"),
  },
  "06.3": {
    "positions alone": sum("tf.add(tf.zerosLike(embeddings), positions)"),
    "embeddings alone": sum("tf.mul(embeddings, root)"),
    "the root of the number of words": sum(
      "tf.add(tf.mul(embeddings, Math.sqrt(embeddings.shape[1])), positions)",
    ),
    "the first position for every word": sum(
      "tf.add(tf.mul(embeddings, root), tf.slice(positions, 0, 1))",
    ),
    "the root of 512": sum("tf.add(tf.mul(embeddings, Math.sqrt(512)), positions)"),
    "one sentence only": sum(
      "tf.add(tf.mul(tf.squeeze(tf.slice(embeddings, 0, 1), [0]), root), positions)",
    ),
    "the mean of both": sum("tf.div(tf.add(tf.mul(embeddings, root), positions), 2)"),
    "subtracts": sum("tf.sub(tf.mul(embeddings, root), positions)"),
    "multiplies by the positions": sum("tf.mul(tf.mul(embeddings, root), positions)"),
    "lays them side by side": sum(
      "tf.concat([tf.mul(embeddings, root), tf.add(tf.zerosLike(embeddings), positions)], 2)",
    ),
  },
};
