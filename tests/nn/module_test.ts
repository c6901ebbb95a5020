import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { FeedForward } from "lib/nn/feed_forward.ts";
import { Linear } from "lib/nn/linear.ts";
import { Module, selectParameters } from "lib/nn/module.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";

class Pair extends Module {
  readonly layers: readonly Linear[];
  readonly first: Linear;
  readonly label = "not a parameter";
  readonly list = [1, 2, 3];
  readonly scale = tf.variable(tf.scalar(2));
  readonly nothing: Linear | undefined = undefined;

  constructor(random: Random) {
    super();
    this.layers = [3, 5].map((outputSize) => new Linear({ inputSize: 2, outputSize }, random));
    this.first = this.layers[0];
  }

  override signature() {
    const axes = { batch: null, model: 2 };
    return { kind: "pair", inputs: { inputs: axes }, output: axes };
  }
}

Deno.test("Module.parameters: names are paths in declaration order, a shared module counts once", () => {
  using pair = new Pair(new Random(1));
  assertEquals([...pair.parameters().keys()].sort(), [
    "layers.0.bias",
    "layers.0.weights",
    "layers.1.bias",
    "layers.1.weights",
    "scale",
  ]);
  assertEquals([...pair.parameters().keys()], [...new Pair(new Random(2)).parameters().keys()]);
  assertEquals(pair.parameterCount(), 1 + 2 * 3 + 3 + 2 * 5 + 5);
});

Deno.test("Module.describe: a plain tree that survives JSON and counts shared modules once", () => {
  using pair = new Pair(new Random(1));
  const tree = pair.describe();
  assertEquals(JSON.parse(JSON.stringify(tree)), tree);
  assertEquals(tree.parameterCount, pair.parameterCount());
  assertEquals(
    tree.children.map(({ name, kind, parameterCount }) => [name, kind, parameterCount]),
    [
      ["layers.0", "linear", 9],
      ["layers.1", "linear", 15],
    ],
  );
  assertEquals(tree.children[1].parameters, [
    { name: "weights", shape: [2, 5] },
    { name: "bias", shape: [5] },
  ]);
  assertEquals(tree.children[1].inputs, { inputs: { "...": null, in: 2 } });
});

Deno.test("Module.describe: without a signature a module is called by its class", () => {
  class OwnLayer extends Module {
    readonly inner = new Linear({ inputSize: 2, outputSize: 3 }, new Random(1));
  }
  using layer = new OwnLayer();
  const { kind, parameterCount, children } = layer.describe();
  assertEquals([kind, parameterCount, children[0].kind], ["own layer", 9, "linear"]);
});

Deno.test("Module: disposal frees every tensor that the module made", () => {
  const before = tf.memory().numTensors;
  {
    using layer = new Linear({ inputSize: 3, outputSize: 5 }, new Random(1));
    assertEquals(tf.memory().numTensors, before + 2);
    assertEquals(layer.parameterCount(), 20);
  }
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("Module: one seed gives the same weights bit for bit, and no two layers are alike", () => {
  const weights = (seed: number) => {
    using layer = new Recurrent({
      kind: "lstm",
      inputSize: 3,
      hiddenSize: 5,
    }, new Random(seed));
    return [...layer.parameters().values()].map((each) => [...each.dataSync()]);
  };
  assertEquals(weights(7), weights(7));
  assertNotEquals(weights(7), weights(8));
  const random = new Random(7);
  const twins = [0, 1].map(() => new Linear({ inputSize: 3, outputSize: 5 }, random));
  assertNotEquals(twins[0].weights.arraySync(), twins[1].weights.arraySync());
  twins.forEach((twin) => twin[Symbol.dispose]());
});

Deno.test("selectParameters: a frozen parameter gets no gradient and keeps its value", () => {
  using layer = new Linear({ inputSize: 3, outputSize: 5 }, new Random(1));
  const chosen = selectParameters(layer.parameters(), (name) => name === "bias");
  const loss = (): tf.Scalar => tf.sum(layer.forward(tf.ones([2, 3])));
  const { grads, value } = tf.variableGrads(loss, [...chosen.values()]);
  assertEquals(Object.keys(grads), [layer.bias?.name]);
  assert(Number.isFinite(value.dataSync()[0]));
  tf.dispose([grads, value]);
});

Deno.test("Module: printed, it shows its tree and the shapes of its parameters", () => {
  using layer = new FeedForward({ modelSize: 3, feedForwardSize: 5 }, new Random(1));
  assertEquals(
    Deno.inspect([layer]),
    [
      "[",
      "  FeedForward (38 parameters)",
      "    hidden: linear, relu, weights [3, 5], bias [5]",
      "    output: linear, weights [5, 3], bias [3]",
      "]",
    ].join("\n"),
  );
});
