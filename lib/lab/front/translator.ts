/**
 * Gives JupyterLab's dialogs the page's language.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { language, say } from "./words.ts";

/** Fills `%1`, `%2`, … */
function fill(text: string, values: readonly unknown[]): string {
  return text.replace(/%(\d+)/g, (place, n: string) => String(values[Number(n) - 1] ?? place));
}

const bundle: IRenderMime.TranslationBundle = {
  __: (id, ...values) => fill(say(id), values),
  gettext: (id, ...values) => fill(say(id), values),
  _n: (one, many, n, ...values) => fill(say(n === 1 ? one : many), [n, ...values]),
  ngettext: (one, many, n, ...values) => fill(say(n === 1 ? one : many), [n, ...values]),
  _p: (_context, id, ...values) => fill(say(id), values),
  pgettext: (_context, id, ...values) => fill(say(id), values),
  _np: (_context, one, many, n, ...values) => fill(say(n === 1 ? one : many), [n, ...values]),
  npgettext: (_context, one, many, n, ...values) => fill(say(n === 1 ? one : many), [n, ...values]),
  dcnpgettext: (_domain, _context, one, many, n, ...values) =>
    fill(say(n === 1 ? one : many), [n, ...values]),
};

/** The translator that JupyterLab's components receive. */
export const translator: IRenderMime.ITranslator = {
  get languageCode() {
    return language();
  },
  load: () => bundle,
};
