/**
 * A meaning drawn by a construction, ready to be spelled at any speech level.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Level } from "../conjugation.ts";
import type { Tone } from "./clause.ts";

/** What one pair says; `korean` is spelled once for each tone. */
export interface Draft {
  readonly korean: (tone: Tone) => string;
  /** The canonical translation first. */
  readonly english: readonly string[];
  readonly clauses?: number;
  /** Levels at which it can be said; all of them without. */
  readonly levels?: readonly Level[];
}

/** Draws a meaning, or nothing when what it drew does not go together. */
export type Construction = (random: Random) => Draft | undefined;

/** A construction's name and how often it is drawn. */
export interface Weighted {
  readonly name: string;
  readonly weight: number;
  readonly draw: Construction;
}

export const spoken: readonly Level[] = ["plain", "polite"];
