/**
 * Values as JSON lines between the grader and the process that runs a learner's code.
 *
 * That process is not trusted: {@linkcode decodeValue} accepts nothing but what
 * {@linkcode encodeValue} writes, and makes nothing larger than the text it was given.
 *
 * @module
 */
import {
  FunctionValue,
  isRecordValue,
  type NumberType,
  TensorData,
  type Value,
} from "../exercise/values.ts";

/** Lists and records may be nested this deep. */
const deepest = 16;

/** What arrived was not written by {@linkcode encodeValue}. */
export class WireError extends Error {
  /** The class by name. */
  override name = "WireError";
}

/** A value as JSON. Numbers that JSON lacks, tensors, records and functions are marked by a `$` key. */
export function encodeValue(value: Value): unknown {
  if (value === undefined) return { $: "undefined" };
  if (typeof value === "number") {
    const plain = Number.isFinite(value) && !Object.is(value, -0);
    return plain ? value : { $: "number", text: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value instanceof TensorData) {
    return {
      $: "tensor",
      shape: value.shape,
      numbers: value.numbers.map((number) => Number.isFinite(number) ? number : String(number)),
      type: value.type,
    };
  }
  if (value instanceof FunctionValue) {
    const { module, name, data } = value;
    return { $: "function", module, name, data: data.map(encodeValue) };
  }
  if (Array.isArray(value)) return value.map(encodeValue);
  if (isRecordValue(value)) {
    const fields = Object.entries(value).map(([name, item]) => [name, encodeValue(item)]);
    return { $: "record", fields };
  }
  return value;
}

/** The arguments of some calls as text, made once however often the calls are made. */
export class EncodedCalls {
  /** How many calls. */
  readonly count: number;
  /** A JSON list with a list of arguments for each call. */
  readonly json: string;

  /** Encodes the arguments of each call. */
  constructor(calls: readonly (readonly Value[])[]) {
    this.count = calls.length;
    this.json = JSON.stringify(calls.map((args) => args.map(encodeValue)));
  }
}

/** The value that `json` stands for; a {@linkcode WireError} for anything else. */
export function decodeValue(json: unknown, depth = 0): Value {
  if (depth > deepest) throw new WireError(`more than ${deepest} levels of nesting`);
  if (json === null || typeof json === "string" || typeof json === "boolean") return json;
  if (typeof json === "number") return json;
  if (Array.isArray(json)) return json.map((item) => decodeValue(item, depth + 1));
  switch (field(json, "$")) {
    case "undefined":
      return undefined;
    case "number":
      return decodeNumber(field(json, "text"));
    case "tensor":
      return decodeTensor(json);
    case "record":
      return Object.fromEntries(
        list(field(json, "fields")).map((entry) => {
          const [name, item] = list(entry);
          return [text(name), decodeValue(item, depth + 1)];
        }),
      );
    case "function":
      return new FunctionValue(
        text(field(json, "module")),
        text(field(json, "name")),
        list(field(json, "data")).map((item) => decodeValue(item, depth + 1)),
      );
    default:
      throw new WireError("unknown kind of value");
  }
}

function decodeTensor(json: unknown): TensorData {
  const shape = list(field(json, "shape")).map((length) => {
    if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) {
      throw new WireError("a shape that is no shape");
    }
    return length;
  });
  const numbers = list(field(json, "numbers")).map((number) =>
    typeof number === "number" ? number : decodeNumber(number)
  );
  const type = numberTypes.find((name) => name === field(json, "type"));
  if (!type || shape.length > 8) throw new WireError("a tensor that is no tensor");
  try {
    return new TensorData(shape, numbers, type);
  } catch (error) {
    throw new WireError(error instanceof Error ? error.message : String(error));
  }
}

const numberTypes: readonly NumberType[] = ["float32", "int32", "bool"];

function decodeNumber(name: unknown): number {
  switch (name) {
    case "NaN":
      return NaN;
    case "Infinity":
      return Infinity;
    case "-Infinity":
      return -Infinity;
    case "-0":
      return -0;
    default:
      throw new WireError("a number that is no number");
  }
}

function field(json: unknown, name: string): unknown {
  if (typeof json !== "object" || json === null || !Object.hasOwn(json, name)) {
    throw new WireError(`expected a field ${name}`);
  }
  return Object.getOwnPropertyDescriptor(json, name)?.value;
}

function list(json: unknown): unknown[] {
  if (!Array.isArray(json)) throw new WireError("expected a list");
  return json;
}

function text(json: unknown): string {
  if (typeof json !== "string") throw new WireError("expected text");
  return json;
}
