/**
 * Remembers what became of which answer, whoever checked it: the terminal or the page. Both show a learner's progress
 * from here, so that they cannot disagree. An answer is known by a digest of its text: one that was changed since is
 * another answer.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { isStatus, type KnownVerdicts, type Status } from "../exercise/in_notebook.ts";
import { cacheFolder } from "lib/platform/cache_folder.ts";
import { isRecord, readJson, writeJson } from "lib/platform/json_file.ts";

/** Answers of one exercise that are remembered: the last ones. */
const most = 20;

/** What is known, by exercise and by the digest of an answer's text. `memory` is the file, by default one of the cache. */
export async function knownVerdicts(memory?: string): Promise<KnownVerdicts> {
  try {
    const found = await readJson(memory ?? await fileInCache());
    const known: Record<string, Record<string, Status>> = {};
    for (const [exercise, answers] of isRecord(found) ? Object.entries(found) : []) {
      if (!isRecord(answers)) continue;
      known[exercise] = {};
      for (const [digest, status] of Object.entries(answers)) {
        if (isStatus(status)) known[exercise][digest] = status;
      }
    }
    return known;
  } catch {
    return {}; // none yet, or not ours to read
  }
}

async function fileInCache(): Promise<string> {
  return join(await cacheFolder(), "verdicts.json");
}

/** A verdict on an answer. */
export interface RememberedVerdict {
  /** `04.2`. */
  readonly exercise: string;
  /** The digest of the answer's text. */
  readonly digest: string;
  /** What became of it. */
  readonly status: Status;
}

/** Remembers verdicts. Where nothing can be written, nothing is remembered. */
export async function rememberVerdicts(
  verdicts: readonly RememberedVerdict[],
  memory?: string,
): Promise<void> {
  try {
    const file = memory ?? await fileInCache();
    const known = new Map(Object.entries(await knownVerdicts(file)));
    for (const { exercise, digest, status } of verdicts) {
      const { [digest]: _, ...others } = known.get(exercise) ?? {};
      const last = [...Object.entries(others), [digest, status] as const].slice(-most);
      known.set(exercise, Object.fromEntries(last));
    }
    await Deno.mkdir(dirname(file), { recursive: true });
    await writeJson(file, Object.fromEntries(known));
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
  }
}
