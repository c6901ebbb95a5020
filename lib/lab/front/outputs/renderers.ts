/**
 * What shows the forms of outputs, and text cells. JupyterLab has two ways to show most of them, one for outputs
 * that it trusts; here there is one. So it does not matter where an output comes from, and nothing that a file says
 * of itself counts.
 *
 * @module
 */
import {
  errorRendererFactory,
  imageRendererFactory,
  type IRenderMime,
  javaScriptRendererFactory,
  latexRendererFactory,
  markdownRendererFactory,
  RenderedMarkdown,
  RenderedSVG,
  svgRendererFactory,
} from "@jupyterlab/rendermime";
import { OutputArea } from "@jupyterlab/outputarea";
import { figureFactory } from "./figure.ts";
import { htmlFactory, untrusted } from "./html_output.ts";
import { jsonFactory } from "./json.ts";
import { textFactory } from "./text.ts";
import { verdictFactory } from "./verdict.ts";

class MarkdownRenderer extends RenderedMarkdown {
  override render(model: IRenderMime.IMimeModel): Promise<void> {
    return super.render(untrusted(model));
  }
}

/** A drawing as an image: there it runs no script, loads nothing and answers no click. */
class SvgRenderer extends RenderedSVG {
  override render(model: IRenderMime.IMimeModel): Promise<void> {
    return super.render({ ...untrusted(model), trusted: true });
  }
}

/** Every form of an output that this page shows. */
export const rendererFactories: readonly IRenderMime.IRendererFactory[] = [
  figureFactory,
  verdictFactory,
  htmlFactory,
  { ...markdownRendererFactory, createRenderer: (options) => new MarkdownRenderer(options) },
  latexRendererFactory,
  { ...svgRendererFactory, safe: true, createRenderer: (options) => new SvgRenderer(options) },
  imageRendererFactory,
  { ...javaScriptRendererFactory, safe: true }, // only says that it is not run
  errorRendererFactory,
  textFactory,
  jsonFactory,
];

/**
 * No output chooses a frame for itself: JupyterLab would write one that has the page's origin. The name is a
 * function's in the types, and a property in fact.
 */
export function useOneWayToShow(): void {
  Object.defineProperty(OutputArea, "isIsolated", { value: () => false });
}
