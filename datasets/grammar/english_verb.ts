/**
 * English verbs: the five forms, agreement, and the auxiliaries that tense, negation and questions
 * ask for.
 *
 * @module
 */

/** A verb's forms. `be` is a verb of its own here: it moves and contracts as the auxiliaries do. */
export interface EnglishVerb {
  readonly base: string;
  /** With he, she, it. */
  readonly third: string;
  readonly past: string;
  /** The -ing form. */
  readonly gerund: string;
}

/** Whom a verb agrees with. */
export type Person = "first" | "third" | "plural";

/** `be`, whose present and past {@linkcode agree} spells out. */
export const be: EnglishVerb = { base: "be", third: "is", past: "was", gerund: "being" };

/**
 * A verb from its base form, with an irregular past where it has one.
 *
 * @example Spelling rules
 * ```ts
 * import { verb } from "./english_verb.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(verb("study"), { base: "study", third: "studies", past: "studied", gerund: "studying" });
 * assertEquals(verb("stop").gerund, "stopping");
 * assertEquals(verb("make", "made").gerund, "making");
 * ```
 */
export function verb(base: string, past?: string): EnglishVerb {
  return { base, third: third(base), past: past ?? regularPast(base), gerund: gerund(base) };
}

function third(base: string): string {
  if (base === "have") return "has";
  if (/(s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${doubled(base)}ed`;
}

function gerund(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (/[^e]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return `${doubled(base)}ing`;
}

/** Verbs of several syllables with the stress on the last one, which double its consonant: forgetting. */
const endStressed = new Set(["begin", "forget", "admit", "regret", "prefer"]);

/** run → runn: a short vowel before one last consonant doubles it. */
function doubled(base: string): string {
  const short = /(^|[^aeiou])[aeiou][^aeiouwxy]$/.test(base);
  const stressed = !/[aeiouy]+[^aeiouy]+[aeiouy]/.test(base) || endStressed.has(base);
  return short && stressed ? base + base.at(-1) : base;
}

/** The present or past form that agrees with the subject. */
export function agree(verb: EnglishVerb, person: Person, tense: "present" | "past"): string {
  if (verb === be) {
    if (tense === "past") return person === "plural" ? "were" : "was";
    return { first: "am", third: "is", plural: "are" }[person];
  }
  if (tense === "past") return verb.past;
  return person === "third" ? verb.third : verb.base;
}

/** An auxiliary with `not`, contracted where English does so: do → don't, but am → am not. */
export function negate(auxiliary: string, contracted: boolean): string {
  if (auxiliary === "am") return "am not";
  if (!contracted) return auxiliary === "can" ? "cannot" : `${auxiliary} not`;
  if (auxiliary === "can") return "can't";
  return auxiliary === "will" ? "won't" : `${auxiliary}n't`;
}
