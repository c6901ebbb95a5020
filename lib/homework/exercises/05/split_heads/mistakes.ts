/**
 * Wrong answers to exercise 05.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { permuted, reshaped, split } from "../heads.ts";
import { type Arguments } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function splitHeads(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "reshape without transpose",
    hint: {
      en:
        "You reshape straight to [batch, head, time, dim]. Reshape moves no number, so head 0 gets the " +
        "first positions, chopped up, instead of a slice of every position. Cut each vector first, into " +
        "[batch, time, head, dim]; then transpose.",
      ko:
        "곧바로 [batch, head, time, dim]으로 reshape했습니다. reshape는 수를 옮기지 않으므로 헤드 0은 모든 위치의 조각이 아니라 " +
        "앞쪽 위치들을 토막 낸 것을 받습니다. 먼저 벡터를 [batch, time, head, dim]으로 자른 뒤 transpose하세요.",
    },
    source: variant("tf.reshape(sequence, [batch, headCount, time, dim])"),
    values(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      return [reshaped(sequence, batch, headCount, time, model / headCount)];
    },
  },
  {
    name: "no transpose: time stays before head",
    hint: {
      en:
        "You cut the vectors rightly, but your result is [batch, time, head, dim]. Attention works on the " +
        "last two axes: put head before time with a transpose.",
      ko:
        "벡터는 바르게 잘랐지만 결과가 [batch, time, head, dim]입니다. 어텐션은 마지막 두 축에서 계산되므로 " +
        "transpose로 head 축을 time 축 앞에 놓으세요.",
    },
    source: variant("tf.reshape(sequence, [batch, time, headCount, dim])"),
    values(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      return [reshaped(sequence, batch, time, headCount, model / headCount)];
    },
  },
  {
    name: "deals the numbers out in turn",
    hint: {
      en:
        "You reshape to [batch, time, dim, head], so that neighbouring numbers go to different heads. A " +
        "head gets neighbours: in the reshape head comes before dim.",
      ko:
        "[batch, time, dim, head]로 reshape해서 이웃한 수가 서로 다른 헤드로 갔습니다. 한 헤드는 이웃한 수들을 받습니다. " +
        "reshape에서 head가 dim보다 앞에 와야 합니다.",
    },
    source: variant(
      "tf.transpose(tf.reshape(sequence, [batch, time, dim, headCount]), [0, 3, 1, 2])",
    ),
    values(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      return [
        permuted(reshaped(sequence, batch, time, model / headCount, headCount), 0, 3, 1, 2),
      ];
    },
  },
  {
    name: "dim before time",
    hint: {
      en:
        "Your heads lie on their sides: [batch, head, dim, time]. A row of a head is one position, a " +
        "column one number: time comes before dim.",
      ko:
        "헤드가 [batch, head, dim, time]으로 누워 있습니다. 헤드의 한 행이 위치 하나이고 한 열이 수 하나입니다. " +
        "time이 dim보다 앞에 와야 합니다.",
    },
    source: variant(
      "tf.transpose(tf.reshape(sequence, [batch, time, headCount, dim]), [0, 2, 3, 1])",
    ),
    values: (sequence, headCount) => [permuted(split(sequence, headCount), 0, 1, 3, 2)],
  },
];
