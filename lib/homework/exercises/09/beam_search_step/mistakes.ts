/**
 * Wrong answers to exercise 09.3 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { beamSearchStep } from "./solution.ts";

type Step = (tokens: number[]) => number[];

type Hypothesis = { tokens: number[]; logProbability: number };

type Options = { startId: number; endId: number; width: number; alpha: number };

/** What hypotheses are ranked by. */
type Rank = (hypothesis: Hypothesis, options: Options) => number;

/** What may become of one hypothesis. */
type Candidates = (step: Step, hypothesis: Hypothesis, options: Options) => Hypothesis[];

const score: Rank = ({ tokens, logProbability }, { alpha }) =>
  logProbability / ((5 + tokens.length) / 6) ** alpha;

const hasEnded = ({ tokens }: Hypothesis, { endId }: Options): boolean => tokens.at(-1) === endId;

/** By a falling rank. */
function sorted(candidates: Hypothesis[], options: Options, rank: Rank = score): Hypothesis[] {
  return candidates.toSorted((a, b) => rank(b, options) - rank(a, options));
}

/** Every extension, where the model is shown what `shown` says. */
function extended(
  step: Step,
  { tokens, logProbability }: Hypothesis,
  { startId }: Options,
  shown: (tokens: number[], startId: number) => number[] = (all, first) => [first, ...all],
): Hypothesis[] {
  return step(shown(tokens, startId)).map((next, token) => ({
    tokens: [...tokens, token],
    logProbability: logProbability + next,
  }));
}

const candidatesOf: Candidates = (step, hypothesis, options) =>
  hasEnded(hypothesis, options) ? [hypothesis] : extended(step, hypothesis, options);

/** A beam search with other candidates, or another rank. */
function search(candidates: Candidates, rank: Rank = score): typeof beamSearchStep {
  return (step, beam, options) =>
    sorted(beam.flatMap((hypothesis) => candidates(step, hypothesis, options)), options, rank)
      .slice(0, options.width);
}

/** A beam search that shows the model something else. */
function showing(shown: (tokens: number[], startId: number) => number[]): typeof beamSearchStep {
  return search((step, hypothesis, options) =>
    hasEnded(hypothesis, options) ? [hypothesis] : extended(step, hypothesis, options, shown)
  );
}

/** A beam search with another log-probability of what is extended. */
function joining(join: (before: number, next: number) => number): typeof beamSearchStep {
  return search((step, hypothesis, options) => {
    if (hasEnded(hypothesis, options)) return [hypothesis];
    const { tokens, logProbability } = hypothesis;
    return step([options.startId, ...tokens]).map((next, token) => ({
      tokens: [...tokens, token],
      logProbability: join(logProbability, next),
    }));
  });
}

/** All candidates, the best first. */
function ranked(step: Step, beam: Hypothesis[], options: Options): Hypothesis[] {
  return sorted(beam.flatMap((one) => candidatesOf(step, one, options)), options);
}

/** The hypotheses that have ended, then the best of the others. */
function endedFirst(step: Step, beam: Hypothesis[], options: Options): Hypothesis[] {
  const ended = beam.filter((one) => hasEnded(one, options));
  const others = beam.filter((one) => !hasEnded(one, options))
    .flatMap((one) => extended(step, one, options));
  return [...sorted(ended, options), ...sorted(others, options)].slice(0, options.width);
}

export const mistakes: readonly Mistake<typeof beamSearchStep>[] = [
  {
    name: { en: "no length normalisation", ko: "길이로 정규화하지 않음" },
    hint: {
      en:
        "You rank by the plain log-probability, or divide all candidates by one common length, which ranks them " +
        "alike. It falls with every token, so a short sentence beats a long one. Divide each by its own " +
        "((5 + n) / 6)^α before you compare; keep the plain sum in the result.",
      ko:
        "로그 확률을 그대로 비교했거나 모든 후보를 같은 길이로 나누었습니다(순서가 같습니다). 로그 확률은 토큰이 늘 때마다 작아지므로 짧은 문장이 긴 문장을 이깁니다. " +
        "비교하기 전에 후보마다 자기 ((5 + n) / 6)^α로 나누고, 결과에는 원래의 합을 그대로 두세요.",
    },
    answer: search(candidatesOf, ({ logProbability }) => logProbability),
    variants: [
      (step, beam, options) => { // the score only orders the survivors
        const plain = search(candidatesOf, ({ logProbability }) => logProbability);
        return sorted(plain(step, beam, options), options);
      },
    ],
  },
  {
    name: { en: "counts <sos>", ko: "<sos>까지 셈" },
    hint: {
      en:
        "Your n is one too large: you count <sos>. It was given, not written; n counts the tokens of the " +
        "hypothesis alone.",
      ko:
        "n이 하나 큽니다. <sos>까지 셌습니다. <sos>는 주어진 것이지 쓴 것이 아닙니다. 가설의 토큰만 세세요.",
    },
    answer: search(
      candidatesOf,
      ({ tokens, logProbability }, { alpha }) =>
        logProbability / ((6 + tokens.length) / 6) ** alpha,
    ),
  },
  {
    name: { en: "n before the new token", ko: "새 토큰을 더하기 전의 n" },
    hint: {
      en:
        "Your n is the length before the new token was added. Score the candidate, not the hypothesis that it " +
        "comes from.",
      ko: "n이 새 토큰을 더하기 전의 길이입니다. 원래 가설이 아니라 늘어난 후보의 토큰을 세세요.",
    },
    answer(step, beam, options) {
      const candidates = beam.flatMap((hypothesis) =>
        candidatesOf(step, hypothesis, options).map((candidate) => ({
          candidate,
          score: score({ ...candidate, tokens: hypothesis.tokens }, options),
        }))
      );
      return candidates.sort((a, b) => b.score - a.score).slice(0, options.width)
        .map(({ candidate }) => candidate);
    },
    variants: [
      search(
        candidatesOf,
        ({ tokens, logProbability }, { alpha }) =>
          logProbability / ((4 + tokens.length) / 6) ** alpha,
      ),
    ],
  },
  {
    name: { en: "divides by the length", ko: "길이로 나눔" },
    hint: {
      en:
        "You divide by the number of tokens. The penalty grows more slowly: ((5 + n) / 6)^α, which is 1 for one " +
        "token and for α = 0.",
      ko:
        "토큰의 수로 나누었습니다. 벌점은 그보다 천천히 커지는 ((5 + n) / 6)^α입니다. 토큰이 하나일 때와 α = 0일 때는 1입니다.",
    },
    answer: search(
      candidatesOf,
      ({ tokens, logProbability }) => logProbability / tokens.length,
    ),
    variants: [
      search(
        candidatesOf,
        ({ tokens, logProbability }, { alpha }) => logProbability / tokens.length ** alpha,
      ),
    ],
  },
  {
    name: { en: "α does not reach the length", ko: "α가 길이에 적용되지 않음" },
    hint: {
      en:
        "Your penalty grows like 5 + n, whatever α is: it is left out, or the power takes hold of the 6 alone. " +
        "The whole fraction is raised to the power of α.",
      ko:
        "α가 무엇이든 벌점이 5 + n에 비례합니다. α를 빠뜨렸거나 6만 α제곱했습니다. 분수 전체를 괄호로 묶어 α제곱하세요.",
    },
    answer: search(
      candidatesOf,
      ({ tokens, logProbability }) => logProbability / ((5 + tokens.length) / 6),
    ),
  },
  {
    name: { en: "multiplies by the penalty", ko: "벌점을 곱함" },
    hint: {
      en:
        "You multiply by the penalty, and long sentences come off even worse: log-probabilities are negative. " +
        "Divide by it.",
      ko:
        "벌점을 곱해서 긴 문장이 더욱 불리해집니다. 로그 확률은 음수이기 때문입니다. 벌점으로 나누세요.",
    },
    answer: search(
      candidatesOf,
      ({ tokens, logProbability }, { alpha }) =>
        logProbability * ((5 + tokens.length) / 6) ** alpha,
    ),
  },
  {
    name: { en: "shows the step the last token alone", ko: "마지막 토큰만 보여 줌" },
    hint: {
      en:
        "You show the model the last token alone. What comes next depends on the whole sentence: give it all " +
        "tokens so far, <sos> first.",
      ko:
        "모델에 마지막 토큰만 보여 주었습니다. 다음에 올 것은 문장 전체에 달려 있습니다. <sos>부터 지금까지의 모든 토큰을 주세요.",
    },
    answer: showing((tokens, startId) => [tokens.at(-1) ?? startId]),
    variants: [
      showing((tokens, startId) => tokens.length > 0 ? [startId, ...tokens.slice(-1)] : [startId]),
      showing((tokens) => tokens.slice(-1)),
    ],
  },
  {
    name: { en: "hides <sos> from the step", ko: "<sos>를 보여 주지 않음" },
    hint: {
      en:
        "You show the model the hypothesis without <sos>. It has learned sentences that begin with <sos>: put " +
        "startId in front of the tokens, for the step alone.",
      ko:
        "모델에 <sos>가 빠진 가설을 보여 주었습니다. 모델은 <sos>로 시작하는 문장을 배웠습니다. step에 줄 때만 토큰들 앞에 startId를 붙이세요.",
    },
    answer: showing((tokens) => tokens),
    variants: [showing((tokens, startId) => tokens.length > 0 ? tokens : [startId])],
  },
  {
    name: { en: "<sos> among the tokens", ko: "토큰 목록에 <sos>를 넣음" },
    hint: {
      en:
        "Your hypotheses hold <sos>. It is shown to the step, but it is not one of the tokens that were written.",
      ko: "가설의 토큰에 <sos>가 들어 있습니다. step에는 보여 주지만 쓴 토큰은 아닙니다.",
    },
    answer: search((step, hypothesis, options) => {
      if (hasEnded(hypothesis, options)) return [hypothesis];
      const tokens = [options.startId, ...hypothesis.tokens];
      return step(tokens).map((next, token) => ({
        tokens: [...tokens, token],
        logProbability: hypothesis.logProbability + next,
      }));
    }),
    variants: [(step, beam, options) =>
      ranked(step, beam, options).slice(0, options.width)
        .map(({ tokens, logProbability }) => ({
          tokens: [options.startId, ...tokens],
          logProbability,
        }))],
  },
  {
    name: { en: "finished beams extended", ko: "끝난 가설을 늘림" },
    hint: {
      en:
        "You go on writing after <eos>. A hypothesis that has ended is a candidate as it stands: it is not " +
        "extended, and it keeps its log-probability.",
      ko:
        "<eos> 다음에도 계속 씁니다. 끝난 가설은 있는 그대로 후보가 됩니다. 늘리지 말고 로그 확률도 그대로 두세요.",
    },
    answer: search((step, hypothesis, options) => extended(step, hypothesis, options)),
  },
  {
    name: { en: "finished beams kept and extended", ko: "끝난 가설을 남기고 늘리기도 함" },
    hint: {
      en:
        "A hypothesis that has ended is among your candidates, as it should be, and its extensions are too. " +
        "Nothing comes after <eos>: it is a candidate as it stands and no other.",
      ko:
        "끝난 가설이 후보에 남는 것은 맞지만, 그것을 늘린 것까지 후보에 넣었습니다. <eos> 다음에는 아무것도 오지 않습니다. 있는 그대로만 후보에 넣으세요.",
    },
    answer: search((step, hypothesis, options) => [
      ...(hasEnded(hypothesis, options) ? [hypothesis] : []),
      ...extended(step, hypothesis, options),
    ]),
  },
  {
    name: { en: "finished beams dropped", ko: "끝난 가설을 버림" },
    hint: {
      en:
        "Hypotheses that have ended are gone. They have to compete with those that go on: keep them among " +
        "the candidates, unchanged.",
      ko:
        "끝난 가설이 사라졌습니다. 끝난 가설도 계속되는 가설과 겨루어야 합니다. 바꾸지 말고 후보에 남겨 두세요.",
    },
    answer: search((step, hypothesis, options) =>
      hasEnded(hypothesis, options) ? [] : extended(step, hypothesis, options)
    ),
  },
  {
    name: { en: "finished beams need not compete", ko: "끝난 가설이 겨루지 않음" },
    hint: {
      en:
        "Hypotheses that have ended keep their places, whatever their score. They compete with the extensions " +
        "of the others in one list.",
      ko:
        "끝난 가설이 점수와 상관없이 자리를 지킵니다. 늘어난 다른 가설들과 한 목록에서 겨루어야 합니다.",
    },
    answer: endedFirst,
    variants: [
      (step, beam, options) => sorted(endedFirst(step, beam, options), options),
      (step, beam, options) => {
        const ended = beam.filter((one) => hasEnded(one, options));
        const others = beam.filter((one) => !hasEnded(one, options))
          .flatMap((one) => extended(step, one, options));
        return [...sorted(others, options).slice(0, options.width - ended.length), ...ended];
      },
      (step, beam, options) => {
        const ended = beam.filter((one) => hasEnded(one, options));
        const others = beam.filter((one) => !hasEnded(one, options))
          .flatMap((one) => extended(step, one, options));
        return [...ended, ...sorted(others, options).slice(0, options.width)];
      },
      (step, beam, options) => {
        const ended = beam.filter((one) => hasEnded(one, options));
        const others = beam.filter((one) => !hasEnded(one, options))
          .flatMap((one) => extended(step, one, options));
        const kept = sorted(others, options).slice(0, options.width - ended.length);
        return sorted([...ended, ...kept], options);
      },
    ],
  },
  {
    name: { en: "stops as soon as one has ended", ko: "하나가 끝나면 멈춤" },
    hint: {
      en:
        "Where a hypothesis has ended you return the beam as it came. The others go on: a longer sentence may " +
        "still become better.",
      ko:
        "가설 하나가 끝나면 beam을 그대로 돌려줍니다. 나머지 가설은 계속되어야 합니다. 더 긴 문장이 앞지를 수도 있습니다.",
    },
    answer(step, beam, options) {
      if (beam.some((one) => hasEnded(one, options))) return beam;
      return ranked(step, beam, options).slice(0, options.width);
    },
    variants: [
      (step, beam, options) => {
        if (beam.some((one) => hasEnded(one, options))) return sorted(beam, options);
        return ranked(step, beam, options).slice(0, options.width);
      },
      (step, beam, options) => {
        if (hasEnded(beam[0], options)) return beam;
        return ranked(step, beam, options).slice(0, options.width);
      },
    ],
  },
  {
    name: { en: "never extends by <eos>", ko: "<eos>로는 늘리지 않음" },
    hint: {
      en:
        "Your candidates never end: <eos> is a token like the others, and a hypothesis may be extended by it.",
      ko: "후보가 끝나지 않습니다. <eos>도 다른 토큰과 똑같이 가설을 늘리는 토큰입니다.",
    },
    answer: search((step, hypothesis, options) =>
      hasEnded(hypothesis, options)
        ? [hypothesis]
        : extended(step, hypothesis, options).filter((one) => !hasEnded(one, options))
    ),
  },
  {
    name: { en: "one extension of each hypothesis", ko: "가설마다 하나만 늘림" },
    hint: {
      en:
        "Each hypothesis gives you its best extension alone: that is greedy decoding, several times. All " +
        "extensions of all hypotheses compete in one list.",
      ko:
        "가설마다 가장 좋은 확장 하나만 남깁니다. 그것은 탐욕 디코딩을 여러 번 하는 것입니다. 모든 가설의 모든 확장이 한 목록에서 겨루어야 합니다.",
    },
    answer: search((step, hypothesis, options) =>
      sorted(candidatesOf(step, hypothesis, options), options).slice(0, 1)
    ),
    variants: [
      (step, beam, options) =>
        beam.flatMap((one) => sorted(candidatesOf(step, one, options), options).slice(0, 1)),
    ],
  },
  {
    name: { en: "a single survivor", ko: "하나만 남김" },
    hint: {
      en:
        "Only the best candidate of all is left: that is greedy decoding. The `width` best go on, the best first.",
      ko:
        "모든 후보 가운데 가장 좋은 하나만 남깁니다. 그것은 탐욕 디코딩입니다. 좋은 것부터 `width`개를 남기세요.",
    },
    answer: (step, beam, options) => ranked(step, beam, options).slice(0, 1),
  },
  {
    name: { en: "not cut to the width", ko: "width개로 자르지 않음" },
    hint: {
      en:
        "Your beam grows: all candidates are in it, or the best few of each hypothesis. Of all together only " +
        "`width` go on.",
      ko:
        "빔이 점점 커집니다. 후보가 모두 남았거나 가설마다 몇 개씩 남았습니다. 모든 후보를 합쳐 `width`개만 남기세요.",
    },
    answer: ranked,
    variants: [
      (step, beam, options) =>
        sorted(
          beam.flatMap((one) =>
            sorted(candidatesOf(step, one, options), options).slice(0, options.width)
          ),
          options,
        ),
      (step, beam, options) =>
        beam.flatMap((one) =>
          sorted(candidatesOf(step, one, options), options).slice(0, options.width)
        ),
    ],
  },
  {
    name: { en: "not sorted when it is cut", ko: "정렬되지 않은 채 자름" },
    hint: {
      en:
        "The first candidates survive rather than the best: you cut before you sort, or your sort leaves the order as it " +
        "is, without a function or with one that says true and false. First sort by the difference of scores, then cut.",
      ko:
        "가장 좋은 후보가 아니라 먼저 나온 후보가 남습니다. 정렬하기 전에 잘랐거나, sort에 함수가 없거나 그 함수가 true와 false를 돌려주어 순서가 바뀌지 않습니다. 먼저 점수의 차로 " +
        "정렬하고 나서 자르세요.",
    },
    answer: (step, beam, options) =>
      sorted(
        beam.flatMap((one) => candidatesOf(step, one, options)).slice(0, options.width),
        options,
      ),
    variants: [
      (step, beam, options) =>
        beam.flatMap((one) => candidatesOf(step, one, options)).slice(0, options.width),
      (step, beam, options) =>
        // each one's best, and then the first of them
        beam.flatMap((one) =>
          sorted(candidatesOf(step, one, options), options).slice(0, options.width)
        )
          .slice(0, options.width),
    ],
  },
  {
    name: { en: "the worst first", ko: "가장 나쁜 것부터" },
    hint: {
      en:
        "You sort from the smallest score up. Log-probabilities are negative: the best is the largest, nearest " +
        "to 0.",
      ko:
        "점수가 작은 것부터 정렬했습니다. 로그 확률은 음수이므로 가장 좋은 것은 0에 가장 가까운 가장 큰 값입니다.",
    },
    answer: (step, beam, options) =>
      beam.flatMap((one) => candidatesOf(step, one, options))
        .sort((a, b) => score(a, options) - score(b, options))
        .slice(0, options.width),
    variants: [
      (step, beam, options) => ranked(step, beam, options).slice(0, options.width).reverse(),
    ],
  },
  {
    name: { en: "forgets what came before", ko: "앞의 로그 확률을 잊음" },
    hint: {
      en:
        "You compare the last token alone. The probability of a sentence is the product of all its tokens' " +
        "probabilities: add the new log-probability to that of the hypothesis.",
      ko:
        "마지막 토큰만 비교합니다. 문장의 확률은 모든 토큰 확률의 곱입니다. 새 로그 확률을 가설의 로그 확률에 더하세요.",
    },
    answer: joining((_before, next) => next),
  },
  {
    name: { en: "multiplies log-probabilities", ko: "로그 확률을 곱함" },
    hint: {
      en:
        "You multiply two log-probabilities. Probabilities are multiplied; their logarithms are added.",
      ko: "로그 확률 둘을 곱했습니다. 확률은 곱하지만 그 로그는 더합니다.",
    },
    answer: joining((before, next) => before * next),
  },
  {
    name: { en: "takes the step's scores for probabilities", ko: "step의 값을 확률로 여김" },
    hint: {
      en:
        "You take the logarithm of what the step gives, or of its negative. It is a log-probability already: add " +
        "it as it is.",
      ko: "step이 준 값에 다시 로그를 취했습니다. 이미 로그 확률이므로 그대로 더하세요.",
    },
    answer: joining((before, next) => before + Math.log(next)),
    variants: [
      joining((before, next) => before + Math.log(-next)),
      joining((before, next) => before + Math.log(Math.max(next, 1e-12))),
    ],
  },
  {
    name: { en: "turns logarithms back into probabilities", ko: "로그 확률을 확률로 되돌림" },
    hint: {
      en:
        "You turn log-probabilities into probabilities before you join them. Added up, these mean nothing, and the result is " +
        "asked for as a logarithm: add the logarithms as they are.",
      ko:
        "로그 확률을 확률로 되돌려서 합쳤습니다. 확률은 더해도 뜻이 없고, 결과는 로그로 돌려주어야 합니다. 로그 확률을 그대로 더하세요.",
    },
    answer: joining((before, next) => before + Math.exp(next)),
    variants: [
      joining((before, next) => Math.exp(before + next)),
      joining((before, next) => Math.exp(before) * Math.exp(next)),
      joining((before, next) => Math.exp(before) + Math.exp(next)),
    ],
  },
  {
    name: { en: "adds to the score instead of the sum", ko: "합이 아니라 점수에 더함" },
    hint: {
      en:
        "You add the new log-probability to the hypothesis's score, which is divided already. The plain sum goes on; the " +
        "score is made anew for each candidate.",
      ko:
        "새 로그 확률을 이미 나눈 점수에 더했습니다. 나누지 않은 합에 이어서 더하고, 점수는 후보마다 새로 구하세요.",
    },
    answer: search((step, hypothesis, options) =>
      candidatesOf(
        step,
        hasEnded(hypothesis, options)
          ? hypothesis
          : { ...hypothesis, logProbability: score(hypothesis, options) },
        options,
      )
    ),
  },
  {
    name: { en: "the score in the place of the log-probability", ko: "로그 확률 자리에 점수" },
    hint: {
      en:
        "You return the score as logProbability. At the next step it would be divided once more. Use the " +
        "score for sorting alone.",
      ko:
        "logProbability에 점수를 넣어 돌려줍니다. 그러면 다음 단계에서 한 번 더 나누게 됩니다. 점수는 정렬에만 쓰세요.",
    },
    answer: (step, beam, options) =>
      ranked(step, beam, options).slice(0, options.width)
        .map((found) => ({ ...found, logProbability: score(found, options) })),
  },
  {
    name: {
      en: "all extensions share one list of tokens",
      ko: "확장들이 토큰 목록 하나를 같이 씀",
    },
    hint: {
      en:
        "You push the new token onto the hypothesis's own list, so all its extensions hold the same, ever longer " +
        "list. Each candidate needs a new list.",
      ko:
        "가설의 목록에 새 토큰을 push해서 모든 확장이 점점 길어지는 목록 하나를 같이 씁니다. 후보마다 새 목록을 만드세요.",
    },
    answer: search((step, hypothesis, options) => {
      if (hasEnded(hypothesis, options)) return [hypothesis];
      const { tokens, logProbability } = hypothesis;
      return step([options.startId, ...tokens]).map((next, token) => {
        tokens.push(token);
        return { tokens, logProbability: logProbability + next };
      });
    }),
  },
  {
    name: { en: "one hypothesis too many or too few", ko: "가설이 하나 많거나 모자람" },
    hint: {
      en: "You keep one hypothesis more or less than width.",
      ko: "width보다 하나 많거나 적게 남깁니다.",
    },
    answer: (step, beam, options) =>
      sorted(beam.flatMap((one) => candidatesOf(step, one, options)), options).slice(
        0,
        options.width + 1,
      ),
    variants: [
      (step, beam, options) =>
        sorted(beam.flatMap((one) => candidatesOf(step, one, options)), options).slice(
          0,
          options.width - 1,
        ),
    ],
  },
  {
    name: { en: "<eos> by its number", ko: "<eos>를 번호로 찾음" },
    hint: {
      en:
        "You look for the end by a number that stands in your code. Its id is endId, and differs between vocabularies.",
      ko: "끝 토큰을 코드에 적힌 번호로 찾습니다. 번호는 endId이고 어휘마다 다릅니다.",
    },
    answer: search((step, one, options) =>
      one.tokens.at(-1) === 3 ? [one] : extended(step, one, options)
    ),
  },
  {
    name: { en: "beginnings stay as they were", ko: "늘리지 않은 것도 남김" },
    hint: {
      en:
        "A hypothesis that has not ended is itself a candidate in yours, beside its extensions. Only one that has ended is a " +
        "candidate as it stands.",
      ko:
        "끝나지 않은 가설을 늘린 것과 함께 그대로도 후보로 넣었습니다. 그대로 후보가 되는 것은 끝난 가설뿐입니다.",
    },
    answer: search((step, hypothesis, options) =>
      hasEnded(hypothesis, options)
        ? [hypothesis]
        : [hypothesis, ...extended(step, hypothesis, options)]
    ),
  },
  {
    name: { en: "multiplies by α instead of raising to it", ko: "α제곱하지 않고 α를 곱함" },
    hint: {
      en: "You multiply the fraction by α. α is its exponent: ((5 + n) / 6) ** alpha.",
      ko: "분수에 α를 곱했습니다. α는 지수입니다. 분수를 α제곱하세요.",
    },
    answer: search(
      candidatesOf,
      ({ tokens, logProbability }, { alpha }) => logProbability / ((5 + tokens.length) / 6 * alpha),
    ),
  },
  {
    name: { en: "the first hypothesis alone", ko: "첫 가설만 늘림" },
    hint: {
      en:
        "Only the first hypothesis of the beam goes on. All of them are extended, and all extensions compete.",
      ko: "빔의 첫 가설만 늘렸습니다. 모든 가설을 늘리고 그 후보들이 모두 겨루어야 합니다.",
    },
    answer: (step, beam, options) =>
      ranked(step, beam.slice(0, 1), options).slice(0, options.width),
  },
  {
    name: { en: "the new token in front", ko: "새 토큰을 앞에 붙임" },
    hint: {
      en: "You put the new token before the others. It comes at the end.",
      ko: "새 토큰을 앞에 붙였습니다. 끝에 붙이세요.",
    },
    answer: search((step, hypothesis, options) =>
      hasEnded(hypothesis, options)
        ? [hypothesis]
        : extended(step, hypothesis, options).map(({ tokens, logProbability }) => ({
          tokens: [...tokens.slice(-1), ...tokens.slice(0, -1)],
          logProbability,
        }))
    ),
  },
  {
    name: { en: "the length penalty for ended ones alone", ko: "끝난 가설에만 길이 벌점" },
    hint: {
      en:
        "You divide by the penalty only where a hypothesis has ended. Every candidate's score has it.",
      ko: "끝난 가설에만 길이 벌점을 적용했습니다. 모든 후보의 점수에 들어갑니다.",
    },
    answer: search(
      candidatesOf,
      (one, options) => hasEnded(one, options) ? score(one, options) : one.logProbability,
    ),
    variants: [
      search(
        candidatesOf,
        (one, options) => hasEnded(one, options) ? one.logProbability : score(one, options),
      ),
    ],
  },
];
