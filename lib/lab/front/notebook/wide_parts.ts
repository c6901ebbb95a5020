/**
 * Formulas and tables that are wider than their place scroll; the keyboard, too, must be able to.
 *
 * @module
 */
import type { OpenNotebook } from "../document/document.ts";

/** What scrolls where it has no room. */
const scrolling = ".katex-display, .jp-MarkdownOutput:has(> table)";
/** Milliseconds without a change before they are measured. */
const quietMs = 300;

/** Lets the focus go to what scrolls, from now on. */
export function followWideParts({ panel, context }: OpenNotebook): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    for (const node of panel.node.querySelectorAll<HTMLElement>(scrolling)) {
      if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
      else node.removeAttribute("tabindex");
    }
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, quietMs);
  };
  // It changes its size when a cell is drawn, and when the window does.
  new ResizeObserver(lookSoon).observe(panel.content.viewportNode);
  context.model.cells.changed.connect(lookSoon);
  document.fonts.addEventListener("loadingdone", lookSoon); // letters of another font, another width
}
