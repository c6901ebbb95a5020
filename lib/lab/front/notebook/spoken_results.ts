/**
 * For screen readers: what a cell has shown when it ended. Who sees the page looks there; who hears it would otherwise
 * hear no more than that the kernel is ready again.
 *
 * @module
 */
import { CodeCell } from "@jupyterlab/cells";
import { type IOutput, isError, isStream, type MultilineString } from "@jupyterlab/nbformat";
import { NotebookActions } from "@jupyterlab/notebook";
import { reportIn, verdictType } from "lib/homework/exercise/in_notebook.ts";
import type { OpenNotebook } from "../document/document.ts";
import { announce } from "../elements/announce.ts";
import { language, t } from "../elements/words.ts";

/** More characters than these are not said: the rest stands under the cell. */
const longest = 300;

/** From now on, says what cells have shown; of many that run in a row, the last one. */
export function speakResults({ panel }: OpenNotebook): void {
  NotebookActions.executed.connect((_, { notebook, cell }) => {
    if (notebook !== panel.content || !(cell instanceof CodeCell)) return;
    const others = [...panel.node.querySelectorAll(".course-running")];
    if (others.some((node) => node !== cell.node)) return;
    announce(spoken(cell.model.outputs.toJSON()));
  });
}

/** The outputs of a cell as they are said: figures by the texts that go with them. */
function spoken(outputs: readonly IOutput[]): string {
  // deno-lint-ignore no-control-regex -- that is what a terminal's codes begin with
  const text = outputs.map(textOf).join("\n").replace(/\x1b\[[\d;]*m/g, "").trim();
  if (text === "") return t("No output");
  return `${t("Output")}: ${text.length > longest ? `${text.slice(0, longest)} …` : text}`;
}

function textOf(output: IOutput): string {
  if (isStream(output)) return joined(output.text);
  if (isError(output)) return `${output.ename}: ${output.evalue}`;
  const { data } = output;
  if (typeof data !== "object" || data === null) return "";
  const report = reportIn(Reflect.get(data, verdictType));
  if (report) return report[language()];
  const plain: unknown = Reflect.get(data, "text/plain");
  return typeof plain === "string" || Array.isArray(plain) ? joined(plain) : "";
}

function joined(text: MultilineString): string {
  return typeof text === "string" ? text : text.join("");
}
