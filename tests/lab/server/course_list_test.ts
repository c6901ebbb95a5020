import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { homeworkIn } from "lib/lab/server/course_list.ts";
import { buildPristine } from "../../homework/submission.ts";

Deno.test("homeworkIn: an exercise's code and the headline of its last check", async () => {
  const notebook = buildPristine(await loadHomework("04"));
  const check = notebook.cells.find(({ id }) => id === "entropy-check");
  assert(check?.cell_type === "code");
  const text = "✔ 04.4 entropy: passed, 2 points\n    ✔ more\n";
  check.outputs = [{ output_type: "stream", name: "stdout", text }];
  const homework = homeworkIn(notebook);
  assertEquals(homework.map(({ exercise }) => exercise), ["04.1", "04.2", "04.3", "04.4"]);
  assertEquals(homework.map(({ answer }) => answer), ["", "", "", text.split("\n")[0]]);
  assertStringIncludes(homework[3].source, "Not implemented yet");
});
