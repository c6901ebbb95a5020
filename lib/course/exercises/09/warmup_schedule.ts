/**
 * Exercise 09.2: the learning rates of "Attention Is All You Need" (Vaswani et al. 2017, section 5.3).
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";

type Arguments = [steps: number, options: { readonly modelSize: number; readonly warmup: number }];
type Rate = (step: number, warmup: number, modelSize: number) => number;

const published: Rate = (step, warmup, modelSize) =>
  modelSize ** -0.5 * Math.min(step ** -0.5, step * warmup ** -1.5);

/** The rates of all steps, the first of which is `first`. */
function rates([steps, { modelSize, warmup }]: Arguments, rate: Rate, first = 1): number[] {
  return Array.from({ length: steps }, (_, i) => rate(first + i, warmup, modelSize));
}

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

export const warmupSchedule = defineExercise<Arguments, readonly number[]>({
  id: "09.2",
  name: "warmupSchedule",
  title: "Begin gently",
  difficulty: 1,
  minutes: 10,
  points: 2,
  task:
    `The learning rate of step $t$, counted from **1**, with $d$ = \`modelSize\` and $w$ = \`warmup\`:

$$\\eta_t = \\frac{1}{\\sqrt d}\\,\\min\\left(\\frac{1}{\\sqrt t},\\; \\frac{t}{w^{1.5}}\\right)$$

It rises in a straight line for $w$ steps, then falls. Return the rates of the first \`steps\` steps. Plain
numbers, no tensors.`,
  stub: `/**
 * The learning rates of a warm-up schedule.
 *
 * @param steps how many rates are wanted; the first is that of step 1
 * @param options modelSize: d_model; warmup: for how many steps the rate rises
 * @returns [step], one rate for each step
 */
function warmupSchedule(
  steps: number,
  { modelSize, warmup }: { modelSize: number; warmup: number },
): number[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "steps", axes: "" }, { name: "options", axes: "" }],
  result: [{ name: "rates", axes: "step" }],
  withheld: ["lib/training/optimizers/schedule.ts"],
  // Learning rates are small: an absolute tolerance for numbers around 1 would let everything pass.
  tolerance: { relative: 1e-6, absolute: 1e-12 },

  cases(random): Case<Arguments>[] {
    const drawn = { modelSize: 32 + random.integer(100), warmup: 20 + random.integer(30) };
    return [
      { property: "By hand: d = 4, w = 4, steps 1 to 5", args: [5, { modelSize: 4, warmup: 4 }] },
      { property: "Within the warm-up the rate rises", args: [7, { modelSize: 128, warmup: 100 }] },
      { property: "The paper's: d = 512, w = 4000", args: [6, { modelSize: 512, warmup: 4000 }] },
      { property: "Up to the peak and down again", args: [3 * drawn.warmup, drawn] },
      { property: "Warm-up of one step: it only falls", args: [11, { modelSize: 64, warmup: 1 }] },
    ];
  },

  reference: (...args) => rates(args, published),

  mistakes: [
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
  ],

  hints: [
    {
      en: "A list of numbers, one for each step. Which step number has the entry with index 0?",
      ko: "단계마다 숫자 하나인 목록입니다. 인덱스 0인 칸은 몇 번째 단계일까요?",
    },
    {
      en:
        "Both terms are powers: 1/√t is t ** -0.5, and w to the power of −1.5 is w ** -1.5. At t = w they " +
        "are equal; that is the peak.",
      ko:
        "두 항은 모두 거듭제곱입니다. 1/√t는 t ** -0.5이고, w의 −1.5제곱은 w ** -1.5입니다. t = w에서 둘이 같아지고, 거기가 꼭대기입니다.",
    },
    {
      en:
        "Array.from({ length: steps }, (_, i) => …) with t = i + 1, and in it modelSize ** -0.5 times " +
        "Math.min of the two terms.",
      ko:
        "Array.from({ length: steps }, (_, i) => …)에서 t = i + 1로 두고, modelSize ** -0.5에 두 항의 Math.min을 곱하세요.",
    },
  ],
});
