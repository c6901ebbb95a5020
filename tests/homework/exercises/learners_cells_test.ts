/**
 * Cells in the forms that people use get the verdict that is right, in the sandbox, among the cells of their lesson: of each
 * exercise the first, all with `COURSE_PROOF=whole`.
 */
import { assert, assertEquals } from "@std/assert";
import { isHomeworkCell } from "lib/homework/cell/cells.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { newNotebook, type Notebook } from "lib/jupyter/format/notebook.ts";
import { type CourseNotebook, courseNotebooks } from "../../notebooks/course_notebooks.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { evaluateNotebook } from "../submission.ts";
import { loadLearnersCells } from "./learners_cells.ts";
import { isWhole } from "./seeds.ts";

const workspace = sharedWorkspace();
const notebooks = await courseNotebooks();

/** The course's notebook with one homework cell filled in. */
function handedIn({ cells }: CourseNotebook, id: string, source: string): Notebook {
  return newNotebook(
    cells.map((cell) => isHomeworkCell(cell, id) ? { ...cell, source } : cell),
  );
}

for (const number of await homeworkNumbers()) {
  const homework = await loadHomework(number);
  const all = await loadLearnersCells(number);
  const notebook = notebooks.find(({ stem }) => stem.startsWith(number));
  assert(notebook);
  Deno.test(`sandbox, notebook ${number}: cells in the forms that people use`, async () => {
    for (const exercise of homework.exercises) {
      const { id } = exercise;
      const alone = { ...homework, exercises: [exercise] };
      const cells = all[id] ?? [];
      assert(cells.length > 0, `expected cells that answer ${id}`);
      for (const one of isWhole ? cells : cells.slice(0, 1)) {
        const submitted = handedIn(notebook, id, one.cell);
        const verdicts = await evaluateNotebook(workspace(), alone, submitted, { seed: 17 });
        const { status, mistake, problem } = verdicts[id];
        assertEquals(
          [id, one.what, status, mistake?.name.en],
          [id, one.what, one.status, one.mistake],
          problem?.en,
        );
      }
    }
  });
}
