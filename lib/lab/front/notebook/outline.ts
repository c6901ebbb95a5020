/**
 * The table of contents: the notebook's headings, and the state of each exercise.
 * On wide screens it stands beside the cells, on narrow ones it opens over them.
 *
 * @module
 */
import type { Cell } from "@jupyterlab/cells";
import type { OpenNotebook } from "../document/document.ts";
import { button, element } from "../elements/elements.ts";
import { language, onLanguageChange, t } from "../elements/words.ts";
import { exerciseOf, type Exercises } from "./exercises.ts";
import { stateIcon } from "./homework.ts";

const wide = matchMedia("(min-width: 1100px)");
const storageKey = "course-outline";

/** A heading and the cell that holds it. */
interface Heading {
  readonly level: number;
  readonly text: string;
  readonly cell: Cell;
}

/** The table of contents. */
export interface Outline {
  readonly node: HTMLElement;
  /** Shows and hides it. */
  readonly button: HTMLElement;
  /** The heading of the section that is on the screen; empty before the first. */
  section(): string;
}

/** Markdown's headings, without what stands in code blocks. */
function headingsOf(source: string): { readonly level: number; readonly text: string }[] {
  const prose = source.replace(/^(```|~~~)[^]*?^\1/gm, "");
  return [...prose.matchAll(/^(#{1,3})\s+(.+?)\s*#*\s*$/gm)]
    .map(([, marks, text]) => ({ level: marks.length, text: plain(text) }));
}

/** Markdown without its marks, and formulas in letters: `$\sqrt{d_k}$` becomes √d_k. */
export function plain(text: string): string {
  return text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(
      /\$([^$]+)\$/g,
      (_, formula: string) =>
        formula.replace(/\\sqrt/g, "√").replace(/\\(?:text|mathrm|mathbf)\b/g, "").replace(
          /[\\{}]/g,
          "",
        ),
    )
    .replace(/(\*\*|__|[*`$])/g, "");
}

/** Builds the table of contents; `goTo` takes the learner to a cell. */
export function createOutline(
  { panel, context }: OpenNotebook,
  exercises: Exercises,
  goTo: (cell: Cell) => void,
): Outline {
  const list = element("ol", {});
  const node = element("nav", { class: "outline", id: "outline" }, list);
  onLanguageChange(() => node.setAttribute("aria-label", t("Contents of this notebook")));
  let headings: readonly Heading[] = [];
  let current: Heading | undefined;
  let written = "";

  const toggle = button(
    { icon: "contents", label: "Contents", hint: "Contents of this notebook" },
    () => show(node.hidden !== false),
  );
  toggle.setAttribute("aria-controls", "outline");
  const show = (open: boolean): void => {
    node.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    document.documentElement.dataset.outline = open ? "open" : "closed";
    if (wide.matches) remember(open);
    else if (open) node.querySelector("a")?.focus();
  };
  const leave = (): void => {
    if (wide.matches || node.hidden) return;
    show(false);
    toggle.focus();
  };
  node.addEventListener("keydown", (event) => void (event.key === "Escape" && leave()));
  document.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Node) || node.contains(target) || toggle.contains(target)) return;
    if (!wide.matches && !node.hidden) show(false);
  });
  wide.addEventListener("change", () => show(wide.matches && remembered()));

  const write = (): void => {
    headings = panel.content.widgets.flatMap((cell) =>
      cell.model.type === "markdown"
        ? headingsOf(cell.model.sharedModel.getSource()).map((heading) => ({ ...heading, cell }))
        : []
    );
    const states = [...exercises.states.values()];
    const now = JSON.stringify([
      language(),
      states,
      headings.map(({ text, cell }) => [text, cell.model.id]),
    ]);
    if (now === written) return; // a training prints a lot, and changes nothing here
    written = now;
    list.replaceChildren(...headings.map(({ level, text, cell }, index) => {
      const link = element("a", { href: `#${cell.model.id}` }, text);
      const exercise = exerciseOf(cell);
      const state = exercise && exercises.states.get(exercise);
      if (state) link.prepend(stateIcon(state));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        if (!wide.matches) show(false);
        goTo(headings[index].cell); // which may have been loaded anew
      });
      return element("li", { "data-level": String(level) }, link);
    }));
    current = undefined;
    follow();
  };

  /** Marks the section whose heading last passed the upper edge. */
  const follow = (): void => {
    const edge = panel.content.node.getBoundingClientRect().top + 120;
    const above = headings.filter(({ cell }) =>
      cell.isAttached && cell.node.getBoundingClientRect().top < edge
    );
    const now = above.at(-1) ?? headings[0];
    if (now === current) return;
    current = now;
    headings.forEach((heading, index) => {
      const link = list.children[index]?.firstElementChild;
      if (heading !== now) link?.removeAttribute("aria-current");
      else {
        link?.setAttribute("aria-current", "location");
        link?.scrollIntoView({ block: "nearest" });
      }
    });
  };
  let following = false;
  const followSoon = (): void => {
    if (following) return;
    following = true;
    requestAnimationFrame(() => {
      following = false;
      follow();
    });
  };
  panel.content.node.addEventListener("scroll", followSoon, { capture: true, passive: true });
  new ResizeObserver(followSoon).observe(panel.content.viewportNode); // cells get their true height late

  exercises.onChange(write); // after each change of the notebook's text, too
  context.model.cells.changed.connect(() => setTimeout(write));
  show(wide.matches && remembered());
  write();
  return { node, button: toggle, section: () => current?.text ?? "" };
}

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "closed";
  } catch {
    return true;
  }
}

function remember(open: boolean): void {
  try {
    localStorage.setItem(storageKey, open ? "open" : "closed");
  } catch {
    // storage is switched off: it lasts as long as the page
  }
}
