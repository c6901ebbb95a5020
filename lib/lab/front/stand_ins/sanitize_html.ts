/**
 * Stands in for `sanitize-html`, which JupyterLab's sanitiser uses: this page has `outputs/sanitizer.ts` in its
 * place. Whatever comes here is left out, rather than shown as it is.
 *
 * @module
 */

function sanitizeHtml(): string {
  return "";
}

/** Keeps nothing; the rest is what JupyterLab asks for when it makes a sanitiser. */
export default Object.assign(sanitizeHtml, {
  defaults: { allowedSchemes: [] },
  simpleTransform: (): undefined => undefined,
});
