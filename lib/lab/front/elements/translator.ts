/**
 * Translates JupyterLab's dialogs into the page's language.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { language, t } from "./words.ts";

/** JupyterLab's sentences that a learner may meet, in the course's words. */
const plainer: Readonly<Record<string, string>> = {
  "File Changed": "The file has changed",
  [
    `"%1" has changed on disk since the last time it was opened or saved.
Do you want to overwrite the file on disk with the version open here,
or load the version on disk (revert)?`
  ]: "Another tab or program has written %1 since this page read it. Which version do you want to go on with? A copy of the other one is kept in the folder .backups.",
  "Revert": "Load from disk",
  "Overwrite": "Keep this page",
  "↑↓ for history. Search history with c-↑/c-↓": "Type your answer, then Enter",
};

/** `id` in the page's language. */
function translate(id: string): string {
  return t(plainer[id] ?? id);
}

/** Fills `%1`, `%2`, … */
function fill(text: string, values: readonly unknown[]): string {
  return text.replace(/%(\d+)/g, (place, n: string) => String(values[Number(n) - 1] ?? place));
}

const bundle: IRenderMime.TranslationBundle = {
  __: (id, ...values) => fill(translate(id), values),
  gettext: (id, ...values) => fill(translate(id), values),
  _n: (one, many, n, ...values) => fill(translate(n === 1 ? one : many), [n, ...values]),
  ngettext: (one, many, n, ...values) => fill(translate(n === 1 ? one : many), [n, ...values]),
  _p: (_context, id, ...values) => fill(translate(id), values),
  pgettext: (_context, id, ...values) => fill(translate(id), values),
  _np: (_context, one, many, n, ...values) => fill(translate(n === 1 ? one : many), [n, ...values]),
  npgettext: (_context, one, many, n, ...values) =>
    fill(translate(n === 1 ? one : many), [n, ...values]),
  dcnpgettext: (_domain, _context, one, many, n, ...values) =>
    fill(translate(n === 1 ? one : many), [n, ...values]),
};

/** The translator that JupyterLab's components receive. */
export const translator: IRenderMime.ITranslator = {
  get languageCode() {
    return language();
  },
  load: () => bundle,
};
