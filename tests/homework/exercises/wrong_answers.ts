/** Plausible wrong answers that no hint names: by exercise id, then by what is wrong. */

/** Those of one notebook. */
export type WrongAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The wrong answers to the exercises of notebook `04`. */
export async function loadWrongAnswers(notebook: string): Promise<WrongAnswers> {
  const module: { readonly wrongAnswers: WrongAnswers } = await import(
    `./wrong_answers/${notebook}.ts`
  );
  return module.wrongAnswers;
}
