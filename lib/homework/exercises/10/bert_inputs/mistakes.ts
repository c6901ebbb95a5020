/**
 * Wrong answers to exercise 10.6 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { bertInputs } from "./solution.ts";

type Answer = typeof bertInputs;

/** 0 up to the first [SEP], 1 behind it. */
const segmentOf = (ids: number[], sepId: number, t: number): number =>
  t <= ids.indexOf(sepId) ? 0 : 1;

/** Vectors, added number by number. */
const sum = (...rows: number[][]): number[] =>
  rows[0].map((_, i) => rows.reduce((total, row) => total + row[i], 0));

/** The sum with segments by another rule. */
const segmented =
  (rule: (ids: number[], sepId: number, t: number) => number): Answer => (ids, sepId, tables) =>
    ids.map((id, t) =>
      sum(tables.token[id], tables.position[t], tables.segment[rule(ids, sepId, t)])
    );

/** The sum with places by another rule. */
const placed =
  (rule: (ids: number[], sepId: number, t: number) => number): Answer => (ids, sepId, tables) =>
    ids.map((id, t) =>
      sum(
        tables.token[id],
        tables.position[rule(ids, sepId, t)],
        tables.segment[segmentOf(ids, sepId, t)],
      )
    );

export const mistakes: readonly Mistake<Answer>[] = [
  {
    name: { en: "no positions", ko: "위치가 없음" },
    hint: {
      en:
        "You add token and segment, but not the position: the same word twice in one part enters as the same vector. Add the " +
        "row of its place.",
      ko:
        "토큰과 구분만 더하고 위치는 더하지 않았습니다. 한 토막에 두 번 나온 단어가 같은 벡터로 들어갑니다. 자리의 행도 더하세요.",
    },
    answer: (ids, sepId, tables) =>
      ids.map((id, t) => sum(tables.token[id], tables.segment[segmentOf(ids, sepId, t)])),
  },
  {
    name: { en: "no segments", ko: "구분이 없음" },
    hint: {
      en:
        "You add token and position, but not the segment: BERT cannot tell A from B. Add its row.",
      ko:
        "토큰과 위치만 더하고 구분은 더하지 않았습니다. BERT가 A와 B를 구별하지 못합니다. 구분의 행도 더하세요.",
    },
    answer: (ids, _sepId, tables) => ids.map((id, t) => sum(tables.token[id], tables.position[t])),
  },
  {
    name: { en: "one segment for all", ko: "모두 한 구분" },
    hint: {
      en: "All your tokens are in one segment. Behind the first [SEP] begins segment 1.",
      ko: "모든 토큰이 한 구분에 있습니다. 첫 [SEP] 뒤부터는 구분 1입니다.",
    },
    answer: segmented(() => 0),
    variants: [segmented(() => 1)],
  },
  {
    name: { en: "the first [SEP] belongs to B", ko: "첫 [SEP]을 B에 넣음" },
    hint: {
      en: "You let segment 1 begin with the first [SEP]. That one closes A: it is still segment 0.",
      ko: "첫 [SEP]부터 구분 1로 했습니다. 그 [SEP]은 A를 닫는 것이므로 아직 구분 0입니다.",
    },
    answer: segmented((ids, sepId, t) => t < ids.indexOf(sepId) ? 0 : 1),
  },
  {
    name: { en: "the last [SEP] is the border", ko: "마지막 [SEP]을 경계로 봄" },
    hint: {
      en:
        "Your border is the last [SEP], so the words of B are in segment 0, too. Each part has a [SEP]: the first is the border.",
      ko:
        "마지막 [SEP]을 경계로 삼아 B의 단어까지 구분 0이 되었습니다. 토막마다 [SEP]이 하나씩 있고, 경계는 첫째입니다.",
    },
    answer: segmented((ids, sepId, t) => t < ids.lastIndexOf(sepId) ? 0 : 1),
  },
  {
    name: { en: "[SEP] in a segment of its own", ko: "[SEP]만 다른 구분에 넣음" },
    hint: {
      en:
        "You give each [SEP] the same segment. Each belongs to the part that it closes: the first to A, the second to B.",
      ko:
        "두 [SEP]에 같은 구분을 주었습니다. [SEP]은 자기가 닫는 토막에 속합니다. 첫째는 A, 둘째는 B입니다.",
    },
    answer: segmented((ids, sepId, t) => ids[t] === sepId ? 0 : segmentOf(ids, sepId, t)),
    variants: [
      segmented((ids, sepId, t) => ids[t] === sepId ? 1 : 0),
    ],
  },
  {
    name: { en: "segments swapped", ko: "구분이 뒤바뀜" },
    hint: {
      en: "A gets the row of segment 1 and B that of segment 0. A is segment 0.",
      ko: "A가 구분 1의 행을, B가 구분 0의 행을 받습니다. A가 구분 0입니다.",
    },
    answer: segmented((ids, sepId, t) => 1 - segmentOf(ids, sepId, t)),
  },
  {
    name: { en: "places counted from 1", ko: "자리를 1부터 셈" },
    hint: {
      en: "Your first token gets the second row of the positions. Places are counted from 0.",
      ko: "첫 토큰이 위치 표의 둘째 행을 받습니다. 자리는 0부터 셉니다.",
    },
    answer: placed((_ids, _sepId, t) => t + 1),
  },
  {
    name: { en: "B begins again at place 0", ko: "B가 자리 0에서 다시 시작함" },
    hint: {
      en:
        "Behind [SEP] you count the places anew. They run on through the whole input; it is the segment that tells B from A.",
      ko:
        "[SEP] 뒤에서 자리를 다시 셌습니다. 자리는 입력 전체에서 이어집니다. B를 구별해 주는 것은 구분입니다.",
    },
    answer: placed((ids, sepId, t) => {
      const border = ids.indexOf(sepId);
      return t <= border ? t : t - border - 1;
    }),
  },
  {
    name: { en: "the mean of the rows", ko: "세 행의 평균" },
    hint: {
      en: "You return the mean of the three rows. Their sum is asked for.",
      ko: "세 행의 평균을 돌려주었습니다. 합을 구하세요.",
    },
    answer: (ids, sepId, tables) =>
      segmented(segmentOf)(ids, sepId, tables).map((row) => row.map((x) => x / 3)),
  },
  {
    name: { en: "rows one behind the other", ko: "세 행을 이어 붙임" },
    hint: {
      en:
        "You put the three rows one behind the other, so each vector is three times as long. Add them number by number.",
      ko: "세 행을 이어 붙여서 벡터가 세 배로 길어졌습니다. 같은 위치의 수끼리 더하세요.",
    },
    answer: (ids, sepId, tables) =>
      ids.map((id, t) => [
        ...tables.token[id],
        ...tables.position[t],
        ...tables.segment[segmentOf(ids, sepId, t)],
      ]),
  },
  {
    name: { en: "tokens times √model", ko: "토큰에 √model을 곱함" },
    hint: {
      en:
        "You multiply the token's row by the root of its length, as the first Transformer does. BERT adds it as it is.",
      ko: "첫 트랜스포머처럼 토큰의 행에 길이의 제곱근을 곱했습니다. BERT는 그대로 더합니다.",
    },
    answer: (ids, sepId, tables) =>
      ids.map((id, t) =>
        sum(
          tables.token[id].map((x) => x * Math.sqrt(tables.token[id].length)),
          tables.position[t],
          tables.segment[segmentOf(ids, sepId, t)],
        )
      ),
  },
  {
    name: { en: "the token's row alone", ko: "토큰의 행뿐" },
    hint: {
      en: "You return the rows of the tokens only. Add the rows of place and segment.",
      ko: "토큰의 행만 돌려주었습니다. 자리와 구분의 행도 더하세요.",
    },
    answer: (ids, _sepId, tables) => ids.map((id) => [...tables.token[id]]),
  },
  {
    name: { en: "the place looked up by the id", ko: "위치를 id로 찾음" },
    hint: {
      en:
        "You look the position up by the token's id. Its row is that of the place t, counted from 0.",
      ko: "위치의 행을 토큰의 id로 찾았습니다. 0부터 센 자리 t의 행이어야 합니다.",
    },
    answer: placed((ids, _sepId, t) => ids[t]),
    variants: [
      (ids, sepId, tables) =>
        ids.map((id, t) =>
          sum(
            tables.token[id],
            tables.position[id] ?? tables.position[t],
            tables.segment[segmentOf(ids, sepId, t)],
          )
        ),
    ],
  },
  {
    name: { en: "the token looked up by its place", ko: "토큰을 자리로 찾음" },
    hint: {
      en: "You look the token up by its place. Its row in `token` has the number of its id.",
      ko: "토큰의 행을 자리로 찾았습니다. token에서 행의 번호는 토큰의 id입니다.",
    },
    answer: (ids, sepId, tables) =>
      ids.map((_, t) =>
        sum(tables.token[t], tables.position[t], tables.segment[segmentOf(ids, sepId, t)])
      ),
  },
  {
    name: { en: "the sum written into the table", ko: "합을 표에 써 넣음" },
    hint: {
      en:
        "You add to the rows of `token` themselves. Where a token occurs again its row holds the first sum " +
        "already: make a new row for each place.",
      ko:
        "token의 행 자체에 더했습니다. 같은 토큰이 다시 나오면 그 행에 이미 앞의 합이 들어 있습니다. 자리마다 새 행을 만드세요.",
    },
    answer: (ids, sepId, tables) =>
      ids.map((id, t) => {
        const row = tables.token[id];
        for (const i of row.keys()) {
          row[i] += tables.position[t][i] + tables.segment[segmentOf(ids, sepId, t)][i];
        }
        return row;
      }),
    variants: [(ids, sepId, tables) =>
      ids.map((id, t) => {
        const row = tables.token[id];
        for (const i of row.keys()) {
          row[i] += tables.position[t][i] + tables.segment[segmentOf(ids, sepId, t)][i];
        }
        return [...row];
      })],
  },
  {
    name: { en: "the second half is B", ko: "뒤쪽 절반을 B로 봄" },
    hint: {
      en: "You begin segment 1 in the middle of the text. It begins behind the first [SEP].",
      ko: "글의 한가운데에서 세그먼트 1을 시작했습니다. 첫 [SEP] 다음부터입니다.",
    },
    answer: segmented((ids, _sepId, t) => t < ids.length / 2 ? 0 : 1),
    variants: [segmented((ids, _sepId, t) => t < Math.floor(ids.length / 2) ? 0 : 1)],
  },
  {
    name: { en: "segment 1 one place late", ko: "세그먼트 1이 한 자리 늦음" },
    hint: {
      en:
        "The word behind the first [SEP] is still in segment 0. It is the first one of segment 1.",
      ko: "첫 [SEP] 바로 다음 단어가 아직 세그먼트 0입니다. 세그먼트 1의 첫 단어여야 합니다.",
    },
    answer: segmented((ids, sepId, t) => t <= ids.indexOf(sepId) + 1 ? 0 : 1),
  },
  {
    name: { en: "the rows multiplied", ko: "행을 곱함" },
    hint: {
      en: "You multiply the three rows. They are added, number by number.",
      ko: "세 행을 곱했습니다. 수끼리 더하세요.",
    },
    answer: (ids, sepId, tables) =>
      ids.map((id, t) =>
        tables.token[id].map((x, i) =>
          x * tables.position[t][i] * tables.segment[segmentOf(ids, sepId, t)][i]
        )
      ),
    variants: [
      (ids, sepId, tables) =>
        ids.map((id, t) =>
          tables.token[id].map((x, i) =>
            x * tables.position[t][i] + tables.segment[segmentOf(ids, sepId, t)][i]
          )
        ),
    ],
  },
  {
    name: { en: "places counted from the end", ko: "자리를 뒤에서부터 셈" },
    hint: {
      en: "Your last token gets the first row of the positions. Places are counted from the front.",
      ko: "마지막 토큰이 위치의 첫 행을 받습니다. 자리는 앞에서부터 셉니다.",
    },
    answer: placed((ids, _sepId, t) => ids.length - 1 - t),
  },
];
