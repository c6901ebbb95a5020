import { join } from "node:path";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { codeCell, markdownCell, newNotebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, ready, saved } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
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
    await using browser = await sharedChromium();
    const { page, errors, warnings } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    /** Seconds that a processor has worked for the page so far, whatever else the machine does meanwhile. */
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
    assert(before < printed && printed < displayed, "the browser counts work");
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
    await using browser = await sharedChromium();
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
    // A slow machine prints more than the page keeps: then a notice tells how many lines it left out.
    const parts = text.matchAll(/again (\d+);|\[… ([\d,]+) lines, .* are left out here …\]/g);
    let next = 0;
    for (const [, number, leftOut] of parts) {
      if (leftOut !== undefined) next += Number(leftOut.replaceAll(",", ""));
      else assertEquals(Number(number), next++, "each line once, in order, but for those left out");
    }
    assert(next > 2000, `${next} lines`);
  },
);

pageTest("keeps a still picture of a figure, and shows every kind of output", async (staged) => {
  const show = (bundle: string) => `await Deno.jupyter.display(${bundle}, { raw: true });`;
  const figure = (type: string) =>
    show(`{
      "application/vnd.plotly.v1+json": { data: [{ type: "${type}", z: [[1, 2], [3, 4]] }], layout: {} },
      "text/plain": "[Figure] a hill",
    }`);
  await withCells(
    staged,
    figure("heatmap"),
    figure("surface"),
    show(`{ "application/json": { weights: [0.25, 0.75] } }`) +
      show(`{ "application/vnd.vegalite.v5+json": { mark: "bar" } }`),
  );
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors, warnings } = await openPage(browser, server.port);
  await openNotebook(page, server.port, path);
  await page.getByRole("button", { name: "Run all cells from the top" }).click();
  await cell(page, 0).locator(".course-figure[data-drawn] .main-svg").first().waitFor();
  await output(page, 1, "[Figure] a hill").waitFor();
  await output(page, 1, "no means to draw: surface").waitFor();
  await output(page, 2, `"weights": [0.25, 0.75]`).waitFor();
  await output(page, 2, "the description of a Vega chart").waitFor();
  for (let wait = 0; !(await staged.read(path)).includes("image/png"); wait++) {
    assert(wait < 600, "the picture is not in the file after two minutes");
    await page.waitForTimeout(200);
  }
  const [drawn, not] = parseNotebook(await staged.read(path)).cells.map((cell) => {
    const [first] = cell.cell_type === "code" ? cell.outputs : [];
    return first.output_type === "display_data" ? first.data : {};
  });
  const png = Uint8Array.fromBase64(String(drawn["image/png"]).replace(/\s/g, ""));
  assertEquals([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join(""), "PNG");
  assert("application/vnd.plotly.v1+json" in drawn && !("image/png" in not));
  assertEquals(errors, []);
  assertEquals(warnings, []);
});

pageTest(
  "a cell that is at work is not run again, which would lose its outputs",
  async (staged) => {
    await withCells(
      staged,
      `for (let i = 1; i <= 3; i++) {
      console.log("step " + i);
      await new Promise((go) => setTimeout(go, 700));
    }`,
    );
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    await page.keyboard.press("ControlOrMeta+Enter");
    await output(page, 0, "step 1").waitFor();
    await page.keyboard.press("ControlOrMeta+Enter");
    const said = page.locator(".visually-hidden[role=status]", { hasText: "still at work" });
    await said.waitFor({ state: "attached" });
    await output(page, 0, "step 3").waitFor();
    await page.locator(".course-running").waitFor({ state: "detached" });
    const text = await cell(page, 0).locator(".text-box").evaluate((box) => box.textContent ?? "");
    assertEquals(text, "step 1\nstep 2\nstep 3\n");
    await page.keyboard.press("ControlOrMeta+Enter"); // and when it has ended, it is
    await page.locator(".course-running").waitFor();
  },
);

pageTest(
  "links lead to files whatever their names hold, and headings show roots",
  async (staged) => {
    const other = "notebooks/100% a#b&c 어텐션.ipynb";
    await writeNotebook(
      join(staged.root, other),
      newNotebook([markdownCell("title", "# The other")]),
    );
    const link = `[other](100%25%20a%23b%26c%20어텐션.ipynb)`;
    const text = markdownCell("text", `# Divide by $\\sqrt{d_k}$\n\n${link}`);
    await writeNotebook(join(staged.root, path), newNotebook([text]));
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    assertEquals(await page.title(), "Divide by √d_k");
    await cell(page, 0).getByRole("link", { name: "other" }).click();
    await page.waitForFunction(() => document.title === "The other");
  },
);
