/**
 * `text/html` outputs. In the page they may lay out and colour themselves, but not act: a script in the page
 * could do everything that the learner can. An output that needs scripts or a style sheet of its own gets them in
 * a frame that can reach neither the page nor the network, once its cell has run in this page; a stored one shows
 * what is harmless in it, and a notice says that something was left out.
 *
 * @module
 */
import { htmlRendererFactory, type IRenderMime, RenderedHTML } from "@jupyterlab/rendermime";
import { element, translated } from "../elements/elements.ts";
import { t } from "../elements/words.ts";
import { cleanHtml } from "./sanitizer.ts";

const tallest = 2000;

/** A frame that runs `html`, as tall as it asks for. */
function frameOf(html: string): HTMLElement {
  const frame = element("iframe", {
    class: "html-frame",
    sandbox: "allow-scripts",
    src: new URL("./frame.html", import.meta.url).href, // beside this page's own script
    title: t("Output with scripts"),
  });
  frame.addEventListener("load", () => frame.contentWindow?.postMessage({ html }, "*"), {
    once: true, // what the frame goes on to is none of the page's
  });
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (!frame.isConnected) return removeEventListener("message", listen);
    if (source !== frame.contentWindow || typeof data !== "object" || data === null) return;
    const height = Number(Reflect.get(data, "height"));
    if (height >= 0) frame.style.height = `${Math.min(Math.ceil(height), tallest)}px`;
  };
  addEventListener("message", listen);
  return frame;
}

class HtmlRenderer extends RenderedHTML {
  override async render(model: IRenderMime.IMimeModel): Promise<void> {
    const source = String(model.data[this.mimeType]);
    const { isReduced } = cleanHtml(source);
    if (isReduced && model.trusted) return this.node.replaceChildren(frameOf(source));
    await super.render(untrusted(model));
    if (!isReduced) return;
    this.node.append(
      translated(
        "p",
        "A part of this output is left out: nothing that is stored in a notebook runs here before you run its cell.",
        { class: "left-out", role: "note" },
      ),
    );
  }
}

/** The same output, which JupyterLab's renderer sanitises. */
export function untrusted(model: IRenderMime.IMimeModel): IRenderMime.IMimeModel {
  return {
    trusted: false,
    data: model.data,
    metadata: model.metadata,
    setData: (change) => model.setData(change),
  };
}

/** Takes the place of JupyterLab's own renderer of HTML, so it has to come after it. */
export const htmlFactory: IRenderMime.IRendererFactory = {
  ...htmlRendererFactory,
  createRenderer: (options) => new HtmlRenderer(options),
};
