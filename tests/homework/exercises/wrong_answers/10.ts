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
  },
  "10.2": {
    "pairs in lists of two": pairs(`  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length];
      const other = stories[(story + away) % stories.length];
      pairs.push([sentences[i], coin < 0.5 ? sentences[i + 1] : other[Math.floor(place * other.length)]]);
    }
  }`),
    "the whole other story": pairs(`  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away } = draws[pairs.length];
      const other = stories[(story + away) % stories.length];
      const isNext = coin < 0.5;
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : other.join(" "), isNext });
    }
  }`),
    "the number of the sentence": pairs(`  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length];
      const other = stories[(story + away) % stories.length];
      const isNext = coin < 0.5;
      pairs.push({ first: i, second: isNext ? i + 1 : Math.floor(place * other.length), isNext });
    }
  }`),
    "the previous sentence for the next": pairs(
      `  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length];
      const other = stories[(story + away) % stories.length];
      const isNext = coin < 0.5;
      pairs.push({
        first: sentences[i + 1],
        second: isNext ? sentences[i] : other[Math.floor(place * other.length)],
        isNext,
      });
    }
  }`,
    ),
    "every sentence begins a pair": pairs(`  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length % draws.length];
      const other = stories[(story + away) % stories.length];
      const second = coin < 0.5 && i + 1 < sentences.length
        ? sentences[i + 1] : other[Math.floor(place * other.length)];
      pairs.push({ first: sentences[i], second, isNext: coin < 0.5 });
    }
  }`),
    "draws from the end": pairs(`  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[draws.length - 1 - pairs.length];
      const other = stories[(story + away) % stories.length];
      const isNext = coin < 0.5;
      pairs.push({
        first: sentences[i],
        second: isNext ? sentences[i + 1] : other[Math.floor(place * other.length)],
        isNext,
      });
    }
  }`),
    "last sentence begins a pair": `function sentencePairs(stories, draws) {
  const out = []; let d = 0;
  stories.forEach((story, s) => { for (let i = 0; i < story.length; i++) { const { coin, away, place } = draws[d++];
    if (coin < 0.5) out.push({ first: story[i], second: story[i + 1], isNext: true });
    else { const other = stories[(s + away) % stories.length]; out.push({ first: story[i], second: other[Math.floor(place * other.length)], isNext: false }); } } });
  return out;
}`,
    "draws consumed by last sentences too": `function sentencePairs(stories, draws) {
  const out = []; let d = 0; stories.forEach((story, s) => story.forEach((first, i) => { const x = draws[d++ % draws.length]; if (i === story.length - 1) return; const o = stories[(s + x.away) % stories.length]; out.push(x.coin < 0.5 ? { first, second: story[i + 1], isNext: true } : { first, second: o[Math.floor(x.place * o.length)], isNext: false }); })); return out;
}`,
    "same sentence": `function sentencePairs(stories, draws) {
  const out = []; let d = 0;
  stories.forEach((story, s) => { for (let i = 0; i < story.length - 1; i++) { const { coin, away, place } = draws[d++];
    if (coin < 0.5) out.push({ first: story[i], second: story[i], isNext: true });
    else { const other = stories[(s + away) % stories.length]; out.push({ first: story[i], second: other[Math.floor(place * other.length)], isNext: false }); } } });
  return out;
}`,
    "both true and false": `function sentencePairs(stories, draws) {
  const out = []; let d = 0; stories.forEach((story, s) => { for (let i = 0; i + 1 < story.length; i++) { const x = draws[d++]; const o = stories[(s + x.away) % stories.length]; out.push({ first: story[i], second: story[i + 1], isNext: true }); out.push({ first: story[i], second: o[Math.floor(x.place * o.length)], isNext: false }); } }); return out;
}`,
    "label 0/1": `function sentencePairs(stories, draws) {
  const out = []; let d = 0;
  stories.forEach((story, s) => { for (let i = 0; i < story.length - 1; i++) { const { coin, away, place } = draws[d++];
    if (coin < 0.5) out.push({ first: story[i], second: story[i + 1], isNext: 1 });
    else { const other = stories[(s + away) % stories.length]; out.push({ first: story[i], second: other[Math.floor(place * other.length)], isNext: 0 }); } } });
  return out;
}`,
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
  },
  "10.5": {
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
    "index instead of names": `function freeze(names, frozen) {
  return names.map((n) => !frozen.some((f) => n === f || n.startsWith(f + ".")));
}`,
  },
  "10.6": {
    "the larger of the three numbers": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => tables.token[id].map((x, i) =>
    Math.max(x, tables.position[t][i], tables.segment[t <= border ? 0 : 1][i])));
}`,
    "[CLS] in segment 1": adding("t > 0 && t <= ids.indexOf(sepId) ? 0 : 1"),
    "every place the last one": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => tables.token[id].map((x, i) =>
    x + tables.position[ids.length - 1][i] + tables.segment[t <= border ? 0 : 1][i]));
}`,
    "a segment for each place": adding("t % 2"),
    "one number a token": `function bertInputs(ids, sepId, tables) {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => tables.token[id].reduce((sum, x, i) =>
    sum + x + tables.position[t][i] + tables.segment[t <= border ? 0 : 1][i], 0));
}`,
  },
};
