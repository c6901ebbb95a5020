/**
 * Whole homework cells that were written from the tasks alone, in the many forms that people use: arrows, helpers, classes,
 * imports, trials below the function. By exercise, each with the verdict that is right.
 */

/** What a learner hands in, and what is to be said about it. */
export interface LearnersCell {
  readonly what: string;
  readonly status: "passed" | "failed";
  /** The name of the mistake. */
  readonly mistake?: string;
  readonly cell: string;
}

/** Those of one notebook, by exercise id. */
export type LearnersCells = Readonly<Record<string, readonly LearnersCell[]>>;

/** The cells that answer the exercises of notebook `04`. */
export async function loadLearnersCells(notebook: string): Promise<LearnersCells> {
  const module: { readonly learnersCells: LearnersCells } = await import(
    `./learners_cells/${notebook}.ts`
  );
  return module.learnersCells;
}
