/**
 * Stands in for `@jupyter/react-components`, see `web_components.ts`: a plain button, and nothing for
 * what this page does not show.
 *
 * @module
 */
import { createElement, type ReactElement, type ReactNode } from "react";

/** A plain button. */
export function Button(
  { children, onClick, className }: {
    readonly children?: ReactNode;
    readonly onClick?: () => void;
    readonly className?: string;
  },
): ReactElement {
  return createElement("button", { type: "button", onClick, className }, children);
}

/** A search field. */
export function Search(): null {
  return null;
}

/** A tree, as in a table of contents. */
export function TreeView(): null {
  return null;
}

/** An entry of a tree. */
export function TreeItem(): null {
  return null;
}
