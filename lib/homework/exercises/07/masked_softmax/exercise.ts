/**
 * Exercise 07.3: softmax over what may be seen (Vaswani et al. 2017, section 3.2.3: “masking out, setting
 * to −∞”), with an answer for the row that may see nothing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [scores: TensorData, keep: TensorData];

/** Scores of standard deviation 2, and a mask that keeps `seen` keys of each row, in any place. */
function drawn(random: Random, seen: number[], keys: number): Arguments {
  const scores = new TensorData([seen.length, keys], [...random.normals(seen.length * keys, 0, 2)]);
  const first = (count: number) => Array.from({ length: keys }, (_, i) => i < count ? 1 : 0);
  const keep = seen.map((count) => random.shuffle<number>(first(count)));
  return [scores, TensorData.fromRows(keep, "bool")];
}

export const maskedSoftmax = defineExercise<Arguments>({
  id: "07.3",
  name: "maskedSoftmax",
  title: { en: "Softmax over what may be seen", ko: "볼 수 있는 것들의 소프트맥스" },
  difficulty: 3,
  minutes: 15,
  points: 4,
  task: {
    en:
      `Turn scores into weights. Each row shares 1 out among the keys that it may see; hidden keys get
exactly 0 and have no influence on the others. A row that may see **nothing** gets weights 0, not NaN.`,
    ko:
      `점수를 가중치로 바꾸세요. 행마다 볼 수 있는 키들에 1을 나누어 줍니다. 가려진 키는 정확히 0을 받고 다른 키에 영향을 주지 않습니다. **아무것도** 볼 수
없는 행의 가중치는 NaN이 아니라 0입니다.`,
  },
  card: ["cast", "where", "mul", "add", "softmax"],
  stub: `/**
 * Softmax over the keys that may be seen.
 *
 * @param scores [query, key]
 * @param keep bool [query, key]: true = may be seen
 * @returns weights [query, key]; a row sums to 1, or to 0 if it may see nothing
 */
function maskedSoftmax(scores: Axes<"query key">, keep: Axes<"query key">): Axes<"query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "scores", axes: "query key" }, { name: "keep", axes: "query key" }],
  result: [{ name: "weights", ko: "가중치", axes: "query key" }],
  withheld: ["lib/attention/masked_softmax.ts", "lib/attention/dot_product.ts"],

  cases(random): Case<Arguments>[] {
    const bool = (...rows: number[][]) => TensorData.fromRows(rows, "bool");
    return [
      {
        property: {
          en: "By hand: scores ln 3, 0 and 5, the last one hidden: weights 3/4, 1/4, 0",
          ko: "손으로 푼 예: 점수 ln 3, 0, 5에서 마지막을 가리면 가중치 3/4, 1/4, 0",
        },
        args: [TensorData.fromRows([[Math.log(3), 0, 5]]), bool([1, 1, 0])],
        result: TensorData.fromRows([[0.75, 0.25, 0]]),
      },
      {
        property: {
          en: "Nothing hidden: an ordinary softmax",
          ko: "가린 것이 없음: 보통의 소프트맥스",
        },
        args: drawn(random, [5, 5, 5], 5),
      },
      {
        property: {
          en: "Hidden keys get 0, the others share 1",
          ko: "가려진 키는 0, 나머지가 1을 나누어 가짐",
        },
        args: drawn(random, [1, 4, 2, 6], 7),
      },
      {
        property: {
          en: "A row with nothing to see: weights 0",
          ko: "아무것도 볼 수 없는 행: 가중치 0",
        },
        args: drawn(random, [3, 0, 2], 5),
      },
      {
        property: { en: "Nothing to see anywhere", ko: "어디에도 볼 것이 없음" },
        args: drawn(random, [0, 0], 3),
        result: TensorData.fromRows([[0, 0, 0], [0, 0, 0]]),
      },
      {
        property: {
          en: "Hidden scores of 60, 100 and 300 have no influence",
          ko: "가려진 점수 60, 100, 300은 영향이 없음",
        },
        args: [
          TensorData.fromRows([[Math.log(3), 0, 60], [100, Math.log(3), 0], [0, 300, 0]]),
          bool([1, 1, 0], [0, 1, 1], [1, 0, 1]),
        ],
        result: TensorData.fromRows([[0.75, 0.25, 0], [0, 0.75, 0.25], [0.5, 0, 0.5]]),
      },
      {
        property: {
          en: "Visible scores of 300, −60, −100, −200 and −300 still share 1 out",
          ko: "보이는 점수가 300, −60, −100, −200, −300이어도 1을 나누어 가짐",
        },
        args: [
          TensorData.fromRows([[300, 0], [-300, -300], [2, 2]]),
          bool([1, 1], [1, 1], [1, 1]),
        ],
        result: TensorData.fromRows([[1, 0], [0.5, 0.5], [0.5, 0.5]]),
      },
      {
        property: {
          en: "Visible scores of 300, −60, −100, −200 and −300 still share 1 out",
          ko: "보이는 점수가 300, −60, −100, −200, −300이어도 1을 나누어 가짐",
        },
        args: [
          TensorData.fromRows([
            [300, 300, 2],
            [300, 2, 0],
            [-60, 7, -60],
            [-100, -100, 7],
            [-200, 4, -200],
            [-200 + Math.log(3), -200, 300],
            [-300, -300, 0],
          ]),
          bool([1, 1, 0], [1, 1, 0], [1, 0, 1], [1, 1, 0], [1, 0, 1], [1, 1, 0], [1, 1, 0]),
        ],
        result: TensorData.fromRows([
          [0.5, 0.5, 0],
          [1, 0, 0],
          [0.5, 0, 0.5],
          [0.5, 0.5, 0],
          [0.5, 0, 0.5],
          [0.75, 0.25, 0],
          [0.5, 0.5, 0],
        ]),
      },
    ];
  },

  hints: [
    {
      en:
        "Three steps: make hidden scores so low that their exponential is 0, take the softmax, then deal " +
        "with rows that may see nothing.",
      ko:
        "세 단계입니다. 가려진 점수를 e의 거듭제곱이 0이 될 만큼 낮추고, softmax를 취하고, 볼 것이 없는 행을 처리합니다.",
    },
    {
      en:
        'With tf.cast(keep, "float32") the mask becomes 1 and 0. What must be added to a score where it is 0, and ' +
        "what where it is 1? Take −10⁹ rather than −∞, so that no NaN arises.",
      ko:
        'tf.cast(keep, "float32")로 마스크를 1과 0으로 바꿉니다. 0인 곳과 1인 곳의 점수에 각각 무엇을 더해야 할까요? NaN이 생기지 않도록 −∞ 대신 −10⁹을 쓰세요.',
    },
    {
      en: "Add (1 − kept) · −1e9 to the scores, take tf.softmax, and multiply the weights by kept.",
      ko: "점수에 (1 − kept) · −1e9를 더하고 tf.softmax를 취한 뒤, 가중치에 kept를 곱하세요.",
    },
  ],
});
