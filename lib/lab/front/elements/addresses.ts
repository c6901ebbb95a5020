/**
 * Where the course's pages are. On a site without a server another module stands in this one's place:
 * `lib/site/page/addresses.ts`.
 *
 * @module
 */

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** The address of the list of notebooks. */
export function listAddress(): string {
  return "/";
}

/** The address of the page of the notebook at `path`. */
export function notebookAddress(path: string): string {
  return `/notebooks/${encoded(path)}`;
}

/** The address at which the file at `path` can be looked at. */
export function fileAddress(path: string): string {
  return `/files/${encoded(path)}`;
}

/** The path of the notebook whose page this is. */
export function notebookOfPage(): string {
  return decodeURIComponent(location.pathname.replace(/^\/notebooks\//, ""));
}
