/**
 * Types and docstrings as elements. A notebook's own docstrings are shown too, and a notebook may come from
 * anywhere: all of it becomes text, never markup.
 *
 * @module
 */
import { element } from "../elements/elements.ts";
import type { CodePart, Description } from "../language/questions.ts";

/** A type or a signature in colours. */
export function codeElement(parts: readonly CodePart[]): HTMLElement {
  return element("code", { class: "course-type" }, ...parts.map(partElement));
}

/** One piece of code, coloured by its kind. */
export function partElement({ text, kind }: CodePart): HTMLElement {
  return element("span", { "data-kind": kind }, text);
}

/** A name with its type and its docstring. */
export function descriptionElement({ code, text }: Description): HTMLElement {
  const node = element("div", { class: "course-description" }, codeElement(code));
  if (text !== "") node.append(...docElements(text));
  return node;
}

/** A docstring: paragraphs, lists as lines, code in backticks or fences. */
export function docElements(text: string): HTMLElement[] {
  return text.split(/^(```[^]*?^```|~~~[^]*?^~~~)/m).flatMap((block): HTMLElement[] => {
    const fenced = /^(?:```|~~~)[^\n]*\n([^]*?)\n?(?:```|~~~)$/.exec(block);
    if (fenced) return [element("pre", {}, fenced[1])];
    return block.split(/\n{2,}/).map((paragraph) => paragraph.trim()).filter(Boolean)
      .map((paragraph) => element("p", {}, ...inline(paragraph)));
  });
}

/** A line break in a docstring is a space, unless a list goes on. */
function inline(paragraph: string): (string | HTMLElement)[] {
  const lines = paragraph.replace(/\n(?!\s*[-*] )\s*/g, " ");
  return lines.split(/(`[^`]+`)/).map((piece) =>
    /^`[^`]+`$/.test(piece) ? element("code", {}, piece.slice(1, -1)) : piece
  );
}
