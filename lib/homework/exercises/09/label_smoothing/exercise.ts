/**
 * Exercise 09.1: cross-entropy with label smoothing (Szegedy et al. 2016, section 7) over the rows that
 * are no padding.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { mean, softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Options = { readonly smoothing: number; readonly padId: number };

export type Arguments = [logits: TensorData, targets: TensorData, options: Options];

/** The share of each token in what is wanted: the right token's, and any other's. */
type Shares = (
  smoothing: number,
  vocabularySize: number,
) => readonly [right: number, other: number];

export const smoothed: Shares = (e, size) => [1 - e + e / size, e / size];

/** The loss of each row against the wanted shares, and whether the row counts. */
export function rowLosses(
  [logits, targets, { smoothing, padId }]: Arguments,
  shares: Shares,
): { loss: number; real: boolean }[] {
  return logits.rows().map((scores, row) => {
    const target = targets.numbers[row];
    const [right, other] = shares(smoothing, scores.length);
    const surprises = softmax(scores).map((probability) => -Math.log(probability));
    const losses = surprises.map((surprise, id) => surprise * (id === target ? right : other));
    return { loss: losses.reduce((sum, loss) => sum + loss, 0), real: target !== padId };
  });
}

/** The mean over the rows that count. */
export function meanOfReal(args: Arguments, shares: Shares = smoothed): TensorData {
  const real = rowLosses(args, shares).filter((row) => row.real);
  return scalar(mean(real.map(({ loss }) => loss)));
}

export const scalar = (value: number): TensorData => new TensorData([], [value]);

/** Rows of normal scores; a target is -1 here where the row is padding. */
function drawn(random: Random, wanted: number[], size: number, options: Options): Arguments {
  const targets = wanted.map((target) => target < 0 ? options.padId : target);
  return [
    new TensorData([wanted.length, size], [...random.normals(wanted.length * size, 0, 2)]),
    new TensorData([targets.length], targets, "int32"),
    options,
  ];
}

export const labelSmoothing = defineExercise<Arguments, TensorData>({
  id: "09.1",
  name: "labelSmoothing",
  title: "A loss that is never quite sure",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task:
    `With smoothing $\\varepsilon$, what is wanted of a row is no longer 1 for the right token: $\\varepsilon$ is shared
out evenly among all $V$ tokens, the right one included, which keeps $1 - \\varepsilon$ besides. A row's loss is
$-\\sum_j w_j \\log p_j$, where $p$ is the softmax of the logits. Return the mean over the rows whose target is
not padding. \`tf.oneHot\` and \`tf.logSoftmax\` may be used; at least one row is real.`,
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
  result: [{ name: "loss", axes: "" }],
  withheld: ["lib/tensor/ops/cross_entropy.ts"],

  cases(random): Case<Arguments>[] {
    const byHand: Arguments = [
      TensorData.fromRows([[0, Math.log(3)]]),
      new TensorData([1], [1], "int32"),
      { smoothing: 0.2, padId: 0 },
    ];
    const usual = { smoothing: 0.1, padId: 0 };
    return [
      { property: "By hand: p = 1/4 and 3/4, wanted 0.1 and 0.9", args: byHand },
      {
        property: "Smoothing 0 is the ordinary cross-entropy",
        args: drawn(random, [3, 1, 4], 5, { smoothing: 0, padId: 0 }),
      },
      { property: "Every row real", args: drawn(random, [2, 6, 1, 5], 7, usual) },
      { property: "Padding counts nowhere", args: drawn(random, [2, -1, 3, -1, -1], 5, usual) },
      {
        property: "Another padding, more smoothing",
        args: drawn(random, [0, 9, -1, 1], 11, { smoothing: 0.3, padId: 4 }),
      },
    ];
  },

  reference: (...args) => meanOfReal(args),

  hints: [
    {
      en:
        "Three steps: what is wanted of each row, each row's loss against it, the mean over real rows.",
      ko:
        "세 단계입니다. 행마다 바라는 몫을 만들고, 그에 대한 행의 손실을 구하고, 실제 행에서 평균을 냅니다.",
    },
    {
      en:
        "Wanted is the one-hot row times 1 − ε, plus ε / V everywhere. A mask that is 1 for real rows and 0 " +
        "for padding serves twice: above the fraction line and below.",
      ko:
        "바라는 몫은 원-핫 행에 1 − ε을 곱하고 모든 자리에 ε / V를 더한 것입니다. 실제 행은 1, 패딩은 0인 마스크를 분자와 분모에 한 번씩, 모두 두 번 씁니다.",
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
