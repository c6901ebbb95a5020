/**
 * Shows the verdict of a check in the page's language; it holds both.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { reportIn, verdictType } from "lib/homework/exercise/in_notebook.ts";
import { element } from "../elements/elements.ts";
import { language, onLanguageChange } from "../elements/words.ts";

class VerdictRenderer extends Widget implements IRenderMime.IRenderer {
  // deno-lint-ignore require-await
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const report = reportIn(model.data[verdictType]);
    const plain = model.data["text/plain"];
    const text = element("pre", { class: "verdict" });
    onLanguageChange(() => {
      text.textContent = report?.[language()] ?? (typeof plain === "string" ? plain : "");
      text.lang = report ? language() : "en";
    });
    this.node.replaceChildren(text);
  }
}

/** Preferred to the plain text of the same output. */
export const verdictFactory: IRenderMime.IRendererFactory = {
  safe: true,
  mimeTypes: [verdictType],
  defaultRank: 0,
  createRenderer: () => new VerdictRenderer(),
};
