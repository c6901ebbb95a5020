/**
 * One clause: how people feel, the weather, what things are like, what one likes.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import { verb } from "../english_verb.ts";
import * as about from "../lexicon/descriptions.ts";
import { liveIn } from "../lexicon/motion.ts";
import { bareNoun } from "../lexicon/noun.ts";
import * as thing from "../lexicon/nouns.ts";
import * as people from "../lexicon/people.ts";
import { cities } from "../lexicon/places.ts";
import * as state from "../lexicon/states.ts";
import * as times from "../lexicon/times.ts";
import { clause, type Negation, type VerbPhrase } from "../meaning.ts";
import { stem } from "../stem.ts";
import { drawTime } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";

function denied(random: Random, chance: number): Negation {
  return random.chance(chance) ? random.choice(["short", "long"] as const) : "none";
}

/** With 아주, 정말, 너무 or 조금 before an adjective; the last two complain. */
export function toSomeDegree(random: Random, phrase: VerbPhrase): VerbPhrase {
  const { korean: words, english: { once } } = phrase;
  const complains = unwelcome.has(once);
  const [korean, english] = random.choice(complains ? degrees : degrees.slice(0, 2));
  return {
    ...phrase,
    korean: { ...words, adverb: korean },
    english: { ...phrase.english, once: `${english} ${once}`, habit: `${english} ${once}` },
  };
}

const degrees = [["아주", "very"], ["정말", "really"], ["너무", "too"], [
  "조금",
  "a little",
]] as const;

const unwelcome: ReadonlySet<string> = new Set(
  "big small long short expensive spicy sweet boring difficult heavy noisy far tired busy sad cold hot"
    .split(" "),
);

/** 어제 피곤했어요; 배고파; 시간이 없습니다. */
export const feeling: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.asTopic(draw.anySubject(random));
  const tense = random.choice(["past", "present", "present"] as const);
  const given = random.choice(state.personalStates);
  const negation =
    given.english.denied || given.korean.arguments.length > 0 || given === state.thirsty
      ? "none"
      : denied(random, 0.15);
  const degree = negation === "none" && given.korean.arguments.length === 0 && random.chance(0.25);
  return sentence("feeling", level, [
    clause(marked.subject, degree ? toSomeDegree(random, given) : given, {
      ...marked,
      tense,
      negation,
      time: tense === "past"
        ? drawTime(random, "past", 0.7)
        : random.chance(0.4)
        ? times.now
        : undefined,
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.5),
    }),
  ]);
};

/** 어제 비가 왔어요; 오늘 날씨가 좋아요. */
export const weather: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const { subject, phrase } = random.choice(state.allWeather);
  const tense = random.choice(["past", "present", "future"] as const);
  const falls = phrase.kind !== "adjective";
  const negation = denied(random, 0.12);
  const degree = negation === "none" && !falls && random.chance(0.3);
  const time = tense === "past"
    ? drawTime(random, "past", 0.8)
    : tense === "future"
    ? random.choice([
      times.tomorrow,
      ...times.futureTimes.filter(({ korean }) => korean !== "나중에"),
    ])
    : random.choice([times.today, times.now, undefined]);
  return sentence("weather", level, [
    clause(subject, degree ? toSomeDegree(random, phrase) : phrase, {
      subjectParticle: subject.korean === null ? null : "이/가",
      tense,
      negation,
      time,
      modality: falls && tense === "present" && negation === "none" && random.chance(0.4)
        ? "progressive"
        : "none",
      casual: draw.drawCasual(random, level),
    }),
  ]);
};

/** Neither more nor less so. */
export const colours: ReadonlySet<string> = new Set("red blue yellow white black".split(" "));

/** 이 가방은 비싸요; 도서관이 조용했어요. */
export const quality: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const ofPlace = random.chance(0.4);
  const [place, qualities] = random.choice(about.placeQualities);
  const noun = random.choice(about.described);
  const subject = ofPlace
    ? about.placeSubject(place)
    : about.thingSubject(noun, random.choice(["이", "그"] as const));
  const chosen = state.beingLike(random.choice(ofPlace ? qualities : noun.qualities));
  const negation = colours.has(chosen.english.once) ? "none" : denied(random, 0.2);
  const tense = random.chance(0.3) ? "past" : "present";
  const phrase = negation === "none" && !colours.has(chosen.english.once) && random.chance(0.4)
    ? toSomeDegree(random, chosen)
    : chosen;
  return sentence("quality", level, [
    clause(subject, {
      ...phrase,
      combination: `${chosen.head} ${ofPlace ? place.korean : noun.korean}`,
    }, {
      subjectParticle: random.choice(["은/는", "이/가"] as const),
      tense,
      negation,
    }),
  ]);
};

const liked = [
  thing.coffee,
  thing.tea,
  thing.milk,
  thing.juice,
  thing.apple,
  thing.fruit,
  thing.kimchi,
  thing.ramen,
  thing.pizza,
  thing.bread,
  thing.someCake,
  thing.iceCream,
  thing.fish,
  thing.meat,
  thing.movie,
  thing.music,
  thing.novel,
  thing.soccer,
  thing.basketball,
  thing.tennis,
  thing.mathematics,
  thing.history,
  thing.english,
  thing.flowers,
  thing.strawberries,
];

/** To like or to hate a kind of thing. */
export function liking(random: Random, hate = false): VerbPhrase {
  const noun = random.choice(liked);
  const { argument, habit } = bareNoun(noun, "을/를");
  const korean = hate ? "싫어하다" : "좋아하다";
  return {
    head: korean,
    combination: `${korean} ${noun.korean}`,
    kind: "state",
    korean: { arguments: [argument], stem: stem(korean) },
    english: { verb: verb(hate ? "hate" : "like"), once: habit, habit },
  };
}

/** 저는 커피를 좋아해요. */
export const likes: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.asTopic(draw.anySubject(random));
  const hate = random.chance(0.2);
  return sentence("likes", level, [
    clause(marked.subject, liking(random, hate), {
      ...marked,
      subjectParticle: marked.subjectParticle ?? (random.chance(0.7) ? "은/는" : null),
      tense: random.chance(0.15) ? "past" : "present",
      negation: hate ? "none" : denied(random, 0.3),
      casual: draw.drawCasual(random, level),
    }),
  ]);
};

/** 할머니는 부산에 사세요. */
export const living: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.asTopic(draw.anySubject(random));
  return sentence("living", level, [
    clause(marked.subject, liveIn(random.choice(cities)), {
      ...marked,
      subjectParticle: marked.subjectParticle ?? "은/는",
      tense: random.chance(0.3) ? "past" : "present",
      time: undefined,
    }),
  ]);
};

/** 강아지가 공원에서 놀아요: what animals do. */
export const animals: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const subject = random.choice([people.cat, people.dog]);
  const [korean, english, past] = random.choice(
    [["자다", "sleep", "slept"], ["놀다", "play", "played"], ["뛰다", "run", "ran"]] as const,
  );
  const place = random.choice([
    { korean: "방에서", english: "in the room" },
    { korean: "정원에서", english: "in the garden" },
    { korean: "공원에서", english: "in the park" },
    { korean: "부엌에서", english: "in the kitchen" },
  ]);
  const tense = random.choice(["past", "present"] as const);
  return sentence("animal", level, [
    clause(subject, {
      head: korean,
      combination: `${korean} ${subject.korean}`,
      kind: "action",
      korean: { arguments: [], stem: stem(korean) },
      english: { verb: verb(english, past), once: "", habit: "" },
    }, {
      subjectParticle: random.choice(["은/는", "이/가"] as const),
      tense,
      modality: tense === "present" && random.chance(0.6) ? "progressive" : "none",
      time: tense === "past"
        ? drawTime(random, "past", 0.4)
        : random.chance(0.4)
        ? times.now
        : undefined,
      place,
      subjectFirst: random.chance(0.5),
    }),
  ]);
};
