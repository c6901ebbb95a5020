/**
 * The glossary: the course's words in both languages, those of this notebook first, with a field to look one
 * up. Each word leads to the notebook that introduces it.
 *
 * @module
 */
import { glossary, type Term } from "lib/lessons/glossary/terms.ts";
import { notebookAddress } from "../elements/addresses.ts";
import { element } from "../elements/elements.ts";
import { createSidePanel, type SidePanel } from "../elements/side_panel.ts";
import { language, onLanguageChange, t } from "../elements/words.ts";

/** Makes it for the notebook at `path`, whose file's name begins with its number. */
export function createGlossary(path: string): SidePanel {
  const here = numberOf(path);
  const pages = new Map<string, string>();
  const field = element("input", { type: "search", class: "look-up", autocomplete: "off" });
  const list = element("dl", { class: "terms" });
  const none = element("p", { class: "none", role: "status" });

  const write = (): void => {
    const wanted = folded(field.value);
    const found = glossary.filter((term) => isAbout(term, wanted));
    // A name that begins with what was typed stands before those that only mention it.
    const rank = ({ name, notebook }: Term): number => {
      if (wanted === "") return notebook === here ? 0 : 1;
      const names = [name.en, name.ko].map(folded);
      return names.some((one) => one.startsWith(wanted))
        ? 0
        : names.some((one) => one.includes(wanted))
        ? 1
        : 2;
    };
    list.replaceChildren(
      ...found.toSorted((a, b) => rank(a) - rank(b)).flatMap((term) => entry(term, pages)),
    );
    none.textContent = found.length === 0 ? t("No such word in this course.") : "";
  };
  field.addEventListener("input", write);
  onLanguageChange(() => {
    field.placeholder = t("Look up a word");
    field.setAttribute("aria-label", t("Look up a word"));
    write();
  });
  let asked = false;
  return createSidePanel({
    id: "glossary",
    icon: "book",
    label: "Glossary",
    hint: "Glossary of the course",
    keys: "G",
    content: element("div", { class: "side-content" }, field, none, list),
    opened: () => {
      if (asked) return;
      asked = true;
      void findPages().then((found) => {
        for (const [number, page] of found) pages.set(number, page);
        write();
      }, () => asked = false); // the words are there without the links
    },
  });
}

function entry({ name, meaning, notebook }: Term, pages: ReadonlyMap<string, string>) {
  const now = language();
  const other = now === "en" ? "ko" : "en";
  const term = element("dt", {}, element("span", { lang: now }, name[now]));
  if (name[other] !== name[now]) {
    term.append(" ", element("span", { class: "other", lang: other }, name[other]));
  }
  const page = pages.get(notebook);
  const where = page === undefined
    ? element("span", { class: "where" }, notebook)
    : element("a", { class: "where", href: page }, notebook);
  where.title = `${t("Introduced in notebook")} ${notebook}`;
  if (page !== undefined) where.setAttribute("aria-label", where.title);
  return [term, element("dd", { lang: now }, `${meaning[now]} `, where)];
}

function isAbout({ name, meaning }: Term, wanted: string): boolean {
  return [name.en, name.ko, meaning[language()]].some((text) => folded(text).includes(wanted));
}

/** Text in the form in which texts are compared. */
function folded(text: string): string {
  return text.normalize("NFC").toLowerCase().trim();
}

function numberOf(path: string): string {
  return /^\d\d/.exec(path.split("/").at(-1) ?? "")?.[0] ?? "";
}

/** The pages of the course's notebooks by their numbers. */
async function findPages(): Promise<Map<string, string>> {
  const response = await fetch("/course/notebooks");
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const list: { readonly number: string; readonly path: string }[] = await response.json();
  return new Map(list.map(({ number, path }) => [number, notebookAddress(path)]));
}
