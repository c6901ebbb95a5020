/**
 * The editors in the cells: CodeMirror with the few languages that occur in the course.
 *
 * @module
 */
import {
  CodeMirrorEditorFactory,
  CodeMirrorMimeTypeService,
  EditorExtensionRegistry,
  EditorLanguageRegistry,
  EditorThemeRegistry,
  ybinding,
} from "@jupyterlab/codemirror";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { IYText } from "@jupyter/ydoc";
import type { CodeEditor } from "@jupyterlab/codeeditor";
import { t } from "../elements/words.ts";

const languageNames = [
  "TypeScript",
  "Javascript",
  "Markdown",
  "JSON",
  "HTML",
  "CSS",
  "Shell",
  "Python",
];

/** What cells need to edit and to colour code. */
export interface EditorServices {
  readonly languages: EditorLanguageRegistry;
  readonly factory: CodeMirrorEditorFactory;
  readonly mimeTypes: CodeMirrorMimeTypeService;
}

/** Makes them; `help` is what helps in the editor of a cell while its text is typed. */
export function createEditorServices(
  help: (model: CodeEditor.IModel) => Extension,
): EditorServices {
  const languages = new EditorLanguageRegistry();
  for (const known of EditorLanguageRegistry.getDefaultLanguages()) {
    if (languageNames.includes(known.name)) languages.addLanguage(known);
  }
  const themes = new EditorThemeRegistry();
  for (const theme of EditorThemeRegistry.getDefaultThemes()) themes.addTheme(theme);
  const extensions = new EditorExtensionRegistry();
  for (const extension of EditorExtensionRegistry.getDefaultExtensions({ themes })) {
    extensions.addExtension(extension);
  }
  // An editor and its cell share one text; without this extension neither would see the other's.
  extensions.addExtension({
    name: "shared-text",
    factory: ({ model }) => {
      // JupyterLab types the text without its Yjs document, which every text of a cell has.
      const shared = model.sharedModel as IYText;
      separateKinds(shared);
      return EditorExtensionRegistry.createImmutableExtension(
        ybinding({ ytext: shared.ysource, undoManager: shared.undoManager ?? undefined }),
      );
    },
  });
  extensions.addExtension({
    name: "help-while-typing",
    factory: ({ model }) => EditorExtensionRegistry.createImmutableExtension(help(model)),
  });
  extensions.addExtension({
    name: "name-for-screen-readers",
    factory: () =>
      EditorExtensionRegistry.createImmutableExtension(
        EditorView.contentAttributes.of(() => ({ "aria-label": t("Editor of the cell") })),
      ),
  });
  return {
    languages,
    factory: new CodeMirrorEditorFactory({ languages, extensions }),
    mimeTypes: new CodeMirrorMimeTypeService(languages),
  };
}

/**
 * Lets one undo take back either what was typed or what the page has put in, a stub for instance, never both:
 * changes that follow one another at once would otherwise be one.
 */
function separateKinds({ ysource, undoManager }: IYText): void {
  if (!undoManager) return;
  let last: unknown;
  undoManager.captureTransaction = ({ origin, changedParentTypes }) => {
    const changed: ReadonlyMap<unknown, unknown> = changedParentTypes;
    if (!changed.has(ysource)) return true;
    if (origin !== last) undoManager.stopCapturing();
    last = origin;
    return true;
  };
}
