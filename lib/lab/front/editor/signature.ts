/**
 * The signature of the call that is being typed, with the current parameter marked. It opens with a bracket
 * or when asked for, follows the cursor, and goes when the call is left.
 *
 * @module
 */
import { type Extension, StateEffect, StateField } from "@codemirror/state";
import {
  EditorView,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { announce } from "../elements/announce.ts";
import { element } from "../elements/elements.ts";
import type { Description, Signature } from "../language/questions.ts";
import type { Assistant } from "./assistant.ts";
import { descriptionElement, docElements, partElement } from "./code_text.ts";

const show = StateEffect.define<Tooltip | null>();

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, changes }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    return tooltip && { ...tooltip, pos: changes.mapPos(tooltip.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows signatures in an editor of cell `cell`. */
export function signatures(assistant: Assistant, cell: number): Extension {
  const follower = ViewPlugin.fromClass(
    class {
      update({ view, state, docChanged, selectionSet, focusChanged, transactions }: ViewUpdate) {
        const isOpen = state.field(shown) !== null;
        if (focusChanged && !view.hasFocus && isOpen) return void hideSoon(view);
        const typed = transactions.some((transaction) => transaction.isUserEvent("input"));
        const last = state.sliceDoc(state.selection.main.head - 1, state.selection.main.head);
        const opens = typed && (last === "(" || last === ",");
        if (opens || isOpen && (docChanged || selectionSet)) {
          void showSignature(view, assistant, cell);
        }
      }
    },
  );
  return [shown, follower, keymap.of([{ key: "Escape", run: hide }])];
}

/** Shows the signature of the call at the cursor or, outside of a call, what the name there is. */
export async function inspect(view: EditorView, assistant: Assistant, cell: number): Promise<void> {
  if (await showSignature(view, assistant, cell)) return;
  const position = view.state.selection.main.head;
  const found = await assistant.ask("hover", { cell, position });
  if (!found || view.state.selection.main.head !== position) return;
  open(view, found.from, () => descriptionElement(found), spoken(found));
}

/** True if there is one. */
async function showSignature(
  view: EditorView,
  assistant: Assistant,
  cell: number,
): Promise<boolean> {
  const position = view.state.selection.main.head;
  const found = await assistant.ask("signature", { cell, position });
  if (view.state.selection.main.head !== position) return false; // a newer question is under way
  if (found) open(view, position, () => signatureElement(found));
  else hide(view);
  return found !== undefined;
}

function open(view: EditorView, pos: number, create: () => HTMLElement, words?: string): void {
  if (words !== undefined) announce(words);
  const tooltip: Tooltip = { pos, above: true, create: () => ({ dom: create() }) };
  view.dispatch({ effects: show.of(tooltip) });
}

/** Hides what is shown; false if there was nothing. */
function hide(view: EditorView): boolean {
  if (view.state.field(shown) === null) return false;
  view.dispatch({ effects: show.of(null) });
  return true;
}

/** An update may not lead to the next one before it is over. */
function hideSoon(view: EditorView): void {
  setTimeout(() => hide(view));
}

function spoken({ code, text }: Description): string {
  return `${code.map((part) => part.text).join("")} ${text}`;
}

function signatureElement(signature: Signature): HTMLElement {
  const { before, parameters, after, current, text, parameterText, choice } = signature;
  const code = element("code", { class: "course-type" }, ...before.map(partElement));
  parameters.forEach((parameter, index) => {
    const part = element("span", {}, ...parameter.map(partElement));
    if (index === current) part.className = "course-current";
    code.append(index === 0 ? "" : ", ", part);
  });
  code.append(...after.map(partElement));
  const node = element("div", { class: "course-description course-signature" }, code);
  if (choice.of > 1) node.prepend(element("small", {}, `${choice.number} / ${choice.of}`));
  if (parameterText !== "") node.append(element("p", {}, parameterText));
  node.append(...docElements(text));
  return node;
}
