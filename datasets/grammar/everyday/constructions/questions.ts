/**
 * Questions, with and without question words.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { honorific, past } from "../../conjugation.ts";
import { withParticle } from "../../particles.ts";
import type { Stem } from "../../stem.ts";
import { type Clause, englishTail, koreanClause, type Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import {
  clauseOf,
  companyOf,
  habitOf,
  isChore,
  isMisdeed,
  phraseWith,
  placeOf,
  suits,
  timeOf,
} from "../draw.ts";
import { bare, englishPhrase, type EnglishTense, owned, say, sentence, words } from "../english.ts";
import { type Being, I, names, others, you } from "../lexicon/people.ts";
import { fittingTimes } from "../lexicon/pace.ts";
import { isSaid, type Talk } from "../lexicon/sense.ts";
import { town } from "../lexicon/places.ts";
import { chosenTimes, frequencies, futureTimes, habitTimes, pastTimes } from "../lexicon/times.ts";
import { generally, type Phrase } from "../phrase.ts";
import { close, endings } from "../stems.ts";
import { over } from "./modality.ts";

/** Whom a question is about: mostly the listener, unsaid. */
function asked(random: Random): Pick<Clause, "subject" | "marking"> {
  if (random.chance(0.75)) return { subject: you, marking: null };
  const teacher = others.find(({ korean }) => korean === "선생님") ?? names[0];
  const subject = random.chance(0.9) ? random.choice(names) : teacher;
  return { subject, marking: random.chance(0.5) ? "이/가" : "은/는" };
}

type When = "past" | "future" | "habit" | "progressive";

function drawWhen(random: Random): When {
  return (["past", "future", "habit", "progressive"] as const)[random.weighted([4, 3, 2, 2])];
}

const flagsOf: Readonly<Record<When, readonly [string, string]>> = {
  past: ["", "s"],
  future: ["", "si"],
  habit: ["f", "s"],
  progressive: ["", "sim"],
};

const tenses: Readonly<Record<When, EnglishTense>> = {
  past: "past",
  future: "going to",
  habit: "present",
  progressive: "progressive",
};

/** Raises the listener in every second polite question: 가셨어요?, by the draw's own coin. */
function raised(clause: Clause, tone: Tone, honoured: boolean): { front: string; stem: Stem } {
  const { front, stem } = koreanClause(clause, tone);
  const up = honoured && tone.level !== "plain" && clause.subject.pronoun === "you" &&
    clause.phrase.light === "" && clause.negation === "none" && !/있$/.test(stem.text);
  return { front, stem: up ? honorific(stem) : stem };
}

function askKorean(clause: Clause, when: When, honoured: boolean, ongoing = false) {
  return (tone: Tone): string => {
    const asksOngoing = when === "progressive" && ongoing;
    const { front, stem } = raised(clause, tone, honoured && !asksOngoing);
    const kind = clause.phrase.kind;
    if (when === "past") return `${words(front, close(past(stem), kind, tone.level, "question"))}?`;
    if (when === "future") {
      return `${words(front, close(stem, kind, tone.level, "future question"))}?`;
    }
    const last = asksOngoing ? endings.ongoing(stem) : stem;
    return `${words(front, close(last, kind, tone.level, "question"))}?`;
  };
}

function drawTime(random: Random, phrase: Phrase, when: When, chance: number) {
  if (!random.chance(chance)) return undefined;
  if (when === "past") return timeOf(random, phrase, pastTimes);
  if (when === "future") return timeOf(random, phrase, chosenTimes);
  if (when === "habit") return habitOf(random, phrase, habitTimes.slice(0, 9));
  return random.choice([{ korean: "지금", english: "now" }]);
}

function yesNo(random: Random): Draft | undefined {
  const who = asked(random);
  const when = drawWhen(random);
  const phrase = phraseWith(random, ...flagsOf[when]);
  if (!suits(who.subject, phrase) || when === "future" && isMisdeed(phrase)) return undefined;
  if (when === "future" && who.subject !== you && !isSaid("of others ahead", phrase)) {
    return undefined;
  }
  const often = when === "habit" && random.chance(0.5);
  const habit = often
    ? habitOf(
      random,
      phrase,
      frequencies.filter(({ english }) => /often|usually|always/.test(english)),
    )
    : when === "habit"
    ? habitOf(random, phrase, habitTimes.slice(0, 9))
    : undefined;
  if (when === "habit" && habit === undefined) return undefined;
  const clause = clauseOf(random, who, when === "habit" ? generally(phrase) : phrase, {
    time: when === "habit" ? often ? undefined : habit : drawTime(random, phrase, when, 0.4),
    adverb: often ? habit : undefined,
    objectFirst: false,
    negation: when === "past" && random.chance(0.1) ? "안" : "none",
  });
  return {
    korean: askKorean(clause, when, random.chance(0.4), random.chance(0.5)),
    english: [
      sentence(
        say(who.subject, englishTail(clause), {
          tense: tenses[when],
          question: true,
          negative: clause.negation !== "none",
        }),
        "?",
      ),
    ],
  };
}

function askState(random: Random): Draft | undefined {
  const who = asked(random);
  const phrase = phraseWith(random, "s", "q");
  if (!suits(who.subject, phrase) || /^love/.test(phrase.frame.english)) return undefined;
  const clause = clauseOf(random, who, phrase, { company: undefined, place: undefined });
  const kind = random.chance(0.2) ? "나?" : "question";
  return {
    levels: kind === "나?" ? spoken : undefined,
    korean: (tone) => {
      const { front, stem } = raised(clause, tone, false);
      return `${words(front, close(stem, phrase.kind, tone.level, kind))}?`;
    },
    english: [
      sentence(say(who.subject, englishTail(clause), { tense: "present", question: true }), "?"),
    ],
  };
}

/** The object asked for: 뭐 먹었어요? */
function what(random: Random): Draft | undefined {
  const who = asked(random);
  const when = drawWhen(random);
  const phrase = phraseWith(random, ...flagsOf[when]);
  const [first] = phrase.before;
  const filler = phrase.fillers[0];
  if (isAmbiguous(phrase) || !isSaid("what", phrase)) return undefined;
  if (when !== "past" && /^choose/.test(phrase.frame.english)) return undefined;
  if (first?.particle !== "을/를" || phrase.before.length !== 1 || filler === undefined) {
    return undefined;
  }
  const person = "pronoun" in filler;
  if ("to" in filler || !suits(who.subject, phrase)) return undefined;
  const kinds: readonly (readonly [string, string])[] = person
    ? [["누구를", "who"]]
    : [["뭐", "what"], ["뭘", "what"], ["무엇을", "what"]];
  const [korean, wh] = random.choice(kinds);
  const rest = emptied(phrase);
  if (rest === undefined) return undefined;
  const marked: Phrase = {
    ...phrase,
    before: [{ word: korean, particle: null }],
    english: { ...phrase.english, rest },
  };
  const clause = clauseOf(random, who, marked, {
    time: drawTime(random, phrase, when, 0.4),
    objectFirst: false,
  });
  return {
    korean: askKorean(clause, when, random.chance(0.4), random.chance(0.5)),
    english: [
      sentence(
        say(who.subject, englishTail(clause), { tense: tenses[when], question: true, wh }),
        "?",
      ),
    ],
  };
}

/** 뭘 써요? may be writing, using or wearing, 뭘 해요? anything: the object would have told. */
function isAmbiguous({ stem, light, english }: Phrase): boolean {
  return light === "" && /^(쓰|불|켜|치|하|끼|키우|들)$/.test(stem.text) &&
    english.verb.base !== "write";
}

/** The English rest without the object: `read a book` → `read`; none when the object is not last. */
function emptied(phrase: Phrase): string | undefined {
  const pattern = /^(.*?)\[\w+:\w+\]$/.exec(phrase.frame.english);
  if (pattern === null) return undefined;
  return pattern[1].trim().split(" ").slice(1).join(" ");
}

function where(random: Random): Draft | undefined {
  const who = asked(random);
  const when = drawWhen(random);
  const phrase = phraseWith(random, ...flagsOf[when]);
  if (!suits(who.subject, phrase) || phrase.places.length === 0) return undefined;
  if (/^(to|at|home|go) |here|at home/.test(phrase.english.rest)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    place: { korean: random.chance(0.5) ? "어디에서" : "어디서", english: "" },
    time: drawTime(random, phrase, when, 0.25),
    objectFirst: false,
  });
  return {
    korean: askKorean(clause, when, random.chance(0.4), random.chance(0.4)),
    english: [
      sentence(
        say(who.subject, englishTail(clause), { tense: tenses[when], question: true, wh: "where" }),
        "?",
      ),
    ],
  };
}

function whereTo(random: Random): Draft | undefined {
  const who = asked(random);
  const when = (["past", "future", "progressive"] as const)[random.integer(3)];
  const english = { past: "past", future: "going to", progressive: "progressive" } as const;
  const phrase: Phrase = {
    ...phraseWith(random, "", ""),
    before: [{ word: random.choice(["어디", "어디에"]), particle: null }],
    light: "",
    stem: { text: "가", class: "regular" },
    kind: "verb",
    english: { verb: goVerb, rest: "" },
    places: [],
    flags: new Set("w"),
    fillers: [],
  };
  const clause: Clause = {
    ...who,
    phrase,
    negation: "none",
    timeFirst: random.chance(0.5),
    time: random.chance(0.5) ? random.choice(travelTimes[when]) : undefined,
    company: companyOf(random, phrase, who.subject, 0.15),
  };
  return {
    korean: askKorean(clause, when, random.chance(0.4), false),
    english: [
      sentence(
        say(who.subject, englishTail(clause), {
          tense: when === "future" ? "progressive" : english[when],
          question: true,
          wh: "where",
        }),
        "?",
      ),
    ],
  };
}
const travelTimes = {
  past: pastTimes,
  future: futureTimes,
  progressive: [{ korean: "지금", english: "now" }],
} as const;
const goVerb = { base: "go", third: "goes", past: "went", gerund: "going" };

function when(random: Random): Draft | undefined {
  const who = asked(random);
  const tense = (["past", "future"] as const)[random.integer(2)];
  const phrase = phraseWith(random, ...flagsOf[tense]);
  if (!suits(who.subject, phrase)) return undefined;
  const [korean, wh] = random.choice(
    [["언제", "when"], ["언제", "when"], ["몇 시에", "what time"], [
      "무슨 요일에",
      "what day",
    ]] as const,
  );
  const asking = { korean, english: "" };
  if (!isSaid(wh, phrase)) return undefined;
  if (korean !== "언제" && fittingTimes(phrase, [asking]).length === 0) return undefined;
  const clause = clauseOf(random, who, phrase, {
    time: asking,
    objectFirst: false,
  });
  return {
    korean: askKorean(clause, tense, random.chance(0.4)),
    english: [
      sentence(
        say(who.subject, englishTail(clause), { tense: tenses[tense], question: true, wh }),
        "?",
      ),
    ],
  };
}

function why(random: Random): Draft | undefined {
  const who = asked(random);
  const tense = (["past", "progressive", "habit"] as const)[random.integer(3)];
  const denied = random.chance(0.35) && tense === "past";
  const phrase = phraseWith(random, ...flagsOf[tense]);
  if (!suits(who.subject, phrase)) return undefined;
  if (!isSaid(tense === "habit" ? "why always" : "why", phrase)) return undefined;
  if (denied && !expected.test(phrase.frame.english)) return undefined;
  const habit = tense === "habit" ? habitOf(random, phrase, habitTimes.slice(0, 9)) : undefined;
  if (tense === "habit" && habit === undefined) return undefined;
  const clause = clauseOf(random, who, phrase, {
    negation: denied ? "안" : "none",
    adverb: undefined,
    time: habit ?? (tense === "habit" ? undefined : drawTime(random, phrase, tense, 0.2)),
    timeFirst: false,
    place: undefined,
    objectFirst: false,
  });
  const first = random.chance(0.5);
  const asking = askKorean(clause, tense, random.chance(0.3), random.chance(0.5));
  return {
    korean: (tone) => {
      const text = asking(tone);
      return first || clause.marking === null ? `왜 ${text}` : moved(text);
    },
    english: [
      sentence(
        say(who.subject, englishTail(clause), {
          tense: tenses[tense],
          question: true,
          negative: denied,
          wh: "why",
        }),
        "?",
      ),
    ],
  };
}

/** What one asks about when it has not been done. */
const expected =
  /^(come|go (home|to|out)|call|study|work|leave|buy \[(gift|clothes)|send|wait|take medicine|apologize|meet|quit|do {own}|get up|invite|drink$|clean)/;

/** 왜 after the subject, the first word. */
function moved(text: string): string {
  const [first, ...rest] = text.split(" ");
  return words(first, "왜", ...rest);
}

/** 누가 했어요?, 누구하고 갔어요?, 누구한테 줬어요? */
function who(random: Random): Draft | undefined {
  const kind = random.integer(2);
  const tense = (["past", "future"] as const)[random.weighted([3, 1])];
  if (kind === 0) {
    const phrase = phraseWith(random, ...flagsOf[tense]);
    if (tense === "future" && isMisdeed(phrase)) return undefined;
    const subject: Being = {
      korean: "누구",
      english: "who",
      object: "who",
      possessive: "their",
      person: "third",
      pronoun: "they",
    };
    const clause = clauseOf(random, { subject, marking: "이/가" }, phrase, {
      time: drawTime(random, phrase, tense, 0.3),
      timeFirst: random.chance(0.5),
      company: undefined,
      objectFirst: false,
    });
    return {
      korean: askKorean(clause, tense, false),
      english: [
        sentence(
          say(subject, englishTail(clause), { tense: tense === "past" ? "past" : "going to" }),
          "?",
        ),
      ],
    };
  }
  const phrase = phraseWith(random, `w${flagsOf[tense][0]}`, flagsOf[tense][1]);
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    time: drawTime(random, phrase, tense, 0.3),
    company: { korean: random.choice(["누구하고", "누구랑", "누구와"]), english: "with" },
    place: undefined,
    objectFirst: false,
    timeFirst: true,
  });
  const tail = englishTail({ ...clause, time: undefined, company: undefined });
  return {
    korean: askKorean(clause, tense, random.chance(0.4)),
    english: [
      sentence(
        say(you, { ...tail, rest: words(tail.rest, "with", clause.time?.english) }, {
          tense: tenses[tense],
          question: true,
          wh: "who",
        }),
        "?",
      ),
    ],
  };
}

function how(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "", "siI");
  if (!isSaid("how", phrase)) return undefined;
  const kind = random.integer(3);
  const clause = clauseOf(random, { subject: kind === 2 ? I : you, marking: null }, phrase, {
    company: undefined,
    place: undefined,
    objectFirst: false,
  });
  const drawn = englishTail(clause);
  // 어떻게 가요?: how one gets there.
  const inner = drawn.verb.base === "go" ? { ...drawn, verb: englishPhrase("get").verb } : drawn;
  if (kind === 2) { // 어떻게 가야 돼요?
    return {
      korean: (tone) => {
        const { front, stem } = koreanClause(clause, tone);
        return `어떻게 ${
          words(front, close(endings.mustSpoken(stem), "verb", tone.level, "question"))
        }?`;
      },
      english: [sentence(owned(`how should I ${bare(inner)}`, I), "?")],
    };
  }
  const asking = askKorean(clause, kind === 0 ? "past" : "future", random.chance(0.3));
  return {
    korean: (tone) => `어떻게 ${asking(tone)}`,
    english: [
      sentence(
        say(you, inner, { tense: kind === 0 ? "past" : "going to", question: true, wh: "how" }),
        "?",
      ),
    ],
  };
}

/** 뭐 먹고 싶어요?, 가고 싶어요?, 해야 돼요? */
function wishes(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "", "siI");
  if (!suits(you, phrase) || isMisdeed(phrase)) return undefined;
  const kind = random.integer(3);
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    time: random.chance(0.25) ? timeOf(random, phrase, chosenTimes) : undefined,
    objectFirst: false,
    company: undefined,
  });
  if (kind === 0) {
    const asks = emptied(phrase);
    const filler = phrase.fillers[0];
    if (isAmbiguous(phrase) || !isSaid("what", phrase)) return undefined;
    if (/^(look|wait|help|bring|get|fix)/.test(phrase.frame.english)) return undefined;
    if (asks === undefined || filler === undefined || "pronoun" in filler || "to" in filler) {
      return undefined;
    }
    if (phrase.before.length !== 1 || phrase.before[0].particle !== "을/를") return undefined;
    const marked: Clause = {
      ...clause,
      phrase: {
        ...phrase,
        before: [{ word: random.choice(["뭐", "뭘"]), particle: null }],
        english: { ...phrase.english, rest: asks },
      },
    };
    return {
      korean: (tone) => {
        const { front, stem } = koreanClause(marked, tone);
        return `${words(front, close(endings.want(stem), "verb", tone.level, "question"))}?`;
      },
      english: [
        sentence(
          say(you, over("want", `to ${bare(englishTail(marked))}`), {
            tense: "present",
            question: true,
            wh: "what",
          }),
          "?",
        ),
      ],
    };
  }
  if (kind === 2 && (!isSaid("had to", phrase) || !suits(I, phrase))) return undefined;
  if (kind === 1 && (isChore(phrase) || !isSaid("wanted", phrase))) return undefined;
  const turn = kind === 1 ? endings.want : endings.mustSpoken;
  return {
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      return `${words(front, close(turn(stem), "verb", tone.level, "question"))}?`;
    },
    english: [
      sentence(
        kind === 1
          ? say(you, over("want", `to ${bare(englishTail(clause))}`), {
            tense: "present",
            question: true,
          })
          : say(I, over("have", `to ${bare(englishTail(clause))}`), {
            tense: "present",
            question: true,
          }),
        "?",
      ),
    ],
  };
}

/** 갈 수 있어요? */
function able(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "", "siI");
  if (!suits(you, phrase) || isMisdeed(phrase) || !isSaid("can you", phrase)) return undefined;
  const here = random.chance(0.5) && isSaid("here", phrase);
  const place = here ? { korean: "여기서", english: "here" } : placeOf(random, phrase, 0.1);
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    time: !here && random.chance(0.3) ? timeOf(random, phrase, chosenTimes) : undefined,
    objectFirst: false,
    place: /here|home| to |^to |at /.test(phrase.english.rest) ? undefined : place,
    company: undefined,
  });
  return {
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      return `${words(front, close(endings.can(stem), "verb", tone.level, "question"))}?`;
    },
    english: [sentence(say(you, englishTail(clause), { tense: "can", question: true }), "?")],
  };
}

/** 은행이 어디예요?, 어디에 있어요?, 어떻게 가요? */
function findPlace(random: Random): Draft | undefined {
  const places = [
    ...town.filter(({ noun }) => noun.startsWith("the ") || /Station/.test(noun)),
    { korean: "화장실", to: "to the restroom", at: "in the restroom", noun: "the restroom" },
    { korean: "화장실", to: "to the restroom", at: "in the restroom", noun: "the restroom" },
    { korean: "출구", to: "to the exit", at: "at the exit", noun: "the exit" },
    { korean: "입구", to: "to the entrance", at: "at the entrance", noun: "the entrance" },
    {
      korean: "매표소",
      to: "to the ticket office",
      at: "at the ticket office",
      noun: "the ticket office",
    },
    {
      korean: "안내소",
      to: "to the information desk",
      at: "at the information desk",
      noun: "the information desk",
    },
    { korean: "엘리베이터", to: "to the elevator", at: "at the elevator", noun: "the elevator" },
  ];
  const place = random.choice(places);
  const kind = random.integer(6);
  const subject = (tone: Tone) => tone.casual ? place.korean : topic(place.korean, kind % 2 === 0);
  const forms: readonly (readonly [(tone: Tone) => string, string])[] = [
    [
      (t) =>
        `${subject(t)} ${
          t.level === "formal" ? "어디입니까" : t.level === "polite" ? "어디예요" : "어디야"
        }?`,
      `Where is ${place.noun}?`,
    ],
    [
      (t) => `${subject(t)} 어디에 ${close(있, "verb", t.level, "question")}?`,
      `Where is ${place.noun}?`,
    ],
    [
      (t) => `${place.korean}에 어떻게 ${close(가, "verb", t.level, "question")}?`,
      `How do I get ${place.to}?`,
    ],
    [
      (t) => `이 근처에 ${subject(t)} ${close(있, "verb", t.level, "question")}?`,
      `Is there ${place.noun.replace(/^the /, "a ")} near here?`.replace("a art", "an art").replace(
        "a amuse",
        "an amuse",
      ).replace("a airport", "an airport").replace("a office", "an office").replace(
        "a elev",
        "an elev",
      ).replace("a exit", "an exit").replace("a inf", "an inf").replace("a entr", "an entr")
        .replace("a embassy", "an embassy"),
    ],
    [
      (t) =>
        `${place.korean}까지 얼마나 ${
          close({ text: "걸리", class: "regular" }, "verb", t.level, "question")
        }?`,
      `How long does it take to get ${place.to}?`,
    ],
    [
      (t) =>
        `여기서 ${place.korean}까지 ${
          close({ text: "멀", class: "regular" }, "adjective", t.level, "question")
        }?`,
      `Is it far from here ${place.to}?`,
    ],
  ];
  if (kind === 3 && /Seoul/.test(place.noun)) return undefined;
  const [korean, english] = forms[kind];
  return { korean, english: [english] };
}
const 있: Stem = { text: "있", class: "regular" };
const 가: Stem = { text: "가", class: "regular" };

function topic(word: string, subject: boolean): string {
  return withParticle(word, subject ? "이/가" : "은/는");
}

/** 언제 왔는지 알아요?, 어디 있는지 몰라요. */
function embedded(random: Random): Draft | undefined {
  const subject = random.choice(names);
  const [wh, english] = random.choice(
    [["언제", "when"], ["어디에서", "where"], ["왜", "why"], ["누구하고", "who"]] as const,
  );
  const phrase = phraseWith(
    random,
    english === "who" ? "w" : "",
    english === "where" ? "sm" : "si",
  );
  if (!suits(subject, phrase)) return undefined;
  const talk: Talk | undefined = english === "when" || english === "why" ? english : undefined;
  if (talk !== undefined && !isSaid(talk, phrase)) return undefined;
  if (
    english === "where" &&
    (phrase.places.length === 0 || /here|home|^to | at /.test(phrase.english.rest))
  ) return undefined;
  const asks = random.chance(0.5);
  const clause = clauseOf(random, { subject, marking: "이/가" }, phrase, {
    place: undefined,
    company: undefined,
    objectFirst: false,
  });
  const tail = englishTail(clause);
  const inner = say(
    subject,
    english === "who" ? { ...tail, rest: words(tail.rest, "with") } : tail,
    { tense: "past" },
  );
  return {
    clauses: 2,
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      const [first, ...rest] = front.split(" ");
      const middle = words(first, wh, ...rest, `${past(stem).text}는지`);
      const know: Stem = asks ? { text: "알", class: "regular" } : { text: "모르", class: "르" };
      return `${middle} ${close(know, "verb", tone.level, asks ? "question" : "statement")}${
        asks ? "?" : "."
      }`;
    },
    english: [
      sentence(
        asks ? `do you know ${english} ${inner}` : `I don't know ${english} ${inner}`,
        asks ? "?" : ".",
      ),
    ],
  };
}

export const questions: readonly Weighted[] = [
  { name: "yes or no", weight: 8, draw: yesNo },
  { name: "state?", weight: 5, draw: askState },
  { name: "what", weight: 5, draw: what },
  { name: "where", weight: 3, draw: where },
  { name: "where to", weight: 1, draw: whereTo },
  { name: "when", weight: 3, draw: when },
  { name: "why", weight: 3, draw: why },
  { name: "who", weight: 3, draw: who },
  { name: "how", weight: 2, draw: how },
  { name: "wishes", weight: 4, draw: wishes },
  { name: "able?", weight: 3, draw: able },
  { name: "find a place", weight: 2, draw: findPlace },
  { name: "embedded question", weight: 1.5, draw: embedded },
];
