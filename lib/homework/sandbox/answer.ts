/**
 * What a learner's process says of one call, read without trusting it.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import type { Outcome } from "../exercise/outcome.ts";
import { plainText } from "../cell/plain_text.ts";
import { decodeValue } from "./wire.ts";

/** The outcome that an answer tells, `{ value }` or `{ error }`; `stage` is named in no message. */
export function readAnswer(answer: unknown, stage: string): Outcome {
  const { value, error } = Object(answer);
  if (error) {
    const { name, message, stack } = Object(error);
    const line = /\/cells\/\w+\.ts:(\d+)/.exec(textOf(stack))?.[1];
    return {
      kind: "error",
      name: plainText(textOf(name), 80) || "Error",
      message: plainText(withoutPlaces(textOf(message), stage)) || "(no message)",
      ...(line && { line: Number(line) }),
    };
  }
  try {
    return { kind: "value", value: decodeValue(value) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: "died", message: `the result could not be read: ${reason}` };
  }
}

/** What should be text, and need not be: a learner's error has whatever fields its author gave it. */
function textOf(json: unknown): string {
  return typeof json === "string" ? json : "";
}

/** A message without the places in our files that some errors of Deno carry. */
function withoutPlaces(message: string, stage: string): string {
  return message.replace(/\s+at (?:async )?file:\/\/\S+/g, "")
    .replaceAll(`${pathToFileURL(stage).href}/`, "").replaceAll(`${stage}/`, "");
}
