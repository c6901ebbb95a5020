/**
 * The first page: the course's notebooks, each with its title and its idea.
 *
 * @module
 */
import "@fontsource-variable/inter/wght.css";
import "./style/base.css";
import "./style/home.css";
import { element, spoken } from "./elements/elements.ts";
import { languageButton } from "./notebook/header.ts";
import { type ExerciseCells, stateIcon, stateOf } from "./notebook/homework.ts";
import { lastNotebook, lastPlace } from "./elements/place.ts";
import { say, speak } from "./elements/words.ts";

/** One entry of `/course/notebooks`. */
interface Entry {
  readonly path: string;
  readonly number: string;
  readonly title: string;
  readonly idea: string;
  readonly running: boolean;
  readonly homework: readonly ExerciseCells[];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && "path" in value && "title" in value;
}

async function loadEntries(): Promise<Entry[]> {
  const response = await fetch("/course/notebooks");
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const list: unknown = await response.json();
  return Array.isArray(list) ? list.filter(isEntry) : [];
}

function card(entry: Entry, last: string | null): HTMLElement {
  const marks = element("span", { class: "marks" });
  if (entry.running) marks.append(spoken("span", "Kernel running", { class: "mark running" }));
  if (entry.path === last) marks.append(spoken("span", "Continue", { class: "mark" }));
  const words = element(
    "span",
    { class: "words" },
    element("span", { class: "title" }, entry.title, marks),
    element("span", { class: "idea" }, entry.idea),
  );
  const progress = progressOf(entry);
  if (progress) words.append(progress);
  const address = "/notebooks/" + entry.path.split("/").map(encodeURIComponent).join("/");
  return element(
    "li",
    {},
    element(
      "a",
      { class: "entry", href: address },
      element("span", { class: "number", "aria-hidden": "true" }, entry.number || "·"),
      words,
    ),
  );
}

/** What a learner has done of a notebook: exercises solved, and where they were. */
function progressOf({ path, homework }: Entry): HTMLElement | undefined {
  const states = homework.map((exercise) => stateOf(path, exercise));
  const solved = states.filter((state) => state === "passed").length;
  const place = lastPlace(path);
  if (states.length === 0 && !place) return undefined;
  const line = element("span", { class: "progress" });
  if (states.length > 0) {
    const icons = states.map(stateIcon);
    for (const icon of icons) icon.setAttribute("aria-hidden", "true"); // the words tell
    const count = element("span", {});
    speak(() => count.textContent = `${say("Exercises solved")}: ${solved} / ${states.length}`);
    line.append(element("span", { class: "icons" }, ...icons), count);
  }
  if (place?.section) {
    const where = element("span", { class: "place" });
    speak(() => where.textContent = `${say("Last read")}: ${place.section}`);
    line.append(where);
  }
  return line;
}

/** How far the learner is in the course. */
function total(entries: readonly Entry[]): HTMLElement | undefined {
  const states = entries.flatMap(({ path, homework }) =>
    homework.map((exercise) => stateOf(path, exercise))
  );
  if (states.length === 0) return undefined;
  const solved = states.filter((state) => state === "passed").length;
  const bar = element("progress", { max: String(states.length), value: String(solved) });
  const words = element("span", {});
  speak(() => {
    words.textContent = `${say("Exercises solved")}: ${solved} / ${states.length}`;
    bar.setAttribute("aria-label", say("Exercises solved"));
  });
  return element("p", { class: "total" }, bar, words);
}

speak(() => document.title = say("Attention and Transformers"));
const list = element("ol", { class: "entries" });
speak(() => list.setAttribute("aria-label", say("Notebooks")));
const sum = element("div", {});
document.body.append(
  element(
    "main",
    { class: "home" },
    element(
      "header",
      {},
      languageButton(),
      spoken("h1", "Attention and Transformers"),
      spoken("p", "A course in notebooks, from one forgetful vector to GPT.", {
        class: "subtitle",
      }),
      sum,
    ),
    list,
  ),
);

async function show(): Promise<void> {
  try {
    const entries = await loadEntries();
    const last = lastNotebook();
    sum.replaceChildren(total(entries) ?? "");
    list.replaceChildren(...entries.map((entry) => card(entry, last)));
    if (entries.length === 0) {
      list.replaceChildren(spoken("li", "There is no notebook in this folder yet."));
    }
  } catch {
    list.replaceChildren(spoken("li", "The list could not be loaded.", { class: "problem" }));
  }
}
await show();
// Coming back with the browser's back button shows the page as it was: look again how things stand.
addEventListener("pageshow", (event) => event.persisted && void show());
