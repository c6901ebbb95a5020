/**
 * On how many seeds the answers to an exercise are tried. `COURSE_PROOF=whole` asks for the whole proof, which takes
 * many minutes; the ordinary tests take a part of the same seeds.
 */
const isWhole = Deno.env.get("COURSE_PROOF") === "whole";

/** Seeds for what the course itself says: the solution, and the mistakes that it knows by name. */
export const seeds = isWhole
  ? { solution: 200, mistake: 20, written: 5 }
  : { solution: 20, mistake: 2, written: 2 };

/** The same in the sandbox, where each answer to each seed is a cell. */
export const sandboxSeeds = isWhole
  ? { solution: 200, mistake: 20, written: 5 }
  : { solution: 3, mistake: 1, written: 1 };
