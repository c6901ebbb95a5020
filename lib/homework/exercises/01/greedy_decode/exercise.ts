/**
 * Exercise 01.4: greedy decoding: a model writes on its own, the likeliest token at each step.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { FunctionValue } from "../../../exercise/values.ts";

type Options = { startId: number; endId: number; maxLength: number };

type Arguments = [step: FunctionValue, expected: readonly number[], options: Options];

/** Scores of `size` tokens, of which `word` is the likeliest. */
function scoresFor(random: Random, size: number, word?: number): number[] {
  const scores = [...random.normals(size)];
  if (word !== undefined) scores[word] = Math.max(...scores) + 1;
  return scores;
}

/** A model of `size` tokens: after token t it likes `likes[t]` best, where that is given. */
function model(
  random: Random,
  size: number,
  likes: Readonly<Record<number, number>>,
  centre = 0,
): FunctionValue {
  const table = Array.from(
    { length: size },
    (_, token) => scoresFor(random, size, likes[token]).map((score) => score + centre),
  );
  return new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [table]);
}

/** A model of `size` tokens that says `words` one after another, by their count, then `endId`. */
function counting(
  random: Random,
  size: number,
  words: readonly number[],
  endId: number,
): FunctionValue {
  const table = [...words, endId].map((word) => scoresFor(random, size, word));
  return new FunctionValue("lib/homework/exercise/steps.ts", "countingStep", [table]);
}

export const greedyDecode = defineExercise<Arguments>({
  id: "01.4",
  name: "greedyDecode",
  title: { en: "Write on your own", ko: "스스로 쓰기" },
  difficulty: 2,
  minutes: 15,
  points: 4,
  task: {
    en:
      `\`step\` takes all tokens so far, \`<sos>\` first, and gives a score for each possible next token. Take the
likeliest, add it, and so on: *free running*. Stop at \`<eos>\`, which is not kept, or after \`maxLength\`
tokens. \`right\`: are the tokens exactly those of \`expected\`? It does not matter which of the two
stopped you.`,
    ko:
      `\`step\`은 \`<sos>\`로 시작하는 지금까지의 토큰을 모두 받아, 다음에 올 수 있는 토큰마다 점수를 줍니다. 점수가 가장 높은 토큰을 골라 덧붙이기를
되풀이하세요. 이것이 *자유 실행*(free running)입니다. \`<eos>\`가 나오거나 토큰 \`maxLength\`개를 쓰면 멈춥니다. \`<eos>\`는 남기지 않습니다.
\`right\`는 토큰이 \`expected\`와 똑같은지를 뜻합니다. 둘 가운데 무엇 때문에 멈췄는지는 상관없습니다.`,
  },
  stub: `/**
 * Writes the likeliest token again and again, and says whether the result is right.
 *
 * @param step from the ids so far, <sos> first, to a score for each id: [vocab]
 * @param expected the right answer without <eos>, to compare with
 * @param options the ids of <sos> and <eos>, and how many tokens may be written
 * @returns tokens: what was written, without <sos> and <eos>; right: whether it is all of expected
 */
function greedyDecode(
  step: (tokens: number[]) => number[],
  expected: number[],
  { startId, endId, maxLength }: { startId: number; endId: number; maxLength: number },
): { tokens: number[]; right: boolean } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "step", axes: "" },
    { name: "expected", axes: "time" },
    { name: "options", axes: "" },
  ],
  result: [{ name: "tokens", axes: "time" }, { name: "right", axes: "" }],
  helpers: ["lib/homework/exercise/steps.ts"],
  withheld: ["lib/decoding/generate.ts"],

  cases(random): Case<Arguments>[] {
    // Tokens as in the lesson: 2 is <sos>, 3 is <eos>, words from 4 on. After <eos> a model still scores.
    const options = { startId: 2, endId: 3, maxLength: 6 };
    const others = { startId: 5, endId: 0, maxLength: 7 };
    const drawnTable = model(random, 11, { 2: 4, 4: 7 + random.integer(4) });
    return [
      {
        property: {
          en: "A right answer: <sos> → 4 → 5 → <eos>",
          ko: "맞는 답: <sos> → 4 → 5 → <eos>",
        },
        args: [model(random, 7, { 2: 4, 4: 5, 5: 3, 3: 6, 6: 4 }), [4, 5], options],
        result: { tokens: [4, 5], right: true },
      },
      {
        property: { en: "Nothing to say: <eos> at once", ko: "할 말이 없음: 바로 <eos>" },
        args: [model(random, 7, { 2: 3, 3: 5, 5: 4 }), [], options],
        result: { tokens: [], right: true },
      },
      {
        property: {
          en: "A wrong token is read like a right one",
          ko: "틀린 토큰도 맞는 토큰처럼 읽습니다",
        },
        args: [model(random, 7, { 2: 4, 4: 6, 6: 3, 5: 4, 3: 5 }), [5, 6], options],
        result: { tokens: [4, 6], right: false },
      },
      {
        property: {
          en: "A model that never ends: maxLength tokens",
          ko: "끝나지 않는 모델: maxLength개의 토큰",
        },
        args: [model(random, 7, { 2: 4, 4: 5, 5: 4 }), [4, 5], options],
        result: { tokens: [4, 5, 4, 5, 4, 5], right: false },
      },
      {
        property: {
          en: "A model that stops too early is not right",
          ko: "너무 일찍 멈추면 맞는 답이 아닙니다",
        },
        args: [model(random, 7, { 2: 6, 6: 3, 5: 4, 3: 4 }), [6, 5], options],
        result: { tokens: [6], right: false },
      },
      {
        property: {
          en: "The same words in another order are not right",
          ko: "같은 단어라도 순서가 다르면 맞는 답이 아닙니다",
        },
        args: [counting(random, 7, [4, 4, 5], options.endId), [4, 5, 4], options],
        result: { tokens: [4, 4, 5], right: false },
      },
      {
        property: {
          en: "Right at the last of maxLength tokens",
          ko: "maxLength개를 다 썼을 때 맞는 답",
        },
        args: [counting(random, 7, [6, 4, 5], options.endId), [6, 4, 5], {
          ...options,
          maxLength: 3,
        }],
        result: { tokens: [6, 4, 5], right: true },
      },
      {
        property: { en: "All scores are negative", ko: "점수가 모두 음수" },
        args: [model(random, 7, { 2: 5, 5: 4, 4: 3 }, -20), [5, 4], options],
        result: { tokens: [5, 4], right: true },
      },
      {
        property: {
          en: "Other ids: <sos> is 5, <eos> is 0, and the tokens are 1 and 12, not 11 and 2",
          ko: "다른 번호: <sos>는 5, <eos>는 0이고 토큰은 11과 2가 아니라 1과 12",
        },
        args: [model(random, 13, { 5: 1, 1: 12, 12: 0, 0: 7, 2: 4, 4: 4 }), [11, 2], others],
        result: { tokens: [1, 12], right: false },
      },
      {
        property: { en: "Another vocabulary", ko: "다른 어휘" },
        args: [drawnTable, [4, 6, 5], { ...options, maxLength: 5 }],
      },
      {
        property: {
          en: "A model that counts: it is shown all tokens so far",
          ko: "세는 모델: 지금까지의 토큰을 모두 보여 줍니다",
        },
        args: [counting(random, 11, [4, 4, 9, 6, 4], options.endId), [4, 4, 9, 6, 4], options],
        result: { tokens: [4, 4, 9, 6, 4], right: true },
      },
    ];
  },

  hints: [
    {
      en: "One list that starts as [startId] and grows by one token in each round of a loop.",
      ko: "[startId]로 시작해서 반복할 때마다 토큰이 하나씩 늘어나는 목록 하나면 됩니다.",
    },
    {
      en:
        "The likeliest token is scores.indexOf(Math.max(...scores)). Two things end the loop: <eos>, " +
        "and maxLength tokens.",
      ko:
        "확률이 가장 높은 토큰은 scores.indexOf(Math.max(...scores))입니다. 반복은 <eos>가 나오거나 maxLength개를 쓰면 끝납니다.",
    },
    {
      en:
        "Call step([startId, ...tokens]), break on endId, otherwise push. Right means: as long as " +
        "expected, and equal at every position.",
      ko:
        "step([startId, ...tokens])를 부르고, endId이면 break, 아니면 push하세요. right는 expected와 길이가 같고 모든 위치가 같다는 뜻입니다.",
    },
  ],
});
