/** Exercises in the forms that other notebooks use, through the same sandbox. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import { ready } from "lib/tensor/ready.ts";
import { madeUp } from "../made_up.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { evaluate } from "../submission.ts";

const workspace = sharedWorkspace();

await ready();

const answers = {
  "04.11": `function greedy(step: (tokens: number[]) => number[], start: number): number[] {
  const tokens = [start];
  while (tokens.length < 4) {
    const scores = step(tokens);
    tokens.push(scores.indexOf(Math.max(...scores)));
  }
  return tokens;
}`,
  "04.12": `function perplexity(weights: number[]): number {
  return Math.exp(entropy(weights));
}`,
  "04.13": `function even(above: number): number { return 2 * Math.ceil(above) + 2; }`,
  "04.14": `function essay(): string { return "…"; }`,
};

Deno.test("evaluate: a function as argument, an earlier exercise, a judge, a person", async () => {
  const verdicts = await evaluate(workspace(), madeUp, answers);
  assertEquals(
    Object.values(verdicts).map(({ status, points, problem }) => [status, points, problem?.en]),
    [
      ["passed", 3, undefined],
      ["passed", 3, undefined],
      ["passed", 3, undefined],
      ["manual", 0, "a person reads this one"],
    ],
  );
});

Deno.test("evaluate: an earlier exercise is there only for those that use it", async () => {
  const source = `function even(above: number): number { return entropy([1]) + 2 * above; }`;
  const { "04.13": verdict } = await evaluate(workspace(), madeUp, { "04.13": source });
  assertEquals(verdict.status, "failed");
  assertStringIncludes(verdict.failures[0].problem.en, "entropy is not defined");
});

Deno.test("evaluate: the judge's reason is what failed", async () => {
  const source = `function even(above: number): number { return 3; }`;
  const { "04.13": verdict } = await evaluate(workspace(), madeUp, { "04.13": source });
  assertEquals(verdict.failures[0].problem, {
    en: "expected an even number above 7",
    ko: "짝수가 아닙니다.",
  });
});

Deno.test("checkFunction: makes the function argument in the kernel too", async () => {
  const [greedy] = madeUp.exercises;
  const learner = (step: (tokens: number[]) => number[], start: number): number[] => {
    const tokens = [start];
    while (tokens.length < 4) {
      const scores = step(tokens);
      tokens.push(scores.indexOf(Math.max(...scores)));
    }
    return tokens;
  };
  assertEquals((await checkFunction(greedy, learner)).status, "passed");
});
