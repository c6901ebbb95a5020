import { assertEquals } from "@std/assert";
import { cellRules, homeworkModule } from "lib/homework/cell/homework_module.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";

const [variance] = homework.exercises;

Deno.test("homeworkModule: keeps the lines of the cell, exports once, prefers the cell's own imports", () => {
  const text = (source: string): string => {
    const module = homeworkModule(cellRules(homework, variance), source);
    return module.kind === "module" ? module.text : module.problem;
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
