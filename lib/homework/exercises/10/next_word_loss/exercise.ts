/**
 * Exercise 10.3: what GPT learns from (Radford et al. 2018, section 3.1).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [logits: TensorData, tokens: TensorData, padId: number];

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

/** The same texts, with the word `id` at the second place of the first. */
function withWord([logits, tokens, padId]: Arguments, id: number): Arguments {
  return [logits, new TensorData(tokens.shape, tokens.numbers.with(1, id), "int32"), padId];
}

/** The logit of an answer that has one chance in two against three others of logit 0. */
const even = Math.log(3);

export const nextWordLoss = defineExercise<Arguments>({
  id: "10.3",
  name: "nextWordLoss",
  title: { en: "Guess the next word", ko: "다음 단어 맞히기" },
  difficulty: 2,
  minutes: 12,
  points: 3,
  task: {
    en:
      `The logits at place $t$ score the token at place $t + 1$. Return the mean cross-entropy over every
next token but padding. The library's \`crossEntropy(logits, targets, { ignoredIndex })\` does the arithmetic;
the shift is yours.`,
    ko:
      `$t$번째 자리의 로짓은 $t + 1$번째 토큰에 매긴 점수입니다. 패딩을 뺀 모든 다음 토큰의 평균 교차 엔트로피를 돌려주세요. 계산은
라이브러리의 \`crossEntropy(logits, targets, { ignoredIndex })\`가 하고, 한 칸 옮기는 것은 여러분이 합니다.`,
  },
  card: ["slice"],
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
  result: [{ name: "loss", ko: "손실", axes: "" }],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: three tokens, two questions, probabilities 1/2 and 1/4: 1.5 · ln 2",
          ko: "손으로 푼 예: 토큰 셋, 질문 둘, 확률 1/2과 1/4이면 1.5 · ln 2",
        },
        args: [
          new TensorData([1, 3, 4], [0, 0, even, 0, 0, 0, 0, 0, 4, 0, 0, 1]),
          TensorData.fromRows([[3, 2, 1]], "int32"),
          0,
        ],
        result: new TensorData([], [1.5 * Math.LN2]),
      },
      {
        property: {
          en: "By hand: of two texts of one and two words one question is left: ln 2",
          ko: "손으로 푼 예: 한 단어와 두 단어인 두 글에서 질문은 하나만 남음: ln 2",
        },
        args: [
          new TensorData([2, 2, 4], [0, 0, 5, 0, 0, 7, 0, 0, 0, even, 0, 0, 3, 0, 0, 2]),
          TensorData.fromRows([[3, 0], [2, 1]], "int32"),
          0,
        ],
        result: new TensorData([], [Math.LN2]),
      },
      {
        property: { en: "Several texts of one length", ko: "길이가 같은 여러 글" },
        args: drawn(random, [7, 7, 7]),
      },
      {
        property: { en: "Padding is not asked for", ko: "패딩은 묻지 않습니다" },
        args: drawn(random, [5, 2, 3]),
      },
      {
        property: { en: "Another id of padding; 0 is a word", ko: "패딩의 id가 다름. 0은 단어" },
        args: withWord(drawn(random, [3, 11, 6, 2], 4), 0),
      },
    ];
  },

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
        "The targets are tf.slice(tokens, [0, 1], [-1, -1]). The logits have three axes, all cut from 0 on; with " +
        "time from logits.shape, how long is the middle one? Padding is what crossEntropy must ignore.",
      ko:
        "정답은 tf.slice(tokens, [0, 1], [-1, -1])입니다. 로짓은 축이 셋이고 모두 0부터 자릅니다. time을 logits.shape에서 얻었다면 가운데 축의 길이는 얼마일까요? crossEntropy가 무시할 것은 패딩입니다.",
    },
  ],
});
