/**
 * Exercise 09.1: cross-entropy with label smoothing (Szegedy et al. 2016, section 7) over the rows that
 * are no padding.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Options = { smoothing: number; padId: number };

type Arguments = [logits: TensorData, targets: TensorData, options: Options];

const ids = (targets: number[]): TensorData => new TensorData([targets.length], targets, "int32");

/** Rows of normal scores; a target is -1 here where the row is padding. */
function drawn(random: Random, wanted: number[], size: number, options: Options): Arguments {
  return [
    new TensorData([wanted.length, size], [...random.normals(wanted.length * size, 0, 2)]),
    ids(wanted.map((target) => target < 0 ? options.padId : target)),
    options,
  ];
}

/** Probabilities 1/8, 1/4, 1/2 and 1/8. */
const halves = [0, Math.LN2, 2 * Math.LN2, 0];

export const labelSmoothing = defineExercise<Arguments>({
  id: "09.1",
  name: "labelSmoothing",
  title: { en: "A loss that is never quite sure", ko: "끝까지 단정하지 않는 손실" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `With smoothing $\\varepsilon$, what is wanted, $y$, is no longer 1 for the right token: $\\varepsilon$ is shared out
evenly among all $V$ tokens, the right one included, which keeps $1 - \\varepsilon$ besides. A row's loss is
$-\\sum_j y_j \\log p_j$, $p$ being the softmax of the logits. Return the mean over the rows whose target is
not padding (at least one). Logits may be large. (A mask of rows is [row]; so is \`tf.sum(x, -1)\`, without \`true\`.)`,
    ko:
      `레이블 스무딩(label smoothing) $\\varepsilon$을 쓰면 정답 토큰의 목표 $y_j$가 더는 1이 아닙니다. $\\varepsilon$은 정답을 포함한 토큰 $V$개에 똑같이
나누고, 정답 토큰은 거기에 $1 - \\varepsilon$을 더 가집니다. 한 행의 손실은 $-\\sum_j y_j \\log p_j$이고, $p$는 로짓의 softmax입니다. 정답이 패딩이
아닌 행들의 평균을 돌려주세요. 패딩이 아닌 행은 적어도 하나 있고, 로짓은 클 수 있습니다. (행을 고르는 마스크의 모양은 [row]입니다.
\`true\` 없이 \`tf.sum(x, -1)\`만 쓰면 그 모양도 [row]입니다.)`,
  },
  card: ["oneHot", "cast", "mul", "add", "logSoftmax", "sum", "neg", "notEqual", "div"],
  stub: `/**
 * Cross-entropy with label smoothing. Rows of padding count nowhere.
 *
 * @param logits [row, vocab], before any softmax
 * @param targets int32 [row]: the right token of each row, or padId
 * @param options smoothing: the share that is spread over all tokens; padId: the id of padding
 * @returns a tensor without axes: the mean loss of the rows that are no padding
 */
function labelSmoothing(
  logits: Axes<"row vocab">,
  targets: Axes<"row">,
  { smoothing, padId }: { smoothing: number; padId: number },
): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "logits", axes: "row vocab" },
    { name: "targets", axes: "row" },
    { name: "options", axes: "" },
  ],
  result: [{ name: "loss", ko: "손실", axes: "" }],
  withheld: ["lib/tensor/ops/cross_entropy.ts"],

  cases(random): Case<Arguments>[] {
    const usual = { smoothing: 0.1, padId: 0 };
    return [
      {
        property: {
          en: "By hand: p = 1/8, 1/4, 1/2, 1/8, wanted 0.05, 0.05, 0.85, 0.05: 1.25 · ln 2",
          ko: "손으로 푼 예: p = 1/8, 1/4, 1/2, 1/8, 목표 0.05, 0.05, 0.85, 0.05이면 1.25 · ln 2",
        },
        args: [TensorData.fromRows([halves]), ids([2]), { smoothing: 0.2, padId: 3 }],
        result: new TensorData([], [1.25 * Math.LN2]),
      },
      {
        property: {
          en: "By hand: no smoothing, −ln ½ and −ln ¼ and a row of padding: 1.5 · ln 2",
          ko: "손으로 푼 예: 스무딩 0, −ln ½과 −ln ¼, 그리고 패딩인 행 하나이면 1.5 · ln 2",
        },
        args: [
          TensorData.fromRows([halves, halves, halves]),
          ids([2, 0, 1]),
          { smoothing: 0, padId: 0 },
        ],
        result: new TensorData([], [1.5 * Math.LN2]),
      },
      {
        property: { en: "Every row real", ko: "모두 패딩이 아닌 행" },
        args: drawn(random, [2, 6, 1, 5], 7, usual),
      },
      {
        property: {
          en: "Padding counts nowhere",
          ko: "패딩은 어디에도 들어가지 않습니다",
        },
        args: drawn(random, [2, -1, 3, -1, -1], 5, usual),
      },
      {
        property: { en: "Another padding, more smoothing", ko: "다른 패딩 id, 더 큰 스무딩" },
        args: drawn(random, [0, 9, -1, 1], 11, { smoothing: 0.3, padId: 4 }),
      },
      {
        property: {
          en: "Logits of ±300: the loss is large, and finite",
          ko: "로짓이 ±300: 손실은 크지만 유한합니다",
        },
        args: [
          TensorData.fromRows([[300, -300, 0, 100, -200], [-200, 1, 2, 300, 3]]),
          ids([2, 3]),
          usual,
        ],
      },
    ];
  },

  hints: [
    {
      en:
        "Three steps: what is wanted of each row, each row's loss against it, the mean over real rows.",
      ko:
        "세 단계입니다. 행마다 목표 분포를 만들고, 그에 대한 행의 손실을 구하고, 실제 행에서 평균을 냅니다.",
    },
    {
      en:
        "Wanted is the one-hot row times 1 − ε, plus ε / V everywhere. A mask that is 1 for real rows and 0 " +
        "for padding serves twice: above the fraction line and below.",
      ko:
        "목표 분포는 원-핫 행에 1 − ε을 곱하고 모든 자리에 ε / V를 더한 것입니다. 실제 행은 1, 패딩은 0인 마스크를 분자와 분모에 한 번씩, 모두 두 번 씁니다.",
    },
    {
      en:
        "With wanted [row, vocab], a row's loss is minus the sum of wanted · tf.logSoftmax(logits) over the " +
        "last axis. Divide the sum of loss · mask by the sum of the mask.",
      ko:
        "wanted [row, vocab]이 있으면 행의 손실은 wanted · tf.logSoftmax(logits)를 마지막 축에서 더해 부호를 바꾼 것입니다. 손실 · 마스크의 합을 마스크의 합으로 나누세요.",
    },
  ],
});
