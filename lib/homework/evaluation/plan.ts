/**
 * Plans how a submission is evaluated, before anything of it is checked or run: which exercises are decided
 * already, the module of each other cell, and the order in which they run. This is the one place in which a
 * learner's text is parsed.
 *
 * @module
 */
import type { Notebook } from "lib/jupyter/format/notebook.ts";
import type { Text } from "lib/language.ts";
import type { CellProblem } from "../cell/cell_source.ts";
import { homeworkCells } from "../cell/cells.ts";
import { homeworkModule } from "../cell/homework_module.ts";
import type { Homework } from "../exercise/exercise.ts";
import type { Status } from "../exercise/in_notebook.ts";
import { type Verdict, verdictWithout } from "../judge/judge.ts";
import { planExercise, type Task } from "./exercise_plan.ts";
import { runOrder } from "./run_order.ts";

/** A submission's answer to an exercise. */
export interface Answer extends Task {
  /** The texts of the cells that claim to be it: one, if all is well. */
  readonly sources: readonly string[];
}

/** A cell that can be checked and run. */
export interface PlannedCell extends Task {
  /** Its module: set-up, cell, export. */
  readonly text: string;
  /** How many characters precede the cell on its first line. */
  readonly firstColumn: number;
}

/** An answer that is decided by itself, or the cell that has to be run for it. */
export type PlannedAnswer =
  | { readonly kind: "verdict"; readonly verdict: Verdict }
  | { readonly kind: "cell"; readonly cell: PlannedCell };

/** How a submission is evaluated. */
export interface Plan {
  /** On the answers that are decided. */
  readonly verdicts: readonly Verdict[];
  /** The others, in the order of the answers. */
  readonly cells: readonly PlannedCell[];
  /** The same cells by process and phase, see {@linkcode runOrder}. */
  readonly processes: readonly (readonly (readonly PlannedCell[])[])[];
}

/** What the notebooks (one, unless a learner handed in two) answer to each exercise. */
export function answersIn(homework: Homework, notebooks: readonly Notebook[]): Answer[] {
  return homework.exercises.map((exercise) => {
    const cells = notebooks.flatMap((notebook) => homeworkCells(notebook, exercise.id));
    return { homework, exercise, sources: cells.map(({ source }) => source) };
  });
}

/** Plans the answers of one submission. */
export async function plan(answers: readonly Answer[]): Promise<Plan> {
  const planned = await Promise.all(answers.map(planAnswer));
  const verdicts = planned.flatMap((one) => one.kind === "verdict" ? [one.verdict] : []);
  return await planCells(planned.flatMap((one) => one.kind === "cell" ? [one.cell] : []), verdicts);
}

/** A plan of cells that are planned one by one already. */
export async function planCells(
  cells: readonly PlannedCell[],
  verdicts: readonly Verdict[] = [],
): Promise<Plan> {
  return { verdicts, cells, processes: await runOrder(cells) };
}

/** The plan without the cells that have type errors: these are decided. */
export async function withoutTypeErrors(
  { verdicts, cells }: Plan,
  errors: ReadonlyMap<PlannedCell, CellProblem>,
): Promise<Plan> {
  const wrong = [...errors].map(([cell, error]) => typeVerdict(cell, error));
  return await planCells(cells.filter((cell) => !errors.has(cell)), [...verdicts, ...wrong]);
}

/** The verdict on a cell with a type error. */
export function typeVerdict(
  { exercise }: PlannedCell,
  { line, column, message }: CellProblem,
): Verdict {
  return verdictWithout(exercise, "failed", {
    en: `type error at line ${line}, column ${column} of the cell: ${message}`,
    ko: `셀의 ${line}번째 줄 ${column}번째 글자에 타입 오류: ${message}`,
  });
}

/** Plans one answer. */
export async function planAnswer(answer: Answer): Promise<PlannedAnswer> {
  const { homework, exercise, sources } = answer;
  const decided = (status: Status, problem?: Text): PlannedAnswer => (
    { kind: "verdict", verdict: verdictWithout(exercise, status, problem) }
  );
  const [source] = sources;
  if (source === undefined) {
    return decided("error", {
      en: `the homework cell of ${exercise.id} is gone from the notebook ` +
        `(it carries the tag "homework" and the exercise id)`,
      ko: `노트북에 ${exercise.id} 과제 셀이 없습니다("homework" 태그와 과제 번호가 붙은 셀입니다)`,
    });
  }
  if (sources.length > 1) {
    return decided("error", {
      en: `${sources.length} cells carry ${exercise.id}: duplicates; keep one`,
      ko: `${exercise.id} 과제 셀이 ${sources.length}개입니다. 하나만 남기세요`,
    });
  }
  if (exercise.manual) {
    return decided("manual", { en: "a person reads this one", ko: "사람이 읽고 채점합니다" });
  }
  if (sameCode(source, exercise.stub)) return decided("not started");
  const module = homeworkModule((await planExercise(answer)).rules, source);
  if (module.kind === "refused") return decided("error", module.problem);
  const { text, firstColumn } = module;
  return { kind: "cell", cell: { homework, exercise, text, firstColumn } };
}

function sameCode(left: string, right: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  return plain(left) === plain(right);
}
