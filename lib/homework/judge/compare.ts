/**
 * Compares an answer with the reference: as a sentence that says where they first differ, in the words of the
 * exercise (names of results, names of axes), and as the numbers of both, for a picture.
 *
 * @module
 */
import { type Text, untranslated } from "lib/language.ts";
import { defaultTolerance, type Named, type Tolerance } from "../exercise/exercise.ts";
import {
  describeShape,
  describeValue,
  formatApart,
  formatEntry,
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
  /** True to say where an answer is wrong and not what is right there. */
  readonly hideExpected?: boolean;
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
 *   difference(expected, got, { result })?.en,
 *   "weights [query 0, key 1]: expected 0.5, got 0.25",
 * );
 * ```
 */
export function difference(
  expected: Value,
  got: Value,
  options: CompareOptions,
): Text | undefined {
  if (isRecordValue(expected)) return recordDifference(expected, got, options);
  const [{ name, ko = name, axes }] = [...options.result, theResult];
  if (got === undefined) return nothing({ en: name, ko });
  return valueDifference(expected, got, { en: name, ko }, axes, options);
}

/** What a result is called that has no name. */
const theResult: Named = { name: "the result", ko: "결과", axes: "" };

/** Of a record, the fields that come before the first that differs: what is right already. */
export function rightFields(expected: Value, got: Value, options: CompareOptions): string[] {
  if (!isRecordValue(expected) || !isRecordValue(got)) return [];
  const right: string[] = [];
  for (const name of fieldNames(expected, options.result)) {
    if (!Object.hasOwn(got, name)) break;
    if (valueDifference(expected[name], got[name], untranslated(name), "", options)) break;
    right.push(name);
  }
  return right;
}

type Rules = Omit<CompareOptions, "result">;

/** In the exercise's order: what comes first in the computation is compared first. */
function fieldNames(expected: object, result: readonly Named[]): string[] {
  const named = result.map(({ name }) => name).filter((name) => Object.hasOwn(expected, name));
  return [...new Set([...named, ...Object.keys(expected)])];
}

/** `place: expected …, got …`, in both languages. */
function apart(place: Text, wanted: string, got: string, { hideExpected }: Rules): Text {
  if (hideExpected) {
    return { en: `${place.en}: ${got} is not right`, ko: `${place.ko}: ${got}, 맞지 않습니다` };
  }
  return {
    en: `${place.en}: expected ${wanted}, got ${got}`,
    ko: `${place.ko}: 기대한 값 ${wanted}, 받은 값 ${got}`,
  };
}

function nothing(wanted: Text): Text {
  return {
    en: `expected ${wanted.en}, got nothing: is there a return?`,
    ko: `${wanted.ko}: 돌려받은 것이 없습니다. return이 있나요?`,
  };
}

/** What is wrong, and the call that puts it right. */
function withHelp({ en, ko }: Text, help: string): Text {
  return help === "" ? { en, ko } : { en: `${en} (${help})`, ko: `${ko} (${help})` };
}

function recordDifference(
  expected: { readonly [name: string]: Value },
  got: Value,
  { result, ...rules }: CompareOptions,
): Text | undefined {
  const names = fieldNames(expected, result);
  const fields = `{ ${names.join(", ")} }`;
  if (got === undefined) return nothing(untranslated(fields));
  if (!isRecordValue(got)) {
    const value = describeValue(got);
    return {
      en: `expected an object ${fields}, got ${value}`,
      ko: `객체 ${fields} 대신 ${value}`,
    };
  }
  for (const name of names) {
    if (!Object.hasOwn(got, name)) {
      const have = Object.keys(got).join(", ");
      return {
        en: `expected a field "${name}" in the result, got { ${have || "no field"} }`,
        ko: `결과에 "${name}" 필드가 없습니다: { ${have || "필드 없음"} }`,
      };
    }
    const axes = result.find((named) => named.name === name)?.axes ?? "";
    const found = valueDifference(expected[name], got[name], untranslated(name), axes, rules);
    if (found) return found;
  }
  return undefined;
}

function valueDifference(
  expected: Value,
  got: Value,
  name: Text,
  axes: string,
  rules: Rules,
): Text | undefined {
  if (got === undefined && expected !== undefined) {
    return { en: `expected ${name.en}, got undefined`, ko: `${name.ko}: undefined` };
  }
  if (expected instanceof TensorData) return tensorDifference(expected, got, name, axes, rules);
  if (typeof expected === "number") {
    if (typeof got !== "number") {
      const help = got instanceof TensorData && got.numbers.length === 1
        ? "tf.Tensor → number: tensor.dataSync()[0]"
        : "";
      const value = describeValue(got);
      return withHelp({
        en: `expected ${name.en} to be a number, got ${value}`,
        ko: `${name.ko}: 수여야 하는데 ${value}`,
      }, help);
    }
    if (isClose(expected, got, rules.tolerance)) return undefined;
    return apart(name, ...formatApart(expected, got), rules);
  }
  if (isList(expected)) return listDifference(expected, got, name, axes, rules);
  if (isRecordValue(expected)) {
    return recordDifference(expected, got, { result: [], ...rules });
  }
  if (expected === got) return undefined;
  return apart(name, describeValue(expected), describeValue(got), rules);
}

function tensorDifference(
  expected: TensorData,
  got: Value,
  name: Text,
  axes: string,
  rules: Rules,
): Text | undefined {
  if (!(got instanceof TensorData)) {
    const shape = describeShape(expected.shape, axes);
    const isRows = isList(got) && listShape(got) !== undefined;
    const help = isRows || typeof got === "number" ? "number[] → tf.Tensor: tf.tensor(rows)" : "";
    const value = describeValue(got);
    return withHelp({
      en: `expected ${name.en} to be a tensor ${shape}, got ${value}`,
      ko: `${name.ko}: 텐서 ${shape} 대신 ${value}`,
    }, help);
  }
  if (got.shape.join() !== expected.shape.join()) {
    return shapeDifference(name, describeShape(expected.shape, axes), describeShape(got.shape));
  }
  // Where numbers are asked for, others will do if they are equal. A mask has to be one: tf.where asks for it.
  if (expected.type === "bool" && got.type !== "bool") {
    return withHelp({
      en: `expected ${name.en} to be a tensor of bool, got ${got.type}`,
      ko: `${name.ko}: bool 텐서여야 하는데 ${got.type}`,
    }, `tf.cast(x, "bool")`);
  }
  return entryDifference(expected, got, name, axes, rules);
}

function shapeDifference(name: Text, wanted: string, got: string): Text {
  return {
    en: `expected ${name.en} of shape ${wanted}, got shape ${got}`,
    ko: `${name.ko}: 기대한 모양 ${wanted}, 받은 모양 ${got}`,
  };
}

function listDifference(
  expected: readonly Value[],
  got: Value,
  name: Text,
  axes: string,
  rules: Rules,
): Text | undefined {
  if (!isList(got)) {
    const value = describeValue(got);
    return withHelp({
      en: `expected ${name.en} to be an array, got ${value}`,
      ko: `${name.ko}: 배열이어야 하는데 ${value}`,
    }, got instanceof TensorData ? "tf.Tensor → array: tensor.arraySync()" : "");
  }
  const wanted = listShape(expected);
  const have = listShape(got);
  if (wanted && have && wanted.join() === have.join()) {
    const asTensor = (list: readonly Value[]) => new TensorData(wanted, flatten(list));
    return entryDifference(asTensor(expected), asTensor(got), name, axes, rules);
  }
  if (expected.length !== got.length) {
    const [want, value] = [describeValue(expected), describeValue(got)];
    const lists = want.startsWith("[") && value.startsWith("[") && !rules.hideExpected;
    return {
      en: `expected ${name.en} to hold ${expected.length} entries, got ${got.length}` +
        (lists ? `: expected ${want}, got ${value}` : ""),
      ko: `${name.ko}: 기대한 항목 ${expected.length}개, 받은 항목 ${got.length}개` +
        (lists ? `: 기대한 값 ${want}, 받은 값 ${value}` : ""),
    };
  }
  if (wanted && have) {
    return shapeDifference(name, describeShape(wanted, axes), describeShape(have));
  }
  for (const [i, item] of expected.entries()) {
    const found = valueDifference(item, got[i], at(name, `[${i}]`), "", rules);
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
  expected: TensorData,
  got: TensorData,
  name: Text,
  axes: string,
  rules: Rules,
): Text | undefined {
  const { shape, type } = expected;
  const wrong = expected.numbers.flatMap((number, i) =>
    isClose(number, got.numbers[i], rules.tolerance) ? [] : [i]
  );
  if (wrong.length === 0) return undefined;
  const [first] = wrong;
  const [wanted, have] = [expected.numbers[first], got.numbers[first]];
  const pair: [string, string] = type === "bool"
    ? [formatEntry(wanted, type), formatEntry(have, type)]
    : formatApart(wanted, have);
  const { en, ko } = apart(at(name, place(first, shape, axes)), ...pair, rules);
  const all = expected.numbers.length;
  if (wrong.length === 1) return { en, ko };
  return {
    en: `${en} (${wrong.length} of ${all} entries differ)`,
    ko: `${ko} (${all}개 중 ${wrong.length}개가 다릅니다)`,
  };
}

/** A name with a place in it. */
function at({ en, ko }: Text, place: string): Text {
  return { en: en + place, ko: ko + place };
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
function isClose(expected: number, got: number, tolerance = defaultTolerance): boolean {
  const { relative, absolute } = tolerance;
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
  readonly name: Text;
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
  const [{ name, ko = name, axes }] = [...result, theResult];
  const names = axisNames(axes, right.shape) ?? [];
  const places = indicesOf(part, right.shape.slice(0, -2))
    .map((at, axis) => `${names[axis] ?? `axis ${axis}`} ${at}`);
  return {
    name: { en: name, ko },
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
