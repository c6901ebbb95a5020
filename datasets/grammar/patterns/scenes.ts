/**
 * Clauses side by side without a connective, as people tell what they saw: I went to the market
 * yesterday. The fruit there was cheap.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Ending, Level } from "../conjugation.ts";
import * as draw from "../draw.ts";
import { verb } from "../english_verb.ts";
import { about } from "../lexicon/activities.ts";
import type { Topic } from "../lexicon/activity.ts";
import * as motion from "../lexicon/motion.ts";
import type { Noun } from "../lexicon/noun.ts";
import * as thing from "../lexicon/nouns.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import type { Place } from "../lexicon/places.ts";
import * as is from "../lexicon/qualities.ts";
import type { Quality } from "../lexicon/qualities.ts";
import * as state from "../lexicon/states.ts";
import { type Clause, clause, type Subject, type VerbPhrase } from "../meaning.ts";
import { harmonicBase } from "../stem.ts";
import { drawTime } from "./events.ts";
import { crowd } from "./facts.ts";
import { type Pattern, sentence } from "./pattern.ts";

/** What one finds at a place: things with their quality. */
const offers: readonly (readonly [Place, readonly Noun[], readonly Quality[]])[] = [
  [places.cafe, [thing.coffee, thing.cake, thing.juice], [is.delicious, is.expensive, is.cheap]],
  [places.market, [thing.fruit, thing.fish, thing.meat, thing.strawberries], [
    is.cheap,
    is.expensive,
  ]],
  [places.restaurant, [thing.bibimbap, thing.noodles, thing.dumplings, thing.meat, thing.soup], [
    is.delicious,
    is.expensive,
    is.cheap,
  ]],
  [places.departmentStore, [thing.clothes, thing.shoes, thing.watch], [is.expensive, is.pretty]],
  [places.bakery, [thing.bread, thing.cake], [is.delicious, is.cheap, is.expensive]],
  [places.park, [thing.flowers], [is.pretty, is.beautiful]],
];

/** What one says of the place itself; the flag asks for `there`. */
const airs: readonly (readonly [readonly Place[], Quality, boolean])[] = [
  [[places.library, places.cafe, places.park, places.museum, places.bookstore], is.quiet, true],
  [[places.market, places.restaurant, places.cafe, places.pool, places.cinema], is.noisy, true],
  [[places.beach, places.park, places.jeju, places.museum], is.beautiful, true],
  [[places.library, places.pool, places.gym, places.restaurant, places.cafe], is.clean, true],
];

/** A remark about the place one has been to. */
function placeRemark(
  random: Random,
  place: Place,
): { subject: Subject; phrase: VerbPhrase; more: Partial<Clause> } {
  const offered = offers.filter(([where]) => where === place);
  const air = airs.filter(([where]) => where.includes(place));
  const kind = random.weighted([2, offered.length > 0 ? 2 : 0, air.length > 0 ? 2 : 0]);
  if (kind === 0) {
    const { subject, phrase } = crowd("거기", "there");
    return { subject, phrase, more: { place: { korean: "거기", english: "there" } } };
  }
  if (kind === 1) {
    const [, nouns, qualities] = offered[0];
    const noun = random.choice(nouns);
    const many = noun.article === "plural";
    const quality = state.beingLike(
      random.choice(qualities.filter((each) => each !== is.delicious || isFood(noun))),
    );
    return {
      subject: {
        korean: `거기 ${noun.korean}`,
        english: `the ${noun.english} there`,
        pronoun: many ? "they" : "it",
        person: many ? "plural" : "third",
        honorific: false,
      },
      phrase: { ...quality, combination: `${quality.head} ${noun.korean}` },
      more: { subjectParticle: random.choice(["이/가", "은/는"] as const) },
    };
  }
  const [, quality, there] = random.choice(air);
  const phrase = state.beingLike(quality);
  return {
    subject: { ...people.weather, korean: "거기" },
    phrase: { ...phrase, combination: `${phrase.head} 거기` },
    more: {
      subjectParticle: "은/는",
      manner: there ? { korean: "", english: "there" } : undefined,
    },
  };
}

function isFood(noun: Noun): boolean {
  return about("food", "drink").some(({ objects }) =>
    objects.some(({ korean }) => korean === noun.korean)
  );
}

/** What people say of what they have had, seen or bought. */
const opinions: readonly (readonly [Topic, readonly Quality[]])[] = [
  ["food", [is.delicious, is.cheap, is.expensive]],
  ["watch", [is.interesting, is.boring, is.sad, is.long]],
  ["read", [is.interesting, is.boring, is.difficult, is.easy]],
  ["shopping", [is.pretty, is.expensive, is.cheap]],
  ["buy food", [is.delicious, is.cheap, is.expensive]],
];

/** An activity and a remark about its object, by the speaker or a friend. */
export function activityWithRemark(
  random: Random,
): { phrase: VerbPhrase; subject: Subject; remark: VerbPhrase } {
  const [topic, qualities] = random.choice(opinions);
  const choices = about(topic).filter(({ name, objects, plainObject }) =>
    objects.length > 0 && !plainObject && !["고르다", "빌리다"].includes(name)
  );
  const activity = random.choice(choices);
  const noun = random.choice(
    activity.objects.filter(({ korean }) => !["텔레비전", "뉴스", "신문", "선물"].includes(korean)),
  );
  const phrase = draw.phraseOf(random, activity, noun, "bare");
  const many = noun.article === "plural";
  const quality = state.beingLike(random.choice(qualities));
  const degree = random.chance(0.4);
  const remark = degree
    ? {
      ...quality,
      korean: { ...quality.korean, adverb: "정말" },
      english: { ...quality.english, once: `really ${quality.english.once}` },
    }
    : quality;
  return {
    phrase,
    remark: { ...remark, combination: `${quality.head} ${noun.korean}` },
    subject: {
      korean: null,
      english: many ? "they" : "it",
      pronoun: many ? "they" : "it",
      person: many ? "plural" : "third",
      honorific: false,
    },
  };
}

/** -더라 among friends and -더라고요 politely; the formal level tells it as past. */
export function remarkEnding(random: Random, level: Level): Ending {
  return level !== "formal" && random.chance(0.65) ? "witnessed" : "statement";
}

function tellingLevel(random: Random): Level {
  return (["plain", "polite", "formal"] as const)[random.weighted([6, 3, 1])];
}

/** 어제 시장 갔었어 거기 과일 싸더라. */
export const visit: Pattern = (random) => {
  const level = tellingLevel(random);
  const place = random.choice([...places.publicPlaces, places.jeju, places.busan]);
  const marked = draw.speakerSubject(random);
  const casual = level === "plain" && random.chance(0.75);
  const { subject, phrase, more } = placeRemark(random, place);
  return sentence("visit", level, [
    clause(marked.subject, motion.goTo(place), {
      ...marked,
      tense: random.chance(0.5) ? "pastPerfect" : "past",
      time: drawTime(random, "past", 0.75),
      casual,
    }),
    clause(subject, phrase, { tense: "past", casual, ...more }),
  ], { links: ["beside"], ending: remarkEnding(random, level) });
};

/** 어제 영화 봤어 정말 재미있더라. */
export const review: Pattern = (random) => {
  const level = tellingLevel(random);
  const marked = draw.speakerSubject(random);
  const casual = level === "plain" && random.chance(0.75);
  const { phrase, remark, subject } = activityWithRemark(random);
  return sentence("review", level, [
    clause(marked.subject, phrase, {
      ...marked,
      tense: "past",
      time: drawTime(random, "past", 0.75),
      casual,
    }),
    clause(subject, remark, { tense: "past", casual }),
  ], { links: ["beside"], ending: remarkEnding(random, level) });
};

/** 피곤해 보이다, `look tired`: how others seem, since one does not know how they feel. */
function looking(feeling: VerbPhrase): VerbPhrase {
  const text = `${harmonicBase(feeling.korean.stem, "")} 보이`;
  return {
    ...feeling,
    head: "보이다",
    combination: `보이다 ${feeling.head}`,
    kind: "state",
    korean: { arguments: [], stem: { text, class: "regular" } },
    english: { ...feeling.english, verb: verb("look") },
  };
}

const seen = [
  state.busy,
  ...[state.busy, state.tired, state.happy, state.sad, state.sick, state.sleepy].map(looking),
];

/** 아까 수지 만났어 피곤해 보이더라. */
export const encounter: Pattern = (random) => {
  const level = random.chance(0.65) ? "plain" : "polite";
  const marked = draw.speakerSubject(random);
  const casual = level === "plain" && random.chance(0.75);
  const other = random.choice(people.named);
  const meet = about("social").filter(({ name }) => name === "만나다")[0];
  const noun = meet.objects.filter(({ korean }) => korean === other.korean)[0];
  const said: Subject = { ...other, korean: null, english: other.pronoun ?? other.english };
  return sentence("encounter", level, [
    clause(marked.subject, draw.phraseOf(random, meet, noun, "bare"), {
      ...marked,
      tense: "past",
      time: drawTime(random, "past", 0.7),
      place: draw.drawPlace(random, meet, 0.3),
      casual,
    }),
    clause(said, random.choice(seen), { tense: "past", casual }),
  ], { links: ["beside"], ending: "witnessed" });
};
