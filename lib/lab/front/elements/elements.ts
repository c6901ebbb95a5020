/**
 * Small helpers to build the page's own elements.
 *
 * @module
 */
import { onLanguageChange, t } from "./words.ts";

/** Makes an element with attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** An element whose text follows the page's language. */
export function translated<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  english: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] {
  const node = element(name, attributes);
  onLanguageChange(() => node.textContent = t(english));
  return node;
}

const shapes = {
  run: '<path d="M7 4.5v15l12-7.5z"/>',
  runAll: '<path d="M3 5v14l9-7zM13 5v14l9-7z"/>',
  stop: '<rect x="6" y="6" width="12" height="12" rx="2"/>',
  restart:
    '<path d="M19 12a7 7 0 1 1-2.1-5M19 3v5h-5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>',
  restartRun:
    '<path d="M20 12a8 8 0 1 1-2.4-5.7M20 2.5V7h-4.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/><path d="M10 8.5v7l5.5-3.5z"/>',
  add:
    '<path d="M12 5v14M5 12h14" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>',
  code:
    '<path d="M8.5 6.5L3 12l5.5 5.5M15.5 6.5L21 12l-5.5 5.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>',
  text:
    '<path d="M4 6.5h16M4 12h16M4 17.5h10" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>',
  save:
    '<path d="M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>',
  back:
    '<path d="M14 5l-7 7 7 7" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>',
  contents:
    '<path d="M8.5 6.5H21M8.5 12H21M8.5 17.5H21M3.5 6.5h.5M3.5 12h.5M3.5 17.5h.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>',
  more:
    '<circle cx="5" cy="12" r="1.9"/><circle cx="12" cy="12" r="1.9"/><circle cx="19" cy="12" r="1.9"/>',
  passed:
    '<circle cx="12" cy="12" r="10"/><path d="M7.5 12.5l3 3 6-6.5" fill="none" stroke="var(--paper)" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>',
  failed:
    '<rect x="2.5" y="2.5" width="19" height="19" rx="4"/><path d="M8.5 8.5l7 7M15.5 8.5l-7 7" stroke="var(--paper)" stroke-width="2.4" stroke-linecap="round"/>',
  unchecked:
    '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M12 3a9 9 0 0 1 0 18z"/>',
  notStarted:
    '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.2" stroke-dasharray="3.2 3.2"/>',
  book:
    '<path d="M12 6.5C9.5 4.8 6.5 4.5 3.5 5v13c3-.5 6-.2 8.5 1.5 2.5-1.7 5.5-2 8.5-1.5V5c-3-.5-6-.2-8.5 1.5zM12 6.5v13" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>',
  variables:
    '<path d="M8 4.5H6.5a2 2 0 0 0-2 2V10L3 12l1.5 2v3.5a2 2 0 0 0 2 2H8M16 4.5h1.5a2 2 0 0 1 2 2V10l1.5 2-1.5 2v3.5a2 2 0 0 1-2 2H16M9.5 9.5l5 5M14.5 9.5l-5 5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
  keyboard:
    '<rect x="2.5" y="6" width="19" height="12" rx="2" fill="none" stroke="currentColor" stroke-width="2"/><path d="M6 10h1M10 10h1M14 10h1M17.5 10h.5M8 14h8" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>',
};

/** The names of the page's icons. */
export type IconName = keyof typeof shapes;

/** An icon in the colour of the text around it; hidden from screen readers, because a label stands beside it. */
export function icon(name: IconName): HTMLElement {
  const node = element("span", { class: "icon", "aria-hidden": "true" });
  node.innerHTML = `<svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor">${
    shapes[name]
  }</svg>`;
  return node;
}

/** A button with an icon, a label and an explanation. On narrow screens only the icon shows. */
export function button(
  { icon: name, narrowIcon, label, hint, keys, className = "" }: {
    readonly icon?: IconName;
    /** Stands for icon and label on narrow screens; default: the icon. */
    readonly narrowIcon?: IconName;
    readonly label: string;
    readonly hint: string;
    readonly keys?: string;
    readonly className?: string;
  },
  press: () => void,
): HTMLButtonElement {
  const node = element("button", { type: "button", class: `tool ${className}`.trim() });
  if (name) node.append(icon(name));
  if (narrowIcon) {
    const narrow = icon(narrowIcon);
    narrow.classList.add("narrow");
    node.append(narrow);
  }
  node.append(translated("span", label, { class: "label" }));
  onLanguageChange(() => {
    node.title = keys ? `${t(hint)} (${keys})` : t(hint);
    // The name begins with the visible label, which is what people say who control a page by voice.
    const seen = t(label);
    const whole = t(hint);
    node.setAttribute("aria-label", whole.startsWith(seen) ? whole : `${seen}: ${whole}`);
    // Else a screen reader would take the title, and say the name again.
    if (keys) node.setAttribute("aria-description", keys);
  });
  node.addEventListener("click", press);
  return node;
}

/** Resolves after `ms` milliseconds. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
