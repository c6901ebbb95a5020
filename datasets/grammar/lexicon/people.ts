/**
 * People: as subjects, objects and company.
 *
 * @module
 */
import type { Adjunct, Subject } from "../meaning.ts";
import { withParticle } from "../particles.ts";
import { type Noun, noun } from "./noun.ts";

/** The speaker. */
export const speaker: Subject = {
  korean: "나",
  english: "I",
  pronoun: "I",
  person: "first",
  honorific: false,
};

/** The listener, among friends. */
export const friendListening: Subject = {
  korean: "너",
  english: "you",
  pronoun: "you",
  person: "plural",
  honorific: false,
};

/** The listener, addressed politely: never named, honoured by the verb. */
export const listener: Subject = { ...friendListening, korean: null, honorific: true };

export const we: Subject = {
  korean: "우리",
  english: "we",
  pronoun: "we",
  person: "plural",
  honorific: false,
};

function third(
  korean: string,
  english: string,
  pronoun: "he" | "she" | "they",
  honorific = false,
): Subject & { readonly korean: string } {
  const person = pronoun === "they" ? "plural" : "third";
  return { korean, english, pronoun, person, honorific };
}

export const minsu = third("민수", "Minsu", "he");
export const junho = third("준호", "Junho", "he");
export const suji = third("수지", "Suji", "she");
export const yuna = third("유나", "Yuna", "she");
export const friend: Subject = {
  korean: "친구",
  english: "my friend",
  pronoun: null,
  person: "third",
  honorific: false,
};
export const friends = third("친구들", "my friends", "they");
export const mom = third("엄마", "my mom", "she");
export const dad = third("아빠", "my dad", "he");
export const youngerBrother = third("남동생", "my younger brother", "he");
export const youngerSister = third("여동생", "my younger sister", "she");
export const olderBrother = third("형", "my older brother", "he");
export const olderSister = third("누나", "my older sister", "she");
export const grandmother = third("할머니", "my grandmother", "she", true);
export const grandfather = third("할아버지", "my grandfather", "he", true);
export const parents = third("부모님", "my parents", "they", true);
export const teacher: Subject = {
  korean: "선생님",
  english: "the teacher",
  pronoun: null,
  person: "third",
  honorific: true,
};
export const students = third("학생들", "the students", "they");
export const cat: Subject = {
  korean: "고양이",
  english: "the cat",
  pronoun: "it",
  person: "third",
  honorific: false,
};
export const dog: Subject = { ...cat, korean: "강아지", english: "the puppy" };

export const named: readonly (Subject & { readonly korean: string })[] = [minsu, junho, suji, yuna];
export const family: readonly Subject[] = [
  mom,
  dad,
  youngerBrother,
  youngerSister,
  olderBrother,
  olderSister,
];
export const honoured: readonly Subject[] = [grandmother, grandfather, parents];

/** Nothing that Korean names: weather and time. */
export const weather: Subject = {
  korean: null,
  english: "it",
  pronoun: "it",
  person: "third",
  honorific: false,
};

/** People as objects. Kin belong to the subject: `my mom`, `his mom`. */
export const metPeople: readonly Noun[] = [
  noun("친구", "friend", "a", { counter: { korean: "명" } }),
  noun("친구들", "friends", "own"),
  ...named.map(({ korean, english }) => noun(korean, english, "none")),
];

export const kin: readonly Noun[] = [
  noun("엄마", "mom", "own"),
  noun("아빠", "dad", "own"),
  noun("남동생", "younger brother", "own"),
  noun("여동생", "younger sister", "own"),
];

const companyNouns: readonly (readonly [string, string])[] = [
  ["친구", "a friend"],
  ["친구들", "{own} friends"],
  ...named.map(({ korean, english }) => [korean, english] as const),
];

/** With whom: 친구와, `with a friend`. In plain speech 하고 is usual. */
export const company: readonly Adjunct[] = companyNouns.map(([korean, english]) => ({
  korean: withParticle(korean, "와/과"),
  english: `with ${english}`,
}));

export const spokenCompany: readonly Adjunct[] = companyNouns.map(([korean, english]) => ({
  korean: withParticle(korean, "하고"),
  english: `with ${english}`,
}));
