/**
 * A panel at the right of the notebook, with the button that opens it. On wide screens it stands beside the
 * cells, on narrow ones over them. One panel shows at a time.
 *
 * @module
 */
import { button, element, type IconName, translated } from "./elements.ts";
import { onLanguageChange, t } from "./words.ts";

/** What a panel shows; its texts are English, see `words.ts`. */
export interface SidePanelParts {
  readonly id: string;
  readonly icon: IconName;
  /** On the button, and above the panel. */
  readonly label: string;
  /** What the button does. */
  readonly hint: string;
  readonly keys?: string;
  readonly content: HTMLElement;
  /** Called whenever it opens. */
  opened(): void;
}

/** A panel with its button. */
export interface SidePanel {
  readonly node: HTMLElement;
  readonly button: HTMLElement;
  readonly isOpen: boolean;
  /** Opens it, or closes it. */
  toggle(): void;
}

const wide = matchMedia("(min-width: 1100px)");
let closeOpenOne: (() => void) | undefined;

/** Makes it. */
export function createSidePanel(
  { id, icon, label, hint, keys, content, opened }: SidePanelParts,
): SidePanel {
  const heading = translated("h2", label);
  const close = element("button", { type: "button", class: "quiet-button" }, "✕");
  const node = element(
    "aside",
    { class: "side", id, hidden: "", tabindex: "-1" },
    element("header", {}, heading, close),
    content,
  );
  onLanguageChange(() => {
    node.setAttribute("aria-label", t(label));
    close.setAttribute("aria-label", t("Close"));
  });
  const toggle = button({ icon, label, hint, keys }, () => show(node.hidden !== false));
  toggle.setAttribute("aria-controls", id);
  toggle.setAttribute("aria-expanded", "false");

  const show = (open: boolean): void => {
    if (open) closeOpenOne?.();
    closeOpenOne = open ? () => show(false) : undefined;
    node.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    document.documentElement.dataset.side = open ? "open" : "closed";
    if (!open) return;
    opened();
    (content.querySelector<HTMLElement>("input") ?? node).focus();
  };
  const leave = (): void => {
    show(false);
    toggle.focus();
  };
  close.addEventListener("click", leave);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Node) || node.contains(target) || toggle.contains(target)) return;
    if (!wide.matches && !node.hidden) show(false);
  });
  return {
    node,
    button: toggle,
    get isOpen() {
      return !node.hidden;
    },
    toggle: () => node.hidden ? show(true) : leave(),
  };
}
