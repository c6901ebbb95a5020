/**
 * Files over HTTP, as the Jupyter Server API has them under `/api/contents`.
 *
 * A client may send the version that it last saw (`If-Match`, from an answer's `ETag`): if the file has
 * changed since, nothing is written and the answer is 409. Notebooks are written by the canonical
 * writer, with their outputs and all metadata but the traces of a session.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { extname } from "node:path";
import { writeAtomically } from "lib/jupyter/atomic_write.ts";
import { asString, type Json, type JsonObject } from "lib/jupyter/json.ts";
import {
  denoKernelspec,
  newNotebook,
  type Notebook,
  NotebookFormatError,
  parseNotebook,
  typescriptLanguage,
} from "lib/jupyter/notebook.ts";
import { serializeNotebook } from "lib/jupyter/notebook_writer.ts";
import { findPlace, type Place } from "lib/lab/paths.ts";
import { emptyResponse, HttpError, jsonResponse, readBody } from "lib/lab/responses.ts";
import { Turns } from "lib/lab/turns.ts";

/** Bytes that one request may bring; a notebook full of pictures stays far below. */
const bodyLimit = 64 * 1024 * 1024;

const textTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html",
  ".json": "application/json",
  ".md": "text/markdown",
  ".svg": "image/svg+xml",
  ".ts": "text/x.typescript",
  ".tsv": "text/tab-separated-values",
};

type EntryType = "directory" | "file" | "notebook";

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
    const query = new URL(request.url).searchParams;
    if (request.method === "GET") {
      return await this.#get(await findPlace(this.#root, path), query);
    }
    return await this.#writing.take(async () => {
      const place = await findPlace(this.#root, path);
      switch (request.method) {
        case "PUT":
          return await this.#save(place, request);
        case "POST":
          return await this.#create(place, request);
        case "PATCH":
          return await this.#rename(place, request);
        case "DELETE":
          return await this.#delete(place);
        default:
          throw new HttpError(405, `${request.method} is not known here`);
      }
    });
  }

  async #get(place: Place, query: URLSearchParams): Promise<Response> {
    const model = await this.#model(place, {
      content: query.get("content") !== "0",
      type: query.get("type") ?? undefined,
      format: query.get("format") ?? undefined,
    });
    return jsonResponse(model, 200, etag(model));
  }

  async #save(place: Place, request: Request): Promise<Response> {
    if (place.path === "") throw new HttpError(400, "expected the path of a file, got the folder");
    const body = await readBody(request, bodyLimit);
    const existed = await exists(place.file);
    await checkVersion(request, place);
    if (body.chunk !== undefined) throw new HttpError(400, "expected a whole file, got a piece");
    const type = asString(body.type, place.name.endsWith(".ipynb") ? "notebook" : "file");
    if (type === "directory") {
      await Deno.mkdir(place.file, { recursive: true });
    } else if (type === "notebook") {
      await writeIfChanged(place.file, notebookText(body.content, place.path));
    } else {
      const content = asString(body.content);
      if (body.format === "base64") await writeAtomically(place.file, fromBase64(content));
      else await writeAtomically(place.file, content);
    }
    const model = await this.#model(place, { content: false });
    return jsonResponse(model, existed ? 200 : 201, etag(model));
  }

  async #create(place: Place, request: Request): Promise<Response> {
    const body = await readBody(request, bodyLimit);
    const source = asString(body.copy_from);
    const type = asString(body.type, source === "" ? "file" : "copy");
    const extension = type === "notebook" ? ".ipynb" : asString(body.ext, extname(source));
    const stem = source === ""
      ? type === "directory" ? "Untitled Folder" : "Untitled"
      : source.split("/").at(-1)?.replace(/\.[^.]*$/, "") ?? "Copy";
    for (let count = 0;; count++) {
      const name = `${stem}${count === 0 ? "" : `-${count}`}${extension}`;
      const fresh = await findPlace(this.#root, `${place.path}/${name}`);
      if (await exists(fresh.file)) continue;
      if (source !== "") {
        await Deno.copyFile((await findPlace(this.#root, source)).file, fresh.file);
      } else if (type === "directory") await Deno.mkdir(fresh.file);
      else {
        await writeAtomically(
          fresh.file,
          type === "notebook" ? serializeNotebook(newNotebook([])) : "",
        );
      }
      return jsonResponse(await this.#model(fresh, { content: false }), 201);
    }
  }

  async #rename(place: Place, request: Request): Promise<Response> {
    const body = await readBody(request, bodyLimit);
    const target = await findPlace(this.#root, asString(body.path));
    if (place.path === "" || target.path === "") {
      throw new HttpError(400, "expected a file's old and new path");
    }
    if (target.file !== place.file) {
      if (await exists(target.file)) throw new HttpError(409, `${target.path} exists already`);
      await Deno.rename(place.file, target.file);
    }
    return jsonResponse(await this.#model(target, { content: false }));
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

  async #model(
    place: Place,
    want: { readonly content: boolean; readonly type?: string; readonly format?: string },
  ): Promise<JsonObject> {
    const info = await Deno.stat(place.file);
    const type: EntryType = info.isDirectory
      ? "directory"
      : place.name.endsWith(".ipynb") && want.type !== "file"
      ? "notebook"
      : "file";
    if (want.type === "directory" && type !== "directory") {
      throw new HttpError(400, `${place.path} is no folder`);
    }
    const modified = (info.mtime ?? new Date(0)).toISOString();
    const model: JsonObject = {
      name: place.name,
      path: place.path,
      type,
      last_modified: modified,
      created: (info.birthtime ?? info.mtime ?? new Date(0)).toISOString(),
      writable: info.mode === null || (info.mode & 0o222) !== 0,
      size: info.isDirectory ? null : info.size,
      mimetype: null,
      format: null,
      content: null,
    };
    if (type === "directory") {
      return want.content ? { ...model, format: "json", content: await this.#list(place) } : model;
    }
    const bytes = await Deno.readFile(place.file);
    const versioned = { ...model, hash: hashOf(bytes), hash_algorithm: "sha256" };
    return want.content
      ? { ...versioned, ...fileContent(place, type, bytes, want.format) }
      : versioned;
  }

  async #list(place: Place): Promise<Json[]> {
    const models: JsonObject[] = [];
    for await (const entry of Deno.readDir(place.file)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      try {
        const child = await findPlace(this.#root, `${place.path}/${entry.name}`);
        const info = await Deno.stat(child.file);
        const modified = (info.mtime ?? new Date(0)).toISOString();
        models.push({
          name: child.name,
          path: child.path,
          type: info.isDirectory
            ? "directory"
            : child.name.endsWith(".ipynb")
            ? "notebook"
            : "file",
          last_modified: modified,
          created: (info.birthtime ?? info.mtime ?? new Date(0)).toISOString(),
          writable: true,
          size: info.isDirectory ? null : info.size,
          mimetype: null,
          format: null,
          content: null,
        });
      } catch {
        // a link to elsewhere, or a file that vanished meanwhile, is not listed
      }
    }
    return models.sort((a, b) => asString(a.name).localeCompare(asString(b.name)));
  }
}

function fileContent(
  place: Place,
  type: EntryType,
  bytes: Uint8Array,
  format: string | undefined,
): JsonObject {
  if (type === "notebook") {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return { format: "json", content: asJson(parseNotebook(text, place.path)) };
    } catch (error) {
      if (error instanceof NotebookFormatError) throw new HttpError(400, error.message);
      if (error instanceof TypeError) throw new HttpError(400, `${place.path}: not UTF-8 text`);
      throw error;
    }
  }
  const mimetype = textTypes[extname(place.name)] ?? "text/plain";
  if (format !== "base64") {
    try {
      const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return { format: "text", mimetype, content };
    } catch {
      if (format === "text") throw new HttpError(400, `${place.path}: not UTF-8 text`);
    }
  }
  return { format: "base64", mimetype: "application/octet-stream", content: toBase64(bytes) };
}

/** The canonical text of a notebook that a client sent. */
function notebookText(content: Json | undefined, path: string): string {
  try {
    return serializeNotebook(tidied(parseNotebook(JSON.stringify(content ?? null), path)), {
      metadata: "all",
    });
  } catch (error) {
    if (error instanceof NotebookFormatError) throw new HttpError(400, error.message);
    throw error;
  }
}

/** Leaves out what only belongs to one session: trust, times, the kernel's exact version. */
function tidied(notebook: Notebook): Notebook {
  const kernel = notebook.metadata.kernelspec;
  const ours = kernel === undefined || kernel === null ||
    (typeof kernel === "object" && !Array.isArray(kernel) && kernel.name === denoKernelspec.name);
  const metadata = ours
    ? {
      ...notebook.metadata,
      kernelspec: { ...denoKernelspec },
      language_info: { ...typescriptLanguage },
    }
    : notebook.metadata;
  const cells = notebook.cells.map((cell) => {
    const { trusted: _trusted, execution: _execution, ...kept } = cell.metadata;
    return { ...cell, metadata: kept };
  });
  return { ...notebook, metadata, cells };
}

/** Throws {@linkcode HttpError} 409 if the client last saw another version than the file's. */
async function checkVersion(request: Request, { file, path }: Place): Promise<void> {
  const seen = request.headers.get("if-match");
  if (seen === null || seen === "*") return;
  const now = await Deno.readFile(file).then(hashOf, () => undefined);
  if (now !== undefined && seen !== `"${now}"`) {
    throw new HttpError(409, `${path} has changed on the disk since this page read it`);
  }
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  const old = await Deno.readTextFile(file).catch(() => undefined);
  if (old !== text) await writeAtomically(file, text);
}

function etag(model: JsonObject): Record<string, string> {
  return typeof model.hash === "string" ? { ETag: `"${model.hash}"` } : {};
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function exists(file: string): Promise<boolean> {
  return Deno.lstat(file).then(() => true, () => false);
}

function asJson(notebook: Notebook): Json {
  return JSON.parse(JSON.stringify(notebook));
}

function toBase64(bytes: Uint8Array): string {
  return bytes.toBase64();
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text.replace(/\s/g, ""));
  } catch {
    throw new HttpError(400, "expected base64");
  }
}
