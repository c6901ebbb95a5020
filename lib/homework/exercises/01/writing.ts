/**
 * What a model writes on its own, for exercise 01.4: the models themselves, and the ways in which
 * learners let them write.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { Throws } from "../../exercise/exercise.ts";
import { countingStep, tableStep, unknownToken } from "../../exercise/steps.ts";
import { FunctionValue, isList } from "../../exercise/values.ts";

type Options = { startId: number; endId: number; maxLength: number };
/** The model, the right answer, and when to begin and to stop. */
export type Arguments = [step: FunctionValue, expected: readonly number[], options: Options];
/** What was written, and whether it is the right answer. */
export type Result = { tokens: readonly number[]; right: boolean };

function tableOf(step: FunctionValue): number[][] {
  const [table] = step.data;
  return isList(table) ? table.map((row) => isList(row) ? row.map(Number) : []) : [];
}

/** The likeliest next token after some tokens. */
function chooser(step: FunctionValue): (tokens: readonly number[]) => number {
  const makers: Readonly<Record<string, typeof tableStep>> = { tableStep, countingStep };
  const next = makers[step.name](tableOf(step));
  return (tokens) => {
    const scores = next([...tokens]);
    return scores.indexOf(Math.max(...scores));
  };
}

/** The tokens with their mark. */
export function marked(tokens: readonly number[], expected: readonly number[]): Result {
  const right = tokens.length === expected.length && tokens.every((t, i) => t === expected[i]);
  return { tokens, right };
}

/** What the model writes, as the exercise asks; `ended` says whether it came to the end token. */
export function decode(
  [step, , { startId, endId, maxLength }]: Arguments,
  shown = (tokens: readonly number[]) => tokens,
): { readonly tokens: number[]; readonly ended: boolean } {
  const choose = chooser(step);
  const tokens = new Array<number>();
  while (tokens.length < maxLength) {
    const token = choose(shown([startId, ...tokens]));
    if (token === endId) return { tokens, ended: true };
    tokens.push(token);
  }
  return { tokens, ended: false };
}

/** All `maxLength` tokens, whatever they are. */
export function withoutStop([step, , { startId, maxLength }]: Arguments): number[] {
  const choose = chooser(step);
  const tokens = new Array<number>();
  while (tokens.length < maxLength) tokens.push(choose([startId, ...tokens]));
  return tokens;
}

/** Each of `steps` steps reads the expected tokens so far. */
export function fedWithGold(args: Arguments, steps: number): Result {
  const [step, expected, { startId, endId }] = args;
  const choose = chooser(step);
  const tokens = new Array<number>();
  for (let i = 0; i < steps; i++) {
    const token = choose([startId, ...expected.slice(0, i)]);
    if (token === endId) break;
    tokens.push(token);
  }
  return marked(tokens, expected);
}

/** The same token by token, also beyond the last: then `expected[i]` is undefined. */
export function fedBeyondGold(args: Arguments): Result | Throws {
  const [step, expected, { maxLength }] = args;
  const result = fedWithGold(args, Math.min(maxLength, expected.length + 1));
  const isOver = result.tokens.length <= expected.length || result.tokens.length === maxLength;
  return isOver ? result : notShown(step);
}

/** The model's error where its last token is undefined. */
export function notShown(step: FunctionValue): Throws {
  return new Throws(unknownToken(tableOf(step)[0].length, undefined));
}

/** A model of `size` tokens: after token t it likes `likes[t]` best, where that is given. */
export function model(
  random: Random,
  size: number,
  likes: Readonly<Record<number, number>>,
): FunctionValue {
  const table = Array.from({ length: size }, (_, t) => {
    const scores = [...random.normals(size)];
    if (likes[t] !== undefined) scores[likes[t]] = Math.max(...scores) + 1;
    return scores;
  });
  return new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [table]);
}

/** A model of `size` tokens that says `words` one after another, by their count, then `endId`. */
export function counting(
  random: Random,
  size: number,
  words: readonly number[],
  endId: number,
): FunctionValue {
  const table = [...words, endId].map((word) => {
    const scores = [...random.normals(size)];
    scores[word] = Math.max(...scores) + 1;
    return scores;
  });
  return new FunctionValue("lib/homework/exercise/steps.ts", "countingStep", [table]);
}
