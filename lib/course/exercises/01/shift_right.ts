/**
 * Exercise 01.3: what a decoder reads while it is trained with teacher forcing (Williams and Zipser
 * 1989): its own answer, one step late.
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";

type Arguments = [labels: readonly number[], startId: number];

/** A whole cell around one expression. */
function variant(expression: string): string {
  return `function shiftRight(labels: number[], startId: number): number[] {
  return ${expression};
}`;
}

export const shiftRight = defineExercise<Arguments, readonly number[]>({
  id: "01.3",
  name: "shiftRight",
  title: "What the decoder reads",
  difficulty: 1,
  minutes: 5,
  points: 2,
  task:
    `\`labels\` is what a decoder should say, \`<eos>\` at its end. Return what it **reads** meanwhile under
teacher forcing (교사 강요): at each position the right token of the position *before*, \`<sos>\` at the
first.`,
  stub: `/**
 * A decoder's inputs under teacher forcing: the labels, one position late.
 *
 * @param labels [time], ids that the decoder should say; the last one is <eos>
 * @param startId the id of <sos>
 * @returns [time], as many ids as there are labels
 */
function shiftRight(labels: number[], startId: number): number[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "labels", axes: "time" }, { name: "startId", axes: "" }],
  result: [{ name: "inputs", axes: "time" }],

  cases(random): Case<Arguments>[] {
    const drawn = (length: number) => Array.from({ length }, () => 4 + random.integer(90));
    return [
      { property: "Nothing but <eos>: read <sos>, say <eos>", args: [[3], 2] },
      { property: "One word: read <sos>, then the word", args: [[17, 3], 2] },
      { property: "Two words", args: [[...drawn(2), 3], 2] },
      { property: "A sentence", args: [[...drawn(7), 3], 2] },
      {
        property: "Other ids: <eos> is 1, <sos> is 99, and 0 is a word",
        args: [[...drawn(2), 0, ...drawn(2), 1], 99],
      },
    ];
  },

  reference: (labels, startId) => [startId, ...labels.slice(0, -1)],

  mistakes: [
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
  ],

  hints: [
    {
      en:
        "Write the two rows one below the other for I went <eos>. What is read when I is to be said?",
      ko: "I went <eos>에 대해 두 줄을 위아래로 써 보세요. I를 말해야 할 때 무엇을 읽을까요?",
    },
    {
      en: "The inputs begin with <sos>, and the last label is never read.",
      ko: "입력은 <sos>로 시작하고, 마지막 레이블은 읽히지 않습니다.",
    },
    {
      en: "Spread startId and labels.slice(0, -1) into one array.",
      ko: "startId와 labels.slice(0, -1)을 한 배열에 펼쳐 넣으세요.",
    },
  ],
});
