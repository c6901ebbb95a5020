/**
 * Exercise 03.5: one sentence asks another, from the words' vectors to the output (Vaswani et al. 2017, section
 * 3.2.3). It is 03.2 and 03.3 put together: who asks and who answers is what has to be right.
 *
 * @module
 */
import { matrix, tabulate, whole } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [
  asking: TensorData,
  asked: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  valueWeights: TensorData,
];

export const crossAttention = defineExercise<Arguments>({
  id: "03.5",
  name: "crossAttention",
  title: { en: "One sentence asks another", ko: "한 문장이 다른 문장에 묻기" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `From words to output: each word of \`asking\` asks, the words of \`asked\` are found and answer. Make
queries, keys and values with $W_Q$, $W_K$ and $W_V$, each from the right sentence, and let them attend. Leave
out $\\sqrt{d_k}$. Your own \`project\` and \`attend\` may help: but \`project\` makes all three roles from *one*
sentence.`,
    ko:
      `단어에서 출력까지 갑니다. \`asking\`의 단어가 묻고, \`asked\`의 단어가 찾아져 대답합니다. $W_Q$, $W_K$, $W_V$로 쿼리, 키, 값을 각각
맞는 문장에서 만들어 어텐션을 계산하세요. $\\sqrt{d_k}$로 나누지는 마세요. 앞에서 만든 \`project\`와 \`attend\`를 써도 되지만,
\`project\`는 세 역할을 *한* 문장에서 만듭니다.`,
  },
  card: ["matMul plain", "matMul", "softmax"],
  stub: `/**
 * Cross-attention without a scale, from the words of two sentences.
 *
 * @param asking [query, model]: the words that ask
 * @param asked [key, model]: the words that are found and answer
 * @param queryWeights [model, dim]
 * @param keyWeights [model, dim]
 * @param valueWeights [model, value]
 * @returns output [query, value] and weights [query, key]; each row of the weights sums to 1
 */
function crossAttention(
  asking: Axes<"query model">,
  asked: Axes<"key model">,
  queryWeights: Axes<"model dim">,
  keyWeights: Axes<"model dim">,
  valueWeights: Axes<"model value">,
): { output: Axes<"query value">; weights: Axes<"query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "asking", axes: "query model" },
    { name: "asked", axes: "key model" },
    { name: "queryWeights", axes: "model dim" },
    { name: "keyWeights", axes: "model dim" },
    { name: "valueWeights", axes: "model value" },
  ],
  result: [{ name: "weights", axes: "query key" }, { name: "output", axes: "query value" }],
  withheld: ["lib/attention/without_parameters.ts", "lib/attention/dot_product.ts"],
  uses: ["03.2", "03.3"],

  cases(random): Case<Arguments>[] {
    const three = () => [matrix(random, 5, 3), matrix(random, 5, 3), matrix(random, 5, 2)] as const;
    const sentence = matrix(random, 3, 5);
    return [
      {
        property: {
          en: "Worked by hand: query [ln 3, 0], keys [1, 3] and [0, 1], weights 3/4 and 1/4, " +
            "output 3/4 · [4, 8] + 1/4 · [0, 8]",
          ko: "손으로 푼 예: 쿼리 [ln 3, 0], 키 [1, 3]과 [0, 1], 가중치 3/4과 1/4, " +
            "출력 3/4 · [4, 8] + 1/4 · [0, 8]",
        },
        args: [
          TensorData.fromRows([[1, 0]]),
          TensorData.fromRows([[1, 1], [0, 1]]),
          TensorData.fromRows([[Math.log(3), 0], [0, 5]]),
          TensorData.fromRows([[1, 2], [0, 1]]),
          TensorData.fromRows([[4, 0], [0, 8]]),
        ],
        result: {
          weights: TensorData.fromRows([[0.75, 0.25]]),
          output: TensorData.fromRows([[3, 8]]),
        },
      },
      {
        property: {
          en: "Nothing is asked (W_Q is 0): equal weights, and the mean of the values",
          ko: "묻는 것이 없음(W_Q가 0): 가중치가 같고, 출력은 값들의 평균입니다",
        },
        args: [
          matrix(random, 2, 5),
          matrix(random, 7, 5),
          tabulate(5, 3, () => 0),
          matrix(random, 5, 3),
          matrix(random, 5, 2),
        ],
      },
      {
        property: {
          en: "One word answers: its weight is 1, and every output is its value",
          ko: "대답하는 단어가 하나: 가중치는 1, 출력은 모두 그 단어의 값입니다",
        },
        args: [matrix(random, 3, 5), matrix(random, 1, 5), ...three()],
      },
      {
        property: {
          en: "Two sentences of one length",
          ko: "길이가 같은 두 문장",
        },
        args: [matrix(random, 5, 5), matrix(random, 5, 5), ...three()],
      },
      {
        property: {
          en: "More words ask than answer, and all matrices are square",
          ko: "묻는 단어가 대답하는 단어보다 많고, 행렬은 모두 정사각",
        },
        args: [
          matrix(random, 7, 3),
          matrix(random, 2, 3),
          matrix(random, 3, 3),
          matrix(random, 3, 3),
          matrix(random, 3, 3),
        ],
      },
      {
        property: {
          en: "Self-attention: the sentence asks itself",
          ko: "셀프 어텐션: 문장이 스스로에게 묻습니다",
        },
        args: [sentence, sentence, ...three()],
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [
          whole(matrix(random, 2, 3, 9)),
          whole(matrix(random, 5, 3, 9)),
          whole(matrix(random, 3, 2, 3)),
          whole(matrix(random, 3, 2, 3)),
          matrix(random, 3, 7),
        ],
      },
    ];
  },

  hints: [
    {
      en:
        "Write the shapes beside the names. The weights are [query, key]: which sentence has the rows, and which the columns?",
      ko:
        "이름 옆에 모양을 적어 보세요. 가중치는 [query, key]입니다. 행은 어느 문장의 것이고 열은 어느 문장의 것일까요?",
    },
    {
      en:
        "Queries come from the sentence that asks. Keys and values come both from the sentence that is asked.",
      ko: "쿼리는 묻는 문장에서 나옵니다. 키와 값은 둘 다 대답하는 문장에서 나옵니다.",
    },
    {
      en:
        "Queries are asking · W_Q, keys asked · W_K, values asked · W_V. Then softmax of queries · keysᵀ along the last " +
        "axis, and these weights times the values.",
      ko:
        "쿼리는 asking · W_Q, 키는 asked · W_K, 값은 asked · W_V입니다. 쿼리 · 키ᵀ에 마지막 축을 따라 softmax를 취하고, 그 가중치에 값을 곱하세요.",
    },
  ],
});
