/**
 * Where the site lies: its folder's address, in a page and in a page's thread, and what the build says of it.
 *
 * @module
 */

/** The address of the site's folder, with a slash at its end. */
export function siteFolder(): URL {
  if (typeof document === "undefined") return new URL("../", self.location.href); // a thread in app/
  // Of the page itself the empty address would be, where it lies in the folder.
  return new URL(document.documentElement.dataset.root || "./", document.baseURI);
}

/** The address of a file of the site. */
export function siteFile(path: string): URL {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), siteFolder());
}

/** A file of the site; throws where there is none. */
export async function fetchFile(path: string): Promise<Response> {
  const response = await globalThis.fetch(siteFile(path));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response;
}

/** A file of the site that holds JSON. */
export async function siteJson<T>(path: string): Promise<T> {
  return await (await fetchFile(path)).json();
}

/** A notebook of the course, as the build lists it in `course/notebooks.json`. */
export interface CourseNotebook {
  /** `notebooks/04-scaling.ipynb`. */
  readonly path: string;
  /** `04`. */
  readonly number: string;
  readonly title: string;
  readonly idea: string;
  /** The digest of its text. */
  readonly hash: string;
}

let listed: Promise<readonly CourseNotebook[]> | undefined;

/** The course's notebooks. */
export function courseNotebooks(): Promise<readonly CourseNotebook[]> {
  listed ??= siteJson<readonly CourseNotebook[]>("course/notebooks.json");
  listed.catch(() => listed = undefined); // the next question asks again
  return listed;
}
