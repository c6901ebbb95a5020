/**
 * How long each test file takes: as kept from the last run here, else as it usually is. Only the order
 * in which files are run depends on it.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";
import { fileBegunBy } from "./deno_report.ts";
import type { Ended, Job } from "./lanes.ts";

/** Seconds by the path of a test file or the name of a stage. */
export type Times = Readonly<Record<string, number>>;

/**
 * What usually takes long on two cores: stages, files, and folders whose files take about so long each. The
 * longest name that fits counts.
 */
export const usual: Times = {
  "types": 20,
  "examples": 40,
  "notebooks": 60,
  "tests/": 0.5,
  "tests/bench/": 7,
  "tests/engine/paths_test.ts": 8,
  "tests/homework/": 3,
  "tests/homework/attacks/": 4,
  "tests/homework/attacks/budget_test.ts": 20,
  "tests/homework/attacks/endless_test.ts": 70,
  "tests/homework/attacks/shared_test.ts": 40,
  "tests/homework/attacks/types_test.ts": 25,
  "tests/homework/commands/": 8,
  "tests/homework/commands/commands_test.ts": 40,
  "tests/homework/exercises/": 8,
  "tests/homework/exercises/by_notebook/": 5,
  "tests/homework/exercises/exercises_sandbox_test.ts": 75,
  "tests/homework/sandbox/sandbox_test.ts": 30,
  "tests/jupyter/": 6,
  "tests/jupyter/format/": 1,
  "tests/jupyter/protocol/": 1,
  "tests/lab/": 5,
  "tests/lab/front/": 12,
  "tests/lab/front/page_test.ts": 60,
  "tests/lab/front/resume_test.ts": 45,
  "tests/models/models_test.ts": 12,
  "tests/notebooks/solved_test.ts": 70,
  "tests/site/heard_test.ts": 40,
  "tests/site/site_test.ts": 100,
};

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

/** Keeps the times of a whole run in the place of earlier ones. */
export async function keepTimes(times: Times, file: string = keptFile): Promise<void> {
  await Deno.mkdir(dirname(file), { recursive: true });
  await Deno.writeTextFile(file, JSON.stringify(times, null, 1));
}

/** The seconds that a file or a stage is expected to take. */
export function expectedSeconds(name: string, kept: Times): number {
  const [known] = Object.keys(usual).filter((start) => name.startsWith(start))
    .sort((a, b) => b.length - a.length);
  return kept[name] ?? usual[known] ?? 1;
}

/** Measures how long stages and test files take, by what their processes print. */
export class FileClock {
  /** Seconds by the name of a stage or the path of a file. */
  readonly times: Record<string, number> = {};
  readonly #begun = new Map<string, { readonly file: string; readonly at: number }>();

  /** Looks whether a line that a job has printed begins a file. */
  line({ title }: Job, line: string): void {
    const file = fileBegunBy(line);
    if (file === undefined) return;
    this.#finish(title);
    this.#begun.set(title, { file, at: performance.now() });
  }

  /** The job has ended, and with it its last file. */
  ended({ job, seconds }: Ended): void {
    this.#finish(job.title);
    if (job.title === job.stage) this.times[job.stage] = Math.round(seconds * 10) / 10;
  }

  #finish(title: string): void {
    const begun = this.#begun.get(title);
    if (begun === undefined) return;
    this.times[begun.file] = Math.round((performance.now() - begun.at) / 100) / 10;
    this.#begun.delete(title);
  }
}
