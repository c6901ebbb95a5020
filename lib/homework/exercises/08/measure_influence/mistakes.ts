/**
 * Wrong answers to exercise 08.6 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { measureInfluence } from "./solution.ts";

type Rows = number[][];
type Layer = (words: Rows) => Rows;

/** The length of a vector. */
const length = (vector: readonly number[]): number => Math.hypot(...vector);

/** The words, with one of them nudged. */
function nudged(words: Rows, j: number, nudge: readonly number[]): Rows {
  return words.map((word, i) => i === j ? word.map((x, d) => x + nudge[d]) : [...word]);
}

/** The table of what `size` makes of the changes of each output, for words changed by `change`. */
function measured(
  layer: Layer,
  words: Rows,
  size: (change: number[], before: number[], after: number[]) => number,
  change: (j: number) => Rows,
): Rows {
  const before = layer(words);
  const after = words.map((_, j) => layer(change(j)));
  return before.map((old, i) =>
    after.map((outputs) => size(outputs[i].map((x, d) => x - old[d]), old, outputs[i]))
  );
}

/** With the right nudges. */
function sized(
  layer: Layer,
  words: Rows,
  nudge: number[],
  size: (change: number[], before: number[], after: number[]) => number,
): Rows {
  return measured(layer, words, size, (j) => nudged(words, j, nudge));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);

export const mistakes: readonly Mistake<typeof measureInfluence>[] = [
  {
    name: { en: "rows and columns exchanged", ko: "행과 열이 바뀜" },
    hint: {
      en:
        "Your table is transposed. Nudging word j gives one number for each output: they belong into column j, so that row " +
        "i tells what moves output i.",
      ko:
        "표가 전치되었습니다. 단어 j를 밀면 출력마다 수가 하나씩 나오는데, 이것은 열 j에 들어갑니다. 그래야 행 i가 출력 i를 움직이는 것들을 말해 줍니다.",
    },
    answer(layer, words, nudge) {
      const table = sized(layer, words, nudge, length);
      return table.map((_, i) => table.map((row) => row[i]));
    },
  },
  {
    name: { en: "nudges pile up", ko: "밀어 둔 것이 쌓임" },
    hint: {
      en:
        "Word 0 is still nudged when you nudge word 1. One change at a time: begin from the words as they came, each time.",
      ko:
        "단어 1을 밀 때 단어 0도 아직 밀린 채입니다. 한 번에 하나만 바꾸세요. 매번 처음의 단어들에서 시작해야 합니다.",
    },
    answer: (layer, words, nudge) =>
      measured(
        layer,
        words,
        length,
        (j) => words.map((word, i) => i <= j ? word.map((x, d) => x + nudge[d]) : [...word]),
      ),
    variants: [(layer, words, nudge) => { // in the caller's words
      const before = layer(words);
      const columns = words.map((word) => {
        nudge.forEach((step, d) => word[d] += step);
        return layer(words).map((after, i) => length(after.map((x, d) => x - before[i][d])));
      });
      return words.map((_, i) => columns.map((column) => column[i]));
    }],
  },
  {
    name: { en: "measured against the last nudge", ko: "직전의 출력과 비교함" },
    hint: {
      en:
        "The nudges pile up, and each output is compared with the one before. The layer bends, so it matters where you " +
        "start: compare with the words as they came.",
      ko:
        "밀어 둔 것이 쌓이고, 출력을 직전의 출력과 비교했습니다. 층은 직선이 아니므로 출발점이 중요합니다. 처음의 단어들과 비교하세요.",
    },
    answer(layer, words, nudge) {
      let before = layer(words);
      let now = words;
      const columns = words.map((_, j) => {
        now = nudged(now, j, nudge);
        const after = layer(now);
        const lengths = after.map((word, i) => length(word.map((x, d) => x - before[i][d])));
        before = after;
        return lengths;
      });
      return words.map((_, i) => columns.map((column) => column[i]));
    },
  },
  {
    name: { en: "nothing to compare with", ko: "비교할 출력이 없음" },
    hint: {
      en:
        "You measure the outputs themselves, not how far they move. Subtract the outputs of the words as they came.",
      ko: "움직인 거리가 아니라 출력 자체의 길이를 쟀습니다. 처음 단어들의 출력을 빼세요.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge, (_change, _before, after) => length(after)),
  },
  {
    name: { en: "compared with the inputs", ko: "입력과 비교함" },
    hint: {
      en:
        "You subtract the words that went in. Asked is how far the *outputs* move: call the layer on the words as they came, " +
        "and subtract that.",
      ko:
        "들어간 단어를 뺐습니다. *출력*이 얼마나 움직이는지를 물었으니, 처음 단어들로 층을 불러 그 출력을 빼세요.",
    },
    answer: (layer, words, nudge) => {
      const after = words.map((_, j) => layer(nudged(words, j, nudge)));
      return words.map((word, i) =>
        after.map((outputs) => length(outputs[i].map((x, d) => x - word[d])))
      );
    },
  },
  {
    name: { en: "no root", ko: "제곱근이 빠짐" },
    hint: {
      en: "You have the sum of the squares. The length is its root.",
      ko: "제곱의 합입니다. 길이는 그 제곱근입니다.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge, (change) => sum(change.map((x) => x * x))),
  },
  {
    name: { en: "the mean of the squares", ko: "제곱의 합이 아니라 평균" },
    hint: {
      en:
        "You average the squares over the word's numbers before taking the root. A length has the sum, not the mean.",
      ko: "제곱근을 취하기 전에 제곱의 평균을 냈습니다. 길이에는 평균이 아니라 합이 들어갑니다.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge, (change) => length(change) / Math.sqrt(change.length)),
  },
  {
    name: { en: "sums the changes", ko: "변화를 그냥 더함" },
    hint: {
      en:
        "You add the changes up without squaring them. Going up in one number and down in another then looks like standing still.",
      ko:
        "변화를 제곱하지 않고 더했습니다. 그러면 한 수가 늘고 다른 수가 줄 때 가만히 있는 것처럼 보입니다.",
    },
    answer: (layer, words, nudge) => sized(layer, words, nudge, sum),
    variants: [
      (layer, words, nudge) => sized(layer, words, nudge, (change) => sum(change.map(Math.abs))),
    ],
  },
  {
    name: { en: "only the first number nudged", ko: "첫 수만 밂" },
    hint: {
      en: "Only the first number of the word is nudged. Add nudge[d] to each number d of the word.",
      ko: "단어의 첫 수만 밀었습니다. 단어의 수 d마다 nudge[d]를 더하세요.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge.map((x, d) => d === 0 ? x : 0), length),
  },
  {
    name: { en: "the nudge takes the word's place", ko: "nudge가 단어를 대신함" },
    hint: {
      en: "You put the nudge in the word's place. Add it to the word.",
      ko: "단어 자리에 nudge를 넣었습니다. 단어에 더하세요.",
    },
    answer: (layer, words, nudge) =>
      measured(layer, words, length, (j) => words.map((word, i) => i === j ? nudge : word)),
  },
  {
    name: { en: "every word nudged", ko: "모든 단어를 밂" },
    hint: {
      en:
        "You nudge all words at once, so nobody can tell who moved whom. Nudge one word at a time.",
      ko:
        "모든 단어를 한꺼번에 밀어서 누가 누구를 움직였는지 알 수 없습니다. 한 번에 한 단어만 미세요.",
    },
    answer: (layer, words, nudge) =>
      measured(
        layer,
        words,
        length,
        () => words.map((word) => word.map((x, d) => x + nudge[d])),
      ),
  },
  {
    name: { en: "shares instead of lengths", ko: "길이가 아니라 비율" },
    hint: {
      en:
        "Your rows are divided by their sums, as in the lesson's figure. Asked are the lengths themselves.",
      ko: "수업의 그림처럼 행을 그 합으로 나누었습니다. 여기서는 길이 자체를 물었습니다.",
    },
    answer(layer, words, nudge) {
      const table = sized(layer, words, nudge, length);
      return table.map((row) => row.map((x) => x / sum(row)));
    },
  },
  {
    name: { en: "divided by the nudge's length", ko: "nudge의 길이로 나눔" },
    hint: {
      en:
        "You divide by the length of the nudge, as a slope would. Asked is how far each word moves.",
      ko: "기울기처럼 nudge의 길이로 나누었습니다. 단어가 얼마나 움직였는지만 물었습니다.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge, (change) => length(change) / length(nudge)),
  },
  {
    name: { en: "the difference of two lengths", ko: "길이를 구한 다음 뺌" },
    hint: {
      en:
        "You subtract the lengths of the outputs. A word may move and keep its length: subtract first, number " +
        "by number, then take the length.",
      ko:
        "출력의 길이를 각각 구해 뺐습니다. 단어가 움직여도 길이는 그대로일 수 있습니다. 먼저 수끼리 빼고 그 길이를 구하세요.",
    },
    answer: (layer, words, nudge) =>
      sized(
        layer,
        words,
        nudge,
        (_change, before, after) => Math.abs(length(after) - length(before)),
      ),
    variants: [
      (layer, words, nudge) =>
        sized(layer, words, nudge, (_change, before, after) => length(after) - length(before)),
    ],
  },
  {
    name: { en: "the largest change alone", ko: "가장 큰 변화만" },
    hint: {
      en:
        "You take the largest change among a word's numbers. The length takes all of them: the root of the " +
        "sum of their squares.",
      ko:
        "단어의 수들 가운데 가장 큰 변화만 취했습니다. 길이에는 모두 들어갑니다. 제곱의 합의 제곱근입니다.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge, (change) => Math.max(...change.map(Math.abs))),
  },
  {
    name: { en: "yes or no instead of how far", ko: "얼마나가 아니라 움직였는지만" },
    hint: {
      en: "You say whether a word moves, with 1 and 0. Asked is how far: the length of its change.",
      ko: "움직였는지를 1과 0으로만 말합니다. 얼마나 움직였는지, 곧 변화의 길이를 구하세요.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge, (change) => change.some((x) => x !== 0) ? 1 : 0),
  },
  {
    name: { en: "the diagonal alone", ko: "대각선만 잼" },
    hint: {
      en:
        "You measure what each word does to itself. The table asks for every pair: how far each output moves " +
        "for each input.",
      ko:
        "단어가 자기 자신을 움직인 것만 쟀습니다. 모든 쌍이 필요합니다. 입력마다 모든 출력이 얼마나 움직이는지 재세요.",
    },
    answer: (layer, words, nudge) => {
      const table = sized(layer, words, nudge, (change) => length(change));
      return table.map((row, i) => row.map((x, j) => i === j ? x : 0));
    },
    variants: [(layer, words, nudge) => {
      const table = sized(layer, words, nudge, (change) => length(change));
      return table.map((row, i) => row.map((x, j) => i === j ? 0 : x));
    }],
  },
  {
    name: { en: "the nudge subtracted", ko: "밀 것을 뺌" },
    hint: {
      en:
        "You subtract the nudge from the word. It is added; the layer is not straight, so the other way gives " +
        "other lengths.",
      ko:
        "단어에서 nudge를 뺐습니다. 더해야 합니다. 층이 직선이 아니어서 반대쪽으로 밀면 길이가 달라집니다.",
    },
    answer: (layer, words, nudge) =>
      sized(layer, words, nudge.map((x) => -x), (change) => length(change)),
  },
];
