/**
 * How long a learner waits on the course's site, with a browser that knows nothing yet (cold) and with one whose
 * service worker keeps the site (warm): until a lesson can be read, and until its first cell has run; how fast cells
 * are there; and how much of each is fetched. Where `COURSE_JUPYTERLITE` names one, JupyterLite does the same in turns.
 *
 * @module
 */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from "playwright-core";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { projectFile } from "lib/platform/project.ts";
import { withTimeLimit } from "lib/platform/waiting.ts";
import { median } from "lib/statistics.ts";
import { closeBrowser, launchChromium } from "../lab/chromium.ts";
import { output, ready, write } from "../lab/notebook_page.ts";
import { openJupyterLite } from "../site/jupyter_lite.ts";
import { SiteServer } from "../site/site_server.ts";
import { untilHolds, untilKept } from "../site/site_page.ts";
import type { Line, Servers } from "./contests.ts";
import { closeOnSignal } from "./closing.ts";

/** The lesson that is opened. */
const lesson = "notebooks/04-scaling.ipynb";
const lessonPage = lesson.replace(/ipynb$/, "html");

/** Milliseconds after which anything that is waited for counts as failed; a loaded machine takes its time. */
const limit = 60_000;

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

/** What one opening took: milliseconds from the address. */
interface Opening {
  /** Something shows, be it a picture that turns. */
  readonly paint: number;
  /** The notebook shows. */
  readonly read: number;
  /** The first cell has run. */
  readonly run: number;
  /** Of a trivial cell: from the key to its result on the screen. */
  readonly roundTrip: number;
}

/** What one opening fetched over the network, in kB. */
interface Fetched {
  readonly read: number;
  readonly run: number;
}

/** What is measured of each opening, in words. */
const times: readonly (readonly [part: keyof Opening, words: string])[] = [
  ["paint", "address to first contentful paint"],
  ["read", "address to a notebook that can be read"],
  ["run", "address to the first cell's result"],
  ["roundTrip", "round trip of a trivial cell"],
];
const sizes: readonly (readonly [part: keyof Fetched, words: string])[] = [
  ["read", "fetched until it can be read"],
  ["run", "fetched until the first cell's result"],
];

/** How much is measured, and who hears what is measured now. */
interface SiteOptions {
  readonly rounds: number;
  readonly quick: boolean;
  tell(what: string): void;
}

/** Opens the site, and JupyterLite where there is one, round by round. */
export async function measureSite(servers: Servers, options: SiteOptions): Promise<Line[]> {
  if (!findChromium()) {
    servers.problems.push("site: Chromium is not installed");
    return [];
  }
  await using opened = new AsyncDisposableStack();
  using signal = closeOnSignal(() => opened.disposeAsync());
  try {
    return await measureWith(opened, servers, options);
  } catch (error) {
    await signal.closing; // then the error is that everything was closed
    throw error;
  }
}

async function measureWith(
  opened: AsyncDisposableStack,
  servers: Servers,
  { rounds, quick, tell }: SiteOptions,
): Promise<Line[]> {
  tell("building the site");
  const server = opened.use(await SiteServer.build({ asHosted: true }));
  const lite = openJupyterLite();
  if (lite) opened.use(lite);
  else servers.problems.push("JupyterLite: COURSE_JUPYTERLITE names none");
  const browser = await launchChromium({ closesOnSignals: false });
  opened.defer(() => closeBrowser(browser));
  const course: SiteFrontEnd = {
    name: "site",
    address: server.address(lessonPage),
    async read(page) {
      await page.waitForLoadState("load");
      await page.locator(".jp-Cell").first().waitFor();
    },
    async run(page) {
      await page.locator("[data-run]").first().click();
      await untilHolds(page, ".jp-CodeCell .jp-InputPrompt", "[1]:");
      await untilHolds(page, ".jp-CodeCell .jp-OutputArea-output", "tfjs");
    },
    keep: untilKept,
  };
  return [
    ...await measureOpenings(browser, lite ? [course, lite] : [course], {
      rounds,
      cells: quick ? 5 : 51,
      tell,
    }),
    ...await measureSteps(browser, server, servers, {
      threads: quick ? [1] : [1, 2],
      rounds,
      steps: quick ? 1 : 5,
      tell,
    }),
    ...await measureOfflineCopy(server.folder),
  ];
}

/** A context in which nothing is waited for without a limit. */
async function openContext(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(limit);
  context.setDefaultNavigationTimeout(limit);
  return context;
}

async function measureOpenings(
  browser: Browser,
  frontEnds: readonly SiteFrontEnd[],
  { rounds, cells, tell }: {
    readonly rounds: number;
    readonly cells: number;
    tell(what: string): void;
  },
): Promise<Line[]> {
  const runs = frontEnds.map((frontEnd) => ({
    frontEnd,
    openings: { cold: new Array<Opening>(), warm: new Array<Opening>() },
    fetched: { cold: new Array<Fetched>(), warm: new Array<Fetched>() },
    contexts: new Array<BrowserContext>(),
  }));
  for (const { frontEnd, fetched } of runs) {
    // A service worker would fetch all that is kept for later, and some of it for the page.
    tell(`${frontEnd.name}, what is fetched`);
    await using context = await openContext(browser, { serviceWorkers: "block" });
    fetched.cold.push(await sizeOpening(context, frontEnd));
  }
  for (let round = 0; round < rounds; round++) {
    const which = `round ${round + 1} of ${rounds}`;
    for (const { frontEnd, openings, fetched, contexts } of runs) {
      tell(`${frontEnd.name}, cold, ${which}`);
      const context = await openContext(browser);
      const keep = round === 0; // this browser comes again, and is warm then
      openings.cold.push(await timeOpening(context, frontEnd, cells, { keep }));
      if (keep) {
        contexts.push(context);
        await forgetNotebooks(context, frontEnd.address);
        fetched.warm.push(await sizeOpening(context, frontEnd));
      } else await context.close();
    }
    for (const { frontEnd, openings, contexts: [context] } of runs) {
      tell(`${frontEnd.name}, warm, ${which}`);
      await forgetNotebooks(context, frontEnd.address);
      openings.warm.push(await timeOpening(context, frontEnd, cells));
    }
  }
  for (const { contexts } of runs) for (const context of contexts) await context.close();
  return runs.flatMap(({ frontEnd, openings, fetched }) =>
    (["cold", "warm"] as const).flatMap((kind) => [
      ...times.map(([part, words]): Line => ({
        name: `${frontEnd.name}, ${words}, ${kind}`,
        unit: "ms",
        value: median(openings[kind].map((opening) => opening[part])),
      })),
      ...sizes.map(([part, words]): Line => ({
        name: `${frontEnd.name}, ${words}, ${kind}`,
        unit: "kB",
        value: median(fetched[kind].map((opening) => opening[part])),
      })),
    ])
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
  const begin = performance.now();
  await page.goto(frontEnd.address, { waitUntil: "commit" });
  await frontEnd.read(page);
  const read = performance.now() - begin;
  await frontEnd.run(page);
  const run = performance.now() - begin;
  const paint = await firstPaint(page);
  const roundTrip = median(await timeCells(page, cells));
  if (keep) await frontEnd.keep?.(page);
  return { paint, read, run, roundTrip };
}

/** Opens a notebook and runs its first cell. */
async function sizeOpening(context: BrowserContext, frontEnd: SiteFrontEnd): Promise<Fetched> {
  await using page = await context.newPage();
  const fetched = countFetched(page);
  await page.goto(frontEnd.address, { waitUntil: "commit" });
  await frontEnd.read(page);
  const read = await fetched();
  await frontEnd.run(page);
  return { read, run: await fetched() };
}

/** Counts the kB that come over the network for a page and its threads, without what is kept for later. */
function countFetched(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const size = withTimeLimit(sizeOf(request), limit, `the size of ${request.url()}`);
    size.catch(() => {}); // whoever adds them up hears of it
    sizes.push(size);
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

async function sizeOf(request: Request): Promise<number> {
  try {
    if ((await request.response())?.fromServiceWorker()) return 0;
    const { responseHeadersSize, responseBodySize } = await request.sizes();
    if (responseBodySize > 0) return responseHeadersSize + responseBodySize;
    // Of a worker's own script only the page knows.
    return await request.frame().evaluate((address) => {
      const entry = performance.getEntriesByName(address, "resource").at(-1);
      return entry instanceof PerformanceResourceTiming ? entry.transferSize : 0;
    }, request.url());
  } catch {
    return 0; // the page has been closed meanwhile
  }
}

/** Milliseconds from the address to the first text or picture. */
async function firstPaint(page: Page): Promise<number> {
  const time = await page.waitForFunction(() =>
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime
  );
  return await time.jsonValue() ?? NaN;
}

/** Runs a trivial cell so often, in the place of the first: milliseconds from the key to the result on the screen. */
async function timeCells(page: Page, count: number): Promise<number[]> {
  await page.locator(".jp-CodeCell").first().locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("globalThis.count = (globalThis.count ?? 0) + 1");
  await page.evaluate(() => {
    const cell = document.querySelector(".jp-CodeCell");
    let begin = 0;
    addEventListener("keydown", ({ key, timeStamp }) => {
      if (key === "Enter") begin = timeStamp;
    }, true);
    const times: number[] = [];
    Object.assign(globalThis, { roundTrips: times });
    const look = (): void => {
      const shown = cell?.querySelector(".jp-OutputArea-output pre")?.textContent?.trim();
      const prompt = cell?.querySelector(".jp-InputPrompt")?.textContent ?? "";
      if (shown === `${times.length + 1}` && /^\[\d+\]:$/.test(prompt)) {
        times.push(performance.now() - begin);
      }
    };
    const all = { subtree: true, childList: true, characterData: true };
    new MutationObserver(look).observe(document.body, all);
  });
  const warmUp = 5;
  for (let run = 1; run <= count + warmUp; run++) {
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForFunction((run) => Reflect.get(globalThis, "roundTrips").length === run, run);
  }
  const times: number[] = await page.evaluate(() => Reflect.get(globalThis, "roundTrips"));
  return times.slice(warmUp);
}

/** A training step in the page, over the same step in Deno, in turns and with equal threads. */
async function measureSteps(
  browser: Browser,
  server: SiteServer,
  servers: Servers,
  { threads: wanted, rounds, steps, tell }: {
    readonly threads: readonly number[];
    readonly rounds: number;
    readonly steps: number;
    tell(what: string): void;
  },
): Promise<Line[]> {
  await using context = await openContext(browser);
  await using visitor = await context.newPage();
  await visitor.goto(server.address());
  await untilKept(visitor); // then pages may share memory among threads
  const lines: Line[] = [];
  for (const threads of wanted) {
    const plural = threads === 1 ? "1 thread" : `${threads} threads`;
    const name = `site, training step in the page, ${plural}`;
    tell(name);
    const deno = await servers.ours(threads === 1 ? "wasm" : "wasm-threads", threads);
    if (!deno) continue;
    await forgetNotebooks(context, server.address());
    await using page = await context.newPage();
    await page.goto(server.address(`${lessonPage}?COURSE_THREADS=${threads}`));
    const timeInPage = await stepsInPage(page);
    const [here, there]: number[][] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const [mine, other] = [await timeInPage(steps), await deno.time("transformer", steps)];
      if (round === 0) continue; // warms both up
      here.push(median(mine));
      there.push(median(other));
    }
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
