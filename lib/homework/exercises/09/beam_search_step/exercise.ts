/**
 * Exercise 09.3: one step of beam search with the length penalty of Wu et al. (2016, section 7).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { type Arguments, type Hypothesis, model, search } from "../beam.ts";

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
  helpers: ["lib/homework/exercise/steps.ts"],
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
