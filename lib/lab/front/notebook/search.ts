/**
 * Find and replace in the whole notebook: JupyterLab's own search. The browser's search is one more press of
 * the same keys away.
 *
 * @module
 */
import { CodeMirrorSearchHighlighter } from "@jupyterlab/codemirror";
import { SearchDocumentModel, SearchDocumentView } from "@jupyterlab/documentsearch";
import { NotebookActions, NotebookSearchProvider } from "@jupyterlab/notebook";
import { Widget } from "@lumino/widgets";
import type { OpenNotebook } from "../document/document.ts";
import { translator } from "../elements/translator.ts";
import { onLanguageChange, t } from "../elements/words.ts";

/** While the search is open; the cells' own keys are not for its fields. */
export const searching = ".jp-DocumentSearch-overlay";

/** How long nothing has been typed when the notebook is searched. */
const pauseMs = 200;

/** The search of one notebook. */
export interface Search {
  /** Opens it with what is selected. */
  open(): void;
  next(): void;
  previous(): void;
  close(): void;
}

/** What shows the search and what knows the matches. */
interface SearchBox {
  readonly provider: NotebookSearchProvider;
  readonly model: SearchDocumentModel;
  readonly view: SearchDocumentView;
}

/** A moved cell gets its editor a second time when it comes into view; JupyterLab's own throws then. */
function allowSecondEditor(): void {
  const { setEditor } = CodeMirrorSearchHighlighter.prototype;
  CodeMirrorSearchHighlighter.prototype.setEditor = function (editor) {
    try {
      setEditor.call(this, editor);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("already set")) throw error;
    }
  };
}

/** The search of a notebook. It follows every cell from the moment it is first opened. */
export function createSearch(open: OpenNotebook): Search {
  let box: SearchBox | undefined;
  allowSecondEditor();
  return {
    open() {
      box ??= createBox(open);
      const { provider, view } = box;
      if (!view.isAttached) Widget.attach(view, open.panel.node);
      view.showReplace();
      view.setSearchText(provider.getInitialQuery());
      view.focusSearchInput();
    },
    next: () => void box?.model.highlightNext(),
    previous: () => void box?.model.highlightPrevious(),
    close: () => box?.view.close(),
  };
}

function createBox({ panel }: OpenNotebook): SearchBox {
  const provider = new NotebookSearchProvider(panel, translator);
  const model = new SearchDocumentModel(provider, pauseMs);
  const view = new SearchDocumentView(model, translator);
  view.node.setAttribute("role", "search");
  onLanguageChange(() => {
    view.node.setAttribute("aria-label", t("Find and replace"));
    if (view.isAttached) view.update();
  });
  view.closed.connect(() => NotebookActions.focusActiveCell(panel.content));
  // The buttons have titles alone, and the fields change with what was searched for.
  const name = (): void => {
    for (const field of view.node.querySelectorAll("textarea")) field.ariaLabel = field.title;
    for (const button of view.node.querySelectorAll("button")) {
      if (button.title !== "") button.ariaLabel = button.title;
    }
  };
  new MutationObserver(name).observe(view.node, { childList: true, subtree: true });
  return { provider, model, view };
}
