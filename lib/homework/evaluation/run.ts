/**
 * Runs the cells of a plan without trusting them: in the sandbox, on a stage that grows from phase to phase.
 *
 * @module
 */
import { merged } from "../sandbox/library.ts";
import type { Workspace } from "../sandbox/stage.ts";
import { stageFor } from "./exercise_plan.ts";
import type { Plan, PlannedCell } from "./plan.ts";
import { moduleName, type RanCell, type RunOptions, SharedProcess } from "./shared_process.ts";

/** What became of each cell, as soon as it is sure. */
export async function* run(
  workspace: Workspace,
  { processes }: Pick<Plan, "processes">,
  options: RunOptions,
): AsyncGenerator<RanCell> {
  for (const phases of processes) yield* runPhases(workspace, phases, options);
}

async function* runPhases(
  workspace: Workspace,
  phases: readonly (readonly PlannedCell[])[],
  options: RunOptions,
): AsyncGenerator<RanCell> {
  const contents = await Promise.all(phases.map(stageFor));
  // Packages cannot be added later.
  const { packages } = merged(contents.flatMap(({ library }) => library ?? []));
  await using stage = await workspace.stage(packages);
  await using process = new SharedProcess(stage, options);
  for (const [i, cells] of phases.entries()) {
    const names = cells.map(({ exercise }) => moduleName(exercise));
    const texts = cells.map(({ text }, at) => [names[at], text]);
    const loader = `phase_${i}`;
    const imports = names.map((name) => `import "./${name}.ts";`);
    stage.add({
      ...contents[i],
      cells: { ...Object.fromEntries(texts), [loader]: imports.join("\n") },
    });
    yield* process.run(cells, loader);
  }
}
