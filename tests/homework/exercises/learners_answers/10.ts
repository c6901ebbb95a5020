/** Answers to the exercises of notebook 10 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "10.1": [
    {
      what: "map",
      status: "passed",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "set loop",
      status: "passed",
      body: `
const 특별 = new Set(specialIds);
const inputs = [...tokens], labels = new Array(tokens.length).fill(0);
for (let i = 0; i < tokens.length; i++) {
  const { choose, replace, word } = draws[i];
  if (choose >= 0.15 || 특별.has(tokens[i])) continue;
  labels[i] = tokens[i];
  if (replace < 0.8) inputs[i] = maskId;
  else if (replace < 0.9) inputs[i] = word;
}
return { inputs, labels };`,
    },
    {
      what: "always mask",
      status: "failed",
      mistake: "always [MASK]",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return maskId;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "special chosen",
      status: "failed",
      mistake: "special tokens masked",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && true);
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "label only where masked",
      status: "failed",
      mistake: "asks only at [MASK]",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] && draws[i].replace < 0.8 ? t : 0) };`,
    },
    {
      what: "label everywhere",
      status: "failed",
      mistake: "loss over all tokens",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => t) };`,
    },
    {
      what: "labels of inputs",
      status: "failed",
      mistake: "labels taken after hiding",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? inputs[i] : 0) };`,
    },
    {
      what: "85%",
      status: "failed",
      mistake: "85 % chosen",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose > 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "80/90 swapped",
      status: "failed",
      mistake: "random and unchanged swapped",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? t : word;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "never keeps",
      status: "failed",
      mistake: "never the token itself",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : word;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "never random",
      status: "failed",
      mistake: "never a random word",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "word < 0.1",
      status: "failed",
      mistake: "the ranges in another order",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.1 ? word : replace < 0.9 ? maskId : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "choose 0.2",
      status: "failed",
      mistake: "another share than 15 %",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.2 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "-100 labels",
      status: "failed",
      mistake: "something else than 0 for no label",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : -100) };`,
    },
    {
      what: "<= 0.15",
      status: "failed",
      mistake: "the thresholds included",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose <= 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "<= 0.8",
      status: "failed",
      mistake: "the thresholds included",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace <= 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };`,
    },
    {
      what: "labels where changed",
      status: "failed",
      mistake: "no label where the token stays",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => inputs[i] !== t ? t : 0) };`,
    },
    {
      what: "labels inverted",
      status: "failed",
      mistake: "labels where nothing was chosen",
      body: `
const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
const inputs = tokens.map((t, i) => {
  const { replace, word } = draws[i];
  if (!chosen[i]) return t;
  return replace < 0.8 ? maskId : replace < 0.9 ? word : t;
});
return { inputs, labels: tokens.map((t, i) => chosen[i] ? 0 : t) };`,
    },
    {
      what: "mutates tokens, labels after",
      status: "failed",
      mistake: "labels taken after hiding",
      body: `
const labels = tokens.map(() => 0);
tokens.forEach((t, i) => {
  const d = draws[i];
  if (d.choose < 0.15 && !specialIds.includes(t)) {
    if (d.replace < 0.8) tokens[i] = maskId;
    else if (d.replace < 0.9) tokens[i] = d.word;
    labels[i] = tokens[i];
  }
});
return { inputs: tokens, labels };`,
    },
    {
      what: "draws advance only when chosen",
      status: "failed",
      mistake: "draws used by words only",
      body: `
let n = 0;
const inputs = [], labels = [];
for (const t of tokens) {
  if (specialIds.includes(t)) {
    inputs.push(t);
    labels.push(0);
    continue;
  }
  const d = draws[n++];
  if (d.choose < 0.15) {
    labels.push(t);
    inputs.push(d.replace < 0.8 ? maskId : d.replace < 0.9 ? d.word : t);
  } else {
    inputs.push(t);
    labels.push(0);
  }
}
return { inputs, labels };`,
    },
    {
      what: "loop with copies",
      status: "passed",
      body: `
  const special = new Set(specialIds);
  const inputs = tokens.slice();
  const labels: number[] = new Array(tokens.length).fill(0);
  for (let t = 0; t < tokens.length; t++) {
    const { choose, replace, word } = draws[t];
    if (choose >= 0.15 || special.has(tokens[t])) continue;
    labels[t] = tokens[t];
    if (replace < 0.8) inputs[t] = maskId;
    else if (replace < 0.9) inputs[t] = word;
  }
  return { inputs, labels };`,
    },
    {
      what: "two maps with a helper",
      status: "passed",
      body: `
  const isChosen = tokens.map((token, t) => draws[t].choose < 0.15 && !specialIds.includes(token));
  const whatIsRead = (token: number, t: number): number => {
    if (!isChosen[t] || draws[t].replace >= 0.9) return token;
    return draws[t].replace >= 0.8 ? draws[t].word : maskId;
  };
  return {
    inputs: tokens.map(whatIsRead),
    labels: tokens.map((token, t) => isChosen[t] ? token : 0),
  };`,
    },
    {
      what: "label only where something changed",
      status: "failed",
      mistake: "no label where the token stays",
      body: `
  const inputs = [...tokens];
  const labels = tokens.map(() => 0);
  tokens.forEach((token, t) => {
    const { choose, replace, word } = draws[t];
    if (choose < 0.15 && !specialIds.includes(token)) {
      if (replace < 0.8) {
        inputs[t] = maskId;
        labels[t] = token;
      } else if (replace < 0.9) {
        inputs[t] = word;
        labels[t] = token;
      }
    }
  });
  return { inputs, labels };`,
    },
    {
      what: "0.1 instead of 0.9",
      status: "failed",
      mistake: "never a random word",
      body: `
  const inputs: number[] = [];
  const labels: number[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    const chosen = draws[t].choose < 0.15 && !specialIds.includes(token);
    labels.push(chosen ? token : 0);
    if (!chosen) inputs.push(token);
    else if (draws[t].replace < 0.8) inputs.push(maskId);
    else if (draws[t].replace < 0.1) inputs.push(draws[t].word);
    else inputs.push(token);
  }
  return { inputs, labels };`,
    },
    {
      what: "<= at 0.15",
      status: "failed",
      mistake: "the thresholds included",
      body: `
  const inputs = [...tokens];
  const labels = new Array<number>(tokens.length).fill(0);
  for (const [t, { choose, replace, word }] of draws.entries()) {
    if (choose <= 0.15 && !specialIds.includes(tokens[t])) {
      labels[t] = tokens[t];
      if (replace < 0.8) inputs[t] = maskId;
      else if (replace < 0.9) inputs[t] = word;
    }
  }
  return { inputs, labels };`,
    },
  ],
  "10.2": [
    {
      what: "forEach",
      status: "passed",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "generator-free flatMap",
      status: "passed",
      body: `
const q = [...draws];
return stories.flatMap((이야기, s) =>
  이야기.slice(0, -1).map((first, i) => {
    const d = q.shift()!;
    if (d.coin < 0.5) return { first, second: 이야기[i + 1], isNext: true };
    const 다른 = stories[(s + d.away) % stories.length];
    return { first, second: 다른[Math.floor(d.place * 다른.length)], isNext: false };
  })
);`,
    },
    {
      what: "coin inverted",
      status: "failed",
      mistake: "the coin the wrong way round",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin >= 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "no wrap",
      status: "failed",
      mistake: "the list is not closed to a ring",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[Math.min(s + away, stories.length - 1)];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "same story",
      status: "failed",
      mistake: "the negative is from the same story",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[s];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "own length",
      status: "failed",
      mistake: "the length of this story",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * story.length) % other.length],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "draws restart per story",
      status: "failed",
      mistake: "draws start anew with every story",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[i];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "round",
      status: "failed",
      mistake: "place rounded up or to the nearest",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext
        ? story[i + 1]
        : other[Math.min(Math.round(place * other.length), other.length - 1)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "away absolute",
      status: "failed",
      mistake: "away counted from the first story",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[away % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "ceil",
      status: "failed",
      mistake: "place rounded up or to the nearest",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext
        ? story[i + 1]
        : other[Math.min(Math.ceil(place * other.length), other.length - 1)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "backwards",
      status: "failed",
      mistake: "away in the other direction",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s - away + stories.length) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "isNext by words",
      status: "failed",
      mistake: "isNext told from the sentences",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext:
        (isNext ? story[i + 1] : other[Math.floor(place * other.length)]) === story[i + 1],
    });
  }
});
return pairs;`,
    },
    {
      what: "isNext inverted",
      status: "failed",
      mistake: "labels inverted",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext: !isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "crosses story end",
      status: "failed",
      mistake: "pairs across stories",
      body: `
const flat = stories.flat();
const pairs = [];
const of = stories.flatMap((x, s) => x.map(() => s));
for (let i = 0; i < flat.length - 1 && i < draws.length; i++) {
  const d = draws[i];
  const other = stories[(of[i] + d.away) % stories.length];
  const isNext = d.coin < 0.5;
  pairs.push({
    first: flat[i],
    second: isNext ? flat[i + 1] : other[Math.floor(d.place * other.length)],
    isNext,
  });
}
return pairs;`,
    },
    {
      what: "length - 1",
      status: "failed",
      mistake: "not every sentence of the other story",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * (other.length - 1))],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "first by draw",
      status: "failed",
      mistake: "a story's last pair missed",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 2; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "always next",
      status: "failed",
      mistake: "only true pairs",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin < 2;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "<= 0.5",
      status: "failed",
      mistake: "a coin of 0.5 counts as true",
      body: `
const pairs = [];
let n = 0;
stories.forEach((story, s) => {
  for (let i = 0; i < story.length - 1; i++) {
    const { coin, away, place } = draws[n++];
    const isNext = coin <= 0.5;
    const other = stories[(s + away) % stories.length];
    pairs.push({
      first: story[i],
      second: isNext ? story[i + 1] : other[Math.floor(place * other.length)],
      isNext,
    });
  }
});
return pairs;`,
    },
    {
      what: "nested loops",
      status: "passed",
      body: `
  const pairs: { first: string; second: string; isNext: boolean }[] = [];
  for (let s = 0; s < stories.length; s++) {
    for (let i = 0; i < stories[s].length - 1; i++) {
      const { coin, away, place } = draws[pairs.length];
      const isNext = coin < 0.5;
      let second = stories[s][i + 1];
      if (!isNext) {
        const other = stories[(s + away) % stories.length];
        second = other[Math.floor(place * other.length)];
      }
      pairs.push({ first: stories[s][i], second, isNext });
    }
  }
  return pairs;`,
    },
    {
      what: "flatten the true pairs, then map with the draws",
      status: "passed",
      body: `
  const truths = stories.flatMap((story, index) =>
    story.slice(1).map((next, i) => ({ first: story[i], next, index }))
  );
  return truths.map(({ first, next, index }, k) => {
    const draw = draws[k];
    if (draw.coin < 0.5) return { first, second: next, isNext: true };
    const far = index + draw.away;
    const other = stories[far < stories.length ? far : far - stories.length];
    return { first, second: other[Math.trunc(draw.place * other.length)], isNext: false };
  });`,
    },
    {
      what: "draws begin anew in each story",
      status: "failed",
      mistake: "draws start anew with every story",
      body: `
  const pairs: { first: string; second: string; isNext: boolean }[] = [];
  stories.forEach((story, s) => {
    for (let i = 0; i < story.length - 1; i++) {
      const { coin, away, place } = draws[i];
      if (coin < 0.5) {
        pairs.push({ first: story[i], second: story[i + 1], isNext: true });
      } else {
        const other = stories[(s + away) % stories.length];
        pairs.push({ first: story[i], second: other[Math.floor(place * other.length)], isNext: false });
      }
    }
  });
  return pairs;`,
    },
    {
      what: "length of the own story",
      status: "failed",
      mistake: "the length of this story",
      body: `
  const result: { first: string; second: string; isNext: boolean }[] = [];
  let k = 0;
  for (const [s, story] of stories.entries()) {
    for (let i = 0; i + 1 < story.length; i++) {
      const { coin, away, place } = draws[k++];
      const isNext = coin < 0.5;
      const second = isNext
        ? story[i + 1]
        : stories[(s + away) % stories.length][Math.floor(place * story.length)];
      result.push({ first: story[i], second, isNext });
    }
  }
  return result;`,
    },
    {
      what: "next one found by indexOf",
      status: "failed",
      mistake: "finds a sentence by its text",
      body: `
  let drawn = 0;
  return stories.flatMap((story, s) =>
    story.slice(0, -1).map((first) => {
      const { coin, away, place } = draws[drawn++];
      if (coin < 0.5) {
        return { first, second: story[story.indexOf(first) + 1], isNext: true };
      }
      const other = stories[(s + away) % stories.length];
      return { first, second: other[Math.floor(place * other.length)], isNext: false };
    })
  );`,
    },
  ],
  "10.3": [
    {
      what: "slice",
      status: "passed",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 0, 0], [b, t - 1, v]),
  tf.slice(tokens, [0, 1], [b, t - 1]),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "by hand",
      status: "passed",
      body: `
const [b, t, v] = logits.shape;
const lp = logits.slice([0, 0, 0], [-1, t - 1, -1]).logSoftmax();
const y = tokens.slice([0, 1], [-1, -1]);
const k = y.notEqual(padId).cast("float32");
return lp.mul(tf.oneHot(y.toInt(), v)).sum(-1).neg().mul(k).sum().div(k.sum());`,
    },
    {
      what: "not shifted",
      status: "failed",
      mistake: "no shift",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(logits, tokens, { ignoredIndex: padId });`,
    },
    {
      what: "shifted back",
      status: "failed",
      mistake: "shifted the wrong way",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 1, 0], [b, t - 1, v]),
  tf.slice(tokens, [0, 0], [b, t - 1]),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "no ignored",
      status: "failed",
      mistake: "padding counts",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 0, 0], [b, t - 1, v]),
  tf.slice(tokens, [0, 1], [b, t - 1]),
  {},
);`,
    },
    {
      what: "pad 0",
      status: "failed",
      mistake: "always ignores 0",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 0, 0], [b, t - 1, v]),
  tf.slice(tokens, [0, 1], [b, t - 1]),
  { ignoredIndex: 0 },
);`,
    },
    {
      what: "both cut at the end",
      status: "failed",
      mistake: "no shift",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 0, 0], [b, t - 1, v]),
  tf.slice(tokens, [0, 0], [b, t - 1]),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "both from 1",
      status: "failed",
      mistake: "no shift",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 1, 0], [b, t - 1, v]),
  tf.slice(tokens, [0, 1], [b, t - 1]),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "two steps",
      status: "failed",
      mistake: "shifted twice",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.slice(logits, [0, 0, 0], [b, t - 2, v]),
  tf.slice(tokens, [0, 2], [b, t - 2]),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "sum instead of mean",
      status: "failed",
      mistake: "the sum instead of the mean",
      body: `
const [b, t, v] = logits.shape;
const lp = tf.logSoftmax(tf.slice(logits, [0, 0, 0], [b, t - 1, v]));
const y = tf.slice(tokens, [0, 1], [b, t - 1]);
const k = tf.cast(tf.notEqual(y, padId), "float32");
return tf.sum(tf.mul(tf.neg(tf.sum(tf.mul(lp, tf.oneHot(tf.cast(y, "int32"), v)), -1)), k));`,
    },
    {
      what: "mean over all incl. padding places",
      status: "failed",
      mistake: "padding counts in the mean",
      body: `
const [b, t, v] = logits.shape;
const lp = tf.logSoftmax(tf.slice(logits, [0, 0, 0], [b, t - 1, v]));
const y = tf.slice(tokens, [0, 1], [b, t - 1]);
const k = tf.cast(tf.notEqual(y, padId), "float32");
return tf.mean(tf.mul(tf.neg(tf.sum(tf.mul(lp, tf.oneHot(tf.cast(y, "int32"), v)), -1)), k));`,
    },
    {
      what: "mean of sentence means",
      status: "failed",
      mistake: "a mean of means",
      body: `
const [b, t, v] = logits.shape;
const lp = tf.logSoftmax(tf.slice(logits, [0, 0, 0], [b, t - 1, v]));
const y = tf.slice(tokens, [0, 1], [b, t - 1]);
const k = tf.cast(tf.notEqual(y, padId), "float32");
const l = tf.mul(tf.neg(tf.sum(tf.mul(lp, tf.oneHot(tf.cast(y, "int32"), v)), -1)), k);
return tf.mean(tf.divNoNan(tf.sum(l, 1), tf.sum(k, 1)));`,
    },
    {
      what: "softmaxed logits",
      status: "failed",
      mistake: "softmax twice",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  tf.softmax(tf.slice(logits, [0, 0, 0], [b, t - 1, v])),
  tf.slice(tokens, [0, 1], [b, t - 1]),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "bits",
      status: "failed",
      mistake: "everything times 1.443",
      body: `
const [b, t, v] = logits.shape;
return tf.div(
  crossEntropy(
    tf.slice(logits, [0, 0, 0], [b, t - 1, v]),
    tf.slice(tokens, [0, 1], [b, t - 1]),
    { ignoredIndex: padId },
  ),
  Math.LN2,
);`,
    },
    {
      what: "perplexity",
      status: "failed",
      mistake: "the perplexity",
      body: `
const [b, t, v] = logits.shape;
return tf.exp(
  crossEntropy(
    tf.slice(logits, [0, 0, 0], [b, t - 1, v]),
    tf.slice(tokens, [0, 1], [b, t - 1]),
    { ignoredIndex: padId },
  ),
);`,
    },
    {
      what: "rolled",
      status: "failed",
      mistake: "the last place is asked for the first token",
      body: `
const [b, t, v] = logits.shape;
return crossEntropy(
  logits,
  tf.concat([tf.slice(tokens, [0, 1], [b, t - 1]), tf.slice(tokens, [0, 0], [b, 1])], 1),
  { ignoredIndex: padId },
);`,
    },
    {
      what: "slices and the library",
      status: "passed",
      body: `
  const time = tokens.shape[1];
  const scores = tf.slice(logits, [0, 0, 0], [-1, time - 1, -1]);
  const next = tf.slice(tokens, [0, 1], [-1, -1]);
  return crossEntropy(scores, next, { ignoredIndex: padId });`,
    },
    {
      what: "loops over arrays",
      status: "passed",
      body: `
  const scores = logits.arraySync() as number[][][];
  const ids = tokens.arraySync() as number[][];
  let total = 0;
  let count = 0;
  ids.forEach((row, b) => {
    row.slice(1).forEach((next, t) => {
      if (next === padId) return;
      const z = scores[b][t];
      const top = z.reduce((a, x) => Math.max(a, x), -Infinity);
      const logSum = top + Math.log(z.reduce((sum, x) => sum + Math.exp(x - top), 0));
      total += logSum - z[next];
      count += 1;
    });
  });
  return tf.scalar(total / count);`,
    },
    {
      what: "shifted the wrong way",
      status: "failed",
      mistake: "shifted the wrong way",
      body: `
  const time = tokens.shape[1];
  const scores = tf.slice(logits, [0, 1, 0], [-1, -1, -1]);
  const targets = tf.slice(tokens, [0, 0], [-1, time - 1]);
  return crossEntropy(scores, targets, { ignoredIndex: padId });`,
    },
    {
      what: "ignores id 0",
      status: "failed",
      mistake: "always ignores 0",
      body: `
  const [batch, time, vocab] = logits.shape;
  const scores = tf.slice(logits, [0, 0, 0], [batch, time - 1, vocab]);
  const next = tf.slice(tokens, [0, 1], [batch, time - 1]);
  return crossEntropy(scores, next, { ignoredIndex: 0 });`,
    },
    {
      what: "mean of the texts' means",
      status: "failed",
      mistake: "a mean of means",
      body: `
  const logP = tf.logSoftmax(logits).arraySync() as number[][][];
  const ids = tokens.arraySync() as number[][];
  const perText = ids.map((row, b) => {
    let sum = 0;
    let n = 0;
    for (let t = 0; t + 1 < row.length; t++) {
      if (row[t + 1] === padId) break;
      sum -= logP[b][t][row[t + 1]];
      n++;
    }
    return sum / n;
  });
  return tf.scalar(perText.reduce((a, b) => a + b, 0) / perText.length);`,
    },
  ],
  "10.4": [
    {
      what: "sort",
      status: "passed",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "indices",
      status: "passed",
      body: `
const 순서 = logits.map((_, i) => i).sort((a, b) => logits[b] - logits[a]).slice(0, count);
const m = Math.max(...logits);
const probabilities = new Array(logits.length).fill(0);
let z = 0;
for (const i of 순서) z += probabilities[i] = Math.exp(logits[i] - m);
for (const i of 순서) probabilities[i] /= z;
let c = 0;
const token = probabilities.findIndex((p) => (c += p) > draw);
return { probabilities, token: token < 0 ? Math.max(...순서) : token };`,
    },
    {
      what: "k+1",
      status: "failed",
      mistake: "one too few or too many kept",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "smallest",
      status: "failed",
      mistake: "the threshold from the wrong end",
      body: `
const sorted = [...logits].sort((a, b) => a - b);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "strictly greater",
      status: "failed",
      mistake: "one too few or too many kept",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x > limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: ">= draw",
      status: "failed",
      mistake: "takes the id where the sum equals the draw",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum >= draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "not renormalised",
      status: "failed",
      mistake: "not renormalised",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = logits.reduce((a, x) => a + Math.exp(x - m), 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "argmax",
      status: "failed",
      mistake: "always the likeliest",
      body: `
const s = [...logits].sort((a, b) => b - a)[count - 1];
const m = Math.max(...logits);
const e = logits.map((x) => x >= s ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
return { probabilities, token: probabilities.indexOf(Math.max(...probabilities)) };`,
    },
    {
      what: "draws over sorted",
      status: "failed",
      mistake: "goes through the ids by likelihood",
      body: `
const order = logits.map((_, i) => i).sort((a, b) => logits[b] - logits[a]).slice(0, count);
const m = Math.max(...logits);
const probabilities = logits.map(() => 0);
let z = 0;
for (const i of order) z += Math.exp(logits[i] - m);
for (const i of order) probabilities[i] = Math.exp(logits[i] - m) / z;
let c = 0, token = order[0];
for (const i of order) {
  c += probabilities[i];
  if (c > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "text sort",
      status: "failed",
      mistake: "sorts numbers as words",
      body: `
const sorted = [...logits].sort();
const limit = sorted[sorted.length - count];
const m = Math.max(...logits);
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "uniform among kept",
      status: "failed",
      mistake: "equal shares",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? 1 : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "no max, where logits are moderate",
      status: "passed",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "filter then index",
      status: "failed",
      mistake: "the kept ones alone",
      body: `
const kept = [...logits].sort((a, b) => b - a).slice(0, count);
const m = kept[0];
const e = kept.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b);
const probabilities = e.map((x) => x / z);
let c = 0;
const token = probabilities.findIndex((p) => (c += p) > draw);
return { probabilities, token };`,
    },
    {
      what: "no cumulative",
      status: "failed",
      mistake: "draws without the probabilities",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum = probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "mutates logits",
      status: "failed",
      mistake: "the logits sorted in place",
      body: `
const sorted = logits.sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "zero logits not -inf",
      status: "failed",
      mistake: "0 for −∞",
      body: `
const s = [...logits].sort((a, b) => b - a)[count - 1];
const cut = logits.map((x) => x >= s ? x : 0);
const m = Math.max(...cut);
const e = cut.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let c = 0;
const token = probabilities.findIndex((p) => (c += p) > draw);
return { probabilities, token };`,
    },
    {
      what: "off by one token",
      status: "failed",
      mistake: "token: everything too large by 1",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? Math.exp(x - m) : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i + 1;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "logits divided by sum",
      status: "failed",
      mistake: "no exponential",
      body: `
const sorted = [...logits].sort((a, b) => b - a);
const limit = sorted[count - 1];
const m = sorted[0];
const e = logits.map((x) => x >= limit ? x : 0);
const z = e.reduce((a, b) => a + b, 0);
const probabilities = e.map((x) => x / z);
let sum = 0, token = 0;
for (let i = 0; i < probabilities.length; i++) {
  sum += probabilities[i];
  if (sum > draw) {
    token = i;
    break;
  }
}
return { probabilities, token };`,
    },
    {
      what: "sort the ids, loops",
      status: "passed",
      body: `
  const order = logits.map((_, id) => id).sort((a, b) => logits[b] - logits[a]);
  const kept = order.slice(0, count);
  const largest = logits[kept[0]];
  const probabilities: number[] = new Array(logits.length).fill(0);
  let total = 0;
  for (const id of kept) {
    probabilities[id] = Math.exp(logits[id] - largest);
    total += probabilities[id];
  }
  for (const id of kept) probabilities[id] /= total;

  let token = Math.max(...kept); // if rounding keeps the sum just below draw
  let sum = 0;
  for (let id = 0; id < logits.length; id++) {
    sum += probabilities[id];
    if (sum > draw) {
      token = id;
      break;
    }
  }
  return { probabilities, token };`,
    },
    {
      what: "threshold, map and findIndex",
      status: "passed",
      body: `
  const sorted = [...logits].sort((a, b) => b - a);
  const smallest = sorted[Math.min(count, sorted.length) - 1];
  const powers = logits.map((z) => z >= smallest ? Math.exp(z - sorted[0]) : 0);
  const total = powers.reduce((a, b) => a + b, 0);
  const probabilities = powers.map((power) => power / total);
  let reached = 0;
  const found = probabilities.findIndex((p) => (reached += p) > draw);
  const token = found >= 0 ? found : probabilities.findLastIndex((p) => p > 0);
  return { probabilities, token };`,
    },
    {
      what: "sort() without a comparison",
      status: "failed",
      mistake: "sorts numbers as words",
      body: `
  const largest = [...logits].sort().reverse().slice(0, count);
  const top = Math.max(...logits);
  const powers = logits.map((z) => largest.includes(z) ? Math.exp(z - top) : 0);
  const total = powers.reduce((sum, power) => sum + power, 0);
  const probabilities = powers.map((power) => power / total);
  let sum = 0;
  let token = logits.length - 1;
  for (let id = 0; id < probabilities.length; id++) {
    sum += probabilities[id];
    if (sum > draw) {
      token = id;
      break;
    }
  }
  return { probabilities, token };`,
    },
    {
      what: "draws in the order of likelihood",
      status: "failed",
      mistake: "goes through the ids by likelihood",
      body: `
  const ids = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count);
  const powers = ids.map((id) => Math.exp(logits[id] - logits[ids[0]]));
  const total = powers.reduce((a, b) => a + b, 0);
  const probabilities = logits.map(() => 0);
  ids.forEach((id, i) => probabilities[id] = powers[i] / total);
  let sum = 0;
  let token = ids[ids.length - 1];
  for (const id of ids) {
    sum += probabilities[id];
    if (sum > draw) {
      token = id;
      break;
    }
  }
  return { probabilities, token };`,
    },
    {
      what: "not made to sum to 1 again",
      status: "failed",
      mistake: "not renormalised",
      body: `
  const top = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - top));
  const total = powers.reduce((a, b) => a + b, 0);
  const limit = [...logits].sort((a, b) => b - a)[Math.min(count, logits.length) - 1];
  const probabilities = powers.map((power, i) => logits[i] >= limit ? power / total : 0);
  let token = 0;
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    if (probabilities[i] === 0) continue;
    sum += probabilities[i];
    token = i;
    if (sum > draw) break;
  }
  return { probabilities, token };`,
    },
  ],
  "10.5": [
    {
      what: "some",
      status: "passed",
      body: `
return names.filter((n) => !frozen.some((f) => n === f || n.startsWith(f + ".")));`,
    },
    {
      what: "dots",
      status: "passed",
      body: `
return names.filter((이름) => frozen.every((f) => !(이름 + ".").startsWith(f + ".")));`,
    },
    {
      what: "split",
      status: "passed",
      body: `
return names.filter((n) => {
  const p = n.split(".");
  return !frozen.some((f) => f.split(".").every((x, i) => p[i] === x));
});`,
    },
    {
      what: "startsWith",
      status: "failed",
      mistake: "freezes layer 10 with layer 1",
      body: `
return names.filter((n) => !frozen.some((f) => n.startsWith(f)));`,
    },
    {
      what: "includes",
      status: "failed",
      mistake: "the part anywhere in the name",
      body: `
return names.filter((n) => !frozen.some((f) => n.includes(f)));`,
    },
    {
      what: "exact",
      status: "failed",
      mistake: "only names in full",
      body: `
return names.filter((n) => !frozen.includes(n));`,
    },
    {
      what: "inverted",
      status: "failed",
      mistake: "returns what is frozen",
      body: `
return names.filter((n) => frozen.some((f) => n === f || n.startsWith(f + ".")));`,
    },
    {
      what: "dot only",
      status: "failed",
      mistake: "a parameter named in full is not frozen",
      body: `
return names.filter((n) => !frozen.some((f) => n.startsWith(f + ".")));`,
    },
    {
      what: "first frozen only",
      status: "failed",
      mistake: "only the first part",
      body: `
return names.filter((n) => !(n === frozen[0] || n.startsWith(frozen[0] + ".")));`,
    },
    {
      what: "every",
      status: "failed",
      mistake: "frozen only if every part fits",
      body: `
return names.filter((n) => !frozen.every((f) => n === f || n.startsWith(f + ".")));`,
    },
    {
      what: "some not",
      status: "failed",
      mistake: "frozen only if every part fits",
      body: `
return names.filter((n) => frozen.some((f) => n !== f && !n.startsWith(f + ".")));`,
    },
    {
      what: "any segment",
      status: "failed",
      mistake: "a step of the name for the part",
      body: `
return names.filter((n) => !frozen.some((f) => n.split(".").includes(f)));`,
    },
    {
      what: "sorted",
      status: "failed",
      mistake: "the names sorted",
      body: `
return names.filter((n) => !frozen.some((f) => n === f || n.startsWith(f + "."))).sort();`,
    },
    {
      what: "regex dot",
      status: "failed",
      mistake: "a dot stands for any letter",
      body: `
return names.filter((n) => !frozen.some((f) => new RegExp("^" + f + "(\\\\.|$)").test(n)));`,
    },
    {
      what: "parent of frozen",
      status: "failed",
      mistake: "a step of the name for the part",
      body: `
return names.filter((n) =>
  !frozen.some((f) => f.startsWith(n) || n.startsWith(f + ".")).valueOf() &&
  !frozen.some((f) => n.split(".")[0] === f.split(".")[0])
);`,
    },
    {
      what: "middle .f.",
      status: "failed",
      mistake: "the part anywhere in the name",
      body: `
return names.filter((n) => !frozen.some((f) => ("." + n + ".").includes("." + f + ".")));`,
    },
    {
      what: "equal, or begins with the part and a dot",
      status: "passed",
      body: `
  return names.filter((name) =>
    !frozen.some((part) => name === part || name.startsWith(\`\${part}.\`))
  );`,
    },
    {
      what: "all beginnings of a name in a Set",
      status: "passed",
      body: `
  const parts = new Set(frozen);
  const left: string[] = [];
  for (const name of names) {
    const steps = name.split(".");
    let isFrozen = false;
    for (let n = 1; n <= steps.length; n++) {
      if (parts.has(steps.slice(0, n).join("."))) isFrozen = true;
    }
    if (!isFrozen) left.push(name);
  }
  return left;`,
    },
    {
      what: "startsWith without the dot",
      status: "failed",
      mistake: "freezes layer 10 with layer 1",
      body: `
  return names.filter((name) => !frozen.some((part) => name.startsWith(part)));`,
    },
    {
      what: "a single parameter is missed",
      status: "failed",
      mistake: "a parameter named in full is not frozen",
      body: `
  return names.filter((name) => frozen.every((part) => !name.startsWith(part + ".")));`,
    },
    {
      what: "some instead of every",
      status: "failed",
      mistake: "frozen only if every part fits",
      body: `
  const belongs = (name: string, part: string) => name === part || name.startsWith(part + ".");
  return names.filter((name) => frozen.some((part) => !belongs(name, part)));`,
    },
  ],
  "10.6": [
    {
      what: "indexOf",
      status: "passed",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "flag",
      status: "passed",
      body: `
let 구간 = 0;
const out: number[][] = [];
for (const [t, id] of ids.entries()) {
  const row = [];
  for (let i = 0; i < tables.token[id].length; i++) {
    row.push(tables.token[id][i] + tables.position[t][i] + tables.segment[구간][i]);
  }
  out.push(row);
  if (id === sepId) 구간 = 1;
}
return out;`,
    },
    {
      what: "no segment",
      status: "failed",
      mistake: "no segments",
      body: `
return ids.map((id, t) => tables.token[id].map((x, i) => x + tables.position[t][i]));`,
    },
    {
      what: "no position",
      status: "failed",
      mistake: "no positions",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) => x + tables.segment[t <= end ? 0 : 1][i])
);`,
    },
    {
      what: "sep in segment 1",
      status: "failed",
      mistake: "the first [SEP] belongs to B",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[t < end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "positions from 1",
      status: "failed",
      mistake: "places counted from 1",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + (tables.position[t + 1] ?? tables.position[t])[i] +
    tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "segment toggles, which two parts cannot tell",
      status: "passed",
      body: `
let s = 0;
const seg = ids.map((id) => {
  const now = s;
  if (id === sepId) s = 1 - s;
  return now;
});
return ids.map((id, t) =>
  tables.token[id].map((x, i) => x + tables.position[t][i] + tables.segment[seg[t]][i])
);`,
    },
    {
      what: "segment counts up",
      status: "failed",
      mistake: "the first [SEP] belongs to B",
      body: `
let s = 0;
const seg = ids.map((id) => {
  if (id === sepId) s++;
  return s;
});
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[Math.min(seg[t], 1)][i]
  )
);`,
    },
    {
      what: "last sep",
      status: "failed",
      mistake: "one segment for all",
      body: `
const end = ids.lastIndexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "position by id",
      status: "failed",
      mistake: "the place looked up by the id",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + (tables.position[id] ?? tables.position[t])[i] + tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "token by place",
      status: "failed",
      mistake: "the token looked up by its place",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[t].map((x, i) =>
    x + tables.position[t][i] + tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "segments swapped",
      status: "failed",
      mistake: "segments swapped",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[t <= end ? 1 : 0][i]
  )
);`,
    },
    {
      what: "positions restart",
      status: "failed",
      mistake: "B begins again at place 0",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t <= end ? t : t - end - 1][i] + tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "mutates table",
      status: "failed",
      mistake: "the sum written into the table",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) => {
  const row = tables.token[id];
  for (let i = 0; i < row.length; i++) {
    row[i] += tables.position[t][i] + tables.segment[t <= end ? 0 : 1][i];
  }
  return row;
});`,
    },
    {
      what: "mean",
      status: "failed",
      mistake: "the mean of the rows",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    (x + tables.position[t][i] + tables.segment[t <= end ? 0 : 1][i]) / 3
  )
);`,
    },
    {
      what: "concatenated",
      status: "failed",
      mistake: "rows one behind the other",
      body: `
const end = ids.indexOf(sepId);
return ids.map((
  id,
  t,
) => [...tables.token[id], ...tables.position[t], ...tables.segment[t <= end ? 0 : 1]]);`,
    },
    {
      what: "half and half",
      status: "failed",
      mistake: "the second half is B",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x + tables.position[t][i] + tables.segment[t < ids.length / 2 ? 0 : 1][i]
  )
);`,
    },
    {
      what: "all segment 0",
      status: "failed",
      mistake: "one segment for all",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) => x + tables.position[t][i] + tables.segment[0][i])
);`,
    },
    {
      what: "scaled tokens",
      status: "failed",
      mistake: "tokens times √model",
      body: `
const end = ids.indexOf(sepId);
return ids.map((id, t) =>
  tables.token[id].map((x, i) =>
    x * Math.sqrt(tables.token[id].length) + tables.position[t][i] +
    tables.segment[t <= end ? 0 : 1][i]
  )
);`,
    },
    {
      what: "indexOf and map",
      status: "passed",
      body: `
  const firstSep = ids.indexOf(sepId);
  return ids.map((id, t) => {
    const segment = tables.segment[t <= firstSep ? 0 : 1];
    return tables.token[id].map((x, i) => x + tables.position[t][i] + segment[i]);
  });`,
    },
    {
      what: "loops with a running segment",
      status: "passed",
      body: `
  const result: number[][] = [];
  let segment = 0;
  for (let t = 0; t < ids.length; t++) {
    const tokenRow = tables.token[ids[t]];
    const sum = new Array<number>(tokenRow.length).fill(0);
    for (const row of [tokenRow, tables.position[t], tables.segment[segment]]) {
      for (let i = 0; i < sum.length; i++) sum[i] += row[i];
    }
    result.push(sum);
    if (ids[t] === sepId) segment = 1;
  }
  return result;`,
    },
    {
      what: "first [SEP] in segment 1",
      status: "failed",
      mistake: "the first [SEP] belongs to B",
      body: `
  const sep = ids.indexOf(sepId);
  return ids.map((id, t) => {
    const s = t < sep ? 0 : 1;
    return tables.token[id].map((x, j) => x + tables.position[t][j] + tables.segment[s][j]);
  });`,
    },
    {
      what: "adds into the table",
      status: "failed",
      mistake: "the sum written into the table",
      body: `
  const { token, position, segment } = tables;
  const result: number[][] = [];
  let current = 0;
  for (let t = 0; t < ids.length; t++) {
    const row = token[ids[t]];
    for (let j = 0; j < row.length; j++) {
      row[j] += position[t][j] + segment[current][j];
    }
    result.push([...row]);
    if (ids[t] === sepId) current = 1;
  }
  return result;`,
    },
    {
      what: "places start anew in B",
      status: "failed",
      mistake: "B begins again at place 0",
      body: `
  const end = ids.indexOf(sepId);
  return ids.map((id, t) => {
    const inB = t > end;
    const place = inB ? t - end - 1 : t;
    const segment = tables.segment[inB ? 1 : 0];
    return tables.token[id].map((x, j) => x + tables.position[place][j] + segment[j]);
  });`,
    },
  ],
};
