/**
 * Remembers what became of which answer, whoever checked it: the terminal or the page. Both show a learner's progress
 * from here, so that they cannot disagree. An answer is known by a digest of its text: one that was changed since is
 * another answer.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { type KnownVerdicts, type Status, statusMarks } from "../exercise/in_notebook.ts";
import { isJsonObject } from "lib/jupyter/format/json.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { projectFolder } from "lib/platform/project.ts";

/** The file that holds them, unless another is named. */
const verdictFile = join(projectFolder, ".cache", "verdicts.json");

/** Answers of one exercise that are remembered: the last ones. */
const most = 20;

/** What is known, by exercise and by the digest of an answer's text. */
export async function knownVerdicts(file = verdictFile): Promise<KnownVerdicts> {
  try {
    const found: unknown = JSON.parse(await Deno.readTextFile(file));
    if (!isJsonObject(found)) return {};
    return Object.fromEntries(
      Object.entries(found).flatMap(([exercise, answers]) =>
        isJsonObject(answers)
          ? [[
            exercise,
            Object.fromEntries(
              Object.entries(answers).flatMap(([digest, status]) =>
                isStatus(status) ? [[digest, status]] : []
              ),
            ),
          ]]
          : []
      ),
    );
  } catch {
    return {}; // none yet, or not ours to read
  }
}

function isStatus(value: unknown): value is Status {
  return typeof value === "string" && Object.hasOwn(statusMarks, value);
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
  file = verdictFile,
): Promise<void> {
  const known = new Map(Object.entries(await knownVerdicts(file)));
  for (const { exercise, digest, status } of verdicts) {
    const { [digest]: _, ...others } = known.get(exercise) ?? {};
    const last = [...Object.entries(others), [digest, status] as const].slice(-most);
    known.set(exercise, Object.fromEntries(last));
  }
  try {
    await Deno.mkdir(dirname(file), { recursive: true });
    await writeAtomically(file, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
  }
}
