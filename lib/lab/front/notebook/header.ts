/**
 * The bar above the notebook: its title, the states of file, kernel and homework, and buttons.
 *
 * @module
 */
import { listAddress } from "../elements/addresses.ts";
import { button, element, icon, translated } from "../elements/elements.ts";
import { createMenu } from "../elements/menu.ts";
import { switchScheme } from "../elements/scheme.ts";
import { language, onLanguageChange, switchLanguage, t } from "../elements/words.ts";
import type { Actions } from "./actions.ts";

/** How long the way to the list waits for the file. */
const longestSaveMs = 3000;

const narrow = matchMedia("(max-width: 760px)");
const accel = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl+";

/** What the bar shows besides its own buttons. */
export interface HeaderParts {
  readonly title: string;
  readonly actions: Actions;
  /** The state of the file, of the kernel, of the homework. */
  readonly states: readonly HTMLElement[];
  /** Shows the table of contents. */
  readonly contents: HTMLElement;
  /** Show the panels at the side. */
  readonly panels: readonly HTMLElement[];
  showHelp(): void;
  /** Saves what is not saved yet. */
  saveChanges(): Promise<boolean>;
  /** Switches the page's language. */
  switchLanguage(): void;
}

export function createHeader(
  { title, actions, states, contents, panels, showHelp, saveChanges, switchLanguage }: HeaderParts,
): HTMLElement {
  const home = element("a", { class: "home-link", href: listAddress() }, icon("back"));
  home.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a tab of its own
    // The list tells of the file: it is written first. Where it cannot be, the browser asks.
    event.preventDefault();
    const longEnough = new Promise((resolve) => setTimeout(resolve, longestSaveMs));
    const leave = (): void => location.assign(listAddress());
    void Promise.race([saveChanges(), longEnough]).then(leave, leave);
  });
  home.append(translated("span", "Notebooks", { class: "label" }));
  onLanguageChange(() => home.setAttribute("aria-label", t("All notebooks")));
  const { button: more, menu } = createMenu({
    id: "more",
    hint: "More actions",
    items: [
      { label: "Run all above", keys: "Shift A", press: actions.runAllAbove },
      // On narrow screens the button for it has no room.
      { label: "Restart", press: actions.restart, shows: () => narrow.matches },
      { label: "Restart and run all", press: actions.restartAndRunAll },
      { label: "Clear all outputs", press: actions.clearAllOutputs },
      { label: "Save this notebook", keys: `${accel}S`, press: actions.save },
      { label: "Print", press: () => print() },
      { label: "Download this notebook", press: actions.downloadNotebook },
      { label: "Download as HTML", press: actions.downloadHtml },
      { label: "Download as TypeScript", press: actions.downloadTypeScript },
      { label: "Switch to light or dark", press: switchScheme },
      { label: "Back to the original…", press: actions.backToOriginal },
      { label: "Keyboard shortcuts", keys: "H", press: showHelp },
    ],
  });
  more.classList.add("icon-only");
  const tools = element(
    "div",
    { class: "tools", role: "toolbar" },
    contents,
    element("span", { class: "gap" }),
    button(
      {
        icon: "run",
        label: "Run",
        hint: "Run this cell and go to the next",
        keys: "Shift+Enter",
        className: "primary",
      },
      () => void actions.run(),
    ),
    button(
      { icon: "runAll", label: "Run all", hint: "Run all cells from the top" },
      () => void actions.runAll(),
    ),
    button(
      { icon: "stop", label: "Stop", hint: "Stop the running cell", keys: "I I" },
      () => void actions.stop(),
    ),
    button(
      {
        icon: "restart",
        label: "Restart",
        hint: "Restart the kernel: variables are forgotten",
        className: "wide-only",
      },
      () => void actions.restart(),
    ),
    element("span", { class: "gap" }),
    button(
      {
        icon: "add",
        narrowIcon: "code",
        label: "Code",
        hint: "Insert a code cell below",
        keys: "B",
      },
      () => actions.insertCode(),
    ),
    button(
      { icon: "add", narrowIcon: "text", label: "Text", hint: "Insert a text cell below" },
      () => actions.insertText(),
    ),
    element("span", { class: "gap" }),
    ...panels,
    more,
    menu,
  );
  onLanguageChange(() => tools.setAttribute("aria-label", t("Notebook actions")));
  return element(
    "header",
    { class: "bar" },
    element(
      "div",
      { class: "title-row" },
      home,
      element("p", { class: "title" }, title), // the heading stands in the notebook
      element("span", { class: "states" }, ...states),
      languageButton(switchLanguage),
    ),
    tools,
  );
}

/** Switches between English and Korean, of the page alone unless `press` does more. */
export function languageButton(press: () => void = switchLanguage): HTMLElement {
  const node = element("button", { type: "button", class: "language" });
  node.addEventListener("click", press);
  onLanguageChange(() => {
    node.textContent = language() === "en" ? "한국어" : "English";
    node.lang = language() === "en" ? "ko" : "en";
    node.title = t("Switch the language");
  });
  return node;
}

/** A link, visible when it has the focus, that leads past the bar. */
export function skipLink(english: string, skip: () => void): HTMLElement {
  const link = translated("a", english, { class: "skip", href: "#sheet" });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    skip();
  });
  return link;
}
