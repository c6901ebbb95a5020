/**
 * What is said of an answer that holds what it may not, wherever that is found out.
 *
 * @module
 */
import type { Text } from "lib/language.ts";

/** Something that no homework may hold. */
export function forbiddenProblem(what: string): Text {
  return {
    en: `forbidden in homework: ${what}`,
    ko: `과제에서 금지: ${what}`,
  };
}

/** A part of the library that is the answer itself. */
export function withheldProblem(what: string): Text {
  return {
    en: `uses ${what}, which does what this exercise asks you to write: do without it`,
    ko: `${what}: 이 과제에서 직접 구현할 것입니다. 이것 없이 풀어 보세요`,
  };
}
