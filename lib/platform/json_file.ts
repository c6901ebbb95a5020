/**
 * JSON files that are either the old one or the new one, never half of one.
 *
 * @module
 */
import { writeAtomically } from "./atomic_write.ts";
import { readText } from "./files.ts";

/** Writes `value` as JSON, all or nothing: a crash or a full disk leaves the earlier file as it was. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, JSON.stringify(value, null, 1) + "\n");
}

/**
 * What the JSON file at `path` holds, still to be checked by whoever asked for it.
 *
 * @throws {SyntaxError} If the file is no JSON; the message names the file.
 */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(`expected JSON in ${path}: ${detail}`);
  }
}

/** True if `value` is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True if `value` is a list of strings. */
export function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
