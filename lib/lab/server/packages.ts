/**
 * The packages that kernels need, fetched before the first notebook opens.
 *
 * `deno task` would fetch them too, each with a line of its own, if Deno knew of them: it fetches what the
 * configuration's lock file lists and what its `imports` name. So that there is nothing to know at first,
 * `deno.json` names a lock file that does not exist yet, and an import map in another file.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { pinVersions } from "lib/platform/lock_file.ts";
import { projectFolder } from "lib/platform/project.ts";
import { offlineHint, runDeno } from "./run_deno.ts";

/** Deno fetches all that the lock file lists once a module asks for one package, as this one does. */
const asking = "lib/tensor/ready.ts";

/** Fetches what `deno.lock` lists into Deno's cache, if that has not been done yet. */
export async function fetchPackages(
  { cache, environment }: {
    /** The folder where it is noted that this has been done. */
    readonly cache: string;
    /** Additions to the environment of Deno, asked for if there is something to fetch. */
    readonly environment: () => Record<string, string>;
  },
): Promise<void> {
  const lock = await Deno.readFile(join(projectFolder, "deno.lock"));
  const digest = createHash("sha256").update(lock).digest("hex");
  const done = `${digest} ${Deno.env.get("DENO_DIR") ?? homedir()}`;
  const note = join(cache, "packages");
  if (await Deno.readTextFile(note).catch(() => "") === done) return;
  await runDeno(["cache", "--quiet", "--frozen", "--lock=deno.lock", asking], {
    cwd: projectFolder,
    environment: environment(),
    hint: offlineHint,
  });
  // In a folder that cannot be written Deno does without, and finds these versions in its cache.
  await pinVersions("deno.lock").catch(() => {});
  await Deno.mkdir(cache, { recursive: true });
  await Deno.writeTextFile(note, done);
}
