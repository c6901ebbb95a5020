/**
 * Exercise 10.3: what GPT learns from (Radford et al. 2018, section 3.1).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../arithmetic.ts";
import { type Case, defineExercise } from "../../exercise.ts";
import { TensorData } from "../../values.ts";

type Arguments = [logits: TensorData, tokens: TensorData, padId: number];

/** One row of logits and the token that it is judged by. */
interface Question {
  readonly scores: readonly number[];
  readonly token: number;
}

/** Which place's token each place is asked for; nothing where it is asked for none. */
type Shift = (place: number, time: number) => number | undefined;

const next: Shift = (place, time) => place + 1 < time ? place + 1 : undefined;
const itself: Shift = (place) => place;
const previous: Shift = (place) => place > 0 ? place - 1 : undefined;
const aroundTheEnd: Shift = (place, time) => (place + 1) % time;

function questions([logits, tokens]: Arguments, shift: Shift): Question[] {
  const [batch, time, vocab] = logits.shape;
  const found: Question[] = [];
  for (let row = 0; row < batch; row++) {
    for (let place = 0; place < time; place++) {
      const asked = shift(place, time);
      if (asked === undefined) continue;
      const start = (row * time + place) * vocab;
      found.push({
        scores: logits.numbers.slice(start, start + vocab),
        token: tokens.numbers[row * time + asked],
      });
    }
  }
  return found;
}

const surprise = ({ scores, token }: Question) => -Math.log(softmax(scores)[token]);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const scalar = (value: number) => new TensorData([], [value]);

/** The mean surprise over the questions whose answer is no padding. */
function overWords(args: Arguments, shift: Shift): TensorData {
  const asked = questions(args, shift).filter(({ token }) => token !== args[2]);
  return scalar(sum(asked.map(surprise)) / Math.max(asked.length, 1));
}

/** The mean surprise over all questions. */
function overAll(args: Arguments, shift: Shift): TensorData {
  const asked = questions(args, shift);
  return scalar(sum(asked.map(surprise)) / asked.length);
}

const beforeLast = "tf.slice(logits, [0, 0, 0], [-1, logits.shape[1] - 1, -1])";
const afterFirst = "tf.slice(tokens, [0, 1], [-1, -1])";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function nextWordLoss(
  logits: Axes<"batch time vocab">,
  tokens: Axes<"batch time">,
  padId: number,
): tf.Scalar {
  return ${result};
}`;
}

/** Texts of these lengths, padded, over 11 tokens, and any logits for them. */
function drawn(random: Random, lengths: readonly number[], padId = 0): Arguments {
  const [time, vocab] = [Math.max(...lengths), 11];
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

  mistakes: [
    {
      name: "no shift",
      hint: {
        en:
          "Each place is asked for its own token, which it has just read: the best such model copies. " +
          "Compare the logits at place t with the token at place t + 1.",
        ko:
          "자리마다 방금 읽은 자기 토큰을 맞히게 했습니다. 그러면 베끼는 모델이 가장 좋은 모델이 됩니다. t번째 자리의 로짓을 t + 1번째 토큰과 " +
          "비교하세요.",
      },
      source: variant("crossEntropy(logits, tokens, { ignoredIndex: padId })"),
      values: (...args) => [overWords(args, itself), overAll(args, itself)],
    },
    {
      name: "shifted the wrong way",
      hint: {
        en:
          "Each place is asked for the token before it, which it has seen. Leave out the last place's " +
          "logits and the first token, not the other way round.",
        ko:
          "자리마다 이미 본 바로 앞 토큰을 맞히게 했습니다. 빼야 할 것은 마지막 자리의 로짓과 첫 번째 토큰입니다. 반대로 뺐습니다.",
      },
      source: variant(
        "crossEntropy(tf.slice(logits, [0, 1, 0], [-1, -1, -1]), " +
          "tf.slice(tokens, [0, 0], [-1, tokens.shape[1] - 1]), { ignoredIndex: padId })",
      ),
      values: (...args) => [overWords(args, previous), overAll(args, previous)],
    },
    {
      name: "the last place is asked for the first token",
      hint: {
        en:
          "You moved the tokens round in a circle, so the last place is asked for the first token. After " +
          "the last token nothing comes: its logits are not judged.",
        ko:
          "토큰을 한 바퀴 돌려서 마지막 자리가 첫 토큰을 맞히게 되었습니다. 마지막 토큰 다음에는 아무것도 없으므로 그 로짓은 채점하지 않습니다.",
      },
      source: variant(
        "crossEntropy(logits, tf.concat([tf.slice(tokens, [0, 1], [-1, -1]), " +
          "tf.slice(tokens, [0, 0], [-1, 1])], 1), { ignoredIndex: padId })",
      ),
      values: (...args) => [overWords(args, aroundTheEnd), overAll(args, aroundTheEnd)],
    },
    {
      name: "padding counts",
      hint: {
        en:
          "The shift is right, but you also ask for padding: a model would spend its effort on guessing " +
          "<pad> after <pad>. Give crossEntropy the id to ignore.",
        ko:
          "한 칸 옮긴 것은 맞지만 패딩까지 맞히게 했습니다. 모델이 <pad> 다음의 <pad>를 맞히느라 힘을 씁니다. crossEntropy에 무시할 id를 알려 " +
          "주세요.",
      },
      source: variant(`crossEntropy(${beforeLast}, ${afterFirst})`),
      values: (...args) => [overAll(args, next)],
    },
    {
      name: "always ignores 0",
      hint: {
        en: "You ignore the id 0, but the id of padding is an argument. Ignore padId.",
        ko: "id 0을 무시했습니다. 패딩의 id는 인자로 주어집니다. padId를 무시하세요.",
      },
      source: variant(`crossEntropy(${beforeLast}, ${afterFirst}, { ignoredIndex: 0 })`),
      values: (logits, tokens) => [overWords([logits, tokens, 0], next)],
    },
    {
      name: "the sum instead of the mean",
      hint: {
        en:
          "You add the surprises up. A long text would then count more than a short one, and the learning " +
          "rate would depend on the batch: divide by the number of questions.",
        ko:
          "손실을 더하기만 했습니다. 그러면 긴 글의 비중이 커지고 학습률이 배치에 따라 달라지는 셈입니다. 질문의 수로 나누세요.",
      },
      source: variant(
        `tf.mul(crossEntropy(${beforeLast}, ${afterFirst}, { ignoredIndex: padId }), ` +
          `tf.sum(tf.cast(tf.notEqual(${afterFirst}, padId), "float32")))`,
      ),
      values: (...args) => [
        scalar(
          sum(questions(args, next).filter(({ token }) => token !== args[2]).map(surprise)),
        ),
      ],
    },
    {
      name: "softmax twice",
      hint: {
        en:
          "You give crossEntropy probabilities. It takes logits and does the softmax itself: leave yours " +
          "out.",
        ko:
          "crossEntropy에 확률을 넣었습니다. 이 함수는 로짓을 받아 안에서 softmax를 합니다. 직접 쓴 softmax를 빼세요.",
      },
      source: variant(
        `crossEntropy(tf.softmax(${beforeLast}), ${afterFirst}, { ignoredIndex: padId })`,
      ),
      values: (...args) => {
        const asked = questions(args, next).filter(({ token }) => token !== args[2]);
        const twice = asked.map(({ scores, token }) => ({ scores: softmax(scores), token }));
        return [scalar(sum(twice.map(surprise)) / asked.length)];
      },
    },
  ],

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
