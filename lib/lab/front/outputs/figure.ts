/**
 * Draws Plotly figures under their cells, with the copy of Plotly that lies beside this page.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { element } from "../elements/elements.ts";
import { onSchemeChange, scheme } from "../elements/scheme.ts";
import { onLanguageChange, t } from "../elements/words.ts";

const defaultHeight = 380;
const tallest = 4000;
/** What a figure may choose of Plotly's configuration: neither addresses nor more buttons. */
const choices = [
  "displayModeBar",
  "doubleClick",
  "editable",
  "scrollZoom",
  "showTips",
  "staticPlot",
];
/** The cells scroll in a box of their own, to which the newer `scrollMargin` applies. */
const nearby: IntersectionObserverInit & { readonly scrollMargin: string } = {
  rootMargin: "800px",
  scrollMargin: "800px",
};
/** Plotly's description of a figure. */
export const plotlyType = "application/vnd.plotly.v1+json";
/** Pixels of a still picture, unless the figure's layout has its own size. */
const stillSize = { width: 700, height: 450 };
/** The sharpest of these whose picture stays below the limit, or the last. */
const stillScales = [2, 1.5, 1];
const stillLimit = 40_000;

/** The part of Plotly that is used here. */
interface PlotlyModule {
  react(node: HTMLElement, data: unknown, layout: object, config: object): Promise<unknown>;
  purge(node: HTMLElement): void;
  toImage(figure: object, options: object): Promise<string>;
  /** Knows every kind of trace that this copy of Plotly draws. */
  readonly PlotSchema: { get(): { readonly traces: Readonly<Record<string, unknown>> } };
}

/** A JSON object of which nothing more is known. */
type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** `value` with texts that style nothing: Plotly takes declarations in them, and those can name addresses. */
function plain(value: unknown): unknown {
  if (typeof value === "string") {
    return value.includes("<") ? value.replace(/style\s*=/gi, "") : value;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}

/** The figure in a bundle, without what would have to be fetched. */
function figureIn(value: unknown): Fields {
  const figure = fields(plain(value));
  const layout = fields(figure.layout);
  if (!Array.isArray(layout.images)) return figure;
  const images = layout.images.filter((image) =>
    /^data:image\//.test(String(fields(image).source))
  );
  return { ...figure, layout: { ...layout, images } };
}

function configOf(figure: Fields): Fields {
  const chosen = Object.entries(fields(figure.config)).filter(([name]) => choices.includes(name));
  return { displaylogo: false, ...Object.fromEntries(chosen), responsive: false };
}

let plotly: Promise<PlotlyModule> | undefined;

/** Loads Plotly with the first figure, so that a notebook without figures does not wait for it. */
function loadPlotly(): Promise<PlotlyModule> {
  return plotly ??= import("plotly.js-cartesian-dist-min").then((module) => module.default);
}

/** The kinds of traces in `figure` that this copy of Plotly leaves out, such as `surface`. */
function missingKinds(Plotly: PlotlyModule, { data }: Fields): string[] {
  const known = Plotly.PlotSchema.get().traces;
  const kinds = Array.isArray(data) ? data.map((trace) => fields(trace).type) : [];
  const names = kinds.filter((kind) => typeof kind === "string");
  return [...new Set(names)].filter((name) => !(name in known));
}

/** A figure as a PNG in base64, in its own colours; undefined if this page cannot draw it. */
export async function drawStill(value: unknown): Promise<string | undefined> {
  const Plotly = await loadPlotly();
  const figure = figureIn(value);
  if (missingKinds(Plotly, figure).length > 0) return undefined;
  const layout = fields(figure.layout);
  const sized = (size: unknown, usual: number) => Math.min(Number(size) || usual, tallest);
  const width = sized(layout.width, stillSize.width);
  const height = sized(layout.height, stillSize.height);
  let picture = "";
  for (const scale of stillScales) {
    const options = { format: "png", width, height, scale };
    const url = await Plotly.toImage(structuredClone(figure), options);
    picture = url.replace(/^data:image\/png;base64,/, "");
    if (picture.length * 3 / 4 <= stillLimit) break;
  }
  return picture;
}

const bodyFont = getComputedStyle(document.body).fontFamily;

/** Colours and type that follow the page, wherever a figure leaves them open or asks for white paper. */
function pageLooks(layout: Fields): Record<string, unknown> {
  const style = getComputedStyle(document.documentElement);
  const dark = scheme() === "dark";
  const ink = style.getPropertyValue("--ink").trim();
  const line = style.getPropertyValue("--line").trim();
  const muted = style.getPropertyValue("--muted").trim();
  const font = fields(layout.font);
  const names = Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key));
  const axes = [...new Set(["xaxis", "yaxis", ...names])].map((name) => {
    const colours = dark
      ? { color: ink, gridcolor: line, linecolor: line, zerolinecolor: line }
      : {};
    return [name, { ...fields(layout[name]), ...colours }];
  });
  return {
    ...Object.fromEntries(axes),
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { ...font, family: bodyFont, ...(dark ? { color: ink } : {}) },
    // Plotly would make it of the paper, which is nothing here, and grey.
    modebar: {
      bgcolor: "rgba(0,0,0,0)",
      color: muted,
      activecolor: ink,
      ...fields(layout.modebar),
    },
  };
}

/** A stored picture of a figure. */
function stillImage(picture: unknown, alt: string): HTMLElement | undefined {
  if (typeof picture !== "string") return undefined;
  return element("img", { class: "still", src: `data:image/png;base64,${picture}`, alt });
}

/** One figure. It is drawn when it comes near the window, and follows the page's width and colours. */
class FigureRenderer extends Widget implements IRenderMime.IRenderer {
  readonly #nearWindow = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) void this.#drawFirst();
  }, nearby);
  readonly #resized = new ResizeObserver(() => this.#drawAgain());
  #unfollow = (): void => {};
  #figure: Fields = {};
  #source = "";
  #unlisten = (): void => {};
  #picture: unknown;

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const figure = JSON.stringify(model.data[plotlyType] ?? {});
    if (figure === this.#source) return; // what changed is another form of the output
    this.#source = figure;
    const summary = model.data["text/plain"];
    this.#figure = figureIn(model.data[plotlyType]);
    this.#picture = model.data["image/png"];
    const { height } = fields(this.#figure.layout);
    this.addClass("course-figure");
    this.node.setAttribute("role", "figure"); // no picture: its buttons can be pressed
    this.node.setAttribute("aria-label", typeof summary === "string" ? summary : "figure");
    this.node.style.height = `${Math.min(Number(height) || defaultHeight, tallest)}px`;
    if (this.node.dataset.drawn) await this.#draw();
    else this.#nearWindow.observe(this.node);
    this.node.querySelector(".still")?.remove();
    const still = stillImage(this.#picture, this.node.getAttribute("aria-label") ?? "");
    if (still && !this.node.dataset.drawn) this.node.append(still); // for a page that is printed
    setTimeout(loadPlotly, 1500); // so that the first figure to come near need not wait for it
  }

  async #drawFirst(): Promise<void> {
    this.#nearWindow.disconnect();
    await this.#draw();
    this.node.querySelector(".still")?.remove();
    this.node.dataset.drawn = "true";
    this.#unfollow = onSchemeChange(() => this.#drawAgain());
    this.#resized.observe(this.node);
  }

  #drawAgain(): void {
    if (this.node.dataset.drawn) void this.#draw();
  }

  async #draw(): Promise<void> {
    const Plotly = await loadPlotly();
    if (this.isDisposed) return;
    const missing = missingKinds(Plotly, this.#figure);
    if (missing.length > 0) return this.#showInstead(missing);
    const layout = fields(this.#figure.layout);
    // A figure that fixes its width keeps it only as far as the page is wide enough.
    const wanted = typeof layout.width === "number" ? layout.width : Infinity;
    await Plotly.react(
      this.node,
      structuredClone(this.#figure.data ?? []),
      {
        ...structuredClone(layout),
        ...pageLooks(layout),
        width: Math.min(wanted, this.node.clientWidth || Infinity),
        height: this.node.clientHeight || defaultHeight,
      },
      configOf(this.#figure),
    );
  }

  /** The output's still picture, or its text, in the place of a figure that this page cannot draw. */
  #showInstead(kinds: readonly string[]): void {
    const note = element("p", { class: "left-out", role: "note" });
    this.#unlisten();
    this.#unlisten = onLanguageChange(() =>
      note.textContent = `${t("This page has no means to draw:")} ${kinds.join(", ")}`
    );
    const summary = this.node.getAttribute("aria-label") ?? "";
    const instead = stillImage(this.#picture, summary) ?? element("pre", {}, summary);
    instead.classList.remove("still");
    this.node.style.height = "auto";
    this.node.replaceChildren(instead, note);
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.#unlisten();
    this.#nearWindow.disconnect();
    this.#resized.disconnect();
    this.#unfollow();
    const node = this.node;
    void plotly?.then((Plotly) => Plotly.purge(node));
    super.dispose();
  }
}

/** Preferred to every other form of a figure's output. */
export const figureFactory: IRenderMime.IRendererFactory = {
  safe: true,
  mimeTypes: [plotlyType],
  defaultRank: 0,
  createRenderer: () => new FigureRenderer(),
};
