/** Cells that answer the exercises of notebook 10 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "10.1": [
    {
      what: "own class for the decision, Set, reduce",
      status: "passed",
      cell: `
class Hider {
  maskId: number;
  special: Set<number>;
  constructor({ maskId, specialIds }: { maskId: number; specialIds: number[] }) {
    this.maskId = maskId;
    this.special = new Set(specialIds);
  }
  asks(token: number, choose: number): boolean {
    return choose < 0.15 && !this.special.has(token);
  }
  shows(token: number, replace: number, word: number): number {
    if (replace < 0.8) return this.maskId;
    return replace < 0.9 ? word : token;
  }
}

const maskTokens = (tokens: any, draws: any, options: any) => {
  const hider = new Hider(options);
  return tokens.reduce((text: any, token: number, t: number) => {
    const { choose, replace, word } = draws[t];
    const asked = hider.asks(token, choose);
    text.inputs.push(asked ? hider.shows(token, replace, word) : token);
    text.labels.push(asked ? token : 0);
    return text;
  }, { inputs: [], labels: [] });
};`,
    },
    {
      what: "Int32Array, labelled loop with switch, defaults",
      status: "passed",
      cell: `
export function maskTokens(
  ids: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds = [] }: { maskId: number; specialIds?: number[] },
) {
  const labels = new Int32Array(ids.length); // all 0
  const inputs = Int32Array.from(ids);
  places: for (let t = 0; t < ids.length; t++) {
    if (specialIds.indexOf(ids[t]) !== -1) continue places;
    const { choose, replace, word } = draws[t];
    if (!(choose < 0.15)) continue places;
    labels[t] = ids[t];
    switch (true) {
      case replace < 0.8:
        inputs[t] = maskId;
        break;
      case replace < 0.9:
        inputs[t] = word;
    }
  }
  return { inputs: [...inputs], labels: [...labels] };
}`,
    },
    {
      what: "−100 where nothing is asked",
      status: "failed",
      mistake: "something else than 0 for no label",
      cell: `
const IGNORE = -100;

function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  const inputs = tokens.slice();
  const labels: number[] = new Array(tokens.length).fill(IGNORE);
  tokens.forEach((token, i) => {
    const { choose, replace, word } = draws[i];
    if (choose >= 0.15 || specialIds.includes(token)) return;
    labels[i] = token;
    if (replace < 0.8) inputs[i] = maskId;
    else if (replace < 0.9) inputs[i] = word;
  });
  return { inputs, labels };
}`,
    },
    {
      what: "special tokens use up no draw",
      status: "failed",
      mistake: "draws used by words only",
      cell: `
const maskTokens = (tokens: number[], draws: any[], { maskId, specialIds }: any) => {
  const next = draws[Symbol.iterator]();
  const labels: number[] = [];
  const inputs = tokens.map((token) => {
    labels.push(0);
    if (specialIds.includes(token)) return token;
    const { choose, replace, word } = next.next().value;
    if (choose >= 0.15) return token;
    labels[labels.length - 1] = token;
    return replace < 0.8 ? maskId : replace < 0.9 ? word : token;
  });
  return { inputs, labels };
};`,
    },
  ],
  "10.2": [
    {
      what: "async function, iterator over the draws, flatMap",
      status: "passed",
      cell: `
async function sentencePairs(stories: string[][], draws: any[]) {
  const next = draws.values();
  return stories.flatMap((story, s) =>
    story.slice(0, -1).map((first, i) => {
      const { coin, away, place } = next.next().value;
      if (coin < 0.5) return { first, second: story[i + 1], isNext: true };
      const other = stories[(s + away) % stories.length];
      return { first, second: other[Math.floor(place * other.length)], isNext: false };
    })
  );
}`,
    },
    {
      what: "recursive walk over the stories, helper inside, assertion below",
      status: "passed",
      cell: `
type Pair = { first: string; second: string; isNext: boolean };

const sentencePairs = (
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): Pair[] => {
  const from = (s: number, i: number, used: number, found: Pair[]): Pair[] => {
    if (s === stories.length) return found;
    const pairs: Pair[] = [];
    for (; i < stories[s].length - 1; i++) {
      const { coin, away, place } = draws[used + pairs.length];
      const isNext = coin < 0.5;
      const other = stories[(s + away) % stories.length];
      const second = isNext ? stories[s][i + 1] : other[Math.trunc(place * other.length)];
      pairs.push({ first: stories[s][i], second, isNext });
    }
    return from(s + 1, 0, used + pairs.length, found.concat(pairs));
  };
  return from(0, 0, 0, []);
};

const pairsTried = sentencePairs([["a", "b"], ["c", "d", "e"]], [
  { coin: 0.8, away: 1, place: 0.7 },
  { coin: 0.1, away: 1, place: 0 },
  { coin: 0.5, away: 1, place: 0 },
]);
console.log(pairsTried);
assert(pairsTried.map(({ first, second }) => first + second).join() === "ae,cd,da");`,
    },
    {
      what: "the next sentence found by indexOf",
      status: "failed",
      mistake: "finds a sentence by its text",
      cell: `
function sentencePairs(
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): { first: string; second: string; isNext: boolean }[] {
  const pairs = [];
  let n = 0;
  for (let s = 0; s < stories.length; s++) {
    const story = stories[s];
    const last = story[story.length - 1];
    for (const first of story) {
      if (first === last) continue;
      const { coin, away, place } = draws[n++];
      if (coin < 0.5) {
        pairs.push({ first, second: story[story.indexOf(first) + 1], isNext: true });
      } else {
        const other = stories[(s + away) % stories.length];
        pairs.push({ first, second: other[Math.floor(place * other.length)], isNext: false });
      }
    }
  }
  return pairs;
}`,
    },
    {
      what: "place times the length of one's own story",
      status: "failed",
      mistake: "the length of this story",
      cell: `
export const sentencePairs = (stories: string[][], draws: any[]) => {
  const pairs: any[] = [];
  stories.forEach((story, s) => {
    const { length } = story;
    for (let i = 0; i < length - 1; i++) {
      const { coin, away, place } = draws[pairs.length];
      const isNext = coin < 0.5;
      const other = stories[(s + away) % stories.length];
      const second = isNext ? story[i + 1] : other[Math.floor(place * length)];
      pairs.push({ first: story[i], second, isNext });
    }
  });
  return pairs;
};`,
    },
  ],
  "10.3": [
    {
      what: "targets shifted and filled up with padding, all logits kept",
      status: "passed",
      cell: `
import { crossEntropy } from "lib/lessons/10.ts";

const nextWordLoss = (logits: any, tokens: any, padId: number): any => {
  const [batch] = tokens.shape;
  // 마지막 자리에는 다음 단어가 없다: 패딩으로 채운다
  const nothing = tf.fill([batch, 1], padId, "int32");
  const targets: any = tf.concat([tf.slice(tokens, [0, 1]), nothing], 1);
  return crossEntropy(logits, targets, { ignoredIndex: padId });
};`,
    },
    {
      what: "sliced, then flattened to rows; helper before it",
      status: "passed",
      cell: `
function withoutStep<T extends tf.Tensor>(x: T, step: "first" | "last"): T {
  const begin = x.shape.map((_, axis) => axis === 1 && step === "first" ? 1 : 0);
  const size = x.shape.map((length, axis) => axis === 1 ? length - 1 : length);
  return tf.slice(x, begin, size) as T;
}

export function nextWordLoss(
  logits: tf.Tensor3D,
  tokens: tf.Tensor2D,
  padId: number,
): tf.Scalar {
  return tf.tidy(() => {
    const vocab = logits.shape[2];
    const scores = withoutStep(logits, "last").reshape([-1, vocab]);
    const targets = withoutStep(tokens, "first").reshape([-1]);
    return crossEntropy(scores as any, targets as any, { ignoredIndex: padId });
  });
}`,
    },
    {
      what: "flattened first, then shifted",
      status: "failed",
      mistake: "texts run together",
      cell: `
function nextWordLoss(logits: any, tokens: any, padId: number): any {
  const vocab = logits.shape[2];
  const rows = tf.reshape(logits, [-1, vocab]);
  const ids = tf.reshape(tokens, [-1]);
  const count = ids.shape[0]!;
  const scores = tf.slice(rows, [0, 0], [count - 1, vocab]);
  const targets = tf.slice(ids, [1], [count - 1]);
  return crossEntropy(scores as any, targets as any, { ignoredIndex: padId });
}`,
    },
    {
      what: "mean of the texts' means",
      status: "failed",
      mistake: "a mean of means",
      cell: `
const nextWordLoss = (
  logits: Axes<"batch time vocab">,
  tokens: Axes<"batch time">,
  padId: number,
): tf.Scalar => {
  const texts = tf.unstack(tokens);
  const losses = tf.unstack(logits).map((scores, i) => {
    const time = scores.shape[0];
    return crossEntropy(
      tf.slice(scores, [0, 0], [time - 1, -1]) as any,
      tf.slice(texts[i], [1], [time - 1]) as any,
      { ignoredIndex: padId },
    );
  });
  return tf.mean(tf.stack(losses)) as tf.Scalar;
};`,
    },
  ],
  "10.4": [
    {
      what: "threshold, Float64Array, helper after it, export default",
      status: "passed",
      cell: `
export default function sampleTopK(logits: number[], count: number, draw: number) {
  const sorted = Float64Array.from(logits).sort(); // typed arrays sort by size
  const threshold = sorted[Math.max(0, sorted.length - count)];
  const highest = sorted[sorted.length - 1];
  const powers = logits.map((z) => z >= threshold ? Math.exp(z - highest) : 0);
  const total = powers.reduce((sum, power) => sum + power, 0);
  const probabilities = powers.map((power) => power / total);
  return { probabilities, token: pick(probabilities, draw) };
}

function pick(probabilities: number[], draw: number): number {
  let sum = 0;
  let latest = 0;
  for (const [id, p] of probabilities.entries()) {
    if (p === 0) continue;
    latest = id;
    sum += p;
    if (sum > draw) return id;
  }
  return latest; // rounding: the sum stayed just below 1
}`,
    },
    {
      what: "ids ranked, recursive draw, Korean comments",
      status: "passed",
      cell: `
const sampleTopK = (z: number[], k: number, draw: number): { probabilities: number[]; token: number } => {
  // 가장 큰 k개의 번호
  const ranked = z.map((_, id) => id).sort((a, b) => z[b] - z[a]).slice(0, k);
  const kept = new Set(ranked);
  const best = z[ranked[0]];
  const total = ranked.reduce((sum, id) => sum + Math.exp(z[id] - best), 0);
  const probabilities = z.map((value, id) => kept.has(id) ? Math.exp(value - best) / total : 0);

  // 번호 순서대로 더해 간다
  const inOrder = ranked.toSorted((a, b) => a - b).filter((id) => probabilities[id] > 0);
  const go = (i: number, sum: number): number =>
    i === inOrder.length - 1 || sum + probabilities[inOrder[i]] > draw
      ? inOrder[i]
      : go(i + 1, sum + probabilities[inOrder[i]]);
  return { probabilities, token: go(0, 0) };
};

console.log(sampleTopK([0, 2, 1], 2, 0.8)); // 0, 0.73, 0.27: token 2`,
    },
    {
      what: "sort() without a comparison",
      status: "failed",
      mistake: "sorts numbers as words",
      cell: `
function sampleTopK(
  logits: number[],
  count: number,
  draw: number,
): { probabilities: number[]; token: number } {
  const largest = [...logits].sort().reverse().slice(0, count);
  const top = Math.max(...largest);
  const weights = logits.map((z) => largest.includes(z) ? Math.exp(z - top) : 0);
  const total = weights.reduce((a, b) => a + b);
  const probabilities = weights.map((w) => w / total);
  let sum = 0;
  for (let id = 0; id < logits.length; id++) {
    sum += probabilities[id];
    if (sum > draw) return { probabilities, token: id };
  }
  return { probabilities, token: probabilities.findLastIndex((p) => p > 0) };
}`,
    },
    {
      what: "the sum need only reach the draw",
      status: "failed",
      mistake: "takes the id where the sum equals the draw",
      cell: `
const sampleTopK = (logits: number[], count: number, draw: number) => {
  const order = Array.from(logits.keys()).sort((a, b) => logits[b] - logits[a]);
  const kept = order.slice(0, count);
  const max = logits[order[0]];
  const probabilities: number[] = new Array(logits.length).fill(0);
  let total = 0;
  for (const id of kept) total += probabilities[id] = Math.exp(logits[id] - max);
  for (const id of kept) probabilities[id] /= total;

  let cumulative = 0;
  const token = probabilities.findIndex((p) => (cumulative += p) >= draw);
  return { probabilities, token: token < 0 ? Math.max(...kept) : token };
};`,
    },
  ],
  "10.5": [
    {
      what: "overloads: one part or a list",
      status: "passed",
      cell: `
function freeze(names: string[], frozen: string): string[];
function freeze(names: string[], frozen: string[]): string[];
function freeze(names: string[], frozen: string | string[]): string[] {
  const parts = Array.isArray(frozen) ? frozen : [frozen];
  return parts.reduce(
    (left, part) => left.filter((name) => !\`\${name}.\`.startsWith(\`\${part}.\`)),
    [...names],
  );
}`,
    },
    {
      what: "recursion: a name is free if it is not listed and its parent is free",
      status: "passed",
      cell: `
const freeze = (names: string[], frozen: string[]): string[] => {
  const stopped = new Set(frozen);
  const isFree = (path: string): boolean => {
    if (stopped.has(path)) return false;
    const dot = path.lastIndexOf(".");
    return dot < 0 || isFree(path.slice(0, dot));
  };
  return names.filter(isFree);
};

console.log(freeze(["base.layers.1.bias", "base.layers.10.bias", "head.bias"], ["base.layers.1", "head.bias"]));`,
    },
    {
      what: "splice while counting up",
      status: "failed",
      mistake: "takes names out while walking the list",
      cell: `
function freeze(names: string[], frozen: string[]): string[] {
  const left = [...names];
  for (let i = 0; i < left.length; i++) {
    const name = left[i];
    if (frozen.some((part) => name === part || name.startsWith(part + "."))) {
      left.splice(i, 1);
    }
  }
  return left;
}`,
    },
    {
      what: "the last part decides",
      status: "failed",
      mistake: "only the first part",
      cell: `
export const freeze = (names: string[], frozen: string[]) => {
  const trainable: string[] = [];
  for (const name of names) {
    let isFrozen = false;
    for (const part of frozen) {
      const depth = part.split(".").length;
      isFrozen = name.split(".").slice(0, depth).join(".") === part;
    }
    if (!isFrozen) trainable.push(name);
  }
  return trainable;
};`,
    },
  ],
  "10.6": [
    {
      what: "arrow with an expression body, tables destructured",
      status: "passed",
      cell: `
const bertInputs = (ids: number[], sepId: number, { token, position, segment }: any): number[][] =>
  ids.map((id, t) =>
    token[id].map((value: number, d: number) =>
      value + position[t][d] + segment[Number(t > ids.indexOf(sepId))][d]
    )
  );`,
    },
    {
      what: "generator, helper that adds any rows, test below",
      status: "passed",
      cell: `
function bertInputs(
  ids: number[],
  sepId: number,
  tables: { token: number[][]; position: number[][]; segment: number[][] },
): number[][] {
  return [...vectors(ids, sepId, tables)];
}

function* vectors(ids: number[], sep: number, tables: any) {
  let part = 0; // 첫 번째 [SEP]까지 0
  for (const [place, id] of ids.entries()) {
    yield addRows(tables.token[id], tables.position[place], tables.segment[part]);
    if (id === sep) part = 1;
  }
}

function addRows(...rows: number[][]): number[] {
  return rows[0].map((_, d) => rows.reduce((sum, row) => sum + row[d], 0));
}

const bertTried = bertInputs([0, 2, 1, 2, 1], 1, {
  token: [[1], [2], [3]],
  position: [[10], [20], [30], [40], [50], [60]],
  segment: [[0], [100]],
});
console.log(bertTried.flat()); // 11 23 32 143 152
assert(bertTried.flat().join() === "11,23,32,143,152");`,
    },
    {
      what: "adds into the rows of the table",
      status: "failed",
      mistake: "the sum written into the table",
      cell: `
const bertInputs = (
  ids: number[],
  sepId: number,
  tables: { token: number[][]; position: number[][]; segment: number[][] },
) => {
  const firstSep = ids.indexOf(sepId);
  const result: number[][] = [];
  for (let t = 0; t < ids.length; t++) {
    const row = tables.token[ids[t]];
    const segmentRow = tables.segment[t <= firstSep ? 0 : 1];
    for (let d = 0; d < row.length; d++) row[d] += tables.position[t][d] + segmentRow[d];
    result.push([...row]);
  }
  return result;
};`,
    },
    {
      what: "places begin anew in segment B",
      status: "failed",
      mistake: "B begins again at place 0",
      cell: `
export function bertInputs(ids: number[], sepId: number, { token, position, segment }: any) {
  let place = 0;
  let current = 0;
  return ids.map((id) => {
    const vector = token[id].map((v: number, d: number) =>
      v + position[place][d] + segment[current][d]
    );
    place++;
    if (id === sepId && current === 0) {
      current = 1;
      place = 0; // a new text
    }
    return vector;
  });
}`,
    },
  ],
};
