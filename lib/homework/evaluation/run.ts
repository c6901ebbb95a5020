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

/**
 * What became of each cell, as soon as it is sure. Whoever is told so may put cells into `again`: they run in the
 * same process, after those among which their first one ran. To start another takes longer than all calls.
 */
export async function* run(
  workspace: Workspace,
  cells: readonly PlannedCell[],
  options: RunOptions,
  again: PlannedCell[] = [],
): AsyncGenerator<RanCell> {
  // What one brings along of the library, no other may see.
  const plain = cells.filter((cell) => !needsMore(cell));
  const special = cells.filter(needsMore);
  const processes = [...await runOrder(plain), ...special.map((cell) => [[cell]])];
  for (const phases of processes) yield* runPhases(workspace, phases, options, again);
}

/** True for a cell that needs more of the library than its exercise allows to all; or its second chance does. */
function needsMore({ library, withLent }: PlannedCell): boolean {
  return library !== undefined || withLent?.library !== undefined;
}

async function* runPhases(
  workspace: Workspace,
  phases: readonly (readonly PlannedCell[])[],
  options: RunOptions,
  again: PlannedCell[],
): AsyncGenerator<RanCell> {
  const contents = await Promise.all(phases.map(stageFor));
  const own = phases.flat().flatMap(({ library, withLent }) => [library, withLent?.library]);
  const libraries = [...contents.map(({ library }) => library), ...own].flatMap((one) => one ?? []);
  // Packages cannot be added later.
  await using stage = await workspace.stage(merged(libraries).packages);
  await using process = new SharedProcess(stage, options);
  const taken = new Set<string>();
  for (const [i, cells] of phases.entries()) {
    const add = (some: readonly PlannedCell[], loader: string): StagedCell[] => {
      const staged = named(some, taken);
      const texts = staged.flatMap(({ cell, module, bare }) => [
        [module, cell.text],
        ...(bare === undefined ? [] : [[bare, cell.bare]]),
      ]);
      const beside = Object.assign({}, ...some.map((cell) => cell.beside));
      const imports = staged.map(({ module }) => `import "./${module}.ts";`);
      stage.add({
        ...contents[i],
        library: merged(
          [contents[i].library, ...some.map(({ library }) => library)].flatMap((one) => one ?? []),
        ),
        cells: { ...Object.fromEntries(texts), ...beside, [loader]: imports.join("\n") },
      });
      return staged;
    };
    const loader = `phase_${i}`;
    yield* process.run(add(cells, loader), loader);
    const seconds = again.splice(0);
    if (seconds.length === 0) continue;
    yield* process.run(add(seconds, `${loader}_again`), `${loader}_again`);
  }
}

/**
 * Cells with names for their modules that are not `taken` yet: `04_2`, and `04_2_again` for another one of the same
 * exercise.
 */
function named(cells: readonly PlannedCell[], taken: Set<string>): StagedCell[] {
  return cells.map((cell) => {
    let module = cell.exercise.id.replace(".", "_");
    while (taken.has(module)) module += "_again";
    taken.add(module);
    return { cell, module, ...(cell.bare !== undefined && { bare: `${module}_bare` }) };
  });
}
