/**
 * Tales about two wishes, in English and in Korean: two people wish for different things, something
 * happens somewhere, one of them is given a thing. Was it the wish of that person, of the other one, or
 * nobody's?
 *
 * No keyword tells. That a thing is named twice does not either: a wish may be for a kind of thing (a pet),
 * which a rabbit fulfils unnamed, and what is named twice is the other person's wish as often as the
 * receiver's. A tale and its twin are the same but for what is given and how it ends.
 *
 * @module
 */
import type { Language } from "lib/language.ts";
import type { Random } from "lib/random.ts";
import type { Tale } from "lib/text/corpora/tales.ts";
import { withParticle } from "./particles.ts";

/** The same in both languages. */
type Both = Readonly<Record<Language, string>>;

/** A kind of thing: what it is called, why one wishes for it, and things of that kind. */
interface Topic {
  readonly kind: Both;
  /** Korean: 키우고 싶어 했어요. */
  readonly verb: string;
  readonly reason: (person: Person) => Both;
  readonly things: readonly Both[];
}

/** English with its article, Korean; none of the English ones begins with a vowel. */
function things(list: string): Both[] {
  return list.split(", ").map((entry) => {
    const [en, ko] = entry.split(" = ");
    return { en: `a ${en}`, ko };
  });
}

const topics: Readonly<Record<string, Topic>> = {
  toy: {
    kind: { en: "a toy", ko: "장난감" },
    verb: "갖고",
    reason: () => ({ en: "the old one was broken", ko: "가지고 놀던 것이 망가져서" }),
    things: things(
      "ball = 공, kite = 연, doll = 인형, puzzle = 퍼즐, robot = 로봇, top = 팽이, yo-yo = 요요, " +
        "puppet = 손인형",
    ),
  },
  snack: {
    kind: { en: "a snack", ko: "간식" },
    verb: "먹고",
    reason: ({ subject }) => ({ en: `${subject} was hungry`, ko: "배가 고파서" }),
    things: things(
      "banana = 바나나, cookie = 쿠키, sandwich = 샌드위치, peach = 복숭아, melon = 멜론, " +
        "burger = 햄버거, rice cake = 떡, pancake = 팬케이크",
    ),
  },
  pet: {
    kind: { en: "a pet", ko: "반려동물" },
    verb: "키우고",
    reason: ({ subject }) => ({ en: `${subject} was often alone`, ko: "혼자 있을 때가 많아서" }),
    things: things(
      "kitten = 새끼 고양이, puppy = 강아지, rabbit = 토끼, hamster = 햄스터, goldfish = 금붕어, " +
        "turtle = 거북이, parrot = 앵무새, duckling = 새끼 오리",
    ),
  },
  clothes: {
    kind: { en: "new clothes", ko: "새 옷" },
    verb: "입고",
    reason: () => ({ en: "it was getting cold", ko: "날씨가 추워져서" }),
    things: things(
      "coat = 코트, sweater = 스웨터, jacket = 재킷, vest = 조끼, hoodie = 후드티, " +
        "cardigan = 카디건, raincoat = 비옷, shirt = 셔츠",
    ),
  },
  instrument: {
    kind: { en: "an instrument", ko: "악기" },
    verb: "갖고",
    reason: ({ subject }) => ({ en: `${subject} loved music`, ko: "음악을 좋아해서" }),
    things: things(
      "drum = 북, guitar = 기타, violin = 바이올린, flute = 플루트, recorder = 리코더, " +
        "harmonica = 하모니카, trumpet = 트럼펫, cello = 첼로",
    ),
  },
};

/** Somebody, and the English pronouns. */
interface Person extends Both {
  readonly subject: "he" | "she";
  readonly object: "him" | "her";
  readonly possessive: "his" | "her";
}

function people(list: string, subject: "he" | "she"): Person[] {
  return list.split(", ").map((entry) => {
    const [en, ko] = entry.split(" = ");
    const male = subject === "he";
    return { en, ko, subject, object: male ? "him" : "her", possessive: male ? "his" : "her" };
  });
}

const boys = people(
  "Minho = 민호, Junho = 준호, Jiho = 지호, Tom = 톰, Ben = 벤, Hajun = 하준",
  "he",
);
const girls = people(
  "Suji = 수지, Yuna = 유나, Mina = 미나, Sora = 소라, Anna = 안나, Lucy = 루시",
  "she",
);

/** How the text calls somebody the second time. */
interface Mention {
  /** At the beginning of an English sentence: She. */
  readonly She: string;
  /** As an English subject: she. */
  readonly she: string;
  /** As an English object: her. */
  readonly her: string;
  /** In Korean, where pronouns are rare: the name, or 동생. */
  readonly ko: string;
}

const byName = ({ en, ko }: Person): Mention => ({ She: en, she: en, her: en, ko });

const byPronoun = ({ subject, object }: Person, ko: string): Mention => ({
  She: subject === "he" ? "He" : "She",
  she: subject,
  her: object,
  ko,
});

/** Where it happens, and how the receiver comes by the thing. */
interface Plot {
  readonly place: Both;
  /** Topics and English things that nobody is given so: animals and hot food in a box. */
  readonly unfit?: readonly string[];
  readonly outcome: (receiver: Mention, thing: Both) => Both;
}

const plots: Readonly<Record<string, Plot>> = {
  "new year": {
    place: { en: "On New Year's Day they visited Grandma.", ko: "둘은 설날에 할머니 댁에 갔어요." },
    outcome: ({ her, ko }, thing) => ({
      en: `Grandma gave ${her} ${thing.en}.`,
      ko: `할머니께서 ${ko}에게 ${withParticle(thing.ko, "을/를")} 주셨어요.`,
    }),
  },
  parcel: {
    unfit: ["pet", "sandwich", "burger", "pancake"],
    place: { en: "One morning a parcel came.", ko: "어느 날 아침에 소포가 왔어요." },
    outcome: ({ her, ko }, thing) => ({
      en: `In it was ${thing.en} for ${her}.`,
      ko: `안에는 ${ko}에게 보내는 ${withParticle(thing.ko, "이/가")} 들어 있었어요.`,
    }),
  },
  market: {
    place: { en: "On Saturday they went to the market.", ko: "둘은 토요일에 시장에 갔어요." },
    outcome: ({ her, ko }, thing) => ({
      en: `Dad bought ${her} ${thing.en}.`,
      ko: `아빠가 ${ko}에게 ${withParticle(thing.ko, "을/를")} 사 주었어요.`,
    }),
  },
  raffle: {
    unfit: ["pet", "burger", "pancake"],
    place: { en: "There was a raffle at school.", ko: "학교에서 제비뽑기를 했어요." },
    outcome: ({ She, ko }, thing) => ({
      en: `${She} won ${thing.en}.`,
      ko: `${withParticle(ko, "은/는")} ${withParticle(thing.ko, "을/를")} 뽑았어요.`,
    }),
  },
  christmas: {
    unfit: ["pet", "banana", "sandwich", "peach", "melon", "burger", "pancake"],
    place: {
      en: "At Christmas there were boxes under the tree.",
      ko: "성탄절에 나무 아래에 상자들이 놓여 있었어요.",
    },
    outcome: ({ She, ko }, thing) => ({
      en: `${She} opened a box and found ${thing.en}.`,
      ko: `${withParticle(ko, "이/가")} 상자를 열자 ${withParticle(thing.ko, "이/가")} 나왔어요.`,
    }),
  },
  festival: {
    unfit: ["pet", "clothes", "melon", "cello"],
    place: { en: "There was a festival in the park.", ko: "공원에서 축제가 열렸어요." },
    outcome: ({ her, ko }, thing) => ({
      en: `A clown handed ${her} ${thing.en}.`,
      ko: `광대가 ${ko}에게 ${withParticle(thing.ko, "을/를")} 건네주었어요.`,
    }),
  },
  race: {
    unfit: ["pet", "burger", "pancake"],
    place: { en: "There was a race by the river.", ko: "강가에서 달리기 시합이 있었어요." },
    outcome: ({ She, ko }, thing) => ({
      en: `${She} came first and got ${thing.en}.`,
      ko: `${withParticle(ko, "은/는")} 일 등을 해서 ${withParticle(thing.ko, "을/를")} 받았어요.`,
    }),
  },
  neighbour: {
    place: {
      en: "One day their neighbour came back from Busan.",
      ko: "어느 날 이웃 할아버지가 부산에서 돌아오셨어요.",
    },
    outcome: ({ her, ko }, thing) => ({
      en: `The neighbour had brought ${her} ${thing.en}.`,
      ko: `이웃 할아버지는 ${ko}에게 ${withParticle(thing.ko, "을/를")} 가져다주셨어요.`,
    }),
  },
};

/** How it ends, by whose wish it was. */
const endings: Readonly<
  Record<Tale["whose"], readonly ((receiver: Mention, other: Person & Mention) => Both)[]>
> = {
  receiver: [
    ({ She, ko }) => ({
      en: `${She} smiled all day.`,
      ko: `${withParticle(ko, "은/는")} 하루 종일 웃었어요.`,
    }),
    ({ She, ko }) => ({
      en: `${She} had never been so happy.`,
      ko: `${withParticle(ko, "은/는")} 그렇게 기쁜 적이 없었어요.`,
    }),
    ({ she, ko }) => ({
      en: `It was just what ${she} had hoped for.`,
      ko: `${withParticle(ko, "이/가")} 바라던 바로 그것이었어요.`,
    }),
  ],
  other: [
    (receiver, other) => ({
      en: `${receiver.She} gave it to ${other.en}, who jumped for joy.`,
      ko: `${withParticle(receiver.ko, "이/가")} 그것을 ${other.ko}에게 주자 ${
        withParticle(other.ko, "은/는")
      } 펄쩍 뛰며 좋아했어요.`,
    }),
    (receiver, other) => ({
      en: `${receiver.She} sighed, but ${other.en} looked at it with shining eyes.`,
      ko: `${withParticle(receiver.ko, "은/는")} 한숨을 쉬었지만 ${
        withParticle(other.ko, "은/는")
      } 눈을 반짝였어요.`,
    }),
    (receiver, other) => ({
      en: `${receiver.She} said that ${other.en} should have it.`,
      ko: `${withParticle(receiver.ko, "은/는")} ${
        withParticle(other.ko, "이/가")
      } 가져야 한다고 말했어요.`,
    }),
  ],
  nobody: [
    (receiver, other) => ({
      en: `${receiver.She} sighed, and so did ${other.en}.`,
      ko: `${withParticle(receiver.ko, "은/는")} 한숨을 쉬었고 ${other.ko}도 그랬어요.`,
    }),
    () => ({ en: "Neither of them had asked for that.", ko: "둘 다 바라던 것이 아니었어요." }),
    ({ She, ko }) => ({
      en: `${She} gave it to somebody else.`,
      ko: `${withParticle(ko, "은/는")} 그것을 다른 사람에게 주었어요.`,
    }),
  ],
};

/** What somebody wishes for: a thing, or anything of its kind. */
interface Wish {
  readonly topic: string;
  readonly thing: Both;
  readonly isKind: boolean;
}

/** A sentence that tells a wish. The name may come with what the person is to the other: 동생 수지. */
function tellWish(random: Random, wish: Wish, person: Person, named: Both): Both {
  const topic = topics[wish.topic];
  const { en, ko } = wish.isKind ? topic.kind : wish.thing;
  const object = withParticle(ko, "을/를");
  const [saidEn, saidKo] = random.choice([
    ["wanted", `${object} ${topic.verb} 싶어 했어요`],
    ["wished for", `${object} 갖고 싶어 했어요`],
    ["asked for", `${object} 부탁했어요`],
  ]);
  const reason = random.chance(0.3) ? topic.reason(person) : undefined;
  return {
    en: `${named.en} ${saidEn} ${en}${reason ? ` because ${reason.en}` : ""}.`,
    ko: `${withParticle(named.ko, "은/는")} ${reason ? `${reason.ko} ` : ""}${saidKo}.`,
  };
}

/** A tale and its twin: the first one's wish comes true, the second one's does not. */
export function drawTwinTales(random: Random): readonly [Tale, Tale] {
  const siblings = random.chance(0.4);
  const [elder, younger] = siblings
    ? random.shuffle([random.choice(boys), random.choice(girls)])
    : random.shuffle([...boys, ...girls]);
  const elderKo = elder.subject === "he" ? "오빠" : "누나";
  const inOrder = random.shuffle([elder, younger]);
  const named = inOrder.map((person, i): Both => {
    if (!siblings || i === 0) return person;
    const [size, kin] = person === elder ? ["big", elderKo] : ["little", "동생"];
    const relation = person.subject === "he" ? "brother" : "sister";
    const owner = inOrder[0].possessive === "his" ? "His" : "Her";
    return { en: `${owner} ${size} ${relation} ${person.en}`, ko: `${kin} ${person.ko}` };
  });
  const mention = (person: Person): Mention =>
    siblings ? byPronoun(person, person === elder ? elderKo : "동생") : byName(person);

  const [receiver, other] = random.shuffle(inOrder);
  const wishes = drawWishes(random);
  const told = inOrder.map((person, i) =>
    tellWish(random, person === receiver ? wishes.receiver : wishes.other, person, named[i])
  );
  const given: [Tale["whose"], Wish][] = [
    ["receiver", fulfil(random, wishes.receiver)],
    drawUnwanted(random, wishes),
  ];
  const [plotName, plot] = random.choice(
    Object.entries(plots).filter(([, { unfit = [] }]) =>
      !given.some(([, { topic, thing }]) =>
        unfit.includes(topic) || unfit.includes(thing.en.replace(/^a /, ""))
      )
    ),
  );
  const ending = random.integer(3);
  const tell = ([whose, { topic, thing }]: [Tale["whose"], Wish]): Tale => {
    const who = mention(receiver);
    const end = endings[whose][ending](who, { ...other, ...mention(other), en: other.en });
    const sentences = [...told, plot.place, plot.outcome(who, thing), end];
    return {
      english: sentences.map(({ en }) => en),
      korean: sentences.map(({ ko }) => ko),
      whose,
      topic,
      plot: plotName,
    };
  };
  return [tell(given[0]), tell(given[1])];
}

/** Two wishes that no one thing fulfils. */
function drawWishes(random: Random): { receiver: Wish; other: Wish } {
  const [receiverIsKind, otherIsKind] = [random.chance(0.3), random.chance(0.3)];
  const [one, another] = random.shuffle(Object.keys(topics));
  // A kind and a thing of that kind would be one wish.
  const second = !receiverIsKind && !otherIsKind && random.chance(0.5) ? one : another;
  const [thing, otherThing] = random.shuffle(topics[one].things);
  return {
    receiver: { topic: one, thing, isKind: receiverIsKind },
    other: {
      topic: second,
      thing: second === one ? otherThing : random.choice(topics[second].things),
      isKind: otherIsKind,
    },
  };
}

/** A thing that fulfils the wish. */
function fulfil(random: Random, wish: Wish): Wish {
  return { ...wish, thing: wish.isKind ? random.choice(topics[wish.topic].things) : wish.thing };
}

/**
 * What the receiver did not wish for. It was named before as often as what fulfils a wish is: where the
 * other one's wish is a thing, always.
 */
function drawUnwanted(
  random: Random,
  { receiver, other }: { receiver: Wish; other: Wish },
): [Tale["whose"], Wish] {
  if (!other.isKind || random.chance(1 / 3)) return ["other", fulfil(random, other)];
  const rest = Object.keys(topics).filter((topic) =>
    ![receiver.topic, other.topic].includes(topic)
  );
  const topic = random.choice(rest);
  return ["nobody", { topic, thing: random.choice(topics[topic].things), isKind: false }];
}
