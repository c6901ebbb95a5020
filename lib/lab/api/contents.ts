/**
 * Files over HTTP, as the Jupyter Server API has them under `/api/contents`.
 *
 * A client may send the version that it last saw (`If-Match`, from an answer's `ETag`): if the file has
 * changed since, nothing is written and the answer is 409. It may also send the version that its content
 * was made from (`Course-Based-On`): if it knowingly overwrites another one, a copy of that goes to the
 * ignored folder `.backups`. Notebooks are written by the canonical
 * writer, with their outputs and all metadata but the traces of a session.
 *
 * @module
 */
import { extname, relative } from "node:path";
import { asObject, asString, type Json, type JsonObject } from "lib/jupyter/format/json.ts";
import {
  denoKernelspec,
  newNotebook,
  type Notebook,
  NotebookFormatError,
  typescriptLanguage,
} from "lib/jupyter/format/notebook.ts";
import { serializeNotebook, writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { JobQueue } from "lib/platform/job_queue.ts";
import { keepBackup } from "./backups.ts";
import { largestFile, readFileWithin } from "./file_limits.ts";
import { fileModel, hashOf, readNotebookText, type Wanted } from "./file_model.ts";
import { findPlace, type Place } from "./paths.ts";
import { HttpError } from "./responses.ts";

/** The files of the served folder, as `/api/contents` shows them. */
export class ContentsApi {
  readonly #root: string;
  readonly #writing = new JobQueue();

  /** @param root The served folder: absolute, without symbolic links. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The model of the file or folder at `path`, which is decoded and relative to the served folder. */
  async read(path: string, wanted: Wanted): Promise<JsonObject> {
    return await fileModel(this.#root, await findPlace(this.#root, path), wanted);
  }

  /**
   * Writes the file at `path`; `headers` say which version the client knows. Throws {@linkcode HttpError}
   * 409 if that is not the file's.
   */
  async save(
    path: string,
    body: JsonObject,
    headers: Headers,
  ): Promise<{ readonly model: JsonObject; readonly isNew: boolean }> {
    return await this.#writing.run(async () => {
      const place = await findPlace(this.#root, path);
      if (place.path === "") {
        throw new HttpError(400, "expected the path of a file, got the folder");
      }
      if (body.chunk !== undefined) throw new HttpError(400, "expected a whole file, got a piece");
      const isNew = !await exists(place);
      await this.#checkVersion(place, headers);
      const type = asString(body.type, place.name.endsWith(".ipynb") ? "notebook" : "file");
      if (type === "directory") {
        await Deno.mkdir(place.file, { recursive: true });
      } else if (type === "notebook") {
        const notebook = readNotebookText(JSON.stringify(body.content ?? null), place.path);
        await write(place.file, withoutSession(notebook));
      } else {
        await writeAtomically(place.file, fileBytes(body.content, body.format));
      }
      return { model: await this.#model(place), isNew };
    });
  }

  /** Makes a file with a free name in the folder at `path`: empty, or a copy of another one. */
  async create(path: string, body: JsonObject): Promise<JsonObject> {
    return await this.#writing.run(async () => {
      const folder = await findPlace(this.#root, path);
      const source = asString(body.copy_from);
      const type = asString(body.type, "file");
      const extension = source !== ""
        ? extname(source)
        : type === "notebook"
        ? ".ipynb"
        : asString(body.ext);
      const name = source.split("/").at(-1) ?? "";
      const stem = source !== "" ? name.slice(0, name.length - extension.length) : "Untitled";
      const place = await this.#freePlace(folder, stem, extension);
      if (source !== "") {
        const { file } = await findPlace(this.#root, source);
        await Deno.writeFile(place.file, await readFileWithin(file), { createNew: true });
      } else if (type === "directory") {
        await Deno.mkdir(place.file);
      } else {
        const text = type === "notebook" ? serializeNotebook(newNotebook([])) : "";
        await writeAtomically(place.file, text);
      }
      return await this.#model(place);
    });
  }

  /** Renames the file at `path`, never over another one. */
  async rename(path: string, body: JsonObject): Promise<JsonObject> {
    return await this.#writing.run(async () => {
      const place = await findPlace(this.#root, path);
      const target = await findPlace(this.#root, asString(body.path));
      if (place.path === "" || target.path === "") {
        throw new HttpError(400, "expected a file's old and new path");
      }
      if (target.file !== place.file) {
        if (await exists(target)) throw new HttpError(409, `${target.path} exists already`);
        await Deno.rename(place.file, target.file);
      }
      return await this.#model(target);
    });
  }

  /** Removes the file, or the empty folder, at `path`. */
  async remove(path: string): Promise<void> {
    await this.#writing.run(async () => {
      const place = await findPlace(this.#root, path);
      if (place.path === "") throw new HttpError(400, "the course itself cannot be deleted");
      try {
        await Deno.remove(place.file);
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) throw error;
        throw new HttpError(400, `${place.path} could not be deleted; a folder must be empty`);
      }
    });
  }

  /** Changes a notebook between two requests; `change` returns whether there is anything to write. */
  async changeNotebook(path: string, change: (notebook: Notebook) => boolean): Promise<void> {
    await this.#writing.run(async () => {
      const { file } = await findPlace(this.#root, path);
      const notebook = readNotebookText(new TextDecoder().decode(await readFileWithin(file)), path);
      if (change(notebook)) await write(file, notebook);
    });
  }

  /**
   * Changes the notebook at `target` by that at `path`, between two requests. `change` returns whether there is
   * anything to write, and whether it replaced what a copy is to be kept of.
   */
  async changeByOther(
    path: string,
    target: string,
    change: (from: Notebook, to: Notebook) => "same" | "changed" | "replaced",
  ): Promise<void> {
    await this.#writing.run(async () => {
      const [source, place] = [
        await findPlace(this.#root, path),
        await findPlace(this.#root, target),
      ];
      const [fromBytes, bytes] = [
        await readFileWithin(source.file),
        await readFileWithin(place.file),
      ];
      const from = readNotebookText(new TextDecoder().decode(fromBytes), path);
      const notebook = readNotebookText(new TextDecoder().decode(bytes), target);
      const became = change(from, notebook);
      if (became === "replaced") {
        await keepBackup(this.#root, place.path, bytes, hashOf(bytes).slice(0, 8));
      }
      if (became !== "same") await write(place.file, notebook);
    });
  }

  /**
   * Keeps a page's version of a notebook in `.backups`, before the page gives it up for the file's; returns
   * where it lies.
   */
  async keepPageVersion(path: string, { content }: JsonObject): Promise<string> {
    const place = await findPlace(this.#root, path);
    const bytes = notebookBytes(content, place.path);
    const copy = await keepBackup(this.#root, place.path, bytes, hashOf(bytes).slice(0, 8));
    return relative(this.#root, copy).replaceAll("\\", "/");
  }

  /** The version of the notebook at `path` if it is what saving `content` would write; undefined otherwise. */
  async versionOf(path: string, { content }: JsonObject): Promise<string | undefined> {
    return await this.#writing.run(async () => {
      const place = await findPlace(this.#root, path);
      const hash = hashOf(notebookBytes(content, place.path));
      return hash === hashOf(await readFileWithin(place.file)) ? hash : undefined;
    });
  }

  async #freePlace(folder: Place, stem: string, extension: string): Promise<Place> {
    for (let count = 0;; count++) {
      const name = `${stem}${count === 0 ? "" : `-${count}`}${extension}`;
      const place = await findPlace(this.#root, `${folder.path}/${name}`);
      if (!await exists(place)) return place;
    }
  }

  async #model(place: Place): Promise<JsonObject> {
    return await fileModel(this.#root, place, { content: false });
  }

  /** Throws {@linkcode HttpError} 409 if the client last saw another version than the file's. */
  async #checkVersion({ file, path }: Place, headers: Headers): Promise<void> {
    const bytes = await readFileWithin(file).catch((error) => {
      if (error instanceof HttpError && error.status === 413) throw error;
      return undefined; // a new file, or a folder
    });
    if (!bytes) return;
    const now = hashOf(bytes);
    const differs = (version: string | null) =>
      version !== null && version !== "*" && version !== `"${now}"`;
    if (differs(headers.get("if-match"))) {
      throw new HttpError(409, `${path} has changed on the disk since this page read it`);
    }
    if (differs(headers.get("course-based-on"))) {
      await keepBackup(this.#root, path, bytes, now.slice(0, 8));
    }
  }
}

/** Writes a notebook, unless nobody could read it again: {@linkcode HttpError} 413. */
async function write(file: string, notebook: Notebook): Promise<void> {
  try {
    await writeNotebook(file, notebook, { metadata: "all", mostBytes: largestFile });
  } catch (error) {
    throw error instanceof NotebookFormatError ? new HttpError(413, error.message) : error;
  }
}

/** A page's notebook as the file that saving it writes. */
function notebookBytes(content: Json | undefined, path: string): Uint8Array {
  const notebook = readNotebookText(JSON.stringify(content ?? null), path);
  return new TextEncoder().encode(
    serializeNotebook(withoutSession(notebook), { metadata: "all" }),
  );
}

/** Leaves out what only belongs to one session: trust, times, the kernel's exact version. */
function withoutSession(notebook: Notebook): Notebook {
  const { kernelspec, ...others } = notebook.metadata;
  const ours = asString(asObject(kernelspec).name, denoKernelspec.name) === denoKernelspec.name;
  const metadata = ours
    ? { ...others, kernelspec: { ...denoKernelspec }, language_info: { ...typescriptLanguage } }
    : notebook.metadata;
  const cells = notebook.cells.map((cell) => {
    const { trusted: _trusted, execution: _execution, ...kept } = cell.metadata;
    return { ...cell, metadata: kept };
  });
  return { ...notebook, metadata, cells };
}

function fileBytes(content: Json | undefined, format: Json | undefined): string | Uint8Array {
  if (typeof content !== "string") throw new HttpError(400, "expected the file's content as text");
  if (format !== "base64") return content;
  try {
    return Uint8Array.fromBase64(content.replace(/\s/g, ""));
  } catch {
    throw new HttpError(400, "expected base64");
  }
}

function exists({ file }: Place): Promise<boolean> {
  return Deno.lstat(file).then(() => true, () => false);
}
