/**
 * The seed of the inputs that submissions are graded with.
 *
 * It is the same for every learner and every run, or no verdict could be used twice; and it is drawn at
 * random on the instructor's machine, since an answer may not be written for inputs that are known.
 *
 * @module
 */
import { join } from "node:path";
import { UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";

/**
 * The seed to use: `asked` for (a whole number, or `new` for another one), or the one that is kept in
 * `folder`. The first is drawn; `new` replaces it. A `UserError` says what was expected.
 */
export async function gradingSeed(folder: string, asked?: string): Promise<number> {
  if (asked !== undefined && asked !== "new") {
    if (!/^\d+$/.test(asked) || Number(asked) >= 2 ** 32) {
      throw new UserError(`--seed expects a whole number or "new", got "${asked}".`);
    }
    return Number(asked);
  }
  const path = join(folder, "seed");
  const kept = await Deno.readTextFile(path).catch(() => "");
  if (asked === undefined && /^\d+\n$/.test(kept)) return Number(kept);
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  await Deno.mkdir(folder, { recursive: true });
  await writeAtomically(path, `${drawn}\n`);
  return drawn;
}
