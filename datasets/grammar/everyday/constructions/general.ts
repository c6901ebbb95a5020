/**
 * Everybody, each other, both, the same, half; what must be true, what matters, what is left: the
 * general words of talk, in sentences of few parts.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { past } from "../../conjugation.ts";
import { withParticle } from "../../particles.ts";
import { copula, type Stem } from "../../stem.ts";
import type { Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import { peer } from "../draw.ts";
import { englishPhrase, say, sentence } from "../english.ts";
import * as adjectives from "../lexicon/adjectives.ts";
import { type NounKind, nounKinds } from "../lexicon/nouns.ts";
import { type Being, I, it, names, you } from "../lexicon/people.ts";
import { determined, type Noun, plural, withArticle } from "../noun.ts";
import { close, everydayStem, type PredicateKind } from "../stems.ts";

/** A line of few parts: what stands before the predicate, the predicate, and English by tense. */
interface Saying {
  readonly before: string;
  readonly stem: Stem;
  readonly kind: PredicateKind;
  readonly subject: Being;
  readonly english: string;
  readonly negative: boolean;
}

const subjects: Readonly<Record<string, Being>> = {
  I,
  you,
  it,
  we: { ...I, korean: "", english: "we", person: "plural", pronoun: "we", possessive: "our" },
  they: {
    ...I,
    korean: "",
    english: "they",
    person: "plural",
    pronoun: "they",
    possessive: "their",
  },
};

/** `Korean before | predicate | subject: English`; `a` marks an adjective, `!` a denial. */
const sayings: readonly Saying[] = `
모두 | 웃다 | everyone: laugh
모두 | 행복하다/하 | everyone: be happy | a
누구나 | 실수하다/하 | everyone: make mistakes
누구나 할 수 | 있다 | anyone: can do it
다들 | 바쁘다 | everybody: be busy | a
다들 집에 | 가다 | everybody: go home
모든 것이 | 변하다/하 | everything: change
모든 것이 | 좋다 | everything: be good | a
모든 게 | 괜찮다 | everything: be okay | a
다 | 끝나다 | everything: be over
아무 문제도 | 없다 | there: be no problem
아무도 | 없다 | there: be nobody here
아무도 | 모르다 | nobody: know
서로 | 사랑하다/하 | they: love each other
서로 | 돕다 | they: help each other
서로 | 알다 | they: know each other
서로 | 다르다 | they: be different | a
둘 다 | 좋다 | both: be good | P a
둘 다 | 맛있다 | both: be delicious | P a
둘 다 | 틀리다 | both: be wrong | P
우리 둘 다 | 학생이다/이다 | both of us: be students | P a
똑같은 걸 | 사다 | I: buy the same thing
같은 반에 | 있다 | we: be in the same class
같은 학교에 | 다니다 | we: go to the same school
같은 회사에서 | 일하다/하 | we: work at the same company
나이가 | 같다 | we: be the same age | a
하루 종일 | 자다 | I: sleep all day
하루 종일 집에 | 있다 | I: be at home all day
하루 종일 비가 | 오다 | it: rain all day
밤새 | 공부하다/하 | I: study all night
반만 | 먹다 | I: eat only half
반이 | 남다 | half: be left
돈이 조금 | 남다 | a little money: be left
시간이 얼마 안 | 남다 | not much time: be left
자리가 하나 | 남다 | one seat: be left
힘이 | 세다 | I: be strong | a
마음이 | 아프다 | I: be sad | a
가슴이 | 뛰다 | my heart: beat fast
손이 | 떨리다 | my hands: shake | P
눈이 | 부시다 | my eyes: be dazzled | P a
얼굴이 | 빨갛다 | your face: be red | a
눈이 | 예쁘다 | your eyes: be pretty | P a
키가 | 크다 | you: be tall | a
옷이 | 젖다 | my clothes: be wet | P
머리가 | 복잡하다/하 | my mind: be confused | a
맛이 | 좋다 | it: taste good | a
맛이 | 이상하다/하 | it: taste strange | a
맛이 | 쓰다 | it: taste bitter | a
냄새가 | 좋다 | it: smell good | a
냄새가 | 이상하다/하 | it: smell strange | a
소리가 | 너무 크다 | the sound: be too loud | a
느낌이 | 좋다 | it: feel good | a
촉감이 | 부드럽다 | it: feel soft | a
말도 안 | 되다 | it: make no sense
그건 | 불가능하다/하 | that: be impossible | a
그건 | 가능하다/하 | that: be possible | a
그건 | 사실이다/이다 | that: be true | a
그건 | 거짓말이다/이다 | that: be a lie | a
그건 제 잘못 | 이다/이다 | that: be my fault | a j
그건 제 실수 | 이다/이다 | that: be my mistake | a j
그건 | 중요하다/하 | that: be important | a
그건 문제가 안 | 되다 | that: be no problem
그건 | 당연하다/하 | that: be natural | a
그건 좋은 생각 | 이다/이다 | that: be a good idea | a j
이건 비밀 | 이다/이다 | this: be a secret | a j
이건 선물 | 이다/이다 | this: be a present | a j
이건 진짜 | 이다/이다 | this: be real | a j
이게 마지막 | 이다/이다 | this: be the last one | a j
이게 처음 | 이다/이다 | this: be the first time | a j
다음은 제 차례 | 이다/이다 | it: be my turn next | a j
오늘은 쉬는 날 | 이다/이다 | today: be my day off | a j
내일은 휴일 | 이다/이다 | tomorrow: be a holiday | a j
저는 왼손잡이 | 이다/이다 | I: be left-handed | a j
저는 외동 | 이다/이다 | I: be an only child | a j
저는 외국인 | 이다/이다 | I: be a foreigner | a j
저는 채식주의자 | 이다/이다 | I: be a vegetarian | a j
여기는 처음 | 이다/이다 | it: be my first time here | a j
여기가 우리 집 | 이다/이다 | this: be our house | a j
여기가 시내 중심 | 이다/이다 | this: be the center of the city | a j
물이 | 깊다 | the water: be deep | a
물이 | 차갑다 | the water: be cold | a
강이 | 넓다 | the river: be wide | a
길이 | 좁다 | the road: be narrow | a
길이 | 미끄럽다 | the road: be slippery | a
산이 | 높다 | the mountain: be high | a
하늘이 | 파랗다 | the sky: be blue | a
하늘이 | 맑다 | the sky: be clear | a
방이 | 비다 | the room: be empty
컵이 | 비다 | the cup: be empty
병이 | 비다 | the bottle: be empty
버스에 사람이 | 많다 | the bus: be crowded | a
지구는 | 둥글다 | the earth: be round | a
달이 | 밝다 | the moon: be bright | a
별이 | 많다 | there: be a lot of stars | P a
교통이 | 편리하다/하 | the transportation: be convenient | a
물가가 | 비싸다 | prices: be high | P a
월급이 | 적다 | the salary: be low | a
숙제가 너무 | 많다 | there: be too much homework | a
모르는 단어가 | 많다 | there: be a lot of words I don't know | P a
할 일이 | 많다 | I: have a lot to do | a
할 말이 | 있다 | I: have something to say
물어볼 게 | 있다 | I: have something to ask
부탁이 | 있다 | I: have a favor to ask
갈 데가 | 없다 | I: have nowhere to go
먹을 게 | 없다 | there: be nothing to eat
볼 게 | 많다 | there: be a lot to see | a
살 게 | 있다 | I: have something to buy
입을 옷이 | 없다 | I: have nothing to wear
쉴 시간이 | 없다 | I: have no time to rest
좋은 일이 | 있다 | I: have good news
나쁜 소식이 | 있다 | I: have bad news
생각할 시간이 | 필요하다/하 | I: need time to think | a
기억이 잘 안 | 나다 | I: don't remember well
걱정할 필요 | 없다 | there: be no need to worry
방법이 | 없다 | there: be no way
선택의 여지가 | 없다 | I: have no choice
어쩔 수 | 없다 | it: can't be helped
이해할 수 | 없다 | I: can't understand it
믿을 수가 | 없다 | I: can't believe it
참을 수 | 없다 | I: can't stand it
말할 수 | 없다 | I: can't tell you
집을 수가 | 없다 | I: can't pick it up
잘 | 지내다 | I: be doing well
혼자 | 살다 | I: live alone
가족과 함께 | 살다 | I: live with my family
부모님과 같이 | 살다 | I: live with my parents
아파트에서 | 살다 | I: live in an apartment
작은 마을에서 | 살다 | I: live in a small town
고등학교에 | 다니다 | I: go to high school
은행에 | 다니다 | I: work at a bank
새 차를 | 사다 | I: buy a new car
새 직장을 | 찾다 | I: find a new job
꿈이 | 이루어지다 | my dream: come true
이상한 꿈을 | 꾸다 | I: have a strange dream
좋은 점수를 | 받다 | I: get a good score
나쁜 점수를 | 받다 | I: get a bad score
길에서 돈을 | 줍다 | I: find some money on the street
길에서 친구를 | 만나다 | I: run into a friend on the street
버스 안에서 | 자다 | I: sleep on the bus
지하철에서 책을 | 읽다 | I: read a book on the subway
지갑을 집에 두고 | 오다 | I: leave my wallet at home
우산을 버스에 두고 | 내리다 | I: leave my umbrella on the bus
전쟁이 | 끝나다 | the war: end
평화가 | 오다 | peace: come
법이 | 바뀌다 | the law: change
계획이 | 바뀌다 | the plan: change
전화번호가 | 바뀌다 | my phone number: change
이름이 | 바뀌다 | the name: change
성격이 | 좋다 | you: have a good personality | a
인생은 | 짧다 | life: be short | a
시간은 돈 | 이다/이다 | time: be money | a j
건강이 제일 | 중요하다/하 | health: be the most important thing | a
돈이 전부는 | 아니다/아니다 | money: be not everything | a
가격이 | 적당하다/하 | the price: be reasonable | a
품질이 | 좋다 | the quality: be good | a
크기가 | 맞다 | the size: be right
색깔이 | 마음에 들다 | I: like the color
디자인이 | 예쁘다 | the design: be pretty | a
문이 | 잠기다 | the door: be locked
불이 | 켜지다 | the light: be on
가게가 문을 | 닫다 | the store: close
가게가 문을 | 열다 | the store: open
표가 다 | 팔리다 | the tickets: be sold out | P
줄이 | 길다 | the line: be long | a
예약이 다 | 차다 | it: be fully booked
전화가 | 끊기다 | the call: be cut off
인터넷이 | 느리다 | the internet: be slow | a
소리가 안 | 들리다 | I: can't hear anything
아무것도 안 | 보이다 | I: can't see anything
목소리가 | 들리다 | I: can hear a voice
앞이 안 | 보이다 | I: can't see ahead
준비가 | 되다 | I: be ready
결정이 | 되다 | it: be decided
친구가 | 되다 | we: become friends
도움이 많이 | 되다 | it: help a lot
공부가 잘 안 | 되다 | my studies: don't go well
일이 잘 | 풀리다 | things: go well
기분이 | 이상하다/하 | I: feel strange | a
기분이 훨씬 | 낫다 | I: feel much better
열이 | 높다 | I: have a high fever | a
감기가 | 심하다/하 | I: have a bad cold | a
상처가 | 깊다 | the wound: be deep | a
피가 | 나다 | I: be bleeding
땀이 많이 | 나다 | I: sweat a lot
배가 좀 | 나오다 | my belly: stick out
얼굴이 | 타다 | my face: be sunburned
`.trim().split("\n").map((line) => {
  const [before, predicate, english, flags = ""] = line.split("|").map((part) => part.trim());
  const [name, said] = english.split(": ");
  const negative = /^(can't|don't|be not) /.test(said);
  const base = said.replace(/^be not /, "be ").replace(/^(can't|can|don't) /, "");
  const own = subjects[name] ?? {
    ...it,
    english: name,
    person: flags.includes("P") ||
        /^(both|prices|things|the tickets|my (hands|eyes|clothes|studies)|your eyes)/.test(name)
      ? "plural" as const
      : "third" as const,
  };
  const joinsNoun = flags.includes("j");
  return {
    before: joinsNoun ? before.split(" ").slice(0, -1).join(" ") : before,
    stem: joinsNoun
      ? copula(before.split(" ").at(-1) ?? "")
      : predicate.endsWith("/이다")
      ? copula(predicate.replace(/이다\/이다$/, ""))
      : predicate === "마음에 들다"
      ? { text: "마음에 들", class: "regular" as const }
      : predicate === "너무 크다"
      ? { text: "너무 크", class: "regular" as const }
      : everydayStem(predicate),
    kind: flags.includes("a") ? "adjective" as const : "verb" as const,
    subject: own,
    english: `${/^can/.test(said) ? "can " : ""}${base}`,
    negative,
  };
});

/** Happenings are told in the past, states in the present. */
function told(random: Random): Draft | undefined {
  const saying = random.choice(sayings);
  const lasting = saying.kind === "adjective" ||
    /^(can|be|have|live|know|like|love|help each|go to|work at|need|feel|taste|smell|hear)\b/.test(
      saying.english,
    );
  const eventive = /^be (over$|left$|locked|sold|cut|decided|sunburned|wet|fully|empty|on)\b/.test(
    saying.english,
  );
  const kind = random.weighted([
    lasting && !eventive ? 4 : 0,
    eventive || !lasting ? 4 : saying.stem.class === "이다" ? 0 : 2,
    lasting && !eventive ? 1.5 : 0,
    1,
    lasting && !eventive ? 1 : 0,
  ]);
  const modal = saying.english.startsWith("can ");
  const phrase = englishPhrase(saying.english.replace(/^can /, ""));
  const { subject, negative } = saying;
  const now = modal ? "can" as const : "present" as const;
  const then = modal ? "could" as const : eventive ? "present" as const : "past" as const;
  const head = saying.before;
  const front = (t: Tone) =>
    t.level === "plain" ? head.replace(/(^| )저는/, "$1나는").replace(/(^| )제 /, "$1내 ") : head;
  const line = (t: Tone, ending: Parameters<typeof close>[3], turn: (s: Stem) => Stem = (s) => s) =>
    `${front(t)} ${close(turn(saying.stem), saying.kind, t.level, ending)}`.trim();
  const isEvent =
    /^(study all night|eat only half|buy|sleep|find|run into|leave|get|have a strange|change|end|close|open|come|become|laugh|make|go home|rain|read|pick)/
      .test(saying.english);
  switch (kind) {
    case 0:
      return {
        korean: (t) => `${line(t, "statement")}.`,
        english: [sentence(say(subject, phrase, { tense: now, negative }))],
      };
    case 1:
      return {
        korean: (t) => `${line(t, "statement", past)}.`,
        english: [sentence(say(subject, phrase, { tense: then, negative }))],
      };
    case 2:
      return {
        levels: spoken,
        korean: (t) => `${line(t, "네")}.`,
        english: [sentence(say(subject, phrase, { tense: now, negative }))],
      };
    case 3: {
      const asked = subject === I
        ? you
        : subject.english.startsWith("my ")
        ? { ...subject, english: subject.english.replace("my ", "your ") }
        : subject.english.startsWith("your ")
        ? { ...subject, english: subject.english.replace("your ", "my ") }
        : subject;
      if (/저는|제 /.test(head) || negative || /\bmy\b|\bI\b|^no/.test(saying.english)) {
        return undefined;
      }
      const was = isEvent || eventive;
      return {
        korean: (t) => `${line(t, "question", was ? past : undefined)}?`,
        english: [
          sentence(
            say(asked, phrase, { tense: was && !eventive ? "past" : now, question: true }),
            "?",
          ),
        ],
      };
    }
    default:
      return {
        levels: spoken,
        korean: (t) => `${line(t, "잖아")}.`,
        english: [sentence(`${say(subject, phrase, { tense: now, negative })}, you know`)],
      };
  }
}

/** Whether somebody is `sure`, `wrong`, `right`, `careful`, `late`: short words about oneself. */
function short(random: Random): Draft | undefined {
  const words = [
    ["맞다", "right", "v"],
    ["틀리다", "wrong", "p"],
    ["늦다", "late", "p"],
    ["확실하다/하", "sure", ""],
    ["건강하다/하", "healthy", ""],
    ["자유롭다/ㅂ", "free", ""],
    ["다르다", "different", ""],
    ["무사하다/하", "safe", ""],
    ["취하다/하", "drunk", "p"],
    ["결혼하다/하", "married", "p"],
    ["준비되다", "ready", "p"],
    ["지치다", "exhausted", "p"],
    ["화나다", "angry", "p"],
    ["신나다", "excited", "p"],
    ["실망하다/하", "disappointed", "p"],
    ["감동하다/하", "moved", "p"],
    ["흥분하다/하", "excited", "p"],
    ["놀라다", "surprised", "p"],
    ["긴장하다/하", "nervous", "p"],
    ["질리다", "sick of it", "p"],
    ["익숙하다/하", "used to it", ""],
    ["관대하다/하", "generous", ""],
    ["똑똑하다/하", "clever", ""],
    ["용감하다/하", "brave", ""],
    ["운이 좋다", "lucky", ""],
    ["키가 크다", "tall", ""],
    ["인기가 많다", "popular", ""],
    ["책임감이 강하다/하", "responsible", ""],
    ["예의가 바르다", "polite", "r"],
    ["마음이 넓다", "generous", ""],
    ["성격이 급하다/하", "impatient", ""],
    ["눈이 높다", "picky", ""],
    ["입이 무겁다", "discreet", ""],
    ["유명해지다", "famous", "p"],
  ] as const;
  const [korean, english, flag] = random.choice(words);
  if (flag === "r") return undefined;
  const parts = korean.split(" ");
  const base = everydayStem(parts[parts.length - 1]);
  const stem = parts.length > 1
    ? { ...base, text: `${parts.slice(0, -1).join(" ")} ${base.text}` }
    : base;
  const subject = random.choice([I, you, peer(random), peer(random)]);
  if (/^(drunk|married)$/.test(english) && /^(아이들|학생들)$/.test(subject.korean)) {
    return undefined;
  }
  const kind = flag === "" ? "adjective" as const : "verb" as const;
  const turn = flag === "p" ? past : (s: Stem) => s;
  const become = english === "famous";
  const phrase = englishPhrase(become ? "become famous" : `be ${english}`);
  const asks = subject === you;
  return {
    korean: (t) => {
      const topic = subject === I || asks ? "" : `${withParticle(subject.korean, "은/는")} `;
      return `${topic}${close(turn(stem), kind, t.level, asks ? "question" : "statement")}${
        asks ? "?" : "."
      }`;
    },
    english: [
      sentence(
        say(subject, phrase, { tense: become ? "past" : "present", question: asks }),
        asks ? "?" : ".",
      ),
    ],
  };
}

/** 서울은 한국의 수도예요, 고양이는 동물이에요, 빨간색 사과: what kinds of things there are. */
function kinds(random: Random): Draft | undefined {
  const form = random.integer(7);
  if (form === 0) {
    const groups = [
      ["animal", "동물", "animal"],
      ["fruit", "과일", "fruit"],
      ["sport", "운동", "sport"],
      ["flower", "식물", "plant"],
      ["instrument", "악기", "instrument"],
    ] as const;
    const [kind, k, e] = random.choice(groups);
    const noun = random.choice<Noun>(nounKinds[kind]);
    const what = kind === "instrument" ? noun.english : determined(noun, "a");
    const asks = random.chance(0.3);
    const many = noun.number === "plural";
    const be = many ? "are" : "is";
    const said = e === "fruit" ? "a fruit" : withArticle(e);
    return {
      korean: (t) =>
        `${withParticle(noun.korean, "은/는")} ${
          close(copula(k), "adjective", t.level, asks ? "question" : "statement")
        }${asks ? "?" : "."}`,
      english: [
        sentence(
          asks
            ? `${be} ${what} ${many ? plural(e) : said}`
            : `${what} ${be} ${many ? plural(e) : said}`,
          asks ? "?" : ".",
        ),
      ],
    };
  }
  if (form === 1) {
    const capitals = [
      ["서울", "Seoul", "한국", "Korea"],
      ["도쿄", "Tokyo", "일본", "Japan"],
      ["파리", "Paris", "프랑스", "France"],
      ["런던", "London", "영국", "England"],
      ["베를린", "Berlin", "독일", "Germany"],
      ["로마", "Rome", "이탈리아", "Italy"],
      ["베이징", "Beijing", "중국", "China"],
      ["마드리드", "Madrid", "스페인", "Spain"],
      ["방콕", "Bangkok", "태국", "Thailand"],
      ["하노이", "Hanoi", "베트남", "Vietnam"],
    ] as const;
    const [k, e, ck, ce] = random.choice(capitals);
    return {
      korean: (t) =>
        `${withParticle(k, "은/는")} ${ck}의 ${
          close(copula("수도"), "adjective", t.level, "statement")
        }.`,
      english: [sentence(`${e} is the capital of ${ce}`)],
    };
  }
  if (form === 2) {
    const lies = random.choice(
      [
        ["부산", "Busan", "남쪽", "south"],
        ["제주도", "Jeju Island", "남쪽", "south"],
        ["강릉", "Gangneung", "동쪽", "east"],
        ["속초", "Sokcho", "동쪽", "east"],
        ["인천", "Incheon", "서쪽", "west"],
        ["대전", "Daejeon", "가운데", "middle"],
        ["광주", "Gwangju", "남쪽", "south"],
        ["대구", "Daegu", "동쪽", "east"],
      ] as const,
    );
    return {
      korean: (t) =>
        `${withParticle(lies[0], "은/는")} 한국의 ${lies[2]}에 ${
          close({ text: "있", class: "regular" }, "verb", t.level, "statement")
        }.`,
      english: [sentence(`${lies[1]} is in the ${lies[3]} of Korea`)],
    };
  }
  if (form === 3) { // between, across, behind
    const spots = [
      ["은행과 우체국 사이에", "between the bank and the post office"],
      ["학교 건너편에", "across from the school"],
      ["병원 맞은편에", "across from the hospital"],
      ["역 근처에", "near the station"],
      ["시장 뒤에", "behind the market"],
      ["공원 안에", "in the park"],
      ["건물 위층에", "on the upper floor of the building"],
      ["다리 건너에", "across the bridge"],
      ["길 끝에", "at the end of the street"],
      ["모퉁이에", "on the corner"],
      ["호텔 1층에", "on the first floor of the hotel"],
      ["지하에", "in the basement"],
    ] as const;
    const things = [
      ["카페", "cafe"],
      ["약국", "pharmacy"],
      ["식당", "restaurant"],
      ["편의점", "convenience store"],
      ["버스 정류장", "bus stop"],
      ["화장실", "restroom"],
      ["서점", "bookstore"],
      ["주차장", "parking lot"],
      ["빵집", "bakery"],
      ["경찰서", "police station"],
      ["꽃집", "flower shop"],
      ["도서관", "library"],
    ] as const;
    const [k, e] = random.choice(spots);
    const [tk, te] = random.choice(things);
    if (e.includes(te)) return undefined;
    const definite = random.chance(0.5);
    return {
      korean: (t) =>
        definite
          ? `${withParticle(tk, "은/는")} ${k} ${
            close({ text: "있", class: "regular" }, "verb", t.level, "statement")
          }.`
          : `${k} ${withParticle(tk, "이/가")} ${
            close({ text: "있", class: "regular" }, "verb", t.level, "statement")
          }.`,
      english: [sentence(definite ? `the ${te} is ${e}` : `there is ${withArticle(te)} ${e}`)],
    };
  }
  if (form === 4) { // such, so, what kind
    const [kind, striking] = random.choice(
      [
        ["clothes", [["예쁜", "pretty"], ["이상한", "strange"], ["비싼", "expensive"]]],
        ["animal", [["귀여운", "cute"], ["큰", "big"], ["작은", "small"], ["빠른", "fast"]]],
        ["flower", [["예쁜", "pretty"], ["큰", "big"], ["아름다운", "beautiful"]]],
      ] as const,
    );
    const noun = random.choice<Noun>(nounKinds[kind].filter(({ number }) => number === "count"));
    const [k, e] = random.choice<readonly [string, string]>(striking);
    return {
      korean: (t) =>
        `이렇게 ${k} ${withParticle(noun.korean, "은/는")} 처음 ${
          t.level === "plain" ? "봐" : t.level === "polite" ? "봐요" : "봅니다"
        }.`,
      english: [
        sentence(`I've never seen such ${withArticle(`${e} ${noun.english}`)}`),
        sentence(`this is the first time I've seen such ${withArticle(`${e} ${noun.english}`)}`),
      ],
    };
  }
  if (form === 5) { // what a
    const adjective = random.choice(
      [...adjectives.makes, ...adjectives.traits].filter(({ before, english }) =>
        before.length === 0 &&
        /^(big|small|pretty|cute|beautiful|expensive|kind|smart|nice|funny)$/.test(english.rest)
      ),
    );
    return {
      levels: spoken,
      korean: (t) => `정말 ${close(adjective.stem, "adjective", t.level, "네")}!`,
      english: [`How ${adjective.english.rest}!`, `It's really ${adjective.english.rest}!`],
    };
  }
  const name = random.choice(names);
  const [k, e, of] = random.choice(
    [
      ["보다", "look at", ["shopItem", "reading"]],
      ["옮기다", "move", ["furniture", "device"]],
      ["고르다", "choose", ["shopItem", "furniture", "clothes"]],
      ["버리다", "throw away", ["furniture", "device", "reading", "clothes"]],
      ["가져가다", "take", ["reading", "belonging"]],
      ["사용하다/하", "use", ["device", "lendable"]],
    ] as const,
  );
  const noun = random.choice<Noun>(
    nounKinds[random.choice<NounKind>(of)].filter(({ number, english }) =>
      number === "count" && !/house|car$/.test(english)
    ),
  );
  return {
    korean: (t) =>
      `${withParticle(name.korean, "이/가")} 그 ${withParticle(noun.korean, "을/를")} ${
        close(past(everydayStem(k)), "verb", t.level, "statement")
      }.`,
    english: [
      sentence(
        say(
          name,
          englishPhrase(`${e} that ${noun.english}`.replace(/^throw away (.+)$/, "throw away $1")),
          { tense: "past" },
        ),
      ),
    ],
  };
}

export const general: readonly Weighted[] = [
  { name: "saying", weight: 6, draw: told },
  { name: "short", weight: 2, draw: short },
  { name: "kinds", weight: 4, draw: kinds },
];
