/**
 * Addition, digit by digit: `85+50` → `531`, the sum from its last digit to its first.
 *
 * The numbers are filled up with zeros, so every place of the source always means the same. The sum is
 * written backwards because that is how one adds: a digit needs the carry of the digit after it.
 *
 * @see minGPT's `projects/adder/adder.py`, whose task it is (there without the `+`)
 * @module
 */
import { drawPairs, requireInteger, type TaskOptions, type TaskPair } from "./task.ts";

/** What the addition task takes. */
export interface AdditionOptions extends TaskOptions {
  /** Digits of each summand, 1 to 7; 10^(2·digits) different sources. Default 2: 0 to 99. */
  readonly digitCount?: number;
  /** Whether the sum begins with its last digit. Default true. */
  readonly reversed?: boolean;
}

/** The tokens for its vocabulary. */
export const additionTokens: readonly string[] = [..."0123456789+"];

/**
 * Sources `a+b` of 2·digits + 1 tokens, with targets of digits + 1.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { additionTask } from "lib/text/tasks/addition.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [{ source, target }] = additionTask({ random: new Random(1), count: 1 });
 * const [a, b] = source.join("").split("+").map(Number);
 * assertEquals(Number(target.toReversed().join("")), a + b);
 * ```
 */
export function additionTask(options: AdditionOptions): TaskPair[] {
  const { random, digitCount = 2, reversed = true } = options;
  requireInteger("digitCount", digitCount, 1, 7);
  const digits = (value: number, length: number) => [...String(value).padStart(length, "0")];
  return drawPairs(options, () => {
    const a = random.integer(10 ** digitCount);
    const b = random.integer(10 ** digitCount);
    const sum = digits(a + b, digitCount + 1);
    return {
      source: [...digits(a, digitCount), "+", ...digits(b, digitCount)],
      target: reversed ? sum.toReversed() : sum,
    };
  });
}
