/**
 * The menu beside a notebook in the list.
 *
 * @module
 */
import { ask } from "../elements/ask.ts";
import type { Banner } from "../elements/banner.ts";
import { element } from "../elements/elements.ts";
import { createMenu } from "../elements/menu.ts";
import { duplicate, remove, rename, stopKernel } from "./files.ts";

let count = 0;

/** Makes it; `changed` shows the list anew after an action. */
export function entryMenu(
  { path, title, running }: {
    readonly path: string;
    readonly title: string;
    readonly running: boolean;
  },
  banner: Banner,
  changed: () => Promise<void>,
): HTMLElement {
  const attempt = (action: () => Promise<void>) => async (): Promise<void> => {
    try {
      await action();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      banner.tell({ kind: "news", text });
    }
    await changed();
  };
  const name = path.split("/").at(-1) ?? path;
  const { button, menu } = createMenu({
    id: `entry-${count++}`,
    hint: "Actions on this notebook",
    items: [
      {
        label: "Rename…",
        press: attempt(async () => {
          const value = name.replace(/\.ipynb$/, "");
          const answer = await ask({ title: "Rename the notebook", value, accept: "Rename" });
          if (answer && answer !== value) await rename(path, answer);
        }),
      },
      { label: "Duplicate", press: attempt(() => duplicate(path)) },
      {
        label: "Stop the kernel",
        shows: () => running,
        press: attempt(() => stopKernel(path)),
      },
      {
        label: "Delete…",
        press: attempt(async () => {
          const answer = await ask({
            title: "Delete this notebook?",
            subject: name,
            text: "A copy of it is kept in the folder .backups.",
            accept: "Delete",
          });
          if (answer === undefined) return;
          await remove(path);
          banner.tell({
            kind: "news",
            text: "The notebook was deleted. A copy lies in the folder .backups/page.",
          });
        }),
      },
    ],
  });
  button.classList.add("icon-only");
  button.setAttribute("aria-describedby", `${menu.id}-of`);
  const whose = element("span", { class: "visually-hidden", id: `${menu.id}-of` }, title);
  return element("div", { class: "entry-menu" }, button, whose, menu);
}
