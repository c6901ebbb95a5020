import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { generate, greedyDecode, sampleDecode } from "lib/decoding/generate.ts";
import { argMax, topK } from "lib/decoding/logits.ts";
import { prefixDecoder } from "lib/decoding/prefix.ts";
import { gatherState, mapTensors, tensorsOf } from "lib/decoding/step.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { endId, startId, toyLogProbabilities, toyStart, toyStep } from "./toy_model.ts";

await ready();

const vocab = 5;
const sources = [3, 7, 2, 18, 4, 31, 15]; // ends at the first token, later, and not at all

function options(chosen = sources, maxLength = 6) {
  return {
    start: () => toyStart(chosen),
    step: toyStep(vocab),
    prompts: chosen.map(() => [startId]),
    endId,
    maxLength,
  };
}

Deno.test("greedyDecode: takes the likeliest token until the end, row by row", async () => {
  const decoded = await greedyDecode(options());
  assertEquals(new Set(decoded.map(({ finished }) => finished)).size, 2); // both kinds occur
  decoded.forEach(({ tokens, logProbability, finished }, i) => {
    const expected: number[] = [];
    let sum = 0;
    while (expected.length < 6 && expected.at(-1) !== endId) {
      const values = toyLogProbabilities(sources[i], [startId, ...expected], vocab);
      sum += Math.max(...values);
      expected.push(argMax(values));
    }
    assertEquals(finished, expected.at(-1) === endId);
    assertEquals(tokens, expected.filter((token) => token !== endId));
    assertAlmostEquals(logProbability, sum, 1e-5);
  });
});

Deno.test("greedyDecode: a row does not depend on its neighbours", async () => {
  const together = await greedyDecode(options());
  for (const [i, source] of sources.entries()) {
    assertEquals(await greedyDecode(options([source])), [together[i]]);
  }
});

Deno.test("greedyDecode: maxLength counts the end token, and may be 1", async () => {
  const one = await greedyDecode(options(sources, 1));
  assert(one.every(({ tokens, finished }) => tokens.length === (finished ? 0 : 1)));
});

Deno.test("greedyDecode: longer prompts are fed token by token", async () => {
  const [decoded] = await greedyDecode({ ...options([42]), prompts: [[startId, 3, 2]] });
  const values = toyLogProbabilities(42, [startId, 3, 2], vocab);
  assertEquals(decoded.tokens[0] ?? endId, argMax(values));
});

Deno.test("greedyDecode: weights are kept on demand, one entry for each token and the end", async () => {
  const decoded = await greedyDecode({ ...options(), keepWeights: true });
  decoded.forEach(({ tokens, finished, weights }) => {
    assertEquals(weights?.length, tokens.length + (finished ? 1 : 0));
    weights?.forEach(([[length], [sum]], t) => {
      assertEquals(length, t + 1);
      assertEquals(sum, tokens.slice(0, t).reduce((total, token) => total + token, startId));
    });
  });
  assertEquals((await greedyDecode(options())).map(({ weights }) => weights)[0], undefined);
});

Deno.test("sampleDecode: the seed decides, and topK(1) is greedy", async () => {
  const draw = (seed: number) => sampleDecode({ ...options(), random: new Random(seed) });
  assertEquals(await draw(5), await draw(5));
  assert(JSON.stringify(await draw(5)) !== JSON.stringify(await draw(6)));
  const first = await sampleDecode({ ...options(), transform: topK(1), random: new Random(1) });
  assertEquals(first, await greedyDecode(options()));
});

Deno.test("sampleDecode: first tokens come as often as the model says", async () => {
  const many = new Array<number>(3000).fill(42);
  const decoded = await sampleDecode({ ...options(many, 1), random: new Random(9) });
  const counts = new Array<number>(vocab).fill(0);
  for (const { tokens } of decoded) counts[tokens[0] ?? endId]++;
  toyLogProbabilities(42, [startId], vocab).forEach((value, token) => {
    assertAlmostEquals(counts[token] / 3000, Math.exp(value), 0.03);
  });
});

Deno.test("prefixDecoder: re-running the prefix decodes as the cached steps do", async () => {
  const logits = (prefix: tf.Tensor, [source]: readonly tf.Tensor[]) => {
    const ids = source.dataSync();
    const rows = prefix.as2D(prefix.shape[0], prefix.shape[1] ?? 1).arraySync();
    return tf.tensor3d(
      rows.map((row, i) =>
        row.map((_, t) => toyLogProbabilities(ids[i], row.slice(0, t + 1), vocab))
      ),
    );
  };
  const { start, step } = prefixDecoder(logits);
  const source = tf.tensor2d(sources.map((id) => [id]), undefined, "int32");
  const decoded = await greedyDecode({ ...options(), start: () => start([source]), step });
  assertEquals(decoded, await greedyDecode(options()));
  assertEquals([...source.dataSync()], sources); // the caller's own tensor is still alive
  source.dispose();
});

Deno.test("generate: leaves no tensor behind, nor when the model fails", async () => {
  const before = tf.memory().numTensors;
  await greedyDecode({ ...options(), keepWeights: true });
  assertEquals(tf.memory().numTensors, before);
  const step = toyStep(vocab);
  await assertRejects(
    () =>
      greedyDecode({
        ...options(),
        step: (tokens, state) => {
          const output = step(tokens, state);
          if (state.step === 2) throw new RangeError("expected at most 2 positions, got 3");
          return output;
        },
      }),
    RangeError,
    "at most 2 positions",
  );
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("generate: prompts and lengths that cannot be decoded are refused", async () => {
  const choose = argMax;
  const rejects = (change: object, message: string) =>
    assertRejects(() => generate({ ...options(), ...change, choose }), RangeError, message);
  await rejects({ prompts: [[1], [1, 2]] }, "prompts of one length above 0, got lengths 1, 2");
  await rejects({ prompts: [] }, "got lengths of none");
  await rejects({ maxLength: 0 }, "maxLength of at least 1, got 0");
  await rejects(
    { step: () => ({ logits: tf.zeros([2, 3]), state: toyStart(sources) }) },
    "expected logits [batch, vocab] = [7, any], got [2,3]",
  );
});

Deno.test("tensorsOf, mapTensors: every tensor of lists and records, and the rest as it is", () => {
  tf.tidy(() => {
    const a = tf.scalar(1);
    const b = tf.scalar(2);
    const c = tf.scalar(3);
    const state = { step: 5, past: [{ keys: a, values: b }, { keys: c, values: undefined }] };
    assertEquals(tensorsOf(state), [a, b, c]);
    const doubled = mapTensors(state, (tensor) => tf.mul(tensor, 2));
    assertEquals(tensorsOf(doubled).map((tensor) => tensor.dataSync()[0]), [2, 4, 6]);
    assertEquals([doubled.step, doubled.past[1].values], [5, undefined]);
  });
});

Deno.test("gatherState: repeats, drops and moves rows of every type, and keeps the rest", () => {
  const state = {
    tensors: [
      tf.tensor2d([[1, 2], [3, 4], [5, 6]]),
      tf.tensor1d([true, false, true], "bool"),
      tf.tensor3d([[[7]], [[8]], [[9]]], undefined, "int32"),
    ],
    step: 4,
    name: "kept",
  };
  const gathered = gatherState(state, [2, 0, 0, 2]);
  assertEquals(gathered.tensors.map((tensor) => [...tensor.dataSync()]), [
    [5, 6, 1, 2, 1, 2, 5, 6],
    [1, 1, 1, 1],
    [9, 7, 7, 9],
  ]);
  assertEquals(gathered.tensors.map(({ dtype }) => dtype), ["float32", "bool", "int32"]);
  assertEquals([gathered.step, gathered.name], [4, "kept"]);
});
