/**
 * `deno task test`: everything that must hold before a change is done, one stage after another. A
 * failing stage does not hide the others; the last lines say which ones failed.
 *
 * @module
 */
import { type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { formatSeconds } from "lib/progress.ts";
import { typescriptFiles } from "./modules.ts";

/** One stage: its name and the `deno` arguments that it runs. */
interface Stage {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const checked = (await Promise.all(["lib/", "tests/", "datasets/"].map(typescriptFiles))).flat();

const stages: readonly Stage[] = [
  { name: "format", args: ["fmt", "--check", "--quiet"] },
  { name: "lint", args: ["lint", "--quiet"] },
  { name: "types", args: ["check", "--quiet", ...checked] },
  { name: "examples", args: ["test", "--allow-all", "--doc", "--quiet", "lib"] },
  { name: "tests", args: ["test", "--allow-all", "--quiet", "--ignore=tests/learner", "tests"] },
  {
    name: "notebooks",
    args: ["task", "--quiet", "notebooks", "--dir", "notebooks"],
    environment: { COURSE_BUDGET: "small" },
  },
];

const spec: CommandSpec = {
  name: "test",
  summary: "Checks the whole project: format, lint, types, doc examples, tests, notebooks.",
  usage: "[STAGE…]",
  options: {},
  notes: `Stages, in order: ${
    stages.map((stage) => stage.name).join(", ")
  }. Without a name, all run.
Notebooks run at the small budget. Your homework is not part of it: deno task check 04.`,
};

async function runStage({ name, args, environment }: Stage): Promise<boolean> {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    env: { ...environment },
    stdin: "null",
  }).spawn().status;
  const time = formatSeconds((performance.now() - start) / 1000);
  console.log(`── ${name}: ${success ? "ok" : "FAILED"} (${time})`);
  return success;
}

if (import.meta.main) {
  await runCommand(spec, async ({ words }) => {
    const unknown = words.filter((word) => !stages.some((stage) => stage.name === word));
    if (unknown.length > 0) {
      const names = stages.map((stage) => stage.name).join(", ");
      throw new UserError(`expected stages out of ${names}; got ${unknown.join(", ")}`);
    }
    const chosen = words.length === 0 ? stages : stages.filter(({ name }) => words.includes(name));
    const failed: string[] = [];
    for (const stage of chosen) if (!await runStage(stage)) failed.push(stage.name);
    if (failed.length > 0) console.log(`\nFailed: ${failed.join(", ")}`);
    console.log(`\nstages: ${chosen.length - failed.length} passed, ${failed.length} failed`);
    return failed.length === 0 ? 0 : 1;
  });
}
