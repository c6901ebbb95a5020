/**
 * Exercise 07.4: what the causal mask and the padding mask allow together.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [causal: TensorData, padding: TensorData];

/** The masks of sentences of these lengths. */
function masks(lengths: number[], time = Math.max(...lengths)): Arguments {
  const places = Array.from({ length: time }, (_, i) => i);
  const causal = places.map((query) => places.map((key) => key <= query ? 1 : 0));
  const words = lengths.flatMap((length) => places.map((key) => key < length ? 1 : 0));
  return [
    TensorData.fromRows(causal, "bool"),
    new TensorData([lengths.length, 1, time], words, "bool"),
  ];
}

/** Any two masks: padding may also stand in front. */
function drawn(random: Random, batch: number, query: number, key: number): Arguments {
  const bits = (count: number) => Array.from({ length: count }, () => random.chance(0.5) ? 1 : 0);
  return [
    new TensorData([query, key], bits(query * key), "bool"),
    new TensorData([batch, 1, key], bits(batch * key), "bool"),
  ];
}

export const combineMasks = defineExercise<Arguments>({
  id: "07.4",
  name: "combineMasks",
  title: { en: "Both masks at once", ko: "두 마스크를 한꺼번에" },
  difficulty: 2,
  minutes: 8,
  points: 2,
  task: {
    en:
      `A decoder reads a padded batch: it must see neither the future nor padding. Combine the two masks, which
have different shapes, into one of shape [batch, query, key].`,
    ko:
      `디코더가 패딩이 있는 배치를 읽습니다. 미래도 패딩도 보면 안 됩니다. 모양이 다른 두 마스크를 [batch, query, key] 모양의 마스크 하나로
합치세요.`,
  },
  card: ["logicalAnd"],
  stub: `/**
 * What both masks allow.
 *
 * @param causal bool [query, key]: true = not the future
 * @param padding bool [batch, 1, key]: true = no padding
 * @returns bool [batch, query, key]: true = may be seen
 */
function combineMasks(
  causal: Axes<"query key">,
  padding: Axes<"batch query key">,
): Axes<"batch query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "causal", axes: "query key" }, { name: "padding", axes: "batch query key" }],
  result: [{ name: "keep", ko: "마스크", axes: "batch query key" }],
  withheld: ["lib/attention/masks.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: three places, the last one padding, so the last column is hidden",
          ko: "손으로 푼 예: 자리 셋, 마지막이 패딩이니 마지막 열을 가립니다",
        },
        args: masks([2], 3),
        result: new TensorData([1, 3, 3], [1, 0, 0, 1, 1, 0, 1, 1, 0], "bool"),
      },
      {
        property: { en: "Several sentences", ko: "문장 여러 개" },
        args: masks([7, 1 + random.integer(6), 1 + random.integer(6)]),
      },
      {
        property: {
          en: "No padding: the staircase, once for each sentence",
          ko: "패딩이 없음: 문장마다 같은 계단",
        },
        args: masks([7, 7]),
      },
      {
        property: {
          en: "Padding on the left: the first place sees nothing",
          ko: "왼쪽에 있는 패딩: 첫 자리는 아무것도 보지 못함",
        },
        args: [
          TensorData.fromRows([[1, 0, 0], [1, 1, 0], [1, 1, 1]], "bool"),
          new TensorData([2, 1, 3], [0, 1, 1, 1, 1, 1], "bool"),
        ],
        result: new TensorData(
          [2, 3, 3],
          [0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 1],
          "bool",
        ),
      },
      { property: { en: "Any two masks", ko: "임의의 두 마스크" }, args: drawn(random, 3, 5, 11) },
    ];
  },

  hints: [
    {
      en:
        "Take one cell, a query and a key of one sentence. What must each mask say for it to be seen?",
      ko:
        "한 칸, 곧 한 문장의 쿼리 하나와 키 하나를 생각해 보세요. 그 칸이 보이려면 두 마스크가 각각 무엇이라고 해야 할까요?",
    },
    {
      en:
        "Logical operations broadcast like arithmetic: [query, key] and [batch, 1, key] meet in [batch, query, key].",
      ko:
        "논리 연산도 산술처럼 브로드캐스트됩니다. [query, key]와 [batch, 1, key]가 만나면 [batch, query, key]가 됩니다.",
    },
    {
      en: "One line: tf.logicalAnd of the two masks.",
      ko: "한 줄입니다. 두 마스크의 tf.logicalAnd입니다.",
    },
  ],
});
