/**
 * Spells a meaning in English: clauses in their order, joined, with each subject named once.
 *
 * One meaning has one canonical sentence, which models learn, and often others that are as right
 * ({@linkcode englishSentences}): scores compare with all of them.
 *
 * @module
 */
import { bareWords, finite, nonfinite, type Style } from "./english_clause.ts";
import type { Adjunct, Clause, Link, Sentence, Subject } from "./meaning.ts";

/** The wording that models learn. */
export const canonical: Style = {
  contracted: true,
  future: "will",
  cause: "so",
  conditionLast: false,
};

const others: readonly Partial<Style>[] = [
  { contracted: false },
  { future: "going to" },
  { cause: "because" },
  { conditionLast: true },
];

/** The canonical sentence first, then the others, without repetition. */
export function englishSentences(sentence: Sentence): readonly string[] {
  const styles = [canonical, ...others.map((other) => ({ ...canonical, ...other }))];
  return [...new Set(styles.map((style) => spell(sentence, style)))];
}

function spell(sentence: Sentence, style: Style): string {
  const { clauses, links, ending } = sentence;
  const finished: string[] = [];
  const mentioned = new Set<Subject>();
  let text = "";
  let carried: Adjunct | undefined;
  for (let i = 0; i < clauses.length; i++) {
    const link: Link | undefined = links[i];
    if (link === "러" || link === "면서") continue; // joins the next clause as its complement
    const complement = links[i - 1] === "러" || links[i - 1] === "면서" ? i - 1 : i;
    const before: Link | undefined = links[complement - 1];
    const { subject } = clauses[i];
    const continues = chains(before) && clauses[complement - 1].subject === subject;
    // A chain of events says its time once, at its end.
    const ends = !(chains(link) && clauses[i + 1].subject === subject);
    const time: Adjunct | undefined = clauses[i].time ?? carried;
    carried = ends ? undefined : time;
    const clause = { ...clauses[i], time: ends ? time : undefined };
    const bare = isBare(ending) && toTheEnd(links, i);
    const known = mentioned.has(subject) && subject.pronoun !== null;
    const own = bare
      ? (continues ? "" : lead(ending, clause)) + bareWords(clause)
      : finite(clause, {
        style,
        subjectForm: continues ? "none" : known ? "pronoun" : "full",
        mode: ending === "question" && toTheEnd(links, i) ? "question" : "statement",
        subordinate: conjunction(link) !== "",
      });
    const extra = complement < i ? purposeOrManner(clauses[complement], links[complement]) : "";
    mentioned.add(subject);
    text += joiner(before, text, continues ? chainLength(sentence, i) : 0, ends) +
      conjunction(link) + own +
      extra;
    if (link === "beside") {
      finished.push(`${capital(text)}.`);
      text = "";
    }
  }
  const asks = ending === "question" || ending === "invitation";
  finished.push(`${capital(reordered(sentence, style) ?? text)}${asks ? "?" : "."}`);
  return finished.join(" ");
}

/** In a chain of events the last clause alone carries tense and modality. */
function chains(link: Link | undefined): boolean {
  return link === "고" || link === "아서 then";
}

/** Whether this clause is the last, or joined by and up to the last: `Did you eat and drink?` */
function toTheEnd(links: readonly Link[], i: number): boolean {
  return links.slice(i).every((link) => chains(link));
}

function isBare(ending: Sentence["ending"]): boolean {
  return ending === "request" || ending === "suggestion" || ending === "invitation";
}

function lead(ending: Sentence["ending"], { negation }: Clause): string {
  if (ending === "suggestion") return "let's ";
  if (ending === "invitation") return "shall we ";
  return negation === "none" ? "please " : "please don't ";
}

function purposeOrManner(clause: Clause, link: Link): string {
  return link === "러" ? ` to ${nonfinite(clause, "to")}` : ` while ${nonfinite(clause, "ing")}`;
}

/** How many clauses the chain of events around clause `i` holds: three make a list with commas. */
function chainLength({ clauses, links }: Sentence, i: number): number {
  const tied = (k: number) =>
    k >= 0 && k < links.length && chains(links[k]) && clauses[k].subject === clauses[k + 1].subject;
  let first = i;
  let last = i;
  while (tied(first - 1)) first--;
  while (tied(last)) last++;
  return last - first + 1;
}

function joiner(before: Link | undefined, text: string, chain: number, ends: boolean): string {
  if (before === undefined || text === "") return "";
  switch (before) {
    case "고":
    case "아서 then":
      if (chain === 2) return " and ";
      return chain > 2 && !ends ? ", " : ", and ";
    case "지만":
      return ", but ";
    case "아서":
    case "니까":
      return ", so ";
    default:
      return ", ";
  }
}

function conjunction(link: Link | undefined): string {
  switch (link) {
    case "면":
      return "if ";
    case "때":
      return "when ";
    case "기 전에":
      return "before ";
    case "ㄴ 후에":
      return "after ";
    default:
      return "";
  }
}

/** Two clauses in the other order: `I slept because I was tired`, `I will read if I have time`. */
function reordered(sentence: Sentence, style: Style): string | undefined {
  if (sentence.clauses.length !== 2 || sentence.ending !== "statement") return undefined;
  const [first, second] = sentence.clauses;
  const [link] = sentence.links;
  const because = style.cause === "because" && link === "아서";
  const condition = style.conditionLast && conjunction(link) !== "";
  if (!because && !condition) return undefined;
  const known = first.subject === second.subject && first.subject.pronoun !== null;
  const main = finite(second, {
    style,
    subjectForm: "full",
    mode: "statement",
    subordinate: false,
  });
  const side = finite(first, {
    style,
    subjectForm: known ? "pronoun" : "full",
    mode: "statement",
    subordinate: condition,
  });
  return `${main} ${because ? "because " : conjunction(link)}${side}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
