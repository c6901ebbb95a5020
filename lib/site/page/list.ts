/**
 * The script of the list: the page's own list takes over, with the learner's progress, and below it stands what this
 * browser keeps, to download, to delete, and to bring in from elsewhere.
 *
 * @module
 */
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { openStore } from "lib/platform/storage.ts";
import { download } from "./download.ts";
import {
  drawer,
  keepCopy,
  keepsNothing,
  ownVersions,
  readNotebook,
  removeNotebook,
  writeNotebook,
} from "./notebooks.ts";
import { keepForOffline, keptFiles } from "./offline.ts";
import { siteFile, siteFolder } from "./place.ts";
import { say } from "./words.ts";
import "./list.css";

const stored = document.querySelector("footer p")?.textContent ?? "";
const howTo = document.querySelector(".how-to");
const toGlossary = document.querySelector(".to-glossary");
/** The list in the other language. */
const other = document.querySelector<HTMLLinkElement>("link[rel=alternate]");
const folder = document.documentElement.lang === "ko" ? "notebooks/ko/" : "notebooks/";

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = "",
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

function pressable(label: string, press: () => Promise<void>): HTMLButtonElement {
  const button = make("button", say(label));
  button.type = "button";
  button.addEventListener("click", async () => {
    try {
      await press();
    } catch (error) {
      alert(error instanceof Error ? error.message : String(error));
    }
  });
  return button;
}

async function upload(file: File): Promise<void> {
  const path = folder + file.name.replace(/ ?\(\d+\)(?=\.ipynb$)/, ""); // a second download's name
  const text = serializeNotebook(parseNotebook(await file.text(), file.name), { metadata: "all" });
  const before = await readNotebook(path);
  if (before && !before.isOriginal) {
    if (before.text === text) return;
    const question =
      "There is a notebook of this name already. Replace it? The old one is kept as a copy.";
    if (!confirm(say(question))) return;
    await keepCopy(path, before.text);
  }
  await writeNotebook(path, text);
}

async function deleteEverything(): Promise<void> {
  const question =
    "Delete all notebooks, answers and checkpoints of this course from this browser? Nobody can bring them back.";
  if (!confirm(say(question))) return;
  await (await drawer("notebooks")).clear();
  await (await drawer("verdicts")).clear();
  await openStore("files").then((files) => files.clear(), () => {});
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("course-")) localStorage.removeItem(name);
  }
  for (const name of await globalThis.caches?.keys() ?? []) {
    if (name.startsWith(keptFiles(siteFolder()))) await caches.delete(name);
  }
  for (const registration of await navigator.serviceWorker?.getRegistrations() ?? []) {
    if (registration.scope === siteFile("").href) await registration.unregister();
  }
  location.reload();
}

// The course's own address leads on to the browser's language; that of a list is in one language already.
if (location.pathname.endsWith("/") && other && navigator.language.startsWith(other.hreflang)) {
  location.replace(other.href);
}

const place = make("section");
place.className = "own-work";

async function showOwnWork(): Promise<void> {
  const versions = [...await ownVersions()];
  const list = make("ul");
  for (const [path, { text, modified }] of versions) {
    const entry = make("li");
    const time = make("time", new Date(modified).toLocaleString(document.documentElement.lang));
    entry.append(
      make("span", path.replace(/^notebooks\//, "")),
      time,
      pressable("Download", () => Promise.resolve(download(path, text))),
      pressable("Delete", async () => {
        if (!confirm(say("Delete this version from the browser? Nobody can bring it back."))) {
          return;
        }
        await removeNotebook(path);
        location.reload();
      }),
    );
    list.append(entry);
  }
  const input = make("input");
  input.type = "file";
  input.accept = ".ipynb";
  input.hidden = true;
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      await upload(file);
      location.reload();
    } catch (error) {
      alert(error instanceof Error ? error.message : String(error));
    }
  });
  const nothing =
    "This browser keeps nothing of this course: download a notebook from its own page before you close it.";
  place.replaceChildren(
    make("h2", say("Your work in this browser")),
    ...keepsNothing ? [make("p", say(nothing))] : [],
    versions.length > 0 ? list : make(
      "p",
      say("There is nothing of yours yet. What you change in a notebook appears here."),
    ),
    input,
    pressable("Upload a notebook", () => Promise.resolve(input.click())),
    pressable("Delete everything", deleteEverything),
    make("p", stored),
  );
}

keepForOffline();
await import(siteFile("app/home.js").href);
await showOwnWork().catch((error) => console.warn("The browser's storage:", error));
if (howTo) document.querySelector("main.home .subtitle")?.after(howTo);
document.querySelector("main.home")?.append(...toGlossary ? [toGlossary] : [], place);
// The list's button switches the language; here that is another page.
new MutationObserver(() => other && location.assign(other.href))
  .observe(document.documentElement, { attributeFilter: ["lang"] });
