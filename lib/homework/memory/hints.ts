/**
 * Remembers how many hints of each exercise a learner has asked for, so that `--hint` gives one more
 * each time. The memory is a small file in the ignored cache folder; without it hints start anew.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { isJsonObject } from "lib/jupyter/format/json.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { cacheFolder } from "lib/platform/cache_folder.ts";

/**
 * How many hints to show now for each of the exercises `ids`: one more than the last time, up to 3. The counts
 * stand in `memory`, by default a file of the course's cache.
 */
export async function nextHints(
  ids: readonly string[],
  memory?: string,
): Promise<Record<string, number>> {
  const file = memory ?? join(await cacheFolder(), "hints.json");
  const before = await read(file);
  const now: Record<string, number> = Object.fromEntries(
    ids.map((id) => [id, Math.min(3, (before[id] ?? 0) + 1)]),
  );
  await Deno.mkdir(dirname(file), { recursive: true });
  await writeAtomically(file, JSON.stringify({ ...before, ...now }, null, 2) + "\n");
  return now;
}

async function read(file: string): Promise<Record<string, number>> {
  try {
    const counts: unknown = JSON.parse(await Deno.readTextFile(file));
    if (!isJsonObject(counts)) return {};
    const known = Object.entries(counts).flatMap(([id, count]) =>
      typeof count === "number" && Number.isInteger(count) ? [[id, count]] : []
    );
    return Object.fromEntries(known);
  } catch {
    return {}; // none yet, or not ours to read
  }
}
