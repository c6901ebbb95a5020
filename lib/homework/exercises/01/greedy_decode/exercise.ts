/**
 * Exercise 01.4: greedy decoding: a model writes on its own, the likeliest token at each step.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { type Arguments, counting, decode, marked, model, type Result } from "../writing.ts";

export const greedyDecode = defineExercise<Arguments, Result>({
  id: "01.4",
  name: "greedyDecode",
  title: "Write on your own",
  difficulty: 2,
  minutes: 15,
  points: 4,
  task:
    `\`step\` gives the scores of each next token after the tokens so far. Begin with \`<sos>\`, take the
likeliest token, feed it back, and so on: *free running*. Stop at \`<eos>\` or after \`maxLength\` tokens.
Then compare with \`expected\`.`,
  stub: `/**
 * Greedy decoding, marked.
 *
 * @param step from the ids so far, <sos> first, to a score for each id: [vocab]
 * @param expected the right answer without <eos>, for the mark
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
    const drawnTable = model(random, 11, { 2: 4, 4: 7 + random.integer(4) });
    return [
      {
        property: "A right answer: <sos> → 4 → 5 → <eos>",
        args: [model(random, 7, { 2: 4, 4: 5, 5: 3, 3: 6, 6: 4 }), [4, 5], options],
      },
      {
        property: "Nothing to say: <eos> at once",
        args: [model(random, 7, { 2: 3, 3: 5, 5: 4 }), [], options],
      },
      {
        property: "A wrong token is read like a right one",
        args: [model(random, 7, { 2: 4, 4: 6, 6: 3, 5: 4, 3: 5 }), [5, 4], options],
      },
      {
        property: "A model that never ends: maxLength tokens",
        args: [model(random, 7, { 2: 4, 4: 5, 5: 4 }), [4, 5], options],
      },
      {
        property: "A model that stops too early is not right",
        args: [model(random, 7, { 2: 6, 6: 3, 5: 4, 3: 4 }), [6, 5], options],
      },
      {
        property: "Another vocabulary",
        args: [drawnTable, [4, 6, 5], { ...options, maxLength: 5 }],
      },
      {
        property: "A model that counts: it is shown all tokens so far",
        args: [counting(random, 11, [4, 9, 6, 4], options.endId), [4, 9, 6, 4], options],
      },
    ];
  },

  reference: (...args) => marked(decode(args).tokens, args[1]),

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
        "가장 유력한 토큰은 scores.indexOf(Math.max(...scores))입니다. 반복은 <eos>가 나오거나 maxLength개를 쓰면 끝납니다.",
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
