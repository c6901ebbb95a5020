/**
 * Answers that were written from the tasks alone, before the mistakes that the course knows were looked at: by exercise,
 * each with the verdict that is right. They say whether right answers pass and whether a mistake is recognised in
 * other words than its own.
 */

/** What a learner puts in the place of the stub's error, and what is to be said about it. */
export interface LearnersAnswer {
  readonly what: string;
  readonly status: "passed" | "failed";
  /** The name of the mistake; left out where nothing names it. */
  readonly mistake?: string;
  /** The body of the function. */
  readonly body: string;
}

/** Those of one notebook, by exercise id. */
export type LearnersAnswers = Readonly<Record<string, readonly LearnersAnswer[]>>;

/** The answers to the exercises of notebook `04`. */
export async function loadLearnersAnswers(notebook: string): Promise<LearnersAnswers> {
  const module: { readonly learnersAnswers: LearnersAnswers } = await import(
    `./learners_answers/${notebook}.ts`
  );
  return module.learnersAnswers;
}

/** The cell of an answer: the stub with this body. */
export function cellWith(stub: string, body: string): string {
  const error = 'throw new Error("Not implemented yet");';
  if (!stub.includes(error)) throw new Error(`expected a stub that ends in ${error}`);
  return stub.replace(error, () => body);
}
