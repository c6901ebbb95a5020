/** Mistakes that every exercise has: right values in another form, off everywhere alike, the same error each time. */
import { assertEquals } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import { loadExercise, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { ready } from "lib/tensor/ready.ts";
import { cellFunction } from "../exercises/cell_function.ts";

await ready();

async function nameOf(id: string, source: string): Promise<string | undefined> {
  const [homework, exercise] = await Promise.all([loadHomework(id.slice(0, 2)), loadExercise(id)]);
  const learner = await cellFunction(homework, exercise, source);
  return (await checkFunction(exercise, learner)).mistake?.name.en;
}

const rnn = (result: string): string =>
  `function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  const sum = tf.add(tf.add(tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights)), bias);
  ${result}
}`;

const attend = (result: string): string =>
  `function attend(queries, keys, values) {
  const weights = tf.softmax(tf.matMul(queries, keys, false, true));
  const output = tf.matMul(weights, values);
  ${result}
}`;

const split = (result: string): string =>
  `function splitHeads(sequence, headCount) {
  const [batch, time, model] = sequence.shape;
  const parts = tf.reshape(sequence, [batch, time, headCount, model / headCount]);
  ${result}
}`;

const context = (result: string): string =>
  `function contextVector(weights, states) {
  const right = states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
  ${result}
}`;

for (
  const [id, source, name] of [
    ["01.1", rnn("tf.tanh(sum);"), "nothing is returned"],
    ["01.1", rnn("return tf.tanh(sum).arraySync();"), "arrays or a number instead of a tensor"],
    ["01.1", rnn("return Math.tanh(sum);"), "a number's arithmetic on tensors"],
    ["01.1", rnn("return tf.tanh(inputs + hidden);"), "a number's arithmetic on tensors"],
    ["01.1", rnn("return tf.add(sum, bias.unknown);"), "undefined where a tensor belongs"],
    ["01.1", rnn("return tf.tanh(somme);"), "a name that nothing declares"],
    ["01.1", rnn("return tf.neg(tf.tanh(sum));"), "every sign turned round"],
    ["01.1", rnn("return tf.mul(tf.tanh(sum), 3);"), "everything times 3"],
    ["01.1", rnn("return tf.zerosLike(sum);"), "nothing but zeros"],
    ["02.4", context("return tf.tensor1d(right);"), "a tensor instead of plain numbers"],
    ["02.4", context("return right.map((x) => x + 2);"), "everything too large by 2"],
    ["02.4", context("return right.toReversed();"), "in reverse order"],
    ["02.4", context("return right.slice(1);"), "the first entry is missing"],
    ["02.4", context("return right.map(Math.round);"), "not the right number, but rounded"],
    ["02.4", context("states[0][0] = 0; return right;"), "changes states in place"],
    ["03.3", attend("return output;"), "returns output alone"],
    ["03.3", attend("return [output, weights];"), "a list for an object"],
    ["03.3", attend("return { context: output, attention: weights };"), "fields by other names"],
    [
      "03.3",
      attend("return { output: tf.neg(output), weights };"),
      "output: every sign turned round",
    ],
    ["01.1", rnn("return tf.expandDims(tf.tanh(sum), 0);"), "an axis of length 1 too many"],
    ["01.1", rnn("return tf.reshape(tf.tanh(sum), [-1]);"), "flattened into one axis"],
    [
      "03.3",
      attend("return { output: tf.expandDims(output, 1), weights };"),
      "output: an axis of length 1 too many",
    ],
    [
      "01.1",
      rnn("return tf.reshape(tf.tanh(sum), [sum.shape[1], sum.shape[0]]);"),
      "the right numbers in another shape",
    ],
    [
      "07.4",
      "function combineMasks(causal, padding) {\n  return tf.transpose(tf.logicalAnd(causal, padding), [2, 1, 0]);\n}",
      "the axes in another order",
    ],
    [
      "05.1",
      split("return tf.reshape(tf.transpose(parts, [0, 2, 1, 3]), [-1, model / headCount]);"),
      "the right numbers in another shape",
    ],
    // Numbers in another order are no shape.
    ["01.1", rnn("return tf.reshape(tf.reverse(tf.tanh(sum), -1), [-1]);"), undefined],
    // Nor is one that is off in a single call, where the others have other numbers.
    [
      "01.1",
      rnn("return sum.shape[0] === 1 ? tf.expandDims(tf.tanh(sum), 0) : sum;"),
      undefined,
    ],
    // What holds in most calls, but not in all, is no explanation.
    [
      "02.4",
      context("return right.length === 2 ? right : right.map((x) => x + 2);"),
      undefined,
    ],
    ["02.4", context("return right.map((x, i) => x + i);"), undefined],
  ] satisfies [string, string, string | undefined][]
) {
  Deno.test(`general mistakes: ${source.split("\n").at(-2)?.trim()} is ${name}`, async () => {
    assertEquals(await nameOf(id, source), name);
  });
}

Deno.test("general mistakes: training that ends well is not enough: it has to begin at start", async () => {
  const train = (begin: string): string =>
    `function overfitOneBatch(batch, start) {
  const fresh = (shape) => tf.randomNormal(shape, 0, 0.3, "float32", 7);
  const parameters = Object.fromEntries(
    Object.entries(start).map(([name, first]) => [name, tf.variable(${begin})]));
  const { hiddenWeights, hiddenBias, outputWeights, outputBias } = parameters;
  const wanted = tf.cast(tf.oneHot(batch.labels, outputBias.shape[0]), "float32");
  const adam = tf.train.adam(0.1);
  for (let step = 0; step < 300; step++) {
    adam.minimize(() => {
      const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, hiddenWeights), hiddenBias));
      const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
      return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1)));
    });
  }
  return parameters;
}`;
  assertEquals(await nameOf("09.5", train("first")), undefined);
  assertEquals(await nameOf("09.5", train("fresh(first.shape)")), "does not begin at start");
});
