/**
 * What people and things are, are like, have, and become.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { past } from "../../conjugation.ts";
import { withParticle } from "../../particles.ts";
import { copula, type Stem } from "../../stem.ts";
import { type Clause, englishTail, type Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import { peer, someone } from "../draw.ts";
import { englishPhrase, owned, say, sentence, words } from "../english.ts";
import * as adjectives from "../lexicon/adjectives.ts";
import { type NounKind, nounKinds } from "../lexicon/nouns.ts";
import { type Being, I, it, kin, names, others, you } from "../lexicon/people.ts";
import { outdoors, placeKinds, regions, spaces, town } from "../lexicon/places.ts";
import { type Adverbial, degrees, nowTimes } from "../lexicon/times.ts";
import { determined, type Noun, plural, withArticle } from "../noun.ts";
import type { Phrase } from "../phrase.ts";
import { beforeNoun, close, endings, seem } from "../stems.ts";
import { over } from "./modality.ts";
import { spell, told } from "./statements.ts";

/** A thing as a subject: `the book`, `this bag`, `my shoes`. */
export function thing(noun: Noun, english: string, korean: string): Being {
  return {
    ...it,
    korean,
    english,
    object: english,
    person: noun.number === "plural" ||
        /s$/.test(english) && noun.number === "fixed" && /^(the )?(drums)/.test(english)
      ? "plural"
      : "third",
  };
}

/** The adjectives of a list whose English is one of these. */
function only(list: readonly Phrase[], pattern: RegExp): readonly Phrase[] {
  return list.filter(({ english }) => pattern.test(english.rest));
}

/** Which things are like what. */
const described: readonly (readonly [NounKind, RegExp, readonly Phrase[]])[] = [
  [
    "meal",
    /^/,
    only(adjectives.tastes, /^(delicious|salty|hot|greasy|expensive|cheap|not good)$/),
  ],
  ["dish", /^/, only(adjectives.tastes, /^(delicious|spicy|salty|bland|hot|not good)$/)],
  ["snack", /^/, only(adjectives.tastes, /^(delicious|sweet|expensive|cheap|soft)$/)],
  ["fruit", /^/, only(adjectives.tastes, /^(delicious|sweet|sour|fresh|expensive|cheap)$/)],
  [
    "drink",
    /coffee|tea|chocolate/,
    only(adjectives.tastes, /^(delicious|sweet|bitter|hot|expensive|cheap)$/),
  ],
  [
    "drink",
    /juice|cola|milk|soda|beer/,
    only(adjectives.tastes, /^(delicious|cold|expensive|cheap)$/),
  ],
  ["grocery", /^/, only(adjectives.tastes, /^(expensive|cheap)$/)],
  [
    "grocery",
    /vegetables|eggs|milk|potatoes|carrots|onions|tofu|pork|beef|chicken|cucumbers|mushrooms|tomatoes|cabbage|corn/,
    only(adjectives.tastes, /^(fresh|expensive|cheap)$/),
  ],
  ["clothes", /^/, adjectives.fits],
  ["shoes", /^/, only(adjectives.fits, /^(?!long|short|thin|thick)/)],
  [
    "worn",
    /hat|gloves|scarf|mask/,
    only(
      adjectives.fits,
      /^(big|small|pretty|expensive|cheap|comfortable|warm|nice|thin|thick|dirty)$/,
    ),
  ],
  [
    "worn",
    /ring|necklace|earrings|glasses|tie/,
    only(adjectives.fits, /^(pretty|expensive|cheap|nice|fancy)$/),
  ],
  [
    "belonging",
    /bag|backpack|suitcase|umbrella/,
    only(adjectives.objectMakes, /^(?!similar|convenient)/),
  ],
  [
    "belonging",
    /phone|laptop|earphones|watch|charger/,
    only(adjectives.objectMakes, /^(expensive|cheap|light|nice|good|convenient|pretty)$/),
  ],
  ["device", /^/, only(adjectives.objectMakes, /^(big|small|expensive|cheap|good|convenient)$/)],
  [
    "device",
    /camera|speaker|tablet|fan|vacuum/,
    only(adjectives.objectMakes, /^(heavy|light|sturdy|nice|expensive)$/),
  ],
  [
    "furniture",
    /chair|bed|sofa|pillow/,
    only(
      [...adjectives.makes, ...adjectives.objectMakes],
      /^(comfortable|uncomfortable|big|small|pretty|expensive|cheap)$/,
    ),
  ],
  [
    "furniture",
    /desk|table|closet|bookshelf|chair/,
    only(adjectives.objectMakes, /^(big|small|heavy|sturdy|expensive|cheap|nice|good)$/),
  ],
  [
    "furniture",
    /mirror|curtain|lamp|blanket/,
    only(adjectives.objectMakes, /^(big|small|pretty|expensive|cheap|clean|dirty)$/),
  ],
  [
    "watching",
    /movie|drama|play|musical|documentary/,
    only(adjectives.opinions, /^(interesting|boring|sad|long|short|good|famous|strange|great)$/),
  ],
  [
    "watching",
    /show|game|cartoon|concert|comedy|video/,
    only(adjectives.opinions, /^(interesting|boring|long|short|great)$/),
  ],
  [
    "reading",
    /book|novel|magazine|article/,
    only(adjectives.opinions, /^(interesting|boring|difficult|easy|long|short|good|useful)$/),
  ],
  ["reading", /poem|letter/, only(adjectives.opinions, /^(long|short|good|sad)$/)],
  [
    "school",
    /homework|exam|class|presentation|question|grammar|pronunciation/,
    only(adjectives.opinions, /^(difficult|easy|important)$/),
  ],
  ["school", /class|presentation/, only(adjectives.opinions, /^(interesting|boring|long)$/)],
  [
    "subject",
    /^/,
    only(adjectives.opinions, /^(interesting|boring|difficult|easy|important)$/),
  ],
  ["sport", /^/, [...adjectives.fun, ...only(adjectives.opinions, /^(difficult|easy)$/)]],
  [
    "animal",
    /cat|puppy|dog|rabbit|bird|hamster|fox|duck|squirrel|panda|bear$|elephant|sheep|pig/,
    only(adjectives.traits, /^cute$/),
  ],
  ["animal", /puppy|dog|cat|monkey|elephant|fox|whale|horse/, only(adjectives.traits, /^smart$/)],
  [
    "animal",
    /dog|tiger|lion|bear|snake|shark|wolf|spider|bee|mouse|crocodile/,
    only(adjectives.traits, /^scary$/),
  ],
  [
    "animal",
    /elephant|whale|bear|cow|horse|tiger|lion|shark|dog|pig|turtle/,
    only(adjectives.makes, /^big$/),
  ],
  [
    "animal",
    /mouse|hamster|bird|bee|spider|frog|fish|squirrel|puppy|duck|chicken|rabbit/,
    only(adjectives.makes, /^small$/),
  ],
  ["animal", /horse|rabbit|tiger|cat|squirrel|lion|fox/, only(adjectives.makes, /^fast$/)],
  [
    "flower",
    /^/,
    only([...adjectives.makes, ...adjectives.traits], /^(pretty|big|small|beautiful)$/),
  ],
  [
    "nature",
    /mountain|ocean|river|sky|moon|stars|lake|island|forest|waterfall|clouds|field|hill/,
    only(adjectives.traits, /^(pretty|beautiful)$/),
  ],
  [
    "nature",
    /mountain|rock|lake|moon|waterfall|river|island|forest/,
    only(adjectives.makes, /^big$/),
  ],
  [
    "room",
    /^(?!yard)/,
    only(
      adjectives.surroundings,
      /^(quiet|clean|dirty|spacious|small|bright|dark|cold|hot|warm|big)$/,
    ),
  ],
  [
    "shopItem",
    /clothes|toy|picture|vase|doll|souvenir|bike|furniture|jewelry|carpet|tent|car$/,
    only(adjectives.objectMakes, /^(expensive|cheap|pretty|nice)$/),
  ],
  [
    "shopItem",
    /house|antique|medicine|console|calendar|cosmetics|stamp/,
    only(adjectives.objectMakes, /^(expensive|cheap)$/),
  ],
  [
    "tool",
    /cup|plate|bowl|pot|tray|box|knife|kettle|pan|towel|ladder|hammer/,
    only(adjectives.objectMakes, /^(big|small|expensive|cheap|clean|dirty)$/),
  ],
  [
    "tool",
    /soap|toothpaste|shampoo|paper|tape|glue|batteries|bulb|pen|eraser|needle|scissors|envelope/,
    only(adjectives.objectMakes, /^(expensive|cheap)$/),
  ],
  ["tool", /cup|plate|key ring|notebook|towel|kettle/, only(adjectives.objectMakes, /^pretty$/)],
  ["event", /party|concert|festival|show/, [
    ...adjectives.fun,
    ...only(adjectives.opinions, /^(boring|great)$/),
  ]],
  ["event", /meeting/, only(adjectives.opinions, /^(important|long|boring)$/)],
  ["event", /contest|interview/, only(adjectives.opinions, /^important$/)],
  ["event", /wedding/, only(adjectives.opinions, /^(wonderful|long|special)$/)],
];

/** A thing with an adjective that can be said of it. */
function drawThing(random: Random): { noun: Noun; adjective: Phrase; kind: NounKind } {
  const [kind, which, list] = random.choice(described);
  const noun = random.choice<Noun>(
    nounKinds[kind].filter(({ number, english }) => number !== "fixed" && which.test(english)),
  );
  return { noun, adjective: random.choice(list), kind };
}

/** 이 가방, 그 영화, 제 신발 — and what English says. */
function pointed(random: Random, noun: Noun, kind: NounKind): Being {
  if (/^(subject|sport)$/.test(kind)) return thing(noun, noun.english, noun.korean);
  const owns = /clothes|shoes|worn|belonging|device|room/.test(kind);
  const seen = !/event|watching|school|dish|meal|drink/.test(kind);
  const which = random.weighted([4, 3, seen ? 1 : 0, owns ? 2 : 0, 2]);
  const forms = [
    ["이 ", determined(noun, "this")],
    ["그 ", determined(noun, "that")],
    ["저 ", `${determined(noun, "that")} over there`],
    ["", `my ${noun.english}`],
    ["", determined(noun, "the")],
  ] as const;
  const [korean, english] = forms[which];
  const being = thing(
    noun,
    noun.number === "fixed" ? noun.english : english,
    `${korean}${noun.korean}`,
  );
  if (which !== 3) return being;
  return { ...being, korean: `내 ${noun.korean}`, polite: `제 ${noun.korean}` };
}

function adjectiveClause(
  random: Random,
  subject: Being,
  marking: Clause["marking"],
  adjective: Phrase,
  degreeShare = 0.45,
): Clause {
  const drawn = random.chance(degreeShare) ? random.choice(degrees) : undefined;
  // 조금 좋다 damns: a little of what is wished for.
  const degree = drawn?.english === "a little" && welcome.test(adjective.english.rest)
    ? { korean: "정말", english: "really" }
    : drawn;
  const fits =
    !/the same|not |out$|^(clear|possible|impossible|natural|correct|enough|necessary|perfect|similar|different|wonderful|terrible|great|shameless)$/
      .test(adjective.english.rest) &&
    adjective.before.length === 0 &&
    adjective.english.verb.base === "be";
  return {
    subject,
    marking,
    phrase: adjective,
    negation: "none",
    degree: fits ? degree : undefined,
    timeFirst: true,
  };
}

const welcome =
  /^(good|nice|delicious|pretty|convenient|sturdy|beautiful|cute|fun|interesting|important|famous|clean|comfortable|fresh|useful|special|kind|smart|funny|hardworking|diligent|healthy|honest|cool|brave|sweet|popular|safe|peaceful|wise|friendly|free|happy|proud|in a good mood|calm|modest|innocent|fancy|soft)$/;

function thingIs(random: Random): Draft | undefined {
  const { noun, adjective, kind } = drawThing(random);
  const subject = pointed(random, noun, kind);
  const clause = adjectiveClause(
    random,
    subject,
    random.chance(0.65) ? "은/는" : "이/가",
    adjective,
  );
  return describe(random, clause);
}

/** Which places look so; the others may. */
const looks: Readonly<Record<string, RegExp>> = {
  beautiful:
    /palace|temple|garden|park|village|hotel|museum|library|beach|mountain|river|church|bridge/,
  peaceful: /temple|garden|park|church|farm|village|beach|mountain|river/,
  famous: /restaurant|hotel|museum|market|palace|temple|bakery|cafe|park|beach|mountain|hospital/,
  dangerous: /bridge|river|mountain|beach|parking lot|pool|downtown/,
  safe: /hotel|apartment|village|bridge|airport|bank|park/,
  spacious: /^(?!.*(stop|downtown|beach|mountain|river|bridge|village|station$))/,
  small: /^(?!.*(downtown|beach|mountain|river|airport|palace|zoo|mall))/,
  bright: /room|kitchen|office|cafe|library|restaurant|store|house|gym/,
  dark: /room|kitchen|parking|theater|cafe|house|park/,
  comfortable: /hotel|cafe|library|apartment|room|theater/,
  far: /^(?!.*room|the kitchen)/,
  close: /^(?!.*room|the kitchen)/,
  crowded: /^(?!.*(my room|kitchen|living room|apartment|farm|garden|river|bridge|embassy))/,
};

function placeIs(random: Random): Draft | undefined {
  const region = random.chance(0.4);
  const place = region ? random.choice(regions) : random.choice([
    ...town.filter(({ noun }) => noun.startsWith("the ")),
    ...spaces,
    ...outdoors.slice(0, 3),
  ]);
  const adjective = random.choice(region ? adjectives.regionLooks : adjectives.surroundings);
  const fitting = region ? undefined : looks[adjective.english.rest];
  if (fitting !== undefined && !fitting.test(place.noun)) return undefined;
  const demonstrative = !region && random.chance(0.4);
  const subject: Being = {
    ...it,
    korean: demonstrative ? `이 ${place.korean}` : place.korean,
    english: demonstrative ? place.noun.replace(/^the|^my/, "this") : place.noun,
  };
  return describe(
    random,
    adjectiveClause(random, subject, random.chance(0.7) ? "은/는" : "이/가", adjective),
  );
}

function personIs(random: Random): Draft | undefined {
  const subject = someone(random);
  const adjective = random.choice(adjectives.traits);
  if (subject.pronoun === "he" && /^(pretty|beautiful)$/.test(adjective.english.rest)) {
    return undefined;
  }
  // Nobody calls parents and teachers stupid, nor cute.
  if (
    subject.honorific &&
    /^(stupid|shameless|greedy|lazy|poor|cute|strange|innocent|young|slim|scary|short|shy|nice|sweet)$/
      .test(adjective.english.rest)
  ) return undefined;
  // Several people have several hearts and mouths.
  if (subject.person === "plural" && /^a /.test(adjective.english.rest)) return undefined;
  return describe(random, adjectiveClause(random, subject, "은/는", adjective));
}

/** Unsaid: 너무 비싸요. It is too expensive; 맛있어요! It's delicious. */
function itIs(random: Random): Draft | undefined {
  const adjective = random.choice([
    ...adjectives.tastes,
    ...adjectives.opinions,
    ...adjectives.objectMakes,
    ...adjectives.surroundings,
    ...adjectives.makes,
  ]);
  const pointer = random.weighted([5, 1, 1]);
  const subject = [
    it,
    { ...it, korean: "이거", polite: "이거", english: "this" },
    { ...it, korean: "그거", polite: "그거", english: "that" },
  ][pointer];
  const clause = adjectiveClause(random, subject, pointer === 0 ? null : "이/가", adjective);
  const shown = pointer === 0 ? clause : { ...clause, marking: null };
  const word = pointer === 0
    ? ""
    : random.choice([`${subject.korean} `, `${withParticle(subject.korean, "은/는")} `]);
  const draft = describe(random, shown);
  return draft === undefined
    ? undefined
    : { ...draft, korean: (tone) => word + draft.korean(tone) };
}

function feeling(random: Random): Draft | undefined {
  const adjective = random.choice(adjectives.feelings);
  const kind = random.integer(4);
  const subject = kind === 1 ? you : kind === 2 ? someone(random) : I;
  const clause = adjectiveClause(
    random,
    subject,
    kind === 2 ? "은/는" : kind === 0 && random.chance(0.2) ? "은/는" : null,
    adjective,
    0.35,
  );
  const timed: Clause = {
    ...clause,
    time: clause.degree === undefined && random.chance(0.3)
      ? random.choice<Adverbial>([...nowTimes, { korean: "오늘", english: "today" }])
      : undefined,
  };
  if (kind === 1) {
    return {
      korean: (tone) => `${spell({ ...timed, degree: undefined }, tone, "question")}?`,
      english: [
        sentence(
          say(you, englishTail({ ...timed, degree: undefined }), {
            tense: "present",
            question: true,
          }),
          "?",
        ),
      ],
    };
  }
  if (kind === 2) { // others: it seems, or it was
    if (random.chance(0.5)) {
      const plainClause: Clause = { ...timed, time: undefined };
      return {
        korean: (tone) =>
          `${spell(plainClause, tone, "statement", (s) => seem(s, "present", "adjective"))}.`,
        english: [
          sentence(`I think ${say(subject, englishTail(plainClause), { tense: "present" })}`),
        ],
      };
    }
    const plainClause: Clause = { ...timed, time: undefined };
    return {
      levels: spoken,
      korean: (tone) => `${spell(plainClause, tone, "대")}.`,
      english: [
        sentence(`I heard that ${say(subject, englishTail(plainClause), { tense: "present" })}`),
        sentence(`I heard ${say(subject, englishTail(plainClause), { tense: "present" })}`),
      ],
    };
  }
  return describe(random, timed);
}

function weatherIs(random: Random): Draft | undefined {
  const adjective = random.choice(adjectives.weather);
  const time = random.choice<Adverbial | undefined>([
    undefined,
    { korean: "오늘", english: "today" },
    { korean: "요즘", english: "these days" },
    { korean: "밖이", english: "outside" },
    { korean: "여기", english: "here" },
    { korean: "오늘은", english: "today" },
    { korean: "아침에는", english: "in the morning" },
    { korean: "밤에는", english: "at night" },
  ]);
  const named = random.chance(0.3) && !/날씨/.test(adjective.before[0]?.word ?? "");
  const subject: Being = named ? { ...it, korean: "날씨", english: "the weather" } : it;
  if (
    /dark|slippery/.test(adjective.english.rest) &&
    (named || /today|days|morning|night/.test(time?.english ?? ""))
  ) {
    return undefined;
  }
  if ((named || adjective.before.length > 0) && /^(밖이|여기)$/.test(time?.korean ?? "")) {
    return undefined;
  }
  if (time?.korean === "밤에는" && adjective.english.rest === "sunny") return undefined;
  const clause: Clause = {
    ...adjectiveClause(random, subject, named ? "이/가" : null, adjective, 0.4),
    time,
  };
  return describe(random, clause);
}

/** Says an adjective clause in one of the ways in which people say it. */
function describe(random: Random, clause: Clause): Draft | undefined {
  const kind = random.weighted([9, 3, 1.5, 1.5, 2, 3, 1.2, 1, 1, 1.5]);
  const { subject, phrase } = clause;
  const pastable = !/these days|today|now/.test(clause.time?.english ?? "") &&
    (clause.time === undefined || !/morning|night/.test(clause.time.english));
  const plain: Clause = { ...clause, degree: undefined };
  switch (kind) {
    case 0:
      return {
        korean: (t) => `${spell(clause, t, "statement")}.`,
        english: [told(clause, "present")],
      };
    case 1: {
      if (!pastable || subject.english.endsWith("over there")) return undefined;
      const lasting = subject.pronoun === "it" && subject !== it;
      const timed: Clause = random.chance(0.3) && clause.time === undefined && !lasting
        ? {
          ...clause,
          time: random.choice([
            { korean: "어제", english: "yesterday" },
            { korean: "어제는", english: "yesterday" },
            { korean: "아까", english: "earlier" },
            { korean: "그때", english: "then" },
          ]),
        }
        : clause;
      if (/the same|tall|short|young/.test(phrase.english.rest) && timed.time !== undefined) {
        return undefined;
      }
      return {
        korean: (t) => `${spell(timed, t, "statement", past)}.`,
        english: [told(timed, "past")],
      };
    }
    case 2: {
      const negative: Clause = { ...plain, negation: random.chance(0.5) ? "안" : "지 않다" };
      if (/안|없/.test(phrase.stem.text + phrase.before.map(({ word }) => word).join(""))) {
        return undefined;
      }
      if (negative.negation === "안" && phrase.stem.text.length > 2) return undefined;
      return {
        korean: (t) => `${spell(negative, t, "statement")}.`,
        english: [told(negative, "present")],
      };
    }
    case 3: { // 별로 안, 그렇게 -지 않다
      const [word, english] = random.choice([["별로", "very"], ["그렇게", "that"]] as const);
      const negative: Clause = {
        ...plain,
        negation: word === "별로" ? "안" : "지 않다",
        degree: { korean: word, english },
      };
      if (
        phrase.english.verb.base !== "be" ||
        /in a|not |the same|okay|out$|delicious|perfect/.test(phrase.english.rest)
      ) return undefined;
      if (negative.negation === "안" && phrase.stem.text.length > 2) return undefined;
      return {
        korean: (t) => `${spell(negative, t, "statement")}.`,
        english: [told(negative, "present")],
      };
    }
    case 4:
      return {
        levels: spoken,
        korean: (t) => `${spell(clause, t, "네")}${exclamation(clause)}`,
        english: [told(clause, "present").replace(/\.$/, exclamation(clause))],
      };
    case 5: {
      if (subject.pronoun === "I" || subject.english.startsWith("my ")) return undefined;
      const asks: Clause = random.chance(0.7) ? plain : clause;
      return {
        korean: (t) => `${spell(asks, t, "question")}?`,
        english: [
          sentence(say(subject, englishTail(asks), { tense: "present", question: true }), "?"),
        ],
      };
    }
    case 6: {
      if (subject.pronoun === "I" || phrase.english.verb.base !== "be") return undefined;
      const tag = subject.person === "plural" ? "aren't they" : "isn't it";
      const person = subject.pronoun === "he"
        ? "isn't he"
        : subject.pronoun === "she"
        ? "isn't she"
        : tag;
      return {
        levels: spoken,
        korean: (t) => `${spell(clause, t, "지")}?`,
        english: [told(clause, "present").replace(/\.$/, `, ${person}?`)],
      };
    }
    case 7:
      if (subject.pronoun === "I") return undefined;
      return {
        levels: spoken,
        korean: (t) => `${spell(clause, t, "잖아")}.`,
        english: [told(clause, "present").replace(/\.$/, ", you know.")],
      };
    case 8: {
      if (subject.pronoun === "I") return undefined;
      return {
        korean: (t) => `${spell(plain, t, "statement", (s) => seem(s, "present", "adjective"))}.`,
        english: [sentence(`I think ${say(subject, englishTail(plain), { tense: "present" })}`)],
      };
    }
    default: { // -아졌다
      if (phrase.english.verb.base !== "be" || phrase.before.length > 0) return undefined;
      if (/^(this|that)$/.test(subject.english)) return undefined;
      if (
        !/^(cold|hot|warm|cool|chilly|expensive|cheap|pretty|tall|big|small|dark|busy|tired|sleepy|bored|clean|dirty|difficult|easy|interesting|famous|quiet|noisy|crowded|dangerous|healthy|happy|sad|hungry|cloudy|slippery|long|short|soft|fast|convenient|comfortable|boring|curious|scared)$/
          .test(phrase.english.rest)
      ) return undefined;
      if (subject.pronoun === "it" && steady.test(phrase.english.rest)) return undefined;
      if (subject.pronoun !== "it" && /^(hot|cold)$/.test(phrase.english.rest)) return undefined;
      const tail = englishTail({ ...plain, time: plain.time });
      const text = say(subject, { ...tail, verb: englishPhrase("get").verb }, { tense: "past" });
      const more = subject.pronoun === "it" && subject !== it;
      return {
        korean: (t) => `${spell(plain, t, "statement", (s) => past(endings.become(s)))}.`,
        english: [sentence(text), ...(more ? [sentence(text.replace(/got /, "has become "))] : [])],
      };
    }
  }
}

/** What a thing is once and for all, or at least not of itself. */
const steady =
  /^(pretty|tall|big|small|long|short|soft|fast|comfortable|interesting|boring|sad|healthy|happy)$/;

/** The mark of an exclamation depends on its own words, so that both languages agree. */
function exclamation(clause: Clause): "!" | "." {
  return clause.degree === undefined ? "." : "!";
}

/** 이게 더 싸요, 서울보다 커요, 제일 맛있어요. */
function comparison(random: Random): Draft | undefined {
  const kind = random.integer(4);
  if (kind === 3) { // 커피가 차보다 더 좋아요 → like better
    const group = random.choice(
      ["drink", "meal", "fruit", "animal", "season", "sport", "subject", "color"] as const,
    );
    const a = random.choice<Noun>(nounKinds[group]);
    const b = random.choice<Noun>(nounKinds[group]);
    if (a === b || a.number === "fixed" || b.number === "fixed") return undefined;
    const best = random.chance(0.5);
    const english = best
      ? `I like ${determined(a, "s")} the most.`
      : `I like ${determined(a, "s")} more than ${determined(b, "s")}.`;
    const like: Stem = { text: "좋아하", class: "하" };
    return {
      korean: (t) =>
        best
          ? `${withParticle(a.korean, "을/를")} 제일 ${close(like, "verb", t.level, "statement")}.`
          : `${b.korean}보다 ${withParticle(a.korean, "을/를")} 더 ${
            close(like, "verb", t.level, "statement")
          }.`,
      english: [english],
    };
  }
  const persons = random.chance(0.4);
  const adjective = random.choice(
    persons
      ? adjectives.traits.filter(({ english, before }) =>
        english.verb.base === "be" && (before.length === 0 || /tall|short/.test(english.rest))
      )
      : [...adjectives.objectMakes, ...adjectives.tastes, ...adjectives.opinions].filter((
        { english },
      ) =>
        !/not good|the same|^(perfect|similar|great|clear|possible|impossible|natural|correct|enough|necessary|surprising|wonderful|terrible|touching)$/
          .test(english.rest)
      ),
  );
  const more = comparative(adjective.english.rest);
  const most = superlative(adjective.english.rest);
  const { stem } = adjective;
  const core = (t: Tone, degree: string, turn: (s: Stem) => Stem = (s) => s) =>
    words(
      ...adjective.before.map(({ word }) => withParticle(word, "이/가")),
      degree,
      close(turn(stem), "adjective", t.level, "statement"),
    );
  if (persons) {
    const a = random.choice([...names, ...kin]);
    const b = random.choice([...names, ...kin]);
    if (a.english === b.english) return undefined;
    if (random.chance(0.5)) {
      return {
        korean: (t) =>
          `${withParticle(a.korean, topicOrSubject(a, b))} ${b.korean}보다 ${core(t, "더")}.`,
        english: [sentence(`${a.english} is ${more} than ${b.english}`)],
      };
    }
    const group = random.choice(
      [["우리 반에서", "in our class"], ["친구들 중에서", "among my friends"], [
        "우리 가족 중에서",
        "in my family",
      ]] as const,
    );
    return {
      korean: (t) => `${withParticle(a.korean, "이/가")} ${group[0]} ${core(t, "제일")}.`,
      english: [sentence(`${a.english} is the ${most} ${group[1]}`)],
    };
  }
  const [k, e] = random.choice(
    [["이게", "this"], ["그게", "that"], ["저게", "that one"]] as const,
  );
  if (kind === 0) {
    return { korean: (t) => `${k} 더 ${core(t, "")}.`, english: [sentence(`${e} is ${more}`)] };
  }
  if (kind === 1) {
    return {
      korean: (t) => `${k} ${mostWord(k)} ${core(t, "")}.`,
      english: [sentence(`${e} is the ${most}`)],
    };
  }
  return {
    korean: (t) =>
      `${k} ${core(t, "", (s) => seem(s, "present", "adjective")).replace(/^/, "더 ")}.`,
    english: [sentence(`I think ${e} is ${more}`)],
  };
}

function topicOrSubject(a: Being, b: Being): "은/는" | "이/가" {
  return a.korean.length === b.korean.length ? "은/는" : "이/가";
}

function mostWord(k: string): string {
  return k.length % 2 === 0 ? "제일" : "가장";
}

/** `big` → `bigger`, `expensive` → `more expensive`. */
export function comparative(adjective: string): string {
  const known: Readonly<Record<string, string>> = {
    good: "better",
    bad: "worse",
    far: "farther",
    fun: "more fun",
    nice: "nicer",
  };
  if (known[adjective] !== undefined) return known[adjective];
  if (!isShort(adjective)) return `more ${adjective}`;
  return `${graded(adjective)}er`;
}

/** `big` → `biggest`. */
export function superlative(adjective: string): string {
  const known: Readonly<Record<string, string>> = {
    good: "best",
    bad: "worst",
    far: "farthest",
    fun: "most fun",
    nice: "nicest",
  };
  if (known[adjective] !== undefined) return known[adjective];
  if (!isShort(adjective)) return `most ${adjective}`;
  return `${graded(adjective)}est`;
}

function isShort(adjective: string): boolean {
  return /^(big|small|cheap|heavy|light|pretty|long|short|thick|thin|warm|tall|smart|cute|quiet|lazy|young|strong|slim|brave|sweet|funny|kind|healthy|spicy|salty|sour|hot|cold|fresh|soft|easy|busy|clean|dirty|hard|new|fast|slow|high|low|cool|noisy|close|bright|dark|safe|scary|sad|simple|great|sturdy|fancy|strict|calm|strange|wise|rich|poor|shy|wide|deep|round)$/
    .test(adjective);
}

function graded(adjective: string): string {
  if (/[^aeiou]y$/.test(adjective)) return `${adjective.slice(0, -1)}i`;
  if (adjective.endsWith("e")) return adjective.slice(0, -1);
  if (/[^aeiou][aeiou][bdgmnt]$/.test(adjective)) return adjective + adjective.at(-1);
  return adjective;
}

/** 저는 학생이에요, 이거 뭐예요?, 제 친구예요, 아니에요. */
function isNoun(random: Random): Draft | undefined {
  const kind = random.integer(7);
  if (kind <= 1) {
    const subject = random.choice([I, I, peer(random), peer(random)]);
    if (subject.pronoun === "they") return undefined;
    const job = random.choice(nounKinds.job);
    if (
      job.korean === subject.korean ||
      subject.honorific && /학생|사장|선생님|교수|부장/.test(job.korean + subject.korean) ||
      subject.pronoun === "she" && job.english === "waiter"
    ) return undefined;
    const negative = random.chance(0.25);
    const wasOnce = !negative && random.chance(0.2);
    const korean = (t: Tone) => {
      const topic = withParticle(
        t.level !== "plain" && subject.polite ? subject.polite : subject.korean,
        "은/는",
      );
      if (negative) {
        return `${topic} ${withParticle(job.korean, "이/가")} ${
          close(아니, "adjective", t.level, "statement")
        }.`;
      }
      const stem = copula(job.korean);
      return `${topic} ${close(wasOnce ? past(stem) : stem, "adjective", t.level, "statement")}.`;
    };
    return {
      korean,
      english: [
        sentence(say(subject, englishPhrase(`be ${withArticle(job.english)}`), {
          tense: wasOnce ? "past" : "present",
          negative,
        })),
      ],
    };
  }
  if (kind === 2) { // 이거는 제 가방이에요
    const group = random.choice(
      ["belonging", "clothes", "shoes", "furniture", "tool", "device", "worn"] as const,
    );
    const noun = random.choice<Noun>(nounKinds[group]);
    if (noun.number === "mass") return undefined;
    const owner = random.choice<Being>([I, I, ...names, ...others.slice(0, 4)]);
    const [near, english] = random.choice(
      [["이거", "this"], ["그거", "that"], ["저거", "that"], ["이 " + noun.korean, ""]] as const,
    );
    const plural = noun.number === "plural";
    const what = owner === I ? `my ${noun.english}` : `${owner.english}'s ${noun.english}`;
    const asks = random.chance(0.25);
    const whose = owner === I && asks;
    const demonstrative = english === ""
      ? determined(noun, "this")
      : plural
      ? english === "this" ? "these" : "those"
      : english;
    const owned = english === "" ? owner === I ? "mine" : `${owner.english}'s` : what;
    const are = plural ? "are" : "is";
    return {
      korean: (t) => {
        const mine = owner === I ? t.level === "plain" ? "내" : "제" : `${owner.korean}`;
        const rest = english === ""
          ? owner === I ? `${mine} 거` : `${mine} 거`
          : `${mine} ${noun.korean}`;
        if (whose) {
          return `${withParticle(near, "은/는")} 누구 ${english === "" ? "거" : noun.korean}${
            이야(english === "" ? "거" : noun.korean, t, "question")
          }?`;
        }
        return `${withParticle(near, "은/는")} ${
          close(copula(rest), "adjective", t.level, asks ? "question" : "statement")
        }${asks ? "?" : "."}`;
      },
      english: [
        whose
          ? sentence(
            english === ""
              ? `whose ${are} ${demonstrative}`
              : `whose ${noun.english} ${are} ${demonstrative}`,
            "?",
          )
          : asks
          ? sentence(`${are} ${demonstrative} ${owned}`, "?")
          : sentence(`${demonstrative} ${are} ${owned}`),
      ],
    };
  }
  if (kind === 3) { // 이 사람은 제 친구예요
    const role = random.choice(
      [
        ["친구", "friend"],
        ["동생", "younger brother"],
        ["언니", "older sister"],
        ["형", "older brother"],
        ["남편", "husband"],
        ["아내", "wife"],
        ["선생님", "teacher"],
        ["동료", "coworker"],
        ["룸메이트", "roommate"],
        ["딸", "daughter"],
        ["아들", "son"],
        ["사촌", "cousin"],
      ] as const,
    );
    const subject = random.choice<readonly [string, string]>([["이 사람", "this"], [
      "저 사람",
      "that",
    ], ["이분", "this"]]);
    if (/이분/.test(subject[0]) && !/선생님|아내|남편|동료/.test(role[0])) return undefined;
    const asks = random.chance(0.15);
    return {
      korean: (t) =>
        `${withParticle(subject[0], "은/는")} ${asks ? "" : t.level === "plain" ? "내 " : "제 "}${
          close(copula(role[0]), "adjective", t.level, asks ? "question" : "statement")
        }${asks ? "?" : "."}`,
      english: [
        sentence(
          asks ? `is ${subject[1]} your ${role[1]}` : `${subject[1]} is my ${role[1]}`,
          asks ? "?" : ".",
        ),
      ],
    };
  }
  if (kind === 4) { // 이거 뭐예요? 이 사람 누구예요? 생일이 언제예요?
    const forms: readonly (readonly [string, string, string])[] = [
      ["이거", "뭐", "What's this?"],
      ["저거", "뭐", "What's that?"],
      ["그거", "뭐", "What's that?"],
      ["저 사람", "누구", "Who's that person?"],
      ["이 사람", "누구", "Who's this person?"],
      ["이름이", "뭐", "What's your name?"],
      ["취미가", "뭐", "What's your hobby?"],
      ["직업이", "뭐", "What's your job?"],
      ["고향이", "어디", "Where's your hometown?"],
      ["집이", "어디", "Where's your house?"],
      ["생일이", "언제", "When's your birthday?"],
      ["시험이", "언제", "When's the exam?"],
      ["회의가", "언제", "When's the meeting?"],
      ["수업이", "언제", "When's the class?"],
      ["파티가", "언제", "When's the party?"],
      ["방학이", "언제", "When's the vacation?"],
      ["결혼식이", "언제", "When's the wedding?"],
      ["여기가", "어디", "Where are we?"],
      ["꿈이", "뭐", "What's your dream?"],
      ["전화번호가", "뭐", "What's your phone number?"],
      ["이 노래", "뭐", "What's this song?"],
      ["제일 좋아하는 음식이", "뭐", "What's your favorite food?"],
      ["제일 좋아하는 노래가", "뭐", "What's your favorite song?"],
      ["제일 좋아하는 색이", "뭐", "What's your favorite color?"],
      ["제일 좋아하는 영화가", "뭐", "What's your favorite movie?"],
      ["제일 좋아하는 가수가", "누구", "Who's your favorite singer?"],
      ["담당자가", "누구", "Who's in charge?"],
      ["문제가", "뭐", "What's the problem?"],
      ["이유가", "뭐", "What's the reason?"],
      ["계획이", "뭐", "What's the plan?"],
      ["오늘이", "무슨 요일", "What day is it today?"],
    ];
    const [subject, wh, english] = random.choice(forms);
    const drop = random.chance(0.3);
    return {
      korean: (t) =>
        `${drop && t.level === "plain" ? subject.replace(/[이가]$/, "") : subject} ${
          close(copula(wh), "adjective", t.level, "question")
        }?`,
      english: [english],
    };
  }
  if (kind === 5) { // 제 이름은 민수예요, 제 취미는 요리예요
    const forms = [
      ["이름", "name", names.map((n) => [n.korean, n.english] as const)],
      ["취미", "hobby", nounKinds.hobby.map((n) => [n.korean, n.english] as const)],
      ["고향", "hometown", regions.map((n) => [n.korean, n.noun] as const)],
      [
        "꿈",
        "dream",
        nounKinds.job.filter((n) => !/학생/.test(n.korean)).map((n) =>
          [n.korean, `to be ${withArticle(n.english)}`] as const
        ),
      ],
      ["직업", "job", []],
    ] as const;
    const [korean, english, values] = forms[random.integer(4)];
    const [k, e] = random.choice<readonly [string, string]>(values);
    const owner = random.choice<Being>([I, I, ...names]);
    if (owner !== I && korean === "이름") return undefined;
    return {
      korean: (t) =>
        `${owner === I ? t.level === "plain" ? "내" : "제" : owner.korean} ${
          withParticle(korean, "은/는")
        } ${close(copula(k), "adjective", t.level, "statement")}.`,
      english: [sentence(`${owner === I ? "my" : `${owner.english}'s`} ${english} is ${e}`)],
    };
  }
  // 한국 사람이에요, 어느 나라 사람이에요?
  const nations = [
    ["한국", "Korean"],
    ["미국", "American"],
    ["중국", "Chinese"],
    ["일본", "Japanese"],
    ["독일", "German"],
    ["영국", "British"],
    ["프랑스", "French"],
    ["캐나다", "Canadian"],
    ["호주", "Australian"],
    ["베트남", "Vietnamese"],
    ["태국", "Thai"],
    ["이탈리아", "Italian"],
    ["스페인", "Spanish"],
    ["인도", "Indian"],
  ] as const;
  const [k, e] = random.choice(nations);
  const subject = random.choice([I, you, peer(random), peer(random)]);
  if (subject.pronoun === "they") return undefined;
  const asks = subject === you;
  const phrase = `be ${e}`;
  return {
    korean: (t) =>
      `${
        asks ? "" : withParticle(
          t.level !== "plain" && subject.polite ? subject.polite : subject.korean,
          "은/는",
        ) + " "
      }${close(copula(`${k} 사람`), "adjective", t.level, asks ? "question" : "statement")}${
        asks ? "?" : "."
      }`,
    english: [
      sentence(
        say(subject, englishPhrase(phrase), { tense: "present", question: asks }),
        asks ? "?" : ".",
      ),
    ],
  };
}
const 아니: Stem = { text: "아니", class: "아니다" };

/** The copula's ending after a word, joined: 거야, 가방이에요. */
function 이야(word: string, t: Tone, ending: "question" | "statement"): string {
  return close(copula(word), "adjective", t.level, ending).slice(word.length);
}

/** 책상 위에 책이 있어요; 우유가 없어요; 사람이 없었어요; 물 있어요? */
function exists(random: Random): Draft | undefined {
  const kind = random.integer(6);
  const 있: Stem = { text: "있", class: "regular" };
  const 없: Stem = { text: "없", class: "regular" };
  const stemOf = (negative: boolean) => negative ? 없 : 있;
  if (kind === 0) { // on, under, in, next to furniture
    const spot = random.choice(
      [
        ["책상 위에", "on the desk"],
        ["의자 밑에", "under the chair"],
        ["가방 안에", "in the bag"],
        ["침대 옆에", "next to the bed"],
        ["식탁 위에", "on the table"],
        ["냉장고에", "in the refrigerator"],
        ["방에", "in the room"],
        ["문 앞에", "in front of the door"],
        ["소파 뒤에", "behind the sofa"],
        ["상자 속에", "in the box"],
        ["부엌에", "in the kitchen"],
        ["집 앞에", "in front of the house"],
        ["학교 근처에", "near the school"],
        ["교실에", "in the classroom"],
        ["나무 밑에", "under the tree"],
        ["서랍에", "in the drawer"],
      ] as const,
    );
    const outside = /house|school|tree/.test(spot[1]);
    const cold = /refrigerator|kitchen/.test(spot[1]);
    const group = outside
      ? "pet" as const
      : cold
      ? random.choice(["grocery", "fruit", "drink"] as const)
      : random.choice(["belonging", "tool", "reading"] as const);
    const noun = random.choice<Noun>(
      nounKinds[group].filter(({ number, english }) =>
        number !== "fixed" && english !== "toilet paper"
      ),
    );
    const negative = random.chance(0.35);
    const wasThere = random.chance(0.25);
    const be = noun.number === "plural" ? wasThere ? "were" : "are" : wasThere ? "was" : "is";
    const what = negative
      ? `no ${noun.english}`
      : noun.number === "count"
      ? withArticle(noun.english)
      : `some ${noun.english}`;
    const asks = !negative && random.chance(0.25);
    return {
      korean: (t) => {
        const stem = wasThere ? past(stemOf(negative)) : stemOf(negative);
        return `${spot[0]} ${t.casual ? noun.korean : withParticle(noun.korean, "이/가")} ${
          close(stem, "verb", t.level, asks ? "question" : "statement")
        }${asks ? "?" : "."}`;
      },
      english: [
        asks
          ? sentence(`${be} there ${determined(noun, "any")} ${spot[1]}`, "?")
          : sentence(`there ${be} ${what} ${spot[1]}`),
      ],
    };
  }
  if (kind === 1) { // where something is
    const spots = [
      ["책상 위에", "on the desk"],
      ["가방 안에", "in the bag"],
      ["침대 위에", "on the bed"],
      ["식탁 위에", "on the table"],
      ["방에", "in the room"],
      ["문 옆에", "next to the door"],
      ["소파 밑에", "under the sofa"],
      ["거기", "there"],
      ["여기", "here"],
      ["차 안에", "in the car"],
      ["어디에", "where"],
      ["집에", "at home"],
      ["서랍 안에", "in the drawer"],
    ] as const;
    const [k, e] = random.choice(spots);
    const noun = random.choice<Noun>(
      nounKinds[
        random.choice(["belonging", "tool", "reading", "clothes", "shoes", "worn"] as const)
      ],
    );
    const own = random.chance(0.4);
    const subject = own ? `my ${noun.english}` : `the ${noun.english}`;
    const be = noun.number === "plural" ? "are" : "is";
    const asks = e === "where";
    return {
      korean: (t) =>
        `${own ? t.level === "plain" ? "내 " : "제 " : ""}${
          withParticle(noun.korean, asks ? "이/가" : "은/는")
        } ${k} ${close(있, "verb", t.level, asks ? "question" : "statement")}${asks ? "?" : "."}`,
      english: [
        sentence(asks ? `where ${be} ${subject}` : `${subject} ${be} ${e}`, asks ? "?" : "."),
      ],
    };
  }
  if (kind === 2) { // have / not have
    const group = random.choice(
      ["belonging", "device", "appointment", "pet", "tool", "lendable", "shopItem"] as const,
    );
    const noun = random.choice<Noun>(nounKinds[group].filter(({ number }) => number !== "fixed"));
    const mode = random.integer(4);
    const shown = random.chance(0.2);
    const subject = mode === 3 ? peer(random) : I;
    const wasThere = mode === 1 && random.chance(0.3);
    const asks = mode === 0;
    const negative = mode === 1 || mode === 3 && random.chance(0.4);
    const phrase = englishPhrase(
      `have ${
        determined(
          noun,
          asks || negative
            ? "any"
            : noun.number === "mass" || noun.number === "plural"
            ? "some"
            : "a",
        )
      }`,
    );
    const who = asks ? you : subject;
    return {
      korean: (t) => {
        const topic = mode === 3 || shown && !asks
          ? `${withParticle(t.level !== "plain" && who.polite ? who.polite : who.korean, "은/는")} `
          : "";
        const stem = stemOf(negative);
        return `${topic}${t.casual ? noun.korean : withParticle(noun.korean, "이/가")} ${
          close(wasThere ? past(stem) : stem, "verb", t.level, asks ? "question" : "statement")
        }${asks ? "?" : "."}`;
      },
      english: [
        sentence(
          say(who, phrase, { tense: wasThere ? "past" : "present", question: asks, negative }),
          asks ? "?" : ".",
        ),
      ],
    };
  }
  if (kind === 3) { // people: 사람이 없었어요, 아무도 없어요, 사람이 많아요
    const [k, e, where] = random.choice(
      [
        ["사람이 없", "nobody", /^/],
        ["아무도 없", "nobody", /^/],
        ["사람이 많", "a lot of people", /^(?!.*(my room|kitchen|living))/],
        ["손님이 많", "a lot of customers", /store|market|cafe|restaurant|salon|bakery|mall|bank/],
        [
          "학생이 많",
          "a lot of students",
          /library|cafe|bookstore|stop|classroom|reading room|gym/,
        ],
        ["사람이 있", "someone", /^/],
        ["자리가 없", "no seats", /cafe|restaurant|theater|library|reading room|classroom/],
        ["자리가 있", "seats", /cafe|restaurant|theater|library|reading room/],
        ["차가 많", "a lot of cars", /parking|downtown|gas station|airport|bridge/],
        ["아이들이 많", "a lot of children", /park|zoo|pool|library|amusement/],
      ] as const,
    );
    const place = random.choice([
      undefined,
      ...[...town.filter(({ noun }) => noun.startsWith("the ")), ...spaces].filter(({ noun }) =>
        where.test(noun)
      ),
    ]);
    const wasThere = random.chance(0.5);
    const plural = /people|customers|students|seats|cars|children/.test(e);
    const be = plural ? wasThere ? "were" : "are" : wasThere ? "was" : "is";
    const stem: Stem = { text: k, class: "regular" };
    const loc = place === undefined ? "" : `${place.korean}에 `;
    return {
      korean: (t) =>
        `${loc}${close(wasThere ? past(stem) : stem, "adjective", t.level, "statement")}.`,
      english: [sentence(`there ${be} ${e}${place === undefined ? "" : ` ${place.at}`}`)],
    };
  }
  if (kind === 4) { // 사람들이 어디에 있다: who is where
    const subject = random.choice([I, someone(random), someone(random), you, ...names]);
    const place = random.choice(placeKinds.anywhere);
    const wasThere = random.chance(0.4);
    const negative = random.chance(0.2);
    const asks = subject === you || subject !== I && random.chance(0.3);
    const honoured: Stem = subject.honorific
      ? negative ? { text: "안 계시", class: "regular" } : { text: "계시", class: "regular" }
      : stemOf(negative);
    return {
      korean: (t) => {
        const name = subject === you || subject === I
          ? ""
          : `${withParticle(subject.korean, asks ? "이/가" : "은/는")} `;
        const now = wasThere ? "" : asks ? "" : "지금 ";
        return `${name}${now}${place.korean}에 ${
          close(
            wasThere ? past(honoured) : honoured,
            "verb",
            t.level,
            asks ? "question" : "statement",
          )
        }${asks ? "?" : "."}`;
      },
      english: [
        sentence(
          say(
            subject,
            englishPhrase(
              words("be", place.at.replace(/\bmy\b/, "{own}"), wasThere || asks ? "" : "now"),
            ),
            {
              tense: wasThere ? "past" : "present",
              negative,
              question: asks,
            },
          ),
          asks ? "?" : ".",
        ),
      ],
    };
  }
  // 밖에 없다, 하나도 없다
  const noun = random.choice<Noun>(
    nounKinds[random.choice(["belonging", "grocery", "fruit", "drink", "tool"] as const)].filter((
      { number },
    ) => number !== "fixed"),
  );
  const nothing = random.chance(0.5);
  const english = nothing
    ? `I don't have any ${noun.number === "count" ? plural(noun.english) : noun.english} at all.`
    : `I only have ${determined(noun, "a")}.`;
  return {
    korean: (t) =>
      nothing
        ? `${withParticle(noun.korean, "이/가")} 하나도 ${close(없, "verb", t.level, "statement")}.`
        : `${noun.korean}밖에 ${close(없, "verb", t.level, "statement")}.`,
    english: [english],
  };
}

/** 머리가 아파요. */
function pain(random: Random): Draft | undefined {
  const part = random.choice(
    nounKinds.bodyPart.filter(({ korean }) => !/^(심장|얼굴|피부)$/.test(korean)),
  );
  const subject = random.choice([I, I, I, you, peer(random)]);
  if (subject.person === "plural") return undefined;
  const asks = subject === you;
  const degree = random.chance(0.3)
    ? random.choice([["너무", "so much"], ["많이", "a lot"], ["조금", "a little"]] as const)
    : undefined;
  const wasSo = !asks && random.chance(0.25);
  const time = wasSo && random.chance(0.5)
    ? random.choice(
      [["어제", "yesterday"], ["어젯밤에", "last night"], ["아까", "earlier"]] as const,
    )
    : undefined;
  const body: Being = {
    ...it,
    korean: part.korean,
    english: `${subject.possessive} ${part.english}`,
    person: part.number === "plural" ? "plural" : "third",
  };
  const 아프: Stem = { text: "아프", class: "regular" };
  return {
    korean: (t) => {
      const who = subject === I || subject === you
        ? ""
        : `${withParticle(subject.korean, "은/는")} `;
      return `${
        words(
          who.trim(),
          time?.[0],
          t.casual ? part.korean : withParticle(part.korean, "이/가"),
          degree?.[0],
          close(wasSo ? past(아프) : 아프, "adjective", t.level, asks ? "question" : "statement"),
        )
      }${asks ? "?" : "."}`;
    },
    english: [
      sentence(
        say(
          subject === I || subject === you || subject.english === subject.pronoun
            ? body
            : { ...body, english: `${subject.english}'s ${part.english}` },
          englishPhrase(words("hurt", degree?.[1], time?.[1])),
          { tense: wasSo ? "past" : "present", question: asks },
        ),
        asks ? "?" : ".",
      ),
    ],
  };
}

/** 비가 와요, 눈이 올 거예요, 바람이 불어요. */
function skies(random: Random): Draft | undefined {
  const [k, stem, e] = random.choice(
    [
      ["비가", { text: "오", class: "regular" }, "rain"],
      ["비가", { text: "오", class: "regular" }, "rain"],
      ["눈이", { text: "오", class: "regular" }, "snow"],
      ["비가 많이", { text: "오", class: "regular" }, "rain a lot"],
      ["눈이 많이", { text: "오", class: "regular" }, "snow a lot"],
    ] as const satisfies readonly (readonly [string, Stem, string])[],
  );
  const kind = random.integer(7);
  const when = (list: readonly Adverbial[]) => random.chance(0.5) ? random.choice(list) : undefined;
  const pastDays = [
    { korean: "어제", english: "yesterday" },
    { korean: "어젯밤에", english: "last night" },
    { korean: "아침에", english: "in the morning" },
    { korean: "지난주에", english: "last week" },
    { korean: "주말에", english: "over the weekend" },
  ];
  const days = [
    { korean: "내일", english: "tomorrow" },
    { korean: "오늘 밤에", english: "tonight" },
    { korean: "주말에", english: "this weekend" },
    { korean: "오후에", english: "in the afternoon" },
    { korean: "모레", english: "the day after tomorrow" },
    { korean: "다음 주에", english: "next week" },
    { korean: "곧", english: "soon" },
  ];
  const now = [
    { korean: "지금", english: "now" },
    { korean: "밖에", english: "outside" },
    { korean: "서울에", english: "in Seoul" },
    { korean: "여기", english: "here" },
    { korean: "부산에", english: "in Busan" },
  ];
  const phrase = englishPhrase(e);
  const build = (
    time: Adverbial | undefined,
    tense: Parameters<typeof say>[2],
    korean: (t: Tone) => string,
    wrap = (text: string) => text,
    mark: "." | "?" = ".",
  ): Draft => ({
    korean: (t) => `${words(time?.korean, k, korean(t))}${mark}`,
    english: [
      sentence(wrap(say(it, { ...phrase, rest: words(phrase.rest, time?.english) }, tense)), mark),
    ],
  });
  switch (kind) {
    case 0:
      return build(
        when(now),
        { tense: "progressive" },
        (t) => close(stem, "verb", t.level, "statement"),
      );
    case 1:
      return build(
        when(pastDays),
        { tense: "past" },
        (t) => close(past(stem), "verb", t.level, "statement"),
      );
    case 2:
      return build(
        when(days),
        { tense: "going to" },
        (t) => close(stem, "verb", t.level, "future"),
      );
    case 3:
      return build(
        when(days),
        { tense: "going to" },
        (t) => close(seem(stem, "future", "verb"), "adjective", t.level, "statement"),
        (text) => `I think ${text}`,
      );
    case 4:
      return build(
        when(now),
        { tense: "progressive", question: true },
        (t) => close(stem, "verb", t.level, "question"),
        undefined,
        "?",
      );
    case 5:
      return {
        ...build(
          when(days),
          { tense: "going to" },
          (t) =>
            close(stem, "verb", "plain", "future").replace("올 거야", "온대") +
            (t.level === "plain" ? "" : "요"),
          (text) => `I heard ${text}`,
        ),
        levels: spoken,
      };
    default:
      return build(
        when(pastDays),
        { tense: "past", question: true },
        (t) => close(past(stem), "verb", t.level, "question"),
        undefined,
        "?",
      );
  }
}

/** 의사가 되고 싶어요, 가수가 됐어요. */
function become(random: Random): Draft | undefined {
  const job = random.choice(nounKinds.job);
  const subject = random.choice([I, I, someone(random), someone(random)]);
  if (subject.pronoun === "they" || subject.korean === job.korean || subject.honorific) {
    return undefined;
  }
  if (subject.pronoun === "she" && job.english === "waiter") return undefined;
  const 되: Stem = { text: "되", class: "regular" };
  const kind = random.integer(3);
  const other = subject !== I;
  return {
    korean: (t) => {
      const topic = other ? `${withParticle(subject.korean, "은/는")} ` : "";
      const noun = withParticle(job.korean, "이/가");
      const stem = kind === 0
        ? other ? endings.wantOthers(되) : endings.want(되)
        : kind === 1
        ? past(되)
        : 되;
      return `${topic}${noun} ${
        kind === 2
          ? close(stem, "verb", t.level, "future")
          : close(stem, "verb", t.level, "statement")
      }.`;
    },
    english: [
      sentence(
        kind === 0
          ? say(subject, over("want", `to be ${withArticle(job.english)}`), { tense: "present" })
          : say(subject, englishPhrase(`become ${withArticle(job.english)}`), {
            tense: kind === 1 ? "past" : "going to",
          }),
      ),
    ],
  };
}

/** 노래를 잘해요, 영어를 못해요. */
function goodAt(random: Random): Draft | undefined {
  const [k, good, bad] = random.choice(
    [
      ["노래", "sing well", "be bad at singing"],
      ["요리", "cook well", "be bad at cooking"],
      ["운전", "drive well", "be bad at driving"],
      ["수영", "swim well", "be bad at swimming"],
      ["운동", "be good at sports", "be bad at sports"],
      ["공부", "be good at studying", "be bad at studying"],
      ["축구", "be good at soccer", "be bad at soccer"],
      ["농구", "be good at basketball", "be bad at basketball"],
      ["게임", "be good at games", "be bad at games"],
      ["수학", "be good at math", "be bad at math"],
      ["춤", "dance well", "be bad at dancing"],
      ["일", "be good at {own} job", "be bad at {own} job"],
      ["거짓말", "be good at lying", "be bad at lying"],
      ...nounKinds.language.map((n) =>
        [n.korean, `speak ${n.english} well`, `can't speak ${n.english}`] as const
      ),
    ] as const,
  );
  const subject = random.choice([I, you, peer(random), peer(random), peer(random)]);
  const kind = random.integer(3);
  const well: Stem = { text: "잘하", class: "하" };
  const badly: Stem = { text: "못하", class: "하" };
  if (subject === you) {
    return {
      levels: spoken,
      korean: (t) => `${withParticle(k, "을/를")} 잘하${t.level === "plain" ? "네" : "시네요"}.`,
      english: [sentence(say(you, englishPhrase(good), { tense: "present" }))],
    };
  }
  const marking = (t: Tone) =>
    subject === I ? "" : `${withParticle(subject.korean, "은/는")} `.replace(/^$/, t.level);
  if (kind === 0) {
    const cannot = bad.startsWith("can't");
    return {
      korean: (t) =>
        `${marking(t)}${withParticle(k, "을/를")} ${close(badly, "verb", t.level, "statement")}.`,
      english: [
        sentence(
          cannot
            ? say(subject, englishPhrase(bad.replace("can't ", "")), {
              tense: "can",
              negative: true,
            })
            : owned(say(subject, englishPhrase(bad), { tense: "present" }), subject),
        ),
      ],
    };
  }
  const degree = random.chance(0.4)
    ? random.choice([["정말", "really"], ["아주", "very"]] as const)
    : undefined;
  const english = degree === undefined
    ? good
    : good.startsWith("be ")
    ? good.replace("be ", `be ${degree[1]} `)
    : good.replace(/ well$/, ` ${degree[1]} well`);
  return {
    korean: (t) =>
      `${marking(t)}${withParticle(k, "을/를")} ${degree === undefined ? "" : `${degree[0]} `}${
        close(well, "verb", t.level, "statement")
      }.`,
    english: [sentence(say(subject, englishPhrase(english), { tense: "present" }))],
  };
}

const wishedFor =
  /^(delicious|sweet|cheap|pretty|light|sturdy|good|comfortable|warm|nice|fancy|big|small|interesting|convenient|fresh|hot|cold|easy|useful|great|long|short|spicy)$/;

/** 예쁜 옷을 샀어요, 맛있는 음식을 먹었어요: an adjective before its noun. */
function attributive(random: Random): Draft | undefined {
  const { noun, adjective, kind } = drawThing(random);
  if (
    adjective.before.length > 0 || adjective.english.verb.base !== "be" ||
    /not |the same/.test(adjective.english.rest)
  ) return undefined;
  if (noun.number === "fixed" || /cold|hot|spicy|Korean|sweet|iced/.test(noun.english)) {
    return undefined;
  }
  const verbs: Partial<Record<NounKind, readonly (readonly [string, string, Stem])[]>> = {
    meal: [["먹", "eat", { text: "먹", class: "regular" }]],
    dish: [["먹", "eat", { text: "먹", class: "regular" }]],
    snack: [["먹", "eat", { text: "먹", class: "regular" }], ["사", "buy", {
      text: "사",
      class: "regular",
    }]],
    fruit: [["먹", "eat", { text: "먹", class: "regular" }], ["사", "buy", {
      text: "사",
      class: "regular",
    }]],
    drink: [["마시", "drink", { text: "마시", class: "regular" }]],
    clothes: [["사", "buy", { text: "사", class: "regular" }], ["입", "wear", {
      text: "입",
      class: "regular",
    }]],
    shoes: [["사", "buy", { text: "사", class: "regular" }]],
    worn: [["사", "buy", { text: "사", class: "regular" }]],
    belonging: [["사", "buy", { text: "사", class: "regular" }]],
    device: [["사", "buy", { text: "사", class: "regular" }]],
    furniture: [["사", "buy", { text: "사", class: "regular" }]],
    watching: [["보", "watch", { text: "보", class: "regular" }]],
    reading: [["읽", "read", { text: "읽", class: "regular" }]],
    animal: [["보", "see", { text: "보", class: "regular" }]],
  };
  const list = verbs[kind];
  if (list === undefined) return undefined;
  const [, verb, stem] = random.choice(list);
  const before = `${beforeNoun(adjective.stem, "present", "adjective")} ${
    withParticle(noun.korean, "을/를")
  }`;
  const mode = random.integer(4);
  // 무거운 책을 사고 싶어요: one wishes for what is good.
  if (mode === 2 && !wishedFor.test(adjective.english.rest)) return undefined;
  const object = noun.number === "count"
    ? withArticle(`${adjective.english.rest} ${noun.english}`)
    : `${adjective.english.rest} ${noun.english}`;
  const phrase = englishPhrase(`${verb} ${object}`);
  const subject = mode === 0 ? peer(random) : I;
  if (mode === 2 && verb === "see") return undefined;
  return {
    korean: (t) => {
      const topic = mode === 0 ? `${withParticle(subject.korean, "이/가")} ` : "";
      if (mode === 2) {
        return `${before} ${close(endings.want(stem), "verb", t.level, "statement")}.`;
      }
      if (mode === 3) return `${before} ${close(past(stem), "verb", t.level, "question")}?`;
      return `${topic}${before} ${close(past(stem), "verb", t.level, "statement")}.`;
    },
    english: [
      mode === 2
        ? sentence(say(I, over("want", `to ${verb} ${object}`), { tense: "present" }))
        : mode === 3
        ? sentence(say(you, phrase, { tense: "past", question: true }), "?")
        : sentence(say(subject, phrase, { tense: "past" })),
    ],
  };
}

export const descriptions: readonly Weighted[] = [
  { name: "thing is", weight: 6, draw: thingIs },
  { name: "place is", weight: 3, draw: placeIs },
  { name: "person is", weight: 4, draw: personIs },
  { name: "it is", weight: 4, draw: itIs },
  { name: "feeling", weight: 4, draw: feeling },
  { name: "weather", weight: 2.5, draw: weatherIs },
  { name: "comparison", weight: 3, draw: comparison },
  { name: "is a", weight: 8, draw: isNoun },
  { name: "there is", weight: 7, draw: exists },
  { name: "pain", weight: 1, draw: pain },
  { name: "rain and snow", weight: 1, draw: skies },
  { name: "become", weight: 1.8, draw: become },
  { name: "good at", weight: 1.5, draw: goodAt },
  { name: "adjective and noun", weight: 3, draw: attributive },
];
