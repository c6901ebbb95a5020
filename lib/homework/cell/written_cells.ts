/**
 * How the homework cells of a notebook are written: the task, the stub, the check.
 *
 * @module
 */
import { type Cell, codeCell, markdownCell } from "lib/jupyter/format/notebook.ts";
import { type Language } from "lib/language.ts";
import { cards } from "../exercise/cards.ts";
import { describePoints, type Exercise } from "../exercise/exercise.ts";

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
