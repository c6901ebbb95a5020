/**
 * The site in Chromium, served by a plain file server below a path with a space: it is read without scripts, run,
 * kept whatever happens, and opened without a network.
 *
 * @module
 */
import { join } from "node:path";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { projectFile, projectFolder } from "lib/platform/project.ts";
import { faults } from "../lab/axe.ts";
import { output, ready, saved, write } from "../lab/notebook_page.ts";
import {
  closeSite,
  exerciseCount,
  firstCode,
  keepsNothing,
  open,
  openForEditing,
  path,
  siteTest,
  stored,
  text,
} from "./site_case.ts";
import { untilKept } from "./site_page.ts";
import { runWhole, storedNotebook } from "./site_server.ts";

siteTest("the list and a notebook are read without scripts", async (server, browser) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.address());
  await page.locator("a", { hasText: "04" }).click();
  assertStringIncludes(page.url(), "04-scaling.html");
  await page.waitForLoadState("load");
  assertEquals(await page.locator(".jp-Cell").count(), stored.cells.length);
  assert(await page.locator(".katex").count() > 20);
  assertEquals(await page.locator(".katex-error").count(), 0);
  assert(await page.locator(".tok-keyword").count() > 50);
  const picture = page.locator(".jp-OutputArea img").first();
  await picture.scrollIntoViewIfNeeded();
  assertStringIncludes(await picture.getAttribute("alt") ?? "", "[Figure]");
  assertEquals(await page.getByRole("button").count(), 0, "no button that would do nothing");
  assert(
    (await page.locator('meta[name="description"]').getAttribute("content") ?? "").length > 40,
  );
  await page.getByRole("link", { name: "All notebooks" }).click();
  assertEquals(await page.locator("a.entry").count(), 10);
  await context.close();
});

siteTest("a notebook runs: what it says is what the course has stored", async (server, browser) => {
  const outside: string[] = [];
  const page = await open(
    browser,
    server.address(path.replace("ipynb", "html") + "?COURSE_BUDGET=small"),
  );
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(server.address()) && !url.startsWith("blob:")) outside.push(url);
  });
  await runWhole(page, stored.cells.filter((cell) => cell.cell_type === "code").length);
  const after = parseNotebook(await storedNotebook(page, path));
  const end = stored.cells.findIndex((cell) =>
    cell.cell_type === "code" && /\bbudget\(/.test(cell.source)
  );
  let compared = 0;
  for (const [index, cell] of stored.cells.slice(0, end).entries()) {
    const again = after.cells[index];
    if (cell.cell_type !== "code" || again.cell_type !== "code") continue;
    assertEquals(text(again.outputs), text(cell.outputs), cell.id);
    compared++;
  }
  assert(compared > 15, `${compared} cells`);
  assertEquals(outside, []);
  assertEquals(await faults(page), []);
  await page.context().close();
});

siteTest(
  "homework is checked, remembered, and still there after a reload",
  async (server, browser) => {
    const page = await open(browser, server.address());
    const address = server.address(path.replace("ipynb", "html"));
    await openForEditing(page, address);
    const answer = stored.cells.findIndex((cell) =>
      cell.metadata.exercise === "04.4" && cell.cell_type === "code"
    );
    const run = async (index: number, code?: string) => {
      const place = page.locator(".jp-Cell").nth(index);
      await place.scrollIntoViewIfNeeded();
      if (code === undefined) await place.locator(".cm-content").click();
      else await write(page, index, code);
      await page.keyboard.press("Shift+Enter");
    };
    await run(firstCode);
    const solution = await solutionCell("04.4");
    await run(answer, solution.replace("Math.log(", "Math.log2("));
    await run(answer + 1);
    await output(page, answer + 1, "✘").waitFor();
    await run(answer, solution);
    await run(answer + 1);
    await output(page, answer + 1, "✔").waitFor();
    await saved(page);

    await page.reload();
    await ready(page); // the learner's version is shown at once
    await output(page, answer + 1, "✔").waitFor();
    assertStringIncludes(await storedNotebook(page, path), "Math.log(");
    await page.goto(server.address());
    const solved = `Exercises solved: 1 / ${exerciseCount}`;
    await page.locator("a.entry", { hasText: solved }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".own-work").getByRole("button", { name: "Download" }).click(),
    ]);
    const folder = await Deno.makeTempDir();
    try {
      const file = join(folder, "class", download.suggestedFilename());
      await download.saveAs(file);
      const check = ["check", "04.4", "--file", file];
      const grade = ["grade", join(folder, "class"), "--cache", join(folder, "cache")];
      for (const task of [check, grade]) {
        assertEquals(await gradedAs("04.4", task), "passed", task.join(" "));
      }
      await page.context().close();

      const elsewhere = await open(browser, server.address());
      await elsewhere.locator(".own-work input").setInputFiles(file);
      await elsewhere.locator("a.entry", { hasText: solved }).waitFor();
      await elsewhere.context().close();
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

/** What Deno's `check` or `grade` says of an exercise. */
async function gradedAs(exercise: string, task: readonly string[]): Promise<unknown> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", ...task, "--json"],
    cwd: projectFolder,
    signal: AbortSignal.timeout(120_000), // one that hangs fails
    stderr: "inherit",
  }).output();
  const lines = new TextDecoder().decode(stdout).trim().split("\n").map((line) => JSON.parse(line));
  return lines.find((line) => line.exercise === exercise)?.status;
}

siteTest(
  "reading starts no kernel; the press on Run does, before the page's own script is there",
  async (server, browser) => {
    const page = await open(browser, server.address(path.replace("ipynb", "html")));
    const kernels = () => page.workers().filter((worker) => worker.url().includes("/kernel/"));
    await page.locator("[data-run]:not([hidden])").first().waitFor();
    assertEquals(kernels().length, 0);
    await page.locator("[data-run]").first().click();
    await page.locator(".jp-CodeCell .jp-InputPrompt", { hasText: "[1]:" })
      .waitFor({ state: "attached" });
    assertEquals(kernels().length, 1);
    const begins = await page.evaluate(() => {
      const named = (part: string) =>
        performance.getEntriesByType("resource").find(({ name }) => name.includes(part))?.startTime;
      return { kernel: named("/kernel/worker.js"), notebook: named("04-scaling.ipynb") };
    });
    assert(
      (begins.kernel ?? Infinity) < (begins.notebook ?? -Infinity),
      "the page asks for the notebook as soon as its script is there",
    );

    // The learner's own version is shown at once; who reads it has started nothing.
    await write(page, firstCode, "6 * 7");
    await saved(page);
    await page.reload();
    await ready(page);
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(300);
    assertEquals(kernels().length, 0);
    await page.locator(".jp-Cell").nth(firstCode).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    await output(page, firstCode, "42").waitFor();
    assertEquals(kernels().length, 1);
    await page.context().close();
  },
);

siteTest("the course's address leads to the browser's language", async (server, browser) => {
  for (const [locale, list] of [["ko-KR", "ko.html"], ["de-DE", ""]]) {
    const page = await (await browser.newContext({ locale })).newPage();
    await page.goto(server.address());
    await page.waitForURL(server.address(list));
    await page.locator(".own-work").waitFor();
    assertEquals(page.url(), server.address(list));
    await page.goto(server.address("index.html")); // who asks for English gets it
    await page.locator(".own-work").waitFor();
    assertEquals(page.url(), server.address("index.html"));
    await page.context().close();
  }
});

siteTest("a reload goes to where the learner was last", async (server, browser) => {
  const page = await open(browser, server.address(path.replace("ipynb", "html")));
  await page.locator("[data-run]").first().click();
  await page.locator(".jp-CodeCell .jp-InputPrompt", { hasText: "[1]:" })
    .waitFor({ state: "attached" });
  await page.locator(".homework-count").click();
  const homework = stored.cells.findIndex((cell) =>
    cell.cell_type === "code" && cell.metadata.exercise === "04.1"
  );
  const isInView = () => {
    const inView = page.locator(".jp-Cell").nth(homework);
    return inView.evaluate((node) => {
      const { top } = node.getBoundingClientRect();
      return top > -200 && top < innerHeight;
    });
  };
  assert(await isInView());
  await saved(page);
  await page.waitForTimeout(600); // the place is remembered a moment later
  await page.reload();
  await ready(page);
  await page.waitForTimeout(500);
  assert(await isInView());
  await page.context().close();
});

siteTest("one copy is kept, whichever page is opened first", async (server, browser) => {
  const page = await open(browser, server.address("ko.html"));
  await untilKept(page);
  for (const address of ["index.html", "notebooks/ko/04-scaling.html", "glossary.html", ""]) {
    await page.goto(server.address(address));
    await page.waitForLoadState("load");
  }
  await untilKept(page);
  const { scopes, copies } = await page.evaluate(async () => ({
    scopes: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    copies: await caches.keys(),
  }));
  assertEquals(scopes, [server.address()]);
  assertEquals(copies.length, 1, copies.join(", "));
  await page.context().close();
});

siteTest("each page is in one language, and leads to the other", async (server, browser) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const ownWords = ".home-link, .language[lang=ko], .to-glossary, button, footer, h1, .subtitle";
  const inKorean = async () => {
    assertEquals(await page.locator("html").getAttribute("lang"), "ko", page.url());
    for (const words of await page.locator(ownWords).allTextContents()) {
      assertMatch(words, /\p{Script=Hangul}/u, page.url());
    }
  };
  await page.goto(server.address());
  await page.locator("a.language").click();
  await inKorean();
  assertEquals(await page.locator("a.entry").count(), 10);
  await page.locator(".to-glossary a").click();
  await inKorean();
  assert(await page.locator("dt").count() > 80);
  await page.locator("h2 a", { hasText: "4." }).click();
  await inKorean();
  await page.locator("a.language").click();
  assertStringIncludes(page.url(), "/notebooks/04-scaling.html");
  assertEquals(await page.locator("html").getAttribute("lang"), "en");
  await page.locator("footer a[href*=glossary]").click();
  assertEquals(await page.locator("dt").first().textContent(), "tensor 텐서");
  await context.close();
});

siteTest(
  "a Korean notebook runs in Korean, and the English one takes over its answer",
  async (server, browser) => {
    const page = await open(browser, server.address("ko.html"), keepsNothing);
    await page.locator(".own-work").waitFor();
    await page.locator("a.entry", { hasText: "04" }).click();
    await openForEditing(page, page.url());
    await page.getByRole("button", { name: "처음부터 모든 셀 실행" }).waitFor();
    await write(
      page,
      firstCode,
      `(await (await import("lib/tensor/ready.ts")).ready()).description`,
    );
    await page.keyboard.press("Shift+Enter");
    await output(page, firstCode, "이 강의의 WebAssembly").waitFor();
    const place = stored.cells.findIndex((cell) =>
      cell.metadata.exercise === "04.4" && cell.cell_type === "code"
    );
    await write(page, place, "// 내 답");
    await saved(page);
    await page.locator("button.language").click();
    await page.waitForURL(/\/notebooks\/04-scaling\.html/);
    await ready(page);
    assertStringIncludes(await storedNotebook(page, path), "// 내 답");
    await page.context().close();
  },
);

siteTest(
  "a training goes on from its checkpoint after a reload in the middle",
  async (server, browser) => {
    const page = await open(browser, server.address());
    const address = server.address(path.replace("ipynb", "html"));
    await openForEditing(page, address);
    const training = `
import * as tf from "@tensorflow/tfjs";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
const slope = tf.variable(tf.scalar(0));
let first = 0;
const { losses } = await train({
  optimizer: new Adam(new Map([["slope", slope]])),
  schedule: 0.1,
  steps: 20,
  batches: () => 1,
  loss: (x) => tf.squaredDifference(slope, x),
  progress: false,
  checkpoint: { path: "/.checkpoints/line at 40 %.safetensors", everySteps: 5 },
  onStep({ step }) {
    first ||= step;
    if (first > 1 || step < 12) return;
    console.log("in the middle");
    return new Promise(() => {});
  },
});
console.log("from", first, "to", losses.length);`;
    await write(page, firstCode, training);
    await page.keyboard.press("Shift+Enter");
    await output(page, firstCode, "in the middle").waitFor();
    await saved(page);
    await page.reload();
    await ready(page);
    await output(page, firstCode, "in the middle").waitFor();
    await page.locator(".jp-Cell").nth(firstCode).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    await output(page, firstCode, "from 11 to 20").waitFor();
    await page.context().close();
  },
);

siteTest(
  "full storage: the page says so, keeps the text and stores it later",
  async (server, browser) => {
    const page = await open(browser, server.address());
    await openForEditing(page, server.address(path.replace("ipynb", "html")));
    const tools = await page.context().newCDPSession(page);
    const { origin } = new URL(server.address());
    await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await write(page, firstCode, "// written without room");
    await page.locator(".banner[data-kind=problem]", { hasText: "full" }).waitFor();
    await tools.send("Storage.overrideQuotaForOrigin", { origin });
    await page.getByRole("button", { name: "Try again now" }).click();
    await saved(page);
    assertStringIncludes(await storedNotebook(page, path), "// written without room");
    await page.context().close();
  },
);

siteTest(
  "refused storage: notebooks run, and the page says that it keeps nothing",
  async (server, browser) => {
    const context = await browser.newContext(keepsNothing);
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("refused by the browser", "SecurityError");
      };
    });
    const page = await context.newPage();
    await openForEditing(page, server.address(path.replace("ipynb", "html")));
    await page.locator(".site-news", { hasText: "keeps nothing" }).waitFor();
    await write(page, firstCode, "6 * 7");
    await page.keyboard.press("Shift+Enter");
    await output(page, firstCode, "42").waitFor();
    await page.getByRole("button", { name: "More actions" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Download this notebook" }).click(),
    ]);
    const notebook = parseNotebook(await Deno.readTextFile(await download.path()));
    assertEquals(notebook.cells[firstCode].source, "6 * 7");
    await page.goto(server.address());
    await page.locator(".own-work", { hasText: "keeps nothing" }).waitFor();
    await context.close();
  },
);

for (const isolated of [true, false]) {
  siteTest(
    isolated
      ? "Stop ends a busy loop and keeps its variables, and any declaration replaces any other"
      : "Stop ends a busy loop with its kernel where threads cannot share memory",
    async (server, browser) => {
      const page = await open(browser, server.address(), isolated ? {} : keepsNothing);
      if (isolated) await untilKept(page);
      await openForEditing(page, server.address(path.replace("ipynb", "html")));
      assertEquals(await page.evaluate(() => crossOriginIsolated), isolated);
      const index = firstCode;
      const run = async (code: string) => {
        await write(page, index, code);
        await page.keyboard.press("ControlOrMeta+Enter");
      };
      await run("const late = 1;\nlate");
      await output(page, index, "1").waitFor();
      await run("function late() { return 42; }\nlate()");
      await output(page, index, "42").waitFor();
      await run("while (true);");
      await page.locator(".kernel[data-state=busy]").waitFor();
      await page.getByRole("button", { name: /^Stop/ }).click();
      await output(page, index, isolated ? /Variables are kept/ : /only a new kernel/).waitFor();
      await run("late2 = typeof late === 'function' ? 6 * 7 : 6 * 8");
      await output(page, index, isolated ? "42" : "48").waitFor();
      await page.context().close();
    },
  );
}

siteTest("two tabs: neither overwrites the other without a question", async (server, browser) => {
  const one = await open(browser, server.address());
  const address = server.address(path.replace("ipynb", "html"));
  await openForEditing(one, address);
  const other = await one.context().newPage();
  await openForEditing(other, address);
  const index = firstCode;
  // At once, before either tab has seen what the other stored.
  await Promise.all([
    write(one, index, "// written in one tab"),
    write(other, index, "// written in the other tab"),
  ]);
  const [asked, kept] = await Promise.race([
    one.locator(".jp-Dialog").waitFor().then(() => [one, other]),
    other.locator(".jp-Dialog").waitFor().then(() => [other, one]),
  ]);
  const mine = asked === one ? "// written in one tab" : "// written in the other tab";
  assert(!(await storedNotebook(kept, path)).includes(mine));
  assertStringIncludes(
    await asked.locator(".jp-CodeCell .cm-content").first().textContent() ?? "",
    mine,
  );
  await one.context().close();
});

siteTest("a newer course text is offered beside the learner's version", async (server, browser) => {
  const page = await open(browser, server.address());
  const address = server.address(path.replace("ipynb", "html"));
  await openForEditing(page, address);
  await write(page, firstCode, "// mine");
  await saved(page);
  // As if the learner had begun with an earlier version.
  await page.evaluate(async (path) => {
    const [{ name }] = await indexedDB.databases();
    const ended = (request: IDBRequest) =>
      new Promise<void>((resolve) => request.onsuccess = () => resolve());
    const opening = indexedDB.open(name ?? "");
    await ended(opening);
    const store = opening.result.transaction("notebooks", "readwrite").objectStore("notebooks");
    const reading = store.get(path);
    await ended(reading);
    await ended(store.put({ ...reading.result, basis: "earlier" }, path));
    opening.result.close();
  }, path);
  await page.goto(address);
  await ready(page);
  const link = page.locator(".site-news a");
  const [beside] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await ready(beside);
  const first = beside.locator(".jp-CodeCell .cm-content").first();
  assertStringIncludes(await first.textContent() ?? "", "await ready()"); // its imports are folded
  assertStringIncludes(await storedNotebook(page, path), "// mine");
  await page.context().close();
});

siteTest(
  "a newer site leaves an open page and the learner's work alone",
  async (server, browser) => {
    const page = await open(browser, server.address());
    await openForEditing(page, server.address(path.replace("ipynb", "html")));
    await write(page, firstCode, "6 * 7");
    await saved(page);
    await untilKept(page);
    await server.renew();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const isNew = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve)
      );
      await registration.update();
      await isNew;
    });
    await page.keyboard.press("Shift+Enter");
    await output(page, firstCode, "42").waitFor();
    await saved(page);
    await page.reload();
    await ready(page);
    await output(page, firstCode, "42").waitFor();
    await page.context().close();
  },
);

// The last one: it takes the server away.
siteTest(
  "after the first visit it opens, runs and is isolated without a network",
  async (server, browser) => {
    const page = await open(browser, server.address());
    await untilKept(page);
    await server.close();
    await page.goto(server.address("notebooks/05-multi-head-attention.html"));
    assert(await page.evaluate(() => crossOriginIsolated));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("footer a[download]").click(),
    ]);
    assertEquals(
      await Deno.readTextFile(await download.path()),
      await Deno.readTextFile(projectFile("notebooks/05-multi-head-attention.ipynb")),
      "its pictures, too, are in the browser",
    );
    const masking = server.address("notebooks/07-masking.html?COURSE_THREADS=2");
    await openForEditing(page, masking);
    const index = parseNotebook(await Deno.readTextFile(projectFile("notebooks/07-masking.ipynb")))
      .cells
      .findIndex((cell) => cell.cell_type === "code");
    await write(page, index, `await (await import("lib/tensor/ready.ts")).ready()`);
    await page.keyboard.press("Shift+Enter");
    await output(page, index, /with the course's kernels, 2 threads/).waitFor();
    await page.context().close();
  },
);

Deno.test.afterAll(closeSite);
