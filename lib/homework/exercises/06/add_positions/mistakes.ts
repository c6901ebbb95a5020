/**
 * Wrong answers to exercise 06.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake, Throws } from "../../../exercise/exercise.ts";
import { broadcastError } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, summed } from "./exercise.ts";

/** Positions that run along the batch; that fits only as many sentences as words. */
function alongBatch(
  embeddings: TensorData,
  positions: TensorData,
  factor?: (model: number) => number,
): TensorData | Throws {
  const [time, model] = positions.shape;
  return broadcastError(embeddings.shape, [time, 1, model]) ??
    summed(embeddings, positions, factor, (batch) => batch);
}

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function addPositions(
  embeddings: Axes<"batch time model">,
  positions: Axes<"time model">,
): Axes<"batch time model"> {
  const [, , model] = embeddings.shape;
  void model;
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "not scaled",
    hint: {
      en:
        "You add the positions to the embeddings as they are. Embeddings start as small numbers, and " +
        "positions would drown them: multiply the embeddings by √model first.",
      ko:
        "임베딩에 위치를 그대로 더했습니다. 임베딩은 작은 수에서 시작하므로 위치에 묻혀 버립니다. 먼저 임베딩에 √model을 곱하세요.",
    },
    source: variant("tf.add(embeddings, positions)"),
    values: (embeddings, positions) => [summed(embeddings, positions, () => 1)],
  },
  {
    name: "broadcast on the wrong axis",
    hint: {
      en:
        "All words of a sentence get the same row of the positions, and each sentence another one: your " +
        "positions run along the batch. They run along time; [time, model] broadcasts that way by itself.",
      ko:
        "한 문장의 모든 단어가 위치의 같은 행을 받고 문장마다 다른 행을 받습니다. 위치가 batch 축을 따라갑니다. " +
        "위치는 time 축을 따라가야 합니다. [time, model]은 저절로 그렇게 브로드캐스트됩니다.",
    },
    source: variant("tf.add(tf.mul(embeddings, Math.sqrt(model)), tf.expandDims(positions, 1))"),
    values: (embeddings, positions) => [
      alongBatch(embeddings, positions),
      alongBatch(embeddings, positions, () => 1),
    ],
  },
  {
    name: "scales by model, not its root",
    hint: {
      en:
        "You multiply by the number of dimensions. Its square root is enough to bring the numbers to " +
        "variance 1.",
      ko: "차원의 개수를 그대로 곱했습니다. 분산을 1로 만드는 데는 그 제곱근이면 됩니다.",
    },
    source: variant("tf.add(tf.mul(embeddings, model), positions)"),
    values: (embeddings, positions) => [summed(embeddings, positions, (model) => model)],
  },
  {
    name: "divides by √model",
    hint: {
      en:
        "You divide the embeddings by √model, and they were small already. That divisor belongs to the " +
        "scores of attention; here, multiply.",
      ko:
        "이미 작은 임베딩을 √model로 나누었습니다. 그 나눗셈은 어텐션 점수에 쓰는 것입니다. 여기서는 곱하세요.",
    },
    source: variant("tf.add(tf.div(embeddings, Math.sqrt(model)), positions)"),
    values: (embeddings, positions) => [
      summed(embeddings, positions, (model) => 1 / Math.sqrt(model)),
    ],
  },
  {
    name: "scales the positions too",
    hint: {
      en:
        "You multiply the sum, so the positions grow as well. Multiply the embeddings alone, then add.",
      ko: "합에 곱했기 때문에 위치까지 커졌습니다. 임베딩에만 곱한 다음 더하세요.",
    },
    source: variant("tf.mul(tf.add(embeddings, positions), Math.sqrt(model))"),
    values(embeddings, positions) {
      const root = Math.sqrt(embeddings.shape[2]);
      const { shape, numbers } = summed(embeddings, positions, () => 1);
      return [new TensorData(shape, numbers.map((number) => number * root))];
    },
  },
];
