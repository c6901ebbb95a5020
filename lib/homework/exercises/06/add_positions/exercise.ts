/**
 * Exercise 06.3: words and positions in one vector (Vaswani et al. 2017, sections 3.4 and 3.5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { waves } from "../waves.ts";

export type Arguments = [embeddings: TensorData, positions: TensorData];

/** `embeddings · factor + the row of positions that row(batch, time) names`. */
export function summed(
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

function words(random: Random, ...shape: [number, number, number]): TensorData {
  const [batch, time, model] = shape;
  return new TensorData(shape, [...random.normals(batch * time * model, 0, 1 / Math.sqrt(model))]);
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
