/**
 * Exercise 06.3: words and positions in one vector (Vaswani et al. 2017, sections 3.4 and 3.5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { waves } from "../waves.ts";

type Arguments = [embeddings: TensorData, positions: TensorData];

function words(random: Random, ...shape: [number, number, number]): TensorData {
  const [batch, time, model] = shape;
  return new TensorData(shape, [...random.normals(batch * time * model, 0, 1 / Math.sqrt(model))]);
}

export const addPositions = defineExercise<Arguments>({
  id: "06.3",
  name: "addPositions",
  title: { en: "Add it to the words", ko: "단어에 더하기" },
  difficulty: 1,
  minutes: 5,
  points: 2,
  task: {
    en:
      `Embeddings of $d$ numbers arrive with variance $1/d$. Multiply them by the one number that makes it 1,
then add the positions. Every sentence of the batch gets the same positions; word _t_ of each sentence
gets row _t_.`,
    ko:
      `수가 $d$개인 임베딩은 분산이 $1/d$입니다. 분산이 1이 되게 하는 수 하나를 임베딩에 곱하고 위치를 더해 돌려주세요.
배치의 모든 문장이 같은 위치를 받습니다. 문장마다 _t_번째 단어가 _t_번째 행을 받습니다.`,
  },
  card: ["mul", "add"],
  stub: `/**
 * Embeddings brought to variance 1, plus the positions.
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
  result: [{ name: "inputs", ko: "입력", axes: "batch time model" }],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: words of four numbers, so twice the embedding, plus row 0 or row 1",
          ko: "손으로 푼 예: 수가 네 개인 단어이니 임베딩의 두 배에 0행이나 1행을 더합니다",
        },
        args: [
          new TensorData([2, 2, 4], Array.from({ length: 16 }, (_, i) => i)),
          TensorData.fromRows([[1, 2, 3, 4], [10, 20, 30, 40]]),
        ],
        result: new TensorData(
          [2, 2, 4],
          [1, 4, 7, 10, 18, 30, 42, 54, 17, 20, 23, 26, 34, 46, 58, 70],
        ),
      },
      {
        property: {
          en: "As many sentences as words: positions go along time",
          ko: "문장 수와 단어 수가 같음: 위치는 time 축을 따라갑니다",
        },
        args: [words(random, 5, 5, 6), waves(5, 6)],
      },
      {
        property: {
          en: "Positions of zeros: the embeddings times √model",
          ko: "위치가 모두 0: 임베딩의 √model배",
        },
        args: [
          words(random, 3, 3, 7),
          new TensorData([3, 7], Array.from({ length: 21 }, () => 0)),
        ],
      },
      {
        property: { en: "Embeddings of zeros: the positions", ko: "임베딩이 모두 0: 위치 그대로" },
        args: [
          new TensorData([2, 3, 6], Array.from({ length: 36 }, () => 0)),
          waves(3, 6),
        ],
      },
      {
        property: { en: "Fewer sentences than words", ko: "단어보다 문장이 적음" },
        args: [words(random, 2, 5, 10), waves(5, 10)],
      },
      {
        property: {
          en: "Three sentences, three words, many dimensions",
          ko: "문장 셋, 단어 셋, 많은 차원",
        },
        args: [words(random, 3, 3, 34), waves(3, 34)],
      },
    ];
  },

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
        "곱하는 수는 embeddings.shape[2]의 Math.sqrt이고, tf.mul의 두 번째 인수로 보통의 수를 넣을 수 있습니다.",
    },
  ],
});
