/**
 * Computes a product and a gradient on the backend of the environment, reading them asynchronously, and
 * a sum that is read synchronously: prints all as JSON.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { ready } from "lib/tensor/ready.ts";

const { name, description } = await ready();
const matrix = tf.tensor2d([[1, 2], [3, 4]]);
const product = tf.matMul(matrix, matrix);
const gradient = tf.grad((x: tf.Tensor) => tf.sum(tf.square(x)))(matrix);
const sum = tf.add(product, 1);
const synchronous = (() => {
  try {
    return [...sum.dataSync()];
  } catch (error) {
    return String(error);
  }
})();
console.log(JSON.stringify({
  name,
  description,
  product: [...await product.data()],
  gradient: [...await gradient.data()],
  synchronous,
}));
Deno.exit(0);
