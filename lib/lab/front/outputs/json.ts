/**
 * Outputs that are data and come without a text or a picture: they show as JSON.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime";
import { translated } from "../elements/elements.ts";
import { TextRenderer } from "./text.ts";

const vega = ["vega.v3", "vega.v4", "vega.v5", "vega.v6"];
const vegaLite = ["vegalite.v2", "vegalite.v3", "vegalite.v4", "vegalite.v5", "vegalite.v6"];
const chartTypes = [...vega, ...vegaLite].map((name) => `application/vnd.${name}+json`);

class JsonRenderer extends TextRenderer {
  constructor(options: IRenderMime.IRendererOptions) {
    super(options);
    if (!chartTypes.includes(options.mimeType)) return;
    this.node.prepend(
      translated(
        "p",
        "This page draws Plotly figures only. This is the description of a Vega chart.",
        { class: "left-out", role: "note" },
      ),
    );
  }

  protected override textOf({ data }: IRenderMime.IMimeModel): string {
    const text = JSON.stringify(data[this.mimeType], null, 2) ?? "";
    return text.replace(/\[\n[^[\]{}]*\]/g, (list) =>
      // of numbers or words
      list.replace(/\[\n\s*/, "[").replace(/\n\s*\]/, "]").replace(/\n\s*/g, " "));
  }
}

/** Asked only where an output has no better form. */
export const jsonFactory: IRenderMime.IRendererFactory = {
  safe: true,
  mimeTypes: ["application/json", ...chartTypes],
  defaultRank: 130,
  createRenderer: (options) => new JsonRenderer(options),
};
