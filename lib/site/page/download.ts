/**
 * Gives a notebook that this browser has to the learner, as a file.
 *
 * @module
 */

/** Downloads the notebook at `path`. */
export function download(path: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
  link.download = path.split("/").at(-1) ?? path;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
