/**
 * What became of one call of a learner's function, wherever it ran: in the notebook's kernel or in the
 * sandbox.
 *
 * @module
 */
import type { Value } from "./values.ts";

/** What one call did. */
export type Outcome =
  | { readonly kind: "value"; readonly value: Value }
  /** It threw; `line` counts from 1 in the homework cell, where it is known. */
  | {
    readonly kind: "error";
    readonly name: string;
    readonly message: string;
    readonly line?: number;
  }
  | { readonly kind: "timeout"; readonly seconds: number }
  /** The process ended, or what it sent was not an answer. */
  | { readonly kind: "died"; readonly message: string }
  /** There was no call, because of the machine or of other cells: this says nothing about the cell. */
  | {
    readonly kind: "not run";
    readonly reason: "cannot start" | "no time";
    readonly message: string;
  };

/** What is said where a learner's code takes all the memory that it may have. */
export const outOfMemory = "ran out of memory: does a list or a tensor grow without end?";
