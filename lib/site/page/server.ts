/**
 * The page's server, in the page itself: it answers what `lib/lab/front` asks of `deno task start`, Jupyter's REST API
 * and the course's own routes. So the site and the server have one page.
 *
 * @module
 */
import { isStatus, type KnownVerdicts, type Status } from "lib/homework/exercise/in_notebook.ts";
import { kernelspec, learner } from "lib/jupyter/format/identity.ts";
import { asObject, asString, type Json, type JsonObject } from "lib/jupyter/format/json.ts";
import { newNotebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { type CourseEntry, type Edition, entryOf } from "lib/lab/server/course_entry.ts";
import { otherEdition, takeAnswersAlong } from "lib/lab/server/editions.ts";
import { PageKernel } from "./kernel.ts";
import {
  backups,
  drawer,
  keepCopy,
  newTexts,
  ownVersions,
  type ReadNotebook,
  readNotebook,
  removeNotebook,
  VersionConflict,
  writeNotebook,
} from "./notebooks.ts";
import { courseNotebooks, siteFile, siteJson } from "./place.ts";
import { isKorean } from "./worker.ts";

/** An answer that is an error. */
class Refusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** A notebook's session: in this page alone. */
interface Session {
  readonly id: string;
  path: string;
  readonly kernel: PageKernel;
}

const sessions = new Map<string, Session>();

/** A kernel that a session of this page has. */
export function kernelOf(id: string): PageKernel | undefined {
  return [...sessions.values()].find(({ kernel }) => kernel.id === id)?.kernel;
}

/** True for an address that this server answers, whatever site this is. */
export function isOurs(url: URL): boolean {
  return url.origin === self.location.origin && /^\/(?:api|course)(?:\/|$)/.test(url.pathname);
}

/** What a page's `fetch` becomes on a site. */
export async function siteFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (!isOurs(new URL(request.url))) return await globalThis.fetch(request);
  try {
    return await answer(request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof Refusal
      ? error.status
      : error instanceof VersionConflict
      ? 409
      : error instanceof DOMException && error.name === "QuotaExceededError"
      ? 507
      : 500;
    return json({ message: status === 507 ? storageFull : message }, status);
  }
}

const storageFull = "The disk is full. Nothing was written, and the file is as it was before.";

function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(status === 204 ? null : JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

async function bodyOf(request: Request): Promise<JsonObject> {
  const text = await request.text();
  return text === "" ? {} : asObject(JSON.parse(text));
}

async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [, area, kind = "", ...rest] = pathname.split("/").map(decodeURIComponent);
  const { method } = request;
  if (area === "api") {
    switch (kind) {
      case "":
        return json({ version: "2.14.0" });
      case "status":
        return json({
          kernels: sessions.size,
          connections: 1,
          last_activity: now(),
          started: now(),
        });
      case "me":
        return json({ identity: learner, permissions: {} });
      case "config":
        return json({});
      case "kernelspecs":
        return json(
          rest.length > 0 ? kernelspec : { default: "deno", kernelspecs: { deno: kernelspec } },
        );
      case "sessions":
        return await answerSessions(method, rest[0], request);
      case "kernels":
        return await answerKernels(method, rest);
      case "contents":
        return await answerContents(method, rest, request);
    }
  } else {
    switch (kind) {
      case "notebooks":
        return json(await list());
      case "verdicts":
        return method === "POST" ? await remember(await bodyOf(request)) : json(await verdicts());
      case "exercises":
        return await exercise(rest);
      case "editions":
        return await toOtherEdition(rest.join("/"));
      case "copies":
        return json({
          path: await keepCopy(rest.join("/"), textOf((await bodyOf(request)).content, "")),
        });
      case "runs":
        return json([]); // a kernel ends with its page
      case "typings":
        return await globalThis.fetch(siteFile(`course/typings-${rest[0]}.json`));
    }
  }
  throw new Refusal(404, `not found: ${pathname} (${[...searchParams.keys()]})`);
}

function now(): string {
  return new Date().toISOString();
}

function modelOf({ id, path, kernel }: Session): JsonObject {
  return { id, path, name: path.split("/").at(-1) ?? path, type: "notebook", kernel: kernel.model };
}

async function answerSessions(
  method: string,
  id: string | undefined,
  request: Request,
): Promise<Response> {
  if (id === undefined) {
    if (method === "GET") return json([...sessions.values()].map(modelOf));
    const path = asString((await bodyOf(request)).path);
    const known = [...sessions.values()].find((session) => session.path === path);
    const session = known ?? { id: crypto.randomUUID(), path, kernel: new PageKernel(path) };
    sessions.set(session.id, session);
    return json(modelOf(session), 201);
  }
  const session = sessions.get(id);
  if (!session) throw new Refusal(404, "there is no such session");
  if (method === "DELETE") {
    session.kernel.end();
    sessions.delete(id);
    return json(null, 204);
  }
  if (method === "PATCH") {
    const body = await bodyOf(request);
    session.path = asString(body.path, session.path);
    // A new kernel is asked for where the old one is given up.
    if (asObject(body.kernel).name !== undefined && asObject(body.kernel).id === undefined) {
      session.kernel.end();
      const renewed = { id, path: session.path, kernel: new PageKernel(session.path) };
      sessions.set(id, renewed);
      return json(modelOf(renewed));
    }
  }
  return json(modelOf(session));
}

async function answerKernels(method: string, [id, action]: readonly string[]): Promise<Response> {
  if (id === undefined) return json([...sessions.values()].map(({ kernel }) => kernel.model));
  const kernel = kernelOf(id);
  if (!kernel) throw new Refusal(404, "there is no such kernel");
  if (action === "interrupt") {
    await kernel.interrupt();
    return json(null, 204);
  }
  if (action === "restart") await kernel.restart();
  else if (method === "DELETE") {
    for (const session of sessions.values()) {
      if (session.kernel === kernel) sessions.delete(session.id);
    }
    kernel.end();
    return json(null, 204);
  }
  return json(kernel.model);
}

/** A notebook as Jupyter's API gives it. */
function contentsModel(path: string, read: ReadNotebook, withContent: boolean): JsonObject {
  const time = new Date(read.modified).toISOString();
  const content: Json = withContent
    ? JSON.parse(JSON.stringify(parseNotebook(read.text, path)))
    : null;
  return {
    name: path.split("/").at(-1) ?? path,
    path,
    type: "notebook",
    writable: !path.startsWith(newTexts),
    created: time,
    last_modified: time,
    size: read.text.length,
    mimetype: null,
    format: withContent ? "json" : null,
    content,
    hash: read.hash,
    hash_algorithm: "sha256",
  };
}

/** The canonical text of a notebook that the page sends. */
function textOf(content: Json | undefined, path: string): string {
  const notebook = parseNotebook(JSON.stringify(content ?? null), path);
  const cells = notebook.cells.map((cell) => {
    const { trusted: _trusted, execution: _execution, ...metadata } = cell.metadata;
    return { ...cell, metadata };
  });
  return serializeNotebook({ ...notebook, cells }, { metadata: "all" });
}

async function answerContents(
  method: string,
  parts: readonly string[],
  request: Request,
): Promise<Response> {
  const checkpoints = parts.indexOf("checkpoints");
  if (checkpoints > 0) {
    const path = parts.slice(0, checkpoints).join("/");
    return await answerCheckpoints(method, path, parts[checkpoints + 1]);
  }
  const path = parts.join("/");
  const reply = (model: JsonObject, status = 200) =>
    json(model, status, { ETag: `"${asString(model.hash)}"` });
  if (method === "GET") {
    const found = await readNotebook(path);
    if (!found) throw new Refusal(404, `There is no notebook ${path} in this browser.`);
    const withContent = new URL(request.url).searchParams.get("content") !== "0";
    return reply(contentsModel(path, found, withContent));
  }
  if (method === "PUT") {
    if (path.startsWith(newTexts)) {
      throw new Refusal(403, "The course's own text cannot be changed.");
    }
    const text = textOf((await bodyOf(request)).content, path);
    const expected = /^"(.*)"$/.exec(request.headers.get("If-Match") ?? "")?.[1];
    const base = /^"(.*)"$/.exec(request.headers.get("Course-Based-On") ?? "")?.[1];
    const before = await readNotebook(path);
    const written = await writeNotebook(path, text, expected);
    // The learner overwrites another version knowingly: it is kept.
    if (before && base !== undefined && before.hash !== base) await keepCopy(path, before.text);
    return reply(contentsModel(path, { ...written, isOriginal: false }, false));
  }
  if (method === "POST") {
    const source = asString((await bodyOf(request)).copy_from);
    const text = source === ""
      ? serializeNotebook(newNotebook([]))
      : (await readNotebook(source))?.text;
    if (text === undefined) {
      throw new Refusal(404, `There is no notebook ${source} in this browser.`);
    }
    const stem = source === ""
      ? "Untitled"
      : source.split("/").at(-1)?.replace(/\.ipynb$/, "") ?? "";
    const target = await freePath(path === "" ? "" : `${path}/`, stem);
    const written = await writeNotebook(target, text);
    return reply(contentsModel(target, { ...written, isOriginal: false }, false), 201);
  }
  if (method === "PATCH") {
    const target = asString((await bodyOf(request)).path);
    const found = await readNotebook(path);
    if (!found || target === "") throw new Refusal(404, `There is no notebook ${path}.`);
    if (await readNotebook(target)) throw new Refusal(409, `${target} exists already`);
    const written = await writeNotebook(target, found.text);
    await removeNotebook(path);
    return reply(contentsModel(target, { ...written, isOriginal: false }, false));
  }
  if (method === "DELETE") {
    await removeNotebook(path);
    return json(null, 204);
  }
  throw new Refusal(405, `${method} is not known here`);
}

async function freePath(folder: string, stem: string): Promise<string> {
  for (let count = 0;; count++) {
    const path = `${folder}${stem}${count === 0 ? "" : `-${count}`}.ipynb`;
    if (!await readNotebook(path)) return path;
  }
}

/** The one checkpoint of a notebook of the course is the course's text. */
async function answerCheckpoints(
  method: string,
  path: string,
  id: string | undefined,
): Promise<Response> {
  const isCourse = (await courseNotebooks()).some((notebook) => notebook.path === path);
  const checkpoint = { id: "original", last_modified: new Date(0).toISOString() };
  if (method === "GET") return json(isCourse ? [checkpoint] : []);
  if (method === "POST" && id === undefined) return json(checkpoint, 201);
  if (method === "POST" && isCourse) {
    const own = await readNotebook(path);
    if (own && !own.isOriginal) await keepCopy(path, own.text);
    await removeNotebook(path);
  }
  return json(null, 204);
}

/** An entry as the list of `lib/lab/front` wants it: no kernel outlives its page here. */
interface ListedEdition extends Edition {
  readonly running: false;
}
interface ListedEntry extends ListedEdition {
  readonly number: string;
  readonly korean?: ListedEdition;
}

/** The list: the course's notebooks as the learner has them, then the learner's own. */
async function list(): Promise<readonly ListedEntry[]> {
  const course = await siteJson<readonly CourseEntry[]>("course/notebooks.json");
  const own = await ownVersions();
  // Which edition belongs to which is found below, since a learner's own text may differ from the course's.
  const listed = ({ korean: _, ...entry }: CourseEntry) => {
    const version = own.get(entry.path);
    const { homework } = version ? read(version.text, entry.path) : entry;
    return { ...entry, homework, running: false as const };
  };
  const editions = new Map(course.map((entry) => [entry.path, listed(entry)]));
  const shown = [...editions.values()].filter(({ path }) => !isKorean(path)).map((entry) => {
    const korean = editions.get(otherEdition(entry.path));
    return { ...entry, ...(korean && { korean }) };
  });
  const made = [...own].filter(([path]) => !path.startsWith(backups) && !editions.has(path))
    .map(([path, { text }]) => listed(read(text, path)));
  return [...shown, ...made];
}

/** Takes the learner's answers along into the notebook's other edition. */
async function toOtherEdition(path: string): Promise<Response> {
  const other = otherEdition(path);
  const [from, to] = [await readNotebook(path), await readNotebook(other)];
  if (!from || !to) throw new Refusal(404, `There is no notebook ${other} in this browser.`);
  const target = parseNotebook(to.text, other);
  const became = takeAnswersAlong(parseNotebook(from.text, path), target);
  if (became !== "same") {
    if (became === "replaced") await keepCopy(other, to.text);
    await writeNotebook(other, serializeNotebook(target, { metadata: "all" }), to.hash);
  }
  return json({ path: other });
}

function read(text: string, path: string): CourseEntry {
  try {
    return entryOf(parseNotebook(text, path), path);
  } catch { // opening it says what is wrong
    return { path, number: "", title: path, idea: "", homework: [] };
  }
}

async function exercise([id = "", what]: readonly string[]): Promise<Response> {
  const file = what === "solution" ? "course/solutions.json" : "course/exercises.json";
  const known = await siteJson<Readonly<Record<string, unknown>>>(file);
  if (!Object.hasOwn(known, id)) throw new Refusal(404, `there is no exercise ${id}`);
  return json(known[id]);
}

/** Answers of one exercise that are remembered: the last ones. */
const mostAnswers = 20;

async function verdicts(): Promise<KnownVerdicts> {
  const known: Record<string, Record<string, Status>> = {};
  for (const [exercise, answers] of await (await drawer("verdicts")).all()) {
    known[exercise] = Object.fromEntries(
      Object.entries(answers ?? {}).flatMap(([digest, status]) =>
        isStatus(status) ? [[digest, status]] : []
      ),
    );
  }
  return known;
}

async function remember({ exercise, digest, status }: JsonObject): Promise<Response> {
  if (!isStatus(status)) throw new Refusal(400, "expected a status");
  await (await drawer("verdicts")).change(asString(exercise), (before) => {
    const { [asString(digest)]: _, ...others } = { ...asObject(before as Json) };
    return Object.fromEntries(
      [...Object.entries(others), [asString(digest), status]].slice(-mostAnswers),
    );
  });
  return json({});
}
