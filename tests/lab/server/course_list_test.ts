import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { verdictType } from "lib/homework/exercise/in_notebook.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { homeworkIn } from "lib/lab/server/course_entry.ts";
import { buildPristine } from "../../homework/submission.ts";

Deno.test("homeworkIn: an exercise's code and what its last check said", async () => {
  const notebook = buildPristine(await loadHomework("04"));
  const check = notebook.cells.find(({ id }) => id === "entropy-check");
  assert(check?.cell_type === "code");
  check.outputs = [
    { output_type: "stream", name: "stdout", text: "✘ printed by the learner\n" },
    {
      output_type: "display_data",
      data: { "text/plain": "✔ 04.4", [verdictType]: { exercise: "04.4", status: "passed" } },
      metadata: {},
    },
  ];
  const homework = homeworkIn(notebook);
  assertEquals(homework.map(({ exercise }) => exercise), ["04.1", "04.2", "04.3", "04.4", "04.5"]);
  assertEquals(homework.map(({ checked }) => checked), [
    undefined,
    undefined,
    undefined,
    "passed",
    undefined,
  ]);
  assertStringIncludes(homework[3].source, "Not implemented yet");
});
