/** Right answers of notebook 10 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "10.1": {
    "a loop that collects": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const inputs = [], labels = [];
  for (let i = 0; i < tokens.length; i++) {
    const { choose, replace, word } = draws[i];
    if (choose >= 0.15 || specialIds.indexOf(tokens[i]) !== -1) {
      inputs.push(tokens[i]);
      labels.push(0);
      continue;
    }
    labels.push(tokens[i]);
    if (replace < 0.8) inputs.push(maskId);
    else if (replace < 0.9) inputs.push(word);
    else inputs.push(tokens[i]);
  }
  return { inputs, labels };
}`,
    "typed arrays": `const maskTokens = (tokens, draws, options) => {
  const special = new Set(options.specialIds);
  const inputs = Int32Array.from(tokens);
  const labels = new Int32Array(tokens.length);
  draws.forEach((d, i) => {
    if (!(d.choose < 0.15) || special.has(tokens[i])) return;
    labels[i] = tokens[i];
    inputs[i] = [options.maskId, d.word, tokens[i]][Number(d.replace >= 0.8) + Number(d.replace >= 0.9)];
  });
  return { inputs, labels };
};`,
    "an instance of a class": `class Masked {
  inputs = [];
  #chosen = [];
  constructor(readonly tokens, draws, maskId, special) {
    for (const [i, { choose, replace, word }] of draws.entries()) {
      const chosen = choose < 0.15 && !special.some((id) => id === tokens[i]);
      this.#chosen.push(chosen);
      this.inputs.push(chosen && replace < 0.9 ? (replace < 0.8 ? maskId : word) : tokens[i]);
    }
  }
  get labels() { return this.tokens.map((token, i) => this.#chosen[i] ? token : 0); }
}
function maskTokens(tokens, draws, { maskId, specialIds }) {
  return new Masked(tokens, draws, maskId, specialIds);
}`,
    "a map, and a reduce": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const { inputs, labels } = tokens.reduce((all, token, i) => {
    const { choose, replace, word } = draws[i];
    const chosen = choose < .15 && !specialIds.includes(token);
    all.inputs.push(!chosen ? token : replace < .8 ? maskId : replace < .9 ? word : token);
    all.labels.push(chosen ? token : 0);
    return all;
  }, { inputs: [], labels: [] });
  return new Map([["labels", labels], ["inputs", inputs]]);
}`,
    "copies that are changed":
      `async function maskTokens(tokens: number[], draws: any[], opts: any) {
  let inputs = [...tokens];
  let labels = Array(tokens.length).fill(0);
  for (const i in tokens) {
    const isSpecial = opts.specialIds.find((id) => id === tokens[i]) !== undefined;
    if (isSpecial || draws[i].choose >= 0.15) continue;
    labels[i] = tokens[i];
    if (draws[i].replace < 0.8) inputs[i] = opts.maskId;
    else if (draws[i].replace < 0.9) inputs[i] = draws[i].word;
  }
  return { inputs, labels };
}`,
    "map": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const special = new Set(specialIds);
  const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !special.has(t));
  return { inputs: tokens.map((t, i) => !chosen[i] ? t : draws[i].replace < 0.8 ? maskId : draws[i].replace < 0.9 ? draws[i].word : t), labels: tokens.map((t, i) => chosen[i] ? t : 0) };
}`,
    "loop with continue": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const inputs = tokens.slice();
  const labels = new Array(tokens.length).fill(0);
  for (let i = 0; i < tokens.length; i++) {
    const { choose, replace, word } = draws[i];
    if (choose >= 0.15 || specialIds.includes(tokens[i])) continue;
    labels[i] = tokens[i];
    if (replace < 0.8) inputs[i] = maskId;
    else if (replace < 0.9) inputs[i] = word;
  }
  return { inputs, labels };
}`,
  },
  "10.2": {
    "flatMap and a copy of the draws": `function sentencePairs(stories, draws) {
  const queue = [...draws];
  return stories.flatMap((story, s) => story.slice(0, -1).map((first, i) => {
    const { coin, away, place } = queue.shift();
    const other = stories[(s + away) % stories.length];
    const isNext = coin < 0.5;
    return { first, second: isNext ? story[i + 1] : other[Math.floor(place * other.length)], isNext };
  }));
}`,
    "a counter": `const sentencePairs = (stories, draws) => {
  let k = 0;
  const out = [];
  stories.forEach((sentences, s) => {
    for (let i = 1; i < sentences.length; i++, k++) {
      const d = draws[k];
      if (d.coin < 0.5) out.push({ isNext: true, first: sentences[i - 1], second: sentences[i] });
      else {
        let t = s + d.away;
        while (t >= stories.length) t -= stories.length;
        out.push({ isNext: false, first: sentences[i - 1], second: stories[t][~~(d.place * stories[t].length)] });
      }
    }
  });
  return out;
};`,
    "a generator": `function* pairsOf(stories, draws) {
  const source = draws[Symbol.iterator]();
  for (const [s, story] of stories.entries()) {
    for (const [i, first] of story.entries()) {
      if (i === story.length - 1) break;
      const { coin, away, place } = source.next().value;
      const other = stories.at((s + away) % stories.length);
      yield coin >= 0.5
        ? { first, second: other[Math.trunc(place * other.length)], isNext: false }
        : { first, second: story[i + 1], isNext: true };
    }
  }
}
function sentencePairs(stories, draws) { return [...pairsOf(stories, draws)]; }`,
    "the list doubled for the ring": `function sentencePairs(stories: string[][], draws) {
  const ring = stories.concat(stories);
  const starts = stories.flatMap((story, s) => story.map((_, i) => [s, i])).filter(([s, i]) => i + 1 < stories[s].length);
  return starts.map(([s, i], n) => {
    const { coin, away, place } = draws[n];
    const isNext = coin < 0.5;
    const other = ring[s + away];
    return { first: stories[s][i], second: (isNext ? stories[s][i + 1] : other[(place * other.length) | 0]), isNext };
  });
}`,
    "instances of a class, asynchronously":
      `class Pair { constructor(first, second, isNext) { Object.assign(this, { first, second, isNext }); } }
async function sentencePairs(stories, draws) {
  const pairs = [];
  for (let s = 0; s < stories.length; s++) for (let i = 0; i < stories[s].length - 1; i++) {
    const draw = draws[pairs.length];
    const far = stories[(s + draw.away) % stories.length];
    pairs.push(draw.coin < 0.5 ? new Pair(stories[s][i], stories[s][i + 1], true)
      : new Pair(stories[s][i], far[Math.floor(draw.place * far.length)], false));
  }
  return pairs;
}`,
    "nested loops": `function sentencePairs(stories, draws) {
  const out = []; let d = 0;
  stories.forEach((story, s) => { for (let i = 0; i < story.length - 1; i++) { const { coin, away, place } = draws[d++];
    if (coin < 0.5) out.push({ first: story[i], second: story[i + 1], isNext: true });
    else { const other = stories[(s + away) % stories.length]; out.push({ first: story[i], second: other[Math.floor(place * other.length)], isNext: false }); } } });
  return out;
}`,
    "flatMap with a shift": `function sentencePairs(stories, draws) {
  const rest = [...draws];
  return stories.flatMap((story, s) => story.slice(0, -1).map((first, i) => {
    const { coin, away, place } = rest.shift();
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    return { first, second: isNext ? story[i + 1] : other[Math.trunc(place * other.length)], isNext };
  }));
}`,
  },
  "10.3": {
    "methods of tensors": `function nextWordLoss(logits, tokens, padId) {
  const [batch, time, vocab] = logits.shape;
  return crossEntropy(logits.slice([0, 0, 0], [batch, time - 1, vocab]), tokens.slice([0, 1]), { ignoredIndex: padId });
}`,
    "one's own cross-entropy": `function nextWordLoss(logits, tokens, padId) {
  return tf.tidy(() => {
    const time = logits.shape[1];
    const scores = tf.logSoftmax(logits.slice([0, 0, 0], [-1, time - 1, -1]));
    const answers = tokens.slice([0, 1], [-1, time - 1]);
    const mask = answers.notEqual(padId).toFloat();
    const right = tf.oneHot(answers, logits.shape[2]).mul(scores).sum(-1);
    return right.mul(mask).sum().div(mask.sum()).neg();
  });
}`,
    "the library of losses": `function nextWordLoss(logits, tokens, padId) {
  const [, time, vocab] = logits.shape;
  const answers = tokens.slice([0, 1]).flatten();
  const asked = logits.slice([0, 0, 0], [-1, time - 1, -1]).reshape([-1, vocab]);
  return tf.losses.softmaxCrossEntropy(tf.oneHot(answers, vocab), asked, answers.notEqual(padId).toFloat());
}`,
    "padding put at the end": `const nextWordLoss = (logits, tokens, padId) => {
  const [batch, time] = tokens.shape;
  const shifted = tf.concat([tf.slice(tokens, [0, 1], [batch, time - 1]), tf.fill([batch, 1], padId, "int32")], 1);
  return crossEntropy(logits, shifted, { ignoredIndex: padId });
};`,
    "loops over rows": `async function nextWordLoss(logits, tokens, padId) {
  const [rows, ids] = await Promise.all([logits.array(), tokens.array()]);
  let sum = 0, count = 0;
  ids.forEach((text, b) => text.slice(1).forEach((id, t) => {
    if (id === padId) return;
    const row = rows[b][t];
    const top = Math.max(...row);
    sum += top + Math.log(row.reduce((s, x) => s + Math.exp(x - top), 0)) - row[id];
    count++;
  }));
  return tf.scalar(sum / count);
}`,
    "flat rows, gathered": `function nextWordLoss(logits, tokens, padId) {
  const [b, t, v] = logits.shape;
  const ids = tokens.arraySync();
  const rows = [], answers = [];
  for (let i = 0; i < b; i++) for (let j = 0; j + 1 < t; j++) {
    if (ids[i][j + 1] !== padId) { rows.push(i * t + j); answers.push(ids[i][j + 1]); }
  }
  const asked = tf.gather(tf.reshape(logits, [b * t, v]), tf.tensor1d(rows, "int32"));
  return crossEntropy(asked, tf.tensor1d(answers, "int32"));
}`,
    "places split off": `function nextWordLoss(logits, tokens, padId) {
  const time = tokens.shape[1];
  const [head] = tf.split(logits, [time - 1, 1], 1);
  const [, rest] = tf.split(tokens, [1, time - 1], 1);
  const loss = crossEntropy(head, rest, { ignoredIndex: padId, labelSmoothing: 0 });
  console.log(loss.dataSync());
  return loss;
}`,
    "slice": `function nextWordLoss(logits, tokens, padId) {
  const [B, T, V] = logits.shape;
  return crossEntropy(logits.slice([0, 0, 0], [B, T - 1, V]), tokens.slice([0, 1], [B, T - 1]), { ignoredIndex: padId });
}`,
    "flattened": `function nextWordLoss(logits, tokens, padId) {
  const [B, T, V] = logits.shape;
  const l = logits.slice([0, 0, 0], [-1, T - 1, -1]).reshape([B * (T - 1), V]);
  const y = tokens.slice([0, 1], [-1, -1]).flatten();
  return crossEntropy(l, y, { ignoredIndex: padId });
}`,
    "by hand": `function nextWordLoss(logits, tokens, padId) {
  const [B, T, V] = logits.shape;
  const l = logits.arraySync(), y = tokens.arraySync();
  let total = 0, n = 0;
  y.forEach((row, b) => { for (let t = 0; t + 1 < row.length; t++) {
    if (row[t + 1] === padId) continue;
    const m = Math.max(...l[b][t]);
    total += m + Math.log(l[b][t].reduce((s, x) => s + Math.exp(x - m), 0)) - l[b][t][row[t + 1]];
    n++;
  } });
  return tf.scalar(total / n);
}`,
    "split off the first and last": `function nextWordLoss(logits, tokens, padId) {
  const [B, T, V] = logits.shape;
  const [, next] = tf.split(tokens, [1, T - 1], 1);
  const [here] = tf.split(logits, [T - 1, 1], 1);
  const logp = tf.logSoftmax(here);
  const nll = tf.oneHot(next, V).cast("float32").mul(logp).sum(-1).neg();
  const keep = next.notEqual(tf.scalar(padId, "int32")).cast("float32");
  return nll.mul(keep).sum().div(keep.sum());
}`,
  },
  "10.4": {
    "a threshold": `function sampleTopK(logits, count, draw) {
  const threshold = [...logits].sort((a, b) => b - a)[count - 1];
  const powers = logits.map((l) => l >= threshold ? Math.exp(l) : 0);
  const total = powers.reduce((a, b) => a + b, 0);
  const probabilities = powers.map((p) => p / total);
  let sum = 0;
  for (let id = 0; id < probabilities.length; id++) {
    sum += probabilities[id];
    if (sum > draw) return { probabilities, token: id };
  }
}`,
    "minus infinity, then softmax": `const softmax = (xs) => {
  const top = Math.max(...xs);
  const e = xs.map((x) => Math.exp(x - top));
  const z = e.reduce((a, b) => a + b);
  return e.map((x) => x / z);
};
const sampleTopK = (logits, count, draw) => {
  const ranked = logits.map((l, i) => ({ l, i })).sort((a, b) => b.l - a.l);
  const keep = new Set(ranked.slice(0, count).map(({ i }) => i));
  const probabilities = softmax(logits.map((l, i) => keep.has(i) ? l : -Infinity));
  let rest = draw;
  const token = probabilities.findIndex((p) => (rest -= p) < 0);
  return { token, probabilities };
};`,
    "typed arrays and cumulated sums":
      `function sampleTopK(logits: number[], count: number, draw: number) {
  const order = Uint32Array.from(logits.keys()).sort((a, b) => logits[b] - logits[a]).subarray(0, count);
  const probabilities = new Float64Array(logits.length);
  for (const id of order) probabilities[id] = Math.exp(logits[id] - logits[order[0]]);
  const total = probabilities.reduce((a, b) => a + b);
  for (const id of order) probabilities[id] /= total;
  const sums = []; probabilities.forEach((p, i) => sums.push(p + (sums[i - 1] ?? 0)));
  return { probabilities, token: sums.findIndex((s) => s > draw) };
}`,
    "the largest taken out one by one": `function sampleTopK(logits, count, draw) {
  const left = logits.slice(), kept = [];
  while (kept.length < count) {
    const best = left.indexOf(Math.max(...left));
    kept.push(best);
    left[best] = -Infinity;
  }
  kept.sort((a, b) => a - b);
  const z = kept.reduce((s, id) => s + Math.exp(logits[id]), 0);
  const share = Object.fromEntries(kept.map((id) => [id, Math.exp(logits[id]) / z]));
  const probabilities = logits.map((_, id) => share[id] ?? 0);
  let sum = 0, token = kept[kept.length - 1];
  for (const id of kept) { sum += share[id]; if (sum > draw) { token = id; break; } }
  return { probabilities, token };
}`,
    "the draw stretched instead of the sums": `function sampleTopK(logits, count, draw) {
  const rank = (l) => logits.filter((other) => other > l).length;
  const powers = logits.map((l) => rank(l) < count ? Math.E ** (l - Math.max(...logits)) : 0);
  const total = powers.reduce((a, b) => a + b);
  let target = draw * total, token = -1;
  powers.some((p, id) => { target -= p; token = id; return target < 0; });
  return { probabilities: powers.map((p) => p / total), token };
}`,
    "threshold": `function sampleTopK(logits, count, draw) {
  const pick = (p, d) => { let s = 0; for (let i = 0; i < p.length; i++) { s += p[i]; if (s > d) return i; } return p.length - 1; };
  const soft = (xs) => { const m = Math.max(...xs); const e = xs.map((x) => Math.exp(x - m)); const t = e.reduce((a, b) => a + b, 0); return e.map((x) => x / t); };
  const least = [...logits].sort((a, b) => b - a)[count - 1];
  const probabilities = soft(logits.map((x) => x >= least ? x : -Infinity));
  return { probabilities, token: pick(probabilities, draw) };
}`,
    "indices": `function sampleTopK(logits, count, draw) {
  const order = logits.map((_, i) => i).sort((a, b) => logits[b] - logits[a]).slice(0, count);
  const top = logits[order[0]];
  const probabilities = logits.map(() => 0);
  let total = 0;
  for (const i of order) total += probabilities[i] = Math.exp(logits[i] - top);
  for (const i of order) probabilities[i] /= total;
  let sum = 0, token = 0;
  while ((sum += probabilities[token]) <= draw && token < logits.length - 1) token++;
  return { probabilities, token };
}`,
  },
  "10.5": {
    "a loop": `function freeze(names, frozen) {
  const result = [];
  for (const name of names) {
    let keep = true;
    for (const part of frozen) {
      if (name === part || name.indexOf(part + ".") === 0) keep = false;
    }
    if (keep) result.push(name);
  }
  return result;
}`,
    "a dot at both ends":
      `const freeze = (names, frozen) => names.filter((name) => !frozen.some((part) => (name + ".").startsWith(part + ".")));`,
    "steps compared": `function freeze(names, frozen) {
  const parts = frozen.map((part) => part.split("."));
  return names.filter((name) => {
    const steps = name.split(".");
    return parts.every((part) => part.some((step, i) => steps[i] !== step));
  });
}`,
    "all beginnings of a name in a set": `function freeze(names: string[], frozen: string[]) {
  const cold = new Set(frozen);
  const beginnings = (name) => name.split(".").map((_, i, all) => all.slice(0, i + 1).join("."));
  return new Set(names.filter((name) => !beginnings(name).some((b) => cold.has(b))));
}`,
    "a regular expression, escaped": `function freeze(names, frozen) {
  const escaped = frozen.map((part) => part.replace(/[.*+?^$()[\\]{}|\\\\]/g, "\\\\$&"));
  const pattern = new RegExp("^(?:" + escaped.join("|") + ")(?:\\\\.|$)");
  return frozen.length === 0 ? names : names.filter((name) => !pattern.test(name));
}`,
    "part after part, recursion": `function freeze(names, [part, ...rest]) {
  if (part === undefined) return names;
  return freeze(names.filter((name) => name !== part && name.slice(0, part.length + 1) !== \`\${part}.\`), rest);
}`,
    "startsWith with a dot": `function freeze(names, frozen) {
  return names.filter((name) => !frozen.some((part) => name === part || name.startsWith(part + ".")));
}`,
    "parts compared": `function freeze(names, frozen) {
  const steps = frozen.map((f) => f.split("."));
  return names.filter((name) => { const path = name.split("."); return steps.every((s) => s.some((x, i) => x !== path[i])); });
}`,
    "dot added to both":
      `const freeze = (names, frozen) => names.filter((n) => frozen.every((f) => !(n + ".").startsWith(f + ".")));`,
  },
  "10.6": {
    "a flag that flips behind [SEP]": `function bertInputs(ids, sepId, tables) {
  const rows = [];
  let segment = 0;
  for (let t = 0; t < ids.length; t++) {
    const row = [];
    for (let i = 0; i < tables.token[0].length; i++) {
      row.push(tables.token[ids[t]][i] + tables.position[t][i] + tables.segment[segment][i]);
    }
    rows.push(row);
    if (ids[t] === sepId) segment = 1;
  }
  return rows;
}`,
    "whether a [SEP] came before": `const bertInputs = (ids, sepId, { token, position, segment }) =>
  ids.map((id, t) => token[id].map((x, i) => x + position[t][i] + segment[Number(ids.slice(0, t).includes(sepId))][i]));`,
    "rows added two by two":
      `function add(a: number[], b: number[]) { return a.map((x, i) => x + b[i]); }
function bertInputs(ids: number[], sepId: number, tables: any) {
  const border = ids.findIndex((id) => id === sepId);
  return ids.map((id, t) => add(add(tables.token[id], tables.position[t]), tables.segment[t > border ? 1 : 0]));
}`,
    "a reduce over three rows": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) =>
    [tables.token[id], tables.position[t], tables.segment[+(t > border)]]
      .reduce((sum, row) => sum.map((x, i) => x + row[i])));
}`,
    "segments first, as a list": `function bertInputs(ids, sepId, tables) {
  const first = ids.indexOf(sepId) + 1;
  const segments = [...Array(first).fill(0), ...Array(ids.length - first).fill(1)];
  return segments.map((s, t) => Float64Array.from(tables.token[ids[t]], (x, i) => x + tables.position[t][i] + tables.segment[s][i]));
}`,
  },
};
