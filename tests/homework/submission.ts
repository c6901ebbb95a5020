/** Submissions for tests, made from the exercise modules; never from the files in `notebooks/`. */
import { join } from "node:path";
import type { CellProblem } from "lib/homework/cell/cell_source.ts";
import { homeworkCells } from "lib/homework/cell/cells.ts";
import { checkCell, stubCell, taskCell } from "lib/homework/cell/written_cells.ts";
import { readAnswer } from "lib/homework/evaluation/bring_along.ts";
import { judgeCells } from "lib/homework/evaluation/judge_cells.ts";
import { answersIn, plan, type PlannedCell, typeVerdict } from "lib/homework/evaluation/plan.ts";
import type { RunOptions } from "lib/homework/evaluation/shared_process.ts";
import { typeCheck } from "lib/homework/evaluation/type_check.ts";
import type { Homework } from "lib/homework/exercise/exercise.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import type { Workspace } from "lib/homework/sandbox/stage.ts";
import { codeCell, newNotebook, type Notebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";

/** A notebook that holds nothing but the set-up and the untouched homework. */
export function buildPristine(homework: Homework): Notebook {
  const setup = `${homework.setup}\nimport { check } from "lib/homework/check.ts";`;
  const cells = homework.exercises.flatMap((exercise) => [
    taskCell(exercise),
    stubCell(exercise),
    checkCell(exercise),
  ]);
  return newNotebook([codeCell("setup", setup, { tags: ["setup"] }), ...cells]);
}

/** A notebook with the given homework cells in place of the stubs, by exercise id. */
export function notebookWith(
  homework: Homework,
  answers: Readonly<Record<string, string>>,
): Notebook {
  const notebook = buildPristine(homework);
  for (const [id, source] of Object.entries(answers)) {
    for (const cell of homeworkCells(notebook, id)) cell.source = source;
  }
  return notebook;
}

/** How answers are evaluated. `types`: where a class demands them. */
type EvaluateOptions = Partial<RunOptions> & { readonly types?: boolean };

/** Evaluates the given answers in the sandbox; verdicts by exercise id. */
export async function evaluate(
  workspace: Workspace,
  homework: Homework,
  answers: Readonly<Record<string, string>>,
  options?: EvaluateOptions,
): Promise<Record<string, Verdict>> {
  return await evaluateNotebook(workspace, homework, notebookWith(homework, answers), options);
}

/** Evaluates the answers of a notebook to the exercises of `homework`. */
export async function evaluateNotebook(
  workspace: Workspace,
  homework: Homework,
  notebook: Notebook,
  { seed = 3, types = false, ...options }: EvaluateOptions = {},
): Promise<Record<string, Verdict>> {
  const { verdicts, cells } = await plan(answersIn(homework, [notebook]), readAnswer);
  const errors = types ? await typeCheck(workspace, cells) : new Map<PlannedCell, CellProblem>();
  const all = [...verdicts, ...[...errors].map(([cell, problem]) => typeVerdict(cell, problem))];
  const sound = cells.filter((cell) => !errors.has(cell));
  const statusOf = (id: string) => all.find(({ exercise }) => exercise.id === id)?.status;
  const told = { seed, statusOf, ...options };
  for await (const { verdict } of judgeCells(workspace, sound, told)) all.push(verdict);
  const byId = new Map(all.map((verdict) => [verdict.exercise.id, verdict]));
  return Object.fromEntries(
    homework.exercises.flatMap(({ id }) => {
      const verdict = byId.get(id);
      return verdict ? [[id, verdict]] : [];
    }),
  );
}

/** A temporary folder that goes away with its scope. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: "course-test-" }));
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

/** Writes a notebook into a folder that may not exist yet. */
export async function saveNotebook(
  folder: string,
  name: string,
  notebook: Notebook,
): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  await writeNotebook(join(folder, name), notebook);
  return join(folder, name);
}

/** Command lines of running processes that hold `text`; none where /proc is missing. */
export async function processesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  try {
    for await (const { name } of Deno.readDir("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const line = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
      if (line.includes(text)) found.push(line.replaceAll("\0", " "));
    }
  } catch {
    return []; // no /proc on this system
  }
  return found;
}
