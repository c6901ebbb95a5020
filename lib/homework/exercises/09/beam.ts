/**
 * A beam search step in plain arithmetic, and the models that it is tried on, for exercise 09.3.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../exercise/arithmetic.ts";
import { tableStep } from "../../exercise/steps.ts";
import { FunctionValue, isList } from "../../exercise/values.ts";

/** A beginning of a sentence, without the start token. */
export type Hypothesis = { readonly tokens: readonly number[]; readonly logProbability: number };

/** Special ids, how many to keep, and the exponent of the length penalty. */
export type Options = {
  readonly startId: number;
  readonly endId: number;
  readonly width: number;
  readonly alpha: number;
};

/** What the learner's function is called with. */
export type Arguments = [step: FunctionValue, beam: readonly Hypothesis[], options: Options];

/** What a beam search may do differently. */
export interface Choices {
  /** What hypotheses are ranked by. */
  readonly rank?: (hypothesis: Hypothesis, options: Options) => number;
  /** What becomes of a hypothesis that has ended. */
  readonly ended?: "kept" | "extended" | "dropped";
  /** How many extensions of one hypothesis may survive. */
  readonly perHypothesis?: number;
  /** The new log-probability. */
  readonly join?: (before: number, next: number) => number;
}

/** What hypotheses are ranked by. */
export const score = ({ tokens, logProbability }: Hypothesis, { alpha }: Options): number =>
  logProbability / ((5 + tokens.length) / 6) ** alpha;

/** The next beam; `choices` makes mistakes. */
export function search(
  [step, beam, options]: Arguments,
  { rank = score, ended = "kept", perHypothesis = Infinity, join = (a, b) => a + b }: Choices = {},
): readonly Hypothesis[] {
  const next = stepOf(step);
  const better = (a: Hypothesis, b: Hypothesis) => rank(b, options) - rank(a, options);
  const candidates = beam.flatMap((hypothesis): Hypothesis[] => {
    const { tokens, logProbability } = hypothesis;
    const over = tokens.at(-1) === options.endId;
    if (over && ended !== "extended") return ended === "kept" ? [hypothesis] : [];
    return next([options.startId, ...tokens])
      .map((logOfToken, token) => ({
        tokens: [...tokens, token],
        logProbability: join(logProbability, logOfToken),
      }))
      .sort(better).slice(0, perHypothesis);
  });
  return candidates.sort(better).slice(0, options.width);
}

/** The function that both sides make of a case's step. */
function stepOf({ data: [table] }: FunctionValue): (tokens: number[]) => number[] {
  return tableStep(isList(table) ? table.map((row) => isList(row) ? row.map(Number) : []) : []);
}

/**
 * A language model as a table: each row's likeliest tokens are given, with their log-probabilities; the
 * rest is drawn and less likely.
 */
export function model(
  random: Random,
  size: number,
  likely: Readonly<Record<number, Readonly<Record<number, number>>>> = {},
): FunctionValue {
  const table = Array.from({ length: size }, (_, token) => {
    const given = likely[token];
    if (!given) {
      return softmax([...random.normals(size)]).map(Math.log);
    }
    return Array.from({ length: size }, (_, next) => given[next] ?? random.uniform(-9, -7));
  });
  return new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [table]);
}
