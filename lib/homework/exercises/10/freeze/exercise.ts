/**
 * Exercise 10.5: which parameters a fine-tuning may move.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [names: readonly string[], frozen: readonly string[]];

/** True for the part itself and everything in it. */
const belongsTo = (name: string, part: string) => name === part || name.startsWith(`${part}.`);

export const isFrozen = (name: string, frozen: readonly string[]) =>
  frozen.some((part) => belongsTo(name, part));

export const trainable = ([names, frozen]: Arguments) =>
  names.filter((name) => !isFrozen(name, frozen));

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

export const freeze = defineExercise<Arguments, string[]>({
  id: "10.5",
  name: "freeze",
  title: "Freeze what was learned",
  difficulty: 2,
  minutes: 12,
  points: 2,
  task:
    `Parameters are named by their way through the model: \`base.encoder.layers.0.selfAttention.queries.bias\`.
\`frozen\` names parts: \`base\` is the whole pre-trained model, \`base.encoder.layers.1\` one layer,
\`head.bias\` a single parameter. Return the names that stay trainable, in their order: all that belong to
none of the parts.`,
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
  result: [{ name: "trainable", axes: "" }],
  withheld: ["lib/models/classifier.ts"],

  cases(random): Case<Arguments>[] {
    const small = classifierNames(2);
    const large = classifierNames(12);
    const one = 1 + random.integer(11);
    return [
      { property: "The whole base frozen: the head is left", args: [small, ["base"]] },
      { property: "Nothing frozen: everything is left", args: [small, []] },
      {
        property: "Two parts frozen",
        args: [small, ["base.embedding", "base.encoder.layers.0"]],
      },
      { property: "Layer 1 is not layer 10", args: [large, ["base.encoder.layers.1"]] },
      { property: "A single parameter, by its full name", args: [small, ["head.bias"]] },
      {
        property: "Any layer, and a parameter",
        args: [large, ["base.segments.weights", `base.encoder.layers.${one}`, "base.pooler"]],
      },
    ];
  },

  reference: (...args) => trainable(args),

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
      en: 'A name belongs to part if name === part || name.startsWith(part + ".").',
      ko: 'name === part || name.startsWith(part + ".")이면 그 부분에 속합니다.',
    },
  ],
});
