/**
 * One rule for the page and for the terminal: the same answers are called in a notebook's kernel by `check`, whose
 * verdict the page shows, and in the sandbox as `deno task check` does, and get the same verdict, points and name.
 * `COURSE_PROOF=whole` takes all notebooks; the ordinary test one that needs little time.
 */
import { assertEquals } from "@std/assert";
import { surroundingsOf } from "lib/homework/cell/surroundings.ts";
import { checkCell } from "lib/homework/cell/written_cells.ts";
import { evaluate } from "lib/homework/evaluation/evaluate.ts";
import { answersIn } from "lib/homework/evaluation/plan.ts";
import { Reader } from "lib/homework/evaluation/reader.ts";
import { checkSeed, type Exercise, type Homework } from "lib/homework/exercise/exercise.ts";
import { type ShownVerdict, verdictType } from "lib/homework/exercise/in_notebook.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { mistakeCells } from "lib/homework/exercises/mistake_cells.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import type { KernelClient } from "lib/jupyter/client/kernel_client.ts";
import type { Output } from "lib/jupyter/format/notebook.ts";
import { withKernel } from "../jupyter/with_kernel.ts";
import {
  loadRightAnswers,
  loadWrongAnswers,
  rightAnswersTo,
  wrongAnswersTo,
} from "./exercises/written_answers.ts";
import { notebookWith } from "./submission.ts";

const notebooks = Deno.env.get("COURSE_PROOF") === "whole" ? await homeworkNumbers() : ["04"];

/** What is compared. */
interface Said {
  readonly status: string;
  readonly points: number;
  /** The mistake's name. */
  readonly mistake?: string;
}

/** Answers of every kind to an exercise: by number the same kind for all. */
async function answersTo(exercise: Exercise): Promise<string[]> {
  const number = exercise.id.slice(0, 2);
  const right = Object.values(rightAnswersTo(exercise.id, await loadRightAnswers(number)));
  // What an answer draws by chance is another verdict each time.
  const wrong = Object.values(wrongAnswersTo(exercise.id, await loadWrongAnswers(number)))
    .filter((source) => !source.includes("Math.random"));
  const mistakes = (await mistakeCells(exercise)).flatMap(({ cells }) => cells);
  return [
    await solutionCell(exercise.id),
    exercise.stub,
    right[0],
    wrong[0],
    mistakes[mistakes.length - 1],
    `function ${exercise.name}() { throw new RangeError("no idea"); }`,
    `${await solutionCell(exercise.id)}\n${exercise.name}(...nothing);`,
  ];
}

async function inKernel(
  kernel: KernelClient,
  exercise: Exercise,
  source: string,
): Promise<Said> {
  await kernel.execute(source);
  const { outputs } = await kernel.execute(checkCell(exercise).source);
  const { status, points, report } = verdictIn(outputs);
  const mistake = /^ {4}What happened: (.*)$/m.exec(report.en)?.[1];
  return { status, points, mistake };
}

function verdictIn(outputs: readonly Output[]): ShownVerdict {
  for (const output of outputs) {
    if (output.output_type !== "display_data") continue;
    const verdict = output.data[verdictType];
    // What `check` displays, as it wrote it.
    if (verdict) return verdict as unknown as ShownVerdict;
  }
  throw new Error(`expected a verdict, got ${JSON.stringify(outputs)}`);
}

/** The verdicts on one answer to each exercise, where the rest of the notebook is right. */
async function inTerminal(
  { workspace, reader }: { workspace: Workspace; reader: Reader },
  homework: Homework,
  sources: readonly string[],
): Promise<Said[]> {
  const solved = notebookWith(
    homework,
    Object.fromEntries(
      await Promise.all(
        homework.exercises.map(async ({ id }) => [id, await solutionCell(id)] as const),
      ),
    ),
  );
  const answers = homework.exercises.map((exercise, i) => ({
    homework,
    exercise,
    sources: [sources[i]],
    surroundings: surroundingsOf(solved, exercise.id),
  }));
  const verdicts = await evaluate(workspace, reader, answers, { seed: checkSeed });
  return verdicts.map(({ status, points, mistake }) => (
    { status, points, mistake: mistake?.name.en }
  ));
}

Deno.test("an answer gets the same verdict in the page as in the terminal", async (t) => {
  await using workspace = await Workspace.create();
  await using reader = new Reader();
  for (const number of notebooks) {
    const homework = await loadHomework(number);
    const { exercises } = homework;
    const answers = await Promise.all(exercises.map(answersTo));
    const rounds = answers[0].map((_, round) => answers.map((mine) => mine[round]));
    await t.step(`notebook ${number}: ${rounds.flat().length} answers`, async () => {
      await withKernel(async (kernel) => {
        await kernel.execute(`${homework.setup}\nimport { check } from "lib/homework/check.ts";`);
        for (const sources of rounds) {
          const terminal = await inTerminal({ workspace, reader }, homework, sources);
          for (const { id } of exercises) await kernel.execute(await solutionCell(id));
          for (const [i, exercise] of exercises.entries()) {
            const page = await inKernel(kernel, exercise, sources[i]);
            assertEquals({ source: sources[i], ...page }, { source: sources[i], ...terminal[i] });
            await kernel.execute(await solutionCell(exercise.id));
          }
        }
      });
    });
  }
});

Deno.test("an earlier answer that is off is named in the page as in the terminal", async () => {
  const homework = await loadHomework("05");
  const solutions = Object.fromEntries(
    await Promise.all(
      homework.exercises.map(async ({ id }) => [id, await solutionCell(id)] as const),
    ),
  );
  const sources = { ...solutions, "05.2": "function mergeHeads(heads) { return tf.neg(heads); }" };
  const said =
    "judged with the course's splitHeads, mergeHeads: your mergeHeads of 05.2 is what is off here";
  await using workspace = await Workspace.create();
  await using reader = new Reader();
  const notebook = notebookWith(homework, sources);
  const answers = answersIn(homework, [notebook]);
  const verdicts = await evaluate(workspace, reader, answers, { seed: checkSeed });
  const terminal = verdicts.find(({ exercise }) => exercise.id === "05.3");
  assertEquals([terminal?.status, terminal?.notes?.[0].en], ["passed", said]);
  await withKernel(async (kernel) => {
    await kernel.execute(`${homework.setup}\nimport { check } from "lib/homework/check.ts";`);
    for (const source of Object.values(sources)) await kernel.execute(source);
    const check = `await check("05.3", multiHeadAttention);`;
    const page = verdictIn((await kernel.execute(check)).outputs);
    assertEquals(page.status, "passed");
    assertEquals(
      page.report.en.replace(/\s+/g, " ").includes(`Note: ${said}`),
      true,
      page.report.en,
    );
  });
});
