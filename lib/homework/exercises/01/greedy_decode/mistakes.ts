/**
 * Wrong answers to exercise 01.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { greedyDecode } from "./solution.ts";

type Arguments = Parameters<typeof greedyDecode>;

/** Where an answer departs from the right one. */
interface Choices {
  /** What the model is shown. */
  readonly context?: (startId: number, tokens: number[], expected: number[]) => number[];
  /** The token that is taken. */
  readonly choose?: (scores: number[]) => number;
  /** So many tokens at most. */
  readonly limit?: number;
}

const likeliest = (scores: number[]): number => scores.indexOf(Math.max(...scores));

/** The tokens that are written. */
function write([step, expected, { startId, endId, maxLength }]: Arguments, {
  context = (start, tokens) => [start, ...tokens],
  choose = likeliest,
  limit = maxLength,
}: Choices = {}): number[] {
  const tokens: number[] = [];
  while (tokens.length < limit) {
    const next = choose(step(context(startId, tokens, expected)));
    if (next === endId) break;
    tokens.push(next);
  }
  return tokens;
}

/** The tokens with <eos> at their end, where the model came to it. */
function withEnd(args: Arguments): number[] {
  const tokens = write(args);
  const { endId, maxLength } = args[2];
  return tokens.length < maxLength ? [...tokens, endId] : tokens;
}

/** Nothing that the model says ends the sentence. */
function withoutEnd([step, expected, options]: Arguments): number[] {
  return write([step, expected, { ...options, endId: -1 }]);
}

/** The model reads the expected tokens instead of its own. */
const forced = (startId: number, tokens: number[], expected: number[]): number[] => [
  startId,
  ...expected.slice(0, tokens.length),
];

function marked(tokens: number[], expected: number[]) {
  const right = tokens.length === expected.length && tokens.every((t, i) => t === expected[i]);
  return { tokens, right };
}

/** The right tokens with another mark. */
function markedBy(args: Arguments, right: (tokens: number[], expected: number[]) => boolean) {
  const tokens = write(args);
  return { tokens, right: right(tokens, args[1]) };
}

/** Another way of choosing the next token. */
function choosing(args: Arguments, choose: (scores: number[]) => number) {
  return marked(write(args, { choose }), args[1]);
}

export const mistakes: readonly Mistake<typeof greedyDecode>[] = [
  {
    name: { en: "does not stop at eos", ko: "<eos>에서 멈추지 않음" },
    hint: {
      en:
        "Your loop goes on after <eos>, up to maxLength. When the model says <eos>, the sentence is " +
        "over: leave the loop.",
      ko:
        "<eos> 다음에도 maxLength까지 반복합니다. 모델이 <eos>를 말하면 문장이 끝난 것이므로 반복을 멈추세요.",
    },
    answer: (...args) => marked(withoutEnd(args), args[1]),
    variants: [
      (...args) => marked(withoutEnd(args).filter((token) => token !== args[2].endId), args[1]),
    ],
  },
  {
    name: { en: "feeds the gold token instead of its own", ko: "자기 토큰 대신 정답을 넣음" },
    hint: {
      en:
        "You feed the expected tokens back: that is teacher forcing. On its own a model has no expected " +
        "answer; feed the token that it has just chosen. `expected` is for the mark alone.",
      ko:
        "정답 토큰을 다시 넣었습니다. 그것은 교사 강요(teacher forcing)입니다. 실제로 쓸 때는 정답이 없으므로 모델이 방금 고른 토큰을 넣으세요. `expected`는 채점에만 씁니다.",
    },
    answer: (...args) => marked(write(args, { context: forced }), args[1]),
    variants: [
      (...args) => marked(write(args, { context: forced, limit: args[1].length + 1 }), args[1]),
      (...args) => marked(write(args, { context: forced, limit: args[1].length }), args[1]),
      (...args) => {
        // Beyond the last expected token it feeds undefined.
        const context = (startId: number, tokens: number[], expected: number[]) => [
          startId,
          ...tokens.map((_, i) => expected[i]),
        ];
        return marked(write(args, { context }), args[1]);
      },
    ],
  },
  {
    name: { en: "keeps the end token", ko: "<eos>를 남김" },
    hint: {
      en:
        "Your tokens end with <eos>. It tells that the sentence is over and is no part of it: stop " +
        "before you keep it.",
      ko:
        "결과가 <eos>로 끝납니다. <eos>는 문장이 끝났다는 표시일 뿐 문장의 일부가 아닙니다. 넣기 전에 멈추세요.",
    },
    answer: (...args) => marked(withEnd(args), args[1]),
    variants: [
      (...args) => ({ ...marked(write(args), args[1]), tokens: withEnd(args) }),
      (...args) => marked(withEnd(args), [...args[1], args[2].endId]),
    ],
  },
  {
    name: { en: "keeps the start token", ko: "<sos>를 남김" },
    hint: {
      en: "Your tokens begin with <sos>. It is what the model reads first; it has not written it.",
      ko: "결과가 <sos>로 시작합니다. <sos>는 모델이 처음 읽는 것이지 쓴 것이 아닙니다.",
    },
    answer: (...args) => marked([args[2].startId, ...write(args)], args[1]),
    variants: [
      (...args) => ({
        ...marked(write(args), args[1]),
        tokens: [args[2].startId, ...write(args)],
      }),
      (...args) => {
        const tokens = write(args, { limit: args[2].maxLength - 1 });
        return marked([args[2].startId, ...tokens], args[1]);
      },
    ],
  },
  {
    name: { en: "does not begin with <sos>", ko: "<sos>로 시작하지 않음" },
    hint: {
      en:
        "At its first step your model gets no list with a token in it: the list is empty, holds undefined, or is a bare " +
        "id. It reads a list that begins with <sos>, whose id is startId, in front of whatever it has written.",
      ko:
        "첫 단계에서 모델이 토큰이 든 배열을 받지 못했습니다. 배열이 비었거나, undefined가 들어 있거나, 배열이 아니라 번호 하나를 주었습니다. 지금까지 쓴 것 앞에 " +
        "<sos>(startId)를 놓은 배열을 주세요.",
    },
    answer: (...args) => marked(write(args, { context: (_startId, tokens) => tokens }), args[1]),
  },
  {
    name: { en: "shows the last token alone", ko: "마지막 토큰만 보여 줌" },
    hint: {
      en:
        "You show the model its last token and nothing before it. A model chooses by all tokens so far, " +
        "<sos> first.",
      ko:
        "모델에 마지막 토큰만 보여 주고 그 앞은 빼놓았습니다. 모델은 <sos>부터 지금까지의 모든 토큰을 보고 고릅니다.",
    },
    answer: (...args) =>
      marked(write(args, { context: (start, tokens) => [start, ...tokens].slice(-1) }), args[1]),
    variants: [
      (...args) =>
        marked(write(args, { context: (start, tokens) => [start, ...tokens.slice(-1)] }), args[1]),
    ],
  },
  {
    name: { en: "<sos> dropped after the first step", ko: "첫 단계 뒤에 <sos>를 뺌" },
    hint: {
      en:
        "After the first step you show the model its own tokens without <sos>. <sos> stays in front at every step.",
      ko:
        "첫 단계 다음부터는 <sos> 없이 모델이 쓴 토큰만 보여 줍니다. <sos>는 모든 단계에서 맨 앞에 있어야 합니다.",
    },
    answer: (...args) =>
      marked(
        write(args, { context: (start, tokens) => tokens.length > 0 ? tokens : [start] }),
        args[1],
      ),
  },
  {
    name: { en: "feeds nothing back", ko: "고른 토큰을 다시 넣지 않음" },
    hint: {
      en:
        "You show the model <sos> alone at every step, so it says the same token again and again. Feed back what it " +
        "has chosen.",
      ko:
        "매 단계에서 <sos>만 보여 주어 모델이 같은 토큰만 되풀이합니다. 모델이 고른 토큰을 다시 넣으세요.",
    },
    answer: (...args) => marked(write(args, { context: (start) => [start] }), args[1]),
  },
  {
    name: { en: "one token too few", ko: "토큰이 하나 모자람" },
    hint: {
      en:
        "You stop one token early. maxLength counts the tokens that are written; <sos> is not one of them.",
      ko: "토큰을 하나 덜 쓰고 멈춥니다. maxLength는 쓴 토큰의 수이고, <sos>는 세지 않습니다.",
    },
    answer: (...args) => marked(write(args, { limit: args[2].maxLength - 1 }), args[1]),
  },
  {
    name: { en: "one token too many", ko: "토큰이 하나 많음" },
    hint: {
      en:
        "Where the model does not end, you write maxLength + 1 tokens. Look at the loop's condition: at maxLength " +
        "tokens it is over.",
      ko:
        "모델이 끝내지 않을 때 maxLength + 1개를 씁니다. 반복문의 조건을 살펴보세요. maxLength개가 되면 끝나야 합니다.",
    },
    answer: (...args) => marked(write(args, { limit: args[2].maxLength + 1 }), args[1]),
  },
  {
    name: { en: "as long as the answer", ko: "정답의 길이만큼만 씀" },
    hint: {
      en:
        "The length of `expected` decides when your loop ends. On its own a model does not know that length: only " +
        "<eos> and maxLength end the sentence.",
      ko:
        "`expected`의 길이에 따라 멈춥니다. 실제로 쓸 때 모델은 그 길이를 모릅니다. 문장은 <eos>나 maxLength로만 끝납니다.",
    },
    answer: (...args) => marked(write(args, { limit: args[1].length }), args[1]),
    variants: [
      (...args) => {
        const [, expected, { maxLength }] = args;
        return marked(write(args, { limit: Math.min(expected.length, maxLength) }), expected);
      },
      (...args) => marked(write(args, { limit: args[1].length + 1 }), args[1]),
    ],
  },
  {
    name: { en: "stops at the first wrong token", ko: "틀린 토큰에서 멈춤" },
    hint: {
      en:
        "You stop where the model departs from `expected`. Let it write to its own end; whether it is right is said " +
        "afterwards.",
      ko:
        "모델이 `expected`와 달라지는 곳에서 멈춥니다. 끝까지 쓰게 두고, 맞았는지는 그다음에 판정하세요.",
    },
    answer(...args) {
      const [, expected] = args;
      const tokens = write(args);
      const wrong = tokens.findIndex((token, i) => token !== expected[i]);
      return marked(wrong < 0 ? tokens : tokens.slice(0, wrong), expected);
    },
    variants: [
      (...args) => {
        const [, expected] = args;
        const tokens = write(args);
        const wrong = tokens.findIndex((token, i) => token !== expected[i]);
        return marked(wrong < 0 ? tokens : tokens.slice(0, wrong + 1), expected);
      },
    ],
  },
  {
    name: { en: "the largest score sought from 0", ko: "최댓값을 0에서부터 찾음" },
    hint: {
      en:
        "You look for the largest score beginning at 0, and scores may all be negative, as logarithms of " +
        "probabilities are. Begin at −Infinity, or at the first score.",
      ko:
        "가장 큰 점수를 0에서부터 찾습니다. 확률의 로그처럼 점수가 모두 음수일 수도 있습니다. −Infinity나 첫 점수에서 시작하세요.",
    },
    answer: (...args) =>
      choosing(args, (scores) => Math.max(...scores) > 0 ? likeliest(scores) : 0),
    variants: [
      (...args) => choosing(args, (scores) => Math.max(...scores) > 0 ? likeliest(scores) : -1),
      (...args) => choosing(args, (scores) => scores.indexOf(Math.max(0, ...scores))),
    ],
  },
  {
    name: { en: "the least likely token", ko: "확률이 가장 낮은 토큰" },
    hint: {
      en:
        "You take the token with the smallest score. Greedy decoding takes the likeliest, with the largest.",
      ko:
        "점수가 가장 작은 토큰을 골랐습니다. 탐욕 디코딩은 확률이 가장 높은, 곧 점수가 가장 큰 토큰을 고릅니다.",
    },
    answer: (...args) => choosing(args, (scores) => scores.indexOf(Math.min(...scores))),
  },
  {
    name: { en: "the score instead of its id", ko: "번호 대신 점수" },
    hint: {
      en:
        "You feed back the largest score itself. A token is an id, the place in the list where that score stands.",
      ko: "가장 큰 점수 자체를 다시 넣었습니다. 토큰은 번호, 곧 그 점수가 있는 위치입니다.",
    },
    answer: (...args) => choosing(args, (scores) => Math.max(...scores)),
  },
  {
    name: { en: "ids written as numbers", ko: "번호를 숫자로 적음" },
    hint: {
      en:
        "You write the ids of <sos> or <eos> as numbers. Vocabularies differ: they come as startId and endId.",
      ko:
        "<sos>나 <eos>의 번호를 숫자로 직접 적었습니다. 번호는 어휘마다 다르며 startId와 endId로 주어집니다.",
    },
    answer: (step, expected, options) =>
      marked(write([step, expected, { ...options, startId: 2, endId: 3 }]), expected),
    variants: [
      (step, expected, options) =>
        marked(write([step, expected, { ...options, startId: 2 }]), expected),
      (step, expected, options) =>
        marked(write([step, expected, { ...options, endId: 3 }]), expected),
    ],
  },
  {
    name: { en: "right is never true", ko: "right가 언제나 false" },
    hint: {
      en:
        "Your tokens are right, but `right` is never true. Two arrays are equal by === only if they are one and the " +
        "same, a text equals no array, and `expected` does not end with <eos>. Compare the lengths, then every entry.",
      ko:
        "토큰은 맞지만 right가 언제나 false입니다. 두 배열은 같은 배열일 때만 ===로 같고, 문자열은 배열과 같을 수 없으며, `expected`는 <eos>로 끝나지 않습니다. " +
        "길이를 비교한 다음 원소를 하나씩 비교하세요.",
    },
    answer: (...args) => markedBy(args, (tokens, expected) => tokens === expected),
  },
  {
    name: { en: "right without a look at the lengths", ko: "길이를 비교하지 않음" },
    hint: {
      en:
        "Your tokens are right, but `right` is true already where one list begins as the other does. Compare the " +
        "lengths, too: right means all of `expected` and nothing more.",
      ko:
        "토큰은 맞지만 한쪽이 다른 쪽의 앞부분이기만 해도 right가 true가 됩니다. 길이도 비교하세요. right는 `expected` 전부이고 그 이상도 아니라는 뜻입니다.",
    },
    answer: (...args) =>
      markedBy(args, (tokens, expected) => tokens.every((token, i) => token === expected[i])),
    variants: [
      (...args) =>
        markedBy(args, (tokens, expected) => expected.every((token, i) => token === tokens[i])),
    ],
  },
  {
    name: { en: "right by the lengths alone", ko: "길이만 비교함" },
    hint: {
      en:
        "Your tokens are right, but `right` is true as soon as both lists are equally long. Compare the entries, too.",
      ko: "토큰은 맞지만 길이만 같으면 right가 true가 됩니다. 원소도 하나씩 비교하세요.",
    },
    answer: (...args) => markedBy(args, (tokens, expected) => tokens.length === expected.length),
  },
  {
    name: { en: "right in any order", ko: "순서를 비교하지 않음" },
    hint: {
      en:
        "Your tokens are right, but `right` does not look at their order. The token at each position has to be the " +
        "one expected there.",
      ko: "토큰은 맞지만 right가 순서를 보지 않습니다. 위치마다 기대한 토큰이 있어야 합니다.",
    },
    answer: (...args) =>
      markedBy(
        args,
        (tokens, expected) =>
          tokens.length === expected.length && tokens.every((token) => expected.includes(token)),
      ),
    variants: [
      (...args) =>
        markedBy(
          args,
          (tokens, expected) => [...tokens].sort().join() === [...expected].sort().join(),
        ),
    ],
  },
  {
    name: { en: "glues the ids together", ko: "번호를 이어 붙여 비교함" },
    hint: {
      en:
        "Your tokens are right, but `right` compares the ids glued together: 1, 12 and 11, 2 both read 112. Put " +
        "something between them, or compare entry by entry.",
      ko:
        "토큰은 맞지만 번호를 이어 붙여 비교합니다. 1, 12도 11, 2도 112가 됩니다. 사이에 구분 기호를 넣거나 원소를 하나씩 비교하세요.",
    },
    answer: (...args) =>
      markedBy(args, (tokens, expected) => tokens.join("") === expected.join("")),
  },
  {
    name: { en: "scores sorted as words", ko: "점수를 글자처럼 정렬함" },
    hint: {
      en:
        "You look for the largest score with sort, which without a comparison sorts numbers as words: by their first " +
        "character. Give it (a, b) => a − b, or use Math.max.",
      ko:
        "sort로 가장 큰 점수를 찾았는데, 비교 함수가 없는 sort는 수를 글자처럼 첫 글자부터 비교합니다. (a, b) => a − b를 주거나 Math.max를 쓰세요.",
    },
    answer: (...args) =>
      choosing(args, (scores) => scores.indexOf([...scores].sort().reverse()[0])),
  },
  {
    name: { en: "right by the first token", ko: "첫 토큰만 비교함" },
    hint: {
      en:
        "Your tokens are right. Whether they are the answer is told by the first token alone: compare all of them, and the lengths.",
      ko: "토큰은 맞습니다. 정답인지를 첫 토큰만 보고 정했습니다. 모든 토큰과 길이를 비교하세요.",
    },
    answer: (...args) => markedBy(args, ([first], [wanted]) => first === wanted),
  },
  {
    name: { en: "right by any token", ko: "하나만 맞아도 맞다고 함" },
    hint: {
      en:
        "Your tokens are right. One that agrees is enough for you to call them right: every one has to, and the lengths.",
      ko: "토큰은 맞습니다. 하나만 맞아도 정답으로 여깁니다. 모든 토큰과 길이가 같아야 합니다.",
    },
    answer: (...args) =>
      markedBy(args, (tokens, expected) => tokens.some((token, i) => token === expected[i])),
  },
  {
    name: { en: "right only after <eos>", ko: "<eos>로 끝나야만 맞다고 함" },
    hint: {
      en:
        "Your tokens are right. An answer that takes all of maxLength counts as wrong with you, since no <eos> came. Compare the tokens, not how they ended.",
      ko:
        "토큰은 맞습니다. maxLength를 다 쓴 답은 <eos>가 나오지 않았다고 틀린 것으로 여깁니다. 어떻게 끝났는지가 아니라 토큰을 비교하세요.",
    },
    answer: (...args) =>
      markedBy(
        args,
        (tokens, expected) =>
          tokens.length < args[2].maxLength && tokens.join() === expected.join(),
      ),
  },
  {
    name: { en: "the second likeliest", ko: "둘째로 그럴듯한 토큰" },
    hint: {
      en: "You take the second largest score. Greedy decoding takes the largest.",
      ko: "둘째로 큰 점수의 토큰을 골랐습니다. 탐욕 디코딩은 가장 큰 것을 고릅니다.",
    },
    answer: (...args) => {
      const tokens = write(args, {
        choose: (scores) => scores.indexOf([...scores].sort((a, b) => b - a)[1]),
      });
      return { tokens, right: tokens.join(" ") === args[1].join(" ") };
    },
  },
];
