/**
 * Wrong answers to exercise 01.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import {
  type Arguments,
  decode,
  fedBeyondGold,
  fedWithGold,
  marked,
  notShown,
  type Result,
  withoutStop,
} from "../writing.ts";

/** A whole cell with its own loop body and result. */
function variant(
  body: string,
  {
    tokens = "tokens",
    context = "[startId, ...tokens]",
    right = "written.length === expected.length && written.every((t, i) => t === expected[i])",
  } = {},
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
  const right = ${right};
  return { tokens: written, right };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
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
    values: (...args) => [
      fedWithGold(args, args[2].maxLength),
      fedWithGold(args, args[1].length + 1),
      fedWithGold(args, args[1].length),
      fedBeyondGold(args),
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
      en: "Your tokens begin with <sos>. It is what the model reads first; it has not written it.",
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
  {
    name: "does not begin with <sos>",
    hint: {
      en:
        "At its first step your model is shown nothing at all. It needs a token to begin with: <sos>, in " +
        "front of whatever it has written.",
      ko:
        "첫 단계에서 모델에 아무 토큰도 보여 주지 않았습니다. 시작하려면 토큰이 하나 필요합니다. 지금까지 쓴 것 앞에 <sos>를 놓으세요.",
    },
    source: variant("if (next === endId) break;\n    tokens.push(next);", { context: "tokens" }),
    values: (step) => [notShown(step)],
  },
  {
    name: "shows the last token alone",
    hint: {
      en:
        "You show the model its last token and nothing before it. A model chooses by all tokens so far, " +
        "<sos> first.",
      ko:
        "모델에 마지막 토큰만 보여 주고 그 앞은 빼놓았습니다. 모델은 <sos>부터 지금까지의 모든 토큰을 보고 고릅니다.",
    },
    source: variant("if (next === endId) break;\n    tokens.push(next);", {
      context: "[tokens.at(-1) ?? startId]",
    }),
    values: (...args) => [
      marked(decode(args, (tokens) => tokens.slice(-1)).tokens, args[1]),
    ],
  },
  {
    name: "compares the lists, not their entries",
    hint: {
      en:
        "Your tokens are right, but `right` is never true. Two arrays are equal by === only if they are one and " +
        "the same; compare their lengths and then every entry.",
      ko:
        "토큰은 맞지만 right가 언제나 false입니다. 두 배열은 같은 배열일 때만 ===로 같습니다. 길이를 비교한 다음 원소를 하나씩 비교하세요.",
    },
    source: variant("if (next === endId) break;\n    tokens.push(next);", {
      right: "written === expected",
    }),
    values: (...args) => [{ tokens: decode(args).tokens, right: false }],
  },
];
