/**
 * How long each test file takes: as kept from the last run here, else as it usually is. Only the order
 * in which files are run depends on it.
 *
 * @module
 */
import { join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";

/** Seconds by the path of a test file or the name of a stage. */
export type Times = Readonly<Record<string, number>>;

/** Files and stages that take long on two cores; all others take about {@linkcode shortSeconds}. */
const usual: Times = {
  "types": 12,
  "examples": 50,
  "notebooks": 60,
};

const shortSeconds = 0.5;

const keptFile = join(projectFolder, ".cache", "test-times.json");

/** The times of earlier runs here; none where nothing readable was kept. */
export async function readTimes(file: string = keptFile): Promise<Times> {
  try {
    const kept: unknown = JSON.parse(await Deno.readTextFile(file));
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([, seconds]) => Number.isFinite(seconds)),
    );
  } catch {
    return {};
  }
}

/** Keeps new times beside those of files that did not run. */
export async function keepTimes(times: Times, file: string = keptFile): Promise<void> {
  const all = { ...await readTimes(file), ...times };
  await Deno.mkdir(join(file, ".."), { recursive: true });
  await Deno.writeTextFile(file, JSON.stringify(all, null, 1));
}

/** The seconds that a file or a stage is expected to take. */
export function expectedSeconds(name: string, kept: Times): number {
  return kept[name] ?? usual[name] ?? shortSeconds;
}
