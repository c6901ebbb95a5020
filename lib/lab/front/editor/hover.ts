/**
 * The type and the docstring of the name under the mouse.
 *
 * @module
 */
import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { Assistant } from "./assistant.ts";
import { descriptionElement } from "./code_text.ts";

/** Shows what a name is. A mouse that passes does not start the service: reading costs nothing. */
export function hover(assistant: Assistant, cell: number): Extension {
  return hoverTooltip(async (_view, position) => {
    if (!assistant.running) return null;
    const found = await assistant.ask("hover", { cell, position });
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => ({ dom: descriptionElement(found) }),
    };
  });
}
