/**
 * Verb phrases and adjectives of both languages, drawn from the lexicon's frames.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Particle, withParticle } from "../particles.ts";
import type { Stem } from "../stem.ts";
import { type EnglishPhrase, englishPhrase } from "./english.ts";
import { type NounKind, nounKinds } from "./lexicon/nouns.ts";
import {
  asObject,
  type Being,
  dear,
  elders,
  everybody,
  I,
  names,
  pronouns,
  we,
  you,
} from "./lexicon/people.ts";
import { type Place, placeKinds } from "./lexicon/places.ts";
import { determined, type Determiner, type Noun } from "./noun.ts";
import { everydayStem, type PredicateKind } from "./stems.ts";

/** What a frame's slot can be filled with. */
type Filler = Noun | Being | Place;

/** One word before the verb with its particle. */
export interface Argument {
  readonly word: string;
  readonly particle: Particle | "에게서" | "까지" | "부터" | null;
}

/** A predicate, ready to be said in both languages. */
export interface Phrase {
  readonly before: readonly Argument[];
  /** The noun of a verb that 하다 makes: 공부 in 공부하다. */
  readonly light: string;
  readonly stem: Stem;
  readonly kind: PredicateKind;
  readonly english: EnglishPhrase;
  /** As a habit, of the whole kind: `read books`, `take naps`. */
  readonly general: EnglishPhrase;
  readonly flags: ReadonlySet<string>;
  /** Places where it is done. */
  readonly places: readonly string[];
  /** The English noun of the first slot, for questions about it, and its filler. */
  readonly fillers: readonly Filler[];
  readonly frame: VerbFrame;
}

/** A line of the verb lexicon. */
export interface VerbFrame {
  readonly korean: readonly string[];
  readonly verb: string;
  readonly english: string;
  readonly flags: ReadonlySet<string>;
  readonly places: readonly string[];
}

/** Reads the lexicon's lines: `[meal]을 먹다 | eat [meal:a] | flags | places`. */
export function verbs(lines: string): readonly VerbFrame[] {
  return lines.trim().split("\n").map((line) => {
    const [korean, english, flags = "", places = ""] = line.split("|").map((part) => part.trim());
    if (english === undefined) throw new TypeError(`expected Korean | English, got "${line}"`);
    const words = korean.split(" ");
    return {
      korean: words.slice(0, -1),
      verb: words[words.length - 1],
      english,
      flags: new Set(flags.replaceAll(" ", "")),
      places: places.split(" ").filter(Boolean),
    };
  });
}

const particles: Readonly<Record<string, Argument["particle"]>> = {
  을: "을/를",
  를: "을/를",
  이: "이/가",
  가: "이/가",
  은: "은/는",
  과: "와/과",
  로: "으로/로",
  에: "에",
  에서: "에서",
  에게: "에게",
  에게서: "에게서",
  의: "의",
};

/** People as objects: every fifth one is a pronoun. */
const acquaintances: readonly Being[] = [
  ...everybody,
  ...Array.from({ length: 6 }, () => [I, you, we, ...pronouns]).flat(),
];

/** What a slot of this kind can be filled with. */
function fillers(kind: string): readonly Filler[] {
  if (kind === "person") return acquaintances;
  if (kind === "friend") return names;
  if (kind === "dear") return dear;
  if (kind === "elder") return elders;
  if (kind === "place") return placeKinds.nearby;
  if (kind === "region") return placeKinds.regions;
  if (kind in nounKinds) return nounKinds[kind as NounKind]; // `in` does not narrow a string
  throw new TypeError(`expected a kind of noun in brackets, got [${kind}]`);
}

function englishOf(filler: Filler, form: string): string {
  if ("to" in filler) {
    const said = form === "to" ? filler.to : form === "at" ? filler.at : filler.noun;
    return said.replace(/\bmy\b/, "{own}");
  }
  if ("pronoun" in filler) return asObject(filler);
  // The lexicon names determiners; a wrong one is caught by the lexicon's test.
  return determined(filler, form as Determiner);
}

/** The frame with nouns in its slots; `fixed` fills the first. */
export function drawPhrase(random: Random, frame: VerbFrame, fixed?: Filler): Phrase {
  const chosen = new Map<string, Filler>();
  const before = frame.korean.map((token): Argument => {
    const slot = /^\[(\w+)\](.*)$/.exec(token);
    if (slot === null) return literal(token);
    const [, kind, particle] = slot;
    const filler = chosen.size === 0 && fixed !== undefined ? fixed : random.choice(fillers(kind));
    chosen.set(kind, filler);
    return { word: filler.korean, particle: particles[particle] ?? null };
  });
  const spelled = (shown: (form: string) => string) =>
    frame.english.replace(
      /\[(\w+):(\w+)\]/g,
      (_, kind: string, form: string) => {
        const filler = chosen.get(kind) ?? chosen.values().next().value;
        if (filler === undefined) throw new TypeError(`expected a slot [${kind}] in Korean`);
        return englishOf(filler, shown(form));
      },
    );
  const general = spelled((form) => /^(a|some)$/.test(form) ? "s" : form)
    .replace(/\ba (nap|picture|report)\b/, "$1s");
  const [light, verb] = frame.verb.includes("~") ? frame.verb.split("~") : ["", frame.verb];
  return {
    before,
    light,
    stem: everydayStem(verb),
    kind: frame.flags.has("A") ? "adjective" : "verb",
    english: englishPhrase(spelled((form) => form)),
    general: englishPhrase(general),
    flags: frame.flags,
    places: frame.places,
    fillers: [...chosen.values()],
    frame,
  };
}

/** The phrase as one says it of habits and tastes: books, not a book. */
export function generally(phrase: Phrase): Phrase {
  return { ...phrase, english: phrase.general };
}

/** A literal word of a frame; an object's particle is told from the word so that it may drop. */
function literal(token: string): Argument {
  const object = /^(.+)[을를]$/.exec(token);
  if (object !== null && !/^(가을|마을)$/.test(token)) {
    return { word: object[1], particle: "을/를" };
  }
  const subject = /^(.+)[이가]$/.exec(token);
  if (subject !== null && subject[1].length > 0 && !/^(많이|같이|아이)$/.test(token)) {
    return { word: subject[1], particle: "이/가" };
  }
  return { word: token, particle: null };
}

/** Said with its particle. */
export function spellArgument(argument: Argument, casual: boolean, humble: boolean): string {
  const { particle } = argument;
  const word = humble && argument.word === "나" ? "저" : argument.word;
  if (particle === null) return word;
  if (particle === "에게서") return `${word}${casual ? "한테" : "에게서"}`;
  if (particle === "까지" || particle === "부터") return word + particle;
  if (casual) {
    if (particle === "에게") return `${word}한테`;
    if (particle === "와/과") return `${word}하고`;
  }
  return withParticle(word, particle);
}
