/**
 * `text/html` outputs. They may lay out and colour, but not act: the page's content policy runs no script of a
 * notebook, because a script in the page could do everything that the learner can. Where something was left
 * out, a notice says so.
 *
 * @module
 */
import { htmlRendererFactory, type IRenderMime, RenderedHTML } from "@jupyterlab/rendermime";
import { translated } from "../elements/elements.ts";

const acting = "script, iframe, object, embed, form, link, meta, base";

/** HTML without what acts, and whether there was any. */
function withoutActs(html: string): { readonly html: string; readonly left: boolean } {
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
  const styles = [...parsed.head.querySelectorAll("style")].map((node) => node.outerHTML);
  return { html: styles.join("") + parsed.body.innerHTML, left };
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
      translated(
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
