/**
 * Help beside an exercise: one hint after the other, the stub to start again from, and, after a question, a solution.
 * All three come from the server, as `deno task check --hint`, `reset` and `check --solution` give them.
 *
 * @module
 */
import { Dialog, showDialog } from "@jupyterlab/apputils";
import { announce } from "../elements/announce.ts";
import { element, translated } from "../elements/elements.ts";
import { language, onLanguageChange, t } from "../elements/words.ts";

/** What the server tells of an exercise. */
interface ShownExercise {
  readonly stub: string;
  readonly hints: readonly { readonly en: string; readonly ko: string }[];
}

/** What the help does to the notebook. */
export interface HelpActions {
  /** Puts a text into the exercise's cell, and returns the one that it held. */
  replace(text: string): string;
}

async function load<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return await response.json();
}

async function agrees(title: string, body: string, yes: string): Promise<boolean> {
  const { button } = await showDialog({
    title: t(title),
    body: t(body),
    buttons: [
      Dialog.cancelButton({ label: t("Cancel") }),
      Dialog.okButton({ label: t(yes) }),
    ],
  });
  return button.accept;
}

/** The buttons, and the place below them where hints and the solution appear. */
export function createExerciseHelp(
  exercise: string,
  { replace }: HelpActions,
): { readonly buttons: HTMLElement; readonly shown: HTMLElement } {
  const shown = element("div", { class: "exercise-help", "aria-live": "polite" });
  const buttons = element("span", { class: "exercise-buttons" });
  const address = `/course/exercises/${encodeURIComponent(exercise)}`;
  let loaded: Promise<ShownExercise> | undefined;
  let count = 0;

  /** Runs `action` of a button; what goes wrong is said in the same place. */
  const press = (action: () => Promise<void>, node: HTMLElement) => async (): Promise<void> => {
    if (node.ariaDisabled === "true") return;
    try {
      await action();
    } catch {
      loaded = undefined;
      announce(t("The server did not answer. Try again."));
    }
  };
  const add = (english: string, action: () => Promise<void>): HTMLButtonElement => {
    const node = element("button", { type: "button", class: "quiet-button" });
    node.append(translated("span", english));
    node.addEventListener("click", press(action, node));
    buttons.append(node);
    return node;
  };
  /** It has no more to give. A button that is `disabled` would lose the focus, and the learner their place. */
  const exhaust = (node: HTMLButtonElement): void => {
    node.ariaDisabled = "true";
  };

  const hint = add("Hint", async () => {
    const { hints } = await (loaded ??= load<ShownExercise>(address));
    const next = hints[count];
    if (!next) return;
    count++;
    const text = element("p", { class: "hint" });
    const number = count;
    onLanguageChange(() => {
      text.lang = language();
      text.textContent = `${t("Hint")} ${number}/${hints.length}: ${next[language()]}`;
    });
    shown.append(text);
    if (count === hints.length) exhaust(hint);
  });
  const solution = add("Solution", async () => {
    const wanted = await agrees(
      "Show the solution?",
      "Trying once more teaches more than reading it.",
      "Show the solution",
    );
    if (!wanted) return;
    const { text } = await load<{ readonly text: string }>(`${address}/solution`);
    shown.append(element("pre", { class: "solution", tabindex: "0" }, text));
    exhaust(solution);
  });
  add("Start again", async () => {
    const wanted = await agrees(
      "Start this exercise again?",
      "The cell becomes what it was at first. Your text stays below it, to copy.",
      "Start again",
    );
    if (!wanted) return;
    const { stub } = await (loaded ??= load<ShownExercise>(address));
    shown.append(element("pre", { class: "solution", tabindex: "0" }, replace(stub)));
  });
  return { buttons, shown };
}
