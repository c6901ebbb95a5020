/**
 * Exercise 10.2: true and false pairs of sentences (Devlin et al. 2019, section 3.1, task 2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Draw = { coin: number; story: number; sentence: number };

type Arguments = [stories: string[][], draws: Draw[][]];

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

const again = [
  "It knocked.",
  "I opened the door.",
  "It knocked.",
  "Nobody was there.",
  "I opened the door.",
  "It was the wind.",
];

const sunday = ["It rained.", "We stayed at home.", "We slept."];

const monday = ["It rained.", "Mom made dumplings.", "We stayed at home."];

/** A draw for each pair, the story never its own; the coin falls to `heads`, or to either side in turn. */
function drawsFor(random: Random, stories: readonly string[][], heads?: boolean): Draw[][] {
  return stories.map((sentences, own) =>
    sentences.slice(1).map((_, i) => {
      const story = (own + 1 + random.integer(stories.length - 1)) % stories.length;
      return {
        coin: (heads ?? i % 2 === 0) ? random.uniform(0, 0.49) : random.uniform(0.51, 1),
        story,
        sentence: random.integer(stories[story].length),
      };
    })
  );
}

const draw = (coin: number, story: number, sentence: number): Draw => ({ coin, story, sentence });

export const sentencePairs = defineExercise<Arguments>({
  id: "10.2",
  name: "sentencePairs",
  title: { en: "Does B follow A?", ko: "B가 A 다음에 오나요?" },
  difficulty: 2,
  minutes: 10,
  points: 3,
  task: {
    en:
      `Every sentence but a story's last begins a pair. The pair that begins with \`stories[s][i]\` has the draw
\`draws[s][i]\`. If its \`coin\` is below 0.5, the second sentence is the true next one. Otherwise it is sentence
number \`sentence\` of story number \`story\`, which is another one; both are counted from 0.`,
    ko:
      `이야기마다 마지막을 뺀 모든 문장이 쌍의 첫 문장이 됩니다. \`stories[s][i]\`로 시작하는 쌍에는 \`draws[s][i]\`를 씁니다. \`coin\`이 0.5보다 작으면
둘째 문장은 실제 다음 문장입니다. 그렇지 않으면 다른 이야기인 \`story\`번 이야기의 \`sentence\`번 문장입니다. 번호는 둘 다 0부터 셉니다.`,
  },
  stub: `/**
 * True and false pairs for next-sentence prediction.
 *
 * @param stories the sentences of each story, in order; a sentence may occur twice
 * @param draws for each story a draw for each pair: coin in [0, 1), and which sentence of which other story
 * @returns the pairs of all stories in one list, in order; isNext: false if second is taken from another
 *   story, even if its words are those of the true next sentence
 */
function sentencePairs(
  stories: string[][],
  draws: { coin: number; story: number; sentence: number }[][],
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
        property: { en: "A true pair and a false one", ko: "참인 쌍과 거짓인 쌍" },
        args: [[cat, key], [[draw(0.2, 1, 2)], [draw(0.8, 0, 1), draw(0.3, 0, 0)]]],
        result: [
          { first: cat[0], second: cat[1], isNext: true },
          { first: key[0], second: cat[1], isNext: false },
          { first: key[1], second: key[2], isNext: true },
        ],
      },
      {
        property: {
          en: "At the edges: a coin of 0.5 is false; the first sentence and the last may come",
          ko: "경계: coin이 0.5이면 거짓이고, 첫 문장도 마지막 문장도 나올 수 있습니다",
        },
        args: [[cat, rain, key], [
          [draw(0.5, 2, 0)],
          [draw(0.5, 2, 2), draw(0, 0, 0), draw(0.99, 0, 1), draw(0.5, 2, 1)],
          [draw(0.5, 1, 4), draw(0.5, 0, 0)],
        ]],
        result: [
          { first: cat[0], second: key[0], isNext: false },
          { first: rain[0], second: key[2], isNext: false },
          { first: rain[1], second: rain[2], isNext: true },
          { first: rain[2], second: cat[1], isNext: false },
          { first: rain[3], second: key[1], isNext: false },
          { first: key[0], second: rain[4], isNext: false },
          { first: key[1], second: cat[0], isNext: false },
        ],
      },
      {
        property: { en: "Heads only: every pair is true", ko: "앞면뿐: 모든 쌍이 참입니다" },
        args: [two, drawsFor(random, two, true)],
      },
      {
        property: {
          en: "Tails only: every second sentence is another story's",
          ko: "뒷면뿐: 둘째 문장이 모두 다른 이야기에서 옵니다",
        },
        args: [two, drawsFor(random, two, false)],
      },
      {
        property: {
          en: "A story of one sentence begins no pair",
          ko: "문장이 하나뿐인 이야기에서는 쌍이 시작되지 않습니다",
        },
        args: [[cafe, alone, cat], drawsFor(random, [cafe, alone, cat])],
      },
      {
        property: { en: "A sentence may occur twice", ko: "같은 문장이 두 번 나올 수 있습니다" },
        args: [[again, cafe], drawsFor(random, [again, cafe])],
      },
      {
        property: {
          en: "Stories that share a sentence: it is another story's all the same",
          ko: "두 이야기에 같은 문장이 있음: 그래도 다른 이야기에서 온 것입니다",
        },
        // The first second sentence has the words of the true next one, but is another story's.
        args: [[sunday, monday], [
          [draw(0.8, 1, 2), draw(0.7, 1, 0)],
          [draw(0.2, 0, 1), draw(0.6, 0, 0)],
        ]],
        result: [
          { first: sunday[0], second: monday[2], isNext: false },
          { first: sunday[1], second: monday[0], isNext: false },
          { first: monday[0], second: monday[1], isNext: true },
          { first: monday[1], second: sunday[0], isNext: false },
        ],
      },
      {
        property: { en: "Any stories, any draws", ko: "아무 이야기, 아무 draws" },
        args: [stories, drawsFor(random, stories)],
      },
    ];
  },

  hints: [
    {
      en:
        "Two loops, over stories and over their sentences but the last. Within them: what does the coin of this " +
        "pair's draw say?",
      ko:
        "반복문이 두 개 필요합니다. 하나는 이야기를, 하나는 마지막을 뺀 문장을 차례로 돕니다. 그 안에서 이번 쌍의 draw에 있는 coin을 보세요.",
    },
    {
      en:
        "Take the pair's draw apart: const { coin, story, sentence } = draws[s][i]. The coin alone decides isNext, " +
        "and isNext decides which of two sentences is the second.",
      ko:
        "쌍의 draw를 풀어 쓰세요: const { coin, story, sentence } = draws[s][i]. isNext는 coin만 보고 정하고, 두 문장 가운데 어느 것이 둘째인지는 isNext가 정합니다.",
    },
    {
      en:
        "With isNext = coin < 0.5, the second sentence is either in stories[s] or in stories[story]. At which place " +
        "in each?",
      ko:
        "isNext = coin < 0.5라 하면 둘째 문장은 stories[s]나 stories[story]에 있습니다. 각각 몇 번째 문장인가요?",
    },
  ],
});
