/**
 * Wrong answers to exercise 01.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments } from "./exercise.ts";

/** A whole cell around one expression. */
function variant(expression: string): string {
  return `function shiftRight(labels: number[], startId: number): number[] {
  return ${expression};
}`;
}

export const mistakes: readonly Mistake<Arguments, readonly number[]>[] = [
  {
    name: "not shifted: reads what it should say",
    hint: {
      en:
        "At each position your decoder reads the very token that it should say there. It would learn to " +
        "copy its input. Move everything one position to the right and put <sos> in front.",
      ko:
        "각 위치에서 말해야 할 토큰을 그대로 읽습니다. 그러면 입력을 베끼는 법만 배웁니다. 전체를 오른쪽으로 한 칸 옮기고 맨 앞에 <sos>를 놓으세요.",
    },
    source: variant("[...labels]"),
    values: (labels) => [labels],
  },
  {
    name: "off by one: <sos> in the place of the first word",
    hint: {
      en:
        "You put <sos> over the first token instead of before it. From the second position on, the " +
        "decoder reads what it should say there: off by one.",
      ko:
        "<sos>를 첫 토큰 앞에 넣지 않고 첫 토큰 자리에 덮어썼습니다. 두 번째 위치부터는 말해야 할 토큰을 그대로 읽게 되어 한 칸 어긋납니다.",
    },
    source: variant("[startId, ...labels.slice(1)]"),
    values: (labels, startId) => [[startId, ...labels.slice(1)]],
  },
  {
    name: "eos leaked into the inputs",
    hint: {
      en:
        "Your inputs end with <eos> and are one longer than the labels. After <eos> nothing more is " +
        "said, so nobody reads it: leave the last label out.",
      ko:
        "입력이 <eos>로 끝나고 레이블보다 하나 더 깁니다. <eos> 다음에는 더 말할 것이 없으므로 읽을 필요가 없습니다. 마지막 레이블을 빼세요.",
    },
    source: variant("[startId, ...labels]"),
    values: (labels, startId) => [[startId, ...labels]],
  },
  {
    name: "shifted left",
    hint: {
      en:
        "You moved the labels to the left: the decoder would read the token *after* the one it should " +
        "say. Move them to the right.",
      ko:
        "레이블을 왼쪽으로 옮겼습니다. 말해야 할 토큰의 *다음* 토큰을 읽게 됩니다. 오른쪽으로 옮기세요.",
    },
    source: variant("[...labels.slice(1), startId]"),
    values: (labels, startId) => [[...labels.slice(1), startId]],
  },
];
