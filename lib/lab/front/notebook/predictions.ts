/**
 * Predictions. A code cell tagged `answer` answers what the text before it asks the learner to predict: its
 * stored output stays folded until they run the cell or ask for it. Under that text is a line for what they
 * expect; the browser keeps it, and it stands beside the result.
 *
 * @module
 */
import { type Cell, CodeCell, MarkdownCell } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import type { OpenNotebook } from "../document/document.ts";
import { element, translated } from "../elements/elements.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import { hasTag } from "./exercises.ts";

/** What the browser remembers of one prediction. */
interface Prediction {
  readonly text: string;
  /** The learner has run the cell, or has looked. */
  readonly seen: boolean;
}

const asks = /\*\*(Predict|예측)/;

/** The question that `cell` answers: the last one above it that no other cell answers. */
function questionBefore(cells: readonly Cell[], cell: Cell): MarkdownCell | undefined {
  for (let i = cells.indexOf(cell) - 1; i >= 0; i--) {
    const before = cells[i];
    if (before instanceof CodeCell && hasTag(before, "answer")) return undefined;
    if (before instanceof MarkdownCell && asks.test(before.model.sharedModel.getSource())) {
      return before;
    }
  }
  return undefined;
}

/** Folds the answers of a notebook and takes down predictions, from now on. */
export function keepPredictions({ panel, context }: OpenNotebook): void {
  const cells = panel.content;

  const look = (): void => {
    for (const cell of cells.widgets) {
      if (!(cell instanceof CodeCell) || !hasTag(cell, "answer")) continue;
      const { text, seen } = recall(context.path, cell.model.id);
      const question = questionBefore(cells.widgets, cell);
      if (question && !question.node.querySelector(".prediction")) askAt(question, cell);
      const folded = !seen && cell.model.outputs.length > 0;
      cell.toggleClass("answer-folded", folded);
      cell.node.querySelector(".answer-fold")?.remove();
      if (folded) cell.node.append(foldOf(cell));
      else showBeside(cell, text);
    }
  };

  const reveal = (cell: Cell): void => {
    if (!(cell instanceof CodeCell) || !hasTag(cell, "answer")) return;
    const { text } = recall(context.path, cell.model.id);
    remember(context.path, cell.model.id, { text, seen: true });
    look();
  };

  /** Stands in the place of the folded output. */
  const foldOf = (cell: CodeCell): HTMLElement => {
    const press = translated("button", "Show the stored result", { type: "button" });
    press.addEventListener("click", () => {
      reveal(cell);
      cell.node.focus();
    });
    const words = translated("span", "Say what you expect, then run this cell.");
    return element("p", { class: "answer-fold" }, words, press);
  };

  /** The line under the question. */
  const askAt = (question: MarkdownCell, answer: CodeCell): void => {
    const line = element("textarea", { rows: "1" });
    line.value = recall(context.path, answer.model.id).text;
    line.addEventListener("input", () => {
      const { seen } = recall(context.path, answer.model.id);
      remember(context.path, answer.model.id, { text: line.value, seen });
      if (seen) showBeside(answer, line.value);
    });
    line.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      cells.activeCellIndex = cells.widgets.indexOf(answer);
      NotebookActions.focusActiveCell(cells);
    });
    onLanguageChange(() => line.placeholder = t("What do you expect, and why?"));
    const label = element(
      "label",
      { class: "prediction" },
      translated("span", "Your prediction"),
      line,
    );
    label.addEventListener("dblclick", (event) => event.stopPropagation()); // which edits the text cell
    question.node.append(label);
  };

  const showBeside = (cell: CodeCell, text: string): void => {
    cell.node.querySelector(".predicted")?.remove();
    if (text.trim() === "" || cell.model.outputs.length === 0) return;
    const words = translated("span", "You predicted:", { class: "who" });
    cell.node.append(element("p", { class: "predicted" }, words, " ", text));
  };

  NotebookActions.executionScheduled.connect((_, { cell }) => reveal(cell));
  NotebookActions.executed.connect((_, { cell }) => reveal(cell)); // when its outputs are there
  context.model.cells.changed.connect(() => setTimeout(look));
  look();
}

function storageKey(path: string, cell: string): string {
  return `course-prediction ${path} ${cell}`;
}

function recall(path: string, cell: string): Prediction {
  const nothing: Prediction = { text: "", seen: false };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(path, cell)) ?? "null");
    return isPrediction(kept) ? kept : nothing;
  } catch {
    return nothing; // storage is switched off, or holds something else
  }
}

function isPrediction(value: unknown): value is Prediction {
  return typeof value === "object" && value !== null && "text" in value && "seen" in value &&
    typeof value.text === "string" && typeof value.seen === "boolean";
}

function remember(path: string, cell: string, prediction: Prediction): void {
  try {
    localStorage.setItem(storageKey(path, cell), JSON.stringify(prediction));
  } catch {
    // storage is full or switched off
  }
}
