/**
 * The first page: the course's notebooks, each with its title and its idea.
 *
 * @module
 */
import "@fontsource-variable/inter/wght.css";
import "./style/base.css";
import "./style/home.css";
import {
  type ExerciseCells,
  type ExerciseState,
  type KnownVerdicts,
  stateOf,
} from "lib/homework/exercise/in_notebook.ts";
import { notebookAddress } from "./elements/addresses.ts";
import { Banner } from "./elements/banner.ts";
import { button, element, translated } from "./elements/elements.ts";
import { lastNotebook, lastPlace } from "./elements/place.ts";
import "./elements/scheme.ts";
import { language, onLanguageChange, t } from "./elements/words.ts";
import { entryMenu } from "./home/entry_menu.ts";
import { makeNotebook } from "./home/files.ts";
import { languageButton } from "./notebook/header.ts";
import { loadVerdicts, stateIcon } from "./notebook/homework.ts";

/** A notebook in one language. */
interface Edition {
  readonly path: string;
  readonly title: string;
  readonly idea: string;
  readonly running: boolean;
  readonly homework: readonly ExerciseCells[];
}

/** One entry of `/course/notebooks`. */
interface Entry extends Edition {
  readonly number: string;
  /** The same notebook in Korean, where there is one. */
  readonly korean?: Edition;
}

/** An entry with the states of its exercises. */
interface Known extends Entry {
  readonly states: readonly ExerciseState[];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && "path" in value && "title" in value;
}

async function loadEntries(): Promise<Known[]> {
  const verdicts = loadVerdicts();
  const response = await fetch("/course/notebooks");
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const list: unknown = await response.json();
  const known = await verdicts;
  return await Promise.all(
    (Array.isArray(list) ? list.filter(isEntry) : []).map(async (entry) => ({
      ...entry,
      states: await statesIn(entry, known),
    })),
  );
}

/** The states of a notebook's exercises: the further one where they are answered in both languages. */
async function statesIn(
  { homework, korean }: Entry,
  known: KnownVerdicts,
): Promise<ExerciseState[]> {
  return await Promise.all(homework.map(async (exercise) => {
    const other = korean?.homework.find((one) => one.exercise === exercise.exercise);
    const states = await Promise.all(
      [exercise, ...(other ? [other] : [])].map((one) => stateOf(one, known)),
    );
    return states.find((state) => state === "passed") ??
      states.find((state) => state !== "not started") ?? states[0];
  }));
}

/** The entry as it is listed in the page's language: in English where there is no Korean edition. */
function shown(entry: Known): Known {
  return language() === "ko" && entry.korean ? { ...entry, ...entry.korean } : entry;
}

function card(entry: Known, last: string | null, entries: readonly Known[]): HTMLElement {
  const marks = element("span", { class: "marks" });
  if (entry.running) marks.append(translated("span", "Kernel running", { class: "mark running" }));
  if (entry.path === last) marks.append(translated("span", "Continue", { class: "mark" }));
  const words = element(
    "span",
    { class: "words" },
    element("span", { class: "title" }, entry.title, marks),
    element("span", { class: "idea" }, entry.idea),
  );
  if (entries.some((other) => other !== entry && other.title === entry.title)) {
    words.append(element("span", { class: "file" }, entry.path.split("/").at(-1) ?? ""));
  }
  const progress = progressOf(entry);
  if (progress) words.append(progress);
  return element(
    "li",
    {},
    element(
      "a",
      { class: "entry", href: notebookAddress(entry.path) },
      element("span", { class: "number", "aria-hidden": "true" }, entry.number || "·"),
      words,
    ),
    entryMenu(entry, banner, show),
  );
}

/** The learner's progress in a notebook: the exercises solved, and their last place. */
function progressOf({ path, states }: Known): HTMLElement | undefined {
  const solved = states.filter((state) => state === "passed").length;
  const place = lastPlace(path);
  if (states.length === 0 && !place) return undefined;
  const line = element("span", { class: "progress" });
  if (states.length > 0) {
    const icons = states.map(stateIcon);
    for (const icon of icons) icon.setAttribute("aria-hidden", "true"); // the words tell
    const count = element("span", {});
    onLanguageChange(() =>
      count.textContent = `${t("Exercises solved")}: ${solved} / ${states.length}`
    );
    line.append(element("span", { class: "icons" }, ...icons), count);
  }
  if (place?.section) {
    const where = element("span", { class: "place" });
    onLanguageChange(() => where.textContent = `${t("Last read")}: ${place.section}`);
    line.append(where);
  }
  return line;
}

/** The learner's progress in the whole course. */
function total(entries: readonly Known[]): HTMLElement | undefined {
  const states = entries.flatMap((entry) => entry.states);
  if (states.length === 0) return undefined;
  const solved = states.filter((state) => state === "passed").length;
  const bar = element("progress", { max: String(states.length), value: String(solved) });
  const words = element("span", {});
  onLanguageChange(() => {
    words.textContent = `${t("Exercises solved")}: ${solved} / ${states.length}`;
    bar.setAttribute("aria-label", t("Exercises solved"));
  });
  return element("p", { class: "total" }, bar, words);
}

onLanguageChange(() => document.title = t("Attention and Transformers"));
const list = element("ol", { class: "entries" });
onLanguageChange(() => list.setAttribute("aria-label", t("Notebooks")));
const sum = element("div", {});
const banner = new Banner();
/** Where a new notebook goes: beside the others. */
let folder = "";
const make = button(
  { icon: "add", label: "New notebook", hint: "New notebook", className: "new" },
  async () => {
    try {
      location.assign(notebookAddress(await makeNotebook(folder)));
    } catch (error) {
      banner.tell({ kind: "news", text: error instanceof Error ? error.message : String(error) });
    }
  },
);
document.body.replaceChildren(
  element(
    "main",
    { class: "home" },
    element(
      "header",
      {},
      languageButton(),
      translated("h1", "Attention and Transformers"),
      translated("p", "A course in notebooks, from one forgetful vector to GPT.", {
        class: "subtitle",
      }),
      sum,
    ),
    banner.node,
    list,
    make,
  ),
);

let known: readonly Known[] = [];

function listEntries(): void {
  const last = lastNotebook();
  const entries = known.map(shown);
  list.replaceChildren(...entries.map((entry) => card(entry, last, entries)));
}
// The other language may have other notebooks.
onLanguageChange(() => known.length > 0 && listEntries());

async function show(): Promise<void> {
  try {
    known = await loadEntries();
    folder = known[0]?.path.split("/").slice(0, -1).join("/") ?? "";
    sum.replaceChildren(total(known) ?? "");
    listEntries();
    if (known.length === 0) {
      list.replaceChildren(translated("li", "There is no notebook in this folder yet."));
    }
  } catch {
    list.replaceChildren(translated("li", "The list could not be loaded.", { class: "problem" }));
  }
}
await show();
// Coming back with the browser's back button shows the page as it was, so the list is loaded again.
addEventListener("pageshow", (event) => event.persisted && void show());
