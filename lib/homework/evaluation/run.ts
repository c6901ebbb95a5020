/**
 * Runs the cells of a plan without trusting them: in the sandbox, on a stage that grows from phase to phase.
 *
 * @module
 */
import { merged } from "../sandbox/library.ts";
import type { Workspace } from "../sandbox/stage.ts";
import { stageFor } from "./exercise_plan.ts";
import type { PlannedCell } from "./plan.ts";
import { runOrder } from "./run_order.ts";
import { type RanCell, type RunOptions, SharedProcess, type StagedCell } from "./shared_process.ts";

/** What became of each cell, as soon as it is sure. Of one exercise there may be several. */
export async function* run(
  workspace: Workspace,
  cells: readonly PlannedCell[],
  options: RunOptions,
): AsyncGenerator<RanCell> {
  // What one brings along of the library, no other may see.
  const plain = cells.filter(({ library }) => library === undefined);
  const special = cells.filter(({ library }) => library !== undefined);
  const processes = [...await runOrder(plain), ...special.map((cell) => [[cell]])];
  for (const phases of processes) yield* runPhases(workspace, phases, options);
}

async function* runPhases(
  workspace: Workspace,
  phases: readonly (readonly PlannedCell[])[],
  options: RunOptions,
): AsyncGenerator<RanCell> {
  const contents = await Promise.all(phases.map(stageFor));
  const libraries = [
    ...contents.flatMap(({ library }) => library ?? []),
    ...phases.flat().flatMap(({ library }) => library ?? []),
  ];
  // Packages cannot be added later.
  await using stage = await workspace.stage(merged(libraries).packages);
  await using process = new SharedProcess(stage, options);
  for (const [i, cells] of phases.entries()) {
    const staged = named(cells);
    const texts = staged.map(({ cell, module }) => [module, cell.text]);
    const beside = Object.assign({}, ...cells.map((cell) => cell.beside));
    const loader = `phase_${i}`;
    const imports = staged.map(({ module }) => `import "./${module}.ts";`);
    stage.add({
      ...contents[i],
      library: merged(
        [contents[i].library, ...cells.map(({ library }) => library)].flatMap((one) => one ?? []),
      ),
      cells: { ...Object.fromEntries(texts), ...beside, [loader]: imports.join("\n") },
    });
    yield* process.run(staged, loader);
  }
}

/** Cells with names for their modules: `04_2`, and `04_2_again` for another one of the same exercise. */
function named(cells: readonly PlannedCell[]): StagedCell[] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    let module = cell.exercise.id.replace(".", "_");
    while (taken.has(module)) module += "_again";
    taken.add(module);
    return { cell, module };
  });
}
