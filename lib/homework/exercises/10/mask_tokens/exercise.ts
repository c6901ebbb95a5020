/**
 * Exercise 10.1: what BERT reads and what it is asked (Devlin et al. 2019, section 3.1, task 1).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Draw = { choose: number; replace: number; word: number };

type Options = { maskId: number; specialIds: readonly number[] };

export type Arguments = [tokens: readonly number[], draws: readonly Draw[], options: Options];

export type Result = { inputs: readonly number[]; labels: readonly number[] };

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

export function masked([tokens, draws, options]: Arguments, other: Partial<Rules> = {}): Result {
  const rules = { ...right, ...other };
  const chosen = tokens.map((token, i) => rules.isChosen(token, draws[i], options));
  const inputs = tokens.map((token, i) => chosen[i] ? rules.read(token, draws[i], options) : token);
  const labels = tokens.map((token, i) => rules.label(token, inputs[i], chosen[i], options));
  return { inputs, labels };
}

/** As in the lesson: seven special tokens, <pad> first and [MASK] last; words from 7 on. */
const options: Options = { maskId: 6, specialIds: [0, 1, 2, 3, 4, 5, 6] };

const cls = 4;
const sep = 5;

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
    const text = words(random, 19);
    const other = words(random, 29);
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
