/**
 * The outputs of a cell. A kernel sends what a program prints in many small messages; here they gather for
 * a moment and reach the notebook, and the page, together.
 *
 * @module
 */
import { CodeCellModel } from "@jupyterlab/cells";
import { type IOutput, isStream } from "@jupyterlab/nbformat";
import { OutputAreaModel } from "@jupyterlab/outputarea";
import type { IOutputModel } from "@jupyterlab/rendermime";
import { PrintedText } from "./printed_text.ts";

/** Milliseconds that printed text gathers. */
const gatherMs = 100;

/** JupyterLab's outputs, with printed text that gathers and is bounded. Whoever reads them gets all of it. */
class CellOutputs extends OutputAreaModel {
  /** Printed, and not yet in the list. */
  #waiting: { readonly name: string; text: string } | undefined;
  /** The last output, if it is printed text that can grow. */
  #open:
    | {
      readonly name: string;
      readonly output: IOutputModel;
      readonly printed: PrintedText;
    }
    | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override add(output: IOutput): number {
    if (!isStream(output)) {
      this.#flush();
      return super.add(output);
    }
    if (this.#waiting?.name !== output.name) this.#flush();
    const text = typeof output.text === "string" ? output.text : output.text.join("");
    if (this.#waiting) this.#waiting.text += text;
    else this.#waiting = { name: output.name, text };
    this.#timer ??= setTimeout(() => this.#flush(), gatherMs);
    return super.length + 1;
  }

  override clear(wait = false): void {
    if (wait) this.#flush();
    else this.#forget();
    super.clear(wait);
  }

  override get length(): number {
    this.#flush();
    return super.length;
  }

  override get(index: number): IOutputModel {
    this.#flush();
    return super.get(index);
  }

  override toJSON(): IOutput[] {
    this.#flush();
    return super.toJSON();
  }

  override dispose(): void {
    this.#forget();
    super.dispose();
  }

  /** Text of one stream is put together here and nowhere else. */
  protected override shouldCombine(): boolean {
    return false;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #flush(): void {
    if (!(#waiting in this)) return; // the constructor of the class above reads stored outputs
    const waiting = this.#waiting;
    if (!waiting || this.isDisposed) return;
    this.#forget();
    if (this.clearNext) {
      this.clear();
      this.clearNext = false;
    }
    const { name, text } = waiting;
    const last = super.length > 0 ? super.get(super.length - 1) : undefined;
    if (last && this.#open?.output === last && this.#open.name === name) {
      this.#open.printed.write(text);
      replaceText(last, this.#open.printed.text);
      return;
    }
    const printed = new PrintedText();
    printed.write(text);
    super.add({ output_type: "stream", name, text: printed.text });
    this.#open = { name, output: super.get(super.length - 1), printed };
  }
}

/** Makes `text` the text of `output`; what is the same at the beginning of both stays. */
function replaceText({ streamText }: IOutputModel, text: string): void {
  if (!streamText) return;
  const old = streamText.text;
  const common = text.startsWith(old) ? old.length : commonLength(old, text);
  if (common < old.length) streamText.remove(common, old.length);
  if (common < text.length) streamText.insert(common, text.slice(common));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) {
    length++;
  }
  return length;
}

/** From now on, code cells keep their outputs in this way. */
export function useCellOutputs(): void {
  CodeCellModel.defaultContentFactory.createOutputArea = (options) => new CellOutputs(options);
}
