/**
 * Hopes, advice, thoughts, reports; something and nothing; with what, about what, because of what.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { past } from "../../conjugation.ts";
import { withParticle } from "../../particles.ts";
import { plainBase, type Stem } from "../../stem.ts";
import { englishTail, koreanClause, type Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import {
  anyone,
  clauseOf,
  isMisdeed,
  peer,
  phraseWith,
  placeNamed,
  saysKin,
  someone,
  suits,
  timeOf,
} from "../draw.ts";
import { bare, englishPhrase, gerund, owned, say, sentence, words } from "../english.ts";
import * as adjectives from "../lexicon/adjectives.ts";
import { type NounKind, nounKinds } from "../lexicon/nouns.ts";
import { paceOf } from "../lexicon/pace.ts";
import { asObject, type Being, byPronoun, I, it, we, you } from "../lexicon/people.ts";
import { isSaid } from "../lexicon/sense.ts";
import { futureTimes, pastTimes } from "../lexicon/times.ts";
import { determined, type Determiner, type Noun } from "../noun.ts";
import { drawPhrase, generally, type Phrase, verbs } from "../phrase.ts";
import { beforeNoun, close, connect, endings } from "../stems.ts";
import { spell } from "./statements.ts";

const regular = (text: string): Stem => ({ text, class: "regular" });

/** -는 게 좋겠어요, -는 게 어때요, -(으)ㄹ 필요 없어요, -아야겠어요. */
function should(random: Random): Draft | undefined {
  const kind = random.weighted([2, 1, 1, 1]);
  const phrase = phraseWith(random, kind >= 2 ? "" : "q", "si");
  const subject = kind === 3 ? I : you;
  if (!suits(subject, phrase) || isMisdeed(phrase)) return undefined;
  if (kind < 2 && !isSaid("advised", phrase)) return undefined;
  const clause = clauseOf(random, { subject, marking: null }, phrase, {
    company: undefined,
    place: undefined,
    time: random.chance(0.2) && ["l", "f"].some((flag) => phrase.flags.has(flag))
      ? timeOf(random, phrase, futureTimes.slice(0, 12))
      : undefined,
  });
  const tail = englishTail(clause);
  const thing = (s: Stem) => `${beforeNoun(s, "present", "verb")} 게`;
  switch (kind) {
    case 0:
      return {
        korean: (t) => {
          const { front, stem } = koreanClause(clause, t);
          return `${words(front, thing(stem))} ${
            close({ text: "좋겠", class: "past" }, "adjective", t.level, "statement")
          }.`;
        },
        english: [sentence(say(you, tail, { tense: "should" }))],
      };
    case 1:
      return {
        korean: (t) => {
          const { front, stem } = koreanClause(clause, t);
          return `${words(front, thing(stem))} ${
            t.level === "plain" ? "어때" : t.level === "polite" ? "어때요" : "어떻습니까"
          }?`;
        },
        english: [
          sentence(owned(`how about ${gerund(tail)}`, you), "?"),
          sentence(owned(`why don't you ${bare(tail)}`, you), "?"),
        ],
      };
    case 2:
      return {
        korean: (t) => {
          const { front, stem } = koreanClause(clause, t);
          return `${words(front, `${beforeNoun(stem, "future", "verb")} 필요`)} ${
            close(regular("없"), "verb", t.level, "statement")
          }.`;
        },
        english: [
          sentence(
            say(you, { verb: englishPhrase("need").verb, rest: `to ${bare(tail)}` }, {
              tense: "present",
              negative: true,
            }),
          ),
        ],
      };
    default:
      return {
        levels: spoken,
        korean: (t) => {
          const { front, stem } = koreanClause(clause, t);
          return `${
            words(
              front,
              close(
                { text: `${endings.must(stem).text.replace(/ 하$/, "")}겠`, class: "past" },
                "verb",
                t.level,
                "statement",
              ),
            )
          }.`;
        },
        english: [sentence(say(I, tail, { tense: "should" }))],
      };
  }
}

/** -(으)면 좋겠어요, -았으면 좋겠어요: I hope, I wish. */
function hope(random: Random): Draft | undefined {
  const who = random.chance(0.4)
    ? { subject: I, marking: null }
    : { subject: someone(random), marking: "이/가" as const };
  const phrase = phraseWith(random, "", "s");
  if (!suits(who.subject, phrase)) return undefined;
  if (!isSaid(who.subject === I ? "hoped" : "hoped for others", phrase)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    time: random.chance(0.3) ? timeOf(random, phrase, futureTimes) : undefined,
    place: undefined,
    objectFirst: false,
  });
  const wish = random.chance(0.5);
  const tail = englishTail(clause);
  return {
    clauses: 2,
    korean: (t) => {
      const { front, stem } = koreanClause(clause, t);
      const given = wish ? past(stem) : stem;
      return `${words(front, connect.if(given))} ${
        close({ text: "좋겠", class: "past" }, "adjective", t.level, "statement")
      }.`;
    },
    english: [
      sentence(
        who.subject === I
          ? `I hope I can ${owned(bare(tail), I)}`
          : `I hope ${say(who.subject, tail, { tense: "present" })}`,
      ),
    ],
  };
}

/** -다고 생각해요, -다고 했어요, -ㄴ 줄 알았어요: I think, said, thought. */
function reported(random: Random): Draft | undefined {
  const kind = random.integer(4);
  const teller = random.choice([someone(random), I]);
  const subject = someone(random);
  if (teller.korean === subject.korean || teller.english === subject.english) return undefined;
  if (kind === 0) { // an opinion about a thing
    const adjective = random.choice(
      adjectives.traits.filter(({ before, english }) =>
        before.length === 0 && english.verb.base === "be"
      ),
    );
    if (subject.pronoun === "he" && /^(pretty|beautiful)$/.test(adjective.english.rest)) {
      return undefined;
    }
    const clause = {
      subject,
      marking: "이/가" as const,
      phrase: adjective,
      negation: "none" as const,
    };
    return {
      clauses: 2,
      korean: (t) => {
        const { front, stem } = koreanClause(clause, t);
        return `${words(front, `${stem.text}다고`)} ${
          close({ text: "생각하", class: "하" }, "verb", t.level, "statement")
        }.`;
      },
      english: [sentence(`I think ${say(subject, adjective.english, { tense: "present" })}`)],
    };
  }
  const phrase = phraseWith(random, "", "s");
  if (!suits(subject, phrase) || !suits(teller, phrase)) return undefined;
  const tail = (b: Being) =>
    englishTail({
      ...clauseOf(random, { subject: b, marking: null }, phrase, {
        company: undefined,
        place: undefined,
        time: undefined,
      }),
    });
  if (kind === 1) { // said he would: the teller's own
    if (teller === I || teller.person === "plural") return undefined;
    const was = random.chance(0.5);
    if (!was && (phrase.flags.has("i") || paceOf(phrase.frame) === "trifle")) return undefined;
    const own = byPronoun(teller);
    const time = random.chance(0.4)
      ? timeOf(random, phrase, was ? pastTimes : futureTimes)
      : undefined;
    const clause = clauseOf(random, { subject: teller, marking: "은/는" }, phrase, {
      company: undefined,
      place: undefined,
      time,
      timeFirst: false,
      objectFirst: false,
    });
    const said = { ...tail(teller), rest: words(tail(teller).rest, time?.english) };
    return {
      clauses: 2,
      korean: (t) => {
        const { front, stem } = koreanClause(clause, t);
        const reportedStem = was
          ? `${past(stem).text}다고`
          : `${beforeNoun(stem, "future", "verb")} 거라고`;
        return `${words(front, reportedStem)} ${
          close(
            past({ text: saysShort(phrase) ? "하" : "말하", class: "하" }),
            "verb",
            t.level,
            "statement",
          )
        }.`;
      },
      english: [
        sentence(`${teller.english} said ${say(own, said, { tense: was ? "past" : "would" })}`),
      ],
    };
  }
  if (kind === 2) { // thought
    const was = random.chance(0.6);
    if (paceOf(phrase.frame) === "trifle" || !was && phrase.flags.has("i")) return undefined;
    const clause = clauseOf(random, { subject, marking: "이/가" }, phrase, {
      company: undefined,
      place: undefined,
      objectFirst: false,
    });
    return {
      clauses: 2,
      korean: (t) => {
        const { front, stem } = koreanClause(clause, t);
        return `${words(front, beforeNoun(stem, was ? "past" : "future", "verb"))} 줄 ${
          close(past(regular("알")), "verb", t.level, "statement")
        }.`;
      },
      english: [
        sentence(
          `I thought ${say(subject, englishTail(clause), { tense: was ? "past" : "would" })}`,
        ),
      ],
    };
  }
  // asked me to: -아 달라고 했어요; told me to: -(으)라고 했어요
  const asked = phraseWith(random, "q", "s");
  if (teller.person === "plural" || /^break/.test(asked.frame.english)) return undefined;
  if (teller === I || !suits(I, asked) || !suits(teller, asked)) return undefined;
  const clause = clauseOf(random, { subject: teller, marking: "이/가" }, asked, {
    company: undefined,
    place: undefined,
    objectFirst: false,
  });
  return {
    clauses: 2,
    korean: (t) => {
      const { front } = koreanClause(clause, t);
      const plainStem = { ...asked.stem, text: asked.light + asked.stem.text };
      return `${words(front, `${connect.if(plainStem).replace(/면$/, "라고")}`)} ${
        close(past({ text: "하", class: "하" }), "verb", t.level, "statement")
      }.`;
    },
    english: [sentence(`${teller.english} told me to ${owned(bare(englishTail(clause)), I)}`)],
  };
}

function saysShort(phrase: Phrase): boolean {
  return phrase.stem.text.length % 2 === 0 || phrase.light !== "";
}

/** 아무것도 안 먹었어요, 뭐 좀 먹었어요, 아무 데도, 아무도. */
function nothing(random: Random): Draft | undefined {
  const kind = random.integer(7);
  const objects = verbs(`
X 먹다 | eat |
X 마시다 | drink |
X 사다 | buy |
X 하다 | do |
X 말~하다 | say |
X 보다 | see |
X 알다 | know | s
X 듣다 | hear |
X 배우다 | learn |
X 찾다 | find |
X 읽다 | read |
X 쓰다/regular | write |
`);
  const phrase = drawPhrase(random, random.choice(objects));
  const who = kind >= 5 ? { subject: I, marking: null } : anyone(random);
  const said = (korean: string): Phrase => ({
    ...phrase,
    before: [{ word: korean, particle: null }],
  });
  const state = phrase.flags.has("s");
  if (kind <= 1) {
    const tense = state ? "present" : "past";
    const clause = {
      ...clauseOf(random, who, said("아무것도"), { place: undefined, company: undefined }),
      negation: random.chance(0.7) || state ? "안" as const : "못" as const,
      time: !state && random.chance(0.3) ? timeOf(random, phrase, pastTimes) : undefined,
    };
    return {
      korean: (t) => `${spell(clause, t, "statement", state ? undefined : past)}.`,
      english: [
        sentence(
          say(who.subject, { ...phrase.english, rest: words("anything", clause.time?.english) }, {
            tense: clause.negation === "못" ? "could" : tense,
            negative: true,
          }),
        ),
      ],
    };
  }
  if (kind === 2) {
    const clause = clauseOf(random, who, said(random.choice(["뭔가", "뭔가를", "뭘 좀"])), {
      place: undefined,
      company: undefined,
      time: random.chance(0.3) ? timeOf(random, phrase, pastTimes) : undefined,
    });
    if (state) return undefined;
    return {
      korean: (t) => `${spell(clause, t, "statement", past)}.`,
      english: [
        sentence(
          say(who.subject, { ...phrase.english, rest: words("something", clause.time?.english) }, {
            tense: "past",
          }),
        ),
      ],
    };
  }
  if (kind === 3) { // nowhere
    const clause = clauseOf(random, who, {
      ...phrase,
      stem: regular("가"),
      light: "",
      before: [{ word: random.choice(["아무 데도", "아무 데도", "어디에도"]), particle: null }],
      english: englishPhrase("go anywhere"),
      flags: new Set(),
      places: [],
    }, {
      negation: random.chance(0.6) ? "안" : "못",
      time: random.chance(0.4) ? timeOf(random, phrase, pastTimes) : undefined,
    });
    return {
      korean: (t) => `${spell(clause, t, "statement", past)}.`,
      english: [
        sentence(
          say(who.subject, englishTail(clause), {
            tense: clause.negation === "못" ? "could" : "past",
            negative: true,
          }),
        ),
      ],
    };
  }
  if (kind === 4) { // nobody came, somebody came
    const act = phraseWith(random, "", "si");
    const none = random.chance(0.6);
    const subject: Being = {
      ...it,
      korean: none ? "아무" : "누군",
      english: none ? "nobody" : "someone",
      object: "",
      possessive: "their",
      pronoun: "they",
    };
    const clause = clauseOf(random, { subject, marking: none ? "도" : null }, act, {
      negation: none ? "안" : "none",
      company: undefined,
      objectFirst: false,
      time: random.chance(0.25) ? timeOf(random, act, pastTimes) : undefined,
      timeFirst: true,
    });
    return {
      korean: (t) => {
        const text = spell(clause, t, "statement", past);
        return none
          ? `${text}.`
          : `${
            clause.time === undefined
              ? `누가 ${text}`
              : text.replace(clause.time.korean, `${clause.time.korean} 누군가`)
          }.`.replace("누가 ", "누군가 ");
      },
      english: [sentence(say(subject, englishTail(clause), { tense: "past" }))],
    };
  }
  const wants = kind === 5;
  if (state || /^(찾|말|알)$/.test(phrase.light || phrase.stem.text)) return undefined;
  const clause = clauseOf(random, who, said(wants ? "뭐 좀" : "아무것도"), {
    place: undefined,
    company: undefined,
  });
  return {
    korean: (t) =>
      `${
        spell(clause, t, "statement", (s) =>
          wants ? endings.want(s) : regular(plainBase(endings.want(s), "지 않")))
      }.`,
    english: [
      sentence(
        say(
          I,
          englishPhrase(`want to ${bare(phrase.english)} ${wants ? "something" : "anything"}`),
          { tense: "present", negative: !wants },
        ),
      ),
    ],
  };
}

/** 젓가락으로 먹어요, 버스로 가요, 연필로 썼어요. */
function means(random: Random): Draft | undefined {
  const lines = [
    ["젓가락", "먹다", "eat", "with chopsticks"],
    ["숟가락", "먹다", "eat", "with a spoon"],
    ["포크", "먹다", "eat", "with a fork"],
    ["손", "먹다", "eat", "with {own} hands"],
    ["버스", "가다", "go", "by bus"],
    ["지하철", "가다", "go", "by subway"],
    ["기차", "가다", "go", "by train"],
    ["비행기", "가다", "go", "by plane"],
    ["차", "가다", "go", "by car"],
    ["자전거", "가다", "go", "by bike"],
    ["택시", "오다", "come", "by taxi"],
    ["버스", "오다", "come", "by bus"],
    ["연필", "쓰다/regular", "write", "with a pencil"],
    ["볼펜", "쓰다/regular", "write", "with a pen"],
    ["카드", "계산~하다", "pay", "by card"],
    ["현금", "계산~하다", "pay", "in cash"],
    ["한국어", "말~하다", "speak", "in Korean"],
    ["영어", "말~하다", "speak", "in English"],
    ["전화", "물어보다", "ask", "by phone"],
    ["이메일", "보내다", "send it", "by email"],
    ["가위", "자르다", "cut it", "with scissors"],
    ["칼", "자르다", "cut it", "with a knife"],
    ["휴대폰", "찍다", "take pictures", "with {own} phone"],
    ["컴퓨터", "일~하다", "work", "on the computer"],
  ] as const;
  const [tool, verb, english, by] = random.choice(lines);
  const frame = verbs(`X ${verb} | ${english} |`)[0];
  const move = /^(go|come)$/.test(english);
  const place = move
    ? random.choice(
      ["학교", "회사", "부산", "서울", "공항", "병원", "집", "제주도", "시장", "도서관"].map(
        placeNamed,
      ),
    )
    : undefined;
  if (
    place?.korean === "제주도" && !/비행기/.test(tool) ||
    tool === "비행기" && !/제주도|부산|서울/.test(place?.korean ?? "")
  ) return undefined;
  if (english === "come" && !/집|학교|회사/.test(place?.korean ?? "")) return undefined;
  const drawn = drawPhrase(random, frame);
  const phrase: Phrase = {
    ...drawn,
    before: [
      ...(place === undefined ? [] : [{ word: `${place.korean}에`, particle: null }]),
      { word: tool, particle: "으로/로" as const },
    ],
    english: englishPhrase(words(english, place?.to, by)),
  };
  const who = anyone(random);
  const kind = random.integer(5);
  const subject = kind === 3 ? you : who.subject;
  const clause = clauseOf(random, kind === 3 ? { subject: you, marking: null } : who, phrase, {
    company: undefined,
    objectFirst: false,
  });
  const tail = englishTail(clause);
  const forms = [
    () => ({
      k: (t: Tone) => `${spell(clause, t, "statement", past)}.`,
      e: sentence(say(subject, tail, { tense: "past" })),
    }),
    () => ({
      k: (t: Tone) => `${spell(clause, t, "future")}.`,
      e: sentence(say(subject, tail, { tense: "going to" })),
    }),
    () => ({
      k: (t: Tone) => `${spell(clause, t, "statement")}.`,
      e: sentence(say(subject, tail, { tense: "present" })),
    }),
    () => ({
      k: (t: Tone) =>
        `${spell(clause, t, "statement", endings.may)}?`.replace("됩니다?", "됩니까?"),
      e: sentence(say(I, tail, { tense: "can", question: true }), "?"),
    }),
    () => ({
      k: (t: Tone) => `${spell(clause, t, "statement", endings.mustSpoken)}.`,
      e: sentence(
        owned(say(subject, englishPhrase(`have to ${bare(tail)}`), { tense: "present" }), subject),
      ),
    }),
  ];
  const { k, e } = forms[kind]();
  return { korean: k, english: [e] };
}

/** What is talked, read and asked about, and which of these. */
const topics: readonly (readonly [string, string, RegExp])[] = [
  ...of("watching", "the", /talk|think|ask|hear|write/),
  ...of("event", "the", /talk|think|ask|hear/),
  ...of("animal", "s", /read|learn|know|talk/),
  ...of("exam", "the", /talk|think|ask/),
  ...of("hobby", "s", /talk|read|write|know/).filter(([k]) => !/ /.test(k)),
  ...of("talk", "the", /talk|think|ask|hear|know/).filter(([k]) => /계획|문제|결과|소식/.test(k)),
  ...[["방학", "the vacation"], ["수업", "the class"], ["문법", "grammar"], [
    "발음",
    "pronunciation",
  ]].map(([k, e]) => [k, e, /talk|ask/] as const),
  ...[
    ["한국", "Korea"],
    ["건강", "health"],
    ["한국 문화", "Korean culture"],
    ["한국 역사", "Korean history"],
    ["환경", "the environment"],
    ["경제", "the economy"],
    ["한국 음식", "Korean food"],
  ].map(([k, e]) => [k, e, /talk|write|read|learn|know|hear/] as const),
  ...[
    ["돈", "money"],
    ["사랑", "love"],
    ["인생", "life"],
    ["미래", "the future"],
    ["꿈", "{own} dreams"],
    ["가족", "{own} family"],
    ["회사", "the company"],
    ["날씨", "the weather"],
    ["그 사람", "that person"],
    ["그 문제", "that problem"],
  ].map(([k, e]) => [k, e, /talk|think/] as const),
  ...[["그 사람", "that person"], ["그 문제", "that problem"], ["회사", "the company"]].map((
    [k, e],
  ) => [k, e, /ask|hear|know/] as const),
];

function of(kind: NounKind, determiner: Determiner, verbsOf: RegExp) {
  return nounKinds[kind].filter(({ number }) => number !== "fixed").map((noun: Noun) =>
    [noun.korean, determined(noun, determiner), verbsOf] as const
  );
}

const acts = [
  ["이야기~하다", "talk about"],
  ["생각~하다", "think about"],
  ["쓰다/regular", "write about"],
  ["읽다", "read about"],
  ["물어보다", "ask about"],
  ["배우다", "learn about"],
  ["듣다", "hear about"],
  ["알고 싶다", "want to know about"],
] as const;

/** 한국 역사에 대해 배웠어요, 여행에 대해 이야기했어요. */
function about(random: Random): Draft | undefined {
  const [k, e, verbsOf] = random.choice(topics);
  const [verb, english] = random.choice(acts.filter((act) => verbsOf.test(act[1])));
  const [frame] = verbs(`X ${verb.replace("알고 싶다", "알다")} | ${english} |`);
  const phrase: Phrase = {
    ...drawPhrase(random, frame),
    before: [{ word: `${k}에`, particle: null }, {
      word: random.choice(["대해", "대해서"]),
      particle: null,
    }],
    english: englishPhrase(`${english} ${e}`),
  };
  const who = anyone(random);
  const wants = verb === "알고 싶다";
  if (wants) {
    const inquiry = clauseOf(random, { subject: I, marking: null }, phrase, { company: undefined });
    return {
      korean: (t) => `${spell(inquiry, t, "statement", endings.want)}.`,
      english: [sentence(say(I, phrase.english, { tense: "present" }))],
    };
  }
  const clause = clauseOf(random, who, phrase, {
    company: undefined,
    time: random.chance(0.3) && /talk|think|ask|hear/.test(english)
      ? random.choice(
        pastTimes.filter(({ korean }) => /^(아까|어제|방금|오늘|어젯밤에)$/.test(korean)),
      )
      : undefined,
  });
  return {
    korean: (t) => `${spell(clause, t, "statement", past)}.`,
    english: [sentence(say(who.subject, englishTail(clause), { tense: "past" }))],
  };
}

/** 비 때문에 못 갔어요. */
function becauseOf(random: Random): Draft | undefined {
  const reasons = [
    ["비", "the rain", /go out|trip|soccer|exercise|leave|early|late/],
    ["눈", "the snow", /go out|trip|go home|leave|early|late/],
    ["바람", "the wind", /soccer|go out|leave|exercise/],
    ["날씨", "the weather", /trip|soccer|go out|leave/],
    ["감기", "a cold", /school|party|exercise|trip|sleep|go out/],
    ["시험", "the exam", /party|trip|friend|sleep|go out|exercise/],
    ["숙제", "homework", /party|friend|sleep|go out/],
    ["일", "work", /party|trip|friend|dinner|go home|sleep|exercise|late/],
    ["회의", "the meeting", /go home|dinner|friend|early|late/],
    ["돈", "money", /trip/],
    ["아이", "{own} child", /sleep|go out|trip|friend|late/],
    ["교통사고", "a car accident", /early|leave|late|school/],
    ["소음", "the noise", /sleep|study/],
    ["다이어트", "{own} diet", /dinner/],
    ["스트레스", "stress", /sleep|study/],
    ["출장", "a business trip", /party|friend|exercise/],
    ["면접", "an interview", /party|friend|sleep|school/],
  ] as const;
  const [k, e, prevented] = random.choice(reasons);
  const effects = verbs(`
집에 가다 | go home | 
학교에 가다 | go to school |
잠을 자다 | sleep |
파티에 가다 | go to the party |
저녁을 먹다 | eat dinner |
운동~하다 | exercise |
나가다 | go out |
여행을 가다 | go on a trip |
친구를 만나다 | meet {own} friend |
공부~하다 | study |
일찍 오다 | come early |
출발~하다 | leave |
축구를 하다 | play soccer |
`);
  const phrase = drawPhrase(random, random.choice(effects));
  const late = random.chance(0.25);
  const who = anyone(random);
  if (!prevented.test(late ? "late" : bare(phrase.english))) return undefined;
  const shown = late ? drawPhrase(random, verbs("늦다 | be late |")[0]) : phrase;
  const clause = clauseOf(random, who, shown, {
    negation: late ? "none" : "못",
    place: undefined,
    company: undefined,
    objectFirst: false,
    timeFirst: false,
  });
  return {
    korean: (t) => {
      const { front, stem } = koreanClause({ ...clause, marking: null }, t);
      const topic = who.marking === null ? "" : withParticle(
        t.level !== "plain" && who.subject.polite ? who.subject.polite : who.subject.korean,
        who.marking === "이/가" ? "이/가" : "은/는",
      );
      return `${
        words(topic, `${k} 때문에`, front, close(past(stem), "verb", t.level, "statement"))
      }.`;
    },
    english: [
      sentence(
        owned(
          `${
            say(who.subject, shown.english, { tense: late ? "past" : "could", negative: !late })
          } because of ${e}`,
          who.subject,
        ),
      ),
    ],
  };
}

/** 문이 열렸어요, 전화가 왔어요, 소리가 들려요: what happens to things. */
function happening(random: Random): Draft | undefined {
  const lines = [
    "문이 열리다 | the door | open | p",
    "문이 닫히다 | the door | close | p",
    "전화가 오다 | I | get a phone call | pf",
    "편지가 오다 | a letter | come | pf",
    "택배가 오다 | a package | come | pf",
    "소리가 들리다 | I | hear a sound | s",
    "음악이 들리다 | I | hear music | s",
    "바다가 보이다 | I | can see the ocean | S",
    "산이 보이다 | I | can see the mountain | S",
    "글씨가 안 보이다 | I | can't see the letters | S",
    "기차가 출발하다 | the train | leave | pf",
    "버스가 오다 | the bus | come | pgf",
    "비행기가 도착하다 | the plane | arrive | pf",
    "수업이 끝나다 | class | end | pf",
    "수업이 시작되다 | class | start | pf",
    "영화가 시작되다 | the movie | start | pf",
    "회의가 끝나다 | the meeting | end | pf",
    "감기가 낫다 | my cold | get better | p",
    "기분이 좋아지다 | I | feel better | p",
    "키가 크다 | I | be tall | x",
    "눈물이 나다 | I | cry | p",
    "기억이 나다 | I | remember | s",
    "기억이 안 나다 | I | not remember | s",
    "생각이 나다 | I | remember | p",
    "이해가 되다 | I | understand | s",
    "걱정이 되다 | I | be worried | s",
    "잠이 오다 | I | be sleepy | s",
    "잠이 안 오다 | I | can't sleep | S",
    "냄새가 나다 | it | smell | s",
    "좋은 냄새가 나다 | it | smell good | s",
    "컴퓨터가 고장 나다 | the computer | break down | p",
    "차가 막히다 | the traffic | be bad | s",
    "물이 끓다 | the water | boil | pg",
    "꽃이 피다 | the flowers | bloom | pgf",
    "불이 꺼지다 | the light | go out | p",
    "불이 켜지다 | the light | come on | p",
    "가격이 오르다 | the price | go up | pf",
    "가격이 내리다 | the price | go down | pf",
    "비가 그치다 | the rain | stop | p",
    "아기가 울다 | the baby | cry | pg",
    "아기가 자다 | the baby | sleep | pg",
    "고양이가 자다 | the cat | sleep | pg",
    "개가 짖다 | the dog | bark | pg",
    "새가 울다 | the birds | sing | pg",
    "시간이 빨리 가다 | time | go by fast | ps",
    "배터리가 없다 | the battery | be dead | s",
    "옷이 젖다 | my clothes | get wet | p",
    "컵이 깨지다 | the cup | break | p",
    "접시가 깨지다 | the plate | break | p",
    "이가 빠지다 | my tooth | come out | p",
    "길이 미끄럽다 | the road | be slippery | sA",
    "배가 고프다 | I | be hungry | sA",
    "마음에 들다 | I | like it | s",
    "이 색이 마음에 들다 | I | like this color | s",
    "이 집이 마음에 들다 | I | like this house | s",
    "이 옷이 마음에 안 들다 | I | not like these clothes | s",
    "시간이 많이 걸리다 | it | take a lot of time | sf",
    "인기가 많다 | it | be popular | sA",
    "사고가 나다 | there | be an accident | p",
    "불이 나다 | there | be a fire | p",
    "문제가 생기다 | there | be a problem | p",
    "일이 생기다 | something | come up | p",
    "약속이 생기다 | something | come up | p",
    "도움이 되다 | it | be helpful | s",
    "공부가 잘되다 | studying | go well | s",
    "일이 잘되다 | work | go well | sp",
    "숙제가 끝나다 | my homework | be done | p",
    "휴대폰이 울리다 | the phone | ring | pg",
    "알람이 울리다 | the alarm | ring | pg",
    "옷이 잘 어울리다 | the clothes | look good on you | s",
    "신발이 안 맞다 | the shoes | not fit | s",
    "옷이 맞다 | the clothes | fit | s",
    "여름이 오다 | summer | come | pgf",
    "봄이 오다 | spring | come | pgf",
    "겨울이 오다 | winter | come | pgf",
    "해가 뜨다 | the sun | rise | pg",
    "해가 지다 | the sun | set | pg",
    "달이 뜨다 | the moon | rise | pg",
    "나뭇잎이 떨어지다 | the leaves | fall | pg",
    "머리가 길다 | my hair | be long | sA",
    "머리가 빠지다 | my hair | fall out | p",
    "목소리가 크다 | your voice | be loud | sA",
    "발음이 좋다 | your pronunciation | be good | sA",
    "인터넷이 안 되다 | the internet | not work | s",
    "전화가 안 되다 | the phone | not work | s",
    "카드가 안 되다 | the card | not work | s",
    "자리가 없다 | there | be no seats | sP",
    "표가 없다 | there | be no tickets | sP",
    "물이 나오지 않다 | there | be no water | s",
    "뉴스에 나오다 | it | be on the news | p",
    "텔레비전에 나오다 | it | be on TV | p",
    "소문이 나다 | rumors | spread | p",
    "상처가 나다 | I | get a cut | p",
    "땀이 나다 | I | sweat | s",
    "힘이 나다 | I | feel better | p",
    "힘이 없다 | I | have no energy | sA",
    "살이 빠지다 | I | lose weight | p",
    "돈이 들다 | it | cost money | s",
    "돈이 많이 들다 | it | cost a lot of money | s",
    "비밀이 있다 | I | have a secret | s",
    "말이 되다 | it | make sense | s",
    "말이 안 되다 | it | not make sense | s",
    "상태가 나쁘다 | it | be in bad condition | sA",
  ];
  const [korean, subject, english, flags] = random.choice(lines).split(" | ");
  if (flags === "x") return undefined;
  const [frame] = verbs(
    `${korean} | ${english.replace(/^(not|can't|can) /, "")} | ${flags.includes("A") ? "A" : ""}`,
  );
  const phrase = drawPhrase(random, frame);
  const plural =
    /^(the flowers|the birds|the leaves|my clothes|the clothes|the shoes|rumors|studying0)$/.test(
      subject,
    ) || flags.includes("P");
  const being: Being = subject === "I"
    ? I
    : { ...it, english: subject, person: plural ? "plural" : "third" };
  const modal = /^can'?t? /.exec(english)?.[0];
  const negative = /^(not|can't) /.test(english);
  const choices = [
    ...(flags.includes("p") ? ["past", "past", "because"] : []),
    ...(/[sS]/.test(flags) ? ["present", "present", "past", "question"] : []),
    ...(flags.includes("g") ? ["progressive"] : []),
    ...(flags.includes("f") ? ["future"] : []),
  ] as const;
  const choice = random.choice(choices);
  const clause = { subject: being, marking: null, phrase, negation: "none" as const };
  const turn = choice === "past" || choice === "because" ? past : undefined;
  const time = choice === "past" && random.chance(0.35) && subject !== "there" &&
      flags.includes("p")
    ? timeOf(random, phrase, pastTimes.slice(0, 9))
    : undefined;
  const tense = modal !== undefined
    ? choice === "past" ? "could" as const : "can" as const
    : choice === "because"
    ? "past" as const
    : choice === "question"
    ? "present" as const
    : choice === "future"
    ? "going to" as const
    : choice as "past" | "present" | "progressive";
  const asks = choice === "question" || choice === "because" && random.chance(0.4);
  const tail = { ...phrase.english, rest: words(phrase.english.rest, time?.english) };
  const asked = asks && being === I ? you : being;
  return {
    korean: (t) => {
      const ending = choice === "future"
        ? asks ? "future question" as const : "future" as const
        : asks
        ? "question" as const
        : "statement" as const;
      return `${words(time?.korean, spell(clause, t, ending, turn))}${asks ? "?" : "."}`;
    },
    english: [
      sentence(
        say(
          asks && /^(my|your) /.test(asked.english)
            ? { ...asked, english: asked.english.replace("my", "your") }
            : asked,
          tail,
          { tense, negative, question: asks },
        ),
        asks ? "?" : ".",
      ),
    ],
  };
}

/** 혼자 사는 동안, 어렸을 때, 한국에 있을 때: when. */
function whenPast(random: Random): Draft | undefined {
  const times = [
    ["어렸을 때", "when {I} {was} young", "as a child"],
    ["학교에 다닐 때", "when {I} {was} in school", "as a child"],
    ["한국에 있을 때", "when {I} {was} in Korea", "as a child"],
    ["대학교에 다닐 때", "when {I} {was} in college", "as a child"],
    ["시간이 있을 때", "when {I} {has} time", "at leisure"],
    ["여행할 때", "when {I} {travels}", "on the way"],
    ["비가 올 때", "when it rains", "in the rain"],
  ] as const;
  const [k, e, talk] = random.choice(times);
  const was = /\{was\}/.test(e);
  const phrase = generally(phraseWith(random, was ? "" : "f", "si"));
  const who = anyone(random, 0.3);
  if (!suits(who.subject, phrase) || !isSaid(talk, phrase)) return undefined;
  const { subject } = who;
  const several = subject.pronoun === "they" || subject.person === "plural";
  const third = subject.person === "third" && !several;
  const english = e.replace("{I}", subject.pronoun).replace(
    "{was}",
    several ? "were" : "was",
  )
    .replace("{am}", subject.person === "first" ? "am" : third ? "is" : "are").replace(
      "{has}",
      third ? "has" : "have",
    )
    .replace("{travels}", third ? "travels" : "travel").replace("{eats}", third ? "eats" : "eat")
    .replace("I am", "I'm").replace("he is", "he's").replace("she's is", "she's").replace(
      "they are",
      "they're",
    ).replace("we are", "we're");
  const often = was
    ? random.choice([["", ""], ["자주", "often"], ["많이", ""]] as const)
    : ["", ""] as const;
  const clause = clauseOf(
    random,
    { ...who, marking: who.marking === null ? null : "은/는" },
    phrase,
    {
      place: undefined,
      company: undefined,
      objectFirst: false,
      time: { korean: k, english },
      timeFirst: true,
      adverb: often[1] === "" ? undefined : { korean: often[0], english: often[1] },
    },
  );
  return {
    clauses: 2,
    korean: (t) => `${spell(clause, t, "statement", was ? past : undefined)}.`,
    english: [sentence(say(subject, englishTail(clause), { tense: was ? "past" : "present" }))],
  };
}

/** 여덟 시까지 오세요; 내일까지 끝내야 돼요; 아침부터 일했어요. */
function until(random: Random): Draft | undefined {
  const points = [
    ["내일", "tomorrow"],
    ["금요일", "Friday"],
    ["다음 주", "next week"],
    ["여섯 시", "6 o'clock"],
    ["아홉 시", "9 o'clock"],
    ["3시", "3 o'clock"],
    ["8시", "8 o'clock"],
    ["오늘 저녁", "this evening"],
    ["월요일", "Monday"],
    ["주말", "the weekend"],
    ["12시", "12 o'clock"],
    ["오늘 밤", "tonight"],
  ] as const;
  const [k, e] = random.choice(points);
  const kind = random.integer(4);
  if (kind <= 1) {
    const phrase = phraseWith(random, "m", "sir");
    if (
      isMisdeed(phrase) || phrase.frame.english.includes("[event") ||
      /off|camping|picnic|trip|hiking|abroad/.test(phrase.english.rest) ||
      !/^(finish|come (home|back)|send|write|arrive|call \[person:object\]$|check|pay|return|prepare|do|pack|decide|save)/
        .test(phrase.frame.english) ||
      /^arrive/.test(phrase.frame.english) &&
        !/역|공항|회사|학교|사무실|집|병원|호텔/.test(phrase.before[0].word)
    ) return undefined;
    const clause = clauseOf(random, { subject: I, marking: null }, phrase, {
      place: undefined,
      company: undefined,
    });
    const tail = { ...englishTail(clause), rest: words(englishTail(clause).rest, `by ${e}`) };
    return {
      korean: (t) =>
        `${k}까지 ${
          kind === 0 ? spell(clause, t, "statement", endings.mustSpoken) : spell(clause, t, "ㄹ게")
        }.`,
      english: [
        kind === 0
          ? sentence(say(I, englishPhrase(`have to ${owned(bare(tail), I)}`), { tense: "present" }))
          : sentence(say(I, tail, { tense: "future" })),
      ],
    };
  }
  const phrase = phraseWith(random, "f", "sim");
  if (
    !/work|study|wait|play|sleep|exercise|practice|watch|read|talk|clean/.test(
      phrase.english.verb.base,
    )
  ) return undefined;
  const who = anyone(random);
  const [start, english] = random.choice(
    [
      ["아침부터 ", "since this morning"],
      ["어제부터 ", "since yesterday"],
      ["두 시부터 ", "from 2 o'clock"],
      ["아침부터 저녁까지 ", "from morning to evening"],
      ["밤늦게까지 ", "until late at night"],
      ["새벽까지 ", "until dawn"],
      ["열두 시까지 ", "until 12 o'clock"],
    ] as const,
  );
  const clause = clauseOf(random, who, phrase, {
    place: undefined,
    company: undefined,
    objectFirst: false,
  });
  const since = english.startsWith("since");
  if (
    english === "since yesterday" &&
    !/work|study|practice|read|clean/.test(phrase.english.verb.base)
  ) {
    return undefined;
  }
  return {
    korean: (t) => {
      const { front, stem } = koreanClause({ ...clause, marking: null }, t);
      const topic = who.marking === null ? "" : `${
        withParticle(
          t.level !== "plain" && who.subject.polite ? who.subject.polite : who.subject.korean,
          "은/는",
        )
      } `;
      const last = since
        ? close(endings.ongoing(stem), "verb", t.level, "statement")
        : close(past(stem), "verb", t.level, "statement");
      return `${topic}${start}${words(front, last)}.`;
    },
    english: [
      sentence(
        since
          ? say(
            who.subject,
            englishPhrase(words("be", owned(gerund(englishTail(clause)), who.subject), english)),
            { tense: "perfect" },
          )
          : say(who.subject, {
            ...englishTail(clause),
            rest: words(englishTail(clause).rest, english),
          }, { tense: "past" }),
      ),
    ],
  };
}

/** 뭐가 더 좋아요?, 커피하고 차 중에서: choices. */
function choices(random: Random): Draft | undefined {
  const kind = random.choice(
    ["drink", "meal", "fruit", "season", "animal", "sport", "color", "snack"] as const,
  );
  const list = nounKinds[kind].filter(({ number }) => number !== "fixed");
  const a = random.choice<Noun>(list);
  const b = random.choice<Noun>(list);
  const general = /^(fruit|Korean food|spicy food|games|meat|snack|a soft drink)$/;
  if (a === b || general.test(a.english) || general.test(b.english)) return undefined;
  const form = random.integer(5);
  const s = (n: Noun) => determined(n, "s");
  switch (form) {
    case 0:
      return {
        korean: (t) =>
          `${withParticle(a.korean, "와/과")} ${b.korean} 중에서 뭐가 더 ${
            close(regular("좋"), "adjective", t.level, "question")
          }?`,
        english: [sentence(`which do you like better, ${s(a)} or ${s(b)}`, "?")],
      };
    case 1:
      if (!/drink|meal|snack|fruit/.test(kind)) return undefined;
      return {
        levels: spoken,
        korean: (t) =>
          `${a.korean} ${kind === "drink" ? "마실래" : "먹을래"}${
            t.level === "plain" ? "" : "요"
          }, ${b.korean} ${kind === "drink" ? "마실래" : "먹을래"}${
            t.level === "plain" ? "" : "요"
          }?`,
        english: [sentence(`do you want ${determined(a, "a")} or ${determined(b, "a")}`, "?")],
      };
    case 2:
      return {
        korean: (t) =>
          `${a.korean}도 ${b.korean}도 다 ${
            close({ text: "좋아하", class: "하" }, "verb", t.level, "statement")
          }.`,
        english: [sentence(`I like both ${s(a)} and ${s(b)}`)],
      };
    case 3:
      if (!/drink|meal|snack|fruit/.test(kind)) return undefined;
      return {
        korean: (t) =>
          `${a.korean}${
            /[가-힣]/.test(a.korean)
              ? withParticle(a.korean, "이/가").endsWith("이") ? "이나" : "나"
              : ""
          } ${withParticle(b.korean, "을/를")} ${
            close(
              endings.want(regular(kind === "drink" ? "마시" : "먹")),
              "verb",
              t.level,
              "statement",
            )
          }.`,
        english: [
          sentence(
            `I want to ${kind === "drink" ? "drink" : "eat"} ${determined(a, "a")} or ${
              determined(b, "a")
            }`,
          ),
        ],
      };
    default:
      return {
        korean: (t) =>
          `${withParticle(a.korean, "은/는")} 좋아하지만 ${withParticle(b.korean, "은/는")} 안 ${
            close({ text: "좋아하", class: "하" }, "verb", t.level, "statement")
          }.`,
        english: [sentence(`I like ${s(a)}, but I don't like ${s(b)}`)],
      };
  }
}

/** 중국어를 배운 다음에… -고 나서; 책을 읽는 동안; 늦지 않게. 우리 집에 놀러 오세요. */
function like(random: Random): Draft | undefined {
  const kind = random.integer(3);
  if (kind === 0) { // N 좋아요/싫어요/필요해요
    const group = random.choice(["meal", "drink", "animal", "season", "color", "hobby"] as const);
    const noun = random.choice<Noun>(nounKinds[group].filter(({ number }) => number !== "fixed"));
    const hates = random.chance(0.35);
    const degree = random.chance(0.4)
      ? random.choice([["정말", "really "], ["제일", ""], ["너무", "really "]] as const)
      : undefined;
    if (hates && degree?.[0] === "제일") return undefined;
    const best = degree?.[0] === "제일";
    return {
      korean: (t) =>
        `${t.level === "plain" ? "나는" : "저는"} ${withParticle(noun.korean, "이/가")} ${
          degree === undefined ? "" : `${degree[0]} `
        }${close(regular(hates ? "싫" : "좋"), "adjective", t.level, "statement")}.`,
      english: [
        sentence(
          `I ${degree?.[1] ?? ""}${hates ? "hate" : "like"} ${determined(noun, "s")}${
            best ? " the most" : ""
          }`,
        ),
      ],
    };
  }
  if (kind === 1) { // look: 피곤해 보여요
    const subject = random.choice([you, peer(random), peer(random)]);
    const feeling = random.choice(
      adjectives.feelings.filter(({ before, english }) =>
        before.length === 0 &&
        /tired|sleepy|bored|lonely|sad|happy|busy|sick|depressed|anxious|embarrassed|exhausted|comfortable|uncomfortable/
          .test(english.rest)
      ),
    );
    return {
      korean: (t) =>
        `${subject === you ? "" : `${withParticle(subject.korean, "이/가")} `}${
          close(
            regular(`${endings.try(feeling.stem).text.replace(/ 보$/, "")} 보이`),
            "verb",
            t.level,
            "statement",
          )
        }.`,
      english: [
        sentence(say(subject, englishPhrase(`look ${feeling.english.rest}`), { tense: "present" })),
      ],
    };
  }
  const subject = random.choice([I, peer(random), we]);
  const whom = someone(random);
  if (!saysKin(subject, whom.korean)) return undefined;
  if (subject.english === whom.english) return undefined;
  const alike = random.chance(0.5);
  return {
    korean: (t) =>
      `${
        withParticle(
          t.level !== "plain" && subject.polite ? subject.polite : subject.korean,
          "은/는",
        )
      } ${withParticle(whom.korean, "와/과")} ${
        close(
          alike ? past(regular("닮")) : { text: "친하", class: "하" },
          "adjective",
          t.level,
          "statement",
        )
      }.`,
    english: [
      sentence(
        alike
          ? say(subject, englishPhrase(`look like ${asObject(whom)}`), { tense: "present" })
          : say(subject, englishPhrase(`be close to ${asObject(whom)}`), { tense: "present" }),
      ),
    ],
  };
}

export const opinions: readonly Weighted[] = [
  { name: "should", weight: 4, draw: should },
  { name: "hope", weight: 2, draw: hope },
  { name: "reported", weight: 3.5, draw: reported },
  { name: "something and nothing", weight: 3, draw: nothing },
  { name: "means", weight: 2, draw: means },
  { name: "about", weight: 2, draw: about },
  { name: "because of", weight: 1.5, draw: becauseOf },
  { name: "happening", weight: 5, draw: happening },
  { name: "when it was", weight: 2, draw: whenPast },
  { name: "until", weight: 2, draw: until },
  { name: "choices", weight: 2.5, draw: choices },
  { name: "likes and looks", weight: 2, draw: like },
];
