/**
 * Exercise 10.1: what BERT reads and what it is asked (Devlin et al. 2019, section 3.1, task 1).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../exercise.ts";

type Draw = { choose: number; replace: number; word: number };
type Options = { maskId: number; specialIds: readonly number[] };
type Arguments = [tokens: readonly number[], draws: readonly Draw[], options: Options];
type Result = { inputs: readonly number[]; labels: readonly number[] };

/** What becomes of one place. */
interface Rules {
  isChosen(token: number, draw: Draw, options: Options): boolean;
  /** What is read at a chosen place. */
  read(token: number, draw: Draw, options: Options): number;
  /** The label of any place. */
  label(token: number, input: number, isChosen: boolean, options: Options): number;
}

const right: Rules = {
  isChosen: (token, { choose }, { specialIds }) => choose < 0.15 && !specialIds.includes(token),
  read: (token, { replace, word }, { maskId }) =>
    replace < 0.8 ? maskId : replace < 0.9 ? word : token,
  label: (token, _input, isChosen) => isChosen ? token : 0,
};

function masked([tokens, draws, options]: Arguments, other: Partial<Rules> = {}): Result {
  const rules = { ...right, ...other };
  const chosen = tokens.map((token, i) => rules.isChosen(token, draws[i], options));
  const inputs = tokens.map((token, i) => chosen[i] ? rules.read(token, draws[i], options) : token);
  const labels = tokens.map((token, i) => rules.label(token, inputs[i], chosen[i], options));
  return { inputs, labels };
}

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

/** As in the lesson: seven special tokens, <pad> first and [MASK] last; words from 7 on. */
const options: Options = { maskId: 6, specialIds: [0, 1, 2, 3, 4, 5, 6] };
const [cls, sep] = [4, 5];

/** Draws for a text; `share` of the places are chosen. Another word is never the word itself. */
function drawFor(random: Random, tokens: readonly number[], share: number): Draw[] {
  return tokens.map((token) => ({
    choose: random.chance(share) ? random.uniform(0, 0.149) : random.uniform(0.151, 1),
    replace: random.uniform(),
    word: 7 + (token - 7 + 1 + random.integer(90) + 91) % 91,
  }));
}

function words(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => 7 + random.integer(91));
}

export const maskTokens = defineExercise<Arguments, Result>({
  id: "10.1",
  name: "maskTokens",
  title: "Hide words, as BERT does",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task:
    `A place is chosen if its \`choose\` is below 0.15 and its token is not special. At a chosen place the
model reads \`[MASK]\` if \`replace\` is below 0.8, the random \`word\` from 0.8 to below 0.9, and the token
itself from 0.9 on. The label is the true token at *every* chosen place and 0 elsewhere: the loss ignores 0.`,
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
    const [text, other] = [words(random, 19), words(random, 29)];
    const framed = [cls, ...words(random, 3), sep, ...words(random, 2), sep, 0, 0];
    const draw = (choose: number, replace: number, word: number) => ({ choose, replace, word });
    return [
      {
        property: "One word of three becomes [MASK]",
        args: [[7, 8, 9], [draw(0.5, 0.2, 11), draw(0.1, 0.3, 12), draw(0.9, 0.95, 13)], options],
      },
      {
        property: "Three chosen: [MASK], another word, the same word",
        args: [[7, 8, 9], [draw(0, 0.5, 11), draw(0.14, 0.85, 12), draw(0.07, 0.97, 13)], options],
      },
      {
        property: "[CLS], [SEP] and <pad> are never chosen",
        args: [framed, drawFor(random, framed, 1), options],
      },
      {
        property: "Nothing chosen: nothing is asked",
        args: [[7, 8], [draw(0.2, 0.1, 12), draw(0.8, 0.9, 11)], options],
      },
      { property: "Every place chosen", args: [text, drawFor(random, text, 1), options] },
      {
        property: "A longer text, another [MASK]",
        args: [other, drawFor(random, other, 0.4), { maskId: 3, specialIds: [0, 1, 2, 3] }],
      },
    ];
  },

  reference: (...args) => masked(args),

  mistakes: [
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
  ],

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
        "At a chosen place inputs holds replace < 0.8 ? maskId : replace < 0.9 ? word : token, and labels " +
        "holds token; at any other place they hold token and 0.",
      ko:
        "고른 자리에서 inputs는 replace < 0.8 ? maskId : replace < 0.9 ? word : token이고 labels는 token입니다. 다른 자리에서는 각각 token과 0입니다.",
    },
  ],
});
