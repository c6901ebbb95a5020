/**
 * Wrong answers to exercise 05.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { permuted, reshaped } from "../heads.ts";
import { type Arguments } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function mergeHeads(heads: Axes<"... dim">): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  return ${result};
}`;
}

function summed(heads: TensorData, factor: number): TensorData {
  const [batch, head, time, dim] = heads.shape;
  const { numbers } = permuted(heads, 0, 2, 3, 1);
  const sums = Array.from(
    { length: batch * time * dim },
    (_, i) => numbers.slice(i * head, (i + 1) * head).reduce((sum, x) => sum + x, 0) * factor,
  );
  return new TensorData([batch, time, dim], sums);
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "no transpose back",
    hint: {
      en:
        "You reshape [batch, head, time, dim] at once. Reshape moves no number, so one head's positions " +
        "run into one another. Bring time back in front of head first (transpose), then reshape.",
      ko:
        "[batch, head, time, dim]을 곧바로 reshape했습니다. reshape는 수를 옮기지 않으므로 한 헤드의 여러 위치가 이어 붙습니다. " +
        "먼저 time을 head 앞으로 되돌리고(transpose) 나서 reshape하세요.",
    },
    source: variant("tf.reshape(heads, [batch, time, head * dim])"),
    values(heads) {
      const [batch, head, time, dim] = heads.shape;
      return [reshaped(heads, batch, time, head * dim)];
    },
  },
  {
    name: "no reshape at the end",
    hint: {
      en:
        "The axes are in the right order, but there are still four: [batch, time, head, dim]. Reshape the " +
        "last two into one, of head · dim numbers.",
      ko:
        "축의 순서는 맞지만 아직 [batch, time, head, dim] 네 개입니다. 마지막 두 축을 head · dim개의 수를 가진 한 축으로 reshape하세요.",
    },
    source: variant("tf.transpose(heads, [0, 2, 1, 3])"),
    values: (heads) => [permuted(heads, 0, 2, 1, 3)],
  },
  {
    name: "heads interleaved",
    hint: {
      en:
        "You transpose to [batch, time, dim, head], so the heads' numbers alternate. Each head keeps its " +
        "numbers together: head comes before dim.",
      ko:
        "[batch, time, dim, head]로 transpose해서 헤드들의 수가 번갈아 놓였습니다. 한 헤드의 수는 함께 있어야 하므로 " +
        "head가 dim보다 앞에 와야 합니다.",
    },
    source: variant(
      "tf.reshape(tf.transpose(heads, [0, 2, 3, 1]), [batch, time, head * dim])",
    ),
    values(heads) {
      const [batch, head, time, dim] = heads.shape;
      return [reshaped(permuted(heads, 0, 2, 3, 1), batch, time, head * dim)];
    },
  },
  {
    name: "averages the heads",
    hint: {
      en:
        "You add the heads up or average them. Then nobody can tell who said what: heads do not vote. Lay " +
        "their numbers side by side.",
      ko:
        "헤드들을 더하거나 평균을 냈습니다. 그러면 어느 헤드의 답인지 알 수 없습니다. 헤드는 투표하지 않습니다. 수들을 나란히 놓으세요.",
    },
    source: variant("tf.mean(heads, 1)"),
    values: (heads) => [summed(heads, 1 / heads.shape[1]), summed(heads, 1)],
  },
];
