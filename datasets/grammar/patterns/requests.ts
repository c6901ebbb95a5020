/**
 * Requests, suggestions, invitations and promises.
 *
 * @module
 */
import * as draw from "../draw.ts";
import { about } from "../lexicon/activities.ts";
import type { Topic } from "../lexicon/activity.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import * as times from "../lexicon/times.ts";
import { clause } from "../meaning.ts";
import { drawTime } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";

/** 창문을 열어 주세요 is said with -(으)세요 here; among friends with -아 줘. */
export const request: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const you = level === "plain" ? { ...people.friendListening, korean: null } : people.listener; // 드세요, never 먹으세요
  const favours: readonly Topic[] = ["open", "help", "buy food", "cook", "chore"];
  const advice: readonly Topic[] = [
    "rest",
    "study",
    "read",
    "drink",
    "food",
    "open",
    "sport",
    "chore",
  ];
  const warned: readonly Topic[] = ["drink", "food", "open", "watch", "play", "sport"];
  const denied = random.chance(0.2);
  const topics = denied ? warned : level === "plain" ? favours : advice;
  const from = about(...topics).filter(
    ({ name, objects }) => name !== "찾다" && !objects.some(({ english }) => english === "hands"),
  );
  const goes = level !== "plain" && !denied && random.chance(0.25);
  const { phrase, activity } = draw.drawPhrase(random, you, from, denied ? "bare" : "rich");
  return sentence("request", level, [
    clause(
      you,
      goes
        ? motion.goTo(
          random.choice([places.home, places.hospital, places.school, places.library, places.bank]),
        )
        : phrase,
      {
        negation: denied ? "long" : "none",
        place: goes ? undefined : draw.drawPlace(random, activity, 0.25),
        time: random.chance(0.3)
          ? random.choice([times.now, times.today, times.tomorrow])
          : undefined,
        casual: draw.drawCasual(random, level),
      },
    ),
  ], { ending: "request" });
};

const shared: readonly Topic[] = [
  "food",
  "drink",
  "watch",
  "listen",
  "study",
  "outdoor",
  "sport",
  "cook",
  "shopping",
  "play",
];

/** 같이 영화를 보자; 공원에서 산책할까요? */
export const suggestion: Pattern = (random) => {
  const drawn = draw.drawLevel(random);
  const invites = drawn === "polite" || drawn === "plain" && random.chance(0.4);
  const { phrase, activity } = draw.drawPhrase(
    random,
    people.we,
    about(...shared).filter(({ name, objects }) =>
      name !== "고르다" && name !== "숙제하다" && !objects.some(({ article }) => article === "own")
    ),
    "bare",
  );
  const goes = random.chance(0.3);
  return sentence(invites ? "invitation" : "suggestion", drawn, [
    clause(
      people.we,
      goes
        ? motion.goTo(random.choice([...places.publicPlaces, places.home, ...places.cities]))
        : phrase,
      {
        place: goes ? undefined : draw.drawPlace(random, activity, 0.35),
        time: drawTime(random, "future", 0.5),
        companion: random.chance(0.35) ? times.together : undefined,
        casual: draw.drawCasual(random, drawn),
      },
    ),
  ], { ending: invites ? "invitation" : "suggestion" });
};

/** 제가 창문을 열게요; 내일 전화하겠습니다. */
export const promise: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const { phrase, activity } = draw.drawPhrase(
    random,
    people.speaker,
    about("open", "chore", "help", "cook", "buy food", "social", "work").filter(
      ({ name }) => name !== "만나다" && name !== "놀다",
    ),
    "bare",
  );
  return sentence("promise", level, [
    clause(people.speaker, phrase, {
      subjectParticle: random.chance(0.5) ? "이/가" : null,
      tense: "future",
      time: drawTime(random, "future", 0.4),
      place: draw.drawPlace(random, activity, 0.15),
      casual: draw.drawCasual(random, level),
    }),
  ], { ending: "intention" });
};
