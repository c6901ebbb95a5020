/**
 * Exercise 06.3: words and positions in one vector (Vaswani et al. 2017, sections 3.4 and 3.5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise, type Throws } from "../../exercise.ts";
import { unlikeShapes } from "../../thrown.ts";
import { TensorData } from "../../values.ts";
import { waves } from "./waves.ts";

type Arguments = [embeddings: TensorData, positions: TensorData];

/** `embeddings · factor + the row of positions that row(batch, time) names`. */
function summed(
  embeddings: TensorData,
  positions: TensorData,
  factor: (model: number, batch: number, time: number) => number = Math.sqrt,
  row: (batch: number, time: number) => number = (_, time) => time,
): TensorData {
  const [batch, time, model] = embeddings.shape;
  const places = positions.rows();
  const numbers = embeddings.numbers.map((number, i) => {
    const at = Math.floor(i / model);
    const place = places[row(Math.floor(at / time), at % time)];
    return number * factor(model, batch, time) + place[i % model];
  });
  return new TensorData(embeddings.shape, numbers);
}

/** Positions that run along the batch; that fits only as many sentences as words. */
function alongBatch(
  embeddings: TensorData,
  positions: TensorData,
  factor?: (model: number) => number,
): TensorData | Throws {
  const [time, model] = positions.shape;
  return unlikeShapes(embeddings.shape, [time, 1, model]) ??
    summed(embeddings, positions, factor, (batch) => batch);
}

function words(random: Random, ...shape: [number, number, number]): TensorData {
  const [batch, time, model] = shape;
  return new TensorData(shape, [...random.normals(batch * time * model, 0, 1 / Math.sqrt(model))]);
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

export const addPositions = defineExercise<Arguments, TensorData>({
  id: "06.3",
  name: "addPositions",
  title: "Add it to the words",
  difficulty: 1,
  minutes: 5,
  points: 2,
  task:
    `Return $\\sqrt{d}\\; e + p$: embeddings times the root of their length, plus the positions. Every
sentence of the batch gets the same positions; word _t_ of each sentence gets row _t_.`,
  stub: `/**
 * Embeddings times √model, plus the positions.
 *
 * @param embeddings [batch, time, model]
 * @param positions [time, model], the same for every sentence
 * @returns [batch, time, model]
 */
function addPositions(
  embeddings: Axes<"batch time model">,
  positions: Axes<"time model">,
): Axes<"batch time model"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "embeddings", axes: "batch time model" },
    { name: "positions", axes: "time model" },
  ],
  result: [{ name: "inputs", axes: "batch time model" }],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: "As many sentences as words: positions go along time",
        args: [words(random, 5, 5, 6), waves(5, 6)],
      },
      {
        property: "Two words of four numbers: by hand",
        args: [
          new TensorData([2, 2, 4], Array.from({ length: 16 }, (_, i) => i)),
          TensorData.fromRows([[1, 2, 3, 4], [10, 20, 30, 40]]),
        ],
      },
      {
        property: "Positions of zeros: the embeddings times √model",
        args: [
          words(random, 3, 3, 7),
          new TensorData([3, 7], Array.from({ length: 21 }, () => 0)),
        ],
      },
      {
        property: "Fewer sentences than words",
        args: [words(random, 2, 5, 10), waves(5, 10)],
      },
      {
        property: "Three sentences, three words, many dimensions",
        args: [words(random, 3, 3, 34), waves(3, 34)],
      },
    ];
  },

  reference: (embeddings, positions) => summed(embeddings, positions),

  mistakes: [
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
  ],

  hints: [
    {
      en: "Two steps: make the embeddings larger, then add the positions. No loop is needed.",
      ko: "두 단계입니다. 임베딩을 크게 하고, 위치를 더합니다. 반복문은 필요 없습니다.",
    },
    {
      en:
        "tf.add lines shapes up from the last axis: [batch, time, model] and [time, model] fit as they are.",
      ko:
        "tf.add는 마지막 축부터 모양(shape)을 맞춥니다. [batch, time, model]과 [time, model]은 그대로 맞습니다.",
    },
    {
      en:
        "The factor is Math.sqrt of embeddings.shape[2]; tf.mul takes a plain number as its second argument.",
      ko:
        "곱하는 수는 embeddings.shape[2]의 Math.sqrt이고, tf.mul의 두 번째 인자로 보통의 수를 넣을 수 있습니다.",
    },
  ],
});
