/**
 * Exercise 09.3: one step of beam search with the length penalty of Wu et al. (2016, section 7).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { FunctionValue } from "../../../exercise/values.ts";

type Hypothesis = { tokens: number[]; logProbability: number };

type Options = { startId: number; endId: number; width: number; alpha: number };

type Arguments = [step: FunctionValue, beam: Hypothesis[], options: Options];

/** Tokens as in the lesson: 2 is <sos>, 3 is <eos>, words from 4 on. */
const options: Options = { startId: 2, endId: 3, width: 2, alpha: 0 };

/** A model by its last token: the likeliest next ones are given, the rest is drawn and less likely. */
function byLastToken(
  random: Random,
  size: number,
  likely: Readonly<Record<number, Readonly<Record<number, number>>>> = {},
): FunctionValue {
  const table = Array.from({ length: size }, (_, token) => {
    const given = likely[token];
    return Array.from(
      { length: size },
      (_, next) => given ? given[next] ?? random.uniform(-9, -7) : random.uniform(-5, -0.5),
    );
  });
  return new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [table]);
}

/** A model by the number of its tokens, <sos> included: row 0 is for one. */
function byCount(...table: number[][]): FunctionValue {
  return new FunctionValue("lib/homework/exercise/steps.ts", "countingStep", [table]);
}

/** Scores of seven tokens, all of them small. */
const unlikely = [-20, -21, -22, -23, -24, -25, -26];

export const beamSearchStep = defineExercise<Arguments>({
  id: "09.3",
  name: "beamSearchStep",
  title: { en: "Keep several beginnings", ko: "문장의 시작을 여럿 남기기" },
  difficulty: 3,
  minutes: 25,
  points: 5,
  task: {
    en:
      `\`beam\` holds the best beginnings so far. Extend each that has not ended by every token; one that ends with
\`endId\` is a candidate unchanged. Return the \`width\` best, the best first, ties in any order:
$\\text{score}=\\log p\\,/\\left(\\frac{5+n}{6}\\right)^{\\alpha}$, $n$ counting a candidate's tokens
(\`<eos>\` too, \`<sos>\` not), $\\log p$ summing their log-probabilities.

\`endId\` 3, \`alpha\` 0, \`width\` 2: \`[4]\` has −1, \`[5, 3]\` −1.3; \`step([startId, 4])\` gives −0.1 for 3,
−0.5 for 5. Returned: \`[4, 3]\` (−1.1), \`[5, 3]\` (−1.3).`,
    ko:
      `\`beam\`에는 지금까지 가장 좋은 문장 시작(가설)들이 들어 있습니다. 끝나지 않은 가설은 모든 토큰으로 한 칸씩 늘리고, \`endId\`로 끝난 가설은 그대로
후보가 됩니다. 점수가 가장 좋은 후보 \`width\`개를 좋은 것부터 돌려주세요.
$\\text{점수} = \\log p \\,/\\, \\left(\\frac{5 + n}{6}\\right)^{\\alpha}$이고, $n$은 \`<eos>\`까지 세고 \`<sos>\`는 빼고 센 후보의 토큰 수,
$\\log p$는 그 로그 확률의 합입니다. 점수가 같은 것끼리는 순서가 어떻든 괜찮습니다.

\`endId\` 3, \`alpha\` 0, \`width\` 2라고 합시다. \`[4]\`가 −1, \`[5, 3]\`이 −1.3이고, \`step([startId, 4])\`는 3에 −0.1, 5에 −0.5,
나머지에 더 작은 수를 줍니다. 그러면 \`[4, 3]\`을 −1.1, \`[5, 3]\`을 −1.3으로 돌려줍니다.`,
  },
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
  result: [{ name: "beam", ko: "빔", axes: "" }],
  helpers: ["lib/homework/exercise/steps.ts"],
  withheld: ["lib/decoding/beam.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand, nothing written yet: the likeliest first tokens, be it <eos>",
          ko: "손으로 푼 예, 아직 쓴 것이 없음: 확률이 가장 높은 첫 토큰들, <eos>도 됩니다",
        },
        args: [
          byLastToken(random, 6, { 2: { 0: -4, 1: -3.5, 2: -9, 3: -2, 4: -1, 5: -5 } }),
          [{ tokens: [], logProbability: 0 }],
          options,
        ],
        result: [{ tokens: [4], logProbability: -1 }, { tokens: [3], logProbability: -2 }],
      },
      {
        property: {
          en: "By hand: −1 − 0.5 and −1 − 1 beat −3 − 0.6: both survivors from one hypothesis",
          ko: "손으로 푼 예: −1 − 0.5와 −1 − 1이 −3 − 0.6보다 큼: 한 가설에서 둘 다 살아남습니다",
        },
        args: [
          byLastToken(random, 7, { 4: { 5: -0.5, 6: -1 }, 5: { 4: -0.6, 6: -3 } }),
          [{ tokens: [4], logProbability: -1 }, { tokens: [5], logProbability: -3 }],
          options,
        ],
        result: [
          { tokens: [4, 5], logProbability: -1.5 },
          { tokens: [4, 6], logProbability: -2 },
        ],
      },
      {
        property: {
          en: "The second-best beginning may overtake the best",
          ko: "둘째 시작이 첫째를 앞지를 수 있습니다",
        },
        args: [
          byLastToken(random, 7, { 4: { 5: -2, 6: -2.2 }, 5: { 3: -0.1, 6: -4 } }),
          [{ tokens: [4], logProbability: -1 }, { tokens: [5], logProbability: -1.5 }],
          options,
        ],
      },
      {
        property: {
          en: "A hypothesis that has ended stays as it is",
          ko: "끝난 가설은 그대로 남습니다",
        },
        args: [
          byLastToken(random, 7, { 3: { 4: -0.1, 5: -2.5 }, 6: { 3: -0.1, 4: -1 } }),
          [{ tokens: [4, 3], logProbability: -1.2 }, { tokens: [5, 6], logProbability: -1 }],
          options,
        ],
        result: [
          { tokens: [5, 6, 3], logProbability: -1.1 },
          { tokens: [4, 3], logProbability: -1.2 },
        ],
      },
      {
        property: {
          en: "A hypothesis that has ended has to compete with the others",
          ko: "끝난 가설도 다른 가설과 겨루어야 합니다",
        },
        args: [
          byLastToken(random, 7, { 6: { 5: -0.2, 4: -0.3 } }),
          [{ tokens: [6], logProbability: -1 }, { tokens: [4, 3], logProbability: -2.5 }],
          options,
        ],
        result: [
          { tokens: [6, 5], logProbability: -1.2 },
          { tokens: [6, 4], logProbability: -1.3 },
        ],
      },
      {
        property: {
          en: "Another vocabulary, in which 5 ends a sentence and 3 is a word",
          ko: "5가 문장을 끝내고 3은 단어인 다른 어휘",
        },
        args: [
          byLastToken(random, 7, { 3: { 6: -0.1, 4: -0.2 }, 5: { 4: -0.1 } }),
          [{ tokens: [4, 3], logProbability: -1 }, { tokens: [6, 5], logProbability: -1.15 }],
          { ...options, endId: 5 },
        ],
        result: [
          { tokens: [4, 3, 6], logProbability: -1.1 },
          { tokens: [6, 5], logProbability: -1.15 },
        ],
      },
      {
        property: {
          en: "Nothing but ended hypotheses, fewer than there is room for",
          ko: "모두 끝난 가설이고 자리보다 적음",
        },
        args: [
          byLastToken(random, 5),
          [{ tokens: [4, 3], logProbability: -1 }, { tokens: [3], logProbability: -2 }],
          { ...options, width: 3 },
        ],
        result: [{ tokens: [4, 3], logProbability: -1 }, { tokens: [3], logProbability: -2 }],
      },
      {
        property: {
          en: "The model reads all tokens, from <sos> on",
          ko: "모델은 <sos>부터 모든 토큰을 읽습니다",
        },
        args: [
          byCount(
            unlikely.with(3, -0.1),
            unlikely.with(4, -0.2),
            unlikely.with(5, -0.3),
            unlikely.with(6, -0.4),
            unlikely.with(1, -0.5),
          ),
          [
            { tokens: [4, 5], logProbability: -1 },
            { tokens: [6, 4, 6], logProbability: -2 },
          ],
          options,
        ],
        result: [
          { tokens: [4, 5, 5], logProbability: -1.3 },
          { tokens: [6, 4, 6, 6], logProbability: -2.4 },
        ],
      },
      {
        property: {
          en: "By hand, α = 1: seven tokens are divided by 2, and −1.8 / 2 beats −1",
          ko: "손으로 푼 예, α = 1: 토큰 일곱이면 2로 나누므로 −1.8 / 2가 −1보다 큽니다",
        },
        args: [
          byLastToken(random, 8),
          [
            { tokens: [3], logProbability: -1 },
            { tokens: [4, 7, 6, 4, 5, 6, 3], logProbability: -1.8 },
          ],
          { ...options, alpha: 1, width: 1 },
        ],
        result: [{ tokens: [4, 7, 6, 4, 5, 6, 3], logProbability: -1.8 }],
      },
      {
        property: {
          en: "By hand, α = 0.5: nineteen tokens are divided by √4, and −1 beats −2.2 / 2",
          ko: "손으로 푼 예, α = 0.5: 토큰 열아홉이면 √4로 나누므로 −1이 −2.2 / 2보다 큽니다",
        },
        args: [
          byLastToken(random, 7),
          [
            { tokens: [...Array.from({ length: 18 }, () => 5), 3], logProbability: -2.2 },
            { tokens: [3], logProbability: -1 },
          ],
          { ...options, alpha: 0.5, width: 1 },
        ],
        result: [{ tokens: [3], logProbability: -1 }],
      },
      {
        property: {
          en: "n counts what was written, with the new token, without <sos>",
          ko: "n은 새 토큰까지 쓴 토큰의 수이고 <sos>는 세지 않습니다",
        },
        args: [
          byLastToken(random, 7),
          [
            { tokens: [3], logProbability: -1 },
            { tokens: [4, 5, 6, 4, 5, 6, 4, 5, 3], logProbability: -2.2 },
          ],
          { ...options, alpha: 1 },
        ],
      },
      {
        property: {
          en: "n counts what was written, with the new token, without <sos>",
          ko: "n은 새 토큰까지 쓴 토큰의 수이고 <sos>는 세지 않습니다",
        },
        args: [
          byLastToken(random, 7, { 5: { 6: -0.05 } }),
          [
            { tokens: [3], logProbability: -1 },
            { tokens: [4, 5, 6, 4, 5, 6, 4, 5], logProbability: -2.2 },
          ],
          { ...options, alpha: 1, width: 1 },
        ],
      },
      {
        property: {
          en: "n counts what was written, with the new token, without <sos>",
          ko: "n은 새 토큰까지 쓴 토큰의 수이고 <sos>는 세지 않습니다",
        },
        args: [
          byLastToken(random, 7),
          [
            { tokens: [4, 5, 6, 4, 5, 6, 4, 5, 3], logProbability: -2.45 },
            { tokens: [3], logProbability: -1 },
          ],
          { ...options, alpha: 1, width: 1 },
        ],
      },
      {
        property: {
          en: "A long hypothesis gets its due",
          ko: "긴 가설도 제값을 받습니다",
        },
        args: [
          byLastToken(random, 8, { 5: { 7: -0.2, 6: -1.4 }, 3: { 4: -0.3 } }),
          [
            { tokens: [4, 7, 6, 4, 3], logProbability: -1.9 },
            { tokens: [6, 3], logProbability: -2 },
            { tokens: [4, 5, 6, 4, 5, 6, 4, 5], logProbability: -3 },
          ],
          { ...options, width: 3, alpha: 1 },
        ],
      },
      {
        property: {
          en: "Another vocabulary, a wider beam",
          ko: "다른 어휘, 더 넓은 빔",
        },
        args: [
          byLastToken(random, 11),
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
