/**
 * The notebook as a file to take away: as it is, one HTML page that needs nothing else, or a TypeScript module.
 *
 * @module
 */
import { type Cell, CodeCell } from "@jupyterlab/cells";
import { type IOutput, isError, isStream } from "@jupyterlab/nbformat";
import { MimeModel } from "@jupyterlab/rendermime";
import type { OpenNotebook } from "../document/document.ts";
import { element } from "../elements/elements.ts";

/** Hands a file to the browser. */
function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function fileName(path: string, extension: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.ipynb$/, extension);
}

function sourceOf(cell: Cell): string {
  return cell.model.sharedModel.getSource();
}

/** The notebook itself, with what has not been saved yet. */
export function downloadNotebook({ context }: OpenNotebook): void {
  const text = `${JSON.stringify(context.model.toJSON(), null, 1)}\n`;
  download(fileName(context.path, ".ipynb"), "application/x-ipynb+json", text);
}

/** Code cells one after the other, and text cells as comments between them. */
export function downloadTypeScript({ panel, context }: OpenNotebook): void {
  const parts = panel.content.widgets.map((cell) => {
    const source = sourceOf(cell).trimEnd();
    return cell.model.type === "code" ? source : source.replace(/^/gm, "// ").replace(/ +$/gm, "");
  });
  const text = parts.filter((part) => part !== "").join("\n\n");
  download(fileName(context.path, ".ts"), "text/plain", `${text}\n`);
}

const style = `
  :root { color-scheme: light dark; }
  body { max-width: 54rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif; }
  pre { overflow-x: auto; padding: 0.7rem 0.9rem; border-radius: 8px; font-size: 0.87rem;
    background: light-dark(#f5f3ef, #22252b); white-space: pre-wrap; }
  .output pre { background: none; padding: 0.1rem 0.9rem; }
  .output img { max-width: 100%; height: auto; background: #fff; }
  .error { color: light-dark(#b3261e, #ff8f85); }
  blockquote { margin-inline: 0; padding-left: 1rem; border-left: 3px solid #8888; color: GrayText; }
  table { border-collapse: collapse; } th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #8886; }
  .katex-display { display: block; overflow-x: auto; padding-block: 0.6rem; }`;

/** Text, code, outputs and still pictures of the figures; formulas as MathML. */
export async function downloadHtml(open: OpenNotebook): Promise<void> {
  const body = element("body");
  for (const cell of open.panel.content.widgets) {
    if (cell.model.type === "markdown") {
      body.append(await rendered(open, "text/markdown", sourceOf(cell)));
      continue;
    }
    body.append(element("pre", {}, element("code", {}, sourceOf(cell))));
    if (!(cell instanceof CodeCell)) continue;
    for (const output of cell.model.outputs.toJSON()) body.append(await outputNode(open, output));
  }
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, document.title),
    element("style", {}, style),
  );
  const page = element("html", { lang: document.documentElement.lang }, head, body);
  const name = fileName(open.context.path, ".html");
  download(name, "text/html", `<!doctype html>\n${page.outerHTML}\n`);
}

async function outputNode(open: OpenNotebook, output: IOutput): Promise<HTMLElement> {
  const node = element("div", { class: "output" });
  if (isStream(output)) node.append(element("pre", {}, plainText(output.text)));
  else if (isError(output)) {
    const words = output.traceback.join("\n") || `${output.ename}: ${output.evalue}`;
    node.append(element("pre", { class: "error" }, plainText(words)));
  } else {
    const data: unknown = output.data;
    const form = (type: string): string | undefined => {
      const value = typeof data === "object" && data !== null ? Reflect.get(data, type) : undefined;
      return Array.isArray(value) ? value.join("") : typeof value === "string" ? value : undefined;
    };
    const words = plainText(form("text/plain") ?? "");
    const picture = form("image/png")?.replace(/\s/g, "");
    const rich = ["text/html", "image/svg+xml", "text/markdown"].find((type) => form(type));
    if (picture) {
      node.append(element("img", { src: `data:image/png;base64,${picture}`, alt: words }));
    } else if (rich) node.append(await rendered(open, rich, form(rich) ?? ""));
    else node.append(element("pre", {}, words));
  }
  return node;
}

/** What the page itself would show, as plain HTML. */
async function rendered(
  { panel }: OpenNotebook,
  type: string,
  source: string,
): Promise<HTMLElement> {
  const { rendermime } = panel.content;
  const renderer = rendermime.createRenderer(type);
  await renderer.renderModel(new MimeModel({ data: { [type]: source } }));
  const node = element("div");
  node.append(...renderer.node.childNodes);
  rendermime.latexTypesetter?.typeset(node);
  for (const formula of node.querySelectorAll(".katex")) {
    formula.replaceWith(formula.querySelector("math") ?? "");
  }
  for (const link of node.querySelectorAll(".jp-InternalAnchorLink")) link.remove();
  renderer.dispose();
  return node;
}

/** Text without the codes for a terminal's colours. */
function plainText(text: string | readonly string[]): string {
  // deno-lint-ignore no-control-regex -- that is what such a code begins with
  return (typeof text === "string" ? text : text.join("")).replace(/\x1b\[[\d;]*m/g, "");
}
