/**
 * The exercises of the open notebook: shows the state of each beside its cell, and their count in the header,
 * and keeps both up to date.
 *
 * @module
 */
import { type Cell, CodeCell } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import type { OpenNotebook } from "../document/document.ts";
import { announce } from "../elements/announce.ts";
import { element } from "../elements/elements.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import { type ExerciseState, rememberChecked, stateIcon, stateOf, stateWords } from "./homework.ts";

/** Milliseconds without a change before the states are read again. */
const quietMs = 150;

/** The exercises of a notebook. */
export interface Exercises {
  /** In the header: how many are solved; leads to the next one that is not. */
  readonly node: HTMLElement;
  /** The states by exercise id, in the notebook's order. */
  readonly states: ReadonlyMap<string, ExerciseState>;
  /** Calls `listener` after each change. */
  onChange(listener: () => void): void;
}

/** Whether a cell carries a tag. */
function hasTag(cell: Cell, tag: string): boolean {
  const tags: unknown = cell.model.getMetadata("tags");
  return Array.isArray(tags) && tags.includes(tag);
}

/** The exercise that a cell belongs to, such as `04.2`. */
export function exerciseOf(cell: Cell): string | undefined {
  const id: unknown = cell.model.getMetadata("exercise");
  return typeof id === "string" ? id : undefined;
}

function sourceOf(cell: Cell): string {
  return cell.model.sharedModel.getSource();
}

function answerOf(cell: Cell | undefined): string {
  if (!(cell instanceof CodeCell)) return "";
  const output = cell.model.outputs.length > 0 ? cell.model.outputs.get(0).toJSON() : undefined;
  if (output?.output_type !== "stream") return "";
  const text = Array.isArray(output.text) ? output.text.join("") : String(output.text);
  return text.split("\n")[0];
}

/** Follows the exercises; `goTo` leads the learner to a cell. */
export function followExercises(
  { panel, context }: OpenNotebook,
  goTo: (cell: Cell) => void,
): Exercises {
  const states = new Map<string, ExerciseState>();
  const listeners = new Set<() => void>();
  /** What the kernel knows: the code of homework cells when they last ran. */
  const ran = new Map<string, string>();
  const node = element("button", { type: "button", class: "tool homework-count" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = false;

  const cells = () => panel.content.widgets;
  const homework = () => cells().filter((cell) => hasTag(cell, "homework") && exerciseOf(cell));

  const look = (): void => {
    const before = new Map(states);
    states.clear();
    for (const cell of homework()) {
      const exercise = exerciseOf(cell) ?? "";
      const check = cells().find((one) => exerciseOf(one) === exercise && hasTag(one, "check"));
      const answer = answerOf(check);
      const state = stateOf(context.path, { exercise, source: sourceOf(cell), answer });
      states.set(exercise, state);
      mark(cell, exercise, state);
      if (started && before.get(exercise) !== state && state !== "unchecked") {
        announce(`${exercise}: ${t(stateWords[state])}`);
      }
    }
    started = true;
    count();
    for (const listener of listeners) listener();
  };

  const mark = (cell: Cell, exercise: string, state: ExerciseState): void => {
    const old = cell.node.querySelector<HTMLElement>(":scope > .exercise-state");
    const text = `${exercise} · ${t(stateWords[state])}`;
    if (old?.textContent === text) return;
    const line = element("p", { class: "exercise-state", "data-state": state }, stateIcon(state));
    line.append(text);
    if (old) old.replaceWith(line);
    else cell.node.append(line); // below the code, above its check
  };

  const count = (): void => {
    const solved = [...states.values()].filter((state) => state === "passed").length;
    node.hidden = states.size === 0;
    node.replaceChildren(
      stateIcon(solved === states.size ? "passed" : "not started"),
      element("span", {}, `${solved} / ${states.size}`),
    );
    node.title = t("Go to the next exercise that is not solved");
    node.setAttribute("aria-label", `${t("Exercises solved")}: ${solved} / ${states.size}`);
  };
  node.addEventListener("click", () => {
    const open = homework().find((cell) => states.get(exerciseOf(cell) ?? "") !== "passed");
    const target = open ?? homework()[0];
    if (target) goTo(target);
  });

  NotebookActions.executionScheduled.connect((_, { cell }) => {
    const exercise = exerciseOf(cell);
    if (exercise && hasTag(cell, "homework")) ran.set(exercise, sourceOf(cell));
  });
  NotebookActions.executed.connect((_, { cell }) => {
    const exercise = exerciseOf(cell);
    if (!exercise || !hasTag(cell, "check")) return;
    const written = homework().find((one) => exerciseOf(one) === exercise);
    const source = ran.get(exercise) ?? (written ? sourceOf(written) : "");
    rememberChecked(context.path, exercise, source);
    look();
  });
  context.model.contentChanged.connect(() => {
    clearTimeout(timer);
    timer = setTimeout(look, quietMs);
  });
  onLanguageChange(look);
  return { node, states, onChange: (listener) => void listeners.add(listener) };
}
