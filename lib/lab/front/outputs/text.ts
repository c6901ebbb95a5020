/**
 * Text outputs: what a program printed, and values as text. A long text is laid out in pieces, of which the
 * browser skips those out of sight, and shows in a box that scrolls until the learner asks for all of it.
 *
 * @module
 */
import { type IRenderMime, renderText, textRendererFactory } from "@jupyterlab/rendermime";
import { Widget } from "@lumino/widgets";
import { element } from "../elements/elements.ts";
import { language, onLanguageChange, t } from "../elements/words.ts";

const linesInPiece = 500;
/** Longer texts show in a box. */
const linesOutsideBox = 200;

// deno-lint-ignore no-control-regex -- that is what a terminal's codes begin with
const colourCode = /\x1b\[[\d;]*m/g;

/** Some whole lines. */
interface Piece {
  readonly text: string;
  readonly lines: number;
  /** The codes that the lines begin with, because the lines before left them switched on. */
  readonly colours: string;
  readonly node: HTMLElement;
}

/** Renders a form of an output that is a text. */
export class TextRenderer extends Widget implements IRenderMime.IRenderer {
  readonly #options: IRenderMime.IRendererOptions;
  readonly #box = element("div", { class: "text-box" });
  readonly #button = element("button", { type: "button", class: "text-more" });
  readonly #unlisten: () => void;
  #pieces: Piece[] = [];
  #lines = 0;
  #whole = false;
  /** A program is printing it, so that its newest lines should show. */
  #grows = false;
  /** The learner has not scrolled away from the newest line. */
  #atEnd = true;

  constructor(options: IRenderMime.IRendererOptions) {
    super();
    this.#options = options;
    this.addClass("jp-RenderedText");
    this.node.dataset.mimeType = options.mimeType;
    this.node.append(this.#box);
    let before = 0;
    this.#box.addEventListener("scroll", () => {
      const { scrollTop, clientHeight, scrollHeight } = this.#box;
      // The event may come after further lines: only who has gone back has left the end.
      if (scrollTop + clientHeight >= scrollHeight - 20) this.#atEnd = true;
      else if (scrollTop < before) this.#atEnd = false;
      before = scrollTop;
    }, { passive: true });
    this.#button.addEventListener("click", () => {
      this.#whole = !this.#whole;
      this.#showBox();
      if (!this.#whole) this.node.scrollIntoView({ block: "nearest" });
    });
    this.#unlisten = onLanguageChange(() => this.#showBox());
  }

  override dispose(): void {
    this.#unlisten();
    super.dispose();
  }

  renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    // What a running cell prints is followed from the first, what is stored reads from its beginning.
    this.#grows = this.#pieces.length > 0 || model.trusted;
    this.#write(this.textOf(model));
    this.#showBox();
    this.#follow();
    return Promise.resolve();
  }

  /** The first lines come before the box is on the page, where nothing can be scrolled. */
  protected override onAfterAttach(): void {
    this.#follow();
  }

  #follow(): void {
    // Without a box nothing scrolls, and to ask for a height would have the whole page laid out at once.
    if (!this.#box.classList.contains("boxed")) return;
    if (this.#grows && this.#atEnd) this.#box.scrollTop = this.#box.scrollHeight;
  }

  /** Which form of the output this renders. */
  protected get mimeType(): string {
    return this.#options.mimeType;
  }

  /** The text that shows. */
  protected textOf({ data }: IRenderMime.IMimeModel): string {
    return String(data[this.mimeType]);
  }

  /** Shows `text`, and leaves the pieces alone that it begins with. */
  #write(text: string): void {
    const kept: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      if (piece.lines < linesInPiece || !text.startsWith(piece.text, at)) break;
      kept.push(piece);
      at += piece.text.length;
    }
    for (const { node } of this.#pieces.slice(kept.length)) node.remove();
    this.#pieces = kept;
    let colours = coloursAfter(kept.at(-1));
    while (at < text.length || this.#pieces.length === 0) {
      const { end, lines } = pieceFrom(text, at);
      const node = element("div", { class: "text-piece" });
      node.style.setProperty("--lines", String(Math.max(lines, 1)));
      const piece: Piece = { text: text.slice(at, end), lines, colours, node };
      const { sanitizer, translator } = this.#options;
      void renderText({ host: node, sanitizer, source: colours + piece.text, translator });
      this.#box.append(node);
      this.#pieces.push(piece);
      colours = coloursAfter(piece);
      at = end;
      if (end >= text.length) break;
    }
    this.#lines = this.#pieces.reduce((sum, { lines }) => sum + lines, 0);
  }

  #showBox(): void {
    const long = this.#lines > linesOutsideBox;
    const boxed = long && !this.#whole;
    this.#box.classList.toggle("boxed", boxed);
    if (!long) {
      this.#button.remove();
      return;
    }
    if (boxed) {
      this.#box.tabIndex = 0; // so that the arrow keys can scroll it
      this.#box.setAttribute("role", "region");
      this.#box.setAttribute("aria-label", t("Printed text"));
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) {
        this.#box.removeAttribute(name);
      }
    }
    const words = this.#whole ? "Show less" : "Show all lines";
    const count = this.#lines.toLocaleString(language());
    this.#button.textContent = `${t(words)} (${count})`;
    if (!this.#button.isConnected) this.node.append(this.#button);
  }
}

/** The end of the piece that begins at `start`, and its number of lines. */
function pieceFrom(
  text: string,
  start: number,
): { readonly end: number; readonly lines: number } {
  let [end, lines] = [start, 0];
  while (lines < linesInPiece) {
    const next = text.indexOf("\n", end) + 1;
    if (next === 0) {
      return { end: text.length, lines: lines + (end < text.length ? 1 : 0) };
    }
    end = next;
    lines++;
  }
  return { end, lines };
}

/** The codes for colours that are switched on after a piece. */
function coloursAfter(piece: Piece | undefined): string {
  if (!piece) return "";
  const codes = (piece.colours + piece.text).match(colourCode) ?? [];
  const reset = codes.findLastIndex((code) => /^.\[0*m$/.test(code));
  return codes.slice(reset + 1).slice(-20).join("");
}

/** Takes the place of JupyterLab's own renderer of text, so it has to come after it. */
export const textFactory: IRenderMime.IRendererFactory = {
  ...textRendererFactory,
  createRenderer: (options) => new TextRenderer(options),
};
