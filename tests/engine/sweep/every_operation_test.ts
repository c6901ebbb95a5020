/**
 * Everything that tfjs exports computes the same on the engine as on its cpu backend, forward and, where
 * tfjs has a gradient, backward.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { KernelRegistry } from "lib/engine/registry.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { type Given, relativeError } from "../against_cpu.ts";
import { type Case, CASES, type Returned } from "./cases.ts";
import { operations, unknownNamespaces } from "./exports.ts";

/** A tensor's shape, type and numbers (or words). */
interface Answer {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: ArrayLike<number> | readonly string[];
}

/** What a computation gave, or the error in its place. */
type Outcome = readonly Answer[] | Error;

/** Of one call: its results, and the gradients of a weighted sum of them where tfjs has some. */
interface Outcomes {
  readonly forward: Outcome;
  readonly backward: Outcome;
  /** How many tensors the forward pass left behind. */
  readonly left: number;
}

const isNumbers = (values: Answer["values"]): values is ArrayLike<number> =>
  values.length === 0 || typeof values[0] === "number";

function tensorsOf(returned: Returned): tf.Tensor[] {
  return returned instanceof tf.Tensor ? [returned] : Object.values(returned);
}

function read(tensors: readonly tf.Tensor[]): Answer[] {
  return tensors.map((tensor) => ({
    shape: tensor.shape,
    dtype: tensor.dtype,
    values: tensor.dataSync(),
  }));
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Tensors of what is given, with numbers from a stream where none are. */
function inputsFor(given: readonly Given[]): tf.Tensor[] {
  const random = new Random(7);
  return given.map(({ shape, dtype, values }) => {
    const count = tf.util.sizeFromShape([...shape]);
    const numbers = values ?? Array.from({ length: count }, () => random.uniform() * 2 - 1);
    return tf.tensor([...numbers], [...shape], dtype);
  });
}

/** Runs `compute` and disposes of every tensor that it made. */
async function inScope<T>(compute: () => T | Promise<T>): Promise<T> {
  tf.engine().startScope();
  try {
    return await compute();
  } finally {
    tf.engine().endScope();
  }
}

async function outcomesOf({ given, call }: Case): Promise<Outcomes> {
  const before = tf.memory().numTensors;
  let isAsynchronous = false;
  const forward = await inScope(async () => {
    try {
      const returned = call(inputsFor(given));
      isAsynchronous = returned instanceof Promise;
      return read(tensorsOf(await returned));
    } catch (error) {
      return errorOf(error);
    }
  });
  const left = tf.memory().numTensors - before;
  if (isAsynchronous || forward instanceof Error) return { forward, backward: [], left };
  const backward = await inScope(() => {
    try {
      return gradientsOf(inputsFor(given), call);
    } catch (error) {
      return errorOf(error);
    }
  });
  return { forward, backward, left };
}

/** The gradients of a weighted sum of what a call returns with respect to its float inputs. */
function gradientsOf(inputs: tf.Tensor[], call: Case["call"]): Answer[] {
  const sources = inputs.filter(({ dtype }) => dtype === "float32");
  if (sources.length === 0) return [];
  const loss = (...floating: tf.Tensor[]) => {
    let next = 0;
    const returned = call(inputs.map((x) => x.dtype === "float32" ? floating[next++] : x));
    if (returned instanceof Promise) throw new Error("expected a call that does not wait");
    const floats = tensorsOf(returned).flatMap((x) =>
      x.dtype === "complex64" ? [tf.real(x), tf.imag(x)] : x.dtype === "float32" ? [x] : []
    );
    // A weight for each number, so that a gradient in a wrong place shows.
    return tf.addN(
      floats.map((x) => tf.sum(tf.mul(x, tf.cos(tf.reshape(tf.range(1, x.size + 1), x.shape))))),
    );
  };
  return read(tf.grads(loss)(sources));
}

/** What differs, as a phrase; undefined if nothing does, or if the cpu backend has nothing to compare with. */
function difference(found: Outcome, wanted: Outcome, what = "result"): string | undefined {
  if (wanted instanceof Error) return undefined;
  if (found instanceof Error) return `no ${what}: ${found.message}`;
  if (found.length !== wanted.length) return `${found.length} ${what}s for ${wanted.length}`;
  for (const [index, want] of wanted.entries()) {
    const { shape, dtype, values } = found[index];
    if (`${dtype} [${shape}]` !== `${want.dtype} [${want.shape}]`) {
      return `${what} ${index} is ${dtype} [${shape}] instead of ${want.dtype} [${want.shape}]`;
    }
    const same = isNumbers(values) && isNumbers(want.values)
      ? agree(values, want.values)
      : `${values}` === `${want.values}`;
    if (!same) {
      return `${what} ${index} is ${shortened(values)} instead of ${shortened(want.values)}`;
    }
  }
  return undefined;
}

/** NaN and infinities in the same places, and the rest equal to float32's precision. */
function agree(found: ArrayLike<number>, wanted: ArrayLike<number>): boolean {
  const [a, b] = [Array.from(found), Array.from(wanted)];
  const special = (value: number) => Number.isFinite(value) ? 0 : value;
  if (a.some((value, i) => !Object.is(special(value), special(b[i])))) return false;
  const finite = (values: number[]) => values.map((value) => Number.isFinite(value) ? value : 0);
  return relativeError(finite(a), finite(b)) <= 1e-5 ||
    a.every((value, i) => !Number.isFinite(value) || Math.abs(value - b[i]) <= 1e-6);
}

const shortened = (values: Answer["values"]) => `${Array.from<unknown>(values).slice(0, 8)}…`;

/** The float inputs as whole numbers: many kernels of tfjs compute on both. */
function onWholeNumbers({ given, call }: Case): Case {
  const random = new Random(11);
  return {
    given: given.map(({ shape, dtype = "float32", values }) =>
      dtype !== "float32" ? { shape, dtype, values } : {
        shape,
        dtype: "int32",
        values: values?.map(Math.round) ??
          Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => random.integer(9) - 4),
      }
    ),
    call,
  };
}

async function onBackend(name: string, cases: readonly Case[]): Promise<Outcomes[]> {
  await tf.setBackend(name);
  const outcomes: Outcomes[] = [];
  for (const each of cases) outcomes.push(await outcomesOf(each));
  return outcomes;
}

const names = Object.entries(CASES).flatMap(([name, cases]) =>
  cases.map((_, i) => `${name}, call ${i + 1}`)
);
const cases = Object.values(CASES).flat();

/** Compares every call on both backends; returns what differs. */
async function differences(cases: readonly Case[]): Promise<string[]> {
  await ready();
  const found = await onBackend("wasm", cases);
  const wanted = await onBackend("cpu", cases);
  await tf.setBackend("wasm");
  return names.flatMap((name, i) => {
    const { forward, backward, left } = found[i];
    return [
      difference(forward, wanted[i].forward),
      difference(backward, wanted[i].backward, "gradient"),
      left > 0 ? `${left} tensors are left behind` : undefined,
    ].filter((found) => found !== undefined).map((found) => `${name}: ${found}`);
  });
}

Deno.test("every operation: each that tfjs exports is called", () => {
  assertEquals(operations().sort(), Object.keys(CASES).sort());
  assertEquals(unknownNamespaces(), []);
});

/** Kernels of the cpu backend that no call reaches, and why. */
const UNREACHED: Readonly<Record<string, string>> = {
  Draw: "it draws on a canvas, which Deno has not",
};

Deno.test("every operation: values and gradients as on the cpu backend", async () => {
  await ready();
  const registry = new KernelRegistry(), reached = new Set<string>();
  const kernels = tf.getKernelsForBackend("cpu").map(({ kernelName }) => kernelName);
  for (const name of kernels) {
    registry.replace(name, (before) => (call) => {
      reached.add(name);
      return before(call);
    });
  }
  try {
    assertEquals(await differences(cases), []);
  } finally {
    registry.restore();
  }
  assertEquals(kernels.filter((name) => !reached.has(name)).sort(), Object.keys(UNREACHED));
});

Deno.test("every operation: the same on whole numbers", async () => {
  assertEquals(await differences(cases.map(onWholeNumbers)), []);
});

Deno.test("every operation: the cpu backend computes each call, so that there is something to compare", async () => {
  await ready();
  const outcomes = await onBackend("cpu", cases);
  await tf.setBackend("wasm");
  const failures = outcomes.map(({ forward }) =>
    forward instanceof Error ? forward.message : undefined
  );
  assertEquals(names.filter((_, i) => failures[i] !== undefined), []);
});
