/**
 * Exercise 07.4: what the causal mask and the padding mask allow together.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [causal: TensorData, padding: TensorData];

/** Both masks cell by cell, broadcast to [batch, query, key]. */
export function cellByCell(
  [causal, padding]: Arguments,
  isKept: (past: boolean, word: boolean) => boolean,
): TensorData {
  const [query, key] = causal.shape;
  const [batch] = padding.shape;
  const cells = Array.from({ length: batch * query * key }, (_, i) => {
    const sentence = Math.floor(i / (query * key));
    const past = causal.numbers[i % (query * key)];
    const word = padding.numbers[sentence * key + i % key];
    return isKept(past === 1, word === 1) ? 1 : 0;
  });
  return new TensorData([batch, query, key], cells, "bool");
}

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

export const combineMasks = defineExercise<Arguments, TensorData>({
  id: "07.4",
  name: "combineMasks",
  title: "Both masks at once",
  difficulty: 2,
  minutes: 8,
  points: 2,
  task:
    `A decoder reads a padded batch: it must see neither the future nor padding. Combine the two masks, which
have different shapes, into one of shape [batch, query, key].`,
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
  result: [{ name: "keep", axes: "batch query key" }],
  withheld: ["lib/attention/masks.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Three places, the last one padding: by hand", args: masks([2], 3) },
      { property: "Several sentences", args: masks([5, 2, 3]) },
      { property: "No padding: the staircase, once for each sentence", args: masks([7, 7]) },
      { property: "Any two masks", args: drawn(random, 3, 5, 11) },
    ];
  },

  reference: (...args) => cellByCell(args, (past, word) => past && word),

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
