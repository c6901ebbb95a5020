import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { check, checkFunction, checkPoints } from "lib/homework/check.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const [variance, attention, jacobian, entropy] = homework.exercises;

/** What `check` prints. */
async function printed(id: string, learner: CallableFunction): Promise<string> {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...parts: unknown[]) => void lines.push(parts.join(" "));
  try {
    await check(id, learner);
  } finally {
    console.log = log;
  }
  return lines.join("\n");
}

Deno.test("check: says not started, and nothing else", async () => {
  const stub = (): number => {
    throw new Error("Not implemented yet");
  };
  assertEquals(await printed("04.4", stub), "· 04.4 entropy: not started");
});

Deno.test("check: says what was expected, what came, with which inputs, and names the mistake", async () => {
  const biased = (queries: number[][], keys: number[][]): number => {
    const products = queries.map((query, i) =>
      query.reduce((sum, q, d) => sum + q * keys[i][d], 0)
    );
    const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
    return products.reduce((sum, x) => sum + (x - mean) ** 2, 0) / products.length;
  };
  const text = await printed("04.1", biased);
  assertStringIncludes(
    text,
    "✘ 04.1 dotProductVariance: ",
  );
  assertStringIncludes(text, "✔ Equal dot products do not vary");
  assertStringIncludes(text, "variance: expected 6, got 4.5");
  assertStringIncludes(text, "with queries = [[1, 2], [3, 1], [0, 2], [2, 1]], keys = [[1, 0]");
  assertStringIncludes(text, "What happened: biased: divides by n");
  assertMatch(text, /divides\s+by n − 1/);
  assertEquals(/[가-힣]/.test(text), false);
});

Deno.test("check: never throws, whatever it is given", async () => {
  const strange: [string, CallableFunction][] = [
    ["04.4", () => {
      throw undefined;
    }],
    ["04.4", () => {
      throw "text";
    }],
    ["04.4", () => Symbol("x")],
    ["04.4", () => Promise.reject(new RangeError("later"))],
    ["04.9", () => 1],
    ["nonsense", () => 1],
  ];
  for (const [id, learner] of strange) {
    assertMatch(await printed(id, learner), /^(✘ 04\.4|! )/);
  }
  assertMatch(
    await printed("04.9", () => 1),
    /the check could not run: expected an exercise \(04\.1, 04\.2, 04\.3, 04\.4.*\), got 04\.9/,
  );
});

Deno.test("check: the same function gets the same words each time", async () => {
  const guess = (weights: number[]): number => weights.length;
  assertEquals(await printed("04.4", guess), await printed("04.4", guess));
});

Deno.test("checkFunction: an await that never ends is a timeout", async () => {
  const verdict = await checkFunction(
    { ...entropy, seconds: 0.2 },
    async () => await new Promise(() => {}),
  );
  assertEquals(verdict.status, "timeout");
});

Deno.test("checkFunction: takes asynchronous functions", async () => {
  const later = async (weights: number[]): Promise<number> => {
    await Promise.resolve();
    return weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum, 0);
  };
  assertEquals((await checkFunction(entropy, later)).status, "passed");
});

Deno.test("checkFunction: leaves no tensor behind, right or wrong", async () => {
  const wasteful = (queries: tf.Tensor, keys: tf.Tensor, values: tf.Tensor) => {
    const weights = tf.softmax(tf.matMul(queries, keys, false, true));
    return { output: tf.matMul(weights, values), weights };
  };
  const failing = (scores: tf.Tensor) => tf.matMul(tf.exp(scores), tf.ones([3, 5]));
  const before = tf.memory().numTensors;
  await checkFunction(attention, wasteful);
  await checkFunction(jacobian, failing);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("checkFunction: half a row is no shape, and is told so", async () => {
  const halves = (scores: tf.Tensor) => tf.reshape(scores, [scores.shape[0] / 2, 2]);
  const { failures } = await checkFunction(jacobian, halves);
  assertMatch(failures[0].problem.en, /the result has the shape \[0\.5, 2\]; each length must be/);
});

Deno.test("checkFunction: a function cannot change the inputs of the next", async () => {
  const greedy = (queries: number[][], keys: number[][]): number => {
    queries.length = 0;
    return keys.length;
  };
  await checkFunction(variance, greedy);
  const { failures } = await checkFunction(variance, () => 0.5);
  assertEquals(failures[0].inputs.includes("queries []"), false);
});

Deno.test("checkPoints: ends in the points earned, as text that reads as a number", async () => {
  const display = Symbol.for("Jupyter.display");
  const wrong = await checkPoints("04.4", () => NaN);
  assertEquals(wrong[display](), { "text/plain": "0" });
  const right = await checkPoints(
    "04.4",
    (weights: number[]) =>
      -weights.filter((w) => w > 0).reduce((sum, w) => sum + w * Math.log(w), 0),
  );
  assertEquals(right[display](), { "text/plain": "2" });
  const missing = await checkPoints("04.99", () => 0);
  assertEquals(missing[display](), { "text/plain": "0" });
});
