/**
 * Requests, favours, offers, proposals, bans and promises.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Level } from "../../conjugation.ts";
import { honorific } from "../../conjugation.ts";
import { linkedBase, plainBase } from "../../stem.ts";
import { finalConsonant } from "../../syllable.ts";
import { englishTail, koreanClause } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import {
  clauseOf,
  framesWith,
  isInvoluntary,
  isMisdeed,
  phraseWith,
  suits,
  timeOf,
} from "../draw.ts";
import { bare, englishPhrase, gerund, owned, say, sentence, words } from "../english.ts";
import { isCommon } from "../lexicon/nouns.ts";
import { paceOf } from "../lexicon/pace.ts";
import { I, names, we, you } from "../lexicon/people.ts";
import { isSaid } from "../lexicon/sense.ts";
import { chosenTimes } from "../lexicon/times.ts";
import { everydayVerbs } from "../lexicon/verbs.ts";
import { drawPhrase, verbs } from "../phrase.ts";
import { close, endings } from "../stems.ts";
import { spell } from "./statements.ts";

const softly = ["", "", "", "좀 ", "빨리 ", "꼭 "] as const;
const softlyEnglish: Readonly<Record<string, string>> = {
  "": "",
  "좀 ": "",
  "빨리 ": " quickly",
  "꼭 ": "",
};

/** 드세요, 앉으세요: told or advised politely; 먹어, 앉아 among friends. */
function advise(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "q");
  if (!suits(you, phrase)) return undefined;
  const time = random.chance(0.2) && isSaid("when", phrase)
    ? timeOf(random, phrase, chosenTimes.slice(0, 12))
    : undefined;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    time,
    company: undefined,
    place: undefined,
  });
  const name = random.chance(0.12) ? random.choice(names) : undefined;
  return {
    korean: (tone) => {
      const { front, stem } = koreanClause(
        { ...clause, phrase: { ...phrase, stem: phrase.stem } },
        tone,
      );
      const polite = tone.level !== "plain" && phrase.light === ""
        ? stem.text === "있" ? { text: "계시" } : honorific(stem)
        : undefined;
      const ending = polite === undefined
        ? close(stem, "verb", tone.level, "으세요")
        : polite.text.replace(/시$/, tone.level === "polite" ? "세요" : "십시오");
      return `${address(name, tone.level)}${words(front, ending)}.`;
    },
    english: [
      sentence(
        (name === undefined ? "" : `${name.english}, `) +
          owned(bare(englishTail(clause)), you),
      ),
    ],
  };
}

function address(name: { readonly korean: string } | undefined, level: Level): string {
  if (name === undefined) return "";
  return level === "plain"
    ? `${name.korean}${finalConsonant(name.korean) === "" ? "야" : "아"}, `
    : `${name.korean} 씨, `;
}

/** Where whoever does the favour uses a name, an opinion, a hand of their own. */
const ofListener = /^(write|raise|close {own}|take off|give|change {own}|wave)/;

/** What one may be in a hurry about. */
const urgent =
  /^(order|pay|make|fix|send|bring|open|close|turn|come|check|clean|do|sign|buy|wash|iron|polish|answer|finish|cook|look for)/;

/** What one is asked to do without fail. */
const binding =
  /^(send|bring|buy|check|do {own}|return|book|lock|turn off|water|feed|take out|make a res|look for|call|pay back|save the|correct)/;

/** 문 좀 열어 주세요: a favour for the speaker. */
function favour(random: Random): Draft | undefined {
  const toMe = random.chance(0.3);
  const phrase = toMe
    ? drawPhrase(random, random.choice(everydayVerbs.filter(({ flags }) => flags.has("H"))))
    : phraseWith(random, "h");
  const kind = random.weighted([5, 2, 2]);
  const soft = toMe ? "" : random.choice(softly);
  if (soft === "빨리 " && !urgent.test(phrase.frame.english)) return undefined;
  if (soft === "꼭 " && (kind !== 0 || !binding.test(phrase.frame.english))) return undefined;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    company: undefined,
    place: undefined,
  });
  const given = /주$/.test(phrase.stem.text); // 빌려주다, 보여 주다
  const turn = given ? (s: typeof phrase.stem) => s : endings.favour;
  const inner = owned(
    bare(englishTail(clause)) + (soft === "빨리 " ? softlyEnglish[soft] : ""),
    toMe || ofListener.test(phrase.frame.english) ? you : I,
  );
  const plainForms = { 0: "으세요", 1: "ㄹ래?", 2: "question" } as const;
  return {
    levels: kind === 0 ? undefined : spoken,
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      const gift = turn({ ...stem, text: stem.text });
      const whole = (ending: string) => words(front, soft.trim(), ending);
      if (kind === 0) return `${whole(close(gift, "verb", tone.level, plainForms[0]))}.`;
      const raised = tone.level === "plain" ? gift : honorific(gift);
      if (kind === 1) return `${whole(close(raised, "verb", tone.level, "ㄹ래?"))}?`;
      return `${whole(close(endings.can(raised), "verb", tone.level, "question"))}?`;
    },
    english: kind === 0
      ? [`Please ${inner}.`, sentence(`${inner}, please`)]
      : kind === 1
      ? [`Could you ${inner}?`, `Would you ${inner}?`]
      : [`Can you ${inner}?`, `Could you ${inner}?`],
  };
}

function ban(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "b");
  const here = random.chance(0.25) &&
      /smoke|run|talk|take a|swim|play|drink|sit|sing|dance|sleep|cry|scream|eat/.test(
        bare(phrase.english),
      ) && phrase.places.length === 0 && !/here/.test(phrase.english.rest)
    ? { korean: "여기서", english: "here" }
    : undefined;
  const much = phrase.flags.has("f") && random.chance(0.15) &&
    /worry|drink|laugh|cry|talk|smoke/.test(phrase.english.verb.base) && phrase.before.length === 0;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    place: here,
    company: undefined,
    adverb: much ? { korean: "너무 많이", english: "too much" } : undefined,
  });
  const english = sentence(owned(`don't ${bare(englishTail(clause))}`, you));
  return {
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      const ending = { plain: "지 마", polite: "지 마세요", formal: "지 마십시오" }[tone.level];
      return `${words(front, plainBase(stem, ending))}.`;
    },
    english: [english],
  };
}

function propose(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "l");
  if (!suits(we, phrase)) return undefined;
  const asks = random.chance(0.55);
  const together = phrase.flags.has("w") && random.chance(0.35);
  const clause = clauseOf(
    random,
    {
      subject: we,
      marking: null,
    },
    phrase,
    {
      time: random.chance(0.45) ? timeOf(random, phrase, chosenTimes.slice(0, 26)) : undefined,
      company: undefined,
      adverb: together
        ? { korean: random.choice(["같이", "함께"]), english: "together" }
        : undefined,
    },
  );
  const inner = bare(englishTail(clause));
  const unsaid = random.chance(0.75);
  const whose = unsaid ? clause : { ...clause, marking: null, time: clause.time };
  const prefix = unsaid ? "" : "우리 ";
  return {
    levels: asks ? spoken : undefined,
    korean: (tone) =>
      prefix +
      (asks ? `${spell(whose, tone, "ㄹ까?")}?` : `${spell(whose, tone, "자")}.`),
    english: asks
      ? [
        sentence(owned(`shall we ${inner}`, we), "?"),
        sentence(owned(`should we ${inner}`, we), "?"),
      ]
      : [sentence(owned(`let's ${inner}`, we))],
  };
}

/** 갈래요?: do you want to? */
function invite(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "l");
  if (!suits(you, phrase)) return undefined;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    time: random.chance(0.4) ? timeOf(random, phrase, chosenTimes.slice(0, 26)) : undefined,
    company: undefined,
    adverb: phrase.flags.has("w") && random.chance(0.4)
      ? { korean: "같이", english: "together" }
      : phrase.flags.has("w") && random.chance(0.3)
      ? { korean: random.choice(["저랑", "저하고"]), english: "with me" }
      : undefined,
  });
  const inner = bare(englishTail(clause));
  return {
    levels: spoken,
    korean: (tone) => {
      const text = `${spell(clause, tone, "ㄹ래?")}?`;
      return tone.level === "plain"
        ? text.replace("저랑", "나랑").replace("저하고", "나하고")
        : text;
    },
    english: [sentence(owned(`do you want to ${inner}`, you), "?")],
  };
}

function promise(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "", "si");
  if (!suits(I, phrase) || isMisdeed(phrase)) return undefined;
  if (/^(event|course)$/.test(paceOf(phrase.frame))) return undefined;
  const asks = random.chance(0.3) && ["h", "l"].some((flag) => phrase.flags.has(flag));
  const stressed = random.chance(0.25);
  const clause = clauseOf(random, { subject: I, marking: stressed ? "이/가" : null }, phrase, {
    company: undefined,
    place: undefined,
    objectFirst: false,
    time: random.chance(0.3) && !isInvoluntary(phrase)
      ? timeOf(random, phrase, chosenTimes.slice(0, 14))
      : undefined,
  });
  const said = englishTail(clause);
  const tells = phrase.before.length === 0 && /^(이야기|말)$/.test(phrase.light);
  if (tells && asks) return undefined;
  const tail = tells
    ? { ...said, verb: englishPhrase("tell").verb, rest: words("you", said.rest) }
    : said;
  return {
    levels: asks ? spoken : undefined,
    korean: (tone) => asks ? `${spell(clause, tone, "ㄹ까?")}?` : `${spell(clause, tone, "ㄹ게")}.`,
    english: asks
      ? [sentence(say(I, tail, { tense: "should", question: true }), "?")]
      : [sentence(say(I, tail, { tense: "future" }))],
  };
}

/** 도와줄까요?, 사 줄게요: for the listener. */
function offer(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "h");
  if (/me$|me /.test(phrase.english.rest) || /주$/.test(phrase.stem.text)) return undefined;
  const asks = random.chance(0.6);
  const clause = clauseOf(
    random,
    { subject: I, marking: random.chance(0.3) ? "이/가" : null },
    phrase,
    {
      company: undefined,
      place: undefined,
    },
  );
  const inner = owned(bare(englishTail(clause)), you);
  return {
    levels: spoken,
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      const gift = tone.level === "plain"
        ? endings.favour(stem)
        : { text: endings.favour(stem).text.replace(/주$/, "드리"), class: "regular" as const };
      return words(front, close(gift, "verb", tone.level, asks ? "ㄹ까?" : "ㄹ게")) +
        (asks ? "?" : ".");
    },
    english: asks
      ? [`Should I ${inner} for you?`, `Shall I ${inner} for you?`]
      : [`I'll ${inner} for you.`],
  };
}

/** 먹어 보세요: try it. */
function tryOut(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "t");
  if (phrase.fillers.some(({ korean }) => isCommon(korean))) return undefined;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    company: undefined,
    place: undefined,
  });
  const once = random.chance(0.4);
  const asks = random.chance(0.3);
  return {
    levels: spoken,
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      const tried = endings.try(stem);
      if (asks) {
        return `${words(front, close(endings.may(tried), "verb", tone.level, "question"))}?`;
      }
      const ending = tone.level === "plain"
        ? close(tried, "verb", "plain", "statement")
        : linkedBase(tried, "세요");
      return `${words(front, once ? "한번" : "", ending)}.`;
    },
    english: asks
      ? [sentence(`can I try ${owned(tryingWords(clause), I)}`, "?")]
      : [sentence(`try ${owned(tryingWords(clause), you)}`)],
  };
}

/** `try kimchi` for eating and drinking, `try on a hat` for wearing, `try making` otherwise. */
function tryingWords(clause: Parameters<typeof englishTail>[0]): string {
  const { verb, rest } = englishTail(clause);
  if (verb.base === "eat" || verb.base === "drink") return rest;
  if (verb.base === "wear") return `on ${rest}`;
  return words(verb.gerund, rest);
}

/** What is better not done, and what instead. */
const instead = verbs(`
걱정~하다 | worry |
울다 | cry |
게임을 하다 | play games |
술을 마시다 | drink |
떠들다 | make noise |
늦게 자다 | go to bed late |
싸우다 | fight |
포기~하다 | give up |
담배를 피우다 | smoke |
집에만 있다 | stay at home all day |
혼자 가다 | go alone |
택시를 타다 | take a taxi |
라면을 먹다 | eat ramen |
밖에서 먹다 | eat out |
[snack]을 먹다 | eat [snack:s] |
[meal]을 시키다 | order [meal:a] |
텔레비전을 보다 | watch TV |
[gift]을 사다 | buy [gift:a] |
버스를 기다리다 | wait for the bus |
에어컨을 켜다 | turn on the air conditioner |
거짓말을 하다 | lie |
커피를 마시다 | drink coffee |
영어로 말~하다 | speak in English |
`);
const better = verbs(`
푹 쉬다 | get some rest |
이야기~하다 | talk to me |
공부~하다 | study |
물을 마시다 | drink water |
조용히 하다 | be quiet |
일찍 자다 | go to bed early |
사과~하다 | apologize |
다시 해 보다 | try again |
운동~하다 | exercise |
밖에 나가다 | go outside |
저하고 같이 가다 | go with me |
버스를 타다 | take the bus |
밥을 먹다 | eat rice |
집에서 먹다 | eat at home |
[fruit]을 먹다 | eat [fruit:s] |
[cooked]을 만들다 | make [cooked:some] |
책을 읽다 | read a book |
돈을 모으다 | save money |
택시를 타다 | take a taxi |
창문을 열다 | open the window |
사실을 말~하다 | tell the truth |
[drink]을 마시다 | drink [drink:a] |
한국어로 말~하다 | speak in Korean |
`);

/** 걱정하지 말고 쉬세요. */
function rather(random: Random): Draft | undefined {
  const which = random.integer(instead.length);
  const banned = drawPhrase(random, instead[which]);
  const advised = drawPhrase(random, better[which]);
  const no = clauseOf(random, { subject: you, marking: null }, banned, {
    company: undefined,
    place: undefined,
  });
  const yes = clauseOf(random, { subject: you, marking: null }, advised, {
    company: undefined,
    place: undefined,
  });
  const { stem: given } = advised;
  const suppletive = advised.light === "" && given.text !== "하";
  return {
    clauses: 2,
    korean: (tone) => {
      const first = koreanClause(no, tone);
      const second = koreanClause(yes, tone);
      const polite = tone.level !== "plain" && suppletive ? honorific(second.stem) : undefined;
      const ending = polite === undefined
        ? close(second.stem, "verb", tone.level, "으세요")
        : polite.text.replace(/시$/, tone.level === "polite" ? "세요" : "십시오");
      const text = `${words(first.front, plainBase(first.stem, "지 말고"), second.front, ending)}.`;
      return tone.level === "plain" ? text.replace("저하고", "나하고") : text;
    },
    english: [
      sentence(owned(`don't ${bare(englishTail(no))}; ${bare(englishTail(yes))}`, you)),
      sentence(owned(`${bare(englishTail(yes))} instead of ${gerund(englishTail(no))}`, you)),
    ],
  };
}

/** 사과 주세요, 커피 두 잔 주세요 stand with the numbers; N 좀 주세요 here. */
function giveMe(random: Random): Draft | undefined {
  const frame = framesWith("").find(({ english }) => english === "drink [drink:a]");
  const food = framesWith("").find(({ english }) => english === "eat [meal:a]");
  if (frame === undefined || food === undefined) {
    throw new TypeError("expected eating and drinking");
  }
  const phrase = drawPhrase(random, random.choice([frame, food]));
  const noun = phrase.before[0].word;
  const english = phrase.english.rest;
  const soft = random.choice(["", " 좀", " 하나"]);
  if (soft === " 하나" && !/^an? /.test(english)) return undefined;
  return {
    levels: spoken,
    korean: ({ level }) => `${noun}${soft} ${level === "plain" ? "줘" : "주세요"}.`,
    english: [
      sentence(
        `${/^an? /.test(english) ? english : `some ${english}`}, please`.replace("some a ", "a "),
      ),
    ],
  };
}

export const requests: readonly Weighted[] = [
  { name: "advise", weight: 4, draw: advise },
  { name: "favour", weight: 5, draw: favour },
  { name: "ban", weight: 3, draw: ban },
  { name: "propose", weight: 4, draw: propose },
  { name: "invite", weight: 2.5, draw: invite },
  { name: "promise", weight: 3, draw: promise },
  { name: "offer", weight: 2, draw: offer },
  { name: "try out", weight: 1, draw: tryOut },
  { name: "rather", weight: 1, draw: rather },
  { name: "give me", weight: 0.7, draw: giveMe },
];
