/**
 * `Deno.test` for notebook cells. The stock kernel registers tests and never runs them; here they run
 * when their cell has ended, and report as `deno test` does.
 *
 * @module
 */

/** A test as it was registered. */
interface CellTest {
  readonly name: string;
  readonly ignore: boolean;
  readonly only: boolean;
  readonly body: (context: StepContext) => unknown;
}

/** The part of `Deno.TestContext` that cells can use. */
interface StepContext {
  readonly name: string;
  step(
    first: string | ((context: StepContext) => unknown) | StepDefinition,
    body?: (context: StepContext) => unknown,
  ): Promise<boolean>;
}

interface StepDefinition {
  readonly name: string;
  readonly ignore?: boolean;
  readonly fn: (context: StepContext) => unknown;
}

/** Every form in which `Deno.test` can be called. */
type TestArgument =
  | string
  | ((context: StepContext) => unknown)
  | {
    readonly name?: string;
    readonly ignore?: boolean;
    readonly only?: boolean;
    readonly fn?: (context: StepContext) => unknown;
  };

/** What a cell with failed tests shows as its error. */
export interface TestFailure {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** How {@linkcode collectTests} recognises a stop and reports failures. */
export interface TestObserver {
  /** True if the learner's stop ended a test; those after it do not run. */
  isStop(failure: unknown): boolean;
  /** Called with what a failed test has thrown. */
  onFailure(failure: unknown): void;
}

/**
 * Replaces `Deno.test` by a collector. The returned function runs what was collected since its last call,
 * and returns the failure if there was one.
 */
export function collectTests(observer: TestObserver): () => Promise<TestFailure | undefined> {
  let tests: CellTest[] = [];
  const register = (preset: Partial<CellTest>) => (...values: TestArgument[]) => {
    tests.push({ ...readTest(values), ...preset });
  };
  const hook = () => {
    throw new TypeError("Hooks such as Deno.test.beforeEach do not work in a notebook cell.");
  };
  const test = Object.assign(register({}), {
    ignore: register({ ignore: true }),
    only: register({ only: true }),
    beforeAll: hook,
    beforeEach: hook,
    afterEach: hook,
    afterAll: hook,
  });
  Object.defineProperty(Deno, "test", { value: test, writable: true, configurable: true });

  return async () => {
    const collected = tests;
    tests = [];
    return collected.length > 0 ? await runTests(collected, observer) : undefined;
  };
}

function readTest(values: TestArgument[]): CellTest {
  const text = values.find((value) => typeof value === "string");
  const options = values.find((value) => typeof value === "object");
  const body = values.find((value) => typeof value === "function") ?? options?.fn;
  const name = text ?? options?.name ?? body?.name ?? "";
  if (!body) throw new TypeError("Deno.test: expected a test function, got none.");
  if (name === "") throw new TypeError("Deno.test: expected a name, got none.");
  return { name, body, ignore: options?.ignore ?? false, only: options?.only ?? false };
}

async function runTests(
  tests: readonly CellTest[],
  { isStop, onFailure }: TestObserver,
): Promise<TestFailure | undefined> {
  const onlySome = tests.some((test) => test.only);
  const count = { passed: 0, failed: 0, ignored: 0 };
  for (const test of tests) {
    if (test.ignore || onlySome && !test.only) {
      count.ignored++;
      console.log(`${test.name} ... ignored`);
      continue;
    }
    const failures: unknown[] = [];
    try {
      const { body } = test; // called as `test.body`, it would be named so in stack traces
      await body(stepContext(test.name, "  ", failures));
    } catch (error) {
      failures.push(error);
    }
    count[failures.length > 0 ? "failed" : "passed"]++;
    console.log(`${test.name} ... ${failures.length > 0 ? "FAILED" : "ok"}`);
    const stop = failures.find(isStop);
    if (stop instanceof Error) {
      return {
        ename: stop.name,
        evalue: stop.message,
        traceback: [`${stop.name}: ${stop.message}`],
      };
    }
    for (const failure of failures) onFailure(failure);
  }
  const { passed, failed, ignored } = count;
  console.log(`${passed} passed, ${failed} failed${ignored > 0 ? `, ${ignored} ignored` : ""}`);
  if (failed === 0) return undefined;
  const evalue = `${failed} of ${tests.length} tests failed`;
  return { ename: "Error", evalue, traceback: [`Error: ${evalue}`] };
}

function stepContext(name: string, indent: string, failures: unknown[]): StepContext {
  return {
    name,
    async step(first, body) {
      const named = typeof first === "object" ? first : undefined;
      const run = body ?? named?.fn ?? (typeof first === "function" ? first : undefined);
      const stepName = typeof first === "string" ? first : first.name;
      if (!run) throw new TypeError(`Step ${stepName}: expected a function, got none.`);
      if (named?.ignore) {
        console.log(`${indent}${stepName} ... ignored`);
        return true;
      }
      const before = failures.length;
      try {
        await run(stepContext(stepName, `${indent}  `, failures));
      } catch (error) {
        failures.push(error);
      }
      const ok = failures.length === before;
      console.log(`${indent}${stepName} ... ${ok ? "ok" : "FAILED"}`);
      return ok;
    },
  };
}
