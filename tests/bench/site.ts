/**
 * How long a learner waits on the course's site, with a browser that knows nothing yet (cold) and with one whose
 * service worker keeps the site (warm): until a lesson can be read, and until its first cell has run; how fast cells
 * are there; and how much of each is fetched. Where `COURSE_JUPYTERLITE` names one, JupyterLite does the same in turns.
 *
 * @module
 */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { projectFile } from "lib/platform/project.ts";
import { median } from "lib/statistics.ts";
import { launchChromium } from "../lab/chromium.ts";
import { output, ready, write } from "../lab/notebook_page.ts";
import { openJupyterLite } from "../site/jupyter_lite.ts";
import { SiteServer } from "../site/site_server.ts";
import { untilKept } from "../site/site_page.ts";
import type { Line, Servers } from "./contests.ts";

/** The lesson that is opened. */
const lesson = "notebooks/04-scaling.ipynb";
const lessonPage = lesson.replace(/ipynb$/, "html");

/** A notebook behind an address, in a front end that runs in the browser alone. */
interface SiteFrontEnd {
  readonly name: string;
  readonly address: string;
  /** Waits until the notebook can be read. */
  read(page: Page): Promise<void>;
  /** Runs its first code cell, and waits until that has ended. */
  run(page: Page): Promise<void>;
  /** Waits until the browser keeps what it will have at the next visit. */
  keep?(page: Page): Promise<void>;
}

/** What one opening took: milliseconds from the address, and kB that the page fetched. */
interface Opening {
  /** Something shows, be it a picture that turns. */
  readonly paint: number;
  /** The notebook shows. */
  readonly read: number;
  readonly readSize: number;
  /** The first cell has run. */
  readonly run: number;
  readonly runSize: number;
  /** Of a trivial cell: from the key to its result on the screen. */
  readonly roundTrip: number;
}

/** What is measured of each opening, in words. */
const parts: readonly (readonly [part: keyof Opening, unit: string, words: string])[] = [
  ["paint", "ms", "address to first contentful paint"],
  ["read", "ms", "address to a notebook that can be read"],
  ["readSize", "kB", "fetched until it can be read"],
  ["run", "ms", "address to the first cell's result"],
  ["runSize", "kB", "fetched until the first cell's result"],
  ["roundTrip", "ms", "round trip of a trivial cell"],
];

/** Opens the site, and JupyterLite where there is one, round by round. */
export async function measureSite(
  servers: Servers,
  { rounds, quick }: { readonly rounds: number; readonly quick: boolean },
): Promise<Line[]> {
  if (!findChromium()) {
    servers.problems.push("site: Chromium is not installed");
    return [];
  }
  await using server = await SiteServer.build({ asHosted: true });
  await using lite = openJupyterLite();
  if (!lite) servers.problems.push("JupyterLite: COURSE_JUPYTERLITE names none");
  await using browser = await launchChromium();
  const course: SiteFrontEnd = {
    name: "site",
    address: server.address(lessonPage),
    async read(page) {
      await page.waitForLoadState("load");
      await page.locator(".jp-Cell").first().waitFor();
    },
    async run(page) {
      await page.locator("[data-run]").first().click();
      const first = page.locator(".jp-CodeCell").first();
      await first.locator(".jp-InputPrompt", { hasText: "[1]:" }).waitFor({ state: "attached" });
      await first.locator(".jp-OutputArea-output", { hasText: "tfjs" }).waitFor();
    },
    keep: untilKept,
  };
  return [
    ...await measureOpenings(browser, lite ? [course, lite] : [course], rounds, quick ? 5 : 51),
    ...await measureSteps(browser, server, servers, {
      threads: quick ? [1] : [1, 2],
      rounds,
      steps: quick ? 1 : 5,
    }),
    ...await measureOfflineCopy(server.folder),
  ];
}

async function measureOpenings(
  browser: Browser,
  frontEnds: readonly SiteFrontEnd[],
  rounds: number,
  cells: number,
): Promise<Line[]> {
  const runs = [];
  for (const frontEnd of frontEnds) {
    const context = await browser.newContext(); // stays for the warm rounds
    await timeOpening(context, frontEnd, 1, { keep: true });
    const openings = { cold: new Array<Opening>(), warm: new Array<Opening>() };
    runs.push({ frontEnd, context, openings });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { frontEnd, openings } of runs) {
      await using context = await browser.newContext();
      openings.cold.push(await timeOpening(context, frontEnd, cells));
    }
    for (const { frontEnd, context, openings } of runs) {
      await forgetNotebooks(context, frontEnd.address);
      openings.warm.push(await timeOpening(context, frontEnd, cells));
    }
  }
  for (const { context } of runs) await context.close();
  return runs.flatMap(({ frontEnd, openings }) =>
    (["cold", "warm"] as const).flatMap((kind) =>
      parts.map(([part, unit, words]): Line => ({
        name: `${frontEnd.name}, ${words}, ${kind}`,
        unit,
        value: median(openings[kind].map((opening) => opening[part])),
      }))
    )
  );
}

/** A notebook that is as if nobody had changed it, in a browser that knows all else. */
async function forgetNotebooks(context: BrowserContext, address: string): Promise<void> {
  await using page = await context.newPage();
  const tools = await context.newCDPSession(page);
  const { origin } = new URL(address);
  await tools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
}

/** Opens a notebook and runs its first cell, then trivial ones. */
async function timeOpening(
  context: BrowserContext,
  frontEnd: SiteFrontEnd,
  cells: number,
  { keep = false } = {},
): Promise<Opening> {
  await using page = await context.newPage();
  page.setDefaultTimeout(120_000); // a loaded machine takes its time
  const fetched = countFetched(page);
  const begin = performance.now();
  await page.goto(frontEnd.address, { waitUntil: "commit" });
  await frontEnd.read(page);
  const read = performance.now() - begin;
  const readSize = fetched();
  await frontEnd.run(page);
  const run = performance.now() - begin;
  const runSize = fetched();
  const paint = await firstPaint(page);
  const roundTrip = median(await timeCells(page, cells));
  if (keep) await frontEnd.keep?.(page);
  return { paint, read, readSize: await readSize, run, runSize: await runSize, roundTrip };
}

/** Counts the kB that come over the network for a page and its threads, without what is kept for later. */
function countFetched(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const size = async (): Promise<number> => {
      if ((await request.response())?.fromServiceWorker()) return 0;
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      return responseHeadersSize + responseBodySize;
    };
    sizes.push(size().catch(() => 0)); // the page has been closed meanwhile
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** Milliseconds from the address to the first text or picture. */
async function firstPaint(page: Page): Promise<number> {
  return await page.evaluate(() =>
    new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const [paint] = list.getEntriesByName("first-contentful-paint");
        if (paint) resolve(paint.startTime);
      }).observe({ type: "paint", buffered: true });
    })
  );
}

/** Runs a trivial cell so often, in the place of the first: milliseconds from the key to the result on the screen. */
async function timeCells(page: Page, count: number): Promise<number[]> {
  const first = page.locator(".jp-CodeCell").first();
  await first.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("globalThis.count = (globalThis.count ?? 0) + 1");
  const warmUp = 5;
  const times = await page.evaluate(async (runs) => {
    const cell = document.querySelector(".jp-CodeCell");
    const shown = () => cell?.querySelector(".jp-OutputArea-output pre")?.textContent?.trim();
    const hasEnded = () =>
      /^\[\d+\]:$/.test(cell?.querySelector(".jp-InputPrompt")?.textContent ?? "");
    const times: number[] = [];
    for (let run = 1; run <= runs; run++) {
      const begin = performance.now();
      const ended = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (shown() !== `${run}` || !hasEnded()) return;
          observer.disconnect();
          resolve();
        });
        const all = { subtree: true, childList: true, characterData: true };
        observer.observe(document.body, all);
      });
      const key = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
      await ended;
      times.push(performance.now() - begin);
    }
    return times;
  }, count + warmUp);
  return times.slice(warmUp);
}

/** A training step in the page, over the same step in Deno, in turns and with equal threads. */
async function measureSteps(
  browser: Browser,
  server: SiteServer,
  servers: Servers,
  { threads: wanted, rounds, steps }: {
    readonly threads: readonly number[];
    readonly rounds: number;
    readonly steps: number;
  },
): Promise<Line[]> {
  await using context = await browser.newContext();
  await using visitor = await context.newPage();
  await visitor.goto(server.address());
  await untilKept(visitor); // then pages may share memory among threads
  const lines: Line[] = [];
  for (const threads of wanted) {
    const deno = await servers.ours(threads === 1 ? "wasm" : "wasm-threads", threads);
    if (!deno) continue;
    await forgetNotebooks(context, server.address());
    await using page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(server.address(`${lessonPage}?COURSE_THREADS=${threads}`));
    const timeInPage = await stepsInPage(page);
    const [here, there]: number[][] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const [mine, other] = [await timeInPage(steps), await deno.time("transformer", steps)];
      if (round === 0) continue; // warms both up
      here.push(median(mine));
      there.push(median(other));
    }
    const plural = threads === 1 ? "1 thread" : `${threads} threads`;
    const name = `site, training step in the page, ${plural}`;
    lines.push(
      { name, unit: "ms", value: median(here) },
      {
        name: `${name}, over the same in Deno`,
        unit: "times",
        value: median(here) / median(there),
      },
    );
  }
  return lines;
}

/** Builds the benchmarks' Transformer in the kernel of a page; the function times so many of its steps. */
async function stepsInPage(page: Page): Promise<(steps: number) => Promise<number[]>> {
  const notebook = parseNotebook(await Deno.readTextFile(projectFile(lesson)), lesson);
  const [first, second] = notebook.cells.flatMap(({ cell_type }, index) =>
    cell_type === "code" ? [index] : []
  );
  const module = await Deno.readTextFile(new URL("transformer_step.ts", import.meta.url));
  await page.locator(".code > pre").first().dblclick();
  await ready(page);
  await write(
    page,
    first,
    `${module.replace(/^export /gm, "")}
const { ready } = await import("lib/tensor/ready.ts");
await ready();
const step = transformerStep();
let round = 0;
"built"`,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await output(page, first, "built").waitFor();
  let [written, round] = [0, 0];
  return async (steps) => {
    if (written !== steps) {
      await write(
        page,
        second,
        `const milliseconds = Array.from({ length: ${steps} }, () => {
  const begin = performance.now();
  step();
  return performance.now() - begin;
});
console.log(JSON.stringify({ round: ++round, milliseconds }));`,
      );
      written = steps;
    }
    round++;
    await page.keyboard.press("ControlOrMeta+Enter");
    const shown = output(page, second, `"round":${round},`);
    await shown.waitFor();
    const { milliseconds }: { milliseconds: number[] } = JSON.parse(
      await shown.textContent() ?? "",
    );
    return milliseconds;
  };
}

/** What the service worker keeps for the time without a network. */
async function measureOfflineCopy(folder: string): Promise<Line[]> {
  const worker = await Deno.readTextFile(join(folder, "offline.js"));
  const list = /^const site=(.*);$/m.exec(worker)?.[1];
  if (list === undefined) throw new Error("expected the service worker to list the site's files");
  const { files }: { files: string[] } = JSON.parse(list);
  let [size, compressed] = [0, 0];
  for (const file of files) {
    const bytes = await Deno.readFile(join(folder, decodeURI(file)));
    size += bytes.length;
    compressed += Math.min(gzipSync(bytes).length, bytes.length);
  }
  const line = (what: string, bytes: number): Line => ({
    name: `site, copy for the time without a network, ${what}`,
    unit: "MB",
    value: bytes / 1e6,
  });
  return [line("kept", size), line("fetched", compressed)];
}
