/**
 * What `deno test` prints, read back: how many tests there were, how long each file took, and what is
 * worth to be shown once more when something failed.
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

/** The text without colours. */
export function withoutColours(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\x1b\[[0-9;]*m/g, "");
}

/**
 * The counts in the last line of `deno test`; undefined if it did not get that far. Tests that a filter
 * leaves out are not among them.
 */
export function countsIn(output: string): Counts | undefined {
  const line = withoutColours(output).split("\n").findLast((line) => summary.test(line));
  const found = line === undefined ? null : summary.exec(line);
  if (found === null) return undefined;
  const [, passed, steps = "0", failed, rest] = found;
  const skipped = Number(/\| (\d+) ignored/.exec(rest)?.[1] ?? 0);
  return { passed: Number(passed), failed: Number(failed), skipped, steps: Number(steps) };
}

/** The file that a line says is tested from now on: `running 3 tests from ./tests/x_test.ts`. */
export function fileBegunBy(line: string): string | undefined {
  return /^running \d+ tests? from \.\/(\S+)$/.exec(withoutColours(line))?.[1];
}

/** The output without its last line, which speaks of a part of the tests only. */
export function withoutSummary(output: string): string {
  return output.split("\n").filter((line) => !summary.test(withoutColours(line))).join("\n").trim();
}

/** The output without the tests that passed or were left out. */
export function withoutPassed(output: string): string {
  const passed = /^\s*\S.* \.\.\. (?:ok|ignored)(?: \([^()]*\))?$/;
  return output.split("\n").filter((line) => !passed.test(withoutColours(line))).join("\n");
}

/**
 * The output without what tests that passed have printed. `deno test` shows it between two lines of dashes,
 * under the name of the test or step.
 */
export function withoutWordsOfPassed(output: string): string {
  const lines = output.split("\n");
  const plain = lines.map(withoutColours);
  const failed = new Set(plain.flatMap((line) => /^\s*(.*) \.\.\. FAILED/.exec(line)?.[1] ?? []));
  let speaks = false; // the test that was announced last is one that failed
  let isInside = false;
  return lines.filter((_, i) => {
    const announced = /^\s*(.*) \.\.\.$/.exec(plain[i])?.[1];
    if (!isInside && announced !== undefined) {
      speaks = failed.has(announced);
      return speaks;
    }
    if (plain[i] === "------- output -------") isInside = true;
    const isShown = !isInside || speaks;
    if (plain[i] === "----- output end -----") isInside = false;
    return isShown;
  }).join("\n");
}
