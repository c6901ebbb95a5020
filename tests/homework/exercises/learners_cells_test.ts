/**
 * Cells in the forms that people use get the verdict that is right, in the sandbox, among the cells of their lesson: of each
 * exercise the first, all with `COURSE_PROOF=whole`.
 */
import { assert, assertEquals } from "@std/assert";
import { isHomeworkCell } from "lib/homework/cell/cells.ts";
import { readAnswer } from "lib/homework/evaluation/bring_along.ts";
import { judgeCells } from "lib/homework/evaluation/judge_cells.ts";
import { answersIn, plan } from "lib/homework/evaluation/plan.ts";
import type { Homework } from "lib/homework/exercise/exercise.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { newNotebook, type Notebook } from "lib/jupyter/format/notebook.ts";
import { type CourseNotebook, courseNotebooks } from "../../notebooks/course_notebooks.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { type LearnersCell, loadLearnersCells } from "./learners_cells.ts";
import { isWhole } from "./seeds.ts";

const workspace = sharedWorkspace();
const notebooks = await courseNotebooks();

/** The course's notebook with one homework cell filled in. */
function handedIn({ cells }: CourseNotebook, id: string, source: string): Notebook {
  return newNotebook(
    cells.map((cell) => isHomeworkCell(cell, id) ? { ...cell, source } : cell),
  );
}

/** What the sandbox says of a cell: its status, the mistake's name, and what is wrong. */
async function verdictOn(
  homework: Homework,
  notebook: CourseNotebook,
  id: string,
  { cell }: LearnersCell,
): Promise<readonly [status: string, mistake: string | undefined, problem: string | undefined]> {
  const exercises = homework.exercises.filter((exercise) => exercise.id === id);
  const { verdicts, cells } = await plan(
    answersIn({ ...homework, exercises }, [handedIn(notebook, id, cell)]),
    readAnswer,
  );
  const judged = await Array.fromAsync(judgeCells(workspace(), cells, { seed: 17 }));
  const [{ status, mistake, problem }] = [...verdicts, ...judged.map(({ verdict }) => verdict)];
  return [status, mistake?.name.en, problem?.en];
}

for (const number of await homeworkNumbers()) {
  const homework = await loadHomework(number);
  const all = await loadLearnersCells(number);
  const notebook = notebooks.find(({ stem }) => stem.startsWith(number));
  assert(notebook);
  Deno.test(`sandbox, notebook ${number}: cells in the forms that people use`, async () => {
    for (const { id } of homework.exercises) {
      const cells = all[id] ?? [];
      assert(cells.length > 0, `expected cells that answer ${id}`);
      for (const one of isWhole ? cells : cells.slice(0, 1)) {
        const [status, mistake, problem] = await verdictOn(homework, notebook, id, one);
        assertEquals(
          [id, one.what, status, mistake],
          [id, one.what, one.status, one.mistake],
          problem,
        );
      }
    }
  });
}
