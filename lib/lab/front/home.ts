/**
 * The first page: the course's notebooks, each with its title and its idea.
 *
 * @module
 */
import "@fontsource-variable/inter/wght.css";
import "./style/base.css";
import "./style/home.css";
import { element, spoken } from "./elements.ts";
import { language, say, speak, switchLanguage } from "./words.ts";

/** One entry of `/course/notebooks`. */
interface Entry {
  readonly path: string;
  readonly number: string;
  readonly title: string;
  readonly idea: string;
  readonly running: boolean;
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
  const address = "/notebooks/" + entry.path.split("/").map(encodeURIComponent).join("/");
  return element(
    "li",
    {},
    element(
      "a",
      { class: "entry", href: address },
      element("span", { class: "number", "aria-hidden": "true" }, entry.number || "·"),
      element(
        "span",
        { class: "words" },
        element("span", { class: "title" }, entry.title, marks),
        element("span", { class: "idea" }, entry.idea),
      ),
    ),
  );
}

const languageButton = element("button", { type: "button", class: "language" });
languageButton.addEventListener("click", switchLanguage);
speak(() => {
  languageButton.textContent = language() === "en" ? "한국어" : "English";
  languageButton.title = say("Switch the language");
  document.title = say("Attention and Transformers");
});
const list = element("ol", { class: "entries" });
speak(() => list.setAttribute("aria-label", say("Notebooks")));
document.body.append(
  element(
    "main",
    { class: "home" },
    element(
      "header",
      {},
      languageButton,
      spoken("h1", "Attention and Transformers"),
      spoken("p", "A course in notebooks, from one forgetful vector to GPT.", {
        class: "subtitle",
      }),
    ),
    list,
  ),
);

async function show(): Promise<void> {
  try {
    const entries = await loadEntries();
    const last = localStorage.getItem("course-last");
    list.replaceChildren(...entries.map((entry) => card(entry, last)));
    if (entries.length === 0) {
      list.replaceChildren(spoken("li", "There is no notebook in this folder yet."));
    }
  } catch {
    list.replaceChildren(spoken("li", "The list could not be loaded.", { class: "problem" }));
  }
}
await show();
// Coming back with the browser's back button shows the page as it was: look again which kernels run.
addEventListener("pageshow", (event) => event.persisted && void show());
