/**
 * Exercise 06.4: a W_Q by hand. A turn is linear, so a matrix does it for all positions at once (Vaswani et al.
 * 2017, section 3.5), and a head whose queries are the keys of k places before looks k places back.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [modelSize: number, offset: number];

export const lookBackQueries = defineExercise<Arguments>({
  id: "06.4",
  name: "lookBackQueries",
  title: { en: "A head that looks back", ko: "뒤돌아보는 헤드" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Design $W_Q$ so that a head looks \`offset\` places back: the encoding of **every** position _t_, a row, times
$W_Q$ is the encoding of position _t_ − \`offset\`. Remember the 2 × 2 matrix of one hand (in the lesson it turned
*on*): each hand has its own, along the diagonal, with zeros everywhere else. Or let your \`rotateByOffset\` do the
work: which rows would you give it?`,
    ko:
      `헤드가 \`offset\`자리 앞을 보도록 $W_Q$를 설계하세요. **어느** 위치 _t_의 인코딩이든 행벡터로 놓고 $W_Q$를 곱하면 위치 _t_ − \`offset\`의
인코딩이 됩니다. 바늘 하나의 2 × 2 행렬을 떠올리세요(수업에서는 *뒤로* 돌렸습니다). 바늘마다 자기 행렬이 대각선을 따라 놓이고, 나머지는 모두 0입니다. 직접 쓴 \`rotateByOffset\`에
맡길 수도 있습니다. 어떤 행들을 넣어야 할까요?`,
  },
  card: ["eye", "tensor2d"],
  stub: `/**
 * The query matrix of a head that looks some places back, for sinusoidal encodings.
 *
 * @param modelSize how many dimensions, an even number
 * @param offset how many places back; negative for forward
 * @returns [model, model], multiplied from the right
 */
function lookBackQueries(modelSize: number, offset: number): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "modelSize", axes: "" }, { name: "offset", axes: "" }],
  result: [{ name: "weights", ko: "가중치", axes: "model model" }],
  uses: ["06.2"],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: one hand, one place back: cos 1 and sin 1 above −sin 1 and cos 1",
          ko:
            "손으로 푼 예: 바늘 하나, 한 자리 앞. 위 행은 cos 1과 sin 1, 아래 행은 −sin 1과 cos 1",
        },
        args: [2, 1],
        result: TensorData.fromRows([[0.540302, 0.841471], [-0.841471, 0.540302]]),
      },
      {
        property: {
          en: "By hand: two hands, two places: turns by 2 and by 2/100, zeros between the hands",
          ko: "손으로 푼 예: 바늘 둘, 두 자리. 2와 2/100만큼 돌고, 바늘 사이는 0",
        },
        args: [4, 2],
        result: TensorData.fromRows([
          [-0.416147, 0.909297, 0, 0],
          [-0.909297, -0.416147, 0, 0],
          [0, 0, 0.9998, 0.019999],
          [0, 0, -0.019999, 0.9998],
        ]),
      },
      {
        property: { en: "Three hands, five places back", ko: "바늘 셋, 다섯 자리 앞" },
        args: [6, 5],
      },
      {
        property: { en: "Two places forward", ko: "두 자리 뒤" },
        args: [10, -2],
      },
      {
        property: { en: "Many hands, far back", ko: "바늘이 많고 멀리 앞" },
        args: [14, 7 + random.integer(20)],
      },
    ];
  },

  hints: [
    {
      en:
        "Ask for one hand first: which 2 × 2 matrix, multiplied from the left by (sin ωt, cos ωt), gives sin ω(t − k) and " +
        "cos ω(t − k)? A column of it is what one new number is made of.",
      ko:
        "먼저 바늘 하나만 보세요. (sin ωt, cos ωt)를 왼쪽에서 곱하면 sin ω(t − k)와 cos ω(t − k)가 되는 2 × 2 행렬은 무엇일까요? 열 하나가 새 수 하나를 만듭니다.",
    },
    {
      en:
        "Sin (a − b) is sin a cos b − cos a sin b, and cos (a − b) is cos a cos b + sin a sin b. The factors of sin a are " +
        "the matrix's first row, those of cos a its second.",
      ko:
        "sin (a − b)는 sin a cos b − cos a sin b, cos (a − b)는 cos a cos b + sin a sin b입니다. sin a에 곱하는 수들이 첫 행, cos a에 곱하는 수들이 둘째 행입니다.",
    },
    {
      en:
        "A row of the identity matrix times W is that row of W. So turn the rows of tf.eye(modelSize) as you turn " +
        "encodings, by −offset.",
      ko:
        "단위행렬의 한 행에 W를 곱하면 W의 그 행이 됩니다. 그러니 인코딩을 돌리듯 tf.eye(modelSize)의 행들을 −offset만큼 돌리세요.",
    },
  ],
});
