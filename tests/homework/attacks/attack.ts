/**
 * Attacks as tables: what a cell tries, and what the grader must say. Each is an answer to exercise 04.4
 * and goes the whole way: prepared, run in the sandbox, judged. After each attack comes an honest answer
 * in the same submission, which has to pass.
 */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Exercise } from "lib/homework/exercise/exercise.ts";
import type { Status } from "lib/homework/exercise/in_notebook.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import { verdictMessage } from "lib/homework/judge/report.ts";
import type { Workspace } from "lib/homework/sandbox/stage.ts";
import { projectFolder } from "lib/platform/project.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { evaluate, processesWith } from "../submission.ts";

/** What a cell tries, the cell, what becomes of it (one of some, where time decides), and what is said. */
export type Attack = readonly [
  name: string,
  cell: string,
  status: Status | readonly Status[],
  says: RegExp,
];

/** The right answer to 04.4 in one line. */
export const right = "return weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum, 0);";

/** A cell that does `body` in its function, and `before` outside of it. */
export function cell(body: string, before = ""): string {
  return `${before}\nfunction entropy(weights: number[]): any {\n${body}\n}`;
}

/** The same, with a function that may await. */
export function asyncCell(body: string, before = ""): string {
  return `${before}\nasync function entropy(weights: number[]): Promise<any> {\n${body}\n}`;
}

/** A cell that imports a module by a name that no parser sees, and returns what `use` makes of it. */
export function importing(target: string, use = "String(module)"): string {
  return asyncCell(`const load = new Function("target", "return import(target)");
const module = await load(${JSON.stringify(target)});
return ${use};`);
}

/** A file that no cell may read: it holds the answer. */
export const answerFile: string = join(
  projectFolder,
  "lib/homework/exercises/04/entropy/solution.ts",
);
/** Lines of {@linkcode answerFile} that would show a leak. */
const answerLines = (await Deno.readTextFile(answerFile)).split("\n")
  .map((line) => line.trim()).filter((line) => line.length > 40);

const [entropy] = homework.exercises.filter(({ id }) => id === "04.4");

/** Seconds for one call: a busy machine is no reason to fail, and what never ends need not take long. */
const seconds = { endless: 0.5, other: 30 };

/** Of the file's attacks; as a class has one, with its walls. */
let workspaceOfClass: (() => Workspace) | undefined;

/** Runs the attacks of a class, each with an honest neighbour, and reports all that went otherwise. */
export function testAttacks(
  title: string,
  attacks: readonly Attack[],
  { types = false } = {},
): void {
  const getWorkspace = workspaceOfClass ??= sharedWorkspace({ many: true });
  Deno.test(`attacks: ${title} (${attacks.length})`, async () => {
    const workspace = getWorkspace();
    // What never ends only waits: such attacks run beside one another.
    const groups = [attacks.filter((attack) => !isEndless(attack))];
    attacks.filter(isEndless).forEach((attack, i) => (groups[1 + i % 4] ??= []).push(attack));
    const surprises = await Promise.all(
      groups.map((group) => surprisesOf(workspace, group, types)),
    );
    assertEquals(surprises.flat(), []);
    assertEquals(await processesWith(workspace.folder), []);
  });
}

function isEndless([, , status]: Attack): boolean {
  return [status].flat().includes("timeout");
}

/** Evaluates a submission that holds each attack and an honest cell after it. */
async function surprisesOf(
  workspace: Workspace,
  attacks: readonly Attack[],
  types: boolean,
): Promise<string[]> {
  const exercises = attacks.flatMap((attack, i): Exercise[] => [
    {
      ...entropy,
      id: `04.${1000 + i}`,
      seconds: seconds[isEndless(attack) ? "endless" : "other"],
    },
    { ...entropy, id: `04.${2000 + i}`, seconds: seconds.other },
  ]);
  const answers = attacks.flatMap(([, source], i) => [
    [`04.${1000 + i}`, source],
    [`04.${2000 + i}`, cell(right)],
  ]);
  const verdicts = await evaluate(
    workspace,
    { ...homework, exercises },
    Object.fromEntries(answers),
    { types, trusting: true }, // as a class is graded: the hard way follows where anything is wrong
  );
  return attacks.flatMap(([name, , status, says], i) => {
    const attack = verdicts[`04.${1000 + i}`];
    const neighbour = verdicts[`04.${2000 + i}`];
    const message = verdictMessage(attack);
    return [
      ...([status].flat().includes(attack.status) && says.test(message) && attack.points === 0
        ? []
        : [`${name}: expected ${status} ${says}, got ${attack.status} "${message}"`]),
      ...leaks(attack).map((leak) => `${name}: shows ${leak}`),
      ...(neighbour.status === "passed"
        ? []
        : [`${name}: the next cell ${neighbour.status} "${verdictMessage(neighbour)}"`]),
    ];
  });
}

/** What is said of each way to a module that Deno has built in. */
export const builtIn = /asked for more: Requires access to a built-in module/;

/** What no message may hold: an answer, a place in the grader's own files, what rewrites a terminal. */
export function leaks({ problem, failures }: Verdict): string[] {
  const texts = [problem, ...failures.map((failure) => failure.problem)];
  const said = texts.map((text) => text ? `${text.en}\n${text.ko}` : "").join("\n");
  const forbidden = ["\x1b", "\u202e", "sandbox_child.ts:", "course-homework-", ...answerLines];
  return forbidden.filter((text) => said.includes(text)).map((text) => JSON.stringify(text));
}
