/**
 * Where the course's pages are on a site. The build puts this module in the place of
 * `lib/lab/front/elements/addresses.ts`.
 *
 * @module
 */
import { siteFile } from "./place.ts";

/** A notebook of the course, or of one of its translations: it has a page of its own. */
const ofCourse = /^notebooks\/(?:ko\/)?\d\d-[^/]*\.ipynb$/;

/** The address of the list of notebooks. */
export function listAddress(): string {
  return siteFile(document.documentElement.lang === "ko" ? "ko.html" : "index.html").href;
}

/** The address of the page of the notebook at `path`: its own, or the one for all that the learner has made. */
export function notebookAddress(path: string): string {
  if (ofCourse.test(path)) return siteFile(path.replace(/\.ipynb$/, ".html")).href;
  const address = siteFile("notebook.html");
  address.searchParams.set("path", path);
  return address.href;
}

/** The address at which the file at `path` can be looked at. */
export function fileAddress(path: string): string {
  return siteFile(path).href;
}

/** The path of the notebook whose page this is. */
export function notebookOfPage(): string {
  const { notebook } = document.documentElement.dataset;
  if (notebook) return notebook;
  return new URLSearchParams(location.search).get("path") ?? "";
}
