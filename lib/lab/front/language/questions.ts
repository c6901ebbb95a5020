/**
 * What the page asks the language service, which works in another thread, and what it gets for an answer.
 * Places are counted in UTF-16 units from the start of a cell, as CodeMirror and TypeScript both count.
 *
 * @module
 */

/** A code cell: its number is the page's name for it, and stays when the cell moves. */
export interface CellText {
  readonly cell: number;
  readonly text: string;
}

/** A piece of code with its kind, in TypeScript's words: `keyword`, `localName`, `punctuation` … */
export interface CodePart {
  readonly text: string;
  readonly kind: string;
}

/** A name that may be typed at the cursor. */
export interface Suggestion {
  readonly label: string;
  /** Higher is nearer: a member or the cell's own names before Deno's, and keywords last. */
  readonly nearness: number;
}

/** Names that may be typed at the cursor. */
export interface Suggestions {
  /** Where the word begins that they replace. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

/** A name with its type and what its author wrote about it. */
export interface Description {
  readonly code: readonly CodePart[];
  /** The docstring, in JSDoc's Markdown. */
  readonly text: string;
}

/** What stands under the mouse. */
export interface Hover extends Description {
  readonly from: number;
  readonly to: number;
}

/** The call around the cursor. */
export interface Signature {
  /** From the function's name to the opening bracket. */
  readonly before: readonly CodePart[];
  readonly parameters: readonly (readonly CodePart[])[];
  /** From the closing bracket to the result's type. */
  readonly after: readonly CodePart[];
  /** Which parameter is being typed. */
  readonly current: number;
  /** The function's docstring. */
  readonly text: string;
  /** What the docstring says of the current parameter. */
  readonly parameterText: string;
  /** Which of several signatures of the function, from 1, and of how many. */
  readonly choice: { readonly number: number; readonly of: number };
}

/** Something wrong in a cell. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** A wrong type, an unknown name; or only advice, such as a parameter without a type. */
  readonly severity: "error" | "info";
  /** True if the text is no TypeScript: perhaps it is only not finished. */
  readonly syntax: boolean;
}

/** A cell with all that is wrong in it. */
export interface CellProblems {
  readonly cell: number;
  readonly problems: readonly Problem[];
}

/** The questions, by name, and their answers. */
export interface Answers {
  /** What may be typed here? */
  readonly suggest: Suggestions | undefined;
  /** What is the suggested name `word`? */
  readonly describe: Description | undefined;
  /** What is the name here? */
  readonly hover: Hover | undefined;
  /** Which call is this? */
  readonly signature: Signature | undefined;
  /** What is wrong in the cell, and in those that use its names? */
  readonly check: readonly CellProblems[];
}

/** What a question is about. */
export interface Place {
  readonly cell: number;
  /** Zero where the question is about the whole cell. */
  readonly position: number;
}

/** A question to the service. */
export interface Question {
  readonly type: "question";
  readonly id: number;
  readonly name: keyof Answers;
  readonly place: Place;
  /** The name to be described, else empty. */
  readonly word: string;
}

/** The course's modules and how they are read; `server/typings.ts` makes it. */
export interface Library {
  readonly files: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, string>>;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/** What the page sends. */
export type ToService =
  | {
    readonly type: "start";
    /** Addresses of the packages' declarations and of the course's modules. */
    readonly packages: string;
    readonly library: string;
    /** The notebook's folder, below the course's: `/notebooks`. */
    readonly folder: string;
  }
  | {
    readonly type: "cells";
    /** All code cells from top to bottom. */
    readonly order: readonly number[];
    /** Those whose text is new. */
    readonly changed: readonly CellText[];
  }
  | Question;

/** What comes back: an answer, or that there will be none. */
export type FromService =
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly type: "failed"; readonly reason: string };
