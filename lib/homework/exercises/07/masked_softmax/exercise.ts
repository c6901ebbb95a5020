/**
 * Exercise 07.3: softmax over what may be seen (Vaswani et al. 2017, section 3.2.3: “masking out, setting
 * to −∞”), with an answer for the row that may see nothing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Rows, softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [scores: TensorData, keep: TensorData];

/** Each row of the scores with its row of the mask. */
export function byRows(
  [scores, keep]: Arguments,
  weigh: (scores: number[], keep: number[]) => number[],
): TensorData {
  const kept: Rows = keep.rows();
  return TensorData.fromRows(scores.rows().map((row, i) => weigh(row, kept[i])));
}

/** Softmax with hidden scores at −∞; a row that may see nothing becomes `nothing`. */
export function hidden(scores: number[], keep: number[], nothing: number): number[] {
  if (!keep.includes(1)) return scores.map(() => nothing);
  return softmax(scores.map((score, key) => keep[key] ? score : -Infinity));
}

/** Scores of standard deviation 2, and a mask that keeps `seen` keys of each row, in any place. */
function drawn(random: Random, seen: number[], keys: number): Arguments {
  const scores = new TensorData([seen.length, keys], [...random.normals(seen.length * keys, 0, 2)]);
  const first = (count: number) => Array.from({ length: keys }, (_, i) => i < count ? 1 : 0);
  const keep = seen.map((count) => random.shuffle<number>(first(count)));
  return [scores, TensorData.fromRows(keep, "bool")];
}

export const maskedSoftmax = defineExercise<Arguments, TensorData>({
  id: "07.3",
  name: "maskedSoftmax",
  title: "Softmax over what may be seen",
  difficulty: 3,
  minutes: 15,
  points: 4,
  task:
    `Turn scores into weights. Each row shares 1 out among the keys that it may see; hidden keys get
exactly 0 and have no influence on the others. A row that may see **nothing** gets weights 0, not NaN.`,
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
  result: [{ name: "weights", axes: "query key" }],
  withheld: ["lib/attention/masked_softmax.ts", "lib/attention/dot_product.ts"],

  cases(random): Case<Arguments>[] {
    const byHand: Arguments = [
      TensorData.fromRows([[1, 2, 3]]),
      TensorData.fromRows([[1, 1, 0]], "bool"),
    ];
    return [
      { property: "By hand: scores 1, 2, 3, the last one hidden", args: byHand },
      { property: "Nothing hidden: an ordinary softmax", args: drawn(random, [5, 5, 5], 5) },
      { property: "Hidden keys get 0, the others share 1", args: drawn(random, [1, 4, 2, 6], 7) },
      { property: "A row with nothing to see: weights 0", args: drawn(random, [3, 0, 2], 5) },
      { property: "Nothing to see anywhere", args: drawn(random, [0, 0], 3) },
      {
        property: "A hidden score of 300 has no influence",
        args: [
          TensorData.fromRows([[...random.normals(2), 300], [300, ...random.normals(2)]]),
          TensorData.fromRows([[1, 1, 0], [0, 1, 1]], "bool"),
        ],
      },
    ];
  },

  reference: (...args) => byRows(args, (scores, keep) => hidden(scores, keep, 0)),

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
