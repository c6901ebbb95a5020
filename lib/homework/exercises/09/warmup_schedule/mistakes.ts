/**
 * Wrong answers to exercise 09.2 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { warmupSchedule } from "./solution.ts";

/** The rate of step `t`, `w` steps of warm-up, a model of size `d`. */
type Rate = (t: number, w: number, d: number) => number;

const published: Rate = (t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t * w ** -1.5);

/** A schedule of another rate. */
function schedule(rate: Rate): typeof warmupSchedule {
  return (steps, { modelSize, warmup }) =>
    Array.from({ length: steps }, (_, i) => rate(i + 1, warmup, modelSize));
}

export const mistakes: readonly Mistake<typeof warmupSchedule>[] = [
  {
    name: { en: "step from 0", ko: "단계를 0부터 셈" },
    hint: {
      en:
        "Your first rate is that of step 0, which is 0: the first batch would be computed for nothing, and " +
        "every later rate comes one step late. Steps are counted from 1.",
      ko:
        "첫 학습률이 0번째 단계의 값인 0입니다. 첫 배치는 헛되이 계산되고, 그 뒤의 학습률도 모두 한 단계씩 늦습니다. 단계는 1부터 셉니다.",
    },
    answer: schedule((t, w, d) => published(t - 1, w, d)),
  },
  {
    name: { en: "the first rate twice", ko: "첫 학습률이 두 번" },
    hint: {
      en:
        "Your first two rates are the same: the list counts from 0, you keep 0 from being divided by, and so " +
        "every later rate comes one step late. The entry with index 0 is step 1, that with index 1 is step 2.",
      ko:
        "처음 두 학습률이 같습니다. 인덱스 0을 0으로 나누지 않게만 고쳐서 그 뒤의 학습률이 모두 한 단계씩 늦습니다. 인덱스 0이 1번째 단계, 인덱스 1이 " +
        "2번째 단계입니다.",
    },
    answer: schedule((t, w, d) => published(Math.max(1, t - 1), w, d)),
  },
  {
    name: { en: "one rate too many", ko: "학습률이 하나 더 많음" },
    hint: {
      en: "Your list is one longer than `steps`: look at where your loop begins and where it ends.",
      ko: "목록이 `steps`보다 하나 깁니다. 반복문이 어디서 시작하고 어디서 끝나는지 보세요.",
    },
    answer: (steps, { modelSize, warmup }) =>
      Array.from({ length: steps + 1 }, (_, t) => published(t, warmup, modelSize)),
    variants: [
      (steps, { modelSize, warmup }) =>
        Array.from({ length: steps + 1 }, (_, i) => published(i + 1, warmup, modelSize)),
    ],
  },
  {
    name: { en: "one rate too few", ko: "학습률이 하나 모자람" },
    hint: {
      en: "Your list is one shorter than `steps`: the last step is missing, or the first.",
      ko: "목록이 `steps`보다 하나 짧습니다. 마지막 단계나 첫 단계가 빠졌습니다.",
    },
    answer: (steps, { modelSize, warmup }) =>
      Array.from({ length: steps - 1 }, (_, i) => published(i + 1, warmup, modelSize)),
    variants: [
      (steps, { modelSize, warmup }) =>
        Array.from({ length: steps - 1 }, (_, i) => published(i + 2, warmup, modelSize)),
    ],
  },
  {
    name: { en: "holes in the list", ko: "목록의 빈자리" },
    hint: {
      en:
        "Your list has the right length and nothing in it: Array(steps) has holes, and map passes over them. Fill it first, or " +
        "use Array.from.",
      ko:
        "목록의 길이는 맞지만 안이 비어 있습니다. Array(steps)에는 빈자리뿐이고 map은 빈자리를 건너뜁니다. 먼저 fill로 채우거나 Array.from을 쓰세요.",
    },
    answer: (steps) => Array(steps).map((_, i) => i),
  },
  {
    name: { en: "one number instead of a list", ko: "목록이 아니라 수 하나" },
    hint: {
      en:
        "You return the rate of one step. `steps` says how many rates are wanted: a list, from step 1 on.",
      ko:
        "한 단계의 학습률만 돌려줍니다. `steps`는 학습률의 개수입니다. 1번째 단계부터 목록으로 돌려주세요.",
    },
    answer: (steps, { modelSize, warmup }) => published(steps, warmup, modelSize),
  },
  {
    name: { en: "max for min", ko: "min 자리에 max" },
    hint: {
      en:
        "Your rate falls first and then rises without end: you take the larger of the two. The smaller " +
        "one is the rising line during the warm-up and the falling root after it.",
      ko:
        "학습률이 먼저 떨어졌다가 끝없이 오릅니다. 둘 가운데 큰 쪽을 골랐습니다. 작은 쪽은 워밍업 동안에는 오르는 직선이고 그 뒤에는 떨어지는 제곱근입니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * Math.max(t ** -0.5, t * w ** -1.5)),
  },
  {
    name: { en: "the sum of both terms", ko: "두 항의 합" },
    hint: {
      en: "You add the two terms. At each step only one of them counts, the smaller.",
      ko: "두 항을 더했습니다. 단계마다 둘 가운데 작은 하나만 쓰입니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * (t ** -0.5 + t * w ** -1.5)),
  },
  {
    name: { en: "no warm-up", ko: "워밍업이 없음" },
    hint: {
      en:
        "Your largest rate is the first one: there is no warm-up, or t is multiplied by w^1.5, not divided. " +
        "Adam knows least at the start, so the rate must rise for `warmup` steps first.",
      ko:
        "첫 학습률이 가장 큽니다. 워밍업이 없거나, t를 w^1.5로 나누지 않고 곱했습니다. Adam은 처음에 아는 것이 가장 적으므로 먼저 `warmup` 단계 동안 " +
        "학습률이 올라야 합니다.",
    },
    answer: schedule((t, _w, d) => (d * t) ** -0.5),
  },
  {
    name: { en: "never falls", ko: "떨어지지 않음" },
    hint: {
      en:
        "After the warm-up your rate does not fall. From step `warmup` on it is 1/√t that counts, the " +
        "smaller of the two terms.",
      ko:
        "워밍업이 끝난 뒤에도 학습률이 떨어지지 않습니다. `warmup` 단계부터는 두 항 가운데 작은 1/√t가 쓰입니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * t * w ** -1.5),
    variants: [schedule((t, w, d) => d ** -0.5 * Math.min(t * w ** -1.5, w ** -0.5))],
  },
  {
    name: { en: "counts anew after the warm-up", ko: "워밍업 다음에 다시 셈" },
    hint: {
      en:
        "After the warm-up you count the steps from the beginning again. The falling root takes the same t: " +
        "at the peak t = w, and both terms are equal there.",
      ko:
        "워밍업이 끝난 뒤 단계를 처음부터 다시 셌습니다. 떨어지는 제곱근에도 같은 t를 씁니다. 꼭대기에서 t = w이고 두 항이 같아집니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * (t <= w ? t * w ** -1.5 : (t - w) ** -0.5)),
    variants: [
      schedule((t, w, d) => d ** -0.5 * (t < w ? t * w ** -1.5 : (t - w + 1) ** -0.5)),
      schedule((t, w, d) => d ** -0.5 * (t <= w ? t * w ** -1.5 : (t - w + 1) ** -0.5)),
    ],
  },
  {
    name: { en: "^ is no power", ko: "^는 거듭제곱이 아님" },
    hint: {
      en:
        "The sign ^ is no power in TypeScript: it compares bits, and w ^ 1.5 is about w. A power is written **.",
      ko:
        "TypeScript에서 ^는 거듭제곱이 아니라 비트끼리 비교하는 연산자입니다. w ^ 1.5는 거의 w입니다. 거듭제곱은 **로 씁니다.",
    },
    answer: schedule((t, w, d) => (1 / Math.sqrt(d)) * Math.min(1 / Math.sqrt(t), t / (w ^ 1.5))),
    variants: [
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t * (w ^ -1.5))),
      schedule((t, w, d) => (d ^ -0.5) * Math.min(t ^ -0.5, t * (w ^ -1.5))),
    ],
  },
  {
    name: { en: "another power of w", ko: "w의 지수가 다름" },
    hint: {
      en:
        "The falling part is right, the rise is not: t is divided by w to the power of 1.5. Then both terms are " +
        "equal at t = w.",
      ko:
        "떨어지는 부분은 맞지만 오르는 부분이 다릅니다. t를 w의 1.5제곱으로 나눕니다. 그래야 t = w에서 두 항이 같아집니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t / w)),
    variants: [
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t * w ** -0.5)),
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t * w ** -2)),
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t / (w * 1.5))),
    ],
  },
  {
    name: { en: "1/t for 1/√t", ko: "1/√t 자리에 1/t" },
    hint: {
      en:
        "Your rate falls too fast after the warm-up: it is divided by t. The root of t is asked for.",
      ko:
        "워밍업 뒤에 학습률이 너무 빨리 떨어집니다. t로 나누었는데, t의 제곱근으로 나누어야 합니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * Math.min(1 / t, t * w ** -1.5)),
  },
  {
    name: { en: "√t for 1/√t", ko: "1/√t 자리에 √t" },
    hint: {
      en:
        "One of your terms is √t, which grows. The rate must fall after the warm-up: divide by the root of t.",
      ko:
        "두 항 가운데 하나가 커지기만 하는 √t입니다. 워밍업 뒤에는 학습률이 떨어져야 하므로 t의 제곱근으로 나누세요.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * Math.min(t ** 0.5, t * w ** -1.5)),
  },
  {
    name: { en: "without the size of the model", ko: "모델 크기가 빠짐" },
    hint: {
      en:
        "Your curve has the right form and the wrong height: the size of the model is left out. A wide model " +
        "needs smaller steps: divide by √d.",
      ko:
        "곡선의 모양은 맞지만 높이가 다릅니다. 모델 크기가 빠졌습니다. 모델이 넓을수록 학습률이 작아야 하므로 √d로 나누세요.",
    },
    answer: schedule((t, w, d) => d ** 0.5 * published(t, w, d)),
    variants: [schedule((t, w) => Math.min(t / w, (w / t) ** 0.5))], // the peak is 1
  },
  {
    name: { en: "another power of d", ko: "d의 지수가 다름" },
    hint: {
      en:
        "Your curve has the right form and the wrong height: the size of the model comes in with another power. " +
        "A wide model needs smaller steps: divide by √d, once.",
      ko:
        "곡선의 모양은 맞지만 높이가 다릅니다. 모델 크기 d의 지수가 다릅니다. 모델이 넓을수록 학습률이 작아야 합니다. √d로 한 번만 나누세요.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * published(t, w, d)),
    variants: [
      schedule((t, w, d) => d * published(t, w, d)),
      schedule((t, w, d) => d ** 1.5 * published(t, w, d)),
      schedule((t, w, d) => d ** -1.5 * published(t, w, d)),
    ],
  },
  {
    name: { en: "1/√d for one term alone", ko: "1/√d가 한 항에만" },
    hint: {
      en:
        "The factor 1/√d reaches one of the two terms only. It stands in front of the minimum and holds for both.",
      ko: "1/√d가 두 항 가운데 하나에만 곱해졌습니다. min 앞에 있으므로 둘 모두에 곱해야 합니다.",
    },
    answer: schedule((t, w, d) => Math.min((d * t) ** -0.5, t * w ** -1.5)),
    variants: [schedule((t, w, d) => Math.min(t ** -0.5, d ** -0.5 * t * w ** -1.5))],
  },
  {
    name: { en: "steps counted from 2", ko: "단계를 2부터 셈" },
    hint: {
      en: "Your first rate is that of step 2. Count from 1.",
      ko: "첫 학습률이 2단계의 것입니다. 1부터 세세요.",
    },
    answer: (steps, { modelSize, warmup }) =>
      Array.from(
        { length: steps },
        (_, i) => modelSize ** -0.5 * Math.min((i + 2) ** -0.5, (i + 2) * warmup ** -1.5),
      ),
  },
  {
    name: { en: "the parameters exchanged", ko: "두 매개변수를 바꿔 씀" },
    hint: {
      en:
        "You have exchanged warmup and modelSize: d stands in front, under the root, and w in the second " +
        "term.",
      ko: "warmup과 modelSize를 바꿔 썼습니다. d는 맨 앞의 제곱근 안에, w는 둘째 항에 들어갑니다.",
    },
    answer: schedule((t, w, d) => published(t, d, w)),
  },
  {
    name: { en: "one rate for all steps", ko: "모든 단계의 학습률이 같음" },
    hint: {
      en: "All your rates are equal: the step does not appear in them. t is in both terms.",
      ko: "학습률이 모두 같습니다. 단계 t가 들어 있지 않습니다. t는 두 항에 모두 있습니다.",
    },
    answer: schedule((_t, w, d) => published(w, w, d)),
    variants: [schedule((_t, w, d) => published(1, w, d))],
  },
  {
    name: { en: "√t in the warm-up", ko: "예열 구간에 √t" },
    hint: {
      en:
        "The rate rises with the root of t. In the warm-up it rises in a straight line: t / w^1.5.",
      ko:
        "학습률이 t의 제곱근에 비례해 오릅니다. 예열 구간에서는 직선으로 오릅니다. t / w^1.5입니다.",
    },
    answer: schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t ** 0.5 * w ** -1.5)),
    variants: [
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t ** 0.5 * w ** -1)),
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t * t * w ** -2.5)),
    ],
  },
  {
    name: { en: "half a power", ko: "지수가 아니라 거듭제곱을 나눔" },
    hint: {
      en:
        "A power of yours is halved, not its exponent: ** goes before /, and d ** -1 / 2 is (1/d) / 2. Write -0.5, or " +
        "put the exponent in parentheses.",
      ko:
        "지수가 아니라 거듭제곱을 2로 나누었습니다. **가 /보다 먼저라서 d ** -1 / 2는 (1/d) / 2입니다. -0.5로 쓰거나 지수를 괄호로 묶으세요.",
    },
    answer: schedule((t, w, d) => d ** -1 / 2 * Math.min(t ** -0.5, t * w ** -1.5)),
    variants: [
      schedule((t, w, d) => d ** -1 / 2 * Math.min(t ** -1 / 2, t * w ** -3 / 2)),
      schedule((t, w, d) => d ** -1 / 2 * Math.min(t ** -1 / 2, t * w ** -1.5)),
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -1 / 2, t * w ** -1.5)),
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -0.5, t * w ** -3 / 2)),
      schedule((t, w, d) => d ** -0.5 * Math.min(t ** -1 / 2, t * w ** -3 / 2)),
    ],
  },
];
