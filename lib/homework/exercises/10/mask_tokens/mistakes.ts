/**
 * Wrong answers to exercise 10.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, masked, type Result } from "./exercise.ts";

/** A whole cell with its own lines. */
function variant(
  { isChosen = "choose < 0.15 && !specialIds.includes(token)", read, label }: {
    isChosen?: string;
    read?: string;
    label?: string;
  },
): string {
  return `function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  const chosen = tokens.map((token, i) => {
    const { choose } = draws[i];
    return ${isChosen};
  });
  const inputs = tokens.map((token, i) => {
    const { replace, word } = draws[i];
    return chosen[i] ? ${read ?? "replace < 0.8 ? maskId : replace < 0.9 ? word : token"} : token;
  });
  const labels = tokens.map((token, i) => ${label ?? "chosen[i] ? token : 0"});
  return { inputs, labels };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
  {
    name: "80/10/10 wrong",
    hint: {
      en:
        "The chosen places are not split 80/10/10. There are three cases, and `replace` decides: below " +
        "0.8, from 0.8 to below 0.9, and from 0.9 on. One of them is missing in yours.",
      ko:
        "고른 자리가 80/10/10으로 나뉘지 않습니다. replace에 따라 0.8 미만, 0.8 이상 0.9 미만, 0.9 이상의 세 경우가 있는데 그중 하나가 " +
        "빠졌습니다.",
    },
    source: variant({ read: "replace < 0.8 ? maskId : replace < 0.1 ? word : token" }),
    values: (...args) => [
      masked(args, { read: (token, { replace }, { maskId }) => replace < 0.8 ? maskId : token }),
      masked(args, { read: (_, { replace, word }, { maskId }) => replace < 0.8 ? maskId : word }),
    ],
  },
  {
    name: "always [MASK]",
    hint: {
      en:
        "Every chosen place becomes [MASK]. In use there is no [MASK]: a model that was asked only " +
        "where it saw one need not know the other words. One chosen place in ten gets a random word, " +
        "one stays as it is.",
      ko:
        "고른 자리가 모두 [MASK]가 됩니다. 실제로 쓸 때는 [MASK]가 없으므로, [MASK]에서만 질문을 받은 모델은 다른 단어를 잘 몰라도 됩니다. " +
        "열에 하나는 무작위 단어로 바꾸고, 열에 하나는 그대로 두세요.",
    },
    source: variant({ read: "maskId" }),
    values: (...args) => [masked(args, { read: (_token, _draw, { maskId }) => maskId })],
  },
  {
    name: "random and unchanged swapped",
    hint: {
      en:
        "The shares are right, but the last two cases are swapped: from 0.8 to below 0.9 the random " +
        "word is read, from 0.9 on the token stays.",
      ko:
        "비율은 맞지만 마지막 두 경우가 바뀌었습니다. 0.8 이상 0.9 미만이면 무작위 단어, 0.9 이상이면 원래 토큰입니다.",
    },
    source: variant({ read: "replace < 0.8 ? maskId : replace < 0.9 ? token : word" }),
    values: (...args) => [
      masked(args, {
        read: (token, { replace, word }, { maskId }) =>
          replace < 0.8 ? maskId : replace < 0.9 ? token : word,
      }),
    ],
  },
  {
    name: "special tokens masked",
    hint: {
      en:
        "You also choose [CLS], [SEP] or <pad>. They are always in the same places: nothing can be " +
        "learned from guessing them. A token among specialIds is never chosen.",
      ko:
        "[CLS], [SEP], <pad>도 골랐습니다. 이 토큰들은 늘 같은 자리에 있으므로 맞혀도 배울 것이 없습니다. specialIds에 있는 토큰은 고르지 마세요.",
    },
    source: variant({ isChosen: "choose < 0.15" }),
    values: (...args) => [masked(args, { isChosen: (_, { choose }) => choose < 0.15 })],
  },
  {
    name: "loss over all tokens",
    hint: {
      en:
        "Your labels ask for every token, also for those that the model can simply read off. The loss " +
        "would be small and teach mostly copying. Places that were not chosen get the label 0.",
      ko:
        "모든 토큰을 레이블로 두었습니다. 그대로 보이는 토큰까지 묻게 되어 손실은 작아지지만 대부분 베끼는 법만 배웁니다. 고르지 않은 자리의 레이블은 0입니다.",
    },
    source: variant({ label: "token" }),
    values: (...args) => [
      masked(args, { label: (token) => token }),
      masked(args, {
        label: (token, _input, _chosen, { specialIds }) => specialIds.includes(token) ? 0 : token,
      }),
    ],
  },
  {
    name: "labels taken after hiding",
    hint: {
      en:
        "Your labels hold what the model reads, such as [MASK], instead of what was there before. " +
        "Look the label up in tokens, not in inputs.",
      ko:
        "레이블에 원래 단어가 아니라 모델이 읽는 것([MASK] 등)이 들어 있습니다. 레이블은 inputs가 아니라 tokens에서 가져오세요.",
    },
    source: variant({ label: "chosen[i] ? inputs[i] : 0" }),
    values: (...args) => [
      masked(args, { label: (_token, input, isChosen) => isChosen ? input : 0 }),
    ],
  },
  {
    name: "no label where the token stays",
    hint: {
      en:
        "A chosen place whose token stays as it is has the label 0 in yours. It is asked, too: that is " +
        "why the model must look twice at every word, not only at [MASK].",
      ko:
        "고른 자리 가운데 토큰을 그대로 둔 곳의 레이블이 0입니다. 그 자리도 물어야 합니다. 그래야 모델이 [MASK]뿐 아니라 모든 단어를 다시 살펴봅니다.",
    },
    source: variant({ label: "inputs[i] !== token ? token : 0" }),
    values: (...args) => [
      masked(args, { label: (token, input) => input === token ? 0 : token }),
    ],
  },
  {
    name: "85 % chosen",
    hint: {
      en:
        "You choose the places whose draw is above 0.15: that is 85 % of them. Below 0.15 is right.",
      ko:
        "choose가 0.15보다 큰 자리를 골랐습니다. 그러면 85 %가 됩니다. 0.15보다 작은 자리를 고르세요.",
    },
    source: variant({ isChosen: "choose > 0.15 && !specialIds.includes(token)" }),
    values: (...args) => [
      masked(args, {
        isChosen: (token, { choose }, { specialIds }) =>
          choose > 0.15 && !specialIds.includes(token),
      }),
    ],
  },
];
