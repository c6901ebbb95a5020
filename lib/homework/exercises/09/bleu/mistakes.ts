/**
 * Wrong answers to exercise 09.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { bleu } from "./solution.ts";

/** What was counted of the runs of one length. */
type Counts = { matches: number; ours: number; theirs: number };

/** Words on both sides. */
type Lengths = { ours: number; theirs: number };

const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

const mean = (numbers: number[]): number => sum(numbers) / numbers.length;

const geometricMean = (numbers: number[]): number => Math.exp(mean(numbers.map(Math.log)));

/** All runs of `n` words. */
function runsOf(words: string[], n: number, separator = " "): string[] {
  return words.slice(0, Math.max(0, words.length - n + 1))
    .map((_, i) => words.slice(i, i + n).join(separator));
}

/** How often each of `runs` occurs. */
function occurrences(runs: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}

/** Matches of one sentence, each run at most as often as the reference has it. */
function clipped(ours: string[], theirs: string[]): number {
  const wanted = occurrences(theirs);
  return sum([...occurrences(ours)].map(([run, count]) => Math.min(count, wanted.get(run) ?? 0)));
}

/** Counts over all sentences. */
function countsOf(
  hypotheses: string[][],
  references: string[][],
  n: number,
  matching = clipped,
  runs = runsOf,
): Counts {
  const pairs = hypotheses.map((words, i) => [runs(words, n), runs(references[i], n)]);
  return {
    matches: sum(pairs.map(([ours, theirs]) => matching(ours, theirs))),
    ours: sum(pairs.map(([ours]) => ours.length)),
    theirs: sum(pairs.map(([, theirs]) => theirs.length)),
  };
}

const lengthsOf = (hypotheses: string[][], references: string[][]): Lengths => ({
  ours: hypotheses.flat().length,
  theirs: references.flat().length,
});

const penalty = ({ ours, theirs }: Lengths): number => Math.exp(Math.min(0, 1 - theirs / ours));

const precision = ({ matches, ours }: Counts): number => matches / ours;

/** BLEU with something done in another way. */
function scoring({
  brevity = penalty,
  share = precision,
  join = geometricMean,
  matching = clipped,
  runs = runsOf,
  lengths = [1, 2, 3, 4],
}: {
  brevity?: (lengths: Lengths) => number;
  share?: (counts: Counts, n: number) => number;
  join?: (shares: number[]) => number;
  matching?: (ours: string[], theirs: string[]) => number;
  runs?: (words: string[], n: number) => string[];
  lengths?: number[];
}): typeof bleu {
  return (hypotheses, references) => {
    const shares = lengths.map((n) =>
      share(countsOf(hypotheses, references, n, matching, runs), n)
    );
    return 100 * brevity(lengthsOf(hypotheses, references)) * join(shares);
  };
}

/** BLEU of the corpus. */
const right = scoring({});

/** BLEU of each sentence; 0 where it is too short for a run of four. */
const ofEach = (hypotheses: string[][], references: string[][]): number[] =>
  hypotheses.map((words, i) => right([words], [references[i]]) || 0);

/** The corpus's precisions, without a penalty. */
const withoutPenalty = scoring({ brevity: () => 1 });

export const mistakes: readonly Mistake<typeof bleu>[] = [
  {
    name: { en: "no clipping", ko: "횟수를 제한하지 않음" },
    hint: {
      en:
        "A run counts as often as you wrote it. Then a translation of one right word, said again and again, " +
        "would be perfect: count it at most as often as the reference has it.",
      ko:
        "쓴 횟수만큼 모두 맞은 것으로 셉니다. 그러면 맞는 단어 하나를 되풀이한 번역이 만점입니다. 기준 번역에 나온 횟수까지만 세세요.",
    },
    answer: scoring({
      matching: (ours, theirs) => ours.filter((run) => theirs.includes(run)).length,
    }),
  },
  {
    name: { en: "each run counted once", ko: "같은 연속을 한 번만 셈" },
    hint: {
      en:
        "A run that occurs twice in both counts once in yours: you compare sets. Count how often each run occurs, " +
        "and take the smaller of both counts.",
      ko:
        "번역과 참조에 두 번씩 나온 연속을 한 번만 셌습니다. 집합을 비교했기 때문입니다. 연속마다 나온 횟수를 세고 두 횟수 가운데 작은 쪽을 쓰세요.",
    },
    answer: scoring({
      matching: (ours, theirs) => new Set(ours.filter((run) => theirs.includes(run))).size,
    }),
    variants: [
      (hypotheses, references) => {
        const once = (words: string[], n: number) => [...new Set(runsOf(words, n))];
        return scoring({ runs: once })(hypotheses, references);
      },
    ],
  },
  {
    name: { en: "divided by the number of different runs", ko: "서로 다른 연속의 수로 나눔" },
    hint: {
      en:
        "Your matches are right, but you divide by the number of different runs. A run that you wrote three times counts " +
        "three times in the total.",
      ko:
        "맞은 수는 맞지만 서로 다른 연속의 수로 나누었습니다. 세 번 쓴 연속은 전체에서 세 번으로 셉니다.",
    },
    answer(hypotheses, references) {
      const shares = [1, 2, 3, 4].map((n) => {
        const { matches } = countsOf(hypotheses, references, n);
        return matches / sum(hypotheses.map((words) => new Set(runsOf(words, n)).size));
      });
      return 100 * penalty(lengthsOf(hypotheses, references)) * geometricMean(shares);
    },
  },
  {
    name: { en: "no brevity penalty", ko: "짧은 번역의 감점이 없음" },
    hint: {
      en:
        "A translation that is too short loses nothing: there is no penalty, or its lengths count sentences " +
        "instead of words. Precision alone rewards saying little: multiply by e^(1 − r/c) where the translations " +
        "have fewer words than the references.",
      ko:
        "너무 짧은 번역도 감점되지 않습니다. 감점이 빠졌거나 길이로 단어가 아니라 문장의 수를 셌습니다. 정밀도만 보면 말을 아낄수록 유리합니다. 번역이 참조보다 짧으면 " +
        "e^(1 − r/c)를 곱하세요.",
    },
    answer: withoutPenalty,
  },
  {
    name: { en: "long translations gain", ko: "긴 번역이 점수를 더 얻음" },
    hint: {
      en:
        "A translation that is too long gets a factor above 1. The penalty only ever lowers: its exponent " +
        "is the smaller of 0 and 1 − r/c.",
      ko:
        "너무 긴 번역에 1보다 큰 수를 곱합니다. 벌점은 점수를 낮추기만 합니다. 지수는 0과 1 − r/c 가운데 작은 쪽입니다.",
    },
    answer: scoring({ brevity: ({ ours, theirs }) => Math.exp(1 - theirs / ours) }),
  },
  {
    name: { en: "the lengths in the penalty exchanged", ko: "감점에서 두 길이가 바뀜" },
    hint: {
      en:
        "Your penalty lowers the score of long translations and spares the short ones: c and r are exchanged. " +
        "r counts the references' words and is divided by c, the translations'.",
      ko:
        "긴 번역이 감점되고 짧은 번역은 감점되지 않습니다. c와 r이 바뀌었습니다. 참조의 단어 수 r을 번역의 단어 수 c로 나눕니다.",
    },
    answer: scoring({ brevity: ({ ours, theirs }) => Math.exp(Math.min(0, 1 - ours / theirs)) }),
    variants: [scoring({ brevity: ({ ours, theirs }) => Math.exp(1 - ours / theirs) })],
  },
  {
    name: { en: "max for min in the penalty", ko: "감점에서 min 자리에 max" },
    hint: {
      en:
        "Your factor is never below 1: you take the larger of 0 and 1 − r/c. The penalty lowers a score, so its " +
        "exponent is never above 0.",
      ko:
        "곱하는 수가 1보다 작아지지 않습니다. 0과 1 − r/c 가운데 큰 쪽을 골랐습니다. 감점은 점수를 낮추므로 지수가 0보다 클 수 없습니다.",
    },
    answer: scoring({ brevity: ({ ours, theirs }) => Math.exp(Math.max(0, 1 - theirs / ours)) }),
  },
  {
    name: { en: "the difference of the lengths for r", ko: "r 자리에 길이의 차" },
    hint: {
      en:
        "Your r is how far the two lengths are apart. In the formula it is the length itself: all words of the " +
        "references.",
      ko: "r 자리에 두 길이의 차를 넣었습니다. 식의 r은 길이 자체, 곧 참조 전체의 단어 수입니다.",
    },
    answer: scoring({
      brevity: ({ ours, theirs }) => Math.exp(Math.min(0, 1 - Math.abs(theirs - ours) / ours)),
    }),
    variants: [
      scoring({ brevity: ({ ours, theirs }) => Math.exp(-Math.abs(theirs - ours) / ours) }),
    ],
  },
  {
    name: { en: "the ratio of the lengths for the penalty", ko: "감점 자리에 길이의 비율" },
    hint: {
      en:
        "You multiply by c/r itself. The penalty is an exponential, e^(1 − r/c): gentle for a missing word, " +
        "severe for a missing half.",
      ko:
        "c/r을 그대로 곱했습니다. 감점은 지수함수 e^(1 − r/c)입니다. 단어 하나가 모자라면 조금, 절반이 모자라면 크게 깎습니다.",
    },
    answer: scoring({ brevity: ({ ours, theirs }) => Math.min(1, ours / theirs) }),
  },
  {
    name: { en: "the penalty averaged over sentences", ko: "감점을 문장마다 구해 평균" },
    hint: {
      en:
        "Your precisions are right, but each sentence has a penalty of its own and you take their mean or their " +
        "product. Add up the words of all sentences first; there is one penalty.",
      ko:
        "정밀도는 맞지만 감점을 문장마다 구해 평균 내거나 곱했습니다. 먼저 모든 문장의 단어 수를 더하세요. 감점은 하나입니다.",
    },
    answer(hypotheses, references) {
      const penalties = hypotheses.map((words, i) => penalty(lengthsOf([words], [references[i]])));
      return withoutPenalty(hypotheses, references) * mean(penalties);
    },
    variants: [
      (hypotheses, references) =>
        hypotheses.reduce(
          (product, words, i) => product * penalty(lengthsOf([words], [references[i]])),
          withoutPenalty(hypotheses, references),
        ),
      (hypotheses, references) => {
        const ratio = mean(hypotheses.map((words, i) => references[i].length / words.length));
        return withoutPenalty(hypotheses, references) * Math.exp(Math.min(0, 1 - ratio));
      },
    ],
  },
  {
    name: { en: "a mean of sentences", ko: "문장 점수의 평균" },
    hint: {
      en:
        "You mark each sentence and take the mean. BLEU adds up the counts of all sentences first and " +
        "divides once at the end: one sentence without a run of four must not cost everything.",
      ko:
        "문장마다 점수를 매겨 평균을 냈습니다. BLEU는 모든 문장의 횟수를 먼저 더하고 마지막에 한 번 나눕니다. 네 단어 연속이 없는 문장 하나 때문에 전체 " +
        "점수가 0이 되어서는 안 됩니다.",
    },
    answer: (hypotheses, references) => mean(ofEach(hypotheses, references)),
    variants: [
      (hypotheses, references) =>
        mean(hypotheses.map((words, i) => right([words], [references[i]]))), // NaN where one is short
      (hypotheses, references) => {
        const shares = [1, 2, 3, 4].map((n) =>
          mean(hypotheses.map((words, i) => precision(countsOf([words], [references[i]], n)) || 0))
        );
        return 100 * penalty(lengthsOf(hypotheses, references)) * geometricMean(shares);
      },
    ],
  },
  {
    name: { en: "the ordinary mean of the precisions", ko: "정밀도의 산술평균" },
    hint: {
      en:
        "You add the four precisions and divide by 4. BLEU multiplies them and takes the fourth root, the " +
        "geometric mean: if one is 0, all is 0.",
      ko:
        "네 정밀도를 더해 4로 나눴습니다. BLEU는 네 값을 곱해 네제곱근을 구하는 기하 평균입니다. 하나라도 0이면 전체가 0입니다.",
    },
    answer: scoring({ join: mean }),
    variants: [(hypotheses, references) => { // 0 if one is 0, all the same
      const shares = [1, 2, 3, 4].map((n) => precision(countsOf(hypotheses, references, n)));
      return shares.includes(0)
        ? 0
        : 100 * penalty(lengthsOf(hypotheses, references)) * mean(shares);
    }],
  },
  {
    name: { en: "the product without the root", ko: "제곱근 없는 곱" },
    hint: {
      en:
        "You multiply the precisions, and no fourth root follows, or a square root. With four factors the power is 1/4.",
      ko:
        "정밀도를 곱하고 네제곱근을 구하지 않았거나 제곱근을 구했습니다. 인수가 넷이므로 1/4제곱입니다.",
    },
    answer: scoring({ join: (shares) => shares.reduce((product, p) => product * p, 1) }),
    variants: [
      scoring({ join: (shares) => shares.reduce((product, p) => product * p, 1) ** 0.5 }),
    ],
  },
  {
    name: { en: "not all four lengths of runs", ko: "연속의 길이 넷을 다 쓰지 않음" },
    hint: {
      en: "Some lengths of runs are left out. n goes from 1 to 4, both included.",
      ko: "빠진 길이의 연속이 있습니다. n은 1부터 4까지이고 1과 4도 들어갑니다.",
    },
    answer: scoring({ lengths: [1, 2, 3] }),
    variants: [
      scoring({ lengths: [1, 2, 3], join: (shares) => Math.exp(sum(shares.map(Math.log)) / 4) }),
      scoring({ lengths: [1] }),
      scoring({ lengths: [1, 2] }),
      scoring({ lengths: [4] }),
      scoring({ lengths: [2, 3, 4] }),
    ],
  },
  {
    name: { en: "the last run is missed", ko: "마지막 연속을 놓침" },
    hint: {
      en:
        "The last run of each sentence is missed: it begins at length − n, and it is a whole run. For n = 1 that " +
        "is the last word.",
      ko:
        "문장마다 마지막 연속을 놓쳤습니다. 마지막 연속은 length − n에서 시작합니다. n = 1이면 마지막 단어입니다.",
    },
    answer: scoring({ runs: (words, n) => runsOf(words, n).slice(0, -1) }),
    variants: [scoring({ runs: (words, n) => runsOf(words.slice(0, -1), n) })],
  },
  {
    name: { en: "broken runs at the end", ko: "끝에 잘린 연속까지 셈" },
    hint: {
      en:
        "Near the end of a sentence your runs are shorter than n: slice does not complain. The last run of n " +
        "words begins at length − n.",
      ko:
        "문장 끝에서는 n단어보다 짧은 조각까지 셌습니다. slice는 모자라도 오류를 내지 않습니다. n단어의 마지막 연속은 length − n에서 시작합니다.",
    },
    answer: scoring({ runs: (words, n) => words.map((_, i) => words.slice(i, i + n).join(" ")) }),
  },
  {
    name: { en: "words run together", ko: "단어를 붙여 씀" },
    hint: {
      en:
        "You join the words of a run without anything between them: then “no where” and “now here” are the same. " +
        "Put a space between them.",
      ko:
        "연속의 단어들을 사이 없이 붙였습니다. 그러면 “no where”와 “now here”가 같아집니다. 사이에 공백을 넣으세요.",
    },
    answer: scoring({ runs: (words, n) => runsOf(words, n, "") }),
  },
  {
    name: { en: "runs across sentences", ko: "문장을 넘어가는 연속" },
    hint: {
      en:
        "You put all sentences into one. Then runs go from one sentence to the next, and words match that stand " +
        "in another sentence: count within each sentence, and add the counts up.",
      ko:
        "모든 문장을 하나로 이었습니다. 그러면 연속이 문장을 넘어가고, 다른 문장에 있는 단어와도 맞게 됩니다. 문장마다 세고 그 횟수를 더하세요.",
    },
    answer: (hypotheses, references) => right([hypotheses.flat()], [references.flat()]),
  },
  {
    name: { en: "looks in all references", ko: "모든 참조에서 찾음" },
    hint: {
      en:
        "A run counts in yours if it stands in any reference. It has to stand in the reference of its own sentence.",
      ko: "어느 참조에든 나오면 맞은 것으로 셌습니다. 같은 문장의 참조에 나와야 합니다.",
    },
    answer(hypotheses, references) {
      const shares = [1, 2, 3, 4].map((n) => {
        const ours = hypotheses.flatMap((words) => runsOf(words, n));
        const theirs = references.flatMap((words) => runsOf(words, n));
        return clipped(ours, theirs) / ours.length;
      });
      return 100 * penalty(lengthsOf(hypotheses, references)) * geometricMean(shares);
    },
    variants: [
      (hypotheses, references) => {
        const shares = [1, 2, 3, 4].map((n) => {
          const theirs = references.flatMap((words) => runsOf(words, n));
          const ours = hypotheses.map((words) => runsOf(words, n));
          return sum(ours.map((runs) => clipped(runs, theirs))) / ours.flat().length;
        });
        return 100 * penalty(lengthsOf(hypotheses, references)) * geometricMean(shares);
      },
    ],
  },
  {
    name: { en: "divided by the reference's runs", ko: "참조의 연속 수로 나눔" },
    hint: {
      en:
        "You divide by the runs of the references: that is recall. Precision divides by the runs of the " +
        "translations; what is missing costs points through the penalty.",
      ko:
        "참조의 연속 수로 나누었습니다. 그것은 재현율입니다. 정밀도는 번역의 연속 수로 나눕니다. 빠진 것은 길이 감점이 다룹니다.",
    },
    answer: scoring({ share: ({ matches, theirs }) => matches / theirs }),
  },
  {
    name: { en: "a precision of 0 is smoothed away", ko: "0인 정밀도를 없앰" },
    hint: {
      en:
        "A precision of 0 does not bring your score to 0: it is left out, or something is added to it. That is a " +
        "smoothed BLEU; here 0 stays 0.",
      ko:
        "정밀도가 0인데도 점수가 0이 되지 않습니다. 0인 것을 뺐거나 무언가를 더했습니다. 그것은 스무딩한 BLEU입니다. 여기서는 0이면 0입니다.",
    },
    answer: scoring({ join: (shares) => geometricMean(shares.filter((share) => share > 0)) }),
    variants: [
      scoring({ share: ({ matches, ours }) => (matches + 1) / (ours + 1) }),
      scoring({
        share: ({ matches, ours }, n) => n === 1 ? matches / ours : (matches + 1) / (ours + 1),
      }),
      scoring({
        join: (shares) => Math.exp(sum(shares.map((share) => share > 0 ? Math.log(share) : 0)) / 4),
      }),
      scoring({ join: (shares) => shares.filter((p) => p > 0).reduce((a, p) => a * p, 1) ** 0.25 }),
      scoring({ join: (shares) => geometricMean(shares.map((share) => share || 1e-9)) }),
      scoring({ join: (shares) => geometricMean(shares.map((share) => share || 1e-10)) }),
      scoring({ join: (shares) => geometricMean(shares.map((share) => Math.max(share, 1e-3))) }),
      scoring({ join: (shares) => geometricMean(shares.map((share) => Math.max(share, 0.01))) }),
      scoring({ join: (shares) => geometricMean(shares.map((share) => share + 1e-3)) }),
    ],
  },
  {
    name: { en: "from 0 to 1", ko: "0에서 1까지" },
    hint: {
      en: "Your number is right, but BLEU is told from 0 to 100: multiply by 100.",
      ko: "값은 맞지만 BLEU는 0에서 100으로 나타냅니다. 100을 곱하세요.",
    },
    answer: (hypotheses, references) => right(hypotheses, references) / 100,
  },
  {
    name: { en: "runs of five as well", ko: "다섯 단어 연속까지 셈" },
    hint: {
      en: "You count runs of five words as well. BLEU takes runs of one to four.",
      ko: "다섯 단어 연속까지 세었습니다. BLEU는 한 단어부터 네 단어까지입니다.",
    },
    answer: scoring({ lengths: [1, 2, 3, 4, 5] }),
  },
  {
    name: { en: "the larger of the two counts", ko: "두 횟수 중 큰 것" },
    hint: {
      en:
        "You take the larger of the two counts of a run. A run counts at most as often as in the reference: the smaller one.",
      ko: "연속의 두 횟수 중 큰 것을 썼습니다. 기준 번역에 있는 만큼만 세므로 작은 것을 쓰세요.",
    },
    answer: scoring({
      matching: (ours, theirs) => {
        const wanted = occurrences(theirs);
        return sum(
          [...occurrences(ours)].map(([run, count]) => Math.max(count, wanted.get(run) ?? 0)),
        );
      },
    }),
  },
  {
    name: { en: "words in lower case", ko: "소문자로 바꿔 비교함" },
    hint: {
      en: "You compare words in lower case. The and the are two words for BLEU.",
      ko: "소문자로 바꿔 비교했습니다. BLEU에서 The와 the는 다른 단어입니다.",
    },
    answer: scoring({
      runs: (words, n) => runsOf(words.map((word) => word.toLowerCase()), n),
    }),
  },
  {
    name: { en: "the order within a run ignored", ko: "연속 안의 순서를 무시함" },
    hint: {
      en: "You sort the words of a run, and runs in another order count as right.",
      ko: "연속의 단어를 정렬해서 순서가 다른 것도 맞다고 셉니다.",
    },
    answer: scoring({
      runs: (words, n) => runsOf(words, n, "\t").map((run) => run.split("\t").sort().join(" ")),
    }),
  },
  {
    name: { en: "the smallest of the precisions", ko: "가장 작은 정밀도" },
    hint: {
      en: "You take the smallest precision. BLEU takes all four: the fourth root of their product.",
      ko: "가장 작은 정밀도를 썼습니다. BLEU는 넷을 모두 씁니다. 곱의 네제곱근입니다.",
    },
    answer: scoring({ join: (shares) => Math.min(...shares) }),
  },
  {
    name: { en: "the penalty under the root", ko: "벌점까지 제곱근 안에" },
    hint: {
      en:
        "You take the brevity penalty into the mean of the precisions. It multiplies the mean as a whole.",
      ko: "길이 벌점까지 정밀도의 평균에 넣었습니다. 평균을 낸 다음에 곱하세요.",
    },
    answer: (hypotheses, references) =>
      100 *
      (penalty(lengthsOf(hypotheses, references)) *
          [1, 2, 3, 4].map((n) => precision(countsOf(hypotheses, references, n))).reduce(
            (all, share) => all * share,
            1,
          )) ** (1 / 4),
    variants: [
      (hypotheses, references) =>
        100 * geometricMean([
          penalty(lengthsOf(hypotheses, references)),
          ...[1, 2, 3, 4].map((n) => precision(countsOf(hypotheses, references, n))),
        ]),
    ],
  },
  {
    name: { en: "the harmonic mean of the precisions", ko: "정밀도의 조화 평균" },
    hint: {
      en:
        "You take the harmonic mean. BLEU takes the geometric one: the fourth root of the product.",
      ko: "조화 평균을 구했습니다. BLEU는 기하 평균, 곧 곱의 네제곱근을 씁니다.",
    },
    answer: scoring({ join: (shares) => 4 / sum(shares.map((share) => 1 / share)) }),
  },
];
