/**
 * How tensors look when they are printed or are a cell's result. tfjs shows what a tensor is made of inside
 * (`kept`, `dataId`, `strides`); here it shows what it holds, laid out and rounded as PyTorch does it:
 *
 * ```
 * Tensor float32 [2, 3]
 * [[ 1.0000, -0.5000,  2.2500],
 *  [ 0.0000,  3.1416, 10.0000]]
 * ```
 *
 * The same holds for tensors inside of arrays and objects, for variables, and for tensors that have been
 * disposed of, which say so.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/** Digits behind the point. */
const precision = 4;
/** Larger tensors are shown by their edges. */
const mostValues = 1000;
/** How many entries of an axis stand at each end of what is left out. */
const edge = 3;
/** Columns of a line. */
const lineWidth = 80;

/**
 * What a tensor holds, in words and rounded numbers.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { tensorText } from "lib/tensor/inspect.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tensorText(tf.tensor1d([1, 2.5])), "Tensor float32 [2]: [1.0000, 2.5000]");
 * assertEquals(tensorText(tf.tensor1d([1, 2])), "Tensor float32 [2]: [1., 2.]");
 * assertEquals(tensorText(tf.scalar(3, "int32")), "Tensor int32 []: 3");
 * ```
 */
export function tensorText(tensor: tf.Tensor): string {
  const name = tensor instanceof tf.Variable ? "Variable" : "Tensor";
  const head = `${name} ${tensor.dtype} [${tensor.shape.join(", ")}]`;
  if (tensor.isDisposed) return `${head}: disposed`;
  if (tensor.size === 0) return `${head}: empty`;
  let values: ArrayLike<number | string>;
  try {
    values = tensor.dataSync();
  } catch {
    return head; // the numbers lie where they cannot be read at once, such as on a graphics card
  }
  const body = layOut(values, tensor.shape, tensor.dtype);
  return body.includes("\n") ? `${head}\n${body}` : `${head}: ${body}`;
}

/** Lets `console.log`, `Deno.inspect` and the results of cells show tensors by {@linkcode tensorText}. */
export function inspectTensorsByValue(): void {
  Object.defineProperty(tf.Tensor.prototype, Symbol.for("Deno.customInspect"), {
    value(this: tf.Tensor, _inspect: unknown, { indentationLvl = 0 }: Indentation = {}): string {
      // Inside of an array or an object the rows stand as far to the right as the rest.
      return tensorText(this).replaceAll("\n", `\n${" ".repeat(indentationLvl)}`);
    },
    configurable: true,
    writable: true,
  });
}

/** What `Deno.inspect` tells of the place where a value stands. */
interface Indentation {
  readonly indentationLvl?: number;
}

/** The values in nested brackets, in columns. */
function layOut(
  values: ArrayLike<number | string>,
  shape: readonly number[],
  dtype: tf.DataType,
): string {
  const isWhole = values.length <= mostValues;
  /** Positions along an axis; undefined stands for those that are left out. */
  const positions = (length: number): (number | undefined)[] => {
    const all = Array.from({ length }, (_, index) => index);
    if (isWhole || length <= 2 * edge) return all;
    return [...all.slice(0, edge), undefined, ...all.slice(-edge)];
  };
  const shown: (number | string)[] = [];
  const collect = (axis: number, offset: number): void => {
    if (axis === shape.length) return void shown.push(values[offset]);
    for (const position of positions(shape[axis])) {
      if (position !== undefined) collect(axis + 1, offset * shape[axis] + position);
    }
  };
  collect(0, 0);
  const format = formatter(shown, dtype);
  const width = Math.max(...shown.map((value) => format(value).length));

  const write = (axis: number, offset: number): string => {
    if (axis === shape.length) return format(values[offset]).padStart(width);
    const parts = positions(shape[axis]).map((position) =>
      position === undefined ? "…" : write(axis + 1, offset * shape[axis] + position)
    );
    const indent = " ".repeat(axis + 1);
    if (axis === shape.length - 1) return `[${inLines(parts, indent)}]`;
    const gap = `,${"\n".repeat(shape.length - 1 - axis)}${indent}`;
    return `[${parts.join(gap)}]`;
  };
  return write(0, 0);
}

/** Parts with commas between them, broken where a line is full. */
function inLines(parts: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    const longer = line === "" ? part : `${line}, ${part}`;
    if (line !== "" && indent.length + longer.length > lineWidth) {
      lines.push(line);
      line = part;
    } else line = longer;
  }
  return [...lines, line].join(`,\n${indent}`);
}

/** One way to write all the values: whole numbers, with digits behind the point, or with an exponent. */
function formatter(
  values: readonly (number | string)[],
  dtype: tf.DataType,
): (value: number | string) => string {
  if (dtype === "string") return (value) => JSON.stringify(value);
  if (dtype === "bool") return (value) => value ? "true" : "false";
  if (dtype !== "float32") return (value) => `${value}`;
  const sizes = values.map((value) => Math.abs(Number(value)))
    .filter((size) => size > 0 && Number.isFinite(size));
  const areWhole = sizes.every((size) => Number.isInteger(size) && size < 1e8);
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  // PyTorch's rule, torch/_tensor_str.py; but whole numbers get no exponent.
  const byExponent = sizes.length > 0 &&
    (largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4);
  return (value) => {
    const number = Number(value);
    if (!Number.isFinite(number)) return `${number}`;
    if (areWhole) return `${number}.`;
    return byExponent ? number.toExponential(precision) : number.toFixed(precision);
  };
}
