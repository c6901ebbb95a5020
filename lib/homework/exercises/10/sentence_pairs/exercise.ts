/**
 * Exercise 10.2: true and false pairs of sentences (Devlin et al. 2019, section 3.1, task 2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Draw = { coin: number; away: number; place: number };

type Arguments = [stories: string[][], draws: Draw[]];

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

/** As many draws as pairs; the coin falls to `heads`, or to either side in turn. */
function drawsFor(random: Random, stories: readonly string[][], heads?: boolean): Draw[] {
  const count = stories.reduce((sum, story) => sum + story.length - 1, 0);
  return Array.from({ length: count }, (_, i) => ({
    coin: (heads ?? i % 2 === 0) ? random.uniform(0, 0.49) : random.uniform(0.51, 1),
    away: 1 + random.integer(stories.length - 1),
    place: random.uniform(),
  }));
}

export const sentencePairs = defineExercise<Arguments>({
  id: "10.2",
  name: "sentencePairs",
  title: { en: "Does B follow A?", ko: "B가 A 다음에 오나요?" },
  difficulty: 3,
  minutes: 20,
  points: 3,
  task: {
    en:
      `Every sentence but a story's last begins a pair; each pair takes the next draw. If \`coin\` is below 0.5,
the second sentence is the true next one. Otherwise it comes from the story \`away\` places
further (after the last comes the first): number $\\lfloor\\text{place}\\cdot\\text{length}\\rfloor$, from 0,
of that story's \`length\` sentences.

With (a, b) and (c, d, e) the pairs begin with a, c, d. For a, \`coin\` 0.8, \`away\` 1, \`place\` 0.7
give $\\lfloor0.7\\cdot3\\rfloor=2$: a goes with e.`,
    ko:
      `이야기마다 마지막을 뺀 모든 문장이 쌍의 첫 문장이 되고, 쌍마다 draws를 차례로 하나씩 씁니다. \`coin\`이 0.5보다 작으면 둘째 문장은 실제 다음
문장입니다. 그렇지 않으면 목록에서 \`away\`만큼 뒤에 있는 이야기(마지막 다음은 처음)에서 가져옵니다. 그 이야기의
$\\lfloor \\text{place} \\cdot \\text{length} \\rfloor$번 문장이고(\`length\`는 그 이야기의 문장 수), 번호는 0부터 셉니다.

예를 들어 이야기가 (a, b)와 (c, d, e)라면 쌍은 a, c, d로 시작하는 세 개입니다. 첫 번째 draw가 \`coin\` 0.8, \`away\` 1, \`place\` 0.7이면
$\\lfloor 0.7 \\cdot 3 \\rfloor = 2$이므로 a의 짝은 e입니다.`,
  },
  stub: `/**
 * True and false pairs for next-sentence prediction.
 *
 * @param stories the sentences of each story, in order; a sentence may occur twice
 * @param draws one for each pair: coin and place in [0, 1), away from 1 to the number of stories − 1
 * @returns the pairs, in the order of the stories; isNext: false if second is taken from another story,
 *   even if its words are those of the true next sentence
 */
function sentencePairs(
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): { first: string; second: string; isNext: boolean }[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "stories", axes: "" }, { name: "draws", axes: "" }],
  result: [{ name: "pairs", ko: "문장 쌍", axes: "" }],
  withheld: ["lib/text/sentence_pairs.ts"],

  cases(random): Case<Arguments>[] {
    const stories = random.shuffle([cafe, key, rain, cat]);
    const two = [cafe, key];
    return [
      {
        property: { en: "A true pair and a false one", ko: "참인 쌍과 거짓인 쌍" },
        args: [[cat, key], [
          { coin: 0.2, away: 1, place: 0.9 },
          { coin: 0.8, away: 1, place: 0.1 },
          { coin: 0.3, away: 1, place: 0.6 },
        ]],
        result: [
          { first: cat[0], second: cat[1], isNext: true },
          { first: key[0], second: cat[0], isNext: false },
          { first: key[1], second: key[2], isNext: true },
        ],
      },
      {
        property: {
          en: "At the edges: a coin of 0.5 is false, place 0 the first sentence, 0.999 the last",
          ko: "경계: coin이 0.5이면 거짓, place가 0이면 첫 문장, 0.999이면 마지막 문장",
        },
        args: [[cat, rain, key], [
          { coin: 0.5, away: 2, place: 0 },
          { coin: 0.5, away: 1, place: 0.999 },
          { coin: 0, away: 1, place: 0.5 },
          { coin: 0.99, away: 2, place: 0.999 },
          { coin: 0.5, away: 2, place: 0.5 },
          { coin: 0.5, away: 1, place: 0.25 },
          { coin: 0.5, away: 2, place: 0.15 },
        ]],
        result: [
          { first: cat[0], second: key[0], isNext: false },
          { first: rain[0], second: key[2], isNext: false },
          { first: rain[1], second: rain[2], isNext: true },
          { first: rain[2], second: cat[1], isNext: false },
          { first: rain[3], second: cat[1], isNext: false },
          { first: key[0], second: cat[0], isNext: false },
          { first: key[1], second: rain[0], isNext: false },
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
          en: "After the last story comes the first",
          ko: "마지막 이야기 다음은 첫 이야기",
        },
        args: [[rain, cat, key], drawsFor(random, [rain, cat, key])],
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
        args: [[sunday, monday], [
          { coin: 0.8, away: 1, place: 0.9 }, // the words of the true next sentence, from another story
          { coin: 0.7, away: 1, place: 0.1 },
          { coin: 0.2, away: 1, place: 0.5 },
          { coin: 0.6, away: 1, place: 0.2 },
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
