/** Plausible wrong answers of notebook 10 that no hint names: they must fail all the same. */

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

const freezing = (result: string): string =>
  `function freeze(names, frozen) {
  return ${result};
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "10.1": {
    "the random word stands for [MASK]": mask({
      inputs: "replace < 0.8 ? word : replace < 0.9 ? maskId : token",
    }),
    "1.5 % chosen": mask({ chosen: "choose < 0.015 && !specialIds.includes(token)" }),
    "the choice decides the replacement, too": mask({
      inputs: "choose < 0.8 ? maskId : choose < 0.9 ? word : token",
      labels: "chosen ? token + 1 : 0",
    }),
    "labels of the other places": mask({ labels: "chosen ? 0 : token" }),
    "labels −100, as in PyTorch": mask({ labels: "chosen ? token : -100" }),
    "true and false for labels": mask({ labels: "chosen ? 1 : 0" }),
    "the inputs alone": `function maskTokens(tokens, draws, { maskId, specialIds }) {
  return tokens.map((token, i) =>
    draws[i].choose < 0.15 && !specialIds.includes(token) ? maskId : token);
}`,
  },
  "10.2": {
    "pairs across stories": pairs(`  const all = stories.flat();
  for (let i = 0; i + 1 < all.length && i < draws.length; i++) {
    pairs.push({ first: all[i], second: all[i + 1], isNext: draws[i].coin < 0.5 });
  }`),
    "the first sentence is exchanged": pairs(
      `  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length];
      const other = stories[(story + away) % stories.length];
      const first = coin < 0.5 ? sentences[i] : other[Math.floor(place * other.length)];
      pairs.push({ first, second: sentences[i + 1], isNext: coin < 0.5 });
    }
  }`,
    ),
    "always the first sentence of the other story": pairs(
      `  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away } = draws[pairs.length];
      const other = stories[(story + away) % stories.length];
      pairs.push({ first: sentences[i], second: coin < 0.5 ? sentences[i + 1] : other[0], isNext: coin < 0.5 });
    }
  }`,
    ),
    "away in the other direction": pairs(`  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length];
      const other = stories[(story - away + stories.length) % stories.length];
      const second = coin < 0.5 ? sentences[i + 1] : other[Math.floor(place * other.length)];
      pairs.push({ first: sentences[i], second, isNext: coin < 0.5 });
    }
  }`),
    "the list is not closed to a ring": pairs(
      `  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[pairs.length];
      const other = stories[story + away];
      const second = coin < 0.5 ? sentences[i + 1] : other[Math.floor(place * other.length)];
      pairs.push({ first: sentences[i], second, isNext: coin < 0.5 });
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
  },
  "10.3": {
    "each text's mean, then the mean of the texts": loss(
      `  const rows = tf.unstack(asked).map((row, i) =>
    crossEntropy(row, tf.unstack(answers)[i], { ignoredIndex: padId }));
  const weights = tf.tensor1d(rows.map((_, i) => i + 1));
  return tf.div(tf.sum(tf.mul(tf.stack(rows), weights)), tf.sum(weights));`,
    ),
    "two places ahead": loss(
      `  const later = tf.slice(tokens, [0, 2], [-1, -1]);
  return crossEntropy(tf.slice(asked, [0, 0, 0], [-1, later.shape[1], -1]), later, { ignoredIndex: padId });`,
    ),
    "bits instead of nats": loss(
      "  return tf.div(crossEntropy(asked, answers, { ignoredIndex: padId }), Math.LN2);",
    ),
    "the likelihood, not its negative": loss(
      "  return tf.neg(crossEntropy(asked, answers, { ignoredIndex: padId }));",
    ),
    "with label smoothing": loss(
      "  return crossEntropy(asked, answers, { ignoredIndex: padId, labelSmoothing: 0.1 });",
    ),
    "the perplexity": loss(
      "  return tf.exp(crossEntropy(asked, answers, { ignoredIndex: padId }));",
    ),
    "the first text only": loss(
      `  return crossEntropy(tf.slice(asked, 0, 1), tf.slice(answers, 0, 1), { ignoredIndex: padId });`,
    ),
  },
  "10.4": {
    "one too few": sample(likeliest.replace("count)", "Math.max(1, count - 1))")),
    "one too many": sample(likeliest.replace("count)", "count + 1)")),
    "the first ids": sample("[...logits.keys()].slice(0, count)"),
    "equal shares": sample(
      likeliest,
      "probabilities = logits.map((_, id) => kept.includes(id) ? 1 / count : 0);",
    ),
    "the place in the list of kept ones": sample(likeliest, "token = kept.indexOf(token);"),
    "the probabilities of the kept ones alone": sample(
      likeliest,
      "probabilities = kept.map((id) => probabilities[id]);",
    ),
    "logits for probabilities": sample(likeliest, "probabilities = [...logits];"),
  },
  "10.5": {
    "only the head": freezing('names.filter((name) => name.startsWith("head."))'),
    "the part anywhere in the name": freezing(
      'names.filter((name) => !frozen.some((part) => name.includes(part.split(".").at(-1))))',
    ),
    "frozen only if every part fits": freezing(
      "names.filter((name) => !frozen.every((part) => name === part || name.startsWith(`${part}.`)))",
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
  },
};
