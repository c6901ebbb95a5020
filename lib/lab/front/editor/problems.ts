/**
 * Wrong types, unknown names and syntax errors, underlined. They never keep a cell from running, and code that
 * is being typed is left in peace: the check waits for a pause, and no word, no call and no line that is not
 * TypeScript yet is called wrong before the cursor has left it.
 *
 * @module
 */
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { type EditorView, keymap, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Problem } from "../language/questions.ts";
import type { Assistant } from "./assistant.ts";

/** How long nothing has been typed when a cell is checked. */
const pauseMs = 600;

/** The problems of a notebook's cells, in the editors that show them. */
export class ProblemMarks {
  readonly #editors = new Map<number, Set<ProblemMarker>>();
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #assistant: Assistant;

  constructor(assistant: Assistant) {
    this.#assistant = assistant;
  }

  /** Marks problems in an editor of cell `cell`. */
  extension(cell: number): Extension {
    const marker = ViewPlugin.define((view) => {
      const marker = new ProblemMarker(view);
      const editors = this.#editors.get(cell) ?? new Set();
      this.#editors.set(cell, editors.add(marker));
      return {
        update: (update: ViewUpdate) => {
          const counts = this.#assistant.running || isTyped(update);
          if (update.docChanged && counts) this.#checkSoon(cell);
          marker.update(update);
        },
        destroy: () => void editors.delete(marker),
      };
    });
    return [marker, keymap.of(lintKeymap)];
  }

  #checkSoon(cell: number): void {
    clearTimeout(this.#timers.get(cell));
    this.#timers.set(cell, setTimeout(() => void this.#check(cell), pauseMs));
  }

  async #check(cell: number): Promise<void> {
    const answer = await this.#assistant.ask("check", { cell, position: 0 });
    for (const { cell: checked, problems } of answer ?? []) {
      for (const marker of this.#editors.get(checked) ?? []) marker.show(problems);
    }
  }
}

/** True if a person changed the text, and not the page that loads it. */
function isTyped({ transactions }: ViewUpdate): boolean {
  return transactions.some((transaction) =>
    transaction.isUserEvent("input") || transaction.isUserEvent("delete")
  );
}

/** The problems in one editor. */
class ProblemMarker {
  readonly #view: EditorView;
  #problems: readonly Problem[] = [];
  /** True if a problem waits until the cursor has left its line. */
  #withheld = false;

  constructor(view: EditorView) {
    this.#view = view;
  }

  show(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#mark();
  }

  update({ docChanged, selectionSet, focusChanged }: ViewUpdate): void {
    if (docChanged) this.#withheld = false; // and checked anew
    else if (this.#withheld && (selectionSet || focusChanged)) setTimeout(() => this.#mark());
  }

  #mark(): void {
    const { state, hasFocus } = this.#view;
    const { head } = state.selection.main;
    const line = state.doc.lineAt(head);
    const inWork = ({ syntax, from, to }: Problem) => {
      if (!hasFocus) return false;
      if (syntax) return from <= line.to && to >= line.from;
      return from < head && (head <= to || isOpen(state.sliceDoc(to, head)));
    };
    const ready = this.#problems.filter((problem) => !inWork(problem));
    this.#withheld = ready.length < this.#problems.length;
    const marks = ready.map(({ from, to, message, severity }): Diagnostic => ({
      from: Math.min(from, state.doc.length),
      to: Math.min(to, state.doc.length),
      message,
      severity,
    }));
    this.#view.dispatch(setDiagnostics(state, marks));
  }
}

/** True if brackets of `text` are still open: it leads into a call's arguments. */
function isOpen(text: string): boolean {
  return text.split("(").length > text.split(")").length;
}
