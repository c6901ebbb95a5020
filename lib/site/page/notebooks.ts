/**
 * The learner's notebooks, in the browser's storage: their versions of the course's, and those that they have made. A
 * notebook of the course that nobody has changed is read from the site.
 *
 * What is stored of the course's notebooks is the learner's alone: another version of the course never overwrites it.
 * {@linkcode StoredNotebook.basis} says which version they began with.
 *
 * @module
 */
import { digestOf } from "lib/homework/exercise/in_notebook.ts";
import { putPicturesIn } from "lib/jupyter/format/pictures_apart.ts";
import { openStore, type Store } from "lib/platform/storage.ts";
import { courseNotebooks, fetchFile } from "./place.ts";

/** What is kept of a notebook. */
export interface StoredNotebook {
  /** The file's text. */
  readonly text: string;
  readonly hash: string;
  /** When it was written, in milliseconds since 1970. */
  readonly modified: number;
  /** The digest of the course's text that the learner began with. */
  readonly basis?: string;
}

/** A notebook as it is read. */
export interface ReadNotebook extends StoredNotebook {
  /** Whether it is the course's own, which nobody has changed. */
  readonly isOriginal: boolean;
}

/** Another tab has written the notebook meanwhile. */
export class VersionConflict extends Error {
  /** Its name. */
  override name = "VersionConflict";
}

/** Under this folder the course's present texts are, beside the learner's versions. */
export const newTexts = "new/";
/** Copies that are kept of what was given up. */
export const backups = ".backups/page/";

/** A drawer for browsers that store nothing: it lasts as long as the page. */
function passingStore(): Store {
  const values = new Map<string, unknown>();
  return {
    get: (name) => Promise.resolve(values.get(name)),
    all: () => Promise.resolve(values),
    put: (name, value) => Promise.resolve(void values.set(name, value)),
    change: (name, change) => {
      const next = change(values.get(name));
      if (next === undefined) values.delete(name);
      else values.set(name, next);
      return Promise.resolve();
    },
    remove: (name) => Promise.resolve(void values.delete(name)),
    clear: () => Promise.resolve(values.clear()),
  };
}

const passing = { notebooks: passingStore(), verdicts: passingStore() };
/** Whether the browser keeps nothing for this site, so that work is lost with the page. */
export let keepsNothing = false;

/** A drawer of this site, or where the browser refuses one, a passing one. */
export async function drawer(name: "notebooks" | "verdicts"): Promise<Store> {
  try {
    return await openStore(name);
  } catch {
    keepsNothing = true;
    return passing[name];
  }
}

function isStored(value: unknown): value is StoredNotebook {
  return typeof value === "object" && value !== null && "text" in value && "hash" in value;
}

/** The learner's version; undefined where there is none. */
export async function ownVersion(path: string): Promise<StoredNotebook | undefined> {
  const found = await (await drawer("notebooks")).get(path);
  return isStored(found) ? found : undefined;
}

/** All that the learner has, by path. */
export async function ownVersions(): Promise<ReadonlyMap<string, StoredNotebook>> {
  const all = await (await drawer("notebooks")).all();
  return new Map([...all].flatMap(([path, value]) => isStored(value) ? [[path, value]] : []));
}

/** The course's own version; undefined where the course has no such notebook. */
async function original(path: string): Promise<ReadNotebook | undefined> {
  const known = (await courseNotebooks()).find((notebook) => notebook.path === path);
  if (!known) return undefined;
  const apart = await (await fetchFile(`course/${path}`)).text();
  const text = await putPicturesIn(
    apart,
    async (name) =>
      new Uint8Array(await (await fetchFile(`notebooks/pictures/${name}.png`)).arrayBuffer()),
  );
  return { text, hash: known.hash, modified: 0, isOriginal: true };
}

/** The notebook at `path`: the learner's version, else the course's; undefined where there is neither. */
export async function readNotebook(path: string): Promise<ReadNotebook | undefined> {
  if (path.startsWith(newTexts)) return await original(path.slice(newTexts.length));
  const own = await ownVersion(path);
  return own ? { ...own, isOriginal: false } : await original(path);
}

/**
 * Keeps the learner's version. Throws {@linkcode VersionConflict} where `expected` is given and another tab has written
 * another version than that.
 */
export async function writeNotebook(
  path: string,
  text: string,
  expected?: string,
): Promise<StoredNotebook> {
  const course = (await courseNotebooks()).find((notebook) => notebook.path === path)?.hash;
  const hash = await digestOf(text);
  const store = await drawer("notebooks");
  let written: StoredNotebook | undefined;
  await store.change(path, (now) => {
    const before = isStored(now) ? now : undefined;
    const present = before?.hash ?? course;
    if (expected !== undefined && present !== undefined && present !== expected) {
      throw new VersionConflict(`${path} has changed on the disk since this page read it`);
    }
    const basis = before ? before.basis : course;
    return written = { text, hash, modified: Date.now(), ...basis === undefined ? {} : { basis } };
  });
  if (!written) throw new Error(`${path} could not be kept`);
  void navigator.storage?.persist?.().catch(() => false); // where it may, the browser keeps it for good
  return written;
}

/** Forgets the learner's version. */
export async function removeNotebook(path: string): Promise<void> {
  await (await drawer("notebooks")).remove(path);
}

/** Keeps a copy of a version that is given up; returns its path. */
export async function keepCopy(path: string, text: string): Promise<string> {
  const name = path.replace(/\.ipynb$/, "").replaceAll("/", " ");
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const copy = `${backups}${name} ${time}.ipynb`;
  await writeNotebook(copy, text);
  return copy;
}
