/**
 * Exercise 10.6: the sum that enters BERT (Devlin et al. 2019, section 3, figure 2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Tables = { token: number[][]; position: number[][]; segment: number[][] };

type Arguments = [ids: number[], sepId: number, tables: Tables];

const cls = 1;
const sep = 2;

/** Three tables of random rows; two positions more than `time`. */
function draw(random: Random, vocab: number, time: number, model: number): Tables {
  const rows = (count: number) => Array.from({ length: count }, () => [...random.normals(model)]);
  return { token: rows(vocab), position: rows(time + 2), segment: rows(2) };
}

/** `[CLS] A [SEP] B [SEP]`, of random words from 3 on. */
function pair(random: Random, vocab: number, first: number, second: number): number[] {
  const words = (count: number) =>
    Array.from({ length: count }, () => 3 + random.integer(vocab - 3));
  return [cls, ...words(first), sep, ...words(second), sep];
}

/** Small enough to add up in the head. */
const tables: Tables = {
  token: [[0, 0], [1, 2], [5, 5], [3, 1], [2, 7]],
  position: [[0, 0], [10, 0], [20, 0], [30, 0], [40, 0], [50, 0]],
  segment: [[0, 100], [0, 300]],
};

export const bertInputs = defineExercise<Arguments>({
  id: "10.6",
  name: "bertInputs",
  title: { en: "Add up what enters BERT", ko: "BERT에 들어가는 합 구하기" },
  difficulty: 2,
  minutes: 12,
  points: 3,
  task: {
    en:
      `Each token enters as the sum of three rows: its own in the table \`token\`, its place's in \`position\`
(places are counted from 0) and its segment's in \`segment\`. Segment 0 reaches from \`[CLS]\` to the first
\`[SEP]\`, that one included; whatever follows is segment 1. Write it without tensors. The layer norm that
follows in BERT is not asked for.`,
    ko:
      `토큰은 세 행의 합으로 들어갑니다. \`token\` 표에서 자기 행, \`position\` 표에서 자리의 행(자리는 0부터 셉니다), \`segment\` 표에서 구분의 행입니다. 구분
0은 \`[CLS]\`부터 첫 \`[SEP]\`까지이고 그 \`[SEP]\`도 들어갑니다. 그 뒤는 모두 구분 1입니다. 텐서를 쓰지 말고 작성하세요. BERT에서 그다음에 오는 층
정규화는 하지 않습니다.`,
  },
  stub: `/**
 * What enters BERT's first layer, before its norm.
 *
 * @param ids [time]: [CLS] A [SEP] B [SEP], or [CLS] A [SEP]
 * @param sepId the id of [SEP]
 * @param tables rows of numbers: token [vocab, model], position [place, model], segment [2, model]
 * @returns a vector for each token: [time, model]
 */
function bertInputs(
  ids: number[],
  sepId: number,
  tables: { token: number[][]; position: number[][]; segment: number[][] },
): number[][] {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "ids", axes: "time" },
    { name: "sepId", axes: "" },
    { name: "tables", axes: "" },
  ],
  result: [{ name: "inputs", ko: "입력", axes: "time model" }],
  withheld: ["lib/models/bert.ts"],

  cases(random): Case<Arguments>[] {
    const lone = [cls, 7, 5, 7, sep];
    return [
      {
        property: {
          en: "Five tokens, a word on each side of [SEP]",
          ko: "토큰 다섯 개, [SEP] 양쪽에 단어 하나씩",
        },
        args: [[cls, 3, sep, 4, sep], sep, tables],
        result: [[1, 102], [13, 101], [25, 105], [32, 307], [45, 305]],
      },
      {
        property: { en: "The same word twice in one part", ko: "한 토막에 같은 단어가 두 번" },
        args: [lone, sep, draw(random, 11, lone.length, 3)],
      },
      {
        property: { en: "Parts of unequal length", ko: "길이가 다른 두 토막" },
        args: [pair(random, 17, 2, 7), sep, draw(random, 17, 12, 5)],
      },
      {
        property: { en: "A long first part", ko: "긴 첫 토막" },
        args: [pair(random, 13, 6, 1), sep, draw(random, 13, 10, 2)],
      },
      {
        property: { en: "Another id for [SEP]", ko: "[SEP]의 id가 다름" },
        args: [[0, 4, 2, 6, 3, 2, 6], 6, draw(random, 7, 7, 3)],
      },
    ];
  },

  hints: [
    {
      en:
        "Three questions for each token: which token is it, where does it stand, and has a [SEP] come before it?",
      ko: "토큰마다 세 가지를 물으세요. 어떤 토큰인가? 어느 자리에 있는가? 앞에 [SEP]이 있었는가?",
    },
    {
      en:
        "The place of the first [SEP] is ids.indexOf(sepId). Up to that place, inclusive, the segment is 0. Then " +
        "add three rows, number by number.",
      ko:
        "첫 [SEP]의 자리는 ids.indexOf(sepId)입니다. 그 자리까지는 구분이 0입니다. 그다음 세 행을 같은 위치의 수끼리 더하세요.",
    },
    {
      en:
        "The three rows are tables.token[id], tables.position[t] and tables.segment[0] or tables.segment[1]. Adding " +
        "two of them is a.map((x, i) => x + b[i]); how do you add the third?",
      ko:
        "세 행은 tables.token[id], tables.position[t], 그리고 tables.segment[0]이나 tables.segment[1]입니다. 두 행은 a.map((x, i) => x + b[i])로 더합니다. 셋째는 어떻게 더할까요?",
    },
  ],
});
