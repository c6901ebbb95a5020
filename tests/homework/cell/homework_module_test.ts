import { assertEquals } from "@std/assert";
import { cellRules, homeworkModule, readHomework } from "lib/homework/cell/homework_module.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";

const [variance] = homework.exercises;

Deno.test("homeworkModule: keeps the lines of the cell, exports once, prefers the cell's own imports", () => {
  const text = (source: string): string => {
    const rules = cellRules(homework, variance);
    const read = readHomework(rules, source);
    return read.kind === "cell" ? homeworkModule(rules, source, read.cell).text : read.problem.en;
  };
  const plain = text("const x = 1;\nfunction dotProductVariance() {}");
  assertEquals(plain.split("\n").length, 4);
  assertEquals(plain.split("\n").slice(1), [
    "function dotProductVariance() {}",
    "export { dotProductVariance };",
    "",
  ]);
  assertEquals(text("export const dotProductVariance = 1;").includes("export {"), false);
  const own = text(`import * as tf from "@tensorflow/tfjs";\nfunction dotProductVariance() {}`);
  assertEquals(own.split(`from "@tensorflow/tfjs"`).length, 2);
  assertEquals(
    text("x".repeat(200_000)),
    "the cell holds 200000 characters; at most 100000 are read",
  );
});

Deno.test("readHomework: says of a renamed function, of a fence and of an empty cell what to do", () => {
  const problem = (source: string): string | undefined => {
    const read = readHomework(cellRules(homework, variance), source);
    return read.kind === "refused" ? read.problem.en : undefined;
  };
  assertEquals(
    problem("function variance() {}"),
    "the cell declares variance, and no dotProductVariance: was the function renamed?",
  );
  assertEquals(problem("```ts\nfunction dotProductVariance() {}\n```")?.includes("```"), true);
  assertEquals(problem("")?.includes("deno task reset 04.1"), true);
  const declared = [
    "const { dotProductVariance } = { dotProductVariance: () => 1 };",
    "const [dotProductVariance] = [() => 1];",
    "export default function dotProductVariance() {}",
    "class dotProductVariance {}",
  ];
  assertEquals(declared.map(problem), declared.map(() => undefined));
});
