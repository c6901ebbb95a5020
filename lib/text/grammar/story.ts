/**
 * Short stories about wishes: two people wish for different things, and one of them is given
 * something.
 *
 * Whether a wish came true is in no single word. A story and its twin, in which the other thing is
 * given, hold the same words; only who wished for what tells them apart. A reader must tie each name
 * to its wish, which is what attention is for. The last sentence of a story says how it ended.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import { indefinite } from "./lexicon/noun.ts";

interface Character {
  readonly name: string;
  readonly he: "he" | "she";
  readonly his: "his" | "her";
}

const boys = ["Tom", "Ben", "Sam", "Leo", "Max", "Minsu", "Junho", "Adam"];
const girls = ["Anna", "Amy", "Ella", "Lucy", "Kate", "Suji", "Yuna", "Mary"];
const characters: readonly Character[] = [
  ...boys.map((name): Character => ({ name, he: "he", his: "his" })),
  ...girls.map((name): Character => ({ name, he: "she", his: "her" })),
];

/** A kind of wish: what can be wished for, how it is said, and how something is given. */
interface Frame {
  readonly name: string;
  /** As they stand after the wish: `a hat`, `the park`. */
  readonly things: readonly string[];
  readonly wishes: readonly ((who: Character, thing: string) => string)[];
  readonly gifts: readonly ((who: Character, thing: string) => string)[];
}

const frames: readonly Frame[] = [
  {
    name: "present",
    things: ["hat", "bike", "ball", "book", "kite", "watch", "doll", "robot"].map(indefinite),
    wishes: [
      ({ name }, thing) => `${name} wanted ${thing}.`,
      ({ name, his }, thing) => `${name} wanted ${thing} for ${his} birthday.`,
      ({ name, his }, thing) => `${name} asked ${his} parents for ${thing}.`,
      ({ name }, thing) => `${name} dreamed of ${thing}.`,
    ],
    gifts: [
      ({ name, his }, thing) => `On ${his} birthday, ${name} got ${thing}.`,
      ({ name }, thing) => `In the evening, Grandma gave ${name} ${thing}.`,
      ({ name }, thing) => `The next day, Dad bought ${thing} for ${name}.`,
    ],
  },
  {
    name: "outing",
    things: ["park", "museum", "beach", "zoo", "library", "market", "pool", "farm"].map((place) =>
      `the ${place}`
    ),
    wishes: [
      ({ name }, place) => `${name} wanted to go to ${place}.`,
      ({ name }, place) => `${name} wished to see ${place}.`,
      ({ name, his }, place) => `${name} asked ${his} mom about a day at ${place}.`,
      ({ name }, place) => `${name} liked ${place} best.`,
    ],
    gifts: [
      ({ name }, place) => `On Sunday, Grandpa took ${name} to ${place}.`,
      ({ name, his }, place) =>
        `The next morning, ${name} and ${his} aunt took the bus to ${place}.`,
      ({ name }, place) => `After lunch, Mom drove ${name} to ${place}.`,
    ],
  },
  {
    name: "meal",
    things: ["pizza", "soup", "noodles", "fish", "cake", "dumplings", "rice", "salad"],
    wishes: [
      ({ name }, food) => `${name} wanted to eat ${food}.`,
      ({ name }, food) => `${name} was hungry for ${food}.`,
      ({ name, his }, food) => `${name} asked ${his} dad to make ${food}.`,
      ({ name }, food) => `${name} liked ${food} best.`,
    ],
    gifts: [
      ({ name }, food) => `For dinner, Mom made ${food} for ${name}.`,
      ({ name }, food) => `At the restaurant, the cook gave ${name} ${food}.`,
      ({ name, his }, food) => `At noon, ${name} sat down with ${his} uncle and ate ${food}.`,
    ],
  },
  {
    name: "lost",
    things: ["key", "bag", "coat", "ring", "phone", "letter", "ticket", "umbrella"].map((thing) =>
      `{a} ${thing}`
    ),
    wishes: [
      ({ name, his }, thing) => `${name} lost ${thing.replace("{a}", his)}.`,
      ({ name, his }, thing) => `${name} could not find ${thing.replace("{a}", his)}.`,
      ({ name, his }, thing) => `${name} looked for ${thing.replace("{a}", his)}.`,
      ({ name, his }, thing) => `${name} left ${thing.replace("{a}", his)} on the train.`,
    ],
    gifts: [
      ({ name }, thing) => `The next day, an old man brought ${name} ${found(thing)}.`,
      ({ name }, thing) => `At the station, a woman showed ${name} ${found(thing)}.`,
      ({ name }, thing) => `Later, ${name} found ${found(thing)} under the table.`,
    ],
  },
  {
    name: "lesson",
    things: ["piano", "guitar", "violin", "drums", "flute", "trumpet"].map((thing) =>
      `the ${thing}`
    ),
    wishes: [
      ({ name }, thing) => `${name} wanted to play ${thing}.`,
      ({ name }, thing) => `${name} hoped to learn ${thing}.`,
      ({ name }, thing) => `${name} loved the sound of ${thing}.`,
      ({ name, he }, thing) => `${name} said that ${he} would like to play ${thing}.`,
    ],
    gifts: [
      ({ name }, thing) => `On Monday, the teacher taught ${name} ${thing}.`,
      ({ name }, thing) => `At school, ${name} had a lesson on ${thing}.`,
      ({ name }, thing) => `In the afternoon, an old friend let ${name} try ${thing}.`,
    ],
  },
];

/** `{a} umbrella` → `an umbrella`. */
function found(thing: string): string {
  return indefinite(thing.replace("{a} ", ""));
}

const times: readonly string[] = [
  "It was a cold day in winter.",
  "It was a warm day in spring.",
  "It was raining outside.",
  "It was a quiet morning.",
  "The sun was shining.",
  "It was the first day of the holidays.",
];

const pauses: readonly ((one: Character, other: Character) => string)[] = [
  (one, other) => `${one.name} and ${other.name} talked about it all morning.`,
  (one, other) => `${one.name} told ${other.name} about it at school.`,
  (one, other) => `${other.name} and ${one.name} were good friends.`,
  (one, other) => `${one.name} met ${other.name} after school.`,
  () => "They waited for a long time.",
  () => "They did their homework first.",
  () => "They did not tell anyone.",
];

const glad: readonly ((who: Character) => string)[] = [
  ({ name }) => `${name} was very happy.`,
  ({ name }) => `${name} smiled all day.`,
  ({ name, he }) => `${name} said that ${he} was lucky.`,
  ({ name }) => `It was just right for ${name}.`,
];

const sorry: readonly ((who: Character) => string)[] = [
  ({ name }) => `${name} was a little sad.`,
  ({ name }) => `${name} was quiet all day.`,
  ({ name, he }) => `${name} said that ${he} was sorry.`,
  ({ name }) => `It was not right for ${name}.`,
];

/** A story and its twin: the same but for what is given, and so for how it ends. */
export function drawTwins(random: Random): readonly [Story, Story] {
  const frame = random.choice(frames);
  const [one, other] = random.shuffle(characters);
  const [wanted, unwanted] = random.shuffle(frame.things);
  const opening = random.choice(times);
  const wishes = [
    random.choice(frame.wishes)(one, wanted),
    random.choice(frame.wishes)(other, unwanted),
  ];
  const wishesInOrder = random.chance(0.5) ? wishes : [wishes[1], wishes[0]];
  const pause = random.choice(pauses)(one, other);
  const gift = random.choice(frame.gifts);
  const start = random.chance(0.5) ? [opening, ...wishesInOrder] : wishesInOrder;
  const end = random.integer(glad.length);
  const tell = (thing: string, endings: typeof glad, cameTrue: boolean): Story => ({
    sentences: [...start, pause, gift(one, thing), endings[end](one)],
    cameTrue,
    frame: frame.name,
  });
  return [tell(wanted, glad, true), tell(unwanted, sorry, false)];
}
