/**
 * Exercise 01.4: greedy decoding: a model writes on its own, the likeliest token at each step.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../exercise.ts";
import { tableStep } from "../../steps.ts";
import { FunctionValue, isList } from "../../values.ts";

type Options = { startId: number; endId: number; maxLength: number };
type Arguments = [step: FunctionValue, expected: readonly number[], options: Options];
type Result = { tokens: readonly number[]; right: boolean };

/** The likeliest next token after some tokens. */
function chooser(step: FunctionValue): (tokens: readonly number[]) => number {
  const [table] = step.data;
  const rows = isList(table) ? table.map((row) => isList(row) ? row.map(Number) : []) : [];
  const next = tableStep(rows);
  return (tokens) => {
    const scores = next([...tokens]);
    return scores.indexOf(Math.max(...scores));
  };
}

function marked(tokens: readonly number[], expected: readonly number[]): Result {
  const right = tokens.length === expected.length && tokens.every((t, i) => t === expected[i]);
  return { tokens, right };
}

/** What the model writes, as the exercise asks; `ended` says whether it came to the end token. */
function decode([step, , { startId, endId, maxLength }]: Arguments) {
  const [choose, tokens] = [chooser(step), new Array<number>()];
  while (tokens.length < maxLength) {
    const token = choose([startId, ...tokens]);
    if (token === endId) return { tokens, ended: true };
    tokens.push(token);
  }
  return { tokens, ended: false };
}

/** All `maxLength` tokens, whatever they are. */
function withoutStop([step, , { startId, maxLength }]: Arguments): number[] {
  const [choose, tokens] = [chooser(step), new Array<number>()];
  while (tokens.length < maxLength) tokens.push(choose([startId, ...tokens]));
  return tokens;
}

/** Each step reads the expected tokens so far, at most `steps` of them. */
function fedWithGold([step, expected, { startId, endId }]: Arguments, steps: number): number[] {
  const [choose, tokens] = [chooser(step), new Array<number>()];
  for (let i = 0; i < steps; i++) {
    const token = choose([startId, ...expected.slice(0, i)]);
    if (token === endId) break;
    tokens.push(token);
  }
  return tokens;
}

/** A model of `size` tokens: after token t it likes `likes[t]` best, where that is given. */
function model(random: Random, size: number, likes: Readonly<Record<number, number>>) {
  const table = Array.from({ length: size }, (_, t) => {
    const scores = [...random.normals(size)];
    if (likes[t] !== undefined) scores[likes[t]] = Math.max(...scores) + 1;
    return scores;
  });
  return new FunctionValue("lib/course/steps.ts", "tableStep", [table]);
}

/** A whole cell with its own loop body and result. */
function variant(
  body: string,
  { tokens = "tokens", context = "[startId, ...tokens]" } = {},
): string {
  return `function greedyDecode(
  step: (tokens: number[]) => number[],
  expected: number[],
  { startId, endId, maxLength }: { startId: number; endId: number; maxLength: number },
): { tokens: number[]; right: boolean } {
  const tokens: number[] = [];
  while (tokens.length < maxLength) {
    const scores = step(${context});
    const next = scores.indexOf(Math.max(...scores));
    ${body}
  }
  const written = ${tokens};
  const right = written.length === expected.length && written.every((t, i) => t === expected[i]);
  return { tokens: written, right };
}`;
}

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
  helpers: ["lib/course/steps.ts"],
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
    ];
  },

  reference: (...args) => marked(decode(args).tokens, args[1]),

  mistakes: [
    {
      name: "does not stop at eos",
      hint: {
        en:
          "Your loop goes on after <eos>, up to maxLength. When the model says <eos>, the sentence is " +
          "over: leave the loop.",
        ko:
          "<eos> 다음에도 maxLength까지 반복합니다. 모델이 <eos>를 말하면 문장이 끝난 것이므로 반복을 멈추세요.",
      },
      source: variant("tokens.push(next);"),
      values(...args) {
        const tokens = withoutStop(args);
        const { endId } = args[2];
        return [
          marked(tokens, args[1]),
          marked(tokens.filter((token) => token !== endId), args[1]),
        ];
      },
    },
    {
      name: "feeds the gold token instead of its own",
      hint: {
        en:
          "You feed the expected tokens back: that is teacher forcing. On its own a model has no expected " +
          "answer; feed the token that it has just chosen. `expected` is for the mark alone.",
        ko:
          "정답 토큰을 다시 넣었습니다. 그것은 교사 강요(teacher forcing)입니다. 실제로 쓸 때는 정답이 없으므로 모델이 방금 고른 토큰을 넣으세요. `expected`는 채점에만 씁니다.",
      },
      source: variant("if (next === endId) break;\n    tokens.push(next);", {
        context: "[startId, ...expected.slice(0, tokens.length)]",
      }),
      throws: /expected the last token to be/,
      values: (...args) => [
        marked(fedWithGold(args, args[2].maxLength), args[1]),
        marked(fedWithGold(args, args[1].length + 1), args[1]),
        marked(fedWithGold(args, args[1].length), args[1]),
      ],
    },
    {
      name: "keeps the end token",
      hint: {
        en:
          "Your tokens end with <eos>. It tells that the sentence is over and is no part of it: stop " +
          "before you keep it.",
        ko:
          "결과가 <eos>로 끝납니다. <eos>는 문장이 끝났다는 표시일 뿐 문장의 일부가 아닙니다. 넣기 전에 멈추세요.",
      },
      source: variant("tokens.push(next);\n    if (next === endId) break;"),
      values(...args) {
        const { tokens, ended } = decode(args);
        const kept = ended ? [...tokens, args[2].endId] : tokens;
        return [marked(kept, args[1]), { ...marked(tokens, args[1]), tokens: kept }];
      },
    },
    {
      name: "keeps the start token",
      hint: {
        en:
          "Your tokens begin with <sos>. It is what the model reads first; it has not written it.",
        ko: "결과가 <sos>로 시작합니다. <sos>는 모델이 처음 읽는 것이지 쓴 것이 아닙니다.",
      },
      source: variant("if (next === endId) break;\n    tokens.push(next);", {
        tokens: "[startId, ...tokens]",
      }),
      values(...args) {
        const { tokens } = decode(args);
        const kept = [args[2].startId, ...tokens];
        return [marked(kept, args[1]), { ...marked(tokens, args[1]), tokens: kept }];
      },
    },
  ],

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
