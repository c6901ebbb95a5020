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

/** Deeper than any notebook or message; who looks into JSON calls itself for each level. */
const deepest = 200;

/** `text` as JSON. Throws {@linkcode SyntaxError} as `JSON.parse` does, and where it is nested too deeply. */
export function parseJson(text: string): Json {
  if (isDeeperThan(deepest, text)) {
    throw new SyntaxError(`expected at most ${deepest} levels of nesting`);
  }
  return JSON.parse(text);
}

/**
 * True if brackets are open more than `limit` deep somewhere in a JSON text. One look at each character, before
 * anything is built of them.
 */
function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 34: // a string: on to its end
        for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) {
          if (text.charCodeAt(i) === 92) i++; // what is escaped ends nothing
        }
        break;
      case 91: // [
      case 123: // {
        if (++depth > limit) return true;
        break;
      case 93: // ]
      case 125: // }
        depth--;
    }
  }
  return false;
}

/** What a value is, in the words of an error message: `an array`, `null`, `a number`. */
export function describeJson(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
