/**
 * Keys in an editor, as JupyterLab has them: Tab completes a word or indents, Shift-Tab explains or
 * un-indents, Ctrl-/ makes a comment. Tab stays in the editor; Escape leaves it.
 *
 * @module
 */
import { acceptCompletion, startCompletion } from "@codemirror/autocomplete";
import { indentLess, indentMore, toggleComment } from "@codemirror/commands";
import { getIndentUnit } from "@codemirror/language";
import { type Extension, Prec } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";

/** What the keys do in a cell with code. */
export interface CodeKeys {
  /** Shows the signature of the call at the cursor, or what the name there is. */
  inspect(view: EditorView): void;
}

/** The changes of a text, which all its editors share. */
export interface History {
  undo(): void;
  redo(): void;
}

/**
 * The keys of an editor; without `code` there is nothing to complete or to explain. Undoing is for the
 * shared text: the browser, to which the key would go, knows only what it has put in itself.
 */
export function editorKeys(history: History, code?: CodeKeys): Extension {
  const undo = () => {
    history.undo();
    return true;
  };
  const redo = () => {
    history.redo();
    return true;
  };
  return Prec.high(keymap.of([
    { key: "Mod-z", run: undo, shift: redo, preventDefault: true },
    { key: "Mod-y", run: redo, preventDefault: true },
    { key: "Tab", run: acceptCompletion },
    {
      key: "Tab",
      run: (view) => code && followsWord(view) ? startCompletion(view) : indent(view),
      shift: (view) => {
        if (!code || atLineStart(view) || spansLines(view)) indentLess(view);
        else code.inspect(view);
        return true;
      },
    },
    { key: "Mod-/", run: toggleComment, preventDefault: true },
  ]));
}

/** The cursor's line up to the cursor. */
function before({ state }: EditorView): string {
  const { head } = state.selection.main;
  return state.sliceDoc(state.doc.lineAt(head).from, head);
}

/** True after what can be completed: a word, a dot, the beginning of a module's name. */
function followsWord(view: EditorView): boolean {
  return view.state.selection.main.empty && /[\p{ID_Continue}$."'/]$/u.test(before(view));
}

function atLineStart(view: EditorView): boolean {
  return /^\s*$/.test(before(view));
}

function spansLines({ state }: EditorView): boolean {
  const { from, to } = state.selection.main;
  return state.doc.lineAt(from).number !== state.doc.lineAt(to).number;
}

/** Indents what is selected, or goes on to the next stop. */
function indent(view: EditorView): boolean {
  if (!view.state.selection.main.empty) return indentMore(view);
  const unit = getIndentUnit(view.state);
  const spaces = " ".repeat(unit - [...before(view)].length % unit);
  view.dispatch(view.state.replaceSelection(spaces), { userEvent: "input", scrollIntoView: true });
  return true;
}
