/** The process that reads answers: it is ended where a text takes for ever, and goes on with the next. */
import { assertEquals, assertLess } from "@std/assert";
import { readAnswer, type ReadRequest } from "lib/homework/evaluation/bring_along.ts";
import { planExercise } from "lib/homework/evaluation/exercise_plan.ts";
import { Reader, unreadable } from "lib/homework/evaluation/reader.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";

const entropy = homework.exercises[3];
const { rules } = await planExercise({ homework, exercise: entropy });

function requestOf(source: string, before: readonly string[] = []): ReadRequest {
  return { rules, withheld: [], source, surroundings: { before, after: [] }, lent: false };
}

const honest = [
  requestOf(entropy.stub),
  requestOf("const entropy = (weights) => average(weights);", [
    `import { mean as average } from "lib/statistics.ts";`,
  ]),
  requestOf("const entropy = (weights) => half(weights[0]);", ["const half = (x) => x / 2;"]),
  requestOf(`import "node:fs";\nconst entropy = 1;`),
];

/** Texts for which TypeScript's parser takes exponential time, in the answer or in a cell around it. */
const nested = (open: string, close: string): string =>
  `let z = ${open.repeat(40)}1${close.repeat(40)};\n${entropy.stub}`;
const endless = [
  requestOf(nested("async(a=", ")")),
  requestOf(nested("async <T>(a = ", ")")),
  requestOf(nested("async(a = await (", "))")),
  requestOf("const entropy = (weights) => z(weights);", [nested("async(a=", ")")]),
];

Deno.test("Reader: says what reading in this thread says", async () => {
  await using reader = new Reader();
  for (const request of honest) assertEquals(await reader.read(request), await readAnswer(request));
});

Deno.test("Reader: a text that takes for ever is refused in seconds, and the next is read", async () => {
  await using reader = new Reader();
  const begun = performance.now();
  const all = await Promise.all(
    endless.flatMap((request) => [reader.read(request), reader.read(honest[0])]),
  );
  const expected = await readAnswer(honest[0]);
  for (const [i, equipped] of all.entries()) {
    if (i % 2 === 1) assertEquals(equipped, expected);
    else assertEquals([i, equipped.kind], [i, "refused"]);
  }
  assertEquals(all[0], unreadable);
  assertLess((performance.now() - begun) / 1000, 90);
});
