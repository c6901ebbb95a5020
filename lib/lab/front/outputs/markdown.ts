/**
 * Text cells: Markdown by marked, code in it highlighted like the cells, mathematics by KaTeX. All of it
 * works without a network.
 *
 * @module
 */
import type { IEditorLanguageRegistry } from "@jupyterlab/codemirror";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import renderMathInElement from "katex/contrib/auto-render";
import "katex/dist/katex.min.css";
import { Marked } from "marked";

/** Markdown to HTML, which its renderer sanitises. */
export function markdownParser(languages: IEditorLanguageRegistry): IRenderMime.IMarkdownParser {
  const marked = new Marked({
    gfm: true,
    async: true,
    async walkTokens(token) {
      if (token.type !== "code" || typeof token.lang !== "string" || token.lang === "") return;
      const known = languages.findBest(token.lang.split(/\s/)[0]);
      if (!known) return;
      const place = document.createElement("div");
      await languages.highlight(String(token.text), known, place);
      token.text = place.innerHTML;
      token.escaped = true;
    },
  });
  return { render: async (source) => await marked.parse(source) };
}

/** Sets `$…$`, `$$…$$`, `\(…\)` and `\[…\]` inside an element. */
export const mathematics: IRenderMime.ILatexTypesetter = {
  typeset(host) {
    renderMathInElement(host, {
      delimiters: [
        { left: "$$", right: "$$", display: true },
        { left: "\\[", right: "\\]", display: true },
        { left: "\\(", right: "\\)", display: false },
        { left: "$", right: "$", display: false },
      ],
      throwOnError: false, // a mistake in a formula shows in red, in its place
      trust: false, // no links, classes, styles or images from a formula
      maxSize: 40, // no black square over the page, in em
      maxExpand: 1000,
      strict: "ignore", // Korean letters in a formula are fine
    });
  },
};
