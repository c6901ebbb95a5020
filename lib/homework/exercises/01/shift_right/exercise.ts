/**
 * Exercise 01.3: what a decoder reads while it is trained with teacher forcing (Williams and Zipser
 * 1989): its own answer, one step late.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [labels: readonly number[], startId: number];

export const shiftRight = defineExercise<Arguments>({
  id: "01.3",
  name: "shiftRight",
  title: { en: "What the decoder reads", ko: "디코더가 읽는 것" },
  difficulty: 1,
  minutes: 5,
  points: 2,
  task: {
    en:
      `\`labels\` is what a decoder should say, \`<eos>\` at its end. Return what it **reads** meanwhile under
teacher forcing (교사 강요): at each position the right token of the position *before*, \`<sos>\` at the
first.`,
    ko:
      `\`labels\`는 디코더가 말해야 할 것이고 \`<eos>\`로 끝납니다. 교사 강요(teacher forcing)로 학습하는 동안 디코더가 **읽는** 것을
돌려주세요. 각 위치에서 바로 *앞* 위치의 정답 토큰을 읽고, 첫 위치에서는 \`<sos>\`를 읽습니다.`,
  },
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
  result: [{ name: "inputs", ko: "입력", axes: "time" }],

  cases(random): Case<Arguments>[] {
    const drawn = (length: number) => Array.from({ length }, () => 6 + random.integer(90));
    return [
      {
        property: {
          en: "Nothing but <eos>: read <sos>, say <eos>",
          ko: "<eos>뿐일 때: <sos>를 읽고 <eos>를 말합니다",
        },
        args: [[3], 2],
        result: [2],
      },
      {
        property: {
          en: "One word: read <sos>, then the word",
          ko: "단어 하나: <sos>를, 다음에 그 단어를 읽습니다",
        },
        args: [[17, 3], 2],
        result: [2, 17],
      },
      { property: { en: "Two words", ko: "단어 둘" }, args: [[8, 23, 3], 2], result: [2, 8, 23] },
      { property: { en: "A sentence", ko: "한 문장" }, args: [[...drawn(7), 3], 2] },
      {
        property: { en: "A word that comes again", ko: "되풀이되는 단어" },
        args: [[7, 7, 11, 7, 3], 2],
        result: [2, 7, 7, 11, 7],
      },
      {
        property: {
          en: "Other ids: <eos> is 1, <sos> is 99, and 0 is a word",
          ko: "다른 번호: <eos>는 1, <sos>는 99, 0은 단어",
        },
        args: [[...drawn(2), 0, ...drawn(2), 1], 99],
      },
      {
        property: {
          en: "Other ids: <eos> is 5, <sos> is 0, and 3 is a word",
          ko: "다른 번호: <eos>는 5, <sos>는 0, 3은 단어",
        },
        args: [[...drawn(1), 3, ...drawn(1), 5], 0],
      },
    ];
  },

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
