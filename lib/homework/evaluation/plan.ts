/**
 * Plans how a submission is evaluated, before anything of it is checked or run: which exercises are decided
 * already, and the module of each other cell. This is the one place in which a learner's text is parsed.
 *
 * @module
 */
import type { Notebook } from "lib/jupyter/format/notebook.ts";
import type { Text } from "lib/language.ts";
import type { CellProblem } from "../cell/cell_source.ts";
import { homeworkCells } from "../cell/cells.ts";
import { surroundingsOf } from "../cell/surroundings.ts";
import type { Surroundings } from "../cell/surroundings.ts";
import type { Homework } from "../exercise/exercise.ts";
import type { Status } from "../exercise/in_notebook.ts";
import { type Verdict, verdictWithout } from "../judge/judge.ts";
import type { Library } from "../sandbox/library.ts";
import type { Equipped, ReadAnswer } from "./bring_along.ts";
import { planExercise, type Task } from "./exercise_plan.ts";

/** A submission's answer to an exercise. */
export interface Answer extends Task {
  /** The texts of the cells that claim to be it: one, if all is well. */
  readonly sources: readonly string[];
  /** The other code cells of its notebook, where there is one answer. */
  readonly surroundings?: Surroundings;
}

/** A cell that can be checked and run. */
export interface PlannedCell extends Task {
  /** Its module: set-up, cell, export. */
  readonly text: string;
  /** The module that takes its place where it fails, if anything can be left out, see `HomeworkModule`. */
  readonly bare?: string;
  /** How many characters precede the cell on its first line. */
  readonly firstColumn: number;
  /** Modules beside it, by name, that it imports. */
  readonly beside: Readonly<Record<string, string>>;
  /** What it needs of the library beyond what every answer to the exercise may have. */
  readonly library?: Library;
  /**
   * The same answer with the course's functions of earlier exercises instead of the learner's own: what is wrong
   * in an earlier answer costs nothing in this one.
   */
  readonly withLent?: PlannedCell;
  /** Functions of earlier exercises that come from the learner. */
  readonly own: readonly string[];
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
}

/** What the notebooks (one, unless a learner handed in two) answer to each exercise. */
export function answersIn(homework: Homework, notebooks: readonly Notebook[]): Answer[] {
  return homework.exercises.map((exercise) => {
    const { id } = exercise;
    const sources = notebooks.flatMap((notebook) => homeworkCells(notebook, id))
      .map(({ source }) => source);
    const notebook = notebooks.find((one) => homeworkCells(one, id).length > 0);
    return { homework, exercise, sources, surroundings: notebook && surroundingsOf(notebook, id) };
  });
}

/** Plans the answers of one submission. */
export async function plan(answers: readonly Answer[], read: ReadAnswer): Promise<Plan> {
  const planned = await Promise.all(answers.map((answer) => planAnswer(answer, read)));
  return {
    verdicts: planned.flatMap((one) => one.kind === "verdict" ? [one.verdict] : []),
    cells: planned.flatMap((one) => one.kind === "cell" ? [one.cell] : []),
  };
}

/** The verdict on a cell with a type error, where a class demands types. */
export function typeVerdict({ exercise }: PlannedCell, problem: CellProblem): Verdict {
  return verdictWithout(exercise, "failed", typeProblem(problem));
}

/** A type error as a sentence. */
export function typeProblem({ line, column, message }: CellProblem): Text {
  return {
    en: `type error at line ${line}, column ${column} of the cell: ${message}`,
    ko: `셀의 ${line}번째 줄 ${column}번째 글자에 타입 오류: ${message}`,
  };
}

/** Plans one answer. */
export async function planAnswer(answer: Answer, read: ReadAnswer): Promise<PlannedAnswer> {
  const { homework, exercise, sources, surroundings = { before: [], after: [] } } = answer;
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
  const { rules } = await planExercise(answer);
  const { withheld = [] } = exercise;
  const equipped = (lent: boolean) => read({ rules, withheld, source, surroundings, lent });
  const cellOf = ({ module, ...rest }: Extract<Equipped, { kind: "module" }>): PlannedCell => (
    { homework, exercise, ...module, ...rest }
  );
  const mine = await equipped(false);
  if (mine.kind === "refused") return decided("error", mine.problem);
  if (mine.own.length === 0) return { kind: "cell", cell: cellOf(mine) };
  const other = await equipped(true);
  const withLent = other.kind === "module" ? cellOf(other) : undefined;
  return { kind: "cell", cell: { ...cellOf(mine), withLent } };
}

function sameCode(left: string, right: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  return plain(left) === plain(right);
}
