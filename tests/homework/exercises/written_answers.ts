/**
 * Answers that people may write, as cells: wrong ones that no hint names, and right ones in other styles than the
 * solution's. By exercise id, then by what is wrong with them or how they are written.
 */

/** Those of one notebook. */
export type AnswerCells = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The wrong answers to the exercises of notebook `04`. */
export async function loadWrongAnswers(notebook: string): Promise<AnswerCells> {
  const module: { readonly wrongAnswers: AnswerCells } = await import(
    `./wrong_answers/${notebook}.ts`
  );
  return module.wrongAnswers;
}

/** The right answers to the exercises of notebook `04`. */
export async function loadRightAnswers(notebook: string): Promise<AnswerCells> {
  const module: { readonly rightAnswers: AnswerCells } = await import(
    `./right_answers/${notebook}.ts`
  );
  return module.rightAnswers;
}

/** The wrong answers to one exercise. Throws if there are fewer than five, and says where they belong. */
export function wrongAnswersTo(id: string, all: AnswerCells): Readonly<Record<string, string>> {
  return atLeast(5, "wrong", id, all);
}

/** Of the wrong answers those that a mistake of every exercise explains, by that mistake's name. */
const generalNames: AnswerCells = {
  "02.4": { "a row in a list": "an axis of length 1 too many" },
  "03.4": { "a row in a list": "an axis of length 1 too many" },
  "05.1": { "batch forgotten": "shapes that do not fit together" },
  "05.2": { "time and dim transposed first": "the right numbers in another shape" },
  "05.3": {
    "weights merged with batch": "weights: the right numbers in another shape",
    "a class wrapper returns weights [batch, query, key, head]":
      "weights: the axes in another order",
  },
  "07.1": { "sentences transposed": "the axes in another order" },
  "07.4": { "the batch last": "the axes in another order" },
};

/** What a wrong answer's mistake is called; undefined for most, of which nothing is known. */
export function generalNameOf(id: string, answer: string): string | undefined {
  return generalNames[id]?.[answer];
}

/** The right answers to one exercise. Throws if there are fewer than three, and says where they belong. */
export function rightAnswersTo(id: string, all: AnswerCells): Readonly<Record<string, string>> {
  return atLeast(3, "right", id, all);
}

function atLeast(
  least: number,
  kind: "right" | "wrong",
  id: string,
  all: AnswerCells,
): Readonly<Record<string, string>> {
  const answers = all[id] ?? {};
  const count = Object.keys(answers).length;
  if (count >= least) return answers;
  throw new Error(
    `expected at least ${least} ${kind} answers to ${id} in ` +
      `tests/homework/exercises/${kind}_answers/${id.slice(0, 2)}.ts, got ${count}`,
  );
}
