/**
 * Relative clauses: before their noun in Korean (어제 산 가방), after it in English (the bag that I
 * bought yesterday).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import { canonical } from "../english.ts";
import { finite } from "../english_clause.ts";
import { type EnglishVerb, verb } from "../english_verb.ts";
import { relativeClause } from "../korean.ts";
import type { Noun } from "../lexicon/noun.ts";
import * as thing from "../lexicon/nouns.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import { beingLike } from "../lexicon/states.ts";
import { type Clause, clause, type Subject, type VerbPhrase } from "../meaning.ts";
import { type Stem, stem } from "../stem.ts";
import { drawTime } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";
import { colours, toSomeDegree } from "./states.ts";

interface Deed {
  readonly name: string;
  readonly stem: Stem;
  readonly english: EnglishVerb;
}

function deed(name: string, english: string, past: string): Deed {
  return { name, stem: stem(name), english: verb(english, past) };
}

const buy = deed("사다", "buy", "bought");
const make = deed("만들다", "make", "made");
const borrow = deed("빌리다", "borrow", "borrowed");
const read = deed("읽다", "read", "read");
const write = deed("쓰다", "write", "wrote");
const eat = deed("먹다", "eat", "ate");
const watch = deed("보다", "watch", "watched");
const send = deed("보내다", "send", "sent");
const take = deed("찍다", "take", "took");

/** A noun, what may have been done to it before, and what is done to it now. */
const histories: readonly (readonly [Noun, readonly Deed[], readonly Deed[]])[] = [
  [thing.book, [buy, borrow], [read]],
  [thing.novel, [buy, borrow], [read]],
  [thing.letter, [write], [read, send]],
  [thing.cake, [buy, make], [eat]],
  [thing.bread, [buy, make], [eat]],
  [thing.gimbap, [buy, make], [eat]],
  [thing.dumplings, [buy, make], [eat]],
  [thing.kimchi, [buy, make], [eat]],
  [thing.fruit, [buy], [eat]],
  [thing.strawberries, [buy], [eat]],
  [thing.movie, [watch], []],
  [thing.drama, [watch], []],
  [thing.bag, [buy, make], []],
  [thing.hat, [buy, make], []],
  [thing.shoes, [buy], []],
  [thing.clothes, [buy, make], []],
  [thing.watch, [buy], []],
  [thing.bicycle, [buy], []],
  [thing.picture, [take], [send]],
];

/** A clause without its object, in both languages: `어제 산`, `that I bought yesterday`. */
function modifier(
  random: Random,
  maker: draw.MarkedSubject,
  done: Deed,
): { readonly korean: string; readonly english: string } {
  const inner = clause(maker.subject, gap(done), {
    ...maker,
    tense: "past",
    // Without a subject the deed needs its time: 어제 산 책, but hardly 산 책.
    time: drawTime(random, "past", maker.subjectParticle === null ? 1 : 0.5),
    subjectFirst: random.chance(0.5),
  });
  return {
    korean: relativeClause(inner, "past"),
    english: `that ${said(inner)}`,
  };
}

function gap({ name, stem, english }: Deed): VerbPhrase {
  return {
    head: name,
    combination: name,
    kind: "action",
    korean: { arguments: [], stem },
    english: { verb: english, once: "", habit: "" },
  };
}

function said(inner: Clause): string {
  return finite(inner, {
    style: canonical,
    subjectForm: "full",
    mode: "statement",
    subordinate: false,
  });
}

/** Who did it; a speaker that the sentence names already is not named again. */
function maker(random: Random, main?: draw.MarkedSubject): draw.MarkedSubject {
  const speaks = random.chance(0.55);
  const subject = speaks ? people.speaker : random.choice(
    [...people.named, people.mom, people.olderSister, people.youngerBrother].filter((one) =>
      one !== main?.subject
    ),
  );
  const free = main === undefined || main.subject === people.speaker;
  const unsaid = speaks && free && (main?.subjectParticle != null || random.chance(0.5));
  return { subject, subjectParticle: unsaid ? null : "이/가" };
}

/** 어제 산 책을 읽었어요; 수지가 만든 케이크를 먹고 싶어요. */
export const relativeObject: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [noun, before, now] = random.choice(histories.filter(([, , now]) => now.length > 0));
  const marked = random.chance(0.75) ? draw.speakerSubject(random) : {
    subject: random.choice(people.named),
    subjectParticle: "은/는" as const,
  };
  const done = random.choice(before);
  const main = random.choice(now);
  const part = modifier(random, maker(random, marked), done);
  const words = `the ${noun.english} ${part.english}`;
  const modality = marked.subject === people.speaker && random.chance(0.3) ? "want" : "none";
  const object = {
    head: main.name,
    combination: `${main.name} ${noun.korean}`,
    kind: "action" as const,
    korean: {
      arguments: [{ text: `${part.korean} ${noun.korean}`, particle: "을/를" as const }],
      stem: main.stem,
    },
    english: { verb: main.english, once: words, habit: words },
  };
  return sentence("relative object", level, [
    clause(marked.subject, object, {
      ...marked,
      tense: modality === "want" ? "present" : random.choice(["past", "future"] as const),
      modality,
      casual: draw.drawCasual(random, level),
    }),
  ], { inner: 1, combinations: [`${done.name} ${noun.korean} ${main.name}`] });
};

/** 어제 산 가방은 아주 비쌌어요. */
export const relativeSubject: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [noun, before] = random.choice(histories.filter(([noun]) => noun.qualities.length > 0));
  const done = random.choice(before);
  const part = modifier(random, maker(random), done);
  const many = noun.article === "plural";
  const subject: Subject = {
    korean: `${part.korean} ${noun.korean}`,
    english: `the ${noun.english} ${part.english}`,
    pronoun: many ? "they" : "it",
    person: many ? "plural" : "third",
    honorific: false,
  };
  const quality = beingLike(random.choice(noun.qualities));
  const phrase = !colours.has(quality.english.once) && random.chance(0.4)
    ? toSomeDegree(random, quality)
    : quality;
  const over = noun === thing.movie || noun === thing.drama || before.includes(make);
  const seen = level !== "formal" && over && random.chance(0.25);
  return sentence("relative subject", level, [
    clause(subject, { ...phrase, combination: `${quality.head} ${noun.korean}` }, {
      subjectParticle: random.choice(["은/는", "이/가"] as const),
      tense: seen || over && random.chance(0.5) ? "past" : "present",
    }),
  ], {
    inner: 1,
    ending: seen ? "witnessed" : "statement",
    combinations: [`${done.name} ${noun.korean} ${quality.head}`],
  });
};

const workplaces = [
  places.cafe,
  places.hospital,
  places.bank,
  places.library,
  places.bookstore,
  places.departmentStore,
];

/** What a friend is or does: before 친구 in Korean, after `a friend` in English. */
const acquaintances: readonly (readonly [korean: string, english: string])[] = [
  ...places.cities.map(({ korean, at }) => [`${korean}에 사는`, `who lives ${at}`] as const),
  ...workplaces.map(({ korean, at }) => [`${korean}에서 일하는`, `who works ${at}`] as const),
  ["영어를 공부하는", "who is studying English"],
  ["한국어를 배우는", "who is learning Korean"],
  ["요리를 잘하는", "who cooks well"],
];

/** 카페에서 일하는 친구를 만났어요. */
export const relativePerson: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [korean, english] = random.choice(acquaintances);
  const deeds = [
    {
      name: "만나다",
      stem: stem("만나다"),
      particle: "을/를",
      english: verb("meet", "met"),
      before: "",
    },
    {
      name: "전화하다",
      stem: stem("전화하다"),
      particle: "에게",
      english: verb("call"),
      before: "",
    },
    {
      name: "돕다",
      stem: stem("돕다", "ㅂ"),
      particle: "을/를",
      english: verb("help"),
      before: "",
    },
    {
      name: "기다리다",
      stem: stem("기다리다"),
      particle: "을/를",
      english: verb("wait"),
      before: "for ",
    },
  ] as const;
  const main = random.choice(deeds);
  const marked = random.chance(0.6) ? draw.speakerSubject(random) : {
    subject: random.choice(people.named),
    subjectParticle: "은/는" as const,
  };
  const words = `${main.before}a friend ${english}`;
  const tense = random.choice(["past", "past", "future"] as const);
  return sentence("relative person", level, [
    clause(marked.subject, {
      head: main.name,
      combination: `${main.name} 친구`,
      kind: "action",
      korean: { arguments: [{ text: `${korean} 친구`, particle: main.particle }], stem: main.stem },
      english: { verb: main.english, once: words, habit: words },
    }, {
      ...marked,
      tense,
      casual: draw.drawCasual(random, level),
    }),
  ], { inner: 1, combinations: [`${korean} ${main.name}`] });
};
