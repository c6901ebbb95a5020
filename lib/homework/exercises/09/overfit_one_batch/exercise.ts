/**
 * Exercise 09.5: learn one batch by heart. Whoever cannot has a mistake in the model, the loss or the
 * step, and finds it in seconds rather than after a night of training.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import type { Random } from "lib/random.ts";
import { type Case, defineExercise, type Judged } from "../../../exercise/exercise.ts";
import { isRecordValue, TensorData, type Value } from "../../../exercise/values.ts";
import { type Batch, knownByHeart, lossOf, names, type Network } from "../small_network.ts";

type Arguments = [batch: Batch, start: Network];

/** The four tensors of a result, or what is wrong with it. */
function readNetwork(result: Value, start: Network): Network | Judged {
  const network = { ...start };
  for (const name of names) {
    const value = isRecordValue(result) && Object.hasOwn(result, name) ? result[name] : undefined;
    const shape = `[${start[name].shape.join(", ")}]`;
    if (!(value instanceof TensorData)) {
      return {
        en: `expected a tensor ${name} ${shape} in the result`,
        ko: `결과에 텐서가 없습니다: ${name} ${shape}`,
        mistake: mistakes.missing,
      };
    }
    if (value.shape.join() !== start[name].shape.join()) {
      const got = `[${value.shape.join(", ")}]`;
      return {
        en: `expected ${name} of shape ${shape}, got ${got}`,
        ko: `${name}: 기대한 모양 ${shape}, 받은 모양 ${got}`,
        mistake: mistakes.otherShape,
      };
    }
    network[name] = value;
  }
  return network;
}

/** Networks that are easily written instead of the one that is asked for. */
const otherActivations: readonly { says: Text; activate: (x: number) => number }[] = [
  { says: { en: "relu", ko: "relu" }, activate: (x) => Math.max(0, x) },
  { says: { en: "sigmoid", ko: "sigmoid" }, activate: (x) => 1 / (1 + Math.exp(-x)) },
  { says: { en: "nothing", ko: "없음" }, activate: (x) => x },
];

/** What learners do wrong here, as far as the trained parameters tell. */
const mistakes = {
  missing: {
    name: { en: "a parameter is missing in the result", ko: "결과에 매개변수가 빠짐" },
    hint: {
      en:
        "Return an object with all four parameters by their names, each of the shape that it has in start.",
      ko:
        "매개변수 네 개를 모두 이름과 함께 객체에 담아 돌려주세요. 모양은 start에 있는 것과 같습니다.",
    },
  },
  otherShape: {
    name: { en: "a parameter of another shape", ko: "모양이 다른 매개변수" },
    hint: {
      en:
        "A parameter does not have the shape that it has in start: two of them have changed their names, or one is turned round.",
      ko:
        "매개변수 하나의 모양이 start에 있는 것과 다릅니다. 둘의 이름이 바뀌었거나 하나를 전치했습니다.",
    },
  },
  notFinite: {
    name: { en: "the loss is not finite", ko: "손실이 유한하지 않음" },
    hint: {
      en:
        "The learning rate is too large, or something is divided by 0. tf.logSoftmax is safe where tf.log(tf.softmax(…)) is not.",
      ko:
        "학습률이 너무 크거나 어딘가에서 0으로 나눕니다. tf.log(tf.softmax(…))보다 tf.logSoftmax가 안전합니다.",
    },
  },
  still: {
    name: { en: "a parameter that does not move", ko: "움직이지 않는 매개변수" },
    hint: {
      en:
        "Each of the four has to be a tf.variable, made once before the loop, and the loss has to be computed from all of them.",
      ko:
        "넷 모두 반복문 앞에서 한 번만 만든 tf.variable이어야 하고, 손실은 넷 모두로 계산해야 합니다.",
    },
  },
  activation: {
    name: { en: "another activation than tanh", ko: "tanh가 아닌 활성화 함수" },
    hint: {
      en:
        "Your parameters fit a network with another activation. Asked for is tanh, after the first map.",
      ko:
        "매개변수가 다른 활성화 함수를 쓰는 신경망에 맞습니다. 첫 선형 변환 다음에 tanh를 쓰세요.",
    },
  },
  rises: {
    name: { en: "the loss rises", ko: "손실이 커짐" },
    hint: {
      en:
        "The loss of this batch is larger than at the start. Look at its sign, at the learning rate, and whether all " +
        "examples are in it.",
      ko:
        "이 배치의 손실이 처음보다 큽니다. 손실의 부호, 학습률, 그리고 모든 예시가 손실에 들어 있는지 보세요.",
    },
  },
  tooLarge: {
    name: { en: "the loss stays too large", ko: "손실이 충분히 작아지지 않음" },
    hint: {
      en:
        "The loss falls, but not enough. Take more or longer steps. If it stays there, it is another loss than the " +
        "mean over the examples of the cross-entropy, or another network than the one asked for: a second softmax, or a " +
        "square, loses its slope where the network is sure of a wrong class.",
      ko:
        "손실이 줄지만 모자랍니다. 단계를 늘리거나 학습률을 키우세요. 그래도 그대로라면 예시들에 대한 교차 엔트로피의 평균이 아닌 손실이거나, 과제와 다른 신경망입니다. " +
        "softmax를 두 번 취하거나 제곱 오차를 쓰면, 틀린 부류를 확신할 때 기울기가 사라집니다.",
    },
  },
  elsewhere: {
    name: { en: "does not begin at start", ko: "start에서 시작하지 않음" },
    hint: {
      en:
        "Your training works, but it begins with other numbers than those that were given: tf.variable(start.hiddenWeights).",
      ko:
        "학습은 되지만 주어진 수에서 시작하지 않았습니다. tf.variable(start.hiddenWeights)처럼 시작하세요.",
    },
  },
  otherLoss: {
    name: { en: "a loss without the other classes", ko: "다른 부류가 빠진 손실" },
    hint: {
      en:
        "Only the scores of the right classes rise. The cross-entropy takes the softmax over all classes, so that the " +
        "others fall as well.",
      ko:
        "정답 부류의 점수만 올라갑니다. 교차 엔트로피는 모든 부류에 softmax를 취하므로 나머지는 내려가야 합니다.",
    },
  },
} as const satisfies Record<string, Judged["mistake"]>;

/** Why the batch is not known by heart with these parameters. */
function whyNot(result: Value, batch: Batch, start: Network): Judged | undefined {
  const network = readNetwork(result, start);
  if ("en" in network) return network;
  const still = names.filter((name) => network[name].numbers.join() === start[name].numbers.join());
  const [first, loss] = [lossOf(batch, start), lossOf(batch, network)];
  const [before, after] = [first.toFixed(3), loss.toFixed(3)];
  if (!Number.isFinite(loss)) {
    return { en: `the loss is ${loss}`, ko: `손실 ${loss}`, mistake: mistakes.notFinite };
  }
  if (still.length === names.length && first >= sure) {
    return {
      en:
        `the loss stayed at ${after}: yours has no slope where the network is sure of a wrong class`,
      ko: `손실이 ${after}에 머물렀습니다. 틀린 부류를 확신하는 곳에서 기울기가 없는 손실입니다`,
      mistake: mistakes.tooLarge,
    };
  }
  if (still.length > 0) {
    const list = still.join(", ");
    return {
      en: `${list} did not move (loss ${after})`,
      ko: `그대로인 매개변수: ${list} (손실 ${after})`,
      mistake: mistakes.still,
    };
  }
  const other = otherActivations.find(({ activate }) => {
    const lower = lossOf(batch, network, activate);
    return lower < knownByHeart && lower < loss * muchLower;
  });
  if (loss >= knownByHeart && other && first < sure) {
    const lower = lossOf(batch, network, other.activate).toFixed(3);
    return {
      en: `the loss is ${after}; with ${other.says.en} in the place of tanh it would be ${lower}`,
      ko: `손실 ${after}. 활성화 함수가 다르다면(${other.says.ko}) ${lower}입니다`,
      // One example is also known better by some other network than the one that learned it.
      ...(batch.labels.numbers.length > 1 && { mistake: mistakes.activation }),
    };
  }
  if (loss > first) {
    return {
      en: `the loss rose from ${before} to ${after}`,
      ko: `손실이 올랐습니다: ${before} → ${after}`,
      mistake: mistakes.rises,
    };
  }
  if (loss >= knownByHeart) {
    return {
      en: `the loss fell from ${before} to ${after}, below ${knownByHeart} is asked`,
      ko: `손실이 내렸지만(${before} → ${after}) ${knownByHeart}보다 작아야 합니다`,
      mistake: mistakes.tooLarge,
    };
  }
  return strayed(batch, start, network);
}

/**
 * The share of the loss that is left with the activation that was trained with. Of networks trained with tanh, on five or
 * eight examples, no other activation left less than 0.16.
 */
const muchLower = 0.12;

/** A loss at the start that says: the network is sure of a wrong class. */
const sure = 10;

/** Why these parameters cannot come from `start` along the gradient of the cross-entropy, though their loss is small. */
function strayed({ inputs, labels }: Batch, start: Network, network: Network): Judged | undefined {
  const moved = (name: keyof Network, i: number) =>
    Math.fround(start[name].numbers[i]) !== network[name].numbers[i];
  const [, features] = inputs.shape;
  const [, hidden] = start.hiddenWeights.shape;
  const silent = Array.from({ length: features }, (_, feature) => feature)
    .filter((feature) => inputs.numbers.every((x, i) => i % features !== feature || x === 0));
  const row = (feature: number) => Array.from({ length: hidden }, (_, i) => feature * hidden + i);
  if (silent.some((feature) => row(feature).some((i) => moved("hiddenWeights", i)))) {
    return {
      en:
        "the loss is small, but hiddenWeights changed where all inputs are 0 and nothing can move it",
      ko: "손실은 작지만, 입력이 모두 0이어서 움직일 수 없는 곳의 hiddenWeights가 바뀌었습니다",
      mistake: mistakes.elsewhere,
    };
  }
  const others = start.outputBias.numbers.flatMap((_, i) => labels.numbers.includes(i) ? [] : [i]);
  if (others.length > 0 && !others.some((i) => moved("outputBias", i))) {
    return {
      en: "the loss is small, but the biases of the classes that are never right did not move",
      ko: "손실은 작지만, 정답이 아닌 부류의 편향이 움직이지 않았습니다",
      mistake: mistakes.otherLoss,
    };
  }
  return undefined;
}

/** The same batch with one feature that is 0 in each example. */
function withSilentFeature([{ inputs, labels }, start]: Arguments, feature: number): Arguments {
  const [, features] = inputs.shape;
  const numbers = inputs.numbers.map((x, i) => i % features === feature ? 0 : x);
  return [{ inputs: new TensorData(inputs.shape, numbers), labels }, start];
}

/** Random examples with random labels: nothing to understand, only to remember. */
function drawn(random: Random, examples: number, hidden: number, classes: number): Arguments {
  const features = 6;
  const normal = (shape: number[], scale: number): TensorData => {
    const count = shape.reduce((product, length) => product * length, 1);
    return new TensorData(shape, [...random.normals(count, 0, scale)]);
  };
  const labels = Array.from({ length: examples }, () => random.integer(classes));
  return [
    {
      inputs: normal([examples, features], 1),
      labels: new TensorData([examples], labels, "int32"),
    },
    {
      hiddenWeights: normal([features, hidden], 0.4),
      hiddenBias: normal([hidden], 0.1),
      outputWeights: normal([hidden, classes], 0.25),
      outputBias: normal([classes], 0.1),
    },
  ];
}

/** As `drawn`, but the network begins sure of the last class, which is never the right one. */
function sureAndWrong(...[random, examples, hidden, classes]: Parameters<typeof drawn>): Arguments {
  const [batch, start] = drawn(random, examples, hidden, classes);
  const right = Array.from({ length: examples }, () => random.integer(classes - 1));
  const bias = [...start.outputBias.numbers.slice(0, -1), 60];
  return [
    { ...batch, labels: new TensorData([examples], right, "int32") },
    { ...start, outputBias: new TensorData([classes], bias) },
  ];
}

export const overfitOneBatch = defineExercise<Arguments>({
  id: "09.5",
  name: "overfitOneBatch",
  title: { en: "Learn one batch by heart", ko: "배치 하나를 통째로 외우기" },
  difficulty: 3,
  minutes: 25,
  points: 4,
  task: {
    en: `Can the model learn **one** batch by heart? If not, something is broken. The network:
$\\text{logits} = \\tanh(x W_1 + b_1)\\,W_2 + b_2$. Start from the numbers given (\`tf.variable\` makes a parameter
of each), train until this batch's mean cross-entropy is below 0.05, and return the four parameters. With
\`const adam = tf.train.adam(0.05)\`, each \`adam.minimize(() => …)\` is a step; … computes the loss. With
\`true\` behind it, it returns the loss from *before* the step: stop well below 0.05.`,
    ko:
      `긴 학습에 앞서, 모델이 배치 **하나**를 통째로 외울 수 있나요? 못 한다면 어딘가가 고장 난 것입니다. 신경망은
$\\text{logits} = \\tanh(x W_1 + b_1)\\,W_2 + b_2$입니다. 주어진 수에서 시작해(\`tf.variable\`이 각각을 매개변수로 만듭니다) 이 배치의 평균 교차
엔트로피가 0.05보다 작아질 때까지 학습하고, 매개변수 네 개를 돌려주세요. 학습 방법은 자유입니다. \`const adam = tf.train.adam(0.05)\`로 두면
\`adam.minimize(() => …)\` 한 번이 한 단계이고, … 자리에는 손실을 매번 새로 계산하는 식이 옵니다. \`adam.minimize(() => …, true)\`는
손실도 돌려주는데, 그 단계를 밟기 *전*의 손실이니 0.05보다 넉넉히 작아졌을 때 멈추세요.`,
  },
  card: ["variable", "matMul", "add", "tanh", "logSoftmax", "oneHot", "mul", "sum", "mean", "neg"],
  stub: `/**
 * Trains a small network on one batch until it knows it by heart.
 *
 * @param batch inputs [example, feature], labels int32 [example]
 * @param start where to start: hiddenWeights W1 [feature, hidden], hiddenBias b1 [hidden],
 *   outputWeights W2 [hidden, vocab], outputBias b2 [vocab]; it may be sure of something wrong
 * @returns the same four, trained: the mean cross-entropy of the batch is below 0.05
 */
function overfitOneBatch(
  batch: { inputs: Axes<"example feature">; labels: Axes<"example"> },
  start: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "batch", axes: "" }, { name: "start", axes: "" }],
  result: [
    { name: "hiddenWeights", axes: "feature hidden" },
    { name: "hiddenBias", axes: "hidden" },
    { name: "outputWeights", axes: "hidden vocab" },
    { name: "outputBias", axes: "vocab" },
  ],
  imports: ["lib/tensor/ops/cross_entropy.ts"],
  uses: ["09.1"],
  withheld: ["lib/training/optimizers/adam.ts", "lib/training/loop.ts"],
  seconds: 20,

  cases(random): Case<Arguments>[] {
    return [
      {
        property: { en: "One example", ko: "예시 하나" },
        args: drawn(random, 1, 5, 3),
      },
      {
        property: { en: "Five examples, three classes", ko: "예시 다섯, 부류 셋" },
        args: withSilentFeature(drawn(random, 5, 11, 3), 2),
      },
      {
        property: { en: "Eight examples, seven classes", ko: "예시 여덟, 부류 일곱" },
        args: drawn(random, 8, 17, 7),
      },
      {
        property: {
          en: "Sure of a wrong class at the start: the loss must still have a slope",
          ko: "틀린 부류를 확신하며 시작: 그래도 손실에 기울기가 있어야 합니다",
        },
        args: sureAndWrong(random, 1, 13, 5),
      },
    ];
  },

  judge: whyNot,

  hints: [
    {
      en:
        "Four variables, a function without arguments that computes the loss from them, and a loop that lowers " +
        "it. Print the loss now and then.",
      ko:
        "변수 네 개, 그것으로 손실을 계산하는 인수 없는 함수, 손실을 낮추는 반복문이 필요합니다. 가끔 손실을 출력해 보세요.",
    },
    {
      en:
        "The loss of an example is minus the tf.logSoftmax of its logits at its label; tf.oneHot(labels, vocab) " +
        "picks it out. Make the variables before the loop, and let the loss read them anew each time.",
      ko:
        "예시 하나의 손실은 정답 자리의 tf.logSoftmax(logits) 값의 부호를 바꾼 것입니다. tf.oneHot(labels, vocab)으로 골라내세요. 변수는 반복문 앞에서 만들고, 손실 함수가 매번 새로 읽게 하세요.",
    },
    {
      en:
        "One step lowers the loss a little; a few hundred are needed, all by one optimiser on the same variables. " +
        "minimize wants one number from your function: the mean over the examples.",
      ko:
        "한 단계는 손실을 조금만 낮춥니다. 옵티마이저 하나로 같은 변수를 몇백 번 옮겨야 합니다. minimize에 주는 함수는 수 하나, 곧 예시들의 평균을 돌려주어야 합니다.",
    },
  ],
});
