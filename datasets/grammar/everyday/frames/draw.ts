/**
 * Draws fixed frames, fills their slots, and joins two of them.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Level } from "../../conjugation.ts";
import { type Particle, withParticle } from "../../particles.ts";
import { finalConsonant } from "../../syllable.ts";
import type { Draft, Weighted } from "../draft.ts";
import { nounKinds } from "../lexicon/nouns.ts";
import { kin, names, others } from "../lexicon/people.ts";
import { regions, town } from "../lexicon/places.ts";
import { determined, type Noun, withArticle } from "../noun.ts";
import { frameLines } from "./frames.ts";

/** A frame: its Korean at each level, and its translations. */
interface Frame {
  readonly topic: string;
  readonly korean: Readonly<Record<Level, string | undefined>>;
  readonly english: readonly string[];
}

const frames: readonly Frame[] = Object.entries(frameLines).flatMap(([topic, lines]) =>
  lines.trim().split("\n").map((line): Frame => {
    const [korean, ...english] = line.split("|").map((part) => part.trim());
    const [plain, polite, formal] = korean.split(";").map((part) => part.trim());
    if (formal === undefined || english.length === 0) {
      throw new TypeError(`expected plain ; polite ; formal | English, got "${line}"`);
    }
    const said = (text: string) => text === "-" ? undefined : text;
    return {
      topic,
      korean: { plain: said(plain), polite: said(polite), formal: said(formal) },
      english,
    };
  })
);

/** What is thanked for: Korean clause, English gerund. */
const thanks: readonly (readonly [string, string])[] = [
  ["도와줘서", "helping me"],
  ["와 줘서", "coming"],
  ["기다려 줘서", "waiting"],
  ["초대해 줘서", "inviting me"],
  ["가르쳐 줘서", "teaching me"],
  ["알려 줘서", "letting me know"],
  ["선물해 줘서", "the present"],
  ["전화해 줘서", "calling"],
  ["이해해 줘서", "understanding"],
  ["들어 줘서", "listening"],
  ["빌려줘서", "lending it to me"],
  ["사 줘서", "buying it for me"],
  ["말해 줘서", "telling me"],
  ["걱정해 줘서", "worrying about me"],
  ["같이 가 줘서", "going with me"],
  ["연락해 줘서", "contacting me"],
  ["믿어 줘서", "trusting me"],
  ["응원해 줘서", "cheering me on"],
  ["태워 줘서", "the ride"],
  ["데려다줘서", "taking me there"],
];

const apologies: readonly (readonly [string, string])[] = [
  ["늦어서", "I'm late"],
  ["못 가서", "I can't go"],
  ["전화 못 해서", "I couldn't call"],
  ["연락 못 해서", "I couldn't contact you"],
  ["기다리게 해서", "to keep you waiting"],
  ["귀찮게 해서", "to bother you"],
  ["실수해서", "for my mistake"],
  ["약속을 못 지켜서", "I couldn't keep my promise"],
  ["거짓말해서", "I lied"],
  ["화내서", "for getting angry"],
  ["못 도와줘서", "I couldn't help you"],
  ["잊어버려서", "I forgot"],
  ["시끄럽게 해서", "for being noisy"],
  ["걱정하게 해서", "to make you worry"],
  ["먼저 가서", "for leaving first"],
  ["답장이 늦어서", "for the late reply"],
  ["갑자기 전화해서", "for calling suddenly"],
];

const days = [
  ["월요일", "Monday"],
  ["화요일", "Tuesday"],
  ["수요일", "Wednesday"],
  ["목요일", "Thursday"],
  ["금요일", "Friday"],
  ["토요일", "Saturday"],
  ["일요일", "Sunday"],
] as const;
const events = [
  ["결혼", "your wedding"],
  ["졸업", "your graduation"],
  ["합격", "passing the exam"],
  ["취직", "your new job"],
  ["승진", "your promotion"],
  ["입학", "getting into school"],
  ["성공", "your success"],
] as const;
const events2 = [
  ["여행", "the trip"],
  ["파티", "the party"],
  ["콘서트", "the concert"],
  ["방학", "the vacation"],
  ["주말", "the weekend"],
  ["시험", "the exam"],
  ["공연", "the show"],
  ["면접", "the interview"],
  ["결혼식", "the wedding"],
  ["소풍", "the picnic"],
  ["수업", "the class"],
  ["회의", "the meeting"],
] as const;
const kinds = [
  ["음식", "food"],
  ["음악", "music"],
  ["영화", "movies"],
  ["운동", "sports"],
  ["색", "color"],
  ["과일", "fruit"],
  ["꽃", "flowers"],
  ["동물", "animals"],
  ["책", "books"],
  ["계절", "season"],
  ["노래", "songs"],
] as const;
const kinOf = [
  ["어머니", "mother"],
  ["아버지", "father"],
  ["할머니", "grandmother"],
  ["할아버지", "grandfather"],
] as const;

type Filled = Readonly<Record<string, string>>;

/** Korean and English for a slot's name. */
function fill(random: Random, slot: string): { readonly korean: string; readonly english: Filled } {
  const pair = ([korean, english]: readonly [string, string]) => ({
    korean,
    english: { "": english },
  });
  const noun = (list: readonly Noun[]) => {
    const chosen = random.choice(list.filter(({ number }) => number !== "fixed"));
    const some = determined(chosen, "some");
    return {
      korean: chosen.korean,
      english: {
        "": chosen.english,
        a: some,
        any: determined(chosen, "any"),
        was: `${chosen.number === "plural" ? "were" : "was"} the ${chosen.english}`,
        is: `${chosen.number === "plural" ? "are" : "is"} the ${chosen.english}`,
        cap: capital(chosen.number === "count" ? withArticle(chosen.english) : chosen.english),
        a_cap: capital(some),
      },
    };
  };
  switch (slot) {
    case "name":
      return pair(choose(random, names));
    case "person": {
      const being = random.choice([...names, ...kin, ...others.slice(0, 1)]);
      return pair([being.korean, being.english]);
    }
    case "yours": {
      const being = random.choice([
        ...names,
        ...kin.filter(({ korean }) =>
          /^(엄마|아빠|남동생|여동생|아들|딸|할머니|할아버지)$/.test(korean)
        ),
      ]);
      return pair([being.korean, being.english.replace(/^my /, "your ")]);
    }
    case "day":
      return pair(random.choice(days));
    case "country":
      return pair(
        place(
          random,
          regions.filter(({ korean }) =>
            /국|일본|독일|캐나다|호주|프랑스|베트남|이탈리아|스페인|인도/.test(korean) &&
            korean !== "제주도"
          ),
        ),
      );
    case "home":
      return pair(
        place(
          random,
          regions.filter(({ korean }) =>
            /서울|부산|경주|대구|강릉|대전|전주|광주|수원/.test(korean)
          ),
        ),
      );
    case "city":
      return pair(
        place(
          random,
          regions.filter(({ korean }) =>
            /서울|부산|경주|인천|대구|강릉|파리|런던|도쿄|대전|전주|속초|광주|수원|뉴욕/.test(
              korean,
            )
          ),
        ),
      );
    case "place":
    case "place2": {
      const chosen = random.choice(
        town.filter(({ noun }) => noun.startsWith("the ") || /Station/.test(noun)),
      );
      return {
        korean: chosen.korean,
        english: { "": chosen.noun, at: chosen.at, to: chosen.to, cap: capital(chosen.noun) },
      };
    }
    case "thanks":
      return pair(random.choice(thanks));
    case "sorry":
      return pair(random.choice(apologies));
    case "event":
      return pair(random.choice(events));
    case "event2":
      return pair(random.choice(events2));
    case "kind":
      return pair(random.choice(kinds));
    case "kin":
      return pair(random.choice(kinOf));
    case "page":
    case "n": {
      const n = slot === "n" ? 2 + random.integer(8) : 3 + random.integer(190);
      return pair([String(n), String(n)]);
    }
    case "food":
      return noun([...nounKinds.meal, ...nounKinds.dish]);
    case "drink":
      return noun(nounKinds.drink.filter(({ english }) => !/warm|cold/.test(english)));
    case "hot":
      return noun(
        nounKinds.drink.filter(({ english }) => /^(coffee|.*tea|hot choc)/.test(english)),
      );
    case "wear":
      return noun([...nounKinds.clothes, ...nounKinds.shoes, ...nounKinds.worn]);
    case "item":
      return noun([
        ...nounKinds.clothes,
        ...nounKinds.shoes,
        ...nounKinds.worn,
        ...nounKinds.tool,
        ...nounKinds.grocery,
        ...nounKinds.fruit,
      ]);
    case "noun":
      return noun([
        ...nounKinds.animal,
        ...nounKinds.fruit,
        ...nounKinds.tool,
        ...nounKinds.furniture,
        ...nounKinds.flower,
        ...nounKinds.bodyPart,
        ...nounKinds.nature,
      ]);
    case "body":
      return noun(
        nounKinds.bodyPart.filter(({ number, korean }) =>
          number === "count" && !/^(얼굴|심장|피부|입)$/.test(korean)
        ),
      );
    case "clothes":
      return noun(nounKinds.clothes.filter(({ number }) => number === "count"));
    case "belonging":
      return noun(nounKinds.belonging.filter(({ number }) => number === "count"));
    case "thing":
      return noun(nounKinds.thing.filter(({ korean }) => /이름|주소|번호/.test(korean)));
    case "watching":
      return noun(nounKinds.watching.filter(({ number }) => number === "count"));
    default:
      if (slot in nounKinds) return noun(nounKinds[slot as keyof typeof nounKinds]); // a kind of noun
      throw new TypeError(`expected a known slot, got {${slot}}`);
  }
}

function choose(
  random: Random,
  beings: readonly { korean: string; english: string }[],
): [string, string] {
  const { korean, english } = random.choice(beings);
  return [korean, english];
}

function place(
  random: Random,
  places: readonly { korean: string; noun: string }[],
): [string, string] {
  const { korean, noun } = random.choice(places);
  return [korean, noun];
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

const bracketed: Readonly<Record<string, Particle>> = { 을: "을/를", 이: "이/가", 은: "은/는" };

/** The frame with its slots filled, at each level that it has. */
function filled(random: Random, frame: Frame): Draft {
  const slots = new Map<string, ReturnType<typeof fill>>();
  for (const text of [...Object.values(frame.korean), ...frame.english]) {
    for (const [, slot] of (text ?? "").matchAll(/\{(\w+?)\}/g)) {
      const name = slot.replace(/^(a|any|is|was|at|to)_/, "").replace(/_cap$/, "");
      if (name !== "" && !slots.has(name)) slots.set(name, fill(random, name));
    }
  }
  if (slots.get("place")?.korean === slots.get("place2")?.korean && slots.has("place2")) {
    return filled(random, frame);
  }
  const korean = (text: string) => {
    const named = text.replace(
      /\{(\w+)\}(?:\((이|을|은)\))?/g,
      (whole, slot: string, particle?: string) => {
        const word = slots.get(slot)?.korean ?? whole;
        return particle === undefined ? word : withParticle(word, bracketed[particle]);
      },
    );
    return named
      .replace(
        /(\S)\{이\}/g,
        (_, word: string) => `${word}${finalConsonant(word) === "" ? "" : "이"}`,
      )
      .replace(
        /(\S)\{아\}/g,
        (_, word: string) => `${word}${finalConsonant(word) === "" ? "야" : "아"}`,
      )
      .replace(
        /(\S)\{야\}(,)/g,
        (_, word: string, comma: string) =>
          `${word}${finalConsonant(word) === "" ? "야" : "아"}${comma}`,
      )
      .replace(
        /(\S)\{야\}/g,
        (_, word: string) => `${word}${finalConsonant(word) === "" ? "야" : "이야"}`,
      )
      .replace(
        /(\S)\{예요\}/g,
        (_, word: string) => `${word}${finalConsonant(word) === "" ? "예요" : "이에요"}`,
      );
  };
  const english = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, slot: string) => {
      const form = /^(a|any|is|was|at|to)_/.exec(slot)?.[1] ?? "";
      const cap = slot.endsWith("_cap");
      const name = slot.replace(/^(a|any|is|was|at|to)_/, "").replace(/_cap$/, "");
      const key = [form, cap ? "cap" : ""].filter(Boolean).join("_");
      return slots.get(name)?.english[key] ?? whole;
    });
  // Object.keys forgets which names these are.
  const levels = (Object.keys(frame.korean) as Level[]).filter((level) =>
    frame.korean[level] !== undefined
  );
  const mark = (text: string) => /[?!.]$/.test(text) ? text : `${text}.`;
  return {
    levels,
    korean: ({ level }) => mark(korean(frame.korean[level] ?? "")),
    english: frame.english.map((text) => english(text).replace(/\.\.$/, ".")),
  };
}

function single(random: Random): Draft {
  const slotted = random.chance(0.85);
  const list = frames.filter(({ english }) => slotted === english[0].includes("{"));
  return filled(random, random.choice(list));
}

/** What may follow what: an opening's English, and the topics and English of its second part. */
const continuations: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [
    /^(Hello|Excuse me)\./,
    /services|travel|language/,
    /^(Where|Do you|How (much|do|long)|Which|What (time|number|is)|Can|Does|Please|I'd like|I have a reservation|I'm looking)/,
  ],
  [
    /^(Hello|Hi)\.$/,
    /greetings/,
    /^(I'm [A-Z]\w+\.|I'm \{name|My name|Nice to meet|How have|How are you)/,
  ],
  [
    /^Hi, \{name/,
    /greetings/,
    /^(How have|How are (you|things)|Where are you going|Have you eaten)/,
  ],
  [/^Hi, I'm /, /greetings/, /^(Nice to meet|I'm from|I live|I look forward)/],
  [
    /^(Yes\.|Okay|Of course|I understand|Sounds good|That's right)/,
    /manners|phone/,
    /^(Thank you( so much)?\.|I'll|See|Don't worry|I'm on my way|Call|Let's meet|Wait|It's okay|I'm looking)/,
  ],
  [
    /^(No|Not at all|It's okay)\./,
    /manners/,
    /^(It's okay|Don't worry|Thank you\.|It's nothing|It doesn't|I don't need|I'm okay|I'm sorry)/,
  ],
  [
    /^(I'm sorry|I'm so sorry)/,
    /phone|travel|help|language/,
    /^(I think I'll|I'm on my way|I'm lost|Traffic|I don't understand|I have plans|I can't|Please say|Please speak)/,
  ],
  [
    /^Thank you/,
    /greetings|manners/,
    /^(See you|Have a|Take care|I'm looking forward|It was|I'll be)/,
  ],
  [/^Really/, /manners/, /^(Congratulations|That's|I envy|I can't believe|What a)/],
];

/** Two frames, as people string them: 네, 알겠습니다. 감사합니다. */
function two(random: Random): Draft | undefined {
  const [opens, topics, follows] = random.choice(continuations);
  const first = random.choice(frames.filter(({ english }) => opens.test(english[0])));
  const seconds = frames.filter(({ topic, english }) =>
    topics.test(topic) && follows.test(english[0])
  );
  const second = random.choice(seconds);
  const one = filled(random, first);
  const other = filled(random, second);
  // Being late has its excuses; other faults are not explained by the next best sentence.
  const late = /late|waiting/.test(one.english[0]);
  if (/^I'm (so )?sorry [^.]/.test(one.english[0]) && !late) return undefined;
  if (late && !/^(Traffic|I'm on my way|I'm lost)/.test(other.english[0])) return undefined;
  const levels = (one.levels ?? []).filter((level) => other.levels?.includes(level));
  if (levels.length === 0 || one.english[0] === other.english[0]) return undefined;
  return {
    levels,
    clauses: 2,
    korean: (tone) => `${one.korean(tone)} ${other.korean(tone)}`,
    english: [`${one.english[0]} ${other.english[0]}`],
  };
}

export const fixed: readonly Weighted[] = [
  { name: "frame", weight: 5, draw: single },
  { name: "two frames", weight: 2, draw: two },
];
