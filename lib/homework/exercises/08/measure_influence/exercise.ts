/**
 * Exercise 08.6: which word moves which, measured from outside. It needs no gradient and works for every layer, so
 * it shows what a mask hides and which parts let positions meet.
 *
 * @module
 */
import { tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { FunctionValue } from "../../../exercise/values.ts";

type Arguments = [layer: FunctionValue, words: number[][], nudge: number[]];

/** A layer as a learner's function gets it. */
function layer(shares: number[][], bend: number): FunctionValue {
  return new FunctionValue("lib/homework/exercise/layers.ts", "mixingLayer", [shares, bend]);
}

export const measureInfluence = defineExercise<Arguments>({
  id: "08.6",
  name: "measureInfluence",
  title: { en: "Who moves whom?", ko: "누가 누구를 움직이나" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Measure a layer from outside. Add \`nudge\` to **one** input word and leave the others alone: how far does each
output word move? Entry [i][j] is the length of the change (root of the sum of squares) of output word _i_ when
input word _j_ is nudged. \`words\` must be as before when you are done. A zero says: _i_ does not feel this nudge of _j_.`,
    ko:
      `층을 밖에서 재 보세요. 입력 단어 **하나**에만 \`nudge\`를 더하고 나머지는 그대로 둡니다. 출력 단어는 저마다 얼마나 움직일까요? [i][j]는 입력 단어
_j_를 밀었을 때 출력 단어 _i_가 바뀐 만큼의 길이(제곱의 합의 제곱근)입니다. 끝났을 때 \`words\`는 처음 그대로여야 합니다. 0은 _j_를 이렇게 밀어도
_i_가 움직이지 않는다는 뜻입니다.`,
  },
  stub: `/**
 * How far each output word moves when one input word is nudged.
 *
 * @param layer from words [time, model] to outputs [time, model]
 * @param words [time, model]
 * @param nudge [model], what is added to one word
 * @returns [output, input]
 */
function measureInfluence(
  layer: (words: number[][]) => number[][],
  words: number[][],
  nudge: number[],
): number[][] {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "layer", axes: "" },
    { name: "words", axes: "time model" },
    { name: "nudge", axes: "model" },
  ],
  result: [{ name: "influence", ko: "영향", axes: "output input" }],
  helpers: ["lib/homework/exercise/layers.ts"],

  cases(random): Case<Arguments>[] {
    const draw = (rows: number, columns: number) =>
      Array.from({ length: rows }, () => [...random.normals(columns)]);
    const causal = draw(5, 5).map((row, i) => row.map((share, j) => j <= i ? 0.5 + share ** 2 : 0));
    const everyone = draw(4, 4).map((row) => row.map((share) => 0.2 + Math.abs(share)));
    const alone = tabulate(3, 3, (i, j) => i === j ? 1 : 0);
    return [
      {
        property: {
          en: "By hand: the second output adds both words; a nudge of 3, 4 has the length 5",
          ko: "손으로 푼 예: 둘째 출력은 두 단어의 합. nudge 3, 4의 길이는 5",
        },
        args: [layer([[1, 0], [1, 1]], 0), [[1, 2], [3, 7]], [3, 4]],
        result: [[5, 0], [5, 5]],
      },
      {
        property: {
          en: "Each position alone, such as a feed-forward network: zeros off the diagonal",
          ko: "피드포워드처럼 위치마다 따로: 대각선 밖은 0",
        },
        args: [
          layer([0, 1, 2].map((i) => [...alone.numbers.slice(3 * i, 3 * i + 3)]), 0.3),
          draw(3, 2),
          [
            0.5,
            -1,
          ],
        ],
      },
      {
        property: {
          en: "A causal layer: nobody is moved by what comes later",
          ko: "인과 마스크가 있는 층: 뒤의 단어에는 움직이지 않습니다",
        },
        args: [layer(causal, 0.2), draw(5, 3), [...random.normals(3)]],
      },
      {
        property: {
          en: "A layer in which all words meet",
          ko: "모든 단어가 만나는 층",
        },
        args: [layer(everyone, 0.2), draw(4, 3), [...random.normals(3)]],
      },
      {
        property: { en: "A single word", ko: "단어 하나" },
        args: [layer([[2]], 0.5), draw(1, 4), [...random.normals(4)]],
      },
    ];
  },

  hints: [
    {
      en:
        "Call the layer once with the words as they are, and keep the outputs: they are what you compare with. Then once " +
        "more for each word, with only that word nudged.",
      ko:
        "먼저 단어를 그대로 넣어 층을 부르고 출력을 간직하세요. 그것과 비교합니다. 그런 다음 단어마다 그 단어만 밀고 다시 부르세요.",
    },
    {
      en:
        "To nudge without changing words, make a new list: words.map((word, i) => i === j ? … : word), with a new list " +
        "for word j as well.",
      ko:
        "words를 바꾸지 않고 밀려면 새 목록을 만드세요: words.map((word, i) => i === j ? … : word). j번째 단어도 새 목록이어야 합니다.",
    },
    {
      en:
        "Nudging word j fills *column* j: entry [i][j] is Math.hypot of the differences between output i after and before.",
      ko:
        "단어 j를 밀면 *열* j가 채워집니다. [i][j]는 출력 i의 뒤와 앞의 차이들에 Math.hypot을 쓴 값입니다.",
    },
  ],
});
