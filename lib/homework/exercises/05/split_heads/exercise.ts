/**
 * Exercise 05.1: the model axis cut into heads (Vaswani et al. 2017, section 3.2.2), where a reshape
 * alone mixes positions.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { counted, normal } from "../heads.ts";

type Arguments = [sequence: TensorData, headCount: number];

export const splitHeads = defineExercise<Arguments>({
  id: "05.1",
  name: "splitHeads",
  title: { en: "Cut the vectors into heads", ko: "벡터를 헤드로 나누기" },
  difficulty: 2,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Give each head its slice of every vector: head 0 the first \`dim\` numbers of each position, head 1
the next, and so on, with $dim = model / headCount$. The head axis comes before the time axis.`,
    ko:
      `헤드마다 모든 벡터에서 자기 조각을 주세요. 헤드 0은 각 위치의 처음 \`dim\`개, 헤드 1은 그다음 \`dim\`개를 받고, 이렇게 이어집니다.
$dim = model / headCount$입니다. head 축은 time 축보다 앞에 옵니다.`,
  },
  card: ["reshape", "transpose"],
  stub: `/**
 * Cuts the model axis into heads.
 *
 * @param sequence [batch, time, model]; attention calls time query or key
 * @param headCount a divisor of model
 * @returns [batch, head, time, dim], where dim is model / headCount
 */
function splitHeads(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "sequence", axes: "batch time model" }, { name: "headCount", axes: "" }],
  result: [{ name: "heads", ko: "헤드", axes: "batch head time dim" }],
  withheld: ["lib/attention/multi_head.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: words 0 to 5 and 6 to 11, two heads; head 0 gets 0 1 2 and 6 7 8",
          ko: "손으로 푼 예: 단어 0~5와 6~11, 헤드 둘. 헤드 0은 0 1 2와 6 7 8을 받습니다",
        },
        args: [counted(1, 2, 6), 2],
        result: new TensorData([1, 2, 2, 3], [0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10, 11]),
      },
      {
        property: { en: "One head: the whole vectors", ko: "헤드가 하나: 벡터 전체" },
        args: [normal(random, [2, 3, 5]), 1],
      },
      {
        property: { en: "One position: its slices", ko: "위치가 하나: 그 벡터의 조각들" },
        args: [normal(random, [2, 1, 6]), 3],
      },
      {
        property: { en: "Several sentences, three heads", ko: "문장 여러 개, 헤드 셋" },
        args: [normal(random, [2, 5, 21]), 3],
      },
      {
        property: {
          en: "As many heads as numbers: a head holds one number of each position",
          ko: "수의 개수만큼 많은 헤드: 헤드마다 각 위치의 수 하나",
        },
        args: [normal(random, [3, 5, 7]), 7],
      },
    ];
  },

  hints: [
    {
      en:
        "Two steps, as in the lesson: cut every vector into slices, then bring the head axis in front of " +
        "time. Write the shape beside each line.",
      ko:
        "수업에서처럼 두 단계입니다. 벡터마다 조각으로 자르고, 그다음 head 축을 time 축 앞으로 옮깁니다. 줄마다 모양(shape)을 적어 보세요.",
    },
    {
      en:
        "After the reshape the shape is [batch, time, head, dim]. Only tf.transpose moves numbers; its " +
        "second argument is the new order of the old axes.",
      ko:
        "reshape한 뒤의 모양은 [batch, time, head, dim]입니다. 수를 옮기는 것은 tf.transpose뿐이고, 두 번째 인수는 옛 축들의 새 순서입니다.",
    },
    {
      en:
        "Reshape to [batch, time, headCount, model / headCount], then transpose with [0, 2, 1, 3].",
      ko:
        "[batch, time, headCount, model / headCount]로 reshape한 뒤 [0, 2, 1, 3]으로 transpose하세요.",
    },
  ],
});
