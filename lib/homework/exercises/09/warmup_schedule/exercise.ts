/**
 * Exercise 09.2: the learning rates of "Attention Is All You Need" (Vaswani et al. 2017, section 5.3).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [steps: number, options: { modelSize: number; warmup: number }];

export const warmupSchedule = defineExercise<Arguments>({
  id: "09.2",
  name: "warmupSchedule",
  title: { en: "Begin gently", ko: "조심스럽게 시작하기" },
  difficulty: 1,
  minutes: 10,
  points: 2,
  task: {
    en:
      `The learning rate of step $t$, counted from **1**, with $d$ = \`modelSize\` and $w$ = \`warmup\`:

$$\\eta_t = \\frac{1}{\\sqrt d}\\,\\min\\left(\\frac{1}{\\sqrt t},\\; \\frac{t}{w^{1.5}}\\right)$$

It rises in a straight line for $w$ steps, then falls. Return the rates of the first \`steps\` steps. Plain
numbers, no tensors.`,
    ko:
      `$t$번째 단계의 학습률입니다. 단계는 **1**부터 세고, $d$ = \`modelSize\`, $w$ = \`warmup\`입니다.

$$\\eta_t = \\frac{1}{\\sqrt d}\\,\\min\\left(\\frac{1}{\\sqrt t},\\; \\frac{t}{w^{1.5}}\\right)$$

$w$단계 동안 직선으로 오르다가 그 뒤로 떨어집니다. 처음 \`steps\`단계의 학습률을 돌려주세요. 텐서가 아니라 보통의 수로 씁니다.`,
  },
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
  result: [{ name: "rates", ko: "학습률", axes: "step" }],
  withheld: ["lib/training/optimizers/schedule.ts"],
  // Learning rates are small: an absolute tolerance for numbers around 1 would let everything pass.
  tolerance: { relative: 1e-6, absolute: 1e-12 },

  cases(random): Case<Arguments>[] {
    const drawn = { modelSize: 32 + random.integer(100), warmup: 20 + random.integer(30) };
    return [
      {
        property: {
          en: "By hand: d = 4, w = 4: 1/16, 2/16, 3/16, 4/16 and then 1/(2√5)",
          ko: "손으로 푼 예: d = 4, w = 4이면 1/16, 2/16, 3/16, 4/16, 그다음 1/(2√5)",
        },
        args: [5, { modelSize: 4, warmup: 4 }],
        result: [1 / 16, 2 / 16, 3 / 16, 4 / 16, 0.5 / Math.sqrt(5)],
      },
      {
        property: { en: "Within the warm-up the rate rises", ko: "워밍업 동안 학습률이 오릅니다" },
        args: [7, { modelSize: 128, warmup: 100 }],
      },
      {
        property: { en: "The paper's: d = 512, w = 4000", ko: "논문의 값: d = 512, w = 4000" },
        args: [6, { modelSize: 512, warmup: 4000 }],
      },
      {
        property: { en: "Up to the peak and down again", ko: "꼭대기까지 올랐다가 내려옵니다" },
        args: [3 * drawn.warmup, drawn],
      },
      {
        property: {
          en: "Warm-up of one step: it only falls",
          ko: "워밍업이 한 단계: 떨어지기만 합니다",
        },
        args: [11, { modelSize: 64, warmup: 1 }],
      },
      {
        property: { en: "One step: one rate", ko: "한 단계: 학습률 하나" },
        args: [1, { modelSize: 9, warmup: 9 }],
        result: [1 / 81],
      },
    ];
  },

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
