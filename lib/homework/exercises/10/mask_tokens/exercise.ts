/**
 * Exercise 10.1: what BERT reads and what it is asked (Devlin et al. 2019, section 3.1, task 1).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Draw = { choose: number; replace: number; word: number };

type Options = { maskId: number; specialIds: number[] };

type Arguments = [tokens: number[], draws: Draw[], options: Options];

/** As in the lesson: seven special tokens, <pad> first and [MASK] last; words from 7 on. */
const options: Options = { maskId: 6, specialIds: [0, 1, 2, 3, 4, 5, 6] };

const cls = 4;
const sep = 5;

const draw = (choose: number, replace: number, word: number): Draw => ({ choose, replace, word });

/**
 * Draws for a text; `share` of the places are chosen. The first five are, and have one `replace` in each range that
 * a learner might take for another. Another word is never the word itself.
 */
function drawFor(random: Random, tokens: readonly number[], share: number): Draw[] {
  const replaces = [random.uniform(0, 0.79), 0.805, 0.86, random.uniform(0.83, 0.89), 0.95];
  return tokens.map((token, i) => ({
    choose: i < 5 || random.chance(share) ? random.uniform(0, 0.149) : random.uniform(0.151, 1),
    replace: replaces[i] ?? random.uniform(),
    word: 7 + (token - 7 + 1 + random.integer(90) + 91) % 91,
  }));
}

function words(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => 7 + random.integer(91));
}

export const maskTokens = defineExercise<Arguments>({
  id: "10.1",
  name: "maskTokens",
  title: { en: "Hide words, as BERT does", ko: "BERT처럼 단어 가리기" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en: `A place is chosen if its \`choose\` is below 0.15 (the paper's share) and
its token is not special. At a chosen place the model reads \`[MASK]\` if \`replace\` is below 0.8, the
random \`word\` from 0.8 to below 0.9, and the token itself from 0.9 on. The label is the true token at
*every* chosen place and 0 elsewhere: the loss ignores 0.`,
    ko:
      `\`choose\`가 0.15보다 작고 토큰이 특수 토큰이 아니면 그 자리를 고릅니다. 0.15는 논문의 비율입니다. 고른 자리에서
모델은 \`replace\`가 0.8보다 작으면 \`[MASK]\`를, 0.8 이상 0.9 미만이면 무작위 \`word\`를, 0.9 이상이면 원래 토큰을 읽습니다. 레이블은 고른
자리에서는 *언제나* 원래 토큰이고, 다른 자리에서는 0입니다. 손실은 0을 무시합니다.`,
  },
  stub: `/**
 * Hides words of one text for a masked language model.
 *
 * @param tokens ids [time]
 * @param draws for each place two numbers in [0, 1) and the id of a random word
 * @param options the id of [MASK]; the ids that are never chosen, such as [CLS], [SEP] and <pad>
 * @returns inputs [time]: what is read; labels [time]: what is asked
 */
function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "tokens", axes: "time" },
    { name: "draws", axes: "" },
    { name: "options", axes: "" },
  ],
  result: [{ name: "inputs", axes: "time" }, { name: "labels", axes: "time" }],
  withheld: ["lib/text/masking.ts"],

  cases(random): Case<Arguments>[] {
    const text = words(random, 19);
    const other = words(random, 29);
    const framed = [cls, ...words(random, 3), sep, ...words(random, 2), sep, 0, 0];
    const masks = [7, 6, 12, 8, 9, 10];
    return [
      {
        property: {
          en: "One word of three becomes [MASK]",
          ko: "세 단어 중 하나가 [MASK]가 됩니다",
        },
        args: [[7, 8, 9], [draw(0.5, 0.2, 11), draw(0.1, 0.3, 12), draw(0.9, 0.95, 13)], options],
        result: { inputs: [7, 6, 9], labels: [0, 8, 0] },
      },
      {
        property: {
          en: "Three chosen: [MASK], another word, the same word",
          ko: "세 자리를 고름: [MASK], 다른 단어, 원래 단어",
        },
        args: [[7, 8, 9], [draw(0, 0.5, 11), draw(0.14, 0.85, 12), draw(0.07, 0.97, 13)], options],
        result: { inputs: [6, 12, 9], labels: [7, 8, 9] },
      },
      {
        property: {
          en: "Near the threshold: 0.12 and 0.149 are chosen, 0.16 and 0.19 are not",
          ko: "경계 가까이: 0.12와 0.149는 고르고 0.16과 0.19는 고르지 않습니다",
        },
        args: [
          [7, 8, 9, 10],
          [draw(0.16, 0.5, 11), draw(0.19, 0.5, 12), draw(0.149, 0.5, 13), draw(0.12, 0.5, 14)],
          options,
        ],
        result: { inputs: [7, 8, 6, 6], labels: [0, 0, 9, 10] },
      },
      {
        property: {
          en: "At the thresholds: 0.15 is not chosen, 0.8 gives the word, 0.9 the token",
          ko: "경계: 0.15는 고르지 않고, 0.8은 다른 단어, 0.9는 원래 토큰",
        },
        args: [[7, 8, 9], [draw(0.15, 0.5, 11), draw(0.1, 0.8, 12), draw(0.1, 0.9, 13)], options],
        result: { inputs: [7, 12, 9], labels: [0, 8, 9] },
      },
      {
        property: {
          en: "[CLS], [SEP] and <pad> are never chosen",
          ko: "[CLS], [SEP], <pad>는 고르지 않습니다",
        },
        args: [framed, drawFor(random, framed, 1), options],
      },
      {
        property: {
          en: "[MASK] in the text is special, too",
          ko: "글에 있는 [MASK]도 특수 토큰입니다",
        },
        args: [masks, drawFor(random, masks, 1).with(1, draw(0.1, 0.95, 9)), options],
      },
      {
        property: {
          en: "Special is what specialIds holds, not a small id",
          ko: "특수 토큰은 작은 id가 아니라 specialIds에 있는 id입니다",
        },
        args: [
          [30, 1, 2, 41, 9, 3],
          [
            draw(0.1, 0.5, 11),
            draw(0.1, 0.5, 12),
            draw(0.1, 0.95, 13),
            draw(0.1, 0.1, 14),
            draw(0.1, 0.85, 15),
            draw(0.1, 0.2, 16),
          ],
          { maskId: 41, specialIds: [30, 57, 41] },
        ],
        result: { inputs: [30, 41, 2, 41, 15, 41], labels: [0, 1, 2, 0, 9, 3] },
      },
      {
        property: {
          en: "Nothing chosen: nothing is asked",
          ko: "고른 자리가 없으면 묻는 것도 없습니다",
        },
        args: [[7, 8], [draw(0.2, 0.1, 12), draw(0.8, 0.9, 11)], options],
        result: { inputs: [7, 8], labels: [0, 0] },
      },
      {
        property: { en: "Every place chosen", ko: "모든 자리를 고름" },
        args: [text, drawFor(random, text, 1), options],
      },
      {
        property: { en: "A longer text, another [MASK]", ko: "더 긴 글, 다른 [MASK] id" },
        args: [other, drawFor(random, other, 0.4), { maskId: 3, specialIds: [0, 1, 2, 3] }],
      },
    ];
  },

  hints: [
    {
      en:
        "Three questions for each place, one after the other: is it chosen? What is read there? What is " +
        "asked there? The last two depend on the first.",
      ko:
        "자리마다 차례로 세 가지를 물으세요. 고른 자리인가? 거기서 무엇을 읽는가? 무엇을 맞혀야 하는가? 뒤의 둘은 첫 번째에 달려 있습니다.",
    },
    {
      en:
        "First make an array of true and false with tokens.map and draws[i].choose. Then inputs and " +
        "labels are one tokens.map each.",
      ko:
        "먼저 tokens.map과 draws[i].choose로 true와 false의 배열을 만드세요. 그다음 inputs와 labels는 각각 tokens.map 한 번이면 됩니다.",
    },
    {
      en:
        "At a place that is not chosen inputs holds token and labels 0. At a chosen one labels holds token, and " +
        "replace decides between three inputs: ask whether it is below 0.8, then whether it is below 0.9.",
      ko:
        "고르지 않은 자리에서 inputs는 token, labels는 0입니다. 고른 자리에서 labels는 token이고, inputs는 replace에 따라 셋 가운데 하나입니다. 먼저 0.8보다 작은지, 그다음 0.9보다 작은지 물으세요.",
    },
  ],
});
