/**
 * The same Transformer as a learner would write it in plain tfjs: nothing of the library, tfjs's own
 * Adam. It shows what the kernels alone are worth, and runs on the stock backend too (where an embedding
 * must be a product with one-hot rows, since a gather has no gradient there).
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import { SIZES, type Step, tokens } from "./transformer_step.ts";

/** Builds the model and returns its training step. */
export function plainTransformer(): Step {
  const { batch, time, vocab, model, head, feedForward, layer } = SIZES;
  const random = new Random(1), parameters = new Map<string, tf.Variable>();
  const parameter = (name: string, make: () => tf.Tensor): tf.Variable => {
    let found = parameters.get(name);
    if (!found) {
      found = tf.tidy(() => tf.variable(make()));
      parameters.set(name, found);
    }
    return found;
  };
  const weights = (name: string, shape: number[]) =>
    parameter(name, () => tf.tensor(random.normals(tf.util.sizeFromShape(shape), 0, 0.05), shape));
  const constant = (name: string, length: number, value: number) =>
    parameter(name, () => tf.fill([length], value));

  const hasGather = tf.getKernel("UnsortedSegmentSum", "wasm") !== undefined;
  const embed = (name: string, ids: tf.Tensor) => {
    const table = weights(name, [vocab, model]);
    if (hasGather) return tf.gather(table, tf.cast(ids, "int32"));
    const rows = tf.cast(tf.oneHot(tf.reshape(ids, [-1]), vocab), "float32");
    return tf.reshape(tf.matMul(rows, table), [batch, time, model]);
  };
  const linear = (x: tf.Tensor, name: string, inputs: number, outputs: number) => {
    const products = tf.matMul(
      tf.reshape(x, [-1, inputs]),
      weights(`${name}.w`, [inputs, outputs]),
    );
    const shape = [...x.shape.slice(0, -1), outputs];
    return tf.reshape(tf.add(products, constant(`${name}.b`, outputs, 0)), shape);
  };
  const norm = (x: tf.Tensor, name: string) => {
    const { mean, variance } = tf.moments(x, -1, true);
    const normal = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(normal, constant(`${name}.g`, model, 1)), constant(`${name}.b`, model, 0));
  };
  const split = (x: tf.Tensor) =>
    tf.transpose(tf.reshape(x, [batch, time, head, model / head]), [0, 2, 1, 3]);
  const attend = (queries: tf.Tensor, memory: tf.Tensor, name: string, mask?: tf.Tensor) => {
    const q = split(linear(queries, `${name}.q`, model, model));
    const k = split(linear(memory, `${name}.k`, model, model));
    const v = split(linear(memory, `${name}.v`, model, model));
    const scores = tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(model / head));
    const mixed = tf.matMul(tf.softmax(mask ? tf.add(scores, mask) : scores), v);
    const joined = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [batch, time, model]);
    return linear(joined, `${name}.o`, model, model);
  };
  const alone = (x: tf.Tensor, name: string) =>
    linear(tf.relu(linear(x, `${name}.1`, model, feedForward)), `${name}.2`, feedForward, model);

  const mask = tf.tidy(() =>
    tf.mul(tf.sub(tf.linalg.bandPart(tf.ones([time, time]), -1, 0), 1), 1e9)
  );
  const [source, target, wanted] = [1, 2, 3].map(tokens);
  const loss = (): tf.Scalar => {
    let x: tf.Tensor = embed("source", source);
    for (let i = 0; i < layer; i++) {
      x = norm(tf.add(x, attend(x, x, `e${i}.a`)), `e${i}.n1`);
      x = norm(tf.add(x, alone(x, `e${i}.f`)), `e${i}.n2`);
    }
    let y: tf.Tensor = embed("target", target);
    for (let i = 0; i < layer; i++) {
      y = norm(tf.add(y, attend(y, y, `d${i}.a`, mask)), `d${i}.n1`);
      y = norm(tf.add(y, attend(y, x, `d${i}.c`)), `d${i}.n2`);
      y = norm(tf.add(y, alone(y, `d${i}.f`)), `d${i}.n3`);
    }
    const logits = tf.reshape(linear(y, "output", model, vocab), [-1, vocab]);
    return tf.losses.softmaxCrossEntropy(tf.oneHot(tf.reshape(wanted, [-1]), vocab), logits);
  };
  tf.tidy(() => void loss()); // makes the parameters: tfjs does not see those made inside minimize
  const adam = tf.train.adam(1e-3);
  return () => {
    const value = adam.minimize(loss, true);
    if (!value) throw new Error("the optimiser returned no loss");
    const number = value.dataSync()[0];
    value.dispose();
    return number;
  };
}
