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

/** Says of a JSON text that it is nested too deeply or has too many keys to be read. */
export class JsonSizeError extends SyntaxError {
  override name = "JsonSizeError";
}

/** Deeper than any notebook or message; who looks into JSON calls itself for each level. */
const deepest = 200;
/** Many times as many as in any notebook: objects with a million keys take minutes. Lists of numbers have none. */
const mostKeys = 300_000;

/** `text` as JSON. Throws {@linkcode SyntaxError} as `JSON.parse` does, or {@linkcode JsonSizeError} before it. */
export function parseJson(text: string): Json {
  checkSize(text);
  return JSON.parse(text);
}

/**
 * Throws {@linkcode JsonSizeError} if brackets are open too deep somewhere in a JSON text, or if it has too many keys.
 * One look at each character, before anything is built of them.
 */
function checkSize(text: string): void {
  let depth = 0;
  let keys = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 34: // a string: on to its end
        for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) {
          if (text.charCodeAt(i) === 92) i++; // what is escaped ends nothing
        }
        break;
      case 91: // [
      case 123: // {
        if (++depth > deepest) {
          throw new JsonSizeError(`expected at most ${deepest} levels of nesting`);
        }
        break;
      case 93: // ]
      case 125: // }
        depth--;
        break;
      case 58: // :
        if (++keys > mostKeys) throw new JsonSizeError(`expected at most ${mostKeys} keys`);
    }
  }
}

/** What a value is, in the words of an error message: `an array`, `null`, `a number`. */
export function describeJson(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
