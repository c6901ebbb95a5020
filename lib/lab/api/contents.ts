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
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { asObject, asString, type Json, type JsonObject } from "lib/jupyter/format/json.ts";
import {
  denoKernelspec,
  newNotebook,
  type Notebook,
  typescriptLanguage,
} from "lib/jupyter/format/notebook.ts";
import { serializeNotebook, writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { keepBackup } from "./backups.ts";
import { fileModel, hashOf, readNotebookText } from "./file_model.ts";
import { findPlace, type Place } from "./paths.ts";
import { emptyResponse, HttpError, jsonResponse, readBody } from "./responses.ts";
import { Turns } from "./turns.ts";

/** Bytes that one request may bring; a notebook full of pictures stays far below. */
const bodyLimit = 64 * 1024 * 1024;

/** Answers requests under `/api/contents`. */
export class ContentsApi {
  readonly #root: string;
  readonly #writing = new Turns();

  /** @param root The served folder: absolute, without symbolic links. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Answers one request; `path` is decoded and relative to the served folder. */
  async handle(request: Request, path: string): Promise<Response> {
    if (request.method === "GET") return await this.#get(request, path);
    const body = await readBody(request, bodyLimit);
    return await this.#writing.take(async () => {
      const place = await findPlace(this.#root, path);
      switch (request.method) {
        case "PUT":
          return await this.#save(place, body, request.headers);
        case "POST":
          return await this.#create(place, body);
        case "PATCH":
          return await this.#rename(place, body);
        case "DELETE":
          return await this.#delete(place);
        default:
          throw new HttpError(405, `${request.method} is not known here`);
      }
    });
  }

  /** Changes a notebook between two requests; `change` returns whether there is anything to write. */
  async changeNotebook(path: string, change: (notebook: Notebook) => boolean): Promise<void> {
    await this.#writing.take(async () => {
      const { file } = await findPlace(this.#root, path);
      const notebook = readNotebookText(await Deno.readTextFile(file), path);
      if (change(notebook)) await writeNotebook(file, notebook, { metadata: "all" });
    });
  }

  /**
   * Keeps a page's version of a notebook in `.backups`, before the page gives it up for the file's; returns
   * where it lies.
   */
  async keepCopy(path: string, body: Request): Promise<string> {
    const { content } = await readBody(body, bodyLimit);
    const place = await findPlace(this.#root, path);
    const notebook = readNotebookText(JSON.stringify(content ?? null), place.path);
    const text = serializeNotebook(withoutSession(notebook), { metadata: "all" });
    const bytes = new TextEncoder().encode(text);
    const copy = await keepBackup(this.#root, place.path, bytes, hashOf(bytes).slice(0, 8));
    return relative(this.#root, copy).replaceAll("\\", "/");
  }

  async #get(request: Request, path: string): Promise<Response> {
    const query = new URL(request.url).searchParams;
    const model = await fileModel(this.#root, await findPlace(this.#root, path), {
      content: query.get("content") !== "0",
      type: query.get("type") ?? undefined,
      format: query.get("format") ?? undefined,
    });
    return modelResponse(model, 200);
  }

  async #save(place: Place, body: JsonObject, headers: Headers): Promise<Response> {
    if (place.path === "") throw new HttpError(400, "expected the path of a file, got the folder");
    if (body.chunk !== undefined) throw new HttpError(400, "expected a whole file, got a piece");
    const existed = await exists(place);
    await this.#checkVersion(place, headers);
    const type = asString(body.type, place.name.endsWith(".ipynb") ? "notebook" : "file");
    if (type === "directory") {
      await Deno.mkdir(place.file, { recursive: true });
    } else if (type === "notebook") {
      const notebook = readNotebookText(JSON.stringify(body.content ?? null), place.path);
      await writeNotebook(place.file, withoutSession(notebook), { metadata: "all" });
    } else {
      await writeAtomically(place.file, fileBytes(body.content, body.format));
    }
    return await this.#answer(place, existed ? 200 : 201);
  }

  async #create(folder: Place, body: JsonObject): Promise<Response> {
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
      await Deno.copyFile((await findPlace(this.#root, source)).file, place.file);
    } else if (type === "directory") {
      await Deno.mkdir(place.file);
    } else {
      const text = type === "notebook" ? serializeNotebook(newNotebook([])) : "";
      await writeAtomically(place.file, text);
    }
    return await this.#answer(place, 201);
  }

  async #freePlace(folder: Place, stem: string, extension: string): Promise<Place> {
    for (let count = 0;; count++) {
      const name = `${stem}${count === 0 ? "" : `-${count}`}${extension}`;
      const place = await findPlace(this.#root, `${folder.path}/${name}`);
      if (!await exists(place)) return place;
    }
  }

  async #rename(place: Place, body: JsonObject): Promise<Response> {
    const target = await findPlace(this.#root, asString(body.path));
    if (place.path === "" || target.path === "") {
      throw new HttpError(400, "expected a file's old and new path");
    }
    if (target.file !== place.file) {
      if (await exists(target)) throw new HttpError(409, `${target.path} exists already`);
      await Deno.rename(place.file, target.file);
    }
    return await this.#answer(target, 200);
  }

  async #delete(place: Place): Promise<Response> {
    if (place.path === "") throw new HttpError(400, "the course itself cannot be deleted");
    try {
      await Deno.remove(place.file);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) throw error;
      throw new HttpError(400, `${place.path} could not be deleted; a folder must be empty`);
    }
    return emptyResponse();
  }

  async #answer(place: Place, status: number): Promise<Response> {
    return modelResponse(await fileModel(this.#root, place, { content: false }), status);
  }

  /** Throws {@linkcode HttpError} 409 if the client last saw another version than the file's. */
  async #checkVersion({ file, path }: Place, headers: Headers): Promise<void> {
    const bytes = await Deno.readFile(file).catch(() => undefined); // a new file, or a folder
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

function modelResponse(model: JsonObject, status: number): Response {
  const version = typeof model.hash === "string" ? { ETag: `"${model.hash}"` } : undefined;
  return jsonResponse(model, status, version);
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
