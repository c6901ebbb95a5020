/**
 * Exercise 10.2: true and false pairs of sentences (Devlin et al. 2019, section 3.1, task 2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Story = readonly string[];

type Draw = { coin: number; away: number; place: number };

export type Arguments = [stories: readonly Story[], draws: readonly Draw[]];

export type Pair = { first: string; second: string; isNext: boolean };

/** Where one pair comes from. */
interface Origin {
  readonly stories: readonly Story[];
  readonly story: number;
  readonly sentence: number;
  readonly draw: Draw;
}

/** How a pair's second half and label are found. */
interface Rules {
  isTrue(draw: Draw): boolean;
  falseSentence(origin: Origin): string;
  label(isTrue: boolean): boolean;
  /** Which draw belongs to a pair: of all pairs so far, or of the story's. */
  drawIndex(overall: number, inStory: number): number;
}

export const nextSentence = ({ stories, story, sentence }: Origin) => stories[story][sentence + 1];

/** The sentence that the draw's place names in a story. */
export const placed = (story: Story, { place }: Draw) => story[Math.floor(place * story.length)];

const right: Rules = {
  isTrue: ({ coin }) => coin < 0.5,
  falseSentence: ({ stories, story, draw }) =>
    placed(stories[(story + draw.away) % stories.length], draw),
  label: (isTrue) => isTrue,
  drawIndex: (overall) => overall,
};

export function paired([stories, draws]: Arguments, other: Partial<Rules> = {}): Pair[] {
  const rules = { ...right, ...other };
  const pairs: Pair[] = [];
  for (const [story, sentences] of stories.entries()) {
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      const draw = draws[rules.drawIndex(pairs.length, sentence)];
      const origin = { stories, story, sentence, draw };
      const isTrue = rules.isTrue(draw);
      pairs.push({
        first: sentences[sentence],
        second: isTrue ? nextSentence(origin) : rules.falseSentence(origin),
        isNext: rules.label(isTrue),
      });
    }
  }
  return pairs;
}

const cafe = [
  "I went to the cafe yesterday.",
  "There were many people there.",
  "I found no seat.",
  "So I went home.",
];

const key = ["Minsu lost his key.", "He looked under the table.", "It was in his bag."];

const rain = [
  "It rained all day.",
  "We stayed at home.",
  "Mom made dumplings.",
  "They were hot.",
  "We ate them all.",
];

const cat = ["Yuna has a cat.", "It sleeps on the piano."];

const alone = ["The sun was shining."];

/** As many draws as pairs; the coin falls to `heads`, or to either side in turn. */
function drawsFor(random: Random, stories: readonly Story[], heads?: boolean): Draw[] {
  const count = stories.reduce((sum, story) => sum + story.length - 1, 0);
  return Array.from({ length: count }, (_, i) => ({
    coin: (heads ?? i % 2 === 0) ? random.uniform(0, 0.49) : random.uniform(0.51, 1),
    away: 1 + random.integer(stories.length - 1),
    place: random.uniform(),
  }));
}

export const sentencePairs = defineExercise<Arguments, Pair[]>({
  id: "10.2",
  name: "sentencePairs",
  title: "Does B follow A?",
  difficulty: 3,
  minutes: 20,
  points: 3,
  task:
    `Every sentence but the last of its story begins one pair; the pairs use the draws in order, one each. If
\`coin\` is below 0.5, the second sentence is the true next one. Otherwise it comes from *another* story: the
one \`away\` places further in the list (after the last comes the first), sentence number
$\\lfloor \\text{place} \\cdot \\text{length} \\rfloor$ of it, counted from 0.`,
  stub: `/**
 * True and false pairs for next-sentence prediction.
 *
 * @param stories the sentences of each story, in order
 * @param draws one for each pair: coin and place in [0, 1), away from 1 to the number of stories − 1
 * @returns the pairs, in the order of the stories; isNext says whether second truly follows first
 */
function sentencePairs(
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): { first: string; second: string; isNext: boolean }[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "stories", axes: "" }, { name: "draws", axes: "" }],
  result: [{ name: "pairs", axes: "" }],
  withheld: ["lib/text/sentence_pairs.ts"],

  cases(random): Case<Arguments>[] {
    const stories = random.shuffle([cafe, key, rain, cat]);
    const two = [cafe, key];
    return [
      {
        property: "A true pair and a false one",
        args: [[cat, key], [
          { coin: 0.2, away: 1, place: 0.9 },
          { coin: 0.8, away: 1, place: 0.1 },
          { coin: 0.3, away: 1, place: 0.6 },
        ]],
      },
      {
        property: "Heads only: every pair is true",
        args: [two, drawsFor(random, two, true)],
      },
      {
        property: "Tails only: every second sentence is another story's",
        args: [two, drawsFor(random, two, false)],
      },
      {
        property: "After the last story comes the first",
        args: [[rain, cat, key], drawsFor(random, [rain, cat, key])],
      },
      {
        property: "A story of one sentence begins no pair",
        args: [[cafe, alone, cat], drawsFor(random, [cafe, alone, cat])],
      },
      { property: "Any stories, any draws", args: [stories, drawsFor(random, stories)] },
    ];
  },

  reference: (...args) => paired(args),

  hints: [
    {
      en:
        "Two loops, over stories and over their sentences but the last. Within them: whose draw is it, and " +
        "what does the coin say?",
      ko:
        "반복문이 두 개 필요합니다. 하나는 이야기를, 하나는 마지막을 뺀 문장을 차례로 돕니다. 그 안에서 이번 쌍의 draw를 찾고 coin을 보세요.",
    },
    {
      en:
        "Collect the pairs in an array: its length is the number of the next draw. The other story is " +
        "stories[(story + away) % stories.length]; its sentences are counted from 0.",
      ko:
        "쌍을 배열에 모으면 그 길이가 다음 draw의 번호입니다. 다른 이야기는 stories[(story + away) % stories.length]이고, 그 문장은 0부터 셉니다.",
    },
    {
      en:
        "The second sentence is coin < 0.5 ? sentences[i + 1] : another[Math.floor(place * another.length)], " +
        "and isNext is coin < 0.5.",
      ko:
        "두 번째 문장은 coin < 0.5 ? sentences[i + 1] : another[Math.floor(place * another.length)]이고, isNext는 coin < 0.5입니다.",
    },
  ],
});
