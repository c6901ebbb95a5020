/**
 * Compares an answer with the reference: as a sentence that says where they first differ, in the words of the
 * exercise (names of results, names of axes), and as the numbers of both, for a picture.
 *
 * @module
 */
import { defaultTolerance, type Named, type Tolerance } from "../exercise/exercise.ts";
import {
  describeShape,
  describeValue,
  formatNumber,
  isList,
  isRecordValue,
  listShape,
  TensorData,
  type Value,
} from "../exercise/values.ts";

/** What to compare by. */
export interface CompareOptions {
  /** What the exercise calls its result, or each field of it. */
  readonly result: readonly Named[];
  /** Default: `defaultTolerance`. */
  readonly tolerance?: Tolerance;
}

/**
 * The first difference as a sentence, or undefined where `got` equals `expected` within the tolerance.
 * NaN equals nothing that is expected, except NaN.
 *
 * @example
 * ```ts
 * import { difference } from "lib/homework/judge/compare.ts";
 * import { TensorData } from "lib/homework/exercise/values.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const result = [{ name: "weights", axes: "query key" }];
 * const [expected, got] = [[0.5, 0.5], [0.5, 0.25]].map((row) => new TensorData([1, 2], row));
 * assertEquals(
 *   difference(expected, got, { result }),
 *   "weights [query 0, key 1]: expected 0.5, got 0.25",
 * );
 * ```
 */
export function difference(
  expected: Value,
  got: Value,
  options: CompareOptions,
): string | undefined {
  const tolerance = options.tolerance ?? defaultTolerance;
  if (isRecordValue(expected)) return recordDifference(expected, got, options);
  const [named] = options.result;
  const { name, axes } = named ?? { name: "the result", axes: "" };
  if (got === undefined) return `expected ${name}, got nothing: is there a return?`;
  return valueDifference(expected, got, name, axes, tolerance);
}

function recordDifference(
  expected: { readonly [name: string]: Value },
  got: Value,
  { result, tolerance = defaultTolerance }: CompareOptions,
): string | undefined {
  // In the exercise's order: what comes first in the computation is compared first.
  const named = result.map(({ name }) => name).filter((name) => Object.hasOwn(expected, name));
  const names = [...new Set([...named, ...Object.keys(expected)])];
  if (got === undefined) return `expected { ${names.join(", ")} }, got nothing: is there a return?`;
  if (!isRecordValue(got)) return `expected { ${names.join(", ")} }, got ${describeValue(got)}`;
  for (const name of names) {
    if (!Object.hasOwn(got, name)) {
      const have = Object.keys(got).join(", ") || "no field";
      return `expected a field "${name}" in the result, got { ${have} }`;
    }
    const axes = result.find((named) => named.name === name)?.axes ?? "";
    const found = valueDifference(expected[name], got[name], name, axes, tolerance);
    if (found) return found;
  }
  return undefined;
}

function valueDifference(
  expected: Value,
  got: Value,
  name: string,
  axes: string,
  tolerance: Tolerance,
): string | undefined {
  if (expected instanceof TensorData) {
    if (!(got instanceof TensorData)) {
      const wanted = `expected ${name} to be a tensor ${describeShape(expected.shape, axes)}`;
      return `${wanted}, got ${describeValue(got)}`;
    }
    if (got.shape.join() !== expected.shape.join()) {
      const wanted = `expected ${name} ${describeShape(expected.shape, axes)}`;
      return `${wanted}, got ${describeShape(got.shape)}`;
    }
    // Where numbers are asked for, whole ones or truths will do; a mask or ids have to be what they are.
    if (expected.type !== "float32" && got.type !== expected.type) {
      return `expected ${name} to be a tensor of ${expected.type}, got ${got.type}`;
    }
    return entryDifference(expected.numbers, got.numbers, expected.shape, name, axes, tolerance);
  }
  if (typeof expected === "number") {
    if (typeof got !== "number") {
      const help = got instanceof TensorData ? " (tf.Tensor to number: dataSync()[0])" : "";
      return `expected ${name} to be a number, got ${describeValue(got)}${help}`;
    }
    if (isClose(expected, got, tolerance)) return undefined;
    return `${name}: expected ${formatNumber(expected)}, got ${formatNumber(got)}`;
  }
  if (isList(expected)) return listDifference(expected, got, name, axes, tolerance);
  if (isRecordValue(expected)) {
    return recordDifference(expected, got, { result: [], tolerance });
  }
  if (expected === got) return undefined;
  return `${name}: expected ${describeValue(expected)}, got ${describeValue(got)}`;
}

function listDifference(
  expected: readonly Value[],
  got: Value,
  name: string,
  axes: string,
  tolerance: Tolerance,
): string | undefined {
  if (!isList(got)) {
    const help = got instanceof TensorData ? " (tf.Tensor to array: arraySync())" : "";
    return `expected ${name} to be an array, got ${describeValue(got)}${help}`;
  }
  const wanted = listShape(expected);
  const have = listShape(got);
  if (wanted && have) {
    if (wanted.join() !== have.join()) {
      return `expected ${name} ${describeShape(wanted, axes)}, got ${describeShape(have)}`;
    }
    return entryDifference(flatten(expected), flatten(got), wanted, name, axes, tolerance);
  }
  if (expected.length !== got.length) {
    return `expected ${name} to hold ${expected.length} entries, got ${got.length}`;
  }
  for (const [i, item] of expected.entries()) {
    const found = valueDifference(item, got[i], `${name}[${i}]`, "", tolerance);
    if (found) return found;
  }
  return undefined;
}

function flatten(list: readonly Value[]): number[] {
  return list.flatMap((item) =>
    isList(item) ? flatten(item) : typeof item === "number" ? item : []
  );
}

function entryDifference(
  expected: readonly number[],
  got: readonly number[],
  shape: readonly number[],
  name: string,
  axes: string,
  tolerance: Tolerance,
): string | undefined {
  let first = -1;
  let count = 0;
  for (let i = 0; i < expected.length; i++) {
    if (isClose(expected[i], got[i], tolerance)) continue;
    if (first < 0) first = i;
    count++;
  }
  if (first < 0) return undefined;
  const sentence =
    `${name}${place(first, shape, axes)}: expected ${formatNumber(expected[first])}, ` +
    `got ${formatNumber(got[first])}`;
  return count > 1 ? `${sentence} (${count} of ${expected.length} entries differ)` : sentence;
}

/** The place of entry `index` by axis: ` [query 0, key 1]`. */
function place(index: number, shape: readonly number[], axes: string): string {
  const names = axisNames(axes, shape);
  const steps = indicesOf(index, shape).map((at, axis) => names ? `${names[axis]} ${at}` : at);
  return steps.length > 0 ? ` [${steps.join(", ")}]` : "";
}

/** The names of the axes, where there is one for each. */
function axisNames(axes: string, shape: readonly number[]): string[] | undefined {
  const names = axes.split(" ").filter((name) => name !== "");
  return names.length === shape.length ? names : undefined;
}

/** The index along each axis of entry `index`, last axis fastest. */
function indicesOf(index: number, shape: readonly number[]): number[] {
  const indices: number[] = [];
  let rest = index;
  for (const length of shape.toReversed()) {
    indices.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return indices;
}

/** True within the tolerance; what is not finite must be the very same. */
function isClose(expected: number, got: number, { relative, absolute }: Tolerance): boolean {
  if (!Number.isFinite(expected)) return Object.is(expected, got);
  return Math.abs(expected - got) <= absolute + relative * Math.abs(expected);
}

/** A number, or the name of what JSON has no number for. */
export type Entry = number | "NaN" | "Infinity" | "-Infinity";

/** A matrix, or a vector as its one row. */
export type Matrix = readonly (readonly Entry[])[];

/** Two matrices of the same shape that are not the same. */
export interface Comparison {
  /** What the exercise calls it. */
  readonly name: string;
  /** Which part of a larger result this is, `batch 0, head 1`; empty for all of it. */
  readonly part: string;
  /** Names of rows and columns; empty where there is none. */
  readonly axes: readonly [rows: string, columns: string];
  /** The reference's numbers. */
  readonly expected: Matrix;
  /** The learner's. */
  readonly got: Matrix;
  /** Entries, row after row, that are further apart than the exercise allows. */
  readonly wrong: readonly boolean[];
}

/** The most rows and columns that are kept. */
const most = 16;

/** The first result that differs, as matrices; undefined where shapes differ or nothing is small enough. */
export function compareNumbers(
  expected: Value,
  got: Value,
  { result, tolerance = defaultTolerance }: CompareOptions,
): Comparison | undefined {
  if (isRecordValue(expected)) {
    if (!isRecordValue(got)) return undefined;
    for (const named of result) {
      const options = { result: [named], tolerance };
      const found = compareNumbers(expected[named.name], got[named.name], options);
      if (found) return found;
    }
    return undefined;
  }
  const right = asTensor(expected);
  const answer = asTensor(got);
  if (!right || !answer || right.shape.join() !== answer.shape.join()) return undefined;
  const rows = right.shape.at(-2) ?? 1;
  const columns = right.shape.at(-1) ?? 0;
  if (right.shape.length === 0 || rows > most || columns > most || rows * columns < 2) {
    return undefined;
  }
  const wrong = right.numbers.map((number, i) => !isClose(number, answer.numbers[i], tolerance));
  const first = wrong.indexOf(true);
  if (first < 0) return undefined;
  const size = rows * columns;
  const part = Math.floor(first / size);
  const matrix = ({ numbers }: TensorData): Matrix =>
    Array.from({ length: rows }, (_, row) => {
      const start = part * size + row * columns;
      return numbers.slice(start, start + columns).map(asEntry);
    });
  const [{ name, axes }] = result.length > 0 ? result : [{ name: "result", axes: "" }];
  const names = axisNames(axes, right.shape) ?? [];
  const places = indicesOf(part, right.shape.slice(0, -2))
    .map((at, axis) => `${names[axis] ?? `axis ${axis}`} ${at}`);
  return {
    name,
    part: places.join(", "),
    axes: [right.shape.length > 1 ? names.at(-2) ?? "" : "", names.at(-1) ?? ""],
    expected: matrix(right),
    got: matrix(answer),
    wrong: wrong.slice(part * size, (part + 1) * size),
  };
}

function asTensor(value: Value): TensorData | undefined {
  if (value instanceof TensorData) return value;
  const shape = isList(value) ? listShape(value) : undefined;
  return shape && isList(value) ? new TensorData(shape, flatten(value)) : undefined;
}

function asEntry(number: number): Entry {
  if (Number.isFinite(number)) return number;
  return Number.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
}
