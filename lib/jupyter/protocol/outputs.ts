/**
 * From a kernel's messages to a cell's outputs: neighbouring pieces of one stream become one output, a
 * display with an id can be updated later, `clear_output` empties the cell.
 *
 * @module
 */
import { asObject, asString, asStrings } from "../format/json.ts";
import type { DisplayOutput, Output, ResultOutput } from "../format/notebook.ts";
import type { Message } from "./messages.ts";

const outputTypes = new Set([
  "stream",
  "display_data",
  "execute_result",
  "update_display_data",
  "error",
  "clear_output",
]);

/** True for messages that change what stands under a cell. */
export function isOutputMessage(message: Message): boolean {
  return outputTypes.has(message.header.msg_type);
}

/** Collects the outputs of one cell. Display ids may be shared by the cells of a notebook. */
export class OutputCollector {
  /** The outputs so far. */
  readonly outputs: Output[] = [];
  readonly #displays: Map<string, (DisplayOutput | ResultOutput)[]>;
  #clearBeforeNext = false;

  constructor(displays: Map<string, (DisplayOutput | ResultOutput)[]> = new Map()) {
    this.#displays = displays;
  }

  /** Takes one message; those that are no output change nothing. */
  add({ header, content }: Message): void {
    const data = asObject(content.data);
    const metadata = asObject(content.metadata);
    switch (header.msg_type) {
      case "stream":
        return this.#addStream(asString(content.name, "stdout"), asString(content.text));
      case "display_data":
        return this.#addDisplay({ output_type: "display_data", data, metadata }, content.transient);
      case "execute_result": {
        const count = typeof content.execution_count === "number" ? content.execution_count : null;
        return this.#addDisplay(
          { output_type: "execute_result", data, metadata, execution_count: count },
          content.transient,
        );
      }
      case "update_display_data": {
        const id = asString(asObject(content.transient).display_id);
        for (const display of this.#displays.get(id) ?? []) {
          Object.assign(display, { data, metadata });
        }
        return;
      }
      case "error": {
        return this.#push({
          output_type: "error",
          ename: asString(content.ename),
          evalue: asString(content.evalue),
          traceback: asStrings(content.traceback),
        });
      }
      case "clear_output":
        if (content.wait === true) this.#clearBeforeNext = true;
        else this.outputs.length = 0;
    }
  }

  #addStream(name: string, text: string): void {
    const last = this.outputs.at(-1);
    if (!this.#clearBeforeNext && last?.output_type === "stream" && last.name === name) {
      last.text += text;
    } else {
      this.#push({ output_type: "stream", name, text });
    }
  }

  #addDisplay(output: DisplayOutput | ResultOutput, transient: Message["content"][string]): void {
    const id = asString(asObject(transient).display_id);
    if (id) this.#displays.set(id, [...this.#displays.get(id) ?? [], output]);
    this.#push(output);
  }

  #push(output: Output): void {
    if (this.#clearBeforeNext) this.outputs.length = 0;
    this.#clearBeforeNext = false;
    this.outputs.push(output);
  }
}
