/**
 * The script of a notebook's page while it is a text. It shows the buttons, and when somebody runs or changes a cell,
 * the page's own notebook component takes over in place. Where the browser has the learner's own version, that happens
 * at once.
 *
 * @module
 */
import { openStore } from "lib/platform/storage.ts";
import { keepForOffline } from "./offline.ts";
import { notebookOfPage } from "./addresses.ts";
import { download } from "./download.ts";
import { tellNews } from "./news.ts";
import { readNotebook } from "./notebooks.ts";
import { siteFile } from "./place.ts";
import { startAhead } from "./worker.ts";
import { say } from "./words.ts";
import "./read.css";

/** What the page can do when it has taken over, see `lib/lab/front/notebook/actions.ts`. */
interface PageActions {
  run(): Promise<void>;
  runAll(): Promise<void>;
}

/** What is asked for in the text. */
type Wish = "edit" | "run" | "run all";

const status = document.querySelector(".preparing");
/** Browsers lend what the page needs to such addresses alone. */
const needsSecureAddress =
  "A notebook runs only at an address that begins with https:// or http://localhost. You can read it here.";
let wish: Wish = "edit";
/** Whether the address names the cell at which the page is to begin. */
let beginsAtCell = false;
let taking: Promise<void> | undefined;

/** Loads a style sheet that does not count yet: the text would look odd in it. */
function style(name: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.media = "not all";
  link.dataset.page = "";
  link.href = siteFile(`app/${name}.css`).href;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${link.href} could not be read`));
    document.head.append(link);
  });
}

/** Fetches the page's script while its style sheet comes. */
function fetchScript(address: string): void {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  document.head.append(link);
}

async function takeOver(next: Wish, cell?: string): Promise<void> {
  if (!isSecureContext) {
    if (status) status.textContent = say(needsSecureAddress);
    return;
  }
  wish = next;
  if (cell) {
    history.replaceState(null, "", `#${cell}`); // the page begins there
    beginsAtCell = true;
  }
  taking ??= (async () => {
    if (status) status.textContent = say("Preparing the notebook…");
    try {
      const script = siteFile("app/notebook.js").href;
      fetchScript(script);
      await style("notebook");
      await import(script);
    } catch (error) {
      console.error(error);
      taking = undefined;
      if (status) status.textContent = say("The notebook could not be started. Try again.");
    }
  })();
  await taking;
}

function isActions(value: unknown): value is PageActions {
  return typeof value === "object" && value !== null && "run" in value && "runAll" in value;
}

/** JupyterLab runs nothing before its kernel has answered once. */
function kernelIsReady(): Promise<void> {
  const isReady = () => document.querySelector(".kernel[data-state=idle]") !== null;
  return new Promise((resolve) => {
    if (isReady()) return resolve();
    const observer = new MutationObserver(() => {
      if (!isReady()) return;
      observer.disconnect();
      resolve();
    });
    const attributeFilter = ["data-state"];
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter,
    });
  });
}

document.addEventListener("course-page-begins", () => {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-page]")) {
    link.media = "all";
  }
  for (const link of document.querySelectorAll("[data-reading]")) link.remove();
  document.body.classList.remove("reading");
});

/** The cell at which the page began is no longer its place: a reload goes where the learner was last. */
function forgetBeginning(): void {
  history.replaceState(null, "", location.pathname + location.search);
}

document.addEventListener("course-page", async (event) => {
  const actions: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (beginsAtCell) forgetBeginning();
  await tellNews(notebookOfPage());
  if (!isActions(actions) || wish === "edit") return;
  await kernelIsReady();
  if (wish === "run") await actions.run();
  if (wish === "run all") await actions.runAll();
});

/** Somebody wants to use the notebook, not only to read it. */
function use(next: Wish, cell?: string): void {
  if (isSecureContext && !taking) startAhead(notebookOfPage());
  void takeOver(next, cell);
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-run], [data-run-all]")) {
  button.hidden = false;
  const cell = button.closest(".jp-Cell")?.id;
  button.addEventListener("click", () => use(cell ? "run" : "run all", cell));
}
for (const code of document.querySelectorAll(".jp-CodeCell .code > pre")) {
  code.addEventListener("dblclick", () => use("edit", code.closest(".jp-Cell")?.id));
}

/** The file lies on the network; without one, the page has all that is in it. */
document.querySelector("a[download]")?.addEventListener("click", async (event) => {
  event.preventDefault();
  const path = notebookOfPage();
  const found = await readNotebook(path).catch(() => undefined);
  if (found) download(path, found.text);
  else if (event.target instanceof HTMLAnchorElement) location.assign(event.target.href);
});

/** What is wider than its place scrolls; the keyboard, too, must be able to. */
function reachWide(): void {
  for (
    const node of document.querySelectorAll<HTMLElement>("main :is(pre, .katex-display, .wide)")
  ) {
    if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
    else node.removeAttribute("tabindex");
  }
}
const body = document.querySelector<HTMLElement>("body.reading main");
if (body) new ResizeObserver(() => body.isConnected && reachWide()).observe(body);

async function isChanged(): Promise<boolean> {
  try {
    return await (await openStore("notebooks")).get(notebookOfPage()) !== undefined;
  } catch {
    return false; // the browser keeps nothing for this site
  }
}

keepForOffline();
if (document.documentElement.dataset.notebook === undefined || await isChanged()) {
  await takeOver("edit");
}
