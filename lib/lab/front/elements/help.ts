/**
 * The list of keys.
 *
 * @module
 */
import { element, translated } from "./elements.ts";
import { onLanguageChange, t } from "./words.ts";

const accel = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

const everywhere: readonly (readonly [string, string])[] = [
  ["Shift Enter", "Run the cell and go on"],
  [`${accel} Enter`, "Run the cell and stay"],
  ["Alt Enter", "Run the cell and insert one below"],
  [`${accel} S`, "Save this notebook"],
  [`${accel} F`, "Find and replace"],
  ["Ctrl Shift -", "Split the cell at the cursor"],
  ["Esc", "Leave the editor"],
];
const inside: readonly (readonly [string, string])[] = [
  ["Tab", "Complete the word, or indent"],
  ["Shift Tab", "Explain what stands here, or un-indent"],
  [`${accel} /`, "Make the line a comment"],
  ["F8", "Go to the next problem"],
];
const outside: readonly (readonly [string, string])[] = [
  ["Enter", "Edit the cell"],
  ["↑ ↓", "Previous or next cell"],
  ["A B", "Insert a cell above or below"],
  ["Y M", "Code cell or text cell"],
  [`${accel} Shift ↑ ↓`, "Move the cell up or down"],
  ["X C V", "Cut, copy or paste the cell"],
  ["D D", "Delete the cell"],
  ["Shift M", "Merge with the cell below"],
  ["Z", "Undo a deleted or moved cell"],
  ["Shift A", "Run all above"],
  ["I I", "Stop the kernel's work"],
  ["0 0", "Restart the kernel: variables are forgotten"],
  ["G", "Glossary of the course"],
  ["Shift V", "Variables of the cells that ran"],
  ["H", "Show this list"],
];

function table(rows: typeof everywhere): HTMLElement {
  const list = element("dl", {});
  for (const [keys, meaning] of rows) {
    const term = element("dt", {});
    for (const key of keys.split(" ")) term.append(element("kbd", {}, key));
    list.append(term, translated("dd", meaning));
  }
  return list;
}

/** A dialog with the list of keys; the function opens it. */
export function createHelp(): { readonly dialog: HTMLDialogElement; show(): void } {
  const close = translated("button", "Close", { type: "submit" });
  const form = element("form", { method: "dialog" }, close);
  const dialog = element(
    "dialog",
    { class: "help" },
    translated("h2", "Keyboard shortcuts"),
    translated("h3", "Everywhere:"),
    table(everywhere),
    translated("h3", "In an editor:"),
    table(inside),
    translated("h3", "Outside of an editor (press Escape):"),
    table(outside),
    form,
  );
  onLanguageChange(() => dialog.setAttribute("aria-label", t("Keyboard shortcuts")));
  return { dialog, show: () => dialog.showModal() };
}
