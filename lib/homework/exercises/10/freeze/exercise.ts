/**
 * Exercise 10.5: which parameters a fine-tuning may move.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [names: string[], frozen: string[]];

/** The parameters of a classifier on a BERT of `layerCount` layers, as the library names them. */
function classifierNames(layerCount: number): string[] {
  const layers = Array.from({ length: layerCount }, (_, i) => `base.encoder.layers.${i}`);
  return [
    "base.embedding.tokens.weights",
    "base.embedding.positions.table",
    "base.segments.weights",
    ...layers.flatMap((layer) => [
      `${layer}.selfAttention.queries.weights`,
      `${layer}.selfAttention.queries.bias`,
      `${layer}.feedForward.hidden.weights`,
      `${layer}.feedForwardResidual.norm.gain`,
    ]),
    "base.pooler.weights",
    "base.pooler.bias",
    "head.weights",
    "head.bias",
  ];
}

export const freeze = defineExercise<Arguments>({
  id: "10.5",
  name: "freeze",
  title: { en: "Freeze what was learned", ko: "배운 것을 동결하기" },
  difficulty: 2,
  minutes: 12,
  points: 2,
  task: {
    en:
      `Parameters are named by their way through the model: \`base.encoder.layers.0.selfAttention.queries.bias\`.
\`frozen\` names parts: \`base\` is the whole pre-trained model, \`base.encoder.layers.1\` one layer,
\`head.bias\` a single parameter. Return the names that stay trainable, in their order: all that belong to
none of the parts. A part is a name's beginning up to a dot, or a whole name.`,
    ko:
      `매개변수의 이름은 모델 안에서 그것에 이르는 길입니다: \`base.encoder.layers.0.selfAttention.queries.bias\`. \`frozen\`에는 부분들의 이름이
있습니다. \`base\`는 미리 학습한 모델 전체, \`base.encoder.layers.1\`은 층 하나, \`head.bias\`는 매개변수 하나입니다. 부분은 이름의 처음부터 어느 점 앞까지이거나
이름 전체입니다. 어느 부분에도 속하지 않아 계속 학습할 수 있는 이름들을 원래 순서대로 돌려주세요.`,
  },
  stub: `/**
 * What an optimiser may still move.
 *
 * @param names all parameters
 * @param frozen the parts that must stay as they are
 * @returns the names that are left trainable
 */
function freeze(names: string[], frozen: string[]): string[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "names", axes: "" }, { name: "frozen", axes: "" }],
  result: [{ name: "trainable", ko: "학습할 매개변수", axes: "" }],
  withheld: ["lib/models/classifier.ts"],

  cases(random): Case<Arguments>[] {
    const small = classifierNames(2);
    const large = classifierNames(12);
    const one = 1 + random.integer(11);
    return [
      {
        property: {
          en: "The whole base frozen: the head is left",
          ko: "base 전체를 동결: 헤드가 남습니다",
        },
        args: [small, ["base"]],
        result: ["head.weights", "head.bias"],
      },
      {
        property: {
          en: "Nothing frozen: everything is left",
          ko: "동결한 것이 없음: 모두 남습니다",
        },
        args: [small, []],
      },
      {
        property: { en: "Two parts frozen", ko: "두 부분을 동결" },
        args: [small, ["base.embedding", "base.encoder.layers.0"]],
      },
      {
        property: { en: "Layer 1 is not layer 10", ko: "1번 층은 10번 층이 아닙니다" },
        args: [large, ["base.encoder.layers.1"]],
      },
      {
        property: {
          en: "A single parameter, by its full name",
          ko: "이름을 끝까지 쓴 매개변수 하나",
        },
        args: [small, ["head.bias"]],
        result: small.slice(0, -1),
      },
      {
        property: {
          en: "A part begins where the name begins: encoder.head is not head",
          ko: "부분은 이름의 처음부터입니다: encoder.head는 head가 아닙니다",
        },
        args: [
          ["encoder.head.weights", "head.bias", "overhead.bias", "head.norm.gain", "encoder.head"],
          ["head"],
        ],
        result: ["encoder.head.weights", "overhead.bias", "encoder.head"],
      },
      {
        property: {
          en: "A dot is a dot, and a part may be the last step of another name",
          ko: "점은 점이고, 부분의 이름이 다른 이름의 끝에 나올 수 있습니다",
        },
        args: [
          ["base_head.bias", "base.head.bias", "bias", "base.bias", "head.base", "other.base.head"],
          ["base.head", "bias"],
        ],
        result: ["base_head.bias", "base.bias", "head.base", "other.base.head"],
      },
      {
        property: { en: "Any layer, and a parameter", ko: "아무 층과 매개변수 하나" },
        args: [large, ["base.segments.weights", `base.encoder.layers.${one}`, "base.pooler"]],
      },
    ];
  },

  hints: [
    {
      en:
        "Go through the names and ask of each: does it belong to any of the parts? Keep those that do " +
        "not.",
      ko: "이름을 하나씩 보면서 어느 부분에든 속하는지 물으세요. 속하지 않는 것만 남기세요.",
    },
    {
      en:
        "Two methods help: names.filter keeps, frozen.some asks whether any part fits. A name fits a part if it is the part " +
        "or goes on with a dot.",
      ko:
        "names.filter로 남기고 frozen.some으로 맞는 부분이 있는지 묻습니다. 이름이 그 부분과 같거나, 그 뒤에 점이 이어지면 속하는 것입니다.",
    },
    {
      en:
        'A name goes on with a dot if name.startsWith(part + "."). Without the dot, head would freeze header, too. What else belongs to part?',
      ko:
        '뒤에 점이 이어지는지는 name.startsWith(part + ".")로 압니다. 점이 없으면 head가 header까지 동결합니다. part에 속하는 것이 또 있지 않나요?',
    },
  ],
});
