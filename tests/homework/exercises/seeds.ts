/**
 * On how many seeds the answers to an exercise are tried. `COURSE_PROOF=whole` asks for the whole proof, which takes
 * many minutes; the ordinary tests take a part of the same seeds.
 */
export const isWhole = Deno.env.get("COURSE_PROOF") === "whole";

/** Seeds from 0 on for what the course itself says: the solution, and the mistakes that it knows by name. */
export const seeds = isWhole
  ? { solution: 200, mistake: 20, written: 5 }
  : { solution: 20, mistake: 1, written: 1 };

/**
 * The same in the sandbox, where each answer to each seed is a cell. The part begins after the first seed, so that an
 * answer that meets one seed above meets another one here.
 */
export const sandboxSeeds = isWhole
  ? { first: 0, solution: 200, mistake: 20, written: 5 }
  : { first: 1, solution: 3, mistake: 1, written: 1 };
