/**
 * Texts and code as HTML, made when the site is built: Markdown with formulas set by KaTeX, and TypeScript in colours.
 * A page needs no script to show them.
 *
 * @module
 */
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { parser } from "@lezer/javascript";
import katex from "katex";
import { Marked, type TokenizerAndRendererExtension } from "marked";
import { escape } from "@std/html";

const typescript = parser.configure({ dialect: "ts" });

/** TypeScript with a class for each kind of word: `tok-keyword`, `tok-string` and so on. */
export function codeHtml(code: string): string {
  let html = "";
  highlightCode(
    code,
    typescript.parse(code),
    classHighlighter,
    (text, classes) =>
      html += classes === "" ? escape(text) : `<span class="${classes}">${escape(text)}</span>`,
    () => html += "\n",
  );
  return html;
}

/** The forms of a formula, of which the first that fits counts. */
const formulas: readonly (readonly [form: RegExp, isDisplayed: boolean])[] = [
  [/^\$\$([^]+?)\$\$/, true],
  [/^\\\[([^]+?)\\\]/, true],
  [/^\\\(([^]+?)\\\)/, false],
  [/^\$((?:\\[^]|[^$\\])+?)\$/, false],
];

const formula: TokenizerAndRendererExtension = {
  name: "formula",
  level: "inline",
  start: (text) => /[$]|\\[[(]/.exec(text)?.index,
  tokenizer(text) {
    for (const [form, isDisplayed] of formulas) {
      const found = form.exec(text);
      if (found) return { type: "formula", raw: found[0], text: found[1], isDisplayed };
    }
    return undefined;
  },
  renderer: ({ text, isDisplayed }) =>
    katex.renderToString(String(text), {
      displayMode: isDisplayed === true,
      throwOnError: true, // the course's own formulas are right
      strict: "ignore",
    }),
};

/** How a link in a notebook is written on a page. */
export type LinkRule = (address: string) => string;

/** Markdown as HTML. `link` says where links lead. */
export function markdownHtml(text: string, link: LinkRule): string {
  const marked = new Marked({
    gfm: true,
    extensions: [formula],
    renderer: {
      code: ({ text, lang = "" }) =>
        `<pre><code>${
          /^(?:ts|js|typescript)/.test(lang) ? codeHtml(text) : escape(text)
        }</code></pre>\n`,
      heading({ tokens, depth }) {
        const inner = this.parser.parseInline(tokens);
        const id = slug(inner);
        return `<h${depth} id="${escape(id)}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escape(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      table({ header, rows }) {
        const row = (cells: typeof header, tag: string) =>
          `<tr>${
            cells.map(({ tokens, align }) =>
              `<${tag}${align ? ` class="${align}"` : ""}>${
                this.parser.parseInline(tokens)
              }</${tag}>`
            ).join("")
          }</tr>`;
        return `<div class="wide"><table><thead>${row(header, "th")}</thead><tbody>${
          rows.map((cells) => row(cells, "td")).join("")
        }</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(text);
  if (typeof html !== "string") throw new TypeError("expected Markdown to be read at once");
  return html;
}

/** The name by which a heading's place can be linked, as Jupyter makes it. */
function slug(html: string): string {
  return html.replace(/<[^>]*>/g, "").replace(/\s+/g, "-");
}
