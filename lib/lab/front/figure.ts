/**
 * Draws Plotly figures under their cells, with the copy of Plotly that lies beside this page.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";

const mimeType = "application/vnd.plotly.v1+json";

/** The part of Plotly that is used here. */
interface PlotlyModule {
  react(node: HTMLElement, data: unknown, layout: object, config: object): Promise<unknown>;
  relayout(node: HTMLElement, change: object): Promise<unknown>;
  purge(node: HTMLElement): void;
}

/** A JSON object of which nothing more is known. */
type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

let plotly: Promise<PlotlyModule> | undefined;

/** Loads Plotly with the first figure, so that a notebook without figures does not wait for it. */
function loadPlotly(): Promise<PlotlyModule> {
  return plotly ??= import("plotly.js-cartesian-dist-min").then((module) => module.default);
}

const darkScheme = matchMedia("(prefers-color-scheme: dark)");

/** Colours that follow the page, wherever the figure itself leaves them open or asks for white paper. */
function pageColours(layout: Fields): Record<string, unknown> {
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue(darkScheme.matches ? "--ink-dark" : "--ink-light").trim();
  const line = style.getPropertyValue(darkScheme.matches ? "--line-dark" : "--line-light").trim();
  const axes = Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key));
  for (const name of ["xaxis", "yaxis"]) if (!axes.includes(name)) axes.push(name);
  const themed = Object.fromEntries(axes.map((name) => {
    const axis = fields(layout[name]);
    return [name, {
      ...axis,
      ...(darkScheme.matches
        ? { color: ink, gridcolor: line, linecolor: line, zerolinecolor: line }
        : {}),
    }];
  }));
  return {
    ...themed,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: darkScheme.matches ? "rgba(0,0,0,0)" : layout.plot_bgcolor ?? "rgba(0,0,0,0)",
    font: { ...fields(layout.font), ...(darkScheme.matches ? { color: ink } : {}) },
  };
}

/** One figure; it follows the page's width and its light or dark colours. */
class FigureRenderer extends Widget implements IRenderMime.IRenderer {
  #width: ResizeObserver | undefined;
  #redraw: (() => void) | undefined;

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const figure = fields(model.data[mimeType]);
    const layout = fields(figure.layout);
    const summary = model.data["text/plain"];
    this.addClass("course-figure");
    this.node.setAttribute("role", "img");
    this.node.setAttribute("aria-label", typeof summary === "string" ? summary : "figure");
    const height = typeof layout.height === "number" ? layout.height : 380;
    this.node.style.height = `${height}px`;
    const Plotly = await loadPlotly();
    const draw = async () => {
      if (this.isDisposed) return;
      // A figure that fixes its width keeps it only as far as the page is wide enough.
      const available = this.node.clientWidth;
      const width = typeof layout.width === "number" && available > 0
        ? Math.min(layout.width, available)
        : undefined;
      await Plotly.react(
        this.node,
        structuredClone(figure.data ?? []),
        { ...structuredClone(layout), ...pageColours(layout), width, height, autosize: !width },
        { displaylogo: false, ...fields(figure.config), responsive: true },
      );
    };
    this.#stop();
    this.#redraw = () => void draw();
    darkScheme.addEventListener("change", this.#redraw);
    await draw();
    this.node.dataset.drawn = "true";
    if (typeof layout.width === "number") {
      this.#width = new ResizeObserver(this.#redraw);
      this.#width.observe(this.node);
    }
  }

  #stop(): void {
    this.#width?.disconnect();
    if (this.#redraw) darkScheme.removeEventListener("change", this.#redraw);
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.#stop();
    const node = this.node;
    void plotly?.then((Plotly) => Plotly.purge(node));
    super.dispose();
  }
}

/** Preferred to every other form of a figure's output. */
export const figureFactory: IRenderMime.IRendererFactory = {
  safe: true,
  mimeTypes: [mimeType],
  defaultRank: 0,
  createRenderer: () => new FigureRenderer(),
};
