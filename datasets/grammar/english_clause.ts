/**
 * One English clause: subject, auxiliaries, verb, and what follows in English order.
 *
 * @module
 */
import { agree, be, type EnglishVerb, negate, verb } from "./english_verb.ts";
import type { Clause } from "./meaning.ts";

/** The choices that English leaves open and both answers of which are right. */
export interface Style {
  readonly contracted: boolean;
  readonly future: "will" | "going to";
  readonly cause: "so" | "because";
  readonly conditionLast: boolean;
}

/** What the sentence decides about one of its clauses. */
export interface FiniteOptions {
  readonly style: Style;
  readonly subjectForm: "full" | "pronoun" | "none";
  readonly mode: "statement" | "question" | "bare";
  /** Conditions and times (if, when, before, after) speak in the simple present. */
  readonly subordinate: boolean;
}

/** A clause with a tensed verb, or its bare form for requests and suggestions. */
export function finite(
  clause: Clause,
  { style, subjectForm, mode, subordinate }: FiniteOptions,
): string {
  if (mode === "bare") return bareWords(clause);
  const { question, subject } = clause;
  const asked = question?.role === "subject" ? question.english : undefined;
  const group = verbGroup(clause, {
    subordinate,
    future: style.future,
    needsAuxiliary: mode === "question" && asked === undefined,
  });
  const who = asked ??
    (subjectForm === "full" ? subject.english : subject.pronoun ?? subject.english);
  const auxiliary = group.auxiliary === undefined
    ? []
    : [group.negated ? negate(group.auxiliary, style.contracted) : group.auxiliary];
  const often = clause.frequency ? [clause.frequency.english] : [];
  const rest = tail(clause, isGeneral(clause, subordinate));
  if (subjectForm === "none") {
    return join([sharesAuxiliary(clause) ? clause.phrase.english.verb.base : group.main, rest]);
  }
  const words = clause.elided ? [] : [...often, group.main, rest];
  if (mode === "statement" || asked !== undefined) return join([who, ...auxiliary, ...words]);
  const front = question === undefined ? [] : [question.english];
  if (!group.negated || style.contracted) return join([...front, ...auxiliary, who, ...words]);
  return join([...front, group.auxiliary ?? "", who, "not", ...words]);
}

/** `to buy bread`, `listening to music`: a clause as another one's complement. */
export function nonfinite(clause: Clause, form: "to" | "ing"): string {
  const { verb } = clause.phrase.english;
  return join([form === "to" ? verb.base : verb.gerund, tail(clause, false)]);
}

/** The bare verb and what follows it, for requests and suggestions. */
export function bareWords(clause: Clause): string {
  return join([clause.phrase.english.verb.base, tail(clause, false)]);
}

/** What follows the verb, in English order: object, manner, company, place, time. */
function tail(clause: Clause, general: boolean): string {
  const { english } = clause.phrase;
  const possessive = {
    I: "my",
    you: "your",
    he: "his",
    she: "her",
    it: "its",
    we: "our",
    they: "their",
  };
  const words = join([
    general ? english.habit : english.once,
    ...[clause.manner, clause.companion, clause.place, clause.time].flatMap((adjunct) =>
      adjunct ? [adjunct.english] : []
    ),
  ]);
  const { pronoun, english: who } = clause.subject;
  if (!words.includes("{own}")) return words;
  if (pronoun === null) {
    throw new TypeError(`expected a subject with a pronoun for "${words}", got "${who}"`);
  }
  return words.replaceAll("{own}", possessive[pronoun]);
}

/** Habits and likings speak of `books`, occasions of `a book`. */
function isGeneral(clause: Clause, subordinate: boolean): boolean {
  const { kind } = clause.phrase;
  if (clause.modality !== "none" || clause.tense !== "present") return false;
  const unable = clause.negation === "shortCannot" || clause.negation === "longCannot";
  if (unable) return false;
  return kind === "state" || !subordinate && isSimple(clause, subordinate) && kind === "action";
}

/** Whether the present is `I read` rather than `I am reading`. */
function isSimple(clause: Clause, subordinate: boolean): boolean {
  const { kind } = clause.phrase;
  if (kind === "state" || kind === "adjective" || subordinate || clause.habitual) return true;
  return clause.negation !== "none" && kind !== "motion";
}

interface Group {
  readonly auxiliary: string | undefined;
  readonly negated: boolean;
  readonly main: string;
}

/** The verb with its auxiliaries: `didn't | go`, `am | going`, `went`. */
function verbGroup(
  clause: Clause,
  { subordinate, future, needsAuxiliary }: {
    readonly subordinate: boolean;
    readonly future: "will" | "going to";
    readonly needsAuxiliary: boolean;
  },
): Group {
  const { modality, negation, subject: { person } } = clause;
  const given = clause.phrase.english.verb;
  const unable = negation === "shortCannot" || negation === "longCannot" || modality === "cannot" ||
    modality === "does not know how";
  const negated = negation !== "none" || unable || clause.phrase.english.denied === true;
  const tense = clause.tense === "pastPerfect"
    ? "past"
    : clause.tense === "future" && subordinate
    ? "present"
    : clause.tense;
  const isBe = agree(be, person, tense === "past" ? "past" : "present");
  const soon = future === "will" ? "will" : agree(be, person, "present");
  const later = (base: string): Group => ({
    auxiliary: soon,
    negated,
    main: future === "will" ? base : `going to ${base}`,
  });
  if (modality === "can" || modality === "knows how" || unable) {
    if (tense === "future") return later(`be able to ${given.base}`);
    return { auxiliary: tense === "past" ? "could" : "can", negated, main: given.base };
  }
  const simple = (verb: EnglishVerb, extra = ""): Group => {
    if (tense === "future") return later(verb.base + extra);
    if (verb === be) return { auxiliary: isBe, negated, main: extra.trim() };
    if (negated || needsAuxiliary) {
      return { auxiliary: agree(doing, person, tense), negated, main: verb.base + extra };
    }
    return { auxiliary: undefined, negated, main: agree(verb, person, tense) + extra };
  };
  if (modality === "want") return simple(wanting, ` to ${given.base}`);
  if (modality === "must") return simple(having, ` to ${given.base}`);
  if (modality === "progressive" || tense === "present" && !isSimple(clause, subordinate)) {
    return { auxiliary: isBe, negated, main: given.gerund };
  }
  return simple(given);
}

const doing = { ...verb("do", "did") };
const wanting = verb("want");
const having = verb("have", "had");

/** `want to read and (want to) write`, `will read and (will) write`: the second verb stands bare. */
function sharesAuxiliary({ modality, tense }: Clause): boolean {
  return tense === "future" || modality !== "none" && modality !== "progressive";
}

function join(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}
