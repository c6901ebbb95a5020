/**
 * JSON as a type: what notebooks and kernel messages hold, and safe ways to look into it. Both come
 * from files and programs that may hold anything, so nothing here trusts a shape before it has looked.
 *
 * @module
 */

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. A missing key reads as `undefined`. */
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** True for a JSON object; false for arrays, null and everything else. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is a string, else `fallback`. */
export function asString(value: Json | undefined, fallback = ""): string {
  return typeof value === "string" ? value : fallback;
}

/** The value if it is an object, else an empty one. */
export function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The strings of an array; everything else in it is left out. */
export function asStrings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** `text` as JSON. Throws {@linkcode SyntaxError} as `JSON.parse` does. */
export function parseJson(text: string): Json {
  return JSON.parse(text);
}

/** What a value is, in the words of an error message: `an array`, `null`, `a number`. */
export function describeJson(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
