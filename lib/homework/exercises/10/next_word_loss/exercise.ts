/**
 * Exercise 10.3: what GPT learns from (Radford et al. 2018, section 3.1).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [logits: TensorData, tokens: TensorData, padId: number];

/** One row of logits and the token that it is judged by. */
interface Question {
  readonly scores: readonly number[];
  readonly token: number;
}

/** Which place's token each place is asked for; nothing where it is asked for none. */
export type Shift = (place: number, time: number) => number | undefined;

export const next: Shift = (place, time) => place + 1 < time ? place + 1 : undefined;

export function questions([logits, tokens]: Arguments, shift: Shift): Question[] {
  const [batch, time, vocab] = logits.shape;
  const found: Question[] = [];
  for (let row = 0; row < batch; row++) {
    for (let place = 0; place < time; place++) {
      const answer = shift(place, time);
      if (answer === undefined) continue;
      const start = (row * time + place) * vocab;
      found.push({
        scores: logits.numbers.slice(start, start + vocab),
        token: tokens.numbers[row * time + answer],
      });
    }
  }
  return found;
}

export const surprise = ({ scores, token }: Question) => -Math.log(softmax(scores)[token]);

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const scalar = (value: number) => new TensorData([], [value]);

/** The mean surprise over the questions whose answer is no padding. */
export function overWords(args: Arguments, shift: Shift): TensorData {
  const answered = questions(args, shift).filter(({ token }) => token !== args[2]);
  return scalar(sum(answered.map(surprise)) / Math.max(answered.length, 1));
}

/** Texts of these lengths, padded, over 11 tokens, and any logits for them. */
function drawn(random: Random, lengths: readonly number[], padId = 0): Arguments {
  const time = Math.max(...lengths);
  const vocab = 11;
  const word = () => (padId + 1 + random.integer(vocab - 1)) % vocab;
  const rows = lengths.map((length) =>
    Array.from({ length: time }, (_, i) => i < length ? word() : padId)
  );
  const logits = new TensorData(
    [lengths.length, time, vocab],
    [...random.normals(lengths.length * time * vocab, 0, 2)],
  );
  return [logits, TensorData.fromRows(rows, "int32"), padId];
}

/** Place 0 says token 2, place 1 says token 1, the last place says nothing that anybody asks. */
function byHand(): Arguments {
  const logits = [[0, 0, 3, 0], [0, 5, 0, 0], [4, 0, 0, 1]];
  return [
    new TensorData([1, 3, 4], logits.flat()),
    TensorData.fromRows([[3, 2, 1]], "int32"),
    0,
  ];
}

export const nextWordLoss = defineExercise<Arguments, TensorData>({
  id: "10.3",
  name: "nextWordLoss",
  title: "Guess the next word",
  difficulty: 2,
  minutes: 12,
  points: 3,
  task:
    `The logits at place $t$ score the token at place $t + 1$. Return the mean cross-entropy over all places
that have a next token which is a word; padding is not asked for. The library's
\`crossEntropy(logits, targets, { ignoredIndex })\` does the arithmetic; the shift is yours.`,
  stub: `/**
 * The loss of a model that guesses the next word at every place.
 *
 * @param logits [batch, time, vocab], made from tokens under a causal mask
 * @param tokens int32 [batch, time], padded at the end
 * @param padId the id of padding; not always 0
 * @returns a scalar, in nats
 */
function nextWordLoss(
  logits: Axes<"batch time vocab">,
  tokens: Axes<"batch time">,
  padId: number,
): tf.Scalar {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "logits", axes: "batch time vocab" },
    { name: "tokens", axes: "batch time" },
    { name: "padId", axes: "" },
  ],
  result: [{ name: "loss", axes: "" }],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Three tokens, two questions: by hand", args: byHand() },
      { property: "Several texts of one length", args: drawn(random, [7, 7, 7]) },
      { property: "Padding is not asked for", args: drawn(random, [5, 2, 3]) },
      { property: "Another id of padding; 0 is a word", args: drawn(random, [3, 11, 6, 2], 4) },
    ];
  },

  reference: (...args) => overWords(args, next),

  hints: [
    {
      en:
        "Write the tokens in a row and under each the one that it is asked for. How many questions do n " +
        "tokens make? Whose logits are not needed, and which token is never asked for?",
      ko:
        "토큰을 한 줄로 쓰고 그 아래에 각 자리에서 맞혀야 할 토큰을 써 보세요. 토큰 n개면 질문은 몇 개인가요? 어느 로짓이 필요 없고, 어느 토큰을 묻지 않나요?",
    },
    {
      en:
        "The function tf.slice(tensor, begin, size) cuts; a size of −1 means “to the end”. Cut the last " +
        "place off the logits and the first off the tokens.",
      ko:
        "tf.slice(tensor, begin, size)로 자릅니다. size가 −1이면 끝까지입니다. 로짓에서는 마지막 자리를, 토큰에서는 첫 자리를 잘라 내세요.",
    },
    {
      en:
        "The logits are tf.slice(logits, [0, 0, 0], [-1, time - 1, -1]), the targets tf.slice(tokens, [0, 1], " +
        "[-1, -1]), and ignoredIndex is padId.",
      ko:
        "로짓은 tf.slice(logits, [0, 0, 0], [-1, time - 1, -1]), 정답은 tf.slice(tokens, [0, 1], [-1, -1])이고, ignoredIndex는 padId입니다.",
    },
  ],
});
