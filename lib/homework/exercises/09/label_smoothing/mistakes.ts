/**
 * Wrong answers to exercise 09.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { mean } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, meanOfReal, rowLosses, scalar, smoothed } from "./exercise.ts";

/** A whole cell with its own wanted shares and its own mean. */
function variant(
  { wanted = "tf.add(tf.mul(oneHot, 1 - smoothing), smoothing / vocab)", result = soundMean }: {
    wanted?: string;
    result?: string;
  },
): string {
  return `function labelSmoothing(
  logits: Axes<"row vocab">,
  targets: Axes<"row">,
  { smoothing, padId }: { smoothing: number; padId: number },
): tf.Tensor {
  const vocab = logits.shape[1];
  const oneHot = tf.cast(tf.oneHot(targets, vocab), "float32");
  const real = tf.cast(tf.notEqual(targets, padId), "float32");
  const wanted = ${wanted};
  const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  return ${result};
}`;
}

const soundMean = "tf.div(tf.sum(tf.mul(losses, real)), tf.sum(real))";

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "rows whose target is padding count in the mean",
    hint: {
      en:
        "Rows of padding still count. Setting their loss to 0 is not enough: the sum must also be divided " +
        "by the number of real rows, not of all rows. Else the loss falls when a batch has more padding.",
      ko:
        "패딩인 행이 아직 평균에 들어갑니다. 그 손실을 0으로 두는 것만으로는 부족합니다. 전체 행이 아니라 실제 행의 수로 나누어야 합니다. " +
        "그러지 않으면 패딩이 많은 배치일수록 손실이 작아집니다.",
    },
    source: variant({ result: "tf.mean(tf.mul(losses, real))" }),
    values: (...args) => {
      const rows = rowLosses(args, smoothed);
      const all = rows.map(({ loss }) => loss);
      const real = rows.map((row) => row.real ? row.loss : 0);
      const sum = all.reduce((total, loss) => total + loss, 0);
      const count = rows.filter((row) => row.real).length;
      return [mean(real), mean(all), sum / count].map(scalar);
    },
  },
  {
    name: "the mass does not sum to 1",
    hint: {
      en:
        "What you want of a row does not sum to 1. Add it up: ε is divided among V tokens, ε / V each, and " +
        "only 1 − ε is left for the right one, which also gets its ε / V.",
      ko:
        "한 행에서 바라는 몫을 모두 더해도 1이 되지 않습니다. 더해 보세요. ε을 토큰 V개에 ε / V씩 나누고, 정답 토큰에는 남은 1 − ε에 자기 몫 " +
        "ε / V를 더해 줍니다.",
    },
    source: variant({ wanted: "tf.add(oneHot, smoothing / vocab)" }),
    values: (...args) => [
      meanOfReal(args, (e, size) => [1 + e / size, e / size]),
      meanOfReal(args, (e, size) => [1 - e, e / size]),
      meanOfReal(args, (e) => [1 - e, e]),
      meanOfReal(args, (e) => [1, e]),
      meanOfReal(args, (e, size) => [1 - e + e / (size - 1), e / (size - 1)]),
    ],
  },
  {
    name: "only the wrong tokens share it",
    hint: {
      en:
        "You share ε among the wrong tokens alone. Some books do; here all V tokens share it, the right " +
        "one too: ε / V each, and the right one has 1 − ε besides.",
      ko:
        "ε을 틀린 토큰에만 나누었습니다. 그렇게 정의하는 책도 있지만 여기서는 정답을 포함한 V개 토큰이 모두 ε / V씩 받고, 정답은 1 − ε을 더 " +
        "받습니다.",
    },
    source: variant({
      wanted:
        "tf.add(tf.mul(oneHot, 1 - smoothing), tf.mul(tf.sub(1, oneHot), smoothing / (vocab - 1)))",
    }),
    values: (...args) => [meanOfReal(args, (e, size) => [1 - e, e / (size - 1)])],
  },
  {
    name: "no smoothing",
    hint: {
      en:
        "Your loss is the ordinary cross-entropy: `smoothing` has no influence. Mix what is wanted, the " +
        "one-hot row, with an even share for every token.",
      ko:
        "보통의 교차 엔트로피입니다. `smoothing`이 아무 영향을 주지 않습니다. 원-핫 행에 모든 토큰의 고른 몫을 섞으세요.",
    },
    source: variant({ wanted: "oneHot" }),
    values: (...args) => [meanOfReal(args, () => [1, 0])],
  },
  {
    name: "sum instead of mean",
    hint: {
      en:
        "You add the losses up. A batch with more words would then have a larger loss: divide by the " +
        "number of rows that are no padding.",
      ko:
        "손실을 더하기만 했습니다. 그러면 단어가 많은 배치일수록 손실이 커집니다. 패딩이 아닌 행의 수로 나누세요.",
    },
    source: variant({ result: "tf.sum(tf.mul(losses, real))" }),
    values: (...args) => {
      const real = rowLosses(args, smoothed).filter((row) => row.real);
      return [scalar(real.reduce((sum, { loss }) => sum + loss, 0))];
    },
  },
];
