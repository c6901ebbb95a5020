/**
 * Reads what `deno test` prints without colours: how many tests there were, which file they are from, and what
 * is worth showing again when something failed.
 *
 * @module
 */

/** How many checks ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Steps inside of tests that passed; they are not among `passed`. */
  readonly steps: number;
}

/** No checks at all. */
export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, steps: 0 };

/** The sum of two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    steps: a.steps + b.steps,
  };
}

/** `12 passed (3 steps), 0 failed, 1 skipped`. */
export function describeCounts({ passed, failed, skipped, steps }: Counts): string {
  const inside = steps > 0 ? ` (${steps} steps)` : "";
  return `${passed} passed${inside}, ${failed} failed, ${skipped} skipped`;
}

const summary =
  /^(?:ok|FAILED) \| (\d+) passed(?: \((\d+) steps?\))? \| (\d+) failed(?: \(\d+ steps?\))?(.*)$/;

/**
 * The counts in the last line of `deno test`; undefined if it did not get that far. Tests that a filter
 * leaves out are not among them.
 */
export function countsIn(output: string): Counts | undefined {
  const line = output.split("\n").findLast((line) => summary.test(line));
  const found = line === undefined ? null : summary.exec(line);
  if (found === null) return undefined;
  const [, passed, steps = "0", failed, rest] = found;
  const skipped = Number(/\| (\d+) ignored/.exec(rest)?.[1] ?? 0);
  return { passed: Number(passed), failed: Number(failed), skipped, steps: Number(steps) };
}

/** The file that a line says is tested from now on: `running 3 tests from ./tests/x_test.ts`. */
export function fileBegunBy(line: string): string | undefined {
  return /^running \d+ tests? from \.\/(\S+)$/.exec(line)?.[1];
}

/** The output without its last line, which speaks of a part of the tests only. */
export function withoutSummary(output: string): string {
  return output.split("\n").filter((line) => !summary.test(line)).join("\n").trim();
}

/** The output without the tests that passed or were left out. */
export function withoutPassed(output: string): string {
  const passed = /^\s*\S.* \.\.\. (?:ok|ignored)(?: \([^()]*\))?$/;
  return output.split("\n").filter((line) => !passed.test(line)).join("\n");
}

/**
 * The output without what tests that passed have printed. `deno test` shows it between two lines of dashes,
 * before the line that tells how the test or step ended.
 */
export function withoutOutputOfPassed(output: string): string {
  const words =
    /(?:^.* \.\.\.\n)?^-{7} (pre-test |post-test |)output -{7}\n[^]*?^-{5} \1output end -{5}\n/gm;
  return output.replace(words, (block, _kind, at: number) => {
    const result = /^.* \.\.\. (ok|FAILED|ignored)\b/m.exec(
      output.slice(at + block.length),
    );
    return result?.[1] === "FAILED" ? block : "";
  });
}
