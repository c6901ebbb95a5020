/**
 * Which of its two languages the library speaks in a notebook.
 *
 * @module
 */
import { type Language, languageOf } from "lib/language.ts";
import { environmentVariable } from "lib/platform/environment.ts";
import { workingFolder } from "lib/platform/notebook.ts";

/**
 * The language in which the library speaks inside of a notebook: that of its edition. Korean notebooks lie, and so
 * run, in a folder `ko`; `COURSE_LANGUAGE` says otherwise. English where neither can be asked for.
 */
export function notebookLanguage(): Language {
  const wanted = environmentVariable("COURSE_LANGUAGE");
  if (wanted) return languageOf(wanted);
  return /[/\\]ko$/.test(workingFolder() ?? "") ? "ko" : "en";
}
