/**
 * The numbers of an answer beside those of the reference, where there are few enough to look at: what a
 * report draws of a mistake.
 *
 * @module
 */
import { type CompareOptions, isClose } from "./compare.ts";
import { defaultTolerance } from "../exercise/exercise.ts";
import { isList, isRecord, listShape, TensorData, type Value } from "../exercise/values.ts";

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
  if (isRecord(expected)) {
    if (!isRecord(got)) return undefined;
    for (const named of result) {
      const [right, answer] = [expected[named.name], got[named.name]];
      const found = compareNumbers(right, answer, { result: [named], tolerance });
      if (found) return found;
    }
    return undefined;
  }
  const [right, answer] = [asTensor(expected), asTensor(got)];
  if (!right || !answer || right.shape.join() !== answer.shape.join()) return undefined;
  const [rows, columns] = [right.shape.at(-2) ?? 1, right.shape.at(-1) ?? 0];
  if (right.shape.length === 0 || rows > most || columns > most || rows * columns < 2) {
    return undefined;
  }
  const wrong = right.numbers.map((number, i) => !isClose(number, answer.numbers[i], tolerance));
  const first = wrong.indexOf(true);
  if (first < 0) return undefined;
  const size = rows * columns;
  const part = Math.floor(first / size);
  const matrix = ({ numbers }: TensorData): Matrix =>
    Array.from(
      { length: rows },
      (_, row) =>
        numbers.slice(part * size + row * columns, part * size + (row + 1) * columns).map(asEntry),
    );
  const [{ name, axes }] = result.length > 0 ? result : [{ name: "result", axes: "" }];
  const words = axes.split(" ").filter((word) => word !== "");
  const names = words.length === right.shape.length ? words : [];
  return {
    name,
    part: partName(part, right.shape.slice(0, -2), names),
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

function flatten(list: readonly Value[]): number[] {
  return list.flatMap((item) =>
    isList(item) ? flatten(item) : typeof item === "number" ? item : []
  );
}

function asEntry(number: number): Entry {
  if (Number.isFinite(number)) return number;
  return Number.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
}

/** `batch 0, head 1` for the part at this place of the outer axes. */
function partName(part: number, outer: readonly number[], names: readonly string[]): string {
  const places: string[] = [];
  let rest = part;
  for (let axis = outer.length - 1; axis >= 0; axis--) {
    places.unshift(`${names[axis] ?? "axis " + axis} ${rest % outer[axis]}`);
    rest = Math.floor(rest / outer[axis]);
  }
  return places.join(", ");
}
