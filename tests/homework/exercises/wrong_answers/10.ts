/** Plausible wrong answers of notebook 10 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const mask = (
  {
    chosen = "choose < 0.15 && !specialIds.includes(token)",
    inputs,
    labels = "chosen ? token : 0",
  }: { chosen?: string; inputs?: string; labels?: string },
): string =>
  `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const rows = tokens.map((token, i) => {
    const { choose, replace, word } = draws[i];
    const chosen = ${chosen};
    const input = chosen ? ${
    inputs ?? "replace < 0.8 ? maskId : replace < 0.9 ? word : token"
  } : token;
    return { input, label: ${labels} };
  });
  return { inputs: rows.map(({ input }) => input), labels: rows.map(({ label }) => label) };
}`;

const pairs = (body: string): string =>
  `function sentencePairs(stories, draws) {
  const pairs = [];
${body}
  return pairs;
}`;

const loss = (body: string): string =>
  `function nextWordLoss(logits, tokens, padId) {
  const asked = tf.slice(logits, [0, 0, 0], [-1, logits.shape[1] - 1, -1]);
  const answers = tf.slice(tokens, [0, 1], [-1, -1]);
${body}
}`;

const sample = (kept: string, rest = ""): string =>
  `function sampleTopK(logits, count, draw) {
  const kept = ${kept};
  const powers = logits.map((logit, id) => kept.includes(id) ? Math.exp(logit) : 0);
  const total = powers.reduce((sum, power) => sum + power, 0);
  let probabilities = powers.map((power) => power / total);
  let sum = 0;
  let token = probabilities.findIndex((probability) => (sum += probability) > draw);
  ${rest}
  return { probabilities, token };
}`;
const likeliest = "[...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count)";

const adding = (segment: string): string =>
  `function bertInputs(ids, sepId, tables) {
  return ids.map((id, t) => tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[${segment}][i]));
}`;

const freezing = (result: string): string =>
  `function freeze(names, frozen) {
  return ${result};
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "10.1": {
    "1.5 % chosen": mask({ chosen: "choose < 0.015 && !specialIds.includes(token)" }),
    "the choice decides the replacement, too": mask({
      inputs: "choose < 0.8 ? maskId : choose < 0.9 ? word : token",
      labels: "chosen ? token + 1 : 0",
    }),
    "true and false for labels": mask({ labels: "chosen ? 1 : 0" }),
    "the places for labels": mask({ labels: "chosen ? i : 0" }),
    "every seventh place": mask({ chosen: "i % 7 === 0 && !specialIds.includes(token)" }),
    "nothing read at a chosen place": mask({ inputs: "0" }),
    "the next word for the random one": mask({
      inputs: "replace < 0.8 ? maskId : replace < 0.9 ? token + 1 : token",
    }),
    "the chosen tokens alone": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const labels = tokens.filter((token, i) => draws[i].choose < 0.15 && !specialIds.includes(token));
  return { inputs: labels.map(() => maskId), labels };
}`,
    "special tokens left out": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const words = tokens.filter((token) => !specialIds.includes(token));
  const chosen = words.map((_, i) => draws[i].choose < 0.15);
  return {
    inputs: words.map((token, i) => chosen[i] ? maskId : token),
    labels: words.map((token, i) => chosen[i] ? token : 0),
  };
}`,
    "the inputs alone": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  return tokens.map((token, i) =>
    draws[i].choose < 0.15 && !specialIds.includes(token) ? maskId : token);
}`,
    "labels as a short list": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  const ch = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t)); return { inputs: tokens.map((t, i) => !ch[i] ? t : draws[i].replace < 0.8 ? maskId : draws[i].replace < 0.9 ? draws[i].word : t), labels: tokens.filter((t, i) => ch[i]) };
}`,
  },
  "10.2": {
    "pairs across stories": pairs(`  const all = stories.flat(), flat = draws.flat();
  for (let i = 0; i + 1 < all.length && i < flat.length; i++) {
    pairs.push({ first: all[i], second: all[i + 1], isNext: flat[i].coin < 0.5 });
  }`),
    "pairs in lists of two": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push([sentences[i], isNext ? sentences[i + 1] : stories[story][sentence]]);
    }
  }`),
    "the whole other story": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stories[story].join(" "), isNext });
    }
  }`),
    "the number of the sentence": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: i, second: isNext ? i + 1 : sentence, isNext });
    }
  }`),
    "the previous sentence for the next": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i + 1], second: isNext ? sentences[i] : stories[story][sentence], isNext });
    }
  }`),
    "every sentence begins a pair": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i] ?? { coin: 0.9, story: 0, sentence: 0 };
      pairs.push({ first: sentences[i], second: coin < 0.5 ? sentences[i + 1] : stories[story][sentence], isNext: coin < 0.5 });
    }
  }`),
    "true pairs alone": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      if (isNext) pairs.push({ first: sentences[i], second: sentences[i + 1], isNext });
    }
  }`),
    "draws from the end": pairs(`  const flat = draws.flat();
  for (const sentences of stories) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = flat[flat.length - 1 - pairs.length];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stories[story][sentence], isNext });
    }
  }`),
    "isNext always true": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stories[story][sentence], isNext: true });
    }
  }`),
    "same sentence": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i] : stories[story][sentence], isNext });
    }
  }`),
    "both true and false": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: sentences[i + 1], isNext: true });
      pairs.push({ first: sentences[i], second: stories[story][sentence], isNext: false });
    }
  }`),
    "label 0/1": pairs(`  for (const [s, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stories[story][sentence], isNext: isNext ? 1 : 0 });
    }
  }`),
    "a list for each story": `function sentencePairs(stories, draws) {
  return stories.map((sentences, s) => sentences.slice(0, -1).map((first, i) => {
    const { coin, story, sentence } = draws[s][i];
    const isNext = coin < 0.5;
    return { first, second: isNext ? sentences[i + 1] : stories[story][sentence], isNext };
  }));
}`,
    "one draw further": pairs(`  const flat = draws.flat();
  for (const sentences of stories) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, story, sentence } = flat[(pairs.length + 1) % flat.length];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stories[story][sentence], isNext });
    }
  }`),
  },
  "10.3": {
    "a weighted mean of the texts' means": loss(
      `  const rows = tf.unstack(asked).map((row, i) =>
    crossEntropy(row, tf.unstack(answers)[i], { ignoredIndex: padId }));
  const weights = tf.tensor1d(rows.map((_, i) => i + 1));
  return tf.div(tf.sum(tf.mul(tf.stack(rows), weights)), tf.sum(weights));`,
    ),
    "with label smoothing": loss(
      "  return crossEntropy(asked, answers, { ignoredIndex: padId, labelSmoothing: 0.1 });",
    ),
    "the first text only": loss(
      `  return crossEntropy(tf.slice(asked, 0, 1), tf.slice(answers, 0, 1), { ignoredIndex: padId });`,
    ),
    "the last question only": loss(
      `  const last = answers.shape[1] - 1;
  return crossEntropy(tf.slice(asked, [0, last, 0], [-1, 1, -1]), tf.slice(answers, [0, last], [-1, 1]),
    { ignoredIndex: padId });`,
    ),
    "squared differences": loss(
      "  return tf.mean(tf.square(tf.sub(tf.softmax(asked), tf.oneHot(answers, asked.shape[2]))));",
    ),
    "the share of right guesses": loss(
      `  return tf.mean(tf.cast(tf.equal(tf.argMax(asked, -1), answers), "float32"));`,
    ),
    "arguments exchanged": `function nextWordLoss(logits, tokens, padId) {
  const [B, T, V] = logits.shape;
  return crossEntropy(tokens.slice([0, 1], [B, T - 1]), logits.slice([0, 0, 0], [B, T - 1, V]), { ignoredIndex: padId });
}`,
  },
  "10.4": {
    "probabilities of the kept ones alone": sample(
      likeliest,
      "probabilities = kept.map((id) => probabilities[id]);",
    ),
    "logits for probabilities": sample(likeliest, "probabilities = [...logits];"),
    "the draw as a place in the vocabulary": sample(
      likeliest,
      "token = Math.floor(draw * logits.length);",
    ),
    "everything as likely as the draw": sample(
      likeliest,
      "probabilities = probabilities.map((share) => share > draw ? share : 0);",
    ),
    "until the sum is large enough (top-p)": sample(
      "[...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, Math.ceil(count * 0.9 + 0.5))",
    ),
    "rounded to whole per cent": sample(
      likeliest,
      "probabilities = probabilities.map((share) => Math.round(share * 100) / 100);",
    ),
    "a temperature of two": sample(likeliest).replace("Math.exp(logit)", "Math.exp(logit / 2)"),
    "the logit for the token": sample(likeliest, "token = logits[token];"),
    "the token alone": `function sampleTopK(logits, count, draw) {
  return [...logits.keys()].sort((a, b) => logits[b] - logits[a])[0];
}`,
    "only the kept probabilities": `function sampleTopK(logits, count, draw) {
  const pick = (p, d) => { let s = 0; for (let i = 0; i < p.length; i++) { s += p[i]; if (s > d) return i; } return p.length - 1; };
  const soft = (xs) => { const m = Math.max(...xs); const e = xs.map((x) => Math.exp(x - m)); const t = e.reduce((a, b) => a + b, 0); return e.map((x) => x / t); };
  const least = [...logits].sort((a, b) => b - a)[count - 1];
  const kept = logits.filter((x) => x >= least); return { probabilities: soft(kept), token: logits.indexOf(kept[pick(soft(kept), draw)]) };
}`,
    "top-p": `function sampleTopK(logits, count, draw) {
  const pick = (p, d) => { let s = 0; for (let i = 0; i < p.length; i++) { s += p[i]; if (s > d) return i; } return p.length - 1; };
  const soft = (xs) => { const m = Math.max(...xs); const e = xs.map((x) => Math.exp(x - m)); const t = e.reduce((a, b) => a + b, 0); return e.map((x) => x / t); };
  const least = [...logits].sort((a, b) => b - a)[count - 1];
  const p = soft(logits); return { probabilities: p, token: Math.floor(draw * count) };
}`,
    "uses count as index from the draw": `function sampleTopK(logits, count, draw) {
  const pick = (p, d) => { let s = 0; for (let i = 0; i < p.length; i++) { s += p[i]; if (s > d) return i; } return p.length - 1; };
  const soft = (xs) => { const m = Math.max(...xs); const e = xs.map((x) => Math.exp(x - m)); const t = e.reduce((a, b) => a + b, 0); return e.map((x) => x / t); };
  const least = [...logits].sort((a, b) => b - a)[count - 1];
  const probabilities = soft(logits.map((x) => x >= least ? x : -Infinity)); return { probabilities, token: Math.floor(draw * logits.length) };
}`,
    "draws from all probabilities": `function sampleTopK(logits, count, draw) {
  const pick = (p, d) => { let s = 0; for (let i = 0; i < p.length; i++) { s += p[i]; if (s > d) return i; } return p.length - 1; };
  const soft = (xs) => { const m = Math.max(...xs); const e = xs.map((x) => Math.exp(x - m)); const t = e.reduce((a, b) => a + b, 0); return e.map((x) => x / t); };
  const least = [...logits].sort((a, b) => b - a)[count - 1];
  const probabilities = soft(logits.map((x) => x >= least ? x : -Infinity)); return { probabilities, token: pick(soft(logits), draw) };
}`,
  },
  "10.5": {
    "the end of the name": freezing(
      "names.filter((name) => !frozen.some((part) => name.endsWith(part)))",
    ),
    "sorted": freezing(
      "names.filter((name) => !frozen.some((part) => name === part || name.startsWith(`${part}.`))).sort().reverse()",
    ),
    "the number of names": freezing(
      "names.filter((name) => !frozen.some((part) => name === part || name.startsWith(`${part}.`))).length",
    ),
    "true and false": freezing(
      "names.map((name) => !frozen.some((part) => name === part || name.startsWith(`${part}.`)))",
    ),
    "the names without their part": freezing(
      'names.map((name) => frozen.reduce((rest, part) => rest.replace(`${part}.`, ""), name))',
    ),
    "longer than every part": freezing(
      "names.filter((name) => frozen.every((part) => name.length < part.length))",
    ),
    "one text": freezing(
      'names.filter((name) => !frozen.some((part) => name === part || name.startsWith(`${part}.`))).join("\\n")',
    ),
    "endsWith": `function freeze(names, frozen) {
  return names.filter((n) => !frozen.some((f) => n.endsWith(f)));
}`,
    "index instead of names": `function freeze(names, frozen) {
  return names.map((n) => !frozen.some((f) => n === f || n.startsWith(f + ".")));
}`,
    "parent only": `function freeze(names, frozen) {
  return names.filter((n) => !frozen.includes(n.slice(0, n.lastIndexOf("."))));
}`,
  },
  "10.6": {
    "the second half is B": adding("t < ids.length / 2 ? 0 : 1"),
    "a segment for each place": adding("t % 2"),
    "the word behind [SEP] still in A": adding("t <= ids.indexOf(sepId) + 1 ? 0 : 1"),
    "places from the end": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => tables.token[id].map((x, i) =>
    x + tables.position[ids.length - 1 - t][i] + tables.segment[t <= border ? 0 : 1][i]));
}`,
    "a product": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => tables.token[id].map((x, i) =>
    x * tables.position[t][i] * tables.segment[t <= border ? 0 : 1][i]));
}`,
    "one number a token": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => tables.token[id].reduce((sum, x, i) =>
    sum + x + tables.position[t][i] + tables.segment[t <= border ? 0 : 1][i], 0));
}`,
  },
};
