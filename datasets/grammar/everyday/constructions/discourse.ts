/**
 * Two sentences: a question with its answer, news with what follows from it.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { past } from "../../conjugation.ts";
import { type Clause, englishTail, type Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import { clauseOf, isInvoluntary, isMisdeed, phraseWith, someone, suits, timeOf } from "../draw.ts";
import { bare, say, sentence } from "../english.ts";
import { nounKinds } from "../lexicon/nouns.ts";
import { byPronoun, I, names, you } from "../lexicon/people.ts";
import { drawContrast, drawSteps } from "../lexicon/scenes.ts";
import { isSaid } from "../lexicon/sense.ts";
import { futureTimes, pastTimes } from "../lexicon/times.ts";
import { generally } from "../phrase.ts";
import { descriptions } from "./descriptions.ts";
import { modality } from "./modality.ts";
import { questions } from "./questions.ts";
import { spell, statements } from "./statements.ts";

/** 네, 먹었어요; 아니요, 안 먹었어요. */
function answer(random: Random): Draft | undefined {
  const yes = random.chance(0.5);
  const kind = random.integer(4);
  const [flags, without] = ([["", "s"], ["", "si"], ["s", "q"], ["f", "s"]] as const)[kind];
  const phrase = phraseWith(random, flags, without);
  // 나를 and 너를 change places between question and answer.
  const mutual = phrase.fillers.some((filler) =>
    "pronoun" in filler && /^(I|you|we)$/.test(filler.pronoun)
  );
  if (/^(love|hug)/.test(phrase.frame.english)) return undefined;
  if (mutual || !suits(I, phrase) || kind === 1 && isMisdeed(phrase)) return undefined;
  if (kind === 3 && (isInvoluntary(phrase) || !isSaid("asked whether always", phrase))) {
    return undefined;
  }
  const tense = (["past", "going to", "present", "present"] as const)[kind];
  const time = kind === 0 && random.chance(0.3)
    ? timeOf(random, phrase, pastTimes)
    : kind === 1 && random.chance(0.4)
    ? timeOf(random, phrase, futureTimes)
    : undefined;
  const shown = kind === 3 ? generally(phrase) : phrase;
  const clause = clauseOf(random, { subject: I, marking: null }, shown, {
    place: undefined,
    company: undefined,
    time,
    negation: yes ? "none" : "안",
  });
  const whole = random.chance(0.6);
  const asked: Clause = { ...clause, subject: you, negation: "none" };
  const ending = kind === 1 ? "future" as const : "statement" as const;
  const question = kind === 1 ? "future question" as const : "question" as const;
  const turn = kind === 0 ? past : undefined;
  const word = (tone: Tone) => tone.level === "plain" ? yes ? "응" : "아니" : yes ? "네" : "아니요";
  const replyClause: Clause = { ...clause, time: whole ? undefined : time };
  const reply = (tone: Tone) => `${word(tone)}, ${spell(replyClause, tone, ending, turn)}.`;
  const replied = `${yes ? "Yes" : "No"}, ${
    say(I, englishTail(replyClause), { tense, negative: !yes })
  }.`;
  const short = `${yes ? "Yes" : "No"}, ${
    kind === 0
      ? yes ? "I did" : "I didn't"
      : kind === 1
      ? yes ? "I am" : "I'm not"
      : phrase.english.verb.base === "be"
      ? yes ? "I am" : "I'm not"
      : yes
      ? "I do"
      : "I don't"
  }.`;
  if (!whole) return { korean: reply, english: [replied] };
  const q = sentence(say(you, englishTail(asked), { tense, question: true }), "?");
  return {
    clauses: 2,
    korean: (tone) => `${spell(asked, tone, question, turn)}? ${reply(tone)}`,
    english: [`${q} ${replied}`, `${q} ${short}`],
  };
}

/** A short sentence of any of the kinds, and another that may follow. */
function follows(random: Random): Draft | undefined {
  const openers = [
    ["배고파", "배고파요", "배고픕니다", "I'm hungry.", ["eat"]],
    ["피곤해", "피곤해요", "피곤합니다", "I'm tired.", ["rest"]],
    ["심심해", "심심해요", "심심합니다", "I'm bored.", ["fun"]],
    ["날씨가 좋네", "날씨가 좋네요", "날씨가 좋습니다", "The weather is nice.", ["out"]],
    ["비가 와", "비가 와요", "비가 옵니다", "It's raining.", ["home"]],
    ["추워", "추워요", "춥습니다", "It's cold.", ["warm"]],
    ["더워", "더워요", "덥습니다", "It's hot.", ["cool"]],
    ["오늘은 바빠", "오늘은 바빠요", "오늘은 바쁩니다", "I'm busy today.", ["no"]],
    ["내일 시험이 있어", "내일 시험이 있어요", "내일 시험이 있습니다", "I have an exam tomorrow.", [
      "study",
    ]],
    ["시간이 없어", "시간이 없어요", "시간이 없습니다", "I don't have time.", ["hurry"]],
    ["늦었어", "늦었어요", "늦었습니다", "I'm late.", ["hurry"]],
    ["머리가 아파", "머리가 아파요", "머리가 아픕니다", "My head hurts.", ["sick"]],
    ["감기에 걸렸어", "감기에 걸렸어요", "감기에 걸렸습니다", "I caught a cold.", ["sick"]],
    ["주말이야", "주말이에요", "주말입니다", "It's the weekend.", ["fun", "out"]],
    ["이거 맛있어", "이거 맛있어요", "이거 맛있습니다", "This is delicious.", ["more"]],
    [
      "오늘은 유나 생일이야",
      "오늘은 유나 생일이에요",
      "오늘은 유나 생일입니다",
      "It's Yuna's birthday today.",
      ["gift"],
    ],
    ["너무 비싸", "너무 비싸요", "너무 비쌉니다", "It's too expensive.", ["shop"]],
    ["방이 더러워", "방이 더러워요", "방이 더럽습니다", "The room is dirty.", ["clean"]],
  ] as const;
  const next: Readonly<Record<string, readonly (readonly [string, string, string, string])[]>> = {
    eat: [
      ["밥 먹자", "밥 먹어요", "밥 먹읍시다", "Let's eat."],
      ["뭐 먹을까?", "뭐 먹을까요?", "", "What shall we eat?"],
      ["라면 먹고 싶어", "라면 먹고 싶어요", "라면을 먹고 싶습니다", "I want to eat ramen."],
      ["피자 시킬까?", "피자 시킬까요?", "", "Shall we order pizza?"],
      [
        "아직 점심을 안 먹었어",
        "아직 점심을 안 먹었어요",
        "아직 점심을 안 먹었습니다",
        "I haven't had lunch yet.",
      ],
    ],
    rest: [
      ["집에 가고 싶어", "집에 가고 싶어요", "집에 가고 싶습니다", "I want to go home."],
      ["좀 쉬자", "좀 쉬어요", "좀 쉽시다", "Let's rest a little."],
      ["일찍 잘래", "일찍 잘래요", "", "I'm going to bed early."],
      [
        "어제 잠을 못 잤어",
        "어제 잠을 못 잤어요",
        "어제 잠을 못 잤습니다",
        "I couldn't sleep yesterday.",
      ],
      ["커피 마실래?", "커피 마실래요?", "", "Do you want some coffee?"],
    ],
    fun: [
      ["영화 볼까?", "영화 볼까요?", "", "Shall we watch a movie?"],
      ["뭐 할까?", "뭐 할까요?", "", "What shall we do?"],
      ["게임 하자", "게임 해요", "", "Let's play games."],
      [
        "친구를 만나고 싶어",
        "친구를 만나고 싶어요",
        "친구를 만나고 싶습니다",
        "I want to meet my friend.",
      ],
      ["같이 놀자", "같이 놀아요", "", "Let's hang out."],
    ],
    out: [
      ["산책하자", "산책해요", "산책합시다", "Let's take a walk."],
      ["공원에 갈까?", "공원에 갈까요?", "", "Shall we go to the park?"],
      ["밖에 나가자", "밖에 나가요", "밖에 나갑시다", "Let's go outside."],
      ["등산 갈래?", "등산 갈래요?", "", "Do you want to go hiking?"],
      ["사진 찍자", "사진 찍어요", "", "Let's take pictures."],
    ],
    home: [
      ["우산 있어?", "우산 있어요?", "우산 있습니까?", "Do you have an umbrella?"],
      ["집에 있자", "집에 있어요", "", "Let's stay home."],
      ["우산이 없어", "우산이 없어요", "우산이 없습니다", "I don't have an umbrella."],
      ["택시를 타자", "택시를 타요", "택시를 탑시다", "Let's take a taxi."],
      ["우산을 가져가", "우산을 가져가세요", "우산을 가져가십시오", "Take an umbrella."],
    ],
    warm: [
      ["창문을 닫아 줘", "창문을 닫아 주세요", "창문을 닫아 주십시오", "Please close the window."],
      ["코트를 입어", "코트를 입으세요", "코트를 입으십시오", "Wear a coat."],
      ["따뜻한 차를 마시자", "따뜻한 차를 마셔요", "", "Let's drink hot tea."],
      ["히터를 켤까?", "히터를 켤까요?", "", "Should I turn on the heater?"],
    ],
    cool: [
      ["창문을 열어 줘", "창문을 열어 주세요", "창문을 열어 주십시오", "Please open the window."],
      ["에어컨을 켤까?", "에어컨을 켤까요?", "", "Should I turn on the air conditioner?"],
      ["아이스크림 먹자", "아이스크림 먹어요", "", "Let's eat ice cream."],
      ["물 좀 줘", "물 좀 주세요", "", "Some water, please."],
    ],
    no: [
      ["내일 만나자", "내일 만나요", "내일 만납시다", "Let's meet tomorrow."],
      ["미안해", "미안해요", "죄송합니다", "I'm sorry."],
      ["나중에 전화할게", "나중에 전화할게요", "나중에 전화하겠습니다", "I'll call later."],
      ["일이 많아", "일이 많아요", "일이 많습니다", "I have a lot of work."],
    ],
    study: [
      ["공부해야 돼", "공부해야 돼요", "공부해야 합니다", "I have to study."],
      [
        "도서관에 갈 거야",
        "도서관에 갈 거예요",
        "도서관에 갈 겁니다",
        "I'm going to go to the library.",
      ],
      ["오늘은 못 놀아", "오늘은 못 놀아요", "", "I can't hang out today."],
      ["너무 걱정돼", "너무 걱정돼요", "", "I'm so worried."],
    ],
    hurry: [
      ["빨리 가자", "빨리 가요", "빨리 갑시다", "Let's go quickly."],
      ["서둘러", "서두르세요", "서두르십시오", "Hurry up."],
      ["택시를 타자", "택시를 타요", "택시를 탑시다", "Let's take a taxi."],
      ["미안해", "미안해요", "죄송합니다", "I'm sorry."],
    ],
    sick: [
      ["병원에 가야 돼", "병원에 가야 돼요", "병원에 가야 합니다", "I have to go to the hospital."],
      ["약 있어?", "약 있어요?", "약 있습니까?", "Do you have any medicine?"],
      ["오늘은 쉬고 싶어", "오늘은 쉬고 싶어요", "오늘은 쉬고 싶습니다", "I want to rest today."],
      ["약을 먹었어", "약을 먹었어요", "약을 먹었습니다", "I took some medicine."],
    ],
    more: [
      ["더 먹을래", "더 먹을래요", "", "I'll have some more."],
      ["너도 먹어 봐", "한번 먹어 보세요", "", "Try it."],
      ["어떻게 만들었어?", "어떻게 만들었어요?", "어떻게 만드셨습니까?", "How did you make it?"],
      ["또 먹고 싶어", "또 먹고 싶어요", "또 먹고 싶습니다", "I want to eat it again."],
    ],
    gift: [["선물 샀어?", "선물 샀어요?", "선물 사셨습니까?", "Did you buy a present?"], [
      "케이크를 사자",
      "케이크를 사요",
      "케이크를 삽시다",
      "Let's buy a cake.",
    ], ["파티를 할 거야", "파티를 할 거예요", "파티를 할 겁니다", "We're going to have a party."]],
    shop: [["다른 거 있어?", "다른 거 있어요?", "다른 것 있습니까?", "Do you have another one?"], [
      "안 살래",
      "안 살래요",
      "",
      "I won't buy it.",
    ], ["좀 깎아 줘", "좀 깎아 주세요", "", "Please give me a discount."]],
    clean: [["청소하자", "청소해요", "청소합시다", "Let's clean."], [
      "청소 좀 해 줘",
      "청소 좀 해 주세요",
      "청소를 해 주십시오",
      "Please clean.",
    ], [
      "오늘 청소할 거야",
      "오늘 청소할 거예요",
      "오늘 청소할 겁니다",
      "I'm going to clean today.",
    ]],
  };
  const [plain, polite, formal, english, topics] = random.choice(openers);
  const [plain2, polite2, formal2, english2] = random.choice(next[random.choice(topics)]);
  const mark = (text: string) => /[?!.]$/.test(text) ? text : `${text}.`;
  return {
    clauses: 2,
    levels: formal2 === "" ? spoken : undefined,
    korean: ({ level }) =>
      level === "plain"
        ? `${mark(plain)} ${mark(plain2)}`
        : level === "polite"
        ? `${mark(polite)} ${mark(polite2)}`
        : `${mark(formal)} ${mark(formal2)}`,
    english: [`${english} ${english2}`],
  };
}

/** 그래서, 그런데, 그리고, 하지만: two sentences about the same one. */
function joinedBy(random: Random): Draft | undefined {
  const subject = random.chance(0.5) ? I : someone(random);
  const [word, english] = random.choice(
    [["그리고", "And"], ["그다음에", "Then"], ["그런데", "But"], ["하지만", "But"]] as const,
  );
  const { act, outcome, denial } = english === "But" ? drawContrast(random) : sequence(random);
  if (!suits(subject, act) || !suits(subject, outcome)) return undefined;
  const alone = { place: undefined, company: undefined };
  const one = clauseOf(random, { subject, marking: subject === I ? null : "은/는" }, act, {
    ...alone,
    time: random.chance(0.5) && !/weight|a lot/.test(bare(outcome.english) + bare(act.english))
      ? timeOf(random, act, pastTimes)
      : undefined,
  });
  const two = clauseOf(random, { subject, marking: null }, outcome, { ...alone, negation: denial });
  const pronoun = subject === I ? I : byPronoun(subject);
  const negative = denial !== "none";
  return {
    clauses: 2,
    korean: (tone) =>
      `${spell(one, tone, "statement", past)}. ${word} ${spell(two, tone, "statement", past)}.`,
    english: [
      `${sentence(say(subject, englishTail(one), { tense: "past" }))} ${english} ${
        say(pronoun, englishTail(two), { tense: denial === "못" ? "could" : "past", negative })
      }.`,
    ],
  };
}

function sequence(random: Random): ReturnType<typeof drawContrast> {
  const [act, outcome] = drawSteps(random);
  return { act, outcome, denial: "none" };
}

const starters = [
  ["응, ", "네, ", "Yes, "],
  ["아니, ", "아니요, ", "No, "],
  ["그런데 ", "그런데 ", "By the way, "],
  ["그래서 ", "그래서 ", "So "],
  ["하지만 ", "하지만 ", "But "],
  ["사실 ", "사실은 ", "Actually, "],
  ["와, ", "와, ", "Wow, "],
  ["음, ", "음, ", "Well, "],
  ["그럼 ", "그럼 ", "Then "],
  ["혹시 ", "혹시 ", "By any chance, "],
  ["저기, ", "저기요, ", "Excuse me, "],
  ["있잖아, ", "있잖아요, ", "You know what? "],
  ["솔직히 ", "솔직히 ", "Honestly, "],
  ["다행히 ", "다행히 ", "Luckily, "],
  ["갑자기 ", "갑자기 ", "Suddenly, "],
  ["드디어 ", "드디어 ", "Finally, "],
  ["아마 ", "아마 ", "Maybe "],
] as const;

/** What may come suddenly, luckily, at last; never with a time that says it is over. */
const sudden: Readonly<Record<string, RegExp>> = {
  "Suddenly, ":
    /^(?!.*\b(ago|last|week|year|month)\b).*\b(fell|cried|screamed|ran|left|stopped|got|called|came|laughed|went out|shouted|broke|yawned)\b/,
  "Luckily, ":
    /\b(found|passed|arrived|won|caught|met|got (?!lost|hurt|caught|bitten|in trouble)|finished|succeeded)\b/,
  "Finally, ":
    /^(?!.*\b(ago|last|yesterday|earlier|now)\b).*\b(finished|arrived|passed|found|graduated|bought|sold|fixed|met|won|quit|succeeded|moved|married|got (married|a haircut|paid)|came (back|home))\b/,
};

/** A word in front: 네, 아니요, 그런데, 사실은. */
function started(random: Random): Draft | undefined {
  const starter = random.choice(starters);
  const english = starter[2];
  const asks = /By the way|Then |any chance|Excuse me/.test(english);
  const source = english === "Wow, "
    ? descriptions.filter(({ name }) => /thing is|it is|person is|place is/.test(name))
    : asks
    ? questions.filter(({ name }) =>
      english.startsWith("By any") ? /yes or no|state/.test(name) : true
    )
    : english === "Suddenly, " || english === "Finally, " || english === "Luckily, "
    ? statements.filter(({ name }) => name === "past")
    : english === "Maybe "
    ? statements.filter(({ name }) => name === "future")
    : [...statements, ...modality.filter(({ name }) => /want|must|plan|ability/.test(name))];
  const inner = source[random.weighted(source.map(({ weight }) => weight))].draw(random);
  if (inner === undefined) return undefined;
  if (english === "Yes, " && /n't\b|\b(not|never|no|hardly)\b/.test(inner.english[0])) {
    return undefined;
  }
  if (english === "Wow, " && /you know|\?$|n't\b|\bnot\b/.test(inner.english[0])) return undefined;
  const expected = sudden[starter[2]];
  if (expected !== undefined && !expected.test(inner.english[0])) return undefined;
  const lowered = (text: string) =>
    /^I\b/.test(text) || properName.test(text) ? text : text[0].toLowerCase() + text.slice(1);
  return {
    ...inner,
    korean: (tone) => starter[tone.level === "plain" ? 0 : 1] + inner.korean(tone),
    english: inner.english.map((text) => english + (english.endsWith("? ") ? text : lowered(text))),
  };
}
const properName = new RegExp(
  `^(${
    [
      ...names.map(({ english }) => english),
      ...[...nounKinds.language, ...nounKinds.subject].map(({ english }) => english),
      "Seoul",
      "Busan",
      "Jeju",
      "Korea",
      "Japan",
      "China",
      "England",
      "France",
      "Germany",
      "Canada",
      "Australia",
      "Vietnam",
      "Thailand",
      "Italy",
      "Spain",
      "India",
      "Paris",
      "London",
      "Tokyo",
      "New York",
      "Gyeongju",
      "Incheon",
      "Daegu",
      "Gangneung",
      "Daejeon",
      "Jeonju",
      "Sokcho",
      "Gwangju",
      "Suwon",
    ].join("|")
  })\\b`,
);

export const discourse: readonly Weighted[] = [
  { name: "question and answer", weight: 5, draw: answer },
  { name: "what follows", weight: 1.5, draw: follows },
  { name: "joined by a word", weight: 2.5, draw: joinedBy },
  { name: "word in front", weight: 5, draw: started },
];
