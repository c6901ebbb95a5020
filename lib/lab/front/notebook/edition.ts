/**
 * The notebook in the other language: the switch opens it at the same cell, and takes the learner's answers along.
 *
 * @module
 */
import type { OpenNotebook } from "../document/document.ts";
import type { Saving } from "../document/saving.ts";
import { notebookAddress } from "../elements/addresses.ts";
import { lastPlace } from "../elements/place.ts";
import { language, switchLanguage } from "../elements/words.ts";

/**
 * Switches the page's language, and goes to the notebook's edition in it. The page stays where there is none, and
 * where the notebook could not be saved.
 */
export async function switchEdition(
  { context, panel }: OpenNotebook,
  saving: Pick<Saving, "saveChanges">,
): Promise<void> {
  const { path } = context;
  switchLanguage();
  const isKorean = path.split("/").at(-2) === "ko";
  if (isKorean === (language() === "ko")) return;
  if (!await saving.saveChanges()) return;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const response = await fetch(`/course/editions/${encoded}`, { method: "POST" });
  if (!response.ok) return;
  const { path: other }: { path: string } = await response.json();
  const cell = lastPlace(path)?.cell ?? panel.content.activeCell?.model.id ?? "";
  location.assign(`${notebookAddress(other)}#${cell}`);
}
