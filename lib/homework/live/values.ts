/**
 * Plain values to what a learner's function takes, and what it returns back to plain values. It runs in
 * the notebook's kernel and in the sandbox: nothing here knows an expected answer.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { importCourseModule } from "lib/platform/course_modules.ts";
import { FunctionValue, isRecordValue, TensorData, type Value } from "../exercise/values.ts";

/** What a learner's function is called with, or returns. */
export type Live = unknown;

/** A value as a learner's function takes it: new tensors, new lists, functions that can be called. */
export async function toLive(value: Value): Promise<Live> {
  if (value instanceof TensorData) {
    return tf.tensor(numbersOf(value), [...value.shape], value.type);
  }
  if (value instanceof FunctionValue) {
    const module = await importCourseModule(value.module);
    const make = module[value.name];
    if (typeof make !== "function") {
      throw new TypeError(`expected ${value.module} to export the function ${value.name}`);
    }
    return make(...await Promise.all(value.data.map(toLive)));
  }
  if (Array.isArray(value)) return await Promise.all(value.map(toLive));
  if (isRecordValue(value)) {
    const fields = Object.entries(value).map(async ([name, item]) => [name, await toLive(item)]);
    return Object.fromEntries(await Promise.all(fields));
  }
  return value;
}

/** As tfjs stores them: it takes a typed array as it is, and looks through a list. */
function numbersOf({ numbers, type }: TensorData): Float32Array | Int32Array | Uint8Array {
  if (type === "float32") return Float32Array.from(numbers);
  return type === "int32" ? Int32Array.from(numbers) : Uint8Array.from(numbers);
}

/** Lists and records in a result may be nested so deep. */
const deepest = 8;
/** A result may hold so many entries in all; no exercise asks for more than a few thousand. */
const mostEntries = 1_000_000;

/**
 * What a learner's function returned, as plain data: promises in it are awaited, typed arrays and sets are lists,
 * maps and instances of classes are records. A `TypeError` names what cannot be compared.
 */
export async function fromLive(live: Live): Promise<Value> {
  let entries = 0;
  const count = (more: number): void => {
    entries += more;
    if (entries > mostEntries) {
      throw new TypeError(`the result holds more than ${mostEntries} entries`);
    }
  };
  return await plain(live, count, 0);
}

async function plain(
  live: Live,
  count: (more: number) => void,
  depth: number,
): Promise<Value> {
  if (depth > deepest) {
    throw new TypeError(`the result is nested more than ${deepest} levels deep`);
  }
  if (live === null || live === undefined) return live;
  if (typeof live === "number" || typeof live === "string" || typeof live === "boolean") {
    return live;
  }
  if (live instanceof tf.Tensor) {
    count(live.size);
    return await fromTensor(live);
  }
  if (ArrayBuffer.isView(live) && Symbol.iterator in live) {
    // A view with an iterator is a typed array; TypeScript has no type for all of them.
    const numbers = live as Float32Array;
    count(numbers.length);
    return Array.from(numbers, Number);
  }
  if (isPromise(live)) return await plain(await live, count, depth + 1);
  if (Array.isArray(live) || live instanceof Set) {
    const held = live instanceof Set ? [...live] : live;
    count(held.length);
    const items: Value[] = [];
    for (const item of held) items.push(await plain(item, count, depth + 1));
    return items;
  }
  if (typeof live === "object") {
    const entries = fieldsOf(live);
    count(entries.length);
    const fields: [string, Value][] = [];
    for (const [name, item] of entries) {
      fields.push([String(name), await plain(item, count, depth + 1)]);
    }
    return Object.fromEntries(fields);
  }
  throw new TypeError(`the result holds a ${typeof live}, which cannot be compared`);
}

function isPromise(live: object | Live): live is PromiseLike<Live> {
  return typeof live === "object" && live !== null && "then" in live &&
    typeof live.then === "function";
}

/**
 * What a map or an object holds, by name. An instance of a class also has what its class computes on demand:
 * `get output()`.
 */
function fieldsOf(live: object): readonly (readonly [name: unknown, item: Live])[] {
  if (live instanceof Map) return [...live];
  const fields = new Map<string, Live>(Object.entries(live));
  for (
    let owner = Object.getPrototypeOf(live);
    owner !== null && owner !== Object.prototype && Object.getPrototypeOf(owner) !== null;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (get && !fields.has(name)) fields.set(name, get.call(live));
    }
  }
  return [...fields];
}

async function fromTensor(tensor: tf.Tensor): Promise<TensorData> {
  const { dtype, shape } = tensor;
  if (tensor.isDisposed) {
    throw new TypeError(
      `the result holds a tensor that was disposed: return it from tf.tidy, and do not dispose it`,
    );
  }
  if (!shape.every(Number.isInteger)) {
    throw new TypeError(
      `the result has the shape [${shape.join(", ")}]; each length must be a whole number`,
    );
  }
  if (dtype !== "float32" && dtype !== "int32" && dtype !== "bool") {
    throw new TypeError(`the result is a tensor of ${dtype}, which cannot be compared`);
  }
  const data = await tensor.data<"float32" | "int32" | "bool">();
  // tf.cast of ids to bool leaves the ids in the tensor: each but 0 is true.
  const numbers = Array.from(data, dtype === "bool" ? (truth) => truth ? 1 : 0 : Number);
  return new TensorData([...shape], numbers, dtype);
}

/** Every tensor that a live value holds, as far as a result may reach. */
export function tensorsIn(live: Live): tf.Tensor[] {
  const found = new Set<Live>();
  let layer = [live];
  for (let depth = 0; depth <= deepest && found.size <= mostEntries; depth++) {
    const next: Live[] = [];
    for (const item of layer) {
      if (found.has(item)) continue;
      found.add(item);
      for (const held of heldBy(item)) next.push(held);
    }
    layer = next;
  }
  return [...found].filter((item) => item instanceof tf.Tensor);
}

function heldBy(live: Live): readonly Live[] {
  if (typeof live !== "object" || live === null || live instanceof tf.Tensor) return [];
  if (ArrayBuffer.isView(live)) return [];
  if (Array.isArray(live)) return live.length > mostEntries ? [] : live;
  if (live instanceof Set) return [...live];
  if (live instanceof Map) return [...live.values()];
  // Own fields alone: what a class computes on demand is asked for once, when the result is read.
  return Object.values(live);
}
