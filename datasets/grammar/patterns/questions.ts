/**
 * Questions: yes or no, and with a question word, which Korean leaves in place and English moves.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Level } from "../conjugation.ts";
import * as draw from "../draw.ts";
import { verb } from "../english_verb.ts";
import { about, activities } from "../lexicon/activities.ts";
import type { Activity } from "../lexicon/activity.ts";
import * as descriptions from "../lexicon/descriptions.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import * as state from "../lexicon/states.ts";
import * as times from "../lexicon/times.ts";
import { type Clause, clause, type QuestionWord, type VerbPhrase } from "../meaning.ts";
import { stem } from "../stem.ts";
import { drawMotion, drawTime, planned } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";
import { liking } from "./states.ts";

const what: QuestionWord = { korean: "뭐", english: "what", role: "object" };
const who: QuestionWord = { korean: "누구", english: "who", role: "object" };
const when: QuestionWord = { korean: "언제", english: "when", role: "adjunct" };
const why: QuestionWord = { korean: "왜", english: "why", role: "adjunct" };
const whatTime: QuestionWord = { korean: "몇 시에", english: "what time", role: "adjunct" };
const where: QuestionWord = { korean: "어디에서", english: "where", role: "adjunct" };
const withWhom: QuestionWord = { korean: "누구와", english: "who", role: "adjunct" };

/** The listener, or somebody whom both know by name. */
function asked(random: Random, level: Level): draw.MarkedSubject {
  if (random.chance(0.7)) return draw.listenerSubject(random, level);
  return {
    subject: random.choice(people.named),
    subjectParticle: random.choice(["은/는", "이/가"] as const),
  };
}

/** 커피를 마셨어요? 내일 학교에 가? */
export const yesOrNo: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = asked(random, level);
  const kind = random.weighted([4, 2, 2, 1]);
  const casual = draw.drawCasual(random, level);
  const ask = (phrase: VerbPhrase, more: Partial<Clause>) =>
    sentence("yes or no", level, [clause(marked.subject, phrase, { ...marked, casual, ...more })], {
      ending: "question",
    });
  if (kind === 0) {
    const tense = random.choice(["past", "past", "present", "future"] as const);
    const { phrase, activity } = draw.drawPhrase(
      random,
      marked.subject,
      activities.filter(planned),
      tense === "present" ? "bare" : "rich",
    );
    return ask(phrase, {
      tense,
      time: tense === "present" ? undefined : drawTime(random, tense, 0.5),
      place: draw.drawPlace(random, activity, 0.3),
      modality: tense === "present" && random.chance(0.5) ? "progressive" : "none",
    });
  }
  if (kind === 1) {
    const tense = random.choice(["past", "present", "future"] as const);
    return ask(drawMotion(random, marked.subject, false, tense !== "present"), {
      tense,
      time: tense === "present" ? undefined : drawTime(random, tense, 0.5),
    });
  }
  if (kind === 2) return ask(random.choice(state.personalStates.slice(0, 10)), {});
  return ask(liking(random), {});
};

/** 뭐 먹었어요? 누구를 만났어? */
export const whatOrWhom: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = asked(random, level);
  const person = random.chance(0.3);
  const topics = person
    ? about("social").filter(({ name }) => name !== "놀다")
    : about("food", "drink", "cook", "shopping", "read", "watch", "listen", "write").filter(
      ({ objects, plainObject }) => objects.length > 0 && !plainObject,
    );
  const suited = topics.filter((activity) =>
    draw.suits(marked.subject, activity, undefined) &&
    !(marked.subject.honorific && activity.name === "마시다") // 드시다 is both; eating is likelier
  );
  const activity = random.choice(suited.length > 0 ? suited : topics);
  const tense = random.choice(["past", "past", "present", "future"] as const);
  const question = person ? who : what;
  const word = question.korean;
  return sentence("what", level, [
    clause(marked.subject, asking(activity, word, level), {
      ...marked,
      question,
      tense,
      modality: tense === "present" && random.chance(0.5) ? "progressive" : "none",
      time: tense === "present" ? undefined : drawTime(random, tense, 0.6),
      place: draw.drawPlace(random, activity, 0.35),
    }),
  ], { ending: "question" });
};

/** The activity with a question word for its object: 뭐 먹-, 뭐를 in careful speech is 무엇을. */
function asking(activity: Activity, word: string, level: Level): VerbPhrase {
  const object = word === "뭐" && level === "formal" ? "무엇" : word;
  const phrase = draw.phraseWith(activity, {
    argument: { text: object, particle: activity.particle },
    once: "",
    habit: "",
  }, word);
  if (object !== "뭐") return phrase;
  return {
    ...phrase,
    korean: { ...phrase.korean, arguments: [], adverb: "뭐" },
  };
}

/** 어디에서 점심을 먹었어요? 왜 안 먹어? 언제 집에 와요? */
export const circumstance: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = asked(random, level);
  const question = random.choice([where, where, when, why, whatTime, withWhom]);
  const moves = (question === when || question === whatTime || question === why) &&
    random.chance(0.6);
  const { phrase, activity } = draw.drawPhrase(
    random,
    marked.subject,
    question === withWhom
      ? about("food", "drink", "watch", "shopping", "outdoor", "sport", "study", "play")
      : question === where
      ? activities.filter((each) => planned(each) && each.places.length > 1)
      : activities.filter(planned),
    "bare",
  );
  const tense = question === why
    ? random.choice(["past", "past", "present"] as const)
    : random.choice(["past", "past", "future", "present"] as const);
  const chosen = moves ? drawMotion(random, marked.subject, false, tense !== "present") : phrase;
  const reason = question === why;
  return sentence(question.english, level, [
    clause(marked.subject, chosen, {
      ...marked,
      question: question === withWhom && level === "plain"
        ? { ...withWhom, korean: "누구하고" }
        : question,
      tense: tense === "present" && !reason && question !== where ? "future" : tense,
      negation: reason && random.chance(0.4) ? "short" : "none",
      time: tense === "present" || question === when || !random.chance(0.5)
        ? undefined
        : question === whatTime
        ? tense === "past" ? times.yesterday : times.tomorrow
        : drawTime(random, tense, 1),
      companion: question === withWhom ? { korean: "", english: "with" } : undefined,
      casual: draw.drawCasual(random, level),
      place: moves || question === where ? undefined : draw.drawPlace(random, activity, 0.15),
    }),
  ], { ending: "question" });
};

/** 어디에 가요? 어디 갔었어? */
export const whereTo: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = asked(random, level);
  const tense = random.choice(["past", "present", "future", "pastPerfect"] as const);
  const goal = { korean: "어디", name: "", at: "", to: "" };
  return sentence("where to", level, [
    clause(marked.subject, { ...motion.goTo(goal), combination: "가다 어디" }, {
      ...marked,
      question: { korean: "", english: "where", role: "object" },
      tense,
      time: tense === "present"
        ? random.choice([times.now, undefined])
        : drawTime(random, tense, 0.7),
      casual: level === "plain" && random.chance(0.6),
    }),
  ], { ending: "question" });
};

/** 누가 창문을 열었어요? */
export const whoDid: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const { phrase, activity } = draw.drawPhrase(
    random,
    people.friend,
    activities.filter((each) =>
      planned(each) && !each.objects.some(({ article }) => article === "own") &&
      !["숙제하다", "자다", "쉬다", "걷다"].includes(each.name)
    ),
    "bare",
  );
  const subject = { ...people.friend, korean: "누구", english: "who" };
  const tense = random.choice(["past", "past", "future"] as const);
  return sentence("who", level, [
    clause(subject, phrase, {
      subjectParticle: "이/가",
      question: { korean: "", english: "who", role: "subject" },
      tense,
      time: drawTime(random, tense, 0.4),
      place: draw.drawPlace(random, activity, 0.3),
    }),
  ], { ending: "question" });
};

/** 이 가방 어때요? 도서관이 어디에 있어요? */
export const describing: Pattern = (random) => {
  const level = draw.drawLevel(random);
  if (random.chance(0.5)) {
    const subject = descriptions.thingSubject(
      random.choice(descriptions.described),
      random.choice(["이", "그"] as const),
    );
    const phrase = state.being(stem("어떻다", "ㅎ"), "");
    return sentence("how", level, [
      clause(subject, phrase, {
        subjectParticle: "은/는",
        tense: random.chance(0.3) ? "past" : "present",
        question: { korean: "", english: "how", role: "object" },
      }),
    ], { ending: "question" });
  }
  const place = random.choice(places.publicPlaces);
  return sentence("where is", level, [
    clause(descriptions.placeSubject(place), {
      ...state.being(stem("있다"), ""),
      korean: { arguments: [{ text: "어디", particle: "에" }], stem: stem("있다") },
      combination: `어디 ${place.korean}`,
    }, {
      subjectParticle: random.choice(["은/는", "이/가"] as const),
      question: { korean: "", english: "where", role: "object" },
      casual: level === "plain" && random.chance(0.5),
    }),
  ], { ending: "question" });
};

/** 수지를 알아요? 이 노래 몰라? */
export const knowing: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const listening = random.chance(0.4);
  const marked = listening ? draw.listenerSubject(random, level) : draw.anySubject(random);
  const known = random.choice(people.named.filter((one) => one !== marked.subject));
  const denied = random.chance(0.5) && !listening;
  const korean = denied ? stem("모르다", "르") : stem("알다");
  return sentence("know", level, [
    clause(marked.subject, {
      head: denied ? "모르다" : "알다",
      combination: `알다 ${known.korean}`,
      kind: "state",
      korean: { arguments: [{ text: known.korean, particle: "을/를" }], stem: korean },
      english: {
        verb: verb("know", "knew"),
        once: known.english,
        habit: known.english,
        denied,
      },
    }, {
      ...marked,
      tense: denied && random.chance(0.3) ? "past" : "present",
      casual: draw.drawCasual(random, level),
    }),
  ], { ending: listening ? "question" : "statement" });
};
