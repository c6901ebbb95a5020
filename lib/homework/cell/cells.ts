/**
 * The homework cells of a notebook: how they are written, and how they are found again. Only a cell's
 * tags and its exercise id are looked at; everything else about an exercise comes from the course.
 *
 * @module
 */
import {
  type Cell,
  codeCell,
  hasTag,
  markdownCell,
  type Notebook,
} from "lib/jupyter/format/notebook.ts";
import { type Language } from "lib/language.ts";
import { cards } from "../exercise/cards.ts";
import { describePoints, type Exercise } from "../exercise/exercise.ts";
import { around, type Surroundings } from "./surroundings.ts";

/** `scaledDotProductAttention` → `scaled-dot-product-attention`. */
function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The cell that says what to write, and which functions of tfjs may help. */
export function taskCell(exercise: Exercise, language: Language = "en"): Cell {
  const { id, title, difficulty, minutes, points, task } = exercise;
  const stars = "★".repeat(difficulty) + "☆".repeat(5 - difficulty);
  const facts = {
    en: `Difficulty ${stars} · about ${minutes} minutes · ${describePoints(points)}`,
    ko: `난이도 ${stars} · 약 ${minutes}분 · ${points}점`,
  }[language];
  const parts = [`### ${id} ${title[language]}`, facts, task[language], card(exercise, language)];
  const metadata = { exercise: id, tags: ["task"] };
  const source = parts.filter((part) => part !== "").join("\n\n");
  return markdownCell(`${kebabCase(exercise.name)}-task`, source, metadata);
}

/** The exercise's functions of tfjs, each with an example. */
function card({ card: names = [] }: Exercise, language: Language): string {
  if (names.length === 0) return "";
  const title = { en: "You may need", ko: "쓸 만한 함수" }[language];
  const lines = names.map((name) => {
    const { example, result, says } = cards[name];
    return `- \`${example}\` → \`${result}\` · ${says[language]}`;
  });
  return [`<details><summary>${title}</summary>`, lines.join("\n"), "</details>"].join("\n\n");
}

/** The cell that the learner fills in. */
export function stubCell(exercise: Exercise): Cell {
  const metadata = { exercise: exercise.id, tags: ["homework"] };
  return codeCell(`${kebabCase(exercise.name)}-homework`, exercise.stub, metadata);
}

/** The cell that checks the learner's function in the notebook. */
export function checkCell(exercise: Exercise): Cell {
  const source = `await check("${exercise.id}", ${exercise.name});`;
  const metadata = { exercise: exercise.id, tags: ["check"] };
  return codeCell(`${kebabCase(exercise.name)}-check`, source, metadata);
}

/** True if `cell` carries the exercise id and the tag. */
export function isExerciseCell(cell: Cell, id: string, tag: string): boolean {
  return cell.metadata.exercise === id && hasTag(cell, tag);
}

/** Every code cell of `notebook` that claims to be the homework cell of exercise `id`. */
export function homeworkCells(notebook: Notebook, id: string): Cell[] {
  return notebook.cells.filter((cell) => isHomeworkCell(cell, id));
}

/** True if `cell` claims to be the homework cell of exercise `id`. */
export function isHomeworkCell(cell: Cell, id: string): boolean {
  return cell.cell_type === "code" && isExerciseCell(cell, id, "homework");
}

/** The code cells of `notebook` around the answer to exercise `id`. */
export function surroundingsOf({ cells }: Notebook, id: string): Surroundings {
  const code = cells.filter((cell) => cell.cell_type === "code");
  const { before, after } = around(code, (cell) => isHomeworkCell(cell, id));
  const sources = (some: readonly Cell[]): string[] => some.map(({ source }) => source);
  return { before: sources(before), after: sources(after) };
}

/** The notebook's number by the exercises that its cells name (`04`), or undefined without any. */
export function notebookNumber(notebook: Notebook): string | undefined {
  const counts = new Map<string, number>();
  for (const { metadata: { exercise } } of notebook.cells) {
    const number = typeof exercise === "string" ? /^(\d\d)\.\d+$/.exec(exercise)?.[1] : undefined;
    if (number) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
