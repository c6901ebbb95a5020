/**
 * Exercise 09.3: one step of beam search with the length penalty of Wu et al. (2016, section 7).
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";
import { type Arguments, type Hypothesis, model, score, search } from "./beam.ts";

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

export const beamSearchStep = defineExercise<Arguments, readonly Hypothesis[]>({
  id: "09.3",
  name: "beamSearchStep",
  title: "Keep several beginnings",
  difficulty: 4,
  minutes: 25,
  points: 5,
  task:
    `\`beam\` holds the best beginnings so far. Extend each that has not ended by every token; one that ends
with \`endId\` is a candidate as it stands. Return the \`width\` candidates with the best score, the best first:
$\\text{score} = \\log p \\,/\\, \\left(\\frac{5 + n}{6}\\right)^{\\alpha}$, where $n$ counts the candidate's tokens and
$\\log p$ is the sum of their log-probabilities.`,
  stub: `/**
 * One step of beam search.
 *
 * @param step from the ids so far, <sos> first, to the log-probability of each next id: [vocab]
 * @param beam tokens of each hypothesis, without <sos>, and the sum of their log-probabilities
 * @param options ids of <sos> and <eos>; how many to keep; alpha of the length penalty
 * @returns the next beam, best score first, at most width long; logProbability is the plain sum
 */
function beamSearchStep(
  step: (tokens: number[]) => number[],
  beam: { tokens: number[]; logProbability: number }[],
  { startId, endId, width, alpha }: {
    startId: number;
    endId: number;
    width: number;
    alpha: number;
  },
): { tokens: number[]; logProbability: number }[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "step", axes: "" },
    { name: "beam", axes: "" },
    { name: "options", axes: "" },
  ],
  result: [{ name: "beam", axes: "" }],
  helpers: ["lib/course/steps.ts"],
  withheld: ["lib/decoding/beam.ts"],

  cases(random): Case<Arguments>[] {
    // Tokens as in the lesson: 2 is <sos>, 3 is <eos>, words from 4 on. After <eos> a model still scores.
    const options = { startId: 2, endId: 3, width: 2, alpha: 0 };
    return [
      {
        property: "Nothing written yet: the likeliest first tokens",
        args: [model(random, 7), [{ tokens: [], logProbability: 0 }], options],
      },
      {
        property: "Both survivors may come from one hypothesis",
        args: [
          model(random, 7, { 4: { 5: -0.5, 6: -1 }, 5: { 4: -0.6, 6: -3 } }),
          [{ tokens: [4], logProbability: -1 }, { tokens: [5], logProbability: -3 }],
          options,
        ],
      },
      {
        property: "The second-best beginning may overtake the best",
        args: [
          model(random, 7, { 4: { 5: -2, 6: -2.2 }, 5: { 3: -0.1, 6: -4 } }),
          [{ tokens: [4], logProbability: -1 }, { tokens: [5], logProbability: -1.5 }],
          options,
        ],
      },
      {
        property: "A hypothesis that has ended stays as it is",
        args: [
          model(random, 7, { 3: { 4: -0.1, 5: -2.5 }, 6: { 3: -0.7, 4: -1 } }),
          [{ tokens: [4, 3], logProbability: -1.2 }, { tokens: [5, 6], logProbability: -1 }],
          options,
        ],
      },
      {
        property: "Nothing but ended hypotheses",
        args: [
          model(random, 5),
          [{ tokens: [4, 3], logProbability: -1 }, { tokens: [3], logProbability: -2 }],
          options,
        ],
      },
      {
        property: "A long hypothesis gets its due",
        args: [
          model(random, 8, { 5: { 7: -0.2, 6: -1.4 }, 3: { 4: -0.3 } }),
          [
            { tokens: [4, 7, 6, 4, 3], logProbability: -1.9 },
            { tokens: [6, 3], logProbability: -2 },
            { tokens: [4, 5, 6, 4, 5, 6, 4, 5], logProbability: -3 },
          ],
          { ...options, width: 3, alpha: 1 },
        ],
      },
      {
        property: "The length counts what was written",
        args: [
          model(random, 7),
          [
            { tokens: [3], logProbability: -1 },
            { tokens: [4, 5, 6, 4, 5, 6, 4, 5, 3], logProbability: -2.2 },
          ],
          { ...options, alpha: 1 },
        ],
      },
      {
        property: "Another vocabulary, a wider beam",
        args: [
          model(random, 11),
          [
            { tokens: [4, 8], logProbability: random.uniform(-2, -1) },
            { tokens: [9, 1], logProbability: random.uniform(-3, -2) },
            { tokens: [7, 10], logProbability: random.uniform(-4, -3) },
          ],
          { startId: 0, endId: 1, width: 4, alpha: 0.6 },
        ],
      },
    ];
  },

  reference: (...args) => search(args),

  mistakes: [
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
  ],

  hints: [
    {
      en:
        "First make one long list of candidates, then sort it by score, then cut it. The three need not know " +
        "of one another.",
      ko:
        "먼저 후보를 모두 담은 긴 목록을 만들고, 점수로 정렬하고, 자르세요. 세 단계는 서로를 몰라도 됩니다.",
    },
    {
      en:
        "With beam.flatMap each hypothesis gives its candidates: itself in a list if it ends with endId, else " +
        "one for each entry of step([startId, ...tokens]).",
      ko:
        "beam.flatMap으로 가설마다 후보를 만드세요. endId로 끝나면 자기 자신 하나, 아니면 step([startId, ...tokens])의 칸마다 하나입니다.",
    },
    {
      en:
        "A candidate is { tokens: [...tokens, token], logProbability: the old one plus the new }. Sort by " +
        "logProbability / ((5 + tokens.length) / 6) ** alpha, falling, and take slice(0, width).",
      ko:
        "후보는 { tokens: [...tokens, token], logProbability: 이전 값 + 새 값 }입니다. logProbability / ((5 + tokens.length) / 6) ** alpha가 큰 순서로 정렬하고 slice(0, width)를 취하세요.",
    },
  ],
});
