/**
 * What has run in this kernel. Outputs that are older than the kernel, or than the cell's code, are marked; a
 * cell that ran says how long it took; and a cell that misses a variable offers to run what stands above it.
 *
 * @module
 */
import { type Cell, CodeCell } from "@jupyterlab/cells";
import { isError } from "@jupyterlab/nbformat";
import { NotebookActions } from "@jupyterlab/notebook";
import { KernelMessage } from "@jupyterlab/services";
import type { OpenNotebook } from "../document/document.ts";
import { element, translated } from "../elements/elements.ts";
import { language, onLanguageChange, t } from "../elements/words.ts";
import { lossToldIn } from "./state.ts";

/** A cell's last run in this kernel. */
interface Run {
  readonly code: string;
  readonly seconds: number;
}

/** `old`: the output is from another kernel. `edited`: the code has changed since it ran. */
type RunState = "none" | "old" | "edited" | "ran";

/** English, see `words.ts`. */
const stateWords: Readonly<Record<RunState, string>> = {
  none: "",
  old: "Result of an earlier session",
  edited: "Edited since it ran",
  ran: "",
};

/** What has run in the kernel, for others that ask. */
export interface Runs {
  /** The code of the cells that ran, each as it was when it last did. */
  codes(): readonly string[];
  /** Calls `listener` after each run, and when the kernel has forgotten all of them. */
  onChange(listener: () => void): void;
}

/** Follows the runs of a notebook's cells for as long as the page is open. */
export function followRuns({ panel, session, context }: OpenNotebook): Runs {
  const cells = panel.content;
  const notes = new WeakMap<Cell, HTMLElement>();
  const started = new Map<string, { readonly code: string; readonly at: number }>();
  const listeners = new Set<() => void>();
  let runs = recall(context.path, session.session?.kernel?.id);

  const stateOf = (cell: CodeCell): RunState => {
    const run = runs.get(cell.model.id);
    if (!run) return cell.model.outputs.length > 0 ? "old" : "none";
    return run.code === cell.model.sharedModel.getSource() ? "ran" : "edited";
  };

  const show = (cell: Cell): void => {
    if (!(cell instanceof CodeCell)) return;
    const state = stateOf(cell);
    const seconds = runs.get(cell.model.id)?.seconds;
    const time = state === "ran" && seconds !== undefined ? duration(seconds) : "";
    const text = [t(stateWords[state]), time].filter(Boolean).join(" · ");
    cell.node.dataset.ran = state;
    const note = notes.get(cell) ?? element("p", { class: "run-note" });
    if (note.textContent !== text) note.textContent = text;
    if (!notes.has(cell)) cell.node.append(note);
    notes.set(cell, note);
    offerRunAbove(cell);
  };
  const showAll = (): void => cells.widgets.forEach(show);
  const tell = (): void => {
    showAll();
    for (const listener of listeners) listener();
  };

  const offerRunAbove = (cell: CodeCell): void => {
    const old = cell.node.querySelector(".run-above");
    const index = cells.widgets.indexOf(cell);
    const left = cells.widgets.slice(0, index).some((above) =>
      above instanceof CodeCell && !runs.has(above.model.id) &&
      above.model.sharedModel.getSource().trim() !== ""
    );
    const lacks = left && runs.has(cell.model.id) && cell.model.outputs.toJSON()
      .some((output) => isError(output) && output.ename === "ReferenceError");
    if (!lacks) return void old?.remove();
    if (old) return;
    const press = translated("button", "Run what stands above, then this cell", { type: "button" });
    press.addEventListener("click", () => {
      const upToHere = cells.widgets.slice(0, cells.widgets.indexOf(cell) + 1);
      void NotebookActions.runCells(cells, upToHere, session);
    });
    const words = translated("span", "Some cells above have not run in this kernel yet.");
    cell.node.append(element("p", { class: "answer-fold run-above" }, words, press));
  };

  /** The cell whose request `id` is. */
  const cellOf = (id: string): CodeCell | undefined =>
    cells.widgets.find((cell): cell is CodeCell =>
      cell instanceof CodeCell && cell.outputArea.future?.msg.header.msg_id === id
    );

  session.iopubMessage.connect((_, message) => {
    const id = "msg_id" in message.parent_header ? message.parent_header.msg_id : "";
    if (lossToldIn(message) !== undefined) return forget();
    if (KernelMessage.isExecuteInputMsg(message)) {
      started.set(id, { code: message.content.code, at: performance.now() });
      return;
    }
    if (!KernelMessage.isStatusMsg(message)) return;
    const run = started.get(id);
    if (message.content.execution_state !== "idle" || !run) return;
    started.delete(id);
    const cell = cellOf(id);
    if (!cell) return;
    runs.set(cell.model.id, { code: run.code, seconds: (performance.now() - run.at) / 1000 });
    remember(context.path, session.session?.kernel?.id, runs);
    setTimeout(tell); // when the cell, too, knows that it has ended
  });
  const forget = (): void => {
    started.clear();
    runs = new Map();
    remember(context.path, session.session?.kernel?.id, runs);
    tell();
  };
  session.statusChanged.connect((_, status) => {
    if (/restarting|dead/.test(status)) forget();
  });
  session.kernelChanged.connect((_, { newValue }) => {
    runs = recall(context.path, newValue?.id);
    tell();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  context.model.contentChanged.connect(() => {
    clearTimeout(timer);
    timer = setTimeout(showAll, 300);
  });
  onLanguageChange(showAll);
  return {
    codes: () => [...runs.values()].map(({ code }) => code),
    onChange: (listener) => void listeners.add(listener),
  };
}

/** A time in words, such as `0.35 s` or `2 min 5 s`. */
function duration(seconds: number): string {
  if (seconds >= 60) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  const digits = seconds < 1 ? 2 : seconds < 10 ? 1 : 0;
  return `${seconds.toLocaleString(language(), { maximumFractionDigits: digits })} s`;
}

function storageKey(path: string): string {
  return `course-runs ${path}`;
}

/** The runs that this browser saw in the kernel with this id. */
function recall(path: string, kernel: string | undefined): Map<string, Run> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(path)) ?? "null");
    if (!isKept(kept) || kept.kernel !== kernel) return new Map();
    return new Map(kept.runs.filter(isEntry));
  } catch {
    return new Map(); // storage is switched off, or holds something else
  }
}

function isKept(value: unknown): value is { kernel: unknown; runs: readonly unknown[] } {
  return typeof value === "object" && value !== null && "kernel" in value && "runs" in value &&
    Array.isArray(value.runs);
}

function isEntry(value: unknown): value is [string, Run] {
  if (!Array.isArray(value)) return false;
  const [id, run] = value;
  return typeof id === "string" && typeof run === "object" && run !== null && "code" in run &&
    typeof run.code === "string" && typeof run.seconds === "number";
}

function remember(path: string, kernel: string | undefined, runs: Map<string, Run>): void {
  try {
    localStorage.setItem(storageKey(path), JSON.stringify({ kernel, runs: [...runs] }));
  } catch {
    // storage is full or switched off
  }
}
