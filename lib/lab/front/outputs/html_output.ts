/**
 * `text/html` outputs. They may lay out and colour, never act: the page's content policy lets no script of a
 * notebook run, since whoever runs in the page could do all that the learner can. What is left out is
 * said in its place, so that nobody looks at an empty output and wonders.
 *
 * @module
 */
import { htmlRendererFactory, type IRenderMime, RenderedHTML } from "@jupyterlab/rendermime";
import { spoken } from "../elements/elements.ts";

const acting = "script, iframe, object, embed, form, link, meta, base";

/** HTML without what acts, and whether there was any. */
export function withoutActs(html: string): { readonly html: string; readonly left: boolean } {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  let left = false;
  for (const node of parsed.querySelectorAll(acting)) {
    left ||= node.matches("script, iframe, object, embed");
    node.remove();
  }
  for (const node of parsed.querySelectorAll("*")) {
    for (const { name, value } of [...node.attributes]) {
      const acts = /^on/i.test(name) || /^\s*javascript:/i.test(value);
      if (!acts) continue;
      node.removeAttribute(name);
      left = true;
    }
  }
  return {
    html: [...parsed.head.querySelectorAll("style")].map(outer).join("") + body(parsed),
    left,
  };
}

function outer(node: Element): string {
  return node.outerHTML;
}

function body(parsed: Document): string {
  return parsed.body.innerHTML;
}

class SafeHtml extends RenderedHTML {
  override async render(model: IRenderMime.IMimeModel): Promise<void> {
    const source = model.data[this.mimeType];
    const { html, left } = withoutActs(typeof source === "string" ? source : "");
    const safe: IRenderMime.IMimeModel = {
      trusted: true,
      data: { ...model.data, [this.mimeType]: html },
      metadata: model.metadata,
      setData: (change) => model.setData(change),
    };
    await super.render(safe);
    if (!left) return;
    this.node.append(
      spoken(
        "p",
        "A part of this output is left out: this page runs no script that comes from a notebook. A figure of lib/plots appears when its cell runs here.",
        { class: "left-out", role: "note" },
      ),
    );
  }
}

/** Takes the place of JupyterLab's own renderer of HTML, so it has to come after it. */
export const safeHtmlFactory: IRenderMime.IRendererFactory = {
  ...htmlRendererFactory,
  createRenderer: (options) => new SafeHtml(options),
};
