/**
 * What the sentence patterns share.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Ending, Level } from "../conjugation.ts";
import type { Clause, Link, Sentence } from "../meaning.ts";

/** Draws one sentence of a kind. */
export type Pattern = (random: Random) => Sentence;

/** A sentence from its clauses; its combinations are each verb with its noun, and each pair of linked clauses. */
export function sentence(
  pattern: string,
  level: Level,
  clauses: readonly Clause[],
  { links = [], ending = "statement", inner = 0, combinations = [] }: {
    readonly links?: readonly Link[];
    readonly ending?: Ending;
    readonly inner?: number;
    readonly combinations?: readonly string[];
  } = {},
): Sentence {
  if (links.length !== clauses.length - 1) {
    throw new RangeError(`expected ${clauses.length - 1} links in ${pattern}, got ${links.length}`);
  }
  return {
    pattern,
    level,
    clauses,
    links,
    ending,
    inner,
    combinations: [
      ...combinations,
      ...clauses.map(({ phrase }) => phrase.combination),
      ...links.map((link, i) =>
        `${clauses[i].phrase.combination} ${link} ${clauses[i + 1].phrase.head}`
      ),
    ],
  };
}
