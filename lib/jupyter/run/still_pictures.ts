/**
 * Still pictures of Plotly figures, for readers that show no scripts, GitHub above all. Chromium draws each
 * figure with the local plotly.js, without a network, and its picture is stored as `image/png` beside the
 * figure's data. Live HTML is left out of what is stored.
 *
 * @module
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { asObject, isJsonObject, type JsonObject } from "../format/json.ts";
import type { DisplayOutput, Notebook, ResultOutput } from "../format/notebook.ts";

const plotlyType = "application/vnd.plotly.v1+json";
const pictureType = "image/png";
/** Pixels of a picture at scale 1, unless the figure's layout has its own size. */
const defaultSize = { width: 700, height: 450 };
/** The sharpest of these whose picture stays below the limit, or the last. */
const scales = [2, 1.5, 1];
const pictureLimit = 40_000;

/** An output that holds a figure, and the figure. */
interface FigureOutput {
  readonly output: DisplayOutput | ResultOutput;
  readonly figure: JsonObject;
}

/** What {@linkcode addStillPictures} did, in numbers of figures. */
export interface PictureCount {
  drawn: number;
  /** Not drawn: the figure is the same as in the stored notebook, and so is its picture. */
  kept: number;
  /** Without a picture, because there is no Chromium. */
  missing: number;
}

/**
 * Adds a picture to every Plotly figure in `fresh`, and removes its live HTML. A figure that `stored`
 * holds with the same data keeps its picture.
 */
export async function addStillPictures(
  stored: Notebook,
  fresh: Notebook,
  draw: (figure: JsonObject) => Promise<string | undefined>,
): Promise<PictureCount> {
  const count = { drawn: 0, kept: 0, missing: 0 };
  const known = new Map(
    figuresOf(stored).map(({ output, figure }) => [stableText(figure), output.data[pictureType]]),
  );
  for (const { output, figure } of figuresOf(fresh)) {
    delete output.data["text/html"];
    const old = known.get(stableText(figure));
    const picture = old ?? await draw(figure);
    if (picture === undefined) {
      count.missing++;
    } else {
      output.data[pictureType] = picture;
      count[old === undefined ? "drawn" : "kept"]++;
    }
  }
  return count;
}

/** Draws figures in one Chromium, which starts with the first figure. */
export class FigurePainter {
  #browser: Browser | undefined;
  #page: Promise<Page> | undefined;

  /** True if a Chromium was found; without one, figures keep their old pictures or have none. */
  readonly available: boolean;
  readonly #executable: string | undefined;

  constructor(executable: string | undefined = findChromium()) {
    this.#executable = executable;
    this.available = executable !== undefined;
  }

  /** The figure as a PNG in base64; undefined without Chromium. */
  async draw(figure: JsonObject): Promise<string | undefined> {
    if (this.#executable === undefined) return undefined;
    this.#page ??= this.#open(this.#executable);
    const page = await this.#page;
    const layout = asObject(figure.layout);
    const width = typeof layout.width === "number" ? layout.width : defaultSize.width;
    const height = typeof layout.height === "number" ? layout.height : defaultSize.height;
    let picture = "";
    for (const scale of scales) {
      const options = { format: "png", width, height, scale };
      const url: unknown = await page.evaluate(
        `Plotly.toImage(${JSON.stringify(figure)}, ${JSON.stringify(options)})`,
      );
      picture = String(url).replace(/^data:image\/png;base64,/, "");
      if (picture.length * 3 / 4 <= pictureLimit) break;
    }
    return picture;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser?.close();
  }

  async #open(executablePath: string): Promise<Page> {
    // Chromium's own sandbox does not start for root, which containers often are; it only ever loads
    // the page below.
    const args = ["--no-sandbox", "--disable-gpu"];
    this.#browser = await chromium.launch({ executablePath, args });
    const context = await this.#browser.newContext({ offline: true });
    const page = await context.newPage();
    const { default: content } = await import("plotly.js-cartesian-dist-min", {
      with: { type: "text" },
    });
    await page.addScriptTag({ content });
    return page;
  }
}

/** Chromium or Chrome: `CHROME_PATH`, else where systems usually have it. */
export function findChromium(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const candidates = [
    Deno.env.get("CHROME_PATH") ?? "",
    ...names.flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return candidates.find((path) => {
    try {
      return path !== "" && Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

function figuresOf(notebook: Notebook): FigureOutput[] {
  const figures: FigureOutput[] = [];
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    for (const output of cell.outputs) {
      if (output.output_type === "stream" || output.output_type === "error") continue;
      const figure = output.data[plotlyType];
      if (isJsonObject(figure)) figures.push({ output, figure });
    }
  }
  return figures;
}

/** The same text for the same data, whatever the order of keys. */
function stableText(value: JsonObject): string {
  return JSON.stringify(
    value,
    (_, item) =>
      isJsonObject(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => a < b ? -1 : 1))
        : item,
  );
}
