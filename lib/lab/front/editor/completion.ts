/**
 * Names while typing: members after a dot, names from the cell and the cells above, modules in an import.
 *
 * @module
 */
import {
  autocompletion,
  type Completion,
  type CompletionSource,
  completionStatus,
  moveCompletionSelection,
} from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Assistant } from "./assistant.ts";
import { descriptionElement } from "./code_text.ts";

/** Where names are offered without being asked for: after a letter, a dot, and in an import's string. */
const asksByItself =
  /[\p{ID_Start}$_][\p{ID_Continue}$]*$|[\p{ID_Continue}$)\]]\??\.$|\b(?:from|import)\s*\(?\s*["'][^"'\s]*$/u;
/** As long as only this is added, the same names are looked through. */
const inWord = /^[\p{ID_Continue}$]*$/u;
const inModule = /^[\w@./-]*$/;

/** Offers names in an editor of cell `cell`. */
export function completion(assistant: Assistant, cell: number): Extension {
  const source: CompletionSource = async (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (!context.explicit && !asksByItself.test(before)) return null;
    const place = { cell, position: context.pos };
    const found = await assistant.ask("suggest", place);
    if (!found || context.aborted) return null;
    const options = found.options.map(({ label, nearness }): Completion => ({
      label,
      boost: nearness,
      info: async () => {
        const description = await assistant.ask("describe", place, label);
        return description ? descriptionElement(description) : null;
      },
    }));
    const isModule = /["'][^"']*$/.test(before);
    return { from: found.from, options, validFor: isModule ? inModule : inWord };
  };
  return [
    autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 }),
    // The list scrolls, so that it must be there for the keyboard and for screen readers as well.
    EditorView.updateListener.of(({ view, state }) => {
      if (completionStatus(state) !== "active") return;
      view.requestMeasure({ read: () => listNode()?.setAttribute("tabindex", "0") });
    }),
    // JupyterLab would go to the next cell from the last line before the list could move.
    Prec.highest(EditorView.domEventHandlers({
      keydown: (event, view) => {
        if (completionStatus(view.state) !== "active" || event.isComposing) return false;
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return false;
        event.preventDefault();
        return moveCompletionSelection(event.key === "ArrowDown")(view);
      },
    })),
  ];
}

/** The list that shows; CodeMirror puts it outside of the editor. */
function listNode(): Element | null {
  return document.querySelector(".cm-tooltip-autocomplete > ul");
}
