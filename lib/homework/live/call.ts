/**
 * Calls a learner's function, the solution or a known mistake, all in the same way: with live copies of plain
 * values, without leaving a tensor behind, and with a look at what it did to its inputs.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { forbiddenKernel } from "../exercise/outcome.ts";
import {
  FunctionValue,
  isList,
  isRecordValue,
  TensorData,
  type Value,
} from "../exercise/values.ts";
import { fromLive, type Live, tensorsIn, toLive } from "./values.ts";

/** What a call gave. */
export interface Called {
  /** What the function returned. */
  readonly value: Value;
  /** The first argument, counted from 0, that the function has changed in place. */
  readonly changed?: number;
}

/**
 * Calls `learner` with live copies of `values` and returns its result as plain data. What a synchronous
 * function made on the way is disposed; an asynchronous one looks after its own tensors, since disposing
 * them under it would break it.
 *
 * @param forbidden Kernels of tfjs that end the call, see `ExerciseDefinition.forbiddenKernels`.
 */
export async function callLive(
  learner: CallableFunction,
  values: readonly Value[],
  forbidden: readonly string[] = [],
): Promise<Called> {
  const args = await Promise.all(values.map(toLive));
  const kept: tf.Tensor[] = [];
  let result: Live;
  const allowAgain = forbidKernels(forbidden);
  try {
    const isAsynchronous = learner.constructor.name === "AsyncFunction";
    result = isAsynchronous ? await learner(...args) : callInScope(learner, args, kept);
    const value = await fromLive(result);
    const changed = values.findIndex((before, i) => !isUnchanged(before, args[i]));
    return changed < 0 ? { value } : { value, changed };
  } finally {
    allowAgain();
    tf.dispose([...tensorsIn(args), ...tensorsIn(result), ...kept]);
  }
}

/** Calls a function that is not `async`. Where it returns promises, all its tensors are `kept` for them. */
function callInScope(
  learner: CallableFunction,
  args: readonly Live[],
  kept: tf.Tensor[],
): Live {
  const engine = tf.engine();
  let result: Live;
  engine.startScope("homework");
  try {
    return result = learner(...args);
  } finally {
    if (holdsPromise(result)) kept.push(...engine.state.activeScope?.track ?? []);
    // Tensors in the result live on; the scope disposes the others.
    engine.endScope([...tensorsIn(result), ...kept]);
  }
}

function holdsPromise(result: Live): boolean {
  if (result instanceof Promise) return true;
  return typeof result === "object" && result !== null &&
    Object.values(result).some((item) => item instanceof Promise);
}

/** Makes each op that runs one of these kernels throw, until the function that it returns is called. */
function forbidKernels(names: readonly string[]): () => void {
  if (names.length === 0) return () => {};
  const engine = tf.engine();
  const own = Object.getOwnPropertyDescriptor(engine, "runKernel");
  engine.runKernel = new Proxy(engine.runKernel, {
    apply(target, self, args) {
      const [kernel] = args;
      if (names.includes(kernel)) {
        throw Object.assign(new Error(kernel), { name: forbiddenKernel });
      }
      return Reflect.apply(target, self, args);
    },
  });
  return () => {
    // As it was: a property that stays behind would look as if a learner's code had left it.
    if (own) Object.defineProperty(engine, "runKernel", own);
    else Reflect.deleteProperty(engine, "runKernel");
  };
}

/** True if a live argument still holds what it was made of. A disposed tensor has lost nothing of it. */
function isUnchanged(before: Value, live: Live): boolean {
  if (before instanceof TensorData) {
    if (!(live instanceof tf.Tensor) || live.isDisposed) return true;
    const now = live.dataSync<"float32" | "int32" | "bool">();
    return before.numbers.every((number, i) =>
      before.type === "float32" ? Object.is(Math.fround(number), now[i]) : number === Number(now[i])
    );
  }
  if (before instanceof FunctionValue) return true;
  if (isList(before)) {
    return Array.isArray(live) && live.length === before.length &&
      before.every((item, i) => isUnchanged(item, live[i]));
  }
  if (isRecordValue(before)) {
    if (typeof live !== "object" || live === null) return false;
    const now = new Map<string, Live>(Object.entries(live));
    const names = Object.keys(before);
    return now.size === names.length &&
      names.every((name) => now.has(name) && isUnchanged(before[name], now.get(name)));
  }
  return Object.is(before, live);
}
