/**
 * Short stories about wishes: two people wish for different things, and one of them is given
 * something.
 *
 * Whether a wish came true is in no single word. A story and its twin, in which a thing is given that
 * nobody wished for, have the same people, the same wishes and the same plot; what tells them apart is
 * whether the thing that is given was named before. A reader must compare two places of the text, which
 * is what attention is for. The last sentence of a story says how it ended.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Story, topics } from "lib/text/corpora/stories.ts";

const names = ["Tom", "Ben", "Minsu", "Junho", "Anna", "Lucy", "Suji", "Yuna"];

/** One way to say something about a person and a thing. The verbs suit every topic. */
type Saying = (name: string, thing: string) => string;

const wishes: readonly Saying[] = [
  (name, thing) => `${name} wanted a ${thing}.`,
  (name, thing) => `${name} asked for a ${thing}.`,
  (name, thing) => `${name} dreamed of a ${thing}.`,
];

const gifts: readonly Saying[] = [
  (name, thing) => `${name} got a ${thing}.`,
  (name, thing) => `Mom gave ${name} a ${thing}.`,
];

const glad: readonly ((name: string) => string)[] = [
  (name) => `${name} was happy.`,
  (name) => `${name} smiled.`,
];

const sorry: readonly ((name: string) => string)[] = [
  (name) => `${name} was sad.`,
  (name) => `${name} sighed.`,
];

/** A story and its twin: the same but for what is given, and so for how it ends. */
export function drawTwins(random: Random): readonly [Story, Story] {
  const [topic, things] = random.choice(Object.entries(topics));
  const [one, other] = random.shuffle(names);
  const [wanted, alsoWanted, unwanted] = random.shuffle(things);
  const openings = random.shuffle([
    random.choice(wishes)(one, wanted),
    random.choice(wishes)(other, alsoWanted),
  ]);
  const gift = random.choice(gifts);
  const ending = random.integer(glad.length);
  const tell = (thing: string, endings: typeof glad, cameTrue: boolean): Story => ({
    sentences: [...openings, gift(one, thing), endings[ending](one)],
    topic,
    cameTrue,
  });
  return [tell(wanted, glad, true), tell(unwanted, sorry, false)];
}
