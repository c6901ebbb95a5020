/** Answers to the exercises of notebook 06 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "06.1": [
    {
      what: "arrays",
      status: "passed",
      body: `
const rows = [];
for (let t = 0; t < length; t++) {
  const 줄 = [];
  for (let i = 0; i < modelSize; i += 2) {
    const a = t / 10000 ** (i / modelSize);
    줄.push(Math.sin(a), Math.cos(a));
  }
  rows.push(줄);
}
return tf.tensor2d(rows);`,
    },
    {
      what: "stack reshape",
      status: "passed",
      body: `
const t = tf.range(0, length).expandDims(1);
const f = tf.exp(tf.range(0, modelSize, 2).mul(-Math.log(10000) / modelSize));
const a = t.mul(f);
return tf.stack([a.sin(), a.cos()], -1).reshape([length, modelSize]);`,
    },
    {
      what: "floor",
      status: "passed",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const w = Math.pow(10000, -2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(w * t) : Math.sin(w * t);
    })),
  [length, modelSize],
);`,
    },
    {
      what: "from 1",
      status: "failed",
      mistake: "position from 1",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = (t + 1) / 10000 ** (2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "swapped",
      status: "failed",
      mistake: "cosine first",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 10000 ** (2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.sin(a) : Math.cos(a);
    })),
);`,
    },
    {
      what: "concatenated halves",
      status: "failed",
      mistake: "sine and cosine halves instead of interleaved",
      body: `
return tf.tensor2d(Array.from({ length }, (_, t) => {
  const h = modelSize / 2;
  const a = Array.from({ length: h }, (_, i) => t / 10000 ** (2 * i / modelSize));
  return [...a.map(Math.sin), ...a.map(Math.cos)];
}));`,
    },
    {
      what: "exponent j",
      status: "failed",
      mistake: "the exponent counts dimensions, not pairs",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 10000 ** (j / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "exponent 2j",
      status: "failed",
      mistake: "the exponent counts dimensions, not pairs",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 10000 ** (2 * j / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "exponent i over d",
      status: "failed",
      mistake: "exponent i/d for 2i/d",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 10000 ** (Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "base 1000",
      status: "failed",
      mistake: "another base than 10000",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 1000 ** (2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "multiplied",
      status: "failed",
      mistake: "multiplies where it should divide",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t * 10000 ** (2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "no power",
      status: "failed",
      mistake: "10000 times the exponent",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / (10000 * (2 * Math.floor(j / 2) / modelSize) || 1);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "transposed",
      status: "failed",
      mistake: "one row for each dimension",
      body: `
return tf.tensor2d(
  Array.from({ length: modelSize }, (_, j) =>
    Array.from({ length }, (_, t) => {
      const a = t / 10000 ** (2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "parity of position",
      status: "failed",
      mistake: "sine or cosine by the position",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 10000 ** (2 * Math.floor(j / 2) / modelSize);
      return t % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "d/2",
      status: "failed",
      mistake: "exponent 4i/d for 2i/d",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = t / 10000 ** (2 * Math.floor(j / 2) / (modelSize / 2));
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "all sines",
      status: "failed",
      mistake: "sines alone",
      body: `
return tf.tensor2d(
  Array.from(
    { length },
    (_, t) =>
      Array.from(
        { length: modelSize },
        (_, j) => Math.sin(t / 10000 ** (2 * Math.floor(j / 2) / modelSize)),
      ),
  ),
);`,
    },
    {
      what: "rows with two nested loops",
      status: "passed",
      body: `
const rows: number[][] = [];
for (let t = 0; t < length; t++) {
  const row: number[] = [];
  for (let i = 0; i < modelSize / 2; i++) {
    const angle = t / Math.pow(10000, 2 * i / modelSize);
    row.push(Math.sin(angle), Math.cos(angle));
  }
  rows.push(row);
}
const table: tf.Tensor = tf.tensor2d(rows, [length, modelSize]);
return table;`,
    },
    {
      what: "as matrices, like in the lesson",
      status: "passed",
      body: `
return tf.tidy(() => {
  const times: tf.Tensor = tf.tensor2d(Array.from({ length }, (_, t) => t), [length, 1]);
  const omegas = Array.from({ length: modelSize / 2 }, (_, i) => 10000 ** (-2 * i / modelSize));
  const turned: tf.Tensor = tf.matMul(times, tf.tensor2d([omegas], [1, modelSize / 2]));
  const pairs: tf.Tensor = tf.stack([tf.sin(turned), tf.cos(turned)], -1);
  const result: tf.Tensor = tf.reshape(pairs, [length, modelSize]);
  return result;
});`,
    },
    {
      what: "cosine with a frequency of its own",
      status: "failed",
      mistake: "the exponent counts dimensions, not pairs",
      body: `
const rows: number[][] = [];
for (let t = 0; t < length; t++) {
  const row: number[] = [];
  for (let j = 0; j < modelSize; j++) {
    const angle = t / 10000 ** (j / modelSize);
    row.push(j % 2 === 0 ? Math.sin(angle) : Math.cos(angle));
  }
  rows.push(row);
}
const table: tf.Tensor = tf.tensor2d(rows, [length, modelSize]);
return table;`,
    },
    {
      what: "sines first, cosines behind",
      status: "failed",
      mistake: "sine and cosine halves instead of interleaved",
      body: `
const rows = Array.from({ length }, (_, t) => {
  const angles = Array.from({ length: modelSize / 2 }, (_, i) => t / 10000 ** (2 * i / modelSize));
  return [...angles.map(Math.sin), ...angles.map(Math.cos)];
});
const table: tf.Tensor = tf.tensor2d(rows, [length, modelSize]);
return table;`,
    },
    {
      what: "positions counted from 1",
      status: "failed",
      mistake: "position from 1",
      body: `
const rows: number[][] = [];
for (let t = 1; t <= length; t++) {
  const row: number[] = [];
  for (let i = 0; i < modelSize / 2; i++) {
    const omega = 1 / 10000 ** (2 * i / modelSize);
    row.push(Math.sin(omega * t), Math.cos(omega * t));
  }
  rows.push(row);
}
const table: tf.Tensor = tf.tensor2d(rows, [length, modelSize]);
return table;`,
    },
  ],
  "06.2": [
    {
      what: "matrix",
      status: "passed",
      body: `
const d = encoding.shape[1];
const M = Array.from({ length: d }, () => Array(d).fill(0));
for (let i = 0; i < d; i += 2) {
  const a = offset / 10000 ** (i / d);
  M[i][i] = Math.cos(a);
  M[i + 1][i] = Math.sin(a);
  M[i][i + 1] = -Math.sin(a);
  M[i + 1][i + 1] = Math.cos(a);
}
return tf.matMul(encoding, tf.tensor2d(M));`,
    },
    {
      what: "unstack",
      status: "passed",
      body: `
const [t, d] = encoding.shape;
const a = tf.tensor1d(
  Array.from({ length: d / 2 }, (_, i) => offset / Math.pow(10000, 2 * i / d)),
);
const [s, c] = tf.unstack(encoding.reshape([t, d / 2, 2]), -1);
return tf.stack([s.mul(a.cos()).add(c.mul(a.sin())), c.mul(a.cos()).sub(s.mul(a.sin()))], -1)
  .reshape([t, d]);`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0
        ? x * Math.cos(a) + row[j + 1] * Math.sin(a)
        : x * Math.cos(a) - row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "turned back",
      status: "failed",
      mistake: "sign: turns backwards",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0
        ? x * Math.cos(a) - row[j + 1] * Math.sin(a)
        : x * Math.cos(a) + row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "both plus",
      status: "failed",
      mistake: "both terms with a plus",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0
        ? x * Math.cos(a) + row[j + 1] * Math.sin(a)
        : x * Math.cos(a) + row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "adds angle",
      status: "failed",
      mistake: "adds the offset's encoding",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0 ? x + Math.sin(a) : x + Math.cos(a);
    })
  ),
);`,
    },
    {
      what: "one frequency",
      status: "failed",
      mistake: "every hand turns by the same angle",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = offset;
      return j % 2 === 0
        ? x * Math.cos(a) + row[j + 1] * Math.sin(a)
        : x * Math.cos(a) - row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "exponent doubled",
      status: "failed",
      mistake: "exponent 4i/d for 2i/d",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-2 * (j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0
        ? x * Math.cos(a) + row[j + 1] * Math.sin(a)
        : x * Math.cos(a) - row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "RoPE by position",
      status: "failed",
      mistake: "further with each row",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * t * offset;
      return j % 2 === 0
        ? x * Math.cos(a) + row[j + 1] * Math.sin(a)
        : x * Math.cos(a) - row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "scaled not rotated",
      status: "failed",
      mistake: "cosines alone",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0 ? x * Math.cos(a) : x * Math.cos(a);
    })
  ),
);`,
    },
    {
      what: "sin and cos swapped",
      status: "failed",
      mistake: "the angle's sine for its cosine",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * offset;
      return j % 2 === 0
        ? x * Math.sin(a) + row[j + 1] * Math.cos(a)
        : x * Math.sin(a) - row[j - 1] * Math.cos(a);
    })
  ),
);`,
    },
    {
      what: "half split",
      status: "failed",
      mistake: "pairs half a vector apart",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row) => {
    const d = row.length, h = d / 2;
    return row.map((x, j) => {
      const i = j % h, a = offset / 10000 ** (2 * i / d);
      return j < h
        ? x * Math.cos(a) + row[j + h] * Math.sin(a)
        : x * Math.cos(a) - row[j - h] * Math.sin(a);
    });
  }),
);`,
    },
    {
      what: "in place reuse",
      status: "failed",
      mistake: "the new sine in the cosine's line",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row) => {
    for (let j = 0; j < row.length; j += 2) {
      const a = offset / 10000 ** (j / row.length);
      row[j] = row[j] * Math.cos(a) + row[j + 1] * Math.sin(a);
      row[j + 1] = row[j + 1] * Math.cos(a) - row[j] * Math.sin(a);
    }
    return row;
  }),
);`,
    },
    {
      what: "recomputes from positions 0",
      status: "failed",
      mistake: "takes the row for the position",
      body: `
const [n, d] = encoding.shape;
return tf.tensor2d(Array.from({ length: n }, (_, t) =>
  Array.from({ length: d }, (_, j) => {
    const a = (t + offset) / 10000 ** (2 * Math.floor(j / 2) / d);
    return j % 2 ? Math.cos(a) : Math.sin(a);
  })));`,
    },
    {
      what: "abs offset",
      status: "failed",
      mistake: "never back",
      body: `
return tf.tensor2d(
  encoding.arraySync().map((row, t) =>
    row.map((x, j) => {
      const w = 10000 ** (-(j - j % 2) / row.length), a = w * Math.abs(offset);
      return j % 2 === 0
        ? x * Math.cos(a) + row[j + 1] * Math.sin(a)
        : x * Math.cos(a) - row[j - 1] * Math.sin(a);
    })
  ),
);`,
    },
    {
      what: "unstack the pairs, turn, stack again",
      status: "passed",
      body: `
const x: tf.Tensor = encoding;
const [time, model] = x.shape;
const angles = Array.from({ length: model / 2 }, (_, i) => offset / 10000 ** (2 * i / model));
const cosines = tf.tensor1d(angles.map((angle) => Math.cos(angle)));
const sines = tf.tensor1d(angles.map((angle) => Math.sin(angle)));
const [s, c] = tf.unstack(tf.reshape(x, [time, model / 2, 2]), -1);
const newS: tf.Tensor = tf.add(tf.mul(s, cosines), tf.mul(c, sines));
const newC: tf.Tensor = tf.sub(tf.mul(c, cosines), tf.mul(s, sines));
const result: tf.Tensor = tf.reshape(tf.stack([newS, newC], -1), [time, model]);
return result;`,
    },
    {
      what: "numbers in a flat list, sine and cosine chosen by dimension",
      status: "passed",
      body: `
const x: tf.Tensor = encoding;
const [time, model] = x.shape;
const old = x.dataSync();
const turned = Array.from(old, (value, index) => {
  const j = index % model;
  const even = j % 2 === 0;
  const angle = offset * Math.pow(10000, -(even ? j : j - 1) / model);
  const partner = even ? old[index + 1] : -old[index - 1];
  return value * Math.cos(angle) + partner * Math.sin(angle);
});
const result: tf.Tensor = tf.tensor2d(turned, [time, model]);
return result;`,
    },
    {
      what: "sine overwritten before the cosine is computed",
      status: "failed",
      mistake: "the new sine in the cosine's line",
      body: `
const rows = (encoding as tf.Tensor).arraySync() as number[][];
const model = rows[0].length;
for (const row of rows) {
  for (let i = 0; i < model / 2; i++) {
    const angle = offset / 10000 ** (2 * i / model);
    row[2 * i] = row[2 * i] * Math.cos(angle) + row[2 * i + 1] * Math.sin(angle);
    row[2 * i + 1] = row[2 * i + 1] * Math.cos(angle) - row[2 * i] * Math.sin(angle);
  }
}
const result: tf.Tensor = tf.tensor2d(rows);
return result;`,
    },
    {
      what: "stacked along the wrong axis",
      status: "failed",
      mistake: "sine and cosine halves instead of interleaved",
      body: `
const x: tf.Tensor = encoding;
const [time, model] = x.shape;
const angles = Array.from({ length: model / 2 }, (_, i) => offset / 10000 ** (2 * i / model));
const [cosines, sines] = [tf.tensor1d(angles.map(Math.cos)), tf.tensor1d(angles.map(Math.sin))];
const [s, c] = tf.unstack(tf.reshape(x, [time, model / 2, 2]), -1);
const newS: tf.Tensor = tf.add(tf.mul(s, cosines), tf.mul(c, sines));
const newC: tf.Tensor = tf.sub(tf.mul(c, cosines), tf.mul(s, sines));
const result: tf.Tensor = tf.reshape(tf.stack([newS, newC], 1), [time, model]);
return result;`,
    },
    {
      what: "lesson's matrix times a column",
      status: "failed",
      mistake: "sign: turns backwards",
      body: `
const rows = (encoding as tf.Tensor).arraySync() as number[][];
const turnedRows = rows.map((row) => {
  const out: number[] = [];
  for (let i = 0; i < row.length; i += 2) {
    const k = offset / 10000 ** (i / row.length);
    const turn = [[Math.cos(k), -Math.sin(k)], [Math.sin(k), Math.cos(k)]];
    out.push(turn[0][0] * row[i] + turn[0][1] * row[i + 1]);
    out.push(turn[1][0] * row[i] + turn[1][1] * row[i + 1]);
  }
  return out;
});
const result: tf.Tensor = tf.tensor2d(turnedRows);
return result;`,
    },
  ],
  "06.3": [
    {
      what: "chained",
      status: "passed",
      body: `
return embeddings.mul(Math.sqrt(embeddings.shape[2])).add(positions);`,
    },
    {
      what: "stack",
      status: "passed",
      body: `
const d = positions.shape[1];
return tf.stack(tf.unstack(embeddings).map((e) => tf.add(tf.mul(e, d ** 0.5), positions)));`,
    },
    {
      what: "no scale",
      status: "failed",
      mistake: "not scaled",
      body: `
return tf.add(embeddings, positions);`,
    },
    {
      what: "times d",
      status: "failed",
      mistake: "scales by model, not its root",
      body: `
return tf.add(tf.mul(embeddings, embeddings.shape[2]), positions);`,
    },
    {
      what: "divided",
      status: "failed",
      mistake: "divides by √model",
      body: `
return tf.add(tf.div(embeddings, Math.sqrt(embeddings.shape[2])), positions);`,
    },
    {
      what: "scale both",
      status: "failed",
      mistake: "scales the positions too",
      body: `
return tf.mul(tf.add(embeddings, positions), Math.sqrt(embeddings.shape[2]));`,
    },
    {
      what: "sqrt time",
      status: "failed",
      mistake: "√time for √model",
      body: `
return tf.add(tf.mul(embeddings, Math.sqrt(embeddings.shape[1])), positions);`,
    },
    {
      what: "scale positions",
      status: "failed",
      mistake: "scales the positions instead",
      body: `
return tf.add(embeddings, tf.mul(positions, Math.sqrt(embeddings.shape[2])));`,
    },
    {
      what: "multiplies positions",
      status: "failed",
      mistake: "multiplies by the positions",
      body: `
return tf.mul(tf.mul(embeddings, Math.sqrt(embeddings.shape[2])), positions);`,
    },
    {
      what: "first row for all",
      status: "failed",
      mistake: "the first position for every word",
      body: `
return tf.add(
  tf.mul(embeddings, Math.sqrt(embeddings.shape[2])),
  tf.slice(positions, [0, 0], [1, -1]),
);`,
    },
    {
      what: "standardised",
      status: "failed",
      mistake: "each vector's own variance",
      body: `
const m = tf.moments(embeddings, -1, true);
return tf.add(tf.div(tf.sub(embeddings, m.mean), tf.sqrt(m.variance)), positions);`,
    },
    {
      what: "positions reversed",
      status: "failed",
      mistake: "positions in reverse",
      body: `
return tf.add(tf.mul(embeddings, Math.sqrt(embeddings.shape[2])), tf.reverse(positions, 0));`,
    },
    {
      what: "chained, sentences get an axis of length 1",
      status: "passed",
      body: `
const x: tf.Tensor = embeddings;
const p: tf.Tensor = positions;
const result: tf.Tensor = x.mul(Math.sqrt(x.shape[x.rank - 1])).add(p.expandDims(0));
return result;`,
    },
    {
      what: "nested maps over arrays",
      status: "passed",
      body: `
const E = (embeddings as tf.Tensor).arraySync() as number[][][];
const p = (positions as tf.Tensor).arraySync() as number[][];
const [batch, time, model] = (embeddings as tf.Tensor).shape;
const factor = model ** 0.5;
const sums = E.map((sentence) =>
  sentence.map((word, t) => word.map((value, d) => factor * value + p[t][d]))
);
const result: tf.Tensor = tf.tensor3d(sums, [batch, time, model]);
return result;`,
    },
    {
      what: "positions scaled too",
      status: "failed",
      mistake: "scales the positions too",
      body: `
const d = (embeddings as tf.Tensor).shape[2];
const sum: tf.Tensor = tf.add(embeddings, positions);
const result: tf.Tensor = tf.mul(sum, Math.sqrt(d));
return result;`,
    },
    {
      what: "root of the time axis",
      status: "failed",
      mistake: "√time for √model",
      body: `
const [, d] = (embeddings as tf.Tensor).shape;
const scaled: tf.Tensor = tf.mul(embeddings, Math.sqrt(d));
const result: tf.Tensor = tf.add(scaled, positions);
return result;`,
    },
    {
      what: "times d instead of its root",
      status: "failed",
      mistake: "scales by model, not its root",
      body: `
const d = (embeddings as tf.Tensor).shape[2];
const scaled: tf.Tensor = tf.mul(embeddings, d); // variance 1/d, times d: 1
const result: tf.Tensor = tf.add(scaled, positions);
return result;`,
    },
  ],
  "06.4": [
    {
      what: "own rotate",
      status: "passed",
      body: `
return rotateByOffset(tf.eye(modelSize), -offset);`,
    },
    {
      what: "blocks",
      status: "passed",
      body: `
const M = Array.from({ length: modelSize }, () => new Array(modelSize).fill(0));
for (let i = 0; i < modelSize; i += 2) {
  const a = offset * Math.pow(10000, -i / modelSize), [c, s] = [Math.cos(a), Math.sin(a)];
  M[i][i] = c;
  M[i][i + 1] = s;
  M[i + 1][i] = -s;
  M[i + 1][i + 1] = c;
}
return tf.tensor2d(M);`,
    },
    {
      what: "forward",
      status: "failed",
      mistake: "looks forward, or transposed",
      body: `
return rotateByOffset(tf.eye(modelSize), offset);`,
    },
    {
      what: "transposed rotate",
      status: "failed",
      mistake: "looks forward, or transposed",
      body: `
return tf.transpose(rotateByOffset(tf.eye(modelSize), -offset));`,
    },
    {
      what: "one angle",
      status: "failed",
      mistake: "every hand turns by the same angle",
      body: `
const M = Array.from({ length: modelSize }, () => new Array(modelSize).fill(0));
for (let i = 0; i < modelSize; i += 2) {
  const a = offset, [c, s] = [Math.cos(a), Math.sin(a)];
  M[i][i] = c;
  M[i][i + 1] = s;
  M[i + 1][i] = -s;
  M[i + 1][i + 1] = c;
}
return tf.tensor2d(M);`,
    },
    {
      what: "shift matrix",
      status: "failed",
      mistake: "shifts dimensions",
      body: `
return tf.tensor2d(
  Array.from(
    { length: modelSize },
    (_, i) => Array.from({ length: modelSize }, (_, j) => i === j + offset ? 1 : 0),
  ),
);`,
    },
    {
      what: "identity",
      status: "failed",
      mistake: "nothing turned",
      body: `
return tf.eye(modelSize);`,
    },
    {
      what: "both sines minus",
      status: "failed",
      mistake: "both sines with one sign",
      body: `
const M = Array.from({ length: modelSize }, () => new Array(modelSize).fill(0));
for (let i = 0; i < modelSize; i += 2) {
  const a = offset * Math.pow(10000, -i / modelSize), [c, s] = [Math.cos(a), Math.sin(a)];
  M[i][i] = c;
  M[i][i + 1] = -s;
  M[i + 1][i] = -s;
  M[i + 1][i + 1] = c;
}
return tf.tensor2d(M);`,
    },
    {
      what: "exponent doubled",
      status: "failed",
      mistake: "exponent 4i/d for 2i/d",
      body: `
const M = Array.from({ length: modelSize }, () => new Array(modelSize).fill(0));
for (let i = 0; i < modelSize; i += 2) {
  const a = offset * Math.pow(10000, -2 * i / modelSize), [c, s] = [Math.cos(a), Math.sin(a)];
  M[i][i] = c;
  M[i][i + 1] = s;
  M[i + 1][i] = -s;
  M[i + 1][i + 1] = c;
}
return tf.tensor2d(M);`,
    },
    {
      what: "cosines only",
      status: "failed",
      mistake: "cosines alone",
      body: `
const M = Array.from({ length: modelSize }, () => new Array(modelSize).fill(0));
for (let i = 0; i < modelSize; i++) {
  M[i][i] = Math.cos(offset * Math.pow(10000, -(i - i % 2) / modelSize));
}
return tf.tensor2d(M);`,
    },
    {
      what: "rotates ones",
      status: "failed",
      mistake: "ones turned instead of the identity",
      body: `
return rotateByOffset(tf.ones([modelSize, modelSize]), -offset);`,
    },
    {
      what: "encoding as rows",
      status: "failed",
      mistake: "the encoding of the offset",
      body: `
return tf.tensor2d(
  Array.from({ length: modelSize }, (_, t) =>
    Array.from({ length: modelSize }, (_, j) => {
      const a = (t - offset) / 10000 ** (2 * Math.floor(j / 2) / modelSize);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    })),
);`,
    },
    {
      what: "zeros, then a block for each hand",
      status: "passed",
      body: `
const W = Array.from({ length: modelSize }, () => new Array<number>(modelSize).fill(0));
for (let i = 0; i < modelSize / 2; i++) {
  const angle = offset / 10000 ** (2 * i / modelSize);
  const [sine, cosine] = [2 * i, 2 * i + 1];
  W[sine][sine] = Math.cos(angle);
  W[sine][cosine] = Math.sin(angle);
  W[cosine][sine] = -Math.sin(angle);
  W[cosine][cosine] = Math.cos(angle);
}
return tf.tensor2d(W, [modelSize, modelSize]);`,
    },
    {
      what: "turns the rows of the unit matrix back",
      status: "passed",
      body: `
return tf.tidy(() => {
  const half = modelSize / 2;
  const angles = Array.from({ length: half }, (_, i) => -offset * 10000 ** (-2 * i / modelSize));
  const cosines = tf.tensor1d(angles.map((angle) => Math.cos(angle)));
  const sines = tf.tensor1d(angles.map((angle) => Math.sin(angle)));
  const unit: tf.Tensor = tf.reshape(tf.eye(modelSize), [modelSize, half, 2]);
  const [s, c] = tf.unstack(unit, 2);
  const turned: tf.Tensor[] = [
    s.mul(cosines).add(c.mul(sines)),
    c.mul(cosines).sub(s.mul(sines)),
  ];
  return tf.stack(turned, 2).reshape([modelSize, modelSize]);
});`,
    },
    {
      what: "2i with i already the dimension",
      status: "failed",
      mistake: "exponent 4i/d for 2i/d",
      body: `
const W = Array.from({ length: modelSize }, () => new Array<number>(modelSize).fill(0));
for (let i = 0; i < modelSize; i += 2) {
  const angle = offset / 10000 ** (2 * i / modelSize);
  W[i][i] = Math.cos(angle);
  W[i][i + 1] = Math.sin(angle);
  W[i + 1][i] = -Math.sin(angle);
  W[i + 1][i + 1] = Math.cos(angle);
}
return tf.tensor2d(W, [modelSize, modelSize]);`,
    },
    {
      what: "lesson's matrix for every hand",
      status: "failed",
      mistake: "every hand turns by the same angle",
      body: `
const k = -offset;
const turn = [[Math.cos(k), -Math.sin(k)], [Math.sin(k), Math.cos(k)]];
const rows = Array.from({ length: modelSize }, (_, row) =>
  Array.from({ length: modelSize }, (_, column) => {
    const sameHand = Math.floor(row / 2) === Math.floor(column / 2);
    return sameHand ? turn[row % 2][column % 2] : 0;
  }));
return tf.tensor2d(rows, [modelSize, modelSize]);`,
    },
    {
      what: "minus sign forgotten",
      status: "failed",
      mistake: "both sines with one sign",
      body: `
const W = Array.from({ length: modelSize }, () => new Array<number>(modelSize).fill(0));
for (let i = 0; i < modelSize / 2; i++) {
  const angle = offset / 10000 ** (2 * i / modelSize);
  W[2 * i][2 * i] = Math.cos(angle);
  W[2 * i][2 * i + 1] = Math.sin(angle);
  W[2 * i + 1][2 * i] = Math.sin(angle);
  W[2 * i + 1][2 * i + 1] = Math.cos(angle);
}
return tf.tensor2d(W, [modelSize, modelSize]);`,
    },
  ],
};
