/**
 * Variables at a glance: what the cells that ran in this kernel have declared, and what it is now. The panel
 * asks the kernel when it opens and after each cell, by Jupyter's own request, without running anything.
 *
 * @module
 */
import type { OpenNotebook } from "../document/document.ts";
import { element } from "../elements/elements.ts";
import { createSidePanel, type SidePanel } from "../elements/side_panel.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import type { Runs } from "./what_has_run.ts";

/** Milliseconds without a cell that runs before the values are asked for. */
const quietMs = 250;
/** Characters of a value that fit into its line. */
const shortLength = 44;

/** Makes the panel; `runs` knows what has run. */
export function createVariables({ session }: OpenNotebook, runs: Runs): SidePanel {
  const list = element("div", { class: "variables" });
  const none = element("p", { class: "none" });
  let shown: ReadonlyMap<string, string> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const show = (values: ReadonlyMap<string, string>): void => {
    const open = new Set(
      [...list.querySelectorAll<HTMLDetailsElement>("details[open]")].map(({ dataset }) =>
        dataset.name
      ),
    );
    const isNew = (name: string, text: string) => shown.size > 0 && shown.get(name) !== text;
    list.replaceChildren(
      ...[...values].map(([name, text]) => row(name, text, isNew(name, text), open.has(name))),
    );
    shown = values;
    tellNone();
  };
  const tellNone = (): void => {
    none.textContent = shown.size === 0 ? t("No cell that ran has declared a variable yet.") : "";
  };

  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const { declaredNames } = await import("./declared_names.ts");
    const names = [...new Set(runs.codes().flatMap(declaredNames))];
    const kernel = session.session?.kernel;
    if (names.length === 0 || !kernel) return show(new Map());
    if (kernel.status === "busy") return; // when it has ended
    const reply = await kernel.requestExecute({
      code: "",
      silent: true,
      store_history: false,
      stop_on_error: false,
      allow_stdin: false,
      user_expressions: Object.fromEntries(names.map((name) => [name, name])),
    }).done;
    if (mine !== asked || reply.content.status !== "ok") return;
    const values: Readonly<Record<string, unknown>> = { ...reply.content.user_expressions };
    show(
      new Map(names.flatMap((name) => {
        const text = textOf(values[name]);
        return text === undefined ? [] : [[name, text] as const];
      })),
    );
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (panel.isOpen) void ask().catch(() => {}); // the kernel has gone, which is told elsewhere
    }, quietMs);
  };

  runs.onChange(askSoon);
  onLanguageChange(tellNone);
  const panel = createSidePanel({
    id: "variables",
    icon: "variables",
    label: "Variables",
    hint: "Variables of the cells that ran",
    keys: "Shift V",
    content: element("div", { class: "side-content" }, none, list),
    opened: askSoon,
  });
  return panel;
}

/** The text of a value in the kernel's answer; undefined for a name that has none. */
function textOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("data" in answer)) return undefined;
  const { data } = answer;
  if (typeof data !== "object" || data === null || !("text/plain" in data)) return undefined;
  return String(data["text/plain"]);
}

/** One variable: its line, and all of a longer value below it when that is opened. */
function row(name: string, text: string, isNew: boolean, open: boolean): HTMLElement {
  const line = text.replace(/\s+/g, " ");
  const head = [
    element("code", { class: "name" }, name),
    element("code", { class: "value" }, line.slice(0, 200)),
  ];
  const short = line.length <= shortLength && !text.includes("\n");
  const node = short ? element("div", { class: "variable" }, ...head) : element(
    "details",
    { class: "variable", "data-name": name },
    element("summary", {}, ...head),
    element("pre", { tabindex: "0" }, text),
  );
  if (node instanceof HTMLDetailsElement) node.open = open;
  node.classList.toggle("changed", isNew);
  return node;
}
