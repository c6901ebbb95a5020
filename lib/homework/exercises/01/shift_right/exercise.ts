/**
 * Exercise 01.3: what a decoder reads while it is trained with teacher forcing (Williams and Zipser
 * 1989): its own answer, one step late.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [labels: readonly number[], startId: number];

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
