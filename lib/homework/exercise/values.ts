/**
 * The values that travel between an exercise and a learner's function: numbers, words, lists, records
 * and tensors, as plain data. References are written against these, so that no reference needs tfjs.
 *
 * @module
 */

/** What a tensor's numbers are. */
export type NumberType = "float32" | "int32" | "bool";

/** A tensor as plain data: its shape and its numbers, last axis fastest. */
export class TensorData {
  /**
   * Numbers and their shape.
   *
   * @param shape The length of each axis, outermost first.
   * @param numbers As many as the shape holds; a `RangeError` says otherwise.
   */
  constructor(
    readonly shape: readonly number[],
    readonly numbers: readonly number[],
    readonly type: NumberType = "float32",
  ) {
    const size = shape.reduce((product, length) => product * length, 1);
    if (size !== numbers.length) {
      throw new RangeError(
        `expected ${size} numbers for the shape [${shape.join(", ")}], got ${numbers.length}`,
      );
    }
  }

  /** A matrix from its rows. */
  static fromRows(rows: readonly (readonly number[])[], type?: NumberType): TensorData {
    return new TensorData([rows.length, rows[0]?.length ?? 0], rows.flat(), type);
  }

  /** The rows of a matrix. */
  rows(): number[][] {
    const [count, width] = this.shape;
    if (this.shape.length !== 2) {
      throw new RangeError(`expected two axes, got shape [${this.shape.join(", ")}]`);
    }
    return Array.from({ length: count }, (_, i) => this.numbers.slice(i * width, (i + 1) * width));
  }
}

/**
 * A function given to the learner's function, such as the `step` of a search. It cannot travel as data:
 * both sides make it by calling the export `name` of a course module with `data`.
 */
export class FunctionValue {
  /** Names an export; nothing is imported yet. */
  constructor(
    /** The module, by its alias: `lib/homework/exercise/steps.ts`. It imports nothing from the course. */
    readonly module: string,
    /** The export that, called with `data`, returns the function. */
    readonly name: string,
    /** What the export is called with. */
    readonly data: readonly Value[],
  ) {}
}

/** An argument or a result of a learner's function. */
export type Value =
  | number
  | string
  | boolean
  | null
  | undefined
  | TensorData
  | FunctionValue
  | readonly Value[]
  | { readonly [name: string]: Value };

/** True for a record: neither a list nor a tensor. */
export function isRecordValue(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof TensorData) && !(value instanceof FunctionValue);
}

/** True for a list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A number for a reader: at most five digits, `NaN` and `Infinity` by name. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  const short = Number(value.toPrecision(5));
  return Math.abs(short) < 1e-4 ? short.toExponential() : String(short);
}

/** An entry of a tensor for a reader: truths are `true` and `false`. */
export function formatEntry(entry: number, type: NumberType): string {
  return type === "bool" ? String(entry !== 0) : formatNumber(entry);
}

/**
 * Two numbers that differ, for a reader: with as many digits as it takes to see that they do.
 *
 * @example
 * ```ts
 * import { formatApart } from "lib/homework/exercise/values.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatApart(0.66467, 0.5), ["0.66467", "0.5"]);
 * assertEquals(formatApart(0.664671, 0.664672), ["0.664671", "0.664672"]);
 * ```
 */
export function formatApart(first: number, second: number): [string, string] {
  const short: [string, string] = [formatNumber(first), formatNumber(second)];
  if (short[0] !== short[1]) return short;
  for (let digits = 6; digits <= 17; digits++) {
    const longer = [first, second].map((value) => String(Number(value.toPrecision(digits))));
    if (longer[0] !== longer[1]) return [longer[0], longer[1]];
  }
  return short;
}

/** A shape with its axes' names: `[query, key] = [3, 5]`. */
export function describeShape(shape: readonly number[], axes = ""): string {
  const names = axes.split(" ").filter((name) => name !== "");
  const lengths = `[${shape.join(", ")}]`;
  return names.length === shape.length && names.length > 0
    ? `[${names.join(", ")}] = ${lengths}`
    : lengths;
}

/**
 * A value for a reader, in one line. Long lists are named by their size, and so are tensors of more than
 * `longest` numbers; within a record, of more than half as many.
 */
export function describeValue(value: Value, axes = "", longest = 8): string {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof TensorData) {
    const shape = `tensor ${describeShape(value.shape, axes)}`;
    return value.numbers.length <= longest
      ? `${shape} (${value.numbers.map((entry) => formatEntry(entry, value.type)).join(", ")})`
      : shape;
  }
  if (value instanceof FunctionValue) return `function ${value.name}`;
  if (isList(value)) return describeList(value, axes, longest);
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value).map(([name, item]) =>
      `${name}: ${describeValue(item, "", longest / 2)}`
    );
    return `{ ${fields.join(", ")} }`;
  }
  return String(value);
}

function describeList(list: readonly Value[], axes: string, longest: number): string {
  const shape = listShape(list);
  const size = shape?.reduce((product, length) => product * length, 1);
  if (shape && size !== undefined && size > 8) return `array ${describeShape(shape, axes)}`;
  if (list.length > 12) return `array of ${list.length}`;
  return `[${list.map((item) => describeValue(item, "", longest)).join(", ")}]`;
}

/** The shape of nested lists of numbers, or undefined if they are ragged or hold anything else. */
export function listShape(list: readonly Value[]): number[] | undefined {
  if (list.every((item) => typeof item === "number")) return [list.length];
  const shapes = list.map((item) => isList(item) ? listShape(item) : undefined);
  const [first] = shapes;
  if (!first || shapes.some((shape) => shape?.join() !== first.join())) return undefined;
  return [list.length, ...first];
}
