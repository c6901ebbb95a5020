/**
 * The page of one notebook: the header, the cells, and what keeps them on the disk and the kernel alive.
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
import { PageConfig } from "@jupyterlab/coreutils";
import { NotebookActions } from "@jupyterlab/notebook";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { Banner } from "./banner.ts";
import { type Actions, bindKeys, createActions } from "./actions.ts";
import { type OpenNotebook, openNotebook } from "./document.ts";
import { button, element, icon, spoken } from "./elements.ts";
import { createHelp } from "./help.ts";
import { watchKernel } from "./kernel_state.ts";
import { keepConnected } from "./reconnect.ts";
import { type MarkRunning, resumeRuns } from "./resume.ts";
import { keepSaved } from "./saving.ts";
import { createServices } from "./services.ts";
import { language, say, speak, switchLanguage } from "./words.ts";

const accel = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl+";

/** The notebook's first heading, or its file's name. */
function titleOf({ context, panel }: OpenNotebook): string {
  for (const cell of panel.content.widgets) {
    const heading = cell.model.type === "markdown" &&
      /^#\s+(.+)$/m.exec(cell.model.sharedModel.getSource());
    if (heading) return heading[1].trim();
  }
  return context.path.split("/").at(-1) ?? context.path;
}

function header(
  open: OpenNotebook,
  actions: Actions,
  states: readonly HTMLElement[],
  showHelp: () => void,
): HTMLElement {
  const title = titleOf(open);
  document.title = title;
  const home = element("a", { class: "home-link", href: "/" }, icon("back"));
  home.append(spoken("span", "Notebooks", { class: "label" }));
  speak(() => home.setAttribute("aria-label", say("All notebooks")));
  const other = element("button", { type: "button", class: "language" });
  other.addEventListener("click", switchLanguage);
  speak(() => {
    other.textContent = language() === "en" ? "한국어" : "English";
    other.title = say("Switch the language");
  });
  const tools = element(
    "div",
    { class: "tools", role: "toolbar" },
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
      { icon: "restart", label: "Restart", hint: "Restart the kernel: variables are forgotten" },
      () => void actions.restart(),
    ),
    button(
      {
        icon: "restartRun",
        label: "Restart and run all",
        hint: "Restart and run all",
      },
      () => void actions.restartAndRunAll(),
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
    button(
      { icon: "save", label: "Save", hint: "Save this notebook", keys: `${accel}S` },
      () => void actions.save(),
    ),
    button(
      {
        icon: "keyboard",
        label: "Keyboard shortcuts",
        hint: "Keyboard shortcuts",
        keys: "H",
        className: "icon-only",
      },
      showHelp,
    ),
  );
  speak(() => tools.setAttribute("aria-label", say("Notebook actions")));
  return element(
    "header",
    { class: "bar" },
    element(
      "div",
      { class: "title-row" },
      home,
      element("h1", {}, title),
      element("span", { class: "states" }, ...states),
      other,
    ),
    tools,
  );
}

/** Marks cells from the moment they are sent until their answer is there. */
function markRunningCells({ panel, session }: OpenNotebook): MarkRunning {
  const running = "course-running";
  NotebookActions.executionScheduled.connect((_, { cell }) => cell.addClass(running));
  NotebookActions.executed.connect((_, { cell }) => cell.removeClass(running));
  session.statusChanged.connect((_, status) => {
    if (!/restarting|dead/.test(status)) return;
    for (const cell of panel.content.widgets) cell.removeClass(running);
  });
  return (cell, done) => {
    cell.addClass(running);
    void done.catch(() => {}).then(() => cell.removeClass(running));
  };
}

async function main(): Promise<void> {
  PageConfig.setOption("baseUrl", `${location.origin}/`);
  const path = decodeURIComponent(location.pathname.replace(/^\/notebooks\//, ""));
  const open = await openNotebook(createServices(), path);
  const saving = keepSaved(open);
  const actions = createActions(open, saving);
  const help = createHelp();
  const banner = new Banner();
  const kernel = watchKernel(open, actions, banner);
  keepConnected(open, actions, banner);
  bindKeys(open, actions, help.show);
  const place = element("main", { class: "sheet", id: "sheet" });
  document.body.replaceChildren(
    header(open, actions, [saving.node, kernel], help.show),
    banner.node,
    place,
    help.dialog,
  );
  resumeRuns(open, markRunningCells(open));
  open.panel.toolbar.hide();
  Widget.attach(open.panel, place);
  new ResizeObserver(() => MessageLoop.sendMessage(open.panel, Widget.ResizeMessage.UnknownSize))
    .observe(place);
  open.panel.content.activeCellIndex = 0;
  open.panel.content.node.focus();
  localStorage.setItem("course-last", path);
  document.documentElement.dataset.ready = "true";
}

try {
  await main();
} catch (error) {
  console.error(error);
  document.body.replaceChildren(
    element(
      "main",
      { class: "failure" },
      spoken("h1", "The notebook could not be opened."),
      element("p", {}, error instanceof Error ? error.message : String(error)),
      element("p", {}, element("a", { href: "/" }, say("All notebooks"))),
    ),
  );
}
