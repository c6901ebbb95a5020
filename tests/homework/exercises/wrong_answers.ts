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

/** The wrong answers to one exercise. Throws if there are fewer than five, and says where they belong. */
export function wrongAnswersTo(id: string, all: WrongAnswers): Readonly<Record<string, string>> {
  const wrong = all[id] ?? {};
  const count = Object.keys(wrong).length;
  if (count < 5) {
    throw new Error(
      `expected at least 5 wrong answers to ${id} in ` +
        `tests/homework/exercises/wrong_answers/${id.slice(0, 2)}.ts, got ${count}`,
    );
  }
  return wrong;
}
