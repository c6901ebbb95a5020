/**
 * A button that opens a menu of further actions.
 *
 * @module
 */
import { button, element, translated } from "./elements.ts";
import { onLanguageChange, t } from "./words.ts";

/** One action; the label is English, see `words.ts`. */
export interface MenuItem {
  readonly label: string;
  /** The keys that do the same. */
  readonly keys?: string;
  press(): unknown;
  /** Whether it is offered now. Default: always. */
  shows?(): boolean;
}

/** The button, and the menu that belongs somewhere in the page; `hint` says what the actions are about. */
export function createMenu(
  { id, hint, items }: {
    readonly id: string;
    readonly hint: string;
    readonly items: readonly MenuItem[];
  },
): { readonly button: HTMLButtonElement; readonly menu: HTMLElement } {
  const menu = element("div", { class: "menu", role: "menu", popover: "auto", id });
  onLanguageChange(() => menu.setAttribute("aria-label", t(hint)));
  const all = items.map(({ label, keys, press }) => {
    const entry = element("button", { type: "button", role: "menuitem", tabindex: "-1" });
    entry.append(translated("span", label));
    if (keys) entry.append(element("kbd", {}, keys));
    entry.addEventListener("click", () => {
      menu.hidePopover();
      opener.focus();
      void press();
    });
    return entry;
  });
  let entries = all;
  menu.append(...all);
  const opener = button({ icon: "more", label: "More", hint }, () => {});
  opener.setAttribute("popovertarget", menu.id);
  opener.setAttribute("aria-haspopup", "menu");
  opener.setAttribute("aria-expanded", "false");
  menu.addEventListener("beforetoggle", () => {
    all.forEach((entry, index) => entry.hidden = items[index].shows?.() === false);
    entries = all.filter(({ hidden }) => !hidden);
    for (const entry of all) entry.toggleAttribute("autofocus", entry === entries[0]);
  });
  menu.addEventListener("toggle", (event) => {
    const open = event instanceof ToggleEvent && event.newState === "open";
    opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const { bottom, right } = opener.getBoundingClientRect();
    menu.style.top = `${Math.max(8, Math.min(bottom + 6, innerHeight - menu.offsetHeight - 8))}px`;
    menu.style.left = `${Math.max(8, Math.min(right, innerWidth - 8) - menu.offsetWidth)}px`;
  });
  menu.addEventListener("keydown", (event) => {
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const to = step !== undefined
      ? (at + step + entries.length) % entries.length
      : { Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Tab") menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    entries[to].focus();
  });
  return { button: opener, menu };
}
