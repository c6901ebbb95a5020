/**
 * Two clauses in one sentence: reasons, conditions, contrasts, order in time, purpose.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { honorific, past } from "../../conjugation.ts";
import { withParticle } from "../../particles.ts";
import type { Stem } from "../../stem.ts";
import { copula } from "../../stem.ts";
import { type Clause, englishTail, koreanClause, type Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import {
  anyone,
  clauseOf,
  framesWith,
  phraseWith,
  placeNamed,
  someone,
  suits,
  timeOf,
} from "../draw.ts";
import {
  bare,
  type EnglishPhrase,
  englishPhrase,
  gerund,
  owned,
  say,
  sentence,
  words,
} from "../english.ts";
import { paceOf } from "../lexicon/pace.ts";
import { type Being, byPronoun, I, isKin, it, we, you } from "../lexicon/people.ts";
import { clusters } from "../lexicon/reasons.ts";
import { drawInterruption, drawMeanwhile, drawSteps } from "../lexicon/scenes.ts";
import { futureTimes, pastTimes } from "../lexicon/times.ts";
import { drawPhrase, generally, type Phrase, type VerbFrame } from "../phrase.ts";
import { background, beforeNoun, close, connect, endings } from "../stems.ts";

/** A phrase of the reasons: whom it is about in English, and whether it is an adjective. */
interface Reason {
  readonly subject: Being;
  readonly phrase: Phrase;
  readonly flags: ReadonlySet<string>;
}

function drawReason(random: Random, frame: VerbFrame, subject: Being): Reason {
  const about = /^(.+): (.+)$/.exec(frame.english);
  const english = about === null ? frame.english : about[2];
  const drawn = drawPhrase(random, { ...frame, english });
  const kind = frame.flags.has("a") ? "adjective" as const : "verb" as const;
  const plural = about !== null && /^(guests|the traffic)$/.test(about[1]) && about[1] === "guests";
  const being: Being = about === null ? subject : {
    ...it,
    english: owned(about[1], subject),
    person: plural ? "plural" : "third",
  };
  return {
    subject: being,
    phrase: {
      ...drawn,
      kind,
      english: { ...drawn.english, rest: owned(drawn.english.rest, subject) },
    },
    flags: frame.flags,
  };
}

/** An effect with its negation in English: `can't go`, `not go out`. */
interface Effect {
  readonly phrase: Phrase;
  readonly cannot: boolean;
  readonly not: boolean;
  readonly flags: ReadonlySet<string>;
}

function drawEffect(random: Random, frame: VerbFrame): Effect {
  const english = frame.english.replace(/^(can't|not) /, "");
  return {
    phrase: drawPhrase(random, { ...frame, english }),
    cannot: frame.english.startsWith("can't "),
    not: frame.english.startsWith("not "),
    flags: frame.flags,
  };
}

function sayEffect(
  effect: Effect,
  subject: Being,
  tense: "past" | "present" | "future" | "going to",
  negative = false,
): string {
  const { english } = effect.phrase;
  if (effect.cannot) {
    if (tense === "future" || tense === "going to") {
      return say(subject, { verb: englishPhrase("be").verb, rest: `able to ${bare(english)}` }, {
        tense: "future",
        negative: true,
      });
    }
    return say(subject, english, { tense: tense === "past" ? "could" : "can", negative: true });
  }
  return say(subject, english, { tense, negative: effect.not !== negative });
}

const plainClause = (subject: Being, phrase: Phrase): Clause => ({
  subject,
  marking: null,
  phrase,
  negation: "none",
});

/** `it's raining` for weather, `I'm tired`; a moment that has passed in the past. */
function sayReason({ subject, phrase, flags }: Reason, tense: "past" | "present"): string {
  if (tense === "past" || flags.has("p")) return say(subject, phrase.english, { tense: "past" });
  const ongoing = /^(rain|snow)$/.test(phrase.english.verb.base);
  return say(subject, phrase.english, { tense: ongoing ? "progressive" : "present" });
}

function reasonStem(
  reason: Reason,
  tone: Tone,
  tense: "past" | "present",
): { front: string; stem: Stem } {
  const { front, stem } = koreanClause(
    plainClause(reason.subject === it ? it : reason.subject, reason.phrase),
    tone,
  );
  return { front, stem: tense === "past" ? past(stem) : stem };
}

/** 배고파서 라면을 먹었어요. */
function because(random: Random): Draft | undefined {
  const cluster = random.choice(clusters);
  const kind = random.weighted([5, 2, 2, 1.5, 1]);
  const tense = kind === 2 ? "present" : "past";
  const future = kind === 1;
  const who = random.chance(0.7) ? { subject: I, marking: null } : anyone(random);
  const reason = drawReason(random, random.choice(cluster.reasons), who.subject);
  const effect = drawEffect(random, random.choice(cluster.effects));
  if (
    /^(아이들|학생들)$/.test(who.subject.korean) &&
    /회사|일이|술/.test(reason.phrase.before.map(({ word }) => word).join(" "))
  ) {
    return undefined;
  }
  if (future && reason.flags.has("p")) return undefined;
  if (future && effect.flags.size === 0) return undefined;
  // 내일 시험이 있어서 공부했어요: tomorrow's exam is never past.
  if (kind >= 3 && reason.flags.has("t")) return undefined;
  if (kind === 2 && (reason.flags.has("p") || reason.flags.has("t"))) return undefined;
  const front = (tone: Tone) => who.marking === null ? "" : `${subjectOf(who.subject, tone)} `;
  const first = tense === "past" && !future && !reason.flags.has("t")
    ? sayReason(reason, "past")
    : sayReason(reason, "present");
  const second = future
    ? sayEffect(effect, who.subject, "going to")
    : kind === 2
    ? effect.cannot ? sayEffect(effect, who.subject, "present") : say(who.subject, {
      verb: englishPhrase("want").verb,
      rest: `to ${bare(effect.phrase.english)}`,
    }, { tense: "present" })
    : sayEffect(effect, who.subject, "past");
  if (kind === 2 && effect.not) return undefined;
  if (kind === 2 && effect.flags.size === 0 && !effect.cannot) return undefined;
  const others = who.subject.person === "third" || who.subject.pronoun === "they";
  const korean = (tone: Tone) => {
    const r = reasonStem(reason, tone, "present");
    const e = koreanClause(plainClause(who.subject, effect.phrase), tone);
    const link = kind === 3
      ? words(r.front, connect.reason(past(r.stem)))
      : kind === 4
      ? words(r.front, connect.because(past(r.stem)))
      : words(
        r.front,
        reason.phrase.stem.class === "이다" ? `${r.stem.text}라서` : connect.so(r.stem),
      );
    const last = future
      ? close(e.stem, "verb", tone.level, "future")
      : kind === 2
      ? effect.cannot ? close(e.stem, "verb", tone.level, "statement") : close(
        (others ? endings.wantOthers : endings.want)(e.stem),
        "verb",
        tone.level,
        "statement",
      )
      : close(past(e.stem), "verb", tone.level, "statement");
    return `${front(tone)}${link} ${words(e.front, last)}.`;
  };
  const again = byPronoun(who.subject);
  const named = reason.subject === who.subject;
  const known = named ? sayAgain(second, who.subject, again) : second;
  const so = `${first}, so ${owned(known, who.subject)}`;
  return {
    clauses: 2,
    korean,
    english: [
      sentence(so),
      sentence(`${second} because ${named ? sayAgain(first, who.subject, again) : first}`),
    ],
  };
}

/** The clause with a pronoun for a subject that the sentence has named. */
function sayAgain(text: string, subject: Being, again: Being): string {
  return text.startsWith(`${subject.english} `)
    ? again.english + text.slice(subject.english.length)
    : text;
}

function subjectOf(subject: Being, tone: Tone): string {
  const word = tone.level !== "plain" && subject.polite !== undefined
    ? subject.polite
    : subject.korean;
  return /[가-힣]$/.test(word) ? withParticle(word, "은/는") : word;
}

/** 살을 빼고 싶다: a wish, of which one does not tell whoever has it. */
function wishes({ phrase }: Reason): boolean {
  return phrase.english.verb.base === "want";
}

/** 추우니까 창문을 닫을까요? 비가 오는데 택시를 탈까요? */
function suggestBecause(random: Random): Draft | undefined {
  const cluster = random.choice(clusters);
  const request = random.chance(0.5);
  const flag = request ? "q" : "l";
  const effects = cluster.effects.filter(({ flags }) => flags.has(flag));
  if (effects.length === 0) return undefined;
  const subject = request ? you : we;
  const reason = drawReason(random, random.choice(cluster.reasons), subject === we ? I : you);
  // 피곤하니까 쉬세요: how the listener feels, the listener knows.
  if (reason.subject === you) return undefined;
  const effect = drawEffect(random, random.choice(effects));
  const mild = random.chance(0.35);
  const asks = !request && random.chance(0.5);
  const honoured = effect.phrase.light === "";
  const about: Being = reason.subject.pronoun === "I" && !request
    ? random.chance(0.5) ? I : we
    : reason.subject;
  const said: Reason = { ...reason, subject: about };
  const first = sayReason(said, "present");
  const inner = owned(bare(effect.phrase.english), subject);
  return {
    clauses: 2,
    levels: asks ? spoken : undefined,
    korean: (tone) => {
      const base = reasonStem(reason, tone, reason.flags.has("p") ? "past" : "present");
      const link = mild ? background(base.stem, reason.phrase.kind) : connect.because(base.stem);
      const e = koreanClause(plainClause(subject, effect.phrase), tone);
      const last = request
        ? requestEnding(e.stem, tone, honoured)
        : close(e.stem, "verb", tone.level, asks ? "ㄹ까?" : "자");
      return `${words(base.front, link, e.front, last)}${asks ? "?" : "."}`;
    },
    english: [
      sentence(
        request
          ? `${first}, so ${inner}`
          : asks
          ? `${first}, so shall we ${inner}`
          : `${first}, so let's ${inner}`,
        asks ? "?" : ".",
      ),
    ],
  };
}

function requestEnding(stem: Stem, tone: Tone, honoured: boolean): string {
  if (tone.level === "plain" || !honoured) return close(stem, "verb", tone.level, "으세요");
  const up = stem.text.endsWith("있") && !/[멋맛]있$/.test(stem.text)
    ? { text: `${stem.text.slice(0, -1)}계시`, class: "regular" as const }
    : honorific(stem);
  return up.text.replace(/시$/, tone.level === "polite" ? "세요" : "십시오");
}

/** 피곤하면 쉬세요; 비가 오면 집에 있을 거예요. */
function condition(random: Random): Draft | undefined {
  const cluster = random.choice(clusters);
  const request = random.chance(0.5);
  const effects = cluster.effects.filter(({ flags, english }) =>
    request ? flags.has("q") : !/^(can't|not)/.test(english) && (flags.has("q") || flags.has("l"))
  );
  if (effects.length === 0) return undefined;
  const subject = request ? you : I;
  const reason = drawReason(random, random.choice(cluster.reasons), subject);
  if (["p", "t", "s"].some((flag) => reason.flags.has(flag))) return undefined;
  if (!request && wishes(reason)) return undefined;
  const effect = drawEffect(random, random.choice(effects));
  const kind = request ? 0 : random.weighted([0, 3, 2, 2]);
  const first = say(reason.subject, reason.phrase.english, { tense: "present" });
  const second = request
    ? owned(bare(effect.phrase.english), you)
    : kind === 1
    ? sayEffect(effect, I, "future")
    : kind === 2
    ? sayEffect(effect, I, "present")
    : say(I, { verb: englishPhrase("want").verb, rest: `to ${bare(effect.phrase.english)}` }, {
      tense: "present",
    });
  const when = kind === 2 || random.chance(0.15) && !request;
  return {
    clauses: 2,
    korean: (tone) => {
      const base = reasonStem(reason, tone, "present");
      const e = koreanClause(plainClause(subject, effect.phrase), tone);
      const last = request
        ? requestEnding(e.stem, tone, effect.phrase.light === "")
        : kind === 1
        ? close(e.stem, "verb", tone.level, "future")
        : kind === 2
        ? close(e.stem, "verb", tone.level, "statement")
        : close(endings.want(e.stem), "verb", tone.level, "statement");
      // 살을 빼고 싶으시면: whoever is advised is looked up to.
      const raised = request && wishes(reason) && tone.level !== "plain"
        ? honorific(base.stem)
        : base.stem;
      const link = when ? connect.when(raised) : connect.if(raised);
      return `${words(base.front, link, e.front, last)}.`;
    },
    english: [
      sentence(`${when ? "when" : "if"} ${first}, ${second}`),
      sentence(`${second} ${when ? "when" : "if"} ${first}`),
    ],
  };
}

/** 피곤했지만 운동했어요: what one would not expect. */
function although(random: Random): Draft | undefined {
  const cluster = random.choice(clusters);
  const effects = cluster.effects.filter(({ english, flags }) =>
    !/^(can't|not)/.test(english) && flags.has("q")
  );
  if (effects.length === 0) return undefined;
  const who = random.chance(0.7) ? { subject: I, marking: null } : anyone(random);
  const reason = drawReason(random, random.choice(cluster.reasons), who.subject);
  const effect = drawEffect(random, random.choice(effects));
  const mild = random.chance(0.4);
  const urges =
    /hungry|thirsty|tired|sleepy|exhausted|sick|ache|throat|cold|fever|hot|weather|exam|homework|dirty|messy|dark|noisy|rain|snow|nice|sunny|warm/;
  if (reason.flags.has("t")) return undefined;
  if (!urges.test(`${reason.subject.english} ${bare(reason.phrase.english)}`)) return undefined;
  if (effect.phrase.stem.text === "있") return undefined;
  return {
    clauses: 2,
    korean: (tone) => {
      const base = reasonStem(reason, tone, "past");
      const e = koreanClause({ ...plainClause(who.subject, effect.phrase), negation: "안" }, tone);
      const link = mild ? background(base.stem, "verb") : connect.but(base.stem);
      const topic = who.marking === null ? "" : `${subjectOf(who.subject, tone)} `;
      return `${topic}${
        words(base.front, link, e.front, close(past(e.stem), "verb", tone.level, "statement"))
      }.`;
    },
    english: [
      sentence(
        `${sayReason(reason, "past")}, but ${
          reason.subject === who.subject
            ? sayAgain(
              sayEffect(effect, who.subject, "past", true),
              who.subject,
              byPronoun(who.subject),
            )
            : sayEffect(effect, who.subject, "past", true)
        }`,
      ),
    ],
  };
}

/** 밥을 먹고 학교에 갔어요; 먹은 후에, 먹기 전에, 먹자마자, 들으면서. */
function order(random: Random): Draft | undefined {
  const who = anyone(random);
  const kind = random.weighted([4, 3, 3, 2, 2.5]);
  const [earlier, later] = kind === 4 ? drawMeanwhile(random) : drawSteps(random);
  const [first, second] = kind === 2 ? [later, earlier] : [earlier, later];
  if (!suits(who.subject, first) || !suits(who.subject, second)) return undefined;
  const again = first.before[0]?.word;
  if ((kind === 1 || kind === 2) && again !== undefined && again === second.before[0]?.word) {
    return undefined; // 약을 먹기 전에 약을 사요
  }
  const moves = /^[가오]$/.test(earlier.stem.text);
  if (moves && (kind === 1 || kind === 2)) return undefined;
  const tense = random.weighted([4, 3, 2]);
  if (kind === 3 && tense === 1) return undefined;
  // 직업을 구하고 차를 사요: every day one does the everyday.
  if (tense === 2 && (paceOf(first.frame) !== "routine" || paceOf(second.frame) !== "routine")) {
    return undefined;
  }
  if (
    kind === 3 && !/^(get up|finish|come home|leave|have|arrive|graduate)/.test(bare(first.english))
  ) {
    return undefined;
  }
  const pronoun: Being = who.subject.pronoun === "I" || who.subject.pronoun === "we"
    ? who.subject
    : byPronoun(who.subject);
  const tail1 = englishTail(clauseOf(random, who, first, { place: undefined, company: undefined }));
  const tail2: EnglishPhrase = second.english;
  const time = random.chance(0.3) && tense !== 2
    ? timeOf(random, second, tense === 0 ? pastTimes : futureTimes)
    : undefined;
  const timed: EnglishPhrase = { ...tail2, rest: words(tail2.rest, time?.english) };
  const main = tense === 0
    ? "past" as const
    : tense === 1
    ? "going to" as const
    : "present" as const;
  const said = say(who.subject, timed, { tense: main });
  const afterTail: EnglishPhrase = tail1;
  const dependent = say(pronoun, afterTail, { tense: main === "past" ? "past" : "present" });
  const english = [
    // -고
    () => {
      const joint = tense === 0
        ? `${say(who.subject, afterTail, { tense: main })} and ${
          finiteOnly(who.subject, timed, main)
        }`
        : tense === 1
        ? `${say(who.subject, afterTail, { tense: main })} and ${bare(timed)}`
        : `${say(who.subject, afterTail, { tense: main })} and ${
          finiteOnly(who.subject, timed, main)
        }`;
      return [sentence(owned(joint, who.subject))];
    },
    () => [
      sentence(owned(`${said} after ${gerund(afterTail)}`, who.subject)),
      sentence(`after ${dependent}, ${said}`),
    ],
    () => [
      sentence(owned(`${said} before ${gerund(afterTail)}`, who.subject)),
      sentence(`before ${dependent}, ${said}`),
    ],
    () => [sentence(`${said} as soon as ${dependent}`)],
    () => [sentence(owned(`${said} while ${gerund(afterTail)}`, who.subject))],
  ][kind]();
  const spokenAfter = random.chance(0.5);
  return {
    clauses: 2,
    korean: (tone) => {
      const a = koreanClause(plainClause(who.subject, first), tone);
      const b = koreanClause(plainClause(who.subject, second), tone);
      const topic = who.marking === null ? "" : subjectOf(who.subject, tone);
      const link = [
        moves ? connect.so(a.stem) : connect.and(a.stem), // 시장에 가서
        spokenAfter ? connect.afterSpoken(a.stem) : connect.after(a.stem),
        connect.before(a.stem),
        connect.asSoonAs(a.stem),
        connect.while(a.stem),
      ][kind];
      const last = tense === 0
        ? close(past(b.stem), "verb", tone.level, "statement")
        : tense === 1
        ? close(b.stem, "verb", tone.level, "future")
        : close(b.stem, "verb", tone.level, "statement");
      return `${words(topic, time?.korean, a.front, link, b.front, last)}.`;
    },
    english,
  };
}

function finiteOnly(
  subject: Being,
  phrase: EnglishPhrase,
  tense: "past" | "going to" | "present",
): string {
  const whole = say(subject, phrase, { tense });
  return whole.slice(subject.english.length).trim();
}

/** 책을 빌리러 도서관에 갔어요. */
function purpose(random: Random): Draft | undefined {
  const frames = framesWith("", "si").filter(({ places }) =>
    places.some((place) =>
      /도서관|시장|백화점|마트|카페|식당|은행|공원|체육관|수영장|바다|노래방|미용실|서점|극장|시내|편의점/
        .test(place)
    )
  );
  const phrase = drawPhrase(random, random.choice(frames));
  if (/^(wait|get off|go|come|pay|order|fix|take off|finish|ask)/.test(bare(phrase.english))) {
    return undefined;
  }
  const who = anyone(random);
  if (!suits(who.subject, phrase)) return undefined;
  const places = phrase.places.filter((place) =>
    /도서관|시장|백화점|마트|카페|식당|은행|공원|체육관|수영장|바다|노래방|미용실|서점|극장|시내|편의점/
      .test(place)
  );
  const place = placeNamed(random.choice(places));
  const tense = random.integer(3);
  const asks = random.chance(0.2);
  const time = random.chance(0.3) && tense !== 2
    ? timeOf(random, phrase, tense === 0 ? pastTimes : futureTimes)
    : undefined;
  const subject = asks ? you : who.subject;
  const go = englishPhrase(words("go", place.to, "to", bare(phrase.english), time?.english));
  const 가: Stem = { text: "가", class: "regular" };
  return {
    clauses: 2,
    korean: (tone) => {
      // 책을 빌리러 가세요: only the going is raised.
      const a = koreanClause(plainClause({ ...subject, honorific: false }, phrase), tone);
      const topic = asks || who.marking === null ? "" : subjectOf(subject, tone);
      const going = subject.honorific ? honorific(가) : 가;
      const ending = tense === 0
        ? close(past(going), "verb", tone.level, asks ? "question" : "statement")
        : tense === 1
        ? close(going, "verb", tone.level, asks ? "future question" : "future")
        : close(going, "verb", tone.level, asks ? "question" : "statement");
      return `${
        words(topic, time?.korean, a.front, connect.toDo(a.stem), `${place.korean}에`, ending)
      }${asks ? "?" : "."}`;
    },
    english: [
      sentence(
        say(subject, go, {
          tense: (["past", "going to", "progressive"] as const)[tense],
          question: asks,
        }),
        asks ? "?" : ".",
      ),
    ],
  };
}

/** 유나는 커피를 좋아하지만 준호는 안 좋아해요; 나는 집에 갔고 유나는 학교에 갔어요. */
function contrast(random: Random): Draft | undefined {
  const a = someone(random);
  const b = random.choice([I, someone(random)]);
  if (a.english === b.english || a.person === "plural" || b.person === "plural") return undefined;
  const kind = random.integer(2);
  const phrase = phraseWith(random, kind === 0 ? "s" : "f", kind === 0 ? "q" : "s");
  if (!suits(a, phrase) || !suits(b, phrase)) return undefined;
  // Whose 여동생 it is, when 아들 is told of too, nobody knows.
  const kinsfolk = phrase.fillers.some((filler) => "pronoun" in filler && isKin(filler));
  if (kinsfolk && (isKin(a) || isKin(b))) return undefined;
  const first = clauseOf(random, { subject: a, marking: "은/는" }, phrase, {
    place: undefined,
    company: undefined,
  });
  const tense = kind === 0 ? "present" : "past";
  const en1 = say(a, englishTail(first), { tense });
  const be = phrase.english.verb.base === "be";
  const short = b === I
    ? tense === "past" ? "I didn't" : be ? "I'm not" : "I don't"
    : `${b.english} ${tense === "past" ? "didn't" : be ? "isn't" : "doesn't"}`;
  return {
    clauses: 2,
    korean: (tone) => {
      const one = koreanClause(first, tone);
      const denied = koreanClause(
        { ...plainClause(b, { ...phrase, before: [] }), negation: "안" },
        tone,
      );
      const s1 = tense === "past" ? past(one.stem) : one.stem;
      const s2 = tense === "past" ? past(denied.stem) : denied.stem;
      return `${one.front} ${connect.but(s1)} ${subjectOf(b, tone)} ${
        close(s2, "verb", tone.level, "statement")
      }.`;
    },
    english: [sentence(`${en1}, but ${short}`)],
  };
}

/** 한국어를 잘하려면 매일 연습해야 돼요; 밥을 먹다가 전화를 받았어요; 책을 읽거나 음악을 들어요. */
function others(random: Random): Draft | undefined {
  const kind = random.integer(3);
  const who = anyone(random);
  const a = generally(phraseWith(random, kind === 0 ? "q" : "f", "si"));
  const b = generally(phraseWith(random, kind === 0 ? "q" : "f", "si"));
  if (
    a.english.verb.base === b.english.verb.base || !suits(who.subject, a) || !suits(who.subject, b)
  ) return undefined;
  if (kind === 2 && !(isPastime(a) && isPastime(b))) return undefined;
  if (kind === 0) {
    const goals = [
      [
        "한국어를 잘하려면",
        "to speak Korean well",
        "매일 연습|practice every day;많이 말|speak a lot;한국 드라마를 많이 보|watch a lot of Korean dramas;단어를 외우|memorize words",
      ],
      [
        "건강하려면",
        "to stay healthy",
        "운동|exercise;잘 자|sleep well;야채를 많이 먹|eat a lot of vegetables;담배를 끊|quit smoking;물을 많이 마시|drink a lot of water",
      ],
      [
        "시험에 합격하려면",
        "to pass the exam",
        "열심히 공부|study hard;매일 도서관에 가|go to the library every day;책을 많이 읽|read a lot of books",
      ],
      [
        "살을 빼려면",
        "to lose weight",
        "운동|exercise;적게 먹|eat less;매일 걷|walk every day;단것을 끊|quit sweets",
      ],
      [
        "공항에 가려면",
        "to get to the airport",
        "버스를 타|take the bus;지하철을 타|take the subway;일찍 출발|leave early;택시를 타|take a taxi",
      ],
      ["일찍 일어나려면", "to get up early", "일찍 자|go to bed early;알람을 맞추|set an alarm"],
      [
        "돈을 모으려면",
        "to save money",
        "일을 많이 하|work a lot;커피를 적게 마시|drink less coffee;쇼핑을 줄이|shop less",
      ],
      [
        "병원에 가려면",
        "to get to the hospital",
        "길을 건너|cross the street;왼쪽으로 가|go left;버스를 타|take the bus;오른쪽으로 가|go right",
      ],
      [
        "이 책을 빌리려면",
        "to borrow this book",
        "학생증을 보여 주|show your student ID;이름을 쓰|write your name;신분증이 있|have an ID",
      ],
    ] as const;
    const [k, e, list] = random.choice(goals);
    const [action, english] = random.choice(list.split(";")).split("|");
    const regular = /(연습|말|운동|공부|출발|하)$/.test(action);
    const stem: Stem = regular
      ? { text: `${action.replace(/하$/, "")}하`, class: "하" }
      : action.endsWith("걷")
      ? { text: action, class: "ㄷ" }
      : { text: action, class: "regular" };
    return {
      clauses: 2,
      korean: (tone) => `${k} ${close(endings.mustSpoken(stem), "verb", tone.level, "statement")}.`,
      english: [sentence(`you have to ${english} ${e}`), sentence(`${e}, you have to ${english}`)],
    };
  }
  if (kind === 1) { // 다가
    const [act, result] = drawInterruption(random);
    if (!suits(who.subject, act) || !suits(who.subject, result)) return undefined;
    const sentenceOf = say(who.subject, result.english, { tense: "past" });
    return {
      clauses: 2,
      korean: (tone) => {
        const one = koreanClause(plainClause(who.subject, act), tone);
        const two = koreanClause(plainClause(who.subject, result), tone);
        const topic = who.marking === null ? "" : subjectOf(who.subject, tone);
        const last = close(past(two.stem), "verb", tone.level, "statement");
        return `${words(topic, one.front, connect.midway(one.stem), two.front, last)}.`;
      },
      english: [sentence(owned(`${sentenceOf} while ${gerund(act.english)}`, who.subject))],
    };
  }
  const time = random.choice(
    [["주말에", "on weekends"], ["저녁에", "in the evening"], ["보통", "usually"], [
      "시간이 있으면",
      "when I have time",
    ]] as const,
  );
  const shown = time[0] === "보통" ? "" : time[1].replace(
    "I have",
    who.subject.pronoun === "I"
      ? "I have"
      : who.subject.person === "third"
      ? `${who.subject.pronoun} has`
      : `${who.subject.pronoun} have`,
  );
  const usual = time[0] === "보통" ? "usually" : undefined;
  return {
    clauses: 2,
    korean: (tone) => {
      const one = koreanClause(plainClause(who.subject, a), tone);
      const two = koreanClause(plainClause(who.subject, b), tone);
      const topic = who.marking === null ? "" : subjectOf(who.subject, tone);
      return `${
        words(
          topic,
          time[0],
          one.front,
          connect.or(one.stem),
          two.front,
          close(two.stem, "verb", tone.level, "statement"),
        )
      }.`;
    },
    english: [
      sentence(
        owned(
          `${say(who.subject, { ...a.english, adverb: usual }, { tense: "present" })} or ${
            finiteOnly(who.subject, b.english, "present")
          } ${shown}`,
          who.subject,
        ),
      ),
    ],
  };
}

/** What one does when there is time. */
function isPastime(phrase: Phrase): boolean {
  return /^(read|listen|watch|play|draw|take a walk|ride a bike|work out|cook|rest|study|go shopping|hang out|swim|sing|go hiking|clean)/
    .test(bare(phrase.english));
}

/** 어제 산 책, 지금 먹는 음식, 좋아하는 사람: relative clauses. */
function relative(random: Random): Draft | undefined {
  const kind = random.integer(4);
  const actor = random.choice([I, I, someone(random)]);
  const phrase = phraseWith(random, "", "i");
  const filler = phrase.fillers[0];
  const rest = /^(.*?)\[\w+:\w+\]$/.exec(phrase.frame.english);
  if (
    filler === undefined || "to" in filler || phrase.before.length !== 1 || rest === null ||
    phrase.before[0].particle !== "을/를" || actor.person === "plural" && kind === 2
  ) return undefined;
  if ("number" in filler && filler.number === "fixed") return undefined;
  if (!suits(actor, phrase)) return undefined;
  const person = "pronoun" in filler;
  if (person) return undefined;
  const state = phrase.flags.has("s");
  if (/^(look|wash|see)$/.test(phrase.english.verb.base)) return undefined;
  if (
    kind === 3 &&
    !/^(buy|write|make|send|bring|borrow|choose|order|get)$/.test(phrase.english.verb.base)
  ) {
    return undefined;
  }
  if (state && kind > 1) return undefined; // 제가 좋아하는 영화는 좋아요 says nothing
  if (
    /^(learn|study|teach|wear|lose|drop|worry|take care|see|play|get ready|prepare|like \[(animal|color|season|subject)|hate|be afraid|enjoy|clean|open|close|wash)/
      .test(phrase.frame.english)
  ) {
    return undefined;
  }
  const tense = state
    ? "present" as const
    : (["past", "past", "future", "present"] as const)[random.integer(4)];
  if (tense === "future" && (kind > 1 || !/^(buy|send|make|give)/.test(phrase.frame.english))) {
    return undefined;
  }
  if (tense === "present" && !state && (phrase.flags.has("m") || !phrase.flags.has("f"))) {
    return undefined;
  }
  const time = tense === "past" && random.chance(0.5)
    ? timeOf(random, phrase, pastTimes)
    : undefined;
  const verbRest = rest[1].trim().split(" ").slice(1).join(" ");
  const bareEnglish: EnglishPhrase = { ...phrase.english, rest: words(verbRest, time?.english) };
  const inner = say(actor, bareEnglish, {
    tense: state
      ? "present"
      : tense === "past"
      ? "past"
      : tense === "future"
      ? "going to"
      : "progressive",
  });
  const noun = "number" in filler ? filler : undefined;
  if (noun === undefined) return undefined;
  const head = `the ${noun.english} ${inner}`;
  const plural = noun.number === "plural";
  const modifier = (tone: Tone) => {
    const who = actor === I
      ? tone.level === "plain" ? "내가" : "제가"
      : withParticle(actor.korean, "이/가");
    return words(
      time?.korean,
      who,
      `${phrase.light}${beforeNoun(phrase.stem, tense === "future" ? "future" : tense, "verb")}`,
      noun.korean,
    );
  };
  const be = plural ? "are" : "is";
  const forms = [
    () => ({
      korean: (tone: Tone) =>
        `${withParticle(modifier(tone), "이/가")} ${
          close({ text: "뭐", class: "regular" }, "verb", tone.level, "statement")
        }`,
      english: "",
    }),
    () => ({
      korean: (tone: Tone) => `이거 ${modifier(tone)}${copulaEnd(noun.korean, tone)}.`,
      english: `${plural ? "these" : "this"} ${be} ${head}`,
    }),
    () => {
      const judged = random.choice(
        [["좋", "good", "regular"], ["비싸", "expensive", "regular"], [
          "마음에 들",
          "I like",
          "regular",
        ], ["어디에 있", "where", "regular"]] as const,
      );
      const asks = judged[1] === "where";
      if (!judgedOf[judged[1]].test(phrase.frame.english)) return undefined;
      if (
        /eat|drink|listen|study|learn|teach|play|worry|grow|plant|wear|lose|drop|break|sell/.test(
          phrase.english.verb.base,
        )
      ) return undefined;
      if (judged[1] === "I like") {
        return {
          korean: (tone: Tone) =>
            `${withParticle(modifier(tone), "이/가")} ${
              close({ text: judged[0], class: "regular" }, "verb", tone.level, "statement")
            }.`,
          english: `I like ${head}`,
        };
      }
      return {
        korean: (tone: Tone) =>
          `${withParticle(modifier(tone), asks ? "이/가" : "은/는")} ${
            close(
              { text: judged[0], class: "regular" },
              asks ? "verb" : "adjective",
              tone.level,
              asks ? "question" : "statement",
            )
          }${asks ? "?" : "."}`,
        english: asks ? `where ${be} ${head}?` : `${head} ${be} ${judged[1]}`,
      };
    },
    () => ({
      korean: (tone: Tone) =>
        `${withParticle(modifier(tone), "을/를")} ${
          close(past({ text: "보", class: "regular" }), "verb", tone.level, "question")
        }?`,
      english: `did you see ${head}?`,
    }),
  ];
  const form = forms[kind === 0 ? 1 : kind]();
  if (
    form === undefined ||
    kind === 3 && /eat|drink|listen|study|learn|teach|play/.test(phrase.english.verb.base)
  ) return undefined;
  const asks = form.english.endsWith("?");
  return {
    clauses: 2,
    korean: form.korean,
    english: [sentence(form.english.replace(/\?$/, ""), asks ? "?" : ".")],
  };
}

/** Of what one says that it is good, dear, to one's taste or lost from sight. */
const judgedOf: Readonly<Record<string, RegExp>> = {
  good: /^(buy \[(clothes|shoes|worn|device|furniture|goods)|watch|read|choose)/,
  expensive: /^(buy|order)/,
  "I like": /^(buy \[(clothes|shoes|worn|device|furniture|goods|gift|shopItem)|choose|get \[gift)/,
  where: /^(buy|borrow|bring|write|read)/,
};

function copulaEnd(noun: string, tone: Tone): string {
  return close(copula(noun), "adjective", tone.level, "statement").slice(noun.length);
}

/** 유나가 온대요; 비가 오잖아요; 제가 했거든요; 재미있었죠? */
function spokenEndings(random: Random): Draft | undefined {
  const subject = someone(random);
  const kind = random.integer(5);
  const phrase = phraseWith(random, "", kind === 0 ? "s" : "s");
  if (!suits(subject, phrase)) return undefined;
  const clause = clauseOf(
    random,
    { subject, marking: random.chance(0.5) ? "이/가" : "은/는" },
    phrase,
    { objectFirst: false },
  );
  const tail = englishTail(clause);
  if (kind === 0) {
    const was = random.chance(0.6);
    return {
      levels: spoken,
      korean: (tone) => {
        const { front, stem } = koreanClause(clause, tone);
        return `${
          words(
            front,
            was ? close(past(stem), "verb", tone.level, "대") : hearsayFuture(stem, tone),
          )
        }.`;
      },
      english: [
        sentence(`I heard that ${say(subject, tail, { tense: was ? "past" : "going to" })}`),
        sentence(`I heard ${say(subject, tail, { tense: was ? "past" : "going to" })}`),
      ],
    };
  }
  if (kind === 1) {
    return {
      levels: spoken,
      korean: (tone) => {
        const { front, stem } = koreanClause(clause, tone);
        return `${words(front, close(past(stem), "verb", tone.level, "잖아"))}.`;
      },
      english: [sentence(`${say(subject, tail, { tense: "past" })}, you know`)],
    };
  }
  if (kind === 2) {
    return {
      levels: spoken,
      korean: (tone) => {
        const { front, stem } = koreanClause(clause, tone);
        return `${words(front, close(past(stem), "verb", tone.level, "네"))}.`;
      },
      english: [
        sentence(`oh, ${say(subject, tail, { tense: "past" })}`),
        sentence(say(subject, tail, { tense: "past" })),
      ],
    };
  }
  if (kind === 3) {
    const mine: Clause = { ...clause, subject: you, marking: null };
    if (!suits(you, phrase)) return undefined;
    return {
      levels: spoken,
      korean: (tone) => {
        const { front, stem } = koreanClause(mine, tone);
        return `${words(front, close(past(stem), "verb", tone.level, "지"))}?`;
      },
      english: [
        sentence(`${say(you, englishTail(mine), { tense: "past" })}, didn't you`, "?"),
        sentence(`${say(you, englishTail(mine), { tense: "past" })}, right`, "?"),
      ],
    };
  }
  const mine: Clause = { ...clause, subject: I, marking: null };
  if (phrase.flags.has("i")) return undefined;
  return {
    levels: spoken,
    korean: (tone) => {
      const { front, stem } = koreanClause(mine, tone);
      return `${words(front, close(endings.plan(stem), "verb", tone.level, "는데"))}.`;
    },
    english: [
      sentence(
        say(I, { verb: englishPhrase("be").verb, rest: `going to ${bare(englishTail(mine))}` }, {
          tense: "present",
        }),
      ),
    ],
  };
}

function hearsayFuture(stem: Stem, tone: Tone): string {
  return `${beforeNoun(stem, "future", "verb")} 거래${tone.level === "plain" ? "" : "요"}`;
}

export const linked: readonly Weighted[] = [
  { name: "because", weight: 7, draw: because },
  { name: "suggest because", weight: 4, draw: suggestBecause },
  { name: "if", weight: 4, draw: condition },
  { name: "although", weight: 2.5, draw: although },
  { name: "order in time", weight: 6, draw: order },
  { name: "purpose", weight: 3, draw: purpose },
  { name: "contrast", weight: 2, draw: contrast },
  { name: "midway, or, in order to", weight: 2, draw: others },
  { name: "relative", weight: 3, draw: relative },
  { name: "spoken endings", weight: 4, draw: spokenEndings },
];
