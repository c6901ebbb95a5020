/** A class that nobody taught: submissions made of solutions, stubs and wrong answers, of any number. */
import { join } from "node:path";
import type { Exercise, Homework } from "lib/homework/exercise/exercise.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { mistakeCells } from "lib/homework/exercises/mistake_cells.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { Random } from "lib/random.ts";
import { notebookWith } from "../submission.ts";

/** What the class is like. */
export interface ClassOptions {
  readonly learners: number;
  /** Notebook numbers. Default: all that have homework. */
  readonly notebooks?: readonly string[];
  /** True if no two learners hand in the same text for anything but a stub. Default false. */
  readonly allDifferent?: boolean;
  readonly seed?: number;
}

/** Writes one folder per learner, `learner-007` with `04.ipynb` and others, and returns their names. */
export async function writeClass(folder: string, options: ClassOptions): Promise<string[]> {
  const random = new Random(options.seed ?? 1);
  const homeworks = await Promise.all(
    (options.notebooks ?? await homeworkNumbers()).map(loadHomework),
  );
  const exercises = homeworks.flatMap((homework) => homework.exercises);
  const solutions = new Map(
    await Promise.all(
      exercises.map(async (exercise) => [exercise, await solutionCell(exercise.id)] as const),
    ),
  );
  const mistakes = new Map(
    await Promise.all(exercises.map(async (exercise) => {
      const known = await mistakeCells(exercise);
      return [exercise, known.flatMap(({ cells }) => cells)] as const;
    })),
  );
  const names: string[] = [];
  for (let i = 0; i < options.learners; i++) {
    const name = `learner-${String(i).padStart(3, "0")}`;
    await Deno.mkdir(join(folder, name), { recursive: true });
    for (const homework of homeworks) {
      const answers = homework.exercises.map((exercise) => {
        const solution = solutions.get(exercise) ?? exercise.stub;
        const answer = anAnswer(exercise, solution, mistakes.get(exercise) ?? [], random);
        const own = options.allDifferent && answer !== exercise.stub;
        return [exercise.id, own ? `${answer}\n// ${name}` : answer];
      });
      await writeNotebookFile(join(folder, name), homework, Object.fromEntries(answers));
    }
    names.push(name);
  }
  return names;
}

/** Half of all answers are right; the others are named mistakes, stubs, and what does not compile. */
function anAnswer(
  exercise: Exercise,
  solution: string,
  mistakes: readonly string[],
  random: Random,
): string {
  const kind = random.integer(20);
  if (kind < 10 || mistakes.length === 0) return solution;
  if (kind < 16) return mistakes[random.integer(mistakes.length)];
  if (kind < 18) return exercise.stub;
  return kind === 18 ? `${solution}\nconst wrong: string = 1;` : `${solution}\n}`;
}

async function writeNotebookFile(
  folder: string,
  homework: Homework,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const text = serializeNotebook(notebookWith(homework, answers));
  await Deno.writeTextFile(join(folder, `${homework.notebook}.ipynb`), text);
}
