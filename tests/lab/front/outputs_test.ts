import { join } from "node:path";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { codeCell, newNotebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { launchChromium, openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, ready, saved } from "../notebook_page.ts";
import type { Staged } from "../staging.ts";

const path = "notebooks/07-outputs.ipynb";

/** Writes a notebook whose code cells hold `sources`. */
async function withCells(staged: Staged, ...sources: string[]): Promise<void> {
  const cells = sources.map((source, index) => codeCell(`cell-${index}`, source));
  await writeNotebook(join(staged.root, path), newNotebook(cells));
}

pageTest(
  "shows many lines and many displays in seconds, and keeps them all",
  async (staged) => {
    await withCells(
      staged,
      "for (let i = 0; i < 10_000; i++) console.log(`\\x1b[3${i % 7}mline ${i}`);",
      `for (let i = 0; i < 300; i++) {
      await Deno.jupyter.broadcast("display_data", {
        data: { "text/plain": \`display \${i}\` }, metadata: {}, transient: {},
      });
    }`,
    );
    await using server = await staged.serve({ page: true });
    await using browser = await launchChromium();
    const { page, errors, warnings } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    /** Seconds that the page has worked so far, whatever else the machine does meanwhile. */
    const worked = async (): Promise<number> => {
      const { metrics } = await devtools.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
    };
    const before = await worked();
    await cell(page, 0).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    const more = cell(page, 0).getByRole("button", {
      name: "Show all lines (10,000)",
    });
    await more.waitFor();
    const printed = await worked();
    assert(
      printed - before < 8,
      `10,000 lines took ${(printed - before).toFixed(1)} s of work`,
    );
    await page.keyboard.press("Shift+Enter");
    await output(page, 1, "display 299").waitFor();
    const displayed = await worked();
    assert(
      displayed - printed < 8,
      `300 displays took ${(displayed - printed).toFixed(1)} s of work`,
    );

    const box = cell(page, 0).getByRole("region", { name: "Printed text" });
    assert((await box.boundingBox())!.height < 500, "a box");
    await page.waitForFunction(
      (box) => box!.scrollTop > 1000,
      await box.elementHandle(),
    );
    await more.press("Enter");
    assert((await cell(page, 0).boundingBox())!.height > 50_000, "all of it");
    assertEquals(await box.count(), 0);
    const text = await cell(page, 0).locator(".text-box").evaluate((box) => box.textContent ?? "");
    assertEquals(
      text,
      Array.from({ length: 10_000 }, (_, i) => `line ${i}\n`).join(""),
    );
    const spans = cell(page, 0).locator(".text-piece:nth-child(2) span");
    assertStringIncludes(
      await spans.first().getAttribute("class") ?? "",
      "ansi-",
    );
    await page.waitForTimeout(1500); // longer than the page waits before it saves
    await saved(page);
    const [first] = parseNotebook(await staged.read(path)).cells;
    const stored = first.cell_type === "code" ? first.outputs : [];
    assertEquals(stored.length, 1);
    assert(
      stored[0].output_type === "stream" &&
        stored[0].text.split("\n").length === 10_001,
    );
    await page.reload();
    await ready(page);
    await more.waitFor();
    assertEquals(errors, []);
    assertEquals(warnings, []);
  },
);

pageTest(
  "stops a cell that prints without end, and shows its newest lines",
  async (staged) => {
    await withCells(
      staged,
      "for (let i = 0;; i++) console.log(`again ${i};`);",
    );
    await using server = await staged.serve({ page: true });
    await using browser = await launchChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    await page.keyboard.press("Shift+Enter");
    await output(page, 0, "again 2000;").waitFor();
    const start = performance.now();
    await page.getByRole("button", { name: "Stop the running cell" }).click();
    await page.waitForSelector(".kernel[data-state=idle]");
    const seconds = (performance.now() - start) / 1000;
    assert(seconds < 8, `it took ${seconds.toFixed(1)} s to stop`); // about one with the machine to itself
    await output(page, 0, "The cell was stopped").waitFor();
    const text = await cell(page, 0).locator(".text-box").evaluate((box) => box.textContent ?? "");
    const numbers = [...text.matchAll(/again (\d+);/g)].map(([, number]) => Number(number));
    assertEquals(
      numbers,
      numbers.map((_, index) => index),
      "each line once, in order",
    );
  },
);
