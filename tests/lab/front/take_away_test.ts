import { join } from "node:path";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

pageTest(
  "prints all of a notebook, and leaves as it is, as HTML or as TypeScript",
  async (staged) => {
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, errors } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await page.getByRole("button", { name: "Run all cells from the top" }).click();
    await output(page, 8, "42").waitFor();
    const choose = async (name: string): Promise<void> => {
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    const take = async (name: string): Promise<string> => {
      const begun = page.waitForEvent("download");
      await choose(name);
      const download = await begun;
      const file = join(staged.root, download.suggestedFilename());
      await download.saveAs(file);
      return file;
    };

    const code = await Deno.readTextFile(await take("Download as TypeScript"));
    assertStringIncludes(code, "\n\nconst answer = 6 * 7;\nanswer;\n");
    assertStringIncludes(code, "// ## Your turn\n//\n// Change the next cell");

    const notebook = parseNotebook(await Deno.readTextFile(await take("Download this notebook")));
    assertEquals(notebook.cells[8].source, "const answer = 6 * 7;\nanswer;");

    const html = await take("Download as HTML");
    const text = await Deno.readTextFile(html);
    assertEquals([...text.matchAll(/ src="(?!data:)|<link/g)], [], "it needs nothing else");
    const alone = await openPage(browser, server.port, { offline: true });
    await alone.page.goto(`file://${html.split("/").map(encodeURIComponent).join("/")}`);
    await alone.page.getByRole("heading", { name: "Your turn" }).waitFor();
    assert(await alone.page.locator("math").first().isVisible(), "formulas are set");
    assertStringIncludes(await alone.page.locator(".output").last().innerText(), "42");
    assertEquals(alone.errors, []);

    await page.emulateMedia({ media: "print" });
    const bottom = await cell(page, 8).evaluate((node) => node.getBoundingClientRect().bottom);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert(bottom > 800 && height >= bottom, `the page is ${height} high, its cells ${bottom}`);
    await page.emulateMedia({ media: "screen" });

    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await choose("Switch to light or dark");
    const dark = await background();
    assert(dark !== light);
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    assertEquals(await background(), dark, "the choice is remembered");
    assertEquals(errors, []);
  },
);
