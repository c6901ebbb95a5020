/** Exported notebooks: what nbgrader 0.9's schema 3 demands of its cells. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { withNbgrader } from "lib/homework/grading/nbgrader.ts";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { madeUp } from "../made_up.ts";
import { buildPristine } from "../submission.ts";

Deno.test("withNbgrader: one graded, one solution and one locked cell for each exercise", () => {
  const original = buildPristine(homework);
  const text = serializeNotebook(withNbgrader(original, homework), { metadata: "all" });
  const marked = parseNotebook(text).cells.filter(({ metadata }) => metadata.nbgrader);
  assertEquals(marked.length, 3 * homework.exercises.length);
  assertEquals(marked.slice(3, 6).map(({ metadata }) => metadata.nbgrader), [
    {
      schema_version: 3,
      grade_id: "scaledDotProductAttention-task",
      cell_type: "markdown",
      grade: false,
      solution: false,
      locked: true,
      task: false,
    },
    {
      schema_version: 3,
      grade_id: "scaledDotProductAttention-homework",
      cell_type: "code",
      grade: false,
      solution: true,
      locked: false,
      task: false,
    },
    {
      schema_version: 3,
      grade_id: "scaledDotProductAttention-check",
      cell_type: "code",
      grade: true,
      solution: false,
      locked: true,
      task: false,
      points: 4,
    },
  ]);
  assertStringIncludes(marked[5].source, `await checkPoints("04.2", scaledDotProductAttention);`);
  // The course's own notebooks know nothing of it.
  assertEquals(serializeNotebook(original).includes("nbgrader"), false);
});

Deno.test("withNbgrader: a written answer is graded where it is written", () => {
  const { cells } = withNbgrader(buildPristine(madeUp), madeUp);
  const mine = cells.filter(({ metadata }) => metadata.exercise === "04.14");
  assertEquals(
    mine.map(({ metadata: { nbgrader } }) => JSON.stringify(nbgrader).includes('"points"')),
    [
      false,
      true,
      false,
    ],
  );
});

Deno.test("the GitHub Classroom example: each step's score is what its notebook is worth", async () => {
  const file = new URL("../../../.github/classroom/classroom.yml", import.meta.url);
  const text = await Deno.readTextFile(file);
  const steps = [...text.matchAll(/deno task check (\d\d) .*\n.*\n +max-score: (\d+)/g)];
  assertEquals(steps.length, 2);
  for (const [, number, score] of steps) {
    const { exercises } = await loadHomework(number);
    assertEquals(exercises.reduce((sum, { points }) => sum + points, 0), Number(score));
  }
});
