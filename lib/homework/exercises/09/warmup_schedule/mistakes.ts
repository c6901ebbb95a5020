/**
 * Wrong answers to exercise 09.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, published, rates } from "./exercise.ts";

/** A whole cell with its own rate of step number `step`. */
function variant(
  rate: string,
  { step = "i + 1", size = "modelSize ** -0.5 * " }: { step?: string; size?: string } = {},
): string {
  return `function warmupSchedule(
  steps: number,
  { modelSize, warmup }: { modelSize: number; warmup: number },
): number[] {
  void modelSize;
  void warmup;
  return Array.from({ length: steps }, (_, i) => {
    const step = ${step};
    return ${size}${rate};
  });
}`;
}

const sound = "Math.min(step ** -0.5, step * warmup ** -1.5)";

export const mistakes: readonly Mistake<Arguments, readonly number[]>[] = [
  {
    name: "step from 0",
    hint: {
      en:
        "Your first rate is that of step 0, which is 0: the first batch would be computed for nothing, and " +
        "every later rate comes one step late. Steps are counted from 1.",
      ko:
        "첫 학습률이 0번째 단계의 값인 0입니다. 첫 배치는 헛되이 계산되고, 그 뒤의 학습률도 모두 한 단계씩 늦습니다. 단계는 1부터 셉니다.",
    },
    source: variant(sound, { step: "i" }),
    values: (...args) => [rates(args, published, 0)],
  },
  {
    name: "max for min",
    hint: {
      en:
        "Your rate falls first and then rises without end: you take the larger of the two. The smaller " +
        "one is the rising line during the warm-up and the falling root after it.",
      ko:
        "학습률이 먼저 떨어졌다가 끝없이 오릅니다. 둘 가운데 큰 쪽을 골랐습니다. 작은 쪽은 워밍업 동안에는 오르는 직선이고 그 뒤에는 떨어지는 제곱근입니다.",
    },
    source: variant("Math.max(step ** -0.5, step * warmup ** -1.5)"),
    values: (...args) => [
      rates(args, (t, w, d) => d ** -0.5 * Math.max(t ** -0.5, t * w ** -1.5)),
    ],
  },
  {
    name: "no warm-up",
    hint: {
      en:
        "Your largest rate is the first one: there is no warm-up. Adam knows least at the start, so the " +
        "rate must rise for `warmup` steps first.",
      ko:
        "첫 학습률이 가장 큽니다. 워밍업이 없습니다. Adam은 처음에 아는 것이 가장 적으므로 먼저 `warmup` 단계 동안 학습률이 올라야 합니다.",
    },
    source: variant("step ** -0.5"),
    values: (...args) => [rates(args, (t, _, d) => (d * t) ** -0.5)],
  },
  {
    name: "never falls",
    hint: {
      en:
        "After the warm-up your rate does not fall. From step `warmup` on it is 1/√t that counts, the " +
        "smaller of the two terms.",
      ko:
        "워밍업이 끝난 뒤에도 학습률이 떨어지지 않습니다. `warmup` 단계부터는 두 항 가운데 작은 1/√t가 쓰입니다.",
    },
    source: variant("step * warmup ** -1.5"),
    values: (...args) => [
      rates(args, (t, w, d) => d ** -0.5 * t * w ** -1.5),
      rates(args, (t, w, d) => d ** -0.5 * Math.min(t * w ** -1.5, w ** -0.5)),
    ],
  },
  {
    name: "without the size of the model",
    hint: {
      en:
        "Your curve has the right form and the wrong height: a wide model needs smaller steps. Divide by " +
        "√d, not by d, and do not leave it out.",
      ko:
        "곡선의 모양은 맞지만 높이가 다릅니다. 모델이 넓을수록 걸음이 작아야 합니다. 빠뜨리지 말고, d가 아니라 √d로 나누세요.",
    },
    source: variant(sound, { size: "" }),
    values: (...args) => [
      ...[0.5, 1, -0.5].map((power) => rates(args, (t, w, d) => d ** power * published(t, w, d))),
    ],
  },
];
