/**
 * Wrong answers to exercise 09.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, type Hypothesis, score, search } from "../beam.ts";

/** A whole cell with its own parts. */
function variant(
  {
    ended = "return [hypothesis];",
    ranked = "candidates.sort((a, b) => score(b) - score(a)).slice(0, width)",
    rank = "logProbability / ((5 + tokens.length) / 6) ** alpha",
    extensions = "extended",
    joined = "hypothesis.logProbability + logProbability",
  }: { ended?: string; ranked?: string; rank?: string; extensions?: string; joined?: string },
): string {
  return `type Hypothesis = { tokens: number[]; logProbability: number };

function beamSearchStep(
  step: (tokens: number[]) => number[],
  beam: { tokens: number[]; logProbability: number }[],
  options: { startId: number; endId: number; width: number; alpha: number },
): { tokens: number[]; logProbability: number }[] {
  const { startId, endId, width, alpha } = options;
  void alpha;
  const score = ({ tokens, logProbability }: Hypothesis): number => {
    void tokens;
    return ${rank};
  };
  const candidates = beam.flatMap((hypothesis): Hypothesis[] => {
    const { tokens } = hypothesis;
    if (tokens[tokens.length - 1] === endId) { ${ended} }
    const extended = step([startId, ...tokens]).map((logProbability, token) => ({
      tokens: [...tokens, token],
      logProbability: ${joined},
    }));
    return ${extensions};
  });
  return ${ranked};
}`;
}

export const mistakes: readonly Mistake<Arguments, readonly Hypothesis[]>[] = [
  {
    name: "no length normalisation",
    hint: {
      en:
        "You rank by the plain log-probability. It falls with every token, so a short sentence always beats " +
        "a long one. Divide by ((5 + n) / 6)^α before you compare; keep the plain sum in the result.",
      ko:
        "로그 확률을 그대로 비교합니다. 토큰이 늘 때마다 작아지므로 짧은 문장이 긴 문장을 늘 이깁니다. 비교하기 전에 ((5 + n) / 6)^α로 나누고, " +
        "결과에는 원래의 합을 그대로 두세요.",
    },
    source: variant({ rank: "logProbability" }),
    values: (...args) => [search(args, { rank: ({ logProbability }) => logProbability })],
  },
  {
    name: "counts <sos>",
    hint: {
      en:
        "Your n is one too large: you count <sos>. It was given, not written; n counts the tokens of the " +
        "hypothesis alone.",
      ko:
        "n이 하나 큽니다. <sos>까지 셌습니다. <sos>는 주어진 것이지 쓴 것이 아닙니다. 가설의 토큰만 세세요.",
    },
    source: variant({ rank: "logProbability / ((6 + tokens.length) / 6) ** alpha" }),
    values: (...args) => [
      search(args, {
        rank: ({ tokens, logProbability }, { alpha }) =>
          logProbability / ((6 + tokens.length) / 6) ** alpha,
      }),
    ],
  },
  {
    name: "finished beams extended",
    hint: {
      en:
        "You go on writing after <eos>. A hypothesis that has ended is a candidate as it stands: it is not " +
        "extended, and it keeps its log-probability.",
      ko:
        "<eos> 다음에도 계속 씁니다. 끝난 가설은 있는 그대로 후보가 됩니다. 늘리지 말고 로그 확률도 그대로 두세요.",
    },
    source: variant({ ended: "" }),
    values: (...args) => [search(args, { ended: "extended" })],
  },
  {
    name: "finished beams dropped",
    hint: {
      en:
        "Hypotheses that have ended are gone. They have to compete with those that go on: keep them among " +
        "the candidates, unchanged.",
      ko:
        "끝난 가설이 사라졌습니다. 끝난 가설도 계속되는 가설과 겨루어야 합니다. 바꾸지 말고 후보에 남겨 두세요.",
    },
    source: variant({ ended: "return [];" }),
    values: (...args) => [search(args, { ended: "dropped" })],
  },
  {
    name: "one extension of each hypothesis",
    hint: {
      en:
        "Each hypothesis gives you its best extension alone: that is greedy decoding, several times. All " +
        "extensions of all hypotheses compete in one list.",
      ko:
        "가설마다 가장 좋은 확장 하나만 남깁니다. 그것은 탐욕적 디코딩을 여러 번 하는 것입니다. 모든 가설의 모든 확장이 한 목록에서 겨루어야 합니다.",
    },
    source: variant({
      extensions: "extended.sort((a, b) => score(b) - score(a)).slice(0, 1)",
    }),
    values: (...args) => [search(args, { perHypothesis: 1 })],
  },
  {
    name: "forgets what came before",
    hint: {
      en:
        "You compare the last token alone. The probability of a sentence is the product of all its tokens' " +
        "probabilities: add the new log-probability to that of the hypothesis.",
      ko:
        "마지막 토큰만 비교합니다. 문장의 확률은 모든 토큰 확률의 곱입니다. 새 로그 확률을 가설의 로그 확률에 더하세요.",
    },
    source: variant({ joined: "logProbability" }),
    values: (...args) => [search(args, { join: (_, next) => next })],
  },
  {
    name: "the score in the place of the log-probability",
    hint: {
      en:
        "You return the score as logProbability. At the next step it would be divided once more. Use the " +
        "score for sorting alone.",
      ko:
        "logProbability에 점수를 넣어 돌려줍니다. 그러면 다음 단계에서 한 번 더 나누게 됩니다. 점수는 정렬에만 쓰세요.",
    },
    source: variant({
      ranked: "candidates.sort((a, b) => score(b) - score(a)).slice(0, width)" +
        ".map((h) => ({ ...h, logProbability: score(h) }))",
    }),
    values: (...args) => [
      search(args).map((found) => ({ ...found, logProbability: score(found, args[2]) })),
    ],
  },
];
