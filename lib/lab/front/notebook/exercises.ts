/**
 * The exercises of the open notebook: shows the state of each beside its cell, and their count in the header,
 * and keeps both up to date.
 *
 * @module
 */
import { type Cell, CodeCell } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import {
  type ExerciseState,
  type KnownVerdicts,
  stateOf,
  type Status,
  statusIn,
} from "lib/homework/exercise/in_notebook.ts";
import type { OpenNotebook } from "../document/document.ts";
import { announce } from "../elements/announce.ts";
import { element } from "../elements/elements.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import { createExerciseHelp } from "./exercise_help.ts";
import { loadVerdicts, rememberVerdict, stateIcon, stateWords } from "./homework.ts";

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
export function hasTag(cell: Cell, tag: string): boolean {
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

/** The last verdict among the outputs of a check cell. */
function checkedIn(cell: Cell | undefined): Status | undefined {
  if (!(cell instanceof CodeCell)) return undefined;
  const { outputs } = cell.model;
  for (let i = outputs.length - 1; i >= 0; i--) {
    const status = statusIn(outputs.get(i).toJSON());
    if (status) return status;
  }
  return undefined;
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
  /** What is remembered; an output in the file tells only as long as the text is the file's. */
  let known: KnownVerdicts = {};
  const inFile = new Map<string, string>();
  let looks = 0;

  const cells = () => panel.content.widgets;
  const homework = () => cells().filter((cell) => hasTag(cell, "homework") && exerciseOf(cell));

  const look = async (): Promise<void> => {
    const mine = ++looks;
    const found = await Promise.all(
      homework().map(async (cell) => {
        const exercise = exerciseOf(cell) ?? "";
        const source = sourceOf(cell);
        if (!inFile.has(exercise)) inFile.set(exercise, source);
        const check = cells().find((one) => exerciseOf(one) === exercise && hasTag(one, "check"));
        const checked = inFile.get(exercise) === source ? checkedIn(check) : undefined;
        return { cell, exercise, state: await stateOf({ exercise, source, checked }, known) };
      }),
    );
    if (mine !== looks) return; // there is a later look
    const before = new Map(states);
    states.clear();
    for (const { cell, exercise, state } of found) {
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
    const old = cell.node.querySelector<HTMLElement>(":scope > .exercise-state > .state");
    const text = `${exercise} · ${t(stateWords[state])}`;
    if (old?.textContent === text) return;
    const line = element("span", { class: "state", "data-state": state }, stateIcon(state));
    line.append(text);
    if (old) {
      old.replaceWith(line);
      return;
    }
    const { buttons, shown } = createExerciseHelp(exercise, {
      replace(stub) {
        const before = sourceOf(cell);
        cell.model.sharedModel.setSource(stub);
        return before;
      },
    });
    // Below the code, above its check.
    cell.node.append(element("div", { class: "exercise-state" }, line, buttons), shown);
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
    const status = checkedIn(cell);
    if (!status) return void look();
    void rememberVerdict(known, exercise, source, status).then((now) => {
      known = now;
      void look();
    });
  });
  context.model.contentChanged.connect(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), quietMs);
  });
  onLanguageChange(() => void look());
  void loadVerdicts().then((now) => {
    known = now;
    void look();
  });
  return { node, states, onChange: (listener) => void listeners.add(listener) };
}
