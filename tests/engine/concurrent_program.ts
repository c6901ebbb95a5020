/** Two hundred small computations that interleave in one process, each checked. */
import * as tf from "@tensorflow/tfjs";
import { ready } from "lib/tensor/ready.ts";

await ready();
const one = async (index: number): Promise<boolean> => {
  let right = true;
  for (let round = 0; round < 5; round++) {
    // 89³ multiply-adds: enough for the threads to share.
    const value = 1 + (index + round) % 7, n = 89;
    const product = tf.tidy(() => tf.matMul(tf.fill([n, n], value), tf.ones([n, n])));
    right &&= (await product.data()).every((each) => each === value * n);
    product.dispose();
    await new Promise((resolve) => setTimeout(resolve, index % 5));
  }
  return right;
};
const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => one(index)));
console.log(`${answers.filter(Boolean).length} right`);
