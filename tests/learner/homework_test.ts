/**
 * The learner's homework as tests: `deno test -P tests/learner`. An exercise that is not started is
 * ignored, a wrong one fails with its hint, a right one passes. Nothing here is part of the course's own
 * tests (`deno task test`): unsolved homework breaks nothing.
 *
 * @module
 */
import { UserError } from "lib/command.ts";
import { machineLanguage, untranslated } from "lib/language.ts";
import {
  notebookFile,
  notebooksFolder,
  openNotebook,
} from "lib/homework/commands/notebook_files.ts";
import { evaluate } from "lib/homework/evaluation/evaluate.ts";
import { answersIn } from "lib/homework/evaluation/plan.ts";
import { Reader } from "lib/homework/evaluation/reader.ts";
import { checkSeed, type Homework } from "lib/homework/exercise/exercise.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { type Verdict, verdictWithout } from "lib/homework/judge/judge.ts";
import { reportVerdict } from "lib/homework/judge/report.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { progressBar } from "lib/progress.ts";

/** Another folder of notebooks, for the tests of this test. */
const folder = Deno.env.get("HOMEWORK_DIR") ?? notebooksFolder;

/** What went wrong, without a stack: it would name the grader's lines, not the learner's. */
class HomeworkError extends Error {
  override name = "Homework";
  constructor(message: string, help: string) {
    super(message);
    // Deno prints the message, then the stack's lines after the first.
    this.stack = `Homework\n    ${help}`;
  }
}

async function grade(
  workspace: Workspace,
  reader: Reader,
  homework: Homework,
): Promise<Verdict[]> {
  try {
    const notebook = await openNotebook(await notebookFile(homework.notebook, folder));
    return await evaluate(workspace, reader, answersIn(homework, [notebook]), { seed: checkSeed });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const problem = untranslated(error.message);
    return homework.exercises.map((exercise) => verdictWithout(exercise, "error", problem));
  }
}

const verdicts: Verdict[] = [];
{
  await using workspace = await Workspace.create();
  await using reader = new Reader();
  const numbers = await homeworkNumbers();
  const progress = progressBar({ total: numbers.length, label: "homework" });
  for (const [done, number] of numbers.entries()) {
    verdicts.push(...await grade(workspace, reader, await loadHomework(number)));
    progress.update(done + 1, number);
  }
  progress.finish();
}

for (const verdict of verdicts) {
  const { exercise, status } = verdict;
  Deno.test({
    name: `${exercise.id} ${exercise.name}`,
    ignore: status === "not started" || status === "manual",
    fn() {
      if (status === "passed") return;
      const help = `More help: deno task check ${exercise.id.slice(0, 2)} --hint`;
      const language = machineLanguage();
      throw new HomeworkError(reportVerdict(verdict, { hints: 1, language }), help);
    },
  });
}
