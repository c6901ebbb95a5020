/**
 * What a page and its kernel's worker say to one another. Loading this module does nothing, so that both sides can
 * import it.
 *
 * @module
 */
import type { JsonObject } from "lib/jupyter/format/json.ts";

/** From the page. */
export type ToKernel =
  | { readonly type: "execute"; readonly id: number; readonly code: string; readonly count: number }
  | { readonly type: "evaluate"; readonly id: number; readonly expression: string }
  | {
    readonly type: "complete";
    readonly id: number;
    readonly code: string;
    readonly cursor: number;
  }
  /** `time` is that of the press, in milliseconds since 1970. */
  | { readonly type: "stop"; readonly time: number };

/** What a cell that failed shows. */
export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** From the kernel. */
export type FromKernel =
  /** It can run cells. Where memory can be shared, the page stops loops by these. */
  | { readonly type: "ready"; readonly flag?: Int32Array; readonly time?: Float64Array }
  /** A message for the front end, such as `stream`, of the running cell. */
  | { readonly type: "output"; readonly kind: string; readonly content: JsonObject }
  /** "Stop" was heard: the kernel is not busy in a loop. */
  | { readonly type: "heard" }
  /** The answer to the request `id`; a cell's is `{}` or its error. */
  | { readonly type: "answer"; readonly id: number; readonly content: JsonObject };
