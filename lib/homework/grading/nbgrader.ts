/**
 * A course notebook as nbgrader knows it: cell metadata of its schema 3, beside what the course uses itself.
 *
 * | cell | grade | solution | locked | points |
 * |---|---|---|---|---|
 * | task | no | no | yes | |
 * | homework | no | yes | no | |
 * | homework that a person reads | yes | yes | no | the exercise's |
 * | check | yes | no | yes | the exercise's |
 *
 * nbgrader gives a check's points unless it fails, and partial credit where its result is a number. The
 * course's own check never fails, so in the exported notebook it ends in the points that were earned.
 *
 * The metadata is described in nbgrader's documentation, "Notebook metadata", and its
 * `nbgraderformat/schemas/v3.py`.
 *
 * @module
 */
import type { JsonObject } from "lib/jupyter/format/json.ts";
import type { Cell, Notebook } from "lib/jupyter/format/notebook.ts";
import { isExerciseCell } from "../cell/cells.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";

/** A copy of `notebook` with nbgrader's metadata on the cells of `homework`. */
export function withNbgrader(notebook: Notebook, homework: Homework): Notebook {
  const cells = notebook.cells.map((cell): Cell => {
    const exercise = homework.exercises.find(({ id }) => id === cell.metadata.exercise);
    const role = exercise && roles.find((tag) => isExerciseCell(cell, exercise.id, tag));
    if (!exercise || !role) return cell;
    const metadata = { ...cell.metadata, nbgrader: nbgraderMetadata(cell, exercise, role) };
    const source = role === "check" && !exercise.manual ? gradedCheck(exercise) : cell.source;
    return { ...cell, source, metadata };
  });
  return { ...notebook, cells };
}

const roles = ["task", "homework", "check"] as const;

function nbgraderMetadata(
  cell: Cell,
  { name, points, manual = false }: Exercise,
  role: typeof roles[number],
): JsonObject {
  const graded = role === (manual ? "homework" : "check");
  return {
    schema_version: 3,
    grade_id: `${name}-${role}`,
    cell_type: cell.cell_type,
    grade: graded,
    solution: role === "homework",
    locked: role !== "homework",
    task: false,
    ...(graded && { points }),
  };
}

function gradedCheck({ id, name }: Exercise): string {
  return `import { checkPoints } from "lib/homework/check.ts";\nawait checkPoints("${id}", ${name});`;
}
