/**
 * Checkpoints: one earlier version of each file, to which a learner can go back. The page makes it when
 * a notebook is first opened and then whenever a client asks. It lies in the ignored folder `.backups`,
 * and so does the version that a learner has left by going back.
 *
 * @module
 */
import { writeAtomically } from "lib/platform/atomic_write.ts";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { backupPath, keepBackup } from "./backups.ts";
import { hashOf } from "./file_model.ts";
import { findPlace } from "./paths.ts";
import { emptyResponse, HttpError, jsonResponse } from "./responses.ts";

const checkpointId = "checkpoint";

/** Answers requests under `/api/contents/PATH/checkpoints`. */
export class CheckpointsApi {
  readonly #root: string;

  /** @param root The served folder: absolute, without symbolic links. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Answers one request; `id` is undefined for the list. */
  async handle(request: Request, path: string, id: string | undefined): Promise<Response> {
    const { file, path: clean } = await findPlace(this.#root, path);
    const copy = backupPath(this.#root, clean);
    if (id === undefined) {
      if (request.method === "GET") return jsonResponse(await list(copy));
      if (request.method === "POST") {
        await keepBackup(this.#root, clean, await Deno.readFile(file));
        return jsonResponse((await list(copy))[0], 201);
      }
    } else if (id === checkpointId && (await list(copy)).length > 0) {
      if (request.method === "POST") {
        const left = await Deno.readFile(file).catch(() => undefined); // deleted: nothing to keep
        if (left) await keepBackup(this.#root, clean, left, hashOf(left).slice(0, 8));
        await writeAtomically(file, await Deno.readFile(copy));
        return emptyResponse();
      }
      if (request.method === "DELETE") {
        await Deno.remove(copy);
        return emptyResponse();
      }
    } else throw new HttpError(404, `${clean} has no checkpoint ${id}`);
    throw new HttpError(405, `${request.method} is not known here`);
  }
}

async function list(copy: string): Promise<JsonObject[]> {
  const info = await Deno.stat(copy).catch(() => undefined);
  if (!info?.isFile) return [];
  return [{ id: checkpointId, last_modified: (info.mtime ?? new Date(0)).toISOString() }];
}
