/**
 * The page of one notebook: the header, the cells, and what saves them and keeps the kernel connected.
 *
 * @module
 */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/inter/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@jupyterlab/notebook/style/index.js";
import "@jupyterlab/codemirror/style/index.js";
import "./style/base.css";
import "./style/jupyter_variables.css";
import "./style/notebook.css";
import "./style/editor.css";
import { PageConfig } from "@jupyterlab/coreutils";
import type { Cell } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { watchDisk } from "./document/disk.ts";
import { type OpenNotebook, openNotebook } from "./document/document.ts";
import { keepSaved } from "./document/saving.ts";
import { createServices } from "./document/services.ts";
import type { AssistantAddresses } from "./editor/assistant.ts";
import { listAddress, notebookOfPage } from "./elements/addresses.ts";
import { announcer } from "./elements/announce.ts";
import { Banner } from "./elements/banner.ts";
import { delay, element, translated } from "./elements/elements.ts";
import { createHelp } from "./elements/help.ts";
import { lastPlace, rememberNotebook, rememberPlace } from "./elements/place.ts";
import { t } from "./elements/words.ts";
import { keepConnected } from "./kernel/reconnect.ts";
import { resumeRuns } from "./kernel/resume.ts";
import { watchKernel } from "./kernel/state.ts";
import { createVariables } from "./kernel/variables.ts";
import { followRuns } from "./kernel/what_has_run.ts";
import { bindKeys, createActions } from "./notebook/actions.ts";
import { followActiveCell } from "./notebook/cell_menu.ts";
import { nameCells } from "./notebook/cell_names.ts";
import { followExercises } from "./notebook/exercises.ts";
import { switchEdition } from "./notebook/edition.ts";
import { createGlossary } from "./notebook/glossary.ts";
import { createHeader, skipLink } from "./notebook/header.ts";
import { createOutline, type Outline, plain } from "./notebook/outline.ts";
import { keepPredictions } from "./notebook/predictions.ts";
import { createSearch } from "./notebook/search.ts";
import { speakResults } from "./notebook/spoken_results.ts";
import { followWideParts } from "./notebook/wide_parts.ts";

/** The notebook's first heading, or its file's name. */
function titleOf({ context, panel }: OpenNotebook): string {
  for (const cell of panel.content.widgets) {
    const heading = cell.model.type === "markdown" &&
      /^#\s+(.+)$/m.exec(cell.model.sharedModel.getSource());
    if (heading) return plain(heading[1]).trim();
  }
  return context.path.split("/").at(-1) ?? context.path;
}

/** Takes the learner to a cell: it becomes active, comes into view and gets the focus. */
function leadTo({ panel }: OpenNotebook): (cell: Cell) => void {
  const cells = panel.content;
  const lead = async (cell: Cell): Promise<void> => {
    cells.deselectAll();
    cells.activeCellIndex = cells.widgets.indexOf(cell);
    cells.mode = "command";
    while (!cell.isAttached && !cell.isDisposed) await delay(50); // long notebooks come bit by bit
    NotebookActions.focusActiveCell(cells);
    // Cells on the way there get their true height only when they come near.
    for (let pass = 0; pass < 3; pass++) {
      cell.node.scrollIntoView({ block: "start" });
      await new Promise(requestAnimationFrame);
    }
  };
  return (cell) => void lead(cell);
}

/** Goes to the cell in the address or to the learner's last place, and remembers their place from then on. */
function keepPlace(
  { panel, context }: OpenNotebook,
  outline: Outline,
  goTo: (cell: Cell) => void,
): void {
  const cells = panel.content;
  const byId = (id: string | undefined) => cells.widgets.find((cell) => cell.model.id === id);
  const start = byId(location.hash.slice(1)) ?? byId(lastPlace(context.path)?.cell);
  if (start && start !== cells.widgets[0]) goTo(start);
  rememberNotebook(context.path);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (): void => {
    const top = cells.node.getBoundingClientRect().top;
    const cell = cells.widgets.find((cell) =>
      cell.isAttached && cell.node.getBoundingClientRect().bottom > top + 40
    );
    if (cell) rememberPlace(context.path, { cell: cell.model.id, section: outline.section() });
  };
  cells.node.addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(remember, 400);
  }, { capture: true, passive: true });
}

/** Where help while typing finds what it needs for the notebook at `path`. */
function typingAddresses(path: string): AssistantAddresses {
  const library = new URL("/course/typings/library", location.origin);
  library.searchParams.set("folder", path.split("/").slice(0, -1).join("/"));
  return {
    script: new URL("./language.js", import.meta.url), // beside this page's own script
    packages: new URL("/course/typings/packages", location.origin),
    library,
  };
}

async function main(): Promise<void> {
  PageConfig.setOption("baseUrl", `${location.origin}/`);
  const path = notebookOfPage();
  const open = await openNotebook(createServices(), path, typingAddresses(path));
  const cells = open.panel.content;
  const banner = new Banner();
  const saving = keepSaved(open, banner);
  const actions = createActions(open, saving, banner);
  const help = createHelp();
  const kernel = watchKernel(open, actions, banner);
  keepConnected(open, actions, banner);
  const goTo = leadTo(open);
  nameCells(open);
  const exercises = followExercises(open, goTo);
  keepPredictions(open);
  speakResults(open);
  followWideParts(open);
  const variables = createVariables(open, followRuns(open));
  const glossary = createGlossary(path);
  bindKeys(open, actions, createSearch(open), {
    help: help.show,
    glossary: glossary.toggle,
    variables: variables.toggle,
  });
  const outline = createOutline(open, exercises, goTo);
  const title = titleOf(open);
  document.title = title;
  // A site has shown the notebook as a text until now.
  document.dispatchEvent(new CustomEvent("course-page-begins"));
  const place = element("main", { class: "sheet", id: "sheet" });
  document.body.replaceChildren(
    skipLink("Skip to the notebook", () => NotebookActions.focusActiveCell(cells)),
    createHeader({
      title,
      actions,
      states: [exercises.node, saving.node, kernel],
      contents: outline.button,
      panels: [variables.button, glossary.button],
      showHelp: help.show,
      saveChanges: saving.saveChanges,
      switchLanguage: () => void switchEdition(open, saving),
    }),
    banner.node,
    element("div", { class: "desk" }, outline.node, place, variables.node, glossary.node),
    followActiveCell(open, actions),
    help.dialog,
    announcer,
  );
  resumeRuns(open);
  const isBusy = () => document.querySelector(".course-running") !== null;
  watchDisk(open, banner, isBusy);
  open.panel.toolbar.hide();
  Widget.attach(open.panel, place);
  new ResizeObserver(() => MessageLoop.sendMessage(open.panel, Widget.ResizeMessage.UnknownSize))
    .observe(place);
  cells.activeCellIndex = 0;
  cells.node.focus();
  keepPlace(open, outline, goTo);
  document.documentElement.dataset.ready = "true";
  // A site goes on with what was asked for in the text.
  document.dispatchEvent(new CustomEvent("course-page", { detail: actions }));
}

try {
  await main();
} catch (error) {
  console.error(error);
  document.body.replaceChildren(
    element(
      "main",
      { class: "failure" },
      translated("h1", "The notebook could not be opened."),
      element("p", {}, error instanceof Error ? error.message : String(error)),
      element("p", {}, element("a", { href: listAddress() }, t("All notebooks"))),
    ),
  );
}
