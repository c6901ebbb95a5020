/**
 * Checkpoints: one earlier version of each file, to which a learner can go back. The page makes it when
 * a notebook is first opened and then whenever a client asks. It lies in the ignored folder `.backups`,
 * and so does the version that a learner has left by going back.
 *
 * @module
 */
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { backupPath, keepBackup } from "./backups.ts";
import { readFileWithin } from "./file_limits.ts";
import { hashOf } from "./file_model.ts";
import { findPlace, type Place } from "./paths.ts";
import { HttpError } from "./responses.ts";

const checkpointId = "checkpoint";

/** Checkpoints, as `/api/contents/PATH/checkpoints` shows them. */
export class CheckpointsApi {
  readonly #root: string;

  /** @param root The served folder: absolute, without symbolic links. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The checkpoints of the file at `path`: one, or none. */
  async list(path: string): Promise<JsonObject[]> {
    const { path: clean } = await findPlace(this.#root, path);
    return await list(backupPath(this.#root, clean));
  }

  /** Makes the file's present version its checkpoint. */
  async make(path: string): Promise<JsonObject> {
    const { file, path: clean } = await findPlace(this.#root, path);
    const copy = await keepBackup(this.#root, clean, await readFileWithin(file));
    return (await list(copy))[0];
  }

  /** Goes back to the checkpoint; the version that is left is kept. */
  async restore(path: string, id: string): Promise<void> {
    const { file, path: clean, copy } = await this.#find(path, id);
    const left = await readFileWithin(file).catch(() => undefined); // deleted: nothing to keep
    if (left) await keepBackup(this.#root, clean, left, hashOf(left).slice(0, 8));
    await writeAtomically(file, await Deno.readFile(copy));
  }

  /** Removes the checkpoint. */
  async remove(path: string, id: string): Promise<void> {
    const { copy } = await this.#find(path, id);
    await Deno.remove(copy);
  }

  /** A file with its checkpoint's copy. Throws {@linkcode HttpError} 404 if it has no checkpoint `id`. */
  async #find(path: string, id: string): Promise<Place & { readonly copy: string }> {
    const place = await findPlace(this.#root, path);
    const copy = backupPath(this.#root, place.path);
    if (id !== checkpointId || (await list(copy)).length === 0) {
      throw new HttpError(404, `${place.path} has no checkpoint ${id}`);
    }
    return { ...place, copy };
  }
}

async function list(copy: string): Promise<JsonObject[]> {
  const info = await Deno.stat(copy).catch(() => undefined);
  if (!info?.isFile) return [];
  return [{ id: checkpointId, last_modified: (info.mtime ?? new Date(0)).toISOString() }];
}
