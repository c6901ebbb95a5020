/**
 * Help while typing, for all editors of a notebook: names, signatures, explanations, problems, keys. It
 * begins with the first edit or the first question, so that opening a notebook costs nothing more.
 *
 * @module
 */
import type { CodeEditor } from "@jupyterlab/codeeditor";
import type { Extension } from "@codemirror/state";
import type { INotebookModel } from "@jupyterlab/notebook";
import type { CellText } from "../language/questions.ts";
import { Assistant, type AssistantAddresses } from "./assistant.ts";
import { completion } from "./completion.ts";
import { foldedImports } from "./folded_imports.ts";
import { hover } from "./hover.ts";
import { editorKeys } from "./keys.ts";
import { ProblemMarks } from "./problems.ts";
import { inspect, signatures } from "./signature.ts";

/** Helps in the editors of one notebook. */
export class TypingHelp {
  readonly #assistant: Assistant;
  readonly #problems: ProblemMarks;
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;
  #notebook: INotebookModel | undefined;

  /** @param path The notebook's path below the course's folder: `notebooks/04.ipynb`. */
  constructor(addresses: AssistantAddresses, path: string) {
    const folder = `/${path.split("/").slice(0, -1).join("/")}`;
    this.#assistant = new Assistant(addresses, folder, () => this.#cells());
    this.#problems = new ProblemMarks(this.#assistant);
  }

  /** Says whose cells these are. */
  follow(notebook: INotebookModel): void {
    this.#notebook = notebook;
  }

  /** What an editor needs for it. */
  extension(model: CodeEditor.IModel): Extension {
    const history = model.sharedModel;
    if (!("type" in model) || model.type !== "code") return editorKeys(history);
    const assistant = this.#assistant;
    const cell = this.#numberOf(model);
    return [
      foldedImports,
      completion(assistant, cell),
      signatures(assistant, cell),
      hover(assistant, cell),
      this.#problems.extension(cell),
      editorKeys(history, { inspect: (view) => void inspect(view, assistant, cell) }),
    ];
  }

  #cells(): CellText[] {
    return [...this.#notebook?.cells ?? []].filter(({ type }) => type === "code").map((model) => ({
      cell: this.#numberOf(model),
      text: model.sharedModel.getSource(),
    }));
  }

  #numberOf(model: object): number {
    const number = this.#numbers.get(model) ?? ++this.#count;
    this.#numbers.set(model, number);
    return number;
  }
}

/** True while Escape closes something in an editor, and does not leave it. */
export function closesWithEscape(): boolean {
  return document.querySelector(".cm-tooltip-autocomplete, .cm-tooltip.course-description") !==
    null;
}
