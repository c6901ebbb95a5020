import { join } from "node:path";
import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { codeCell, markdownCell, newNotebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { faults } from "../axe.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

const path = "notebooks/09-cells.ipynb";

pageTest(
  "everything can be done to a cell by touch, and a deleted one comes back",
  async (staged) => {
    const cells = [
      markdownCell("t", "# Cells"),
      codeCell("a", "const a = 1;\na + 1"),
      codeCell("b", "3"),
    ];
    await writeNotebook(join(staged.root, path), newNotebook(cells));
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, errors } = await openPage(browser, server.port, phone);
    await openNotebook(page, server.port, path);
    const sources = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".jp-Cell")].map((cell) =>
          [...cell.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n")
        )
      );
    const touch = async (index: number, action: string): Promise<void> => {
      await cell(page, index).locator(".jp-InputArea").tap();
      await cell(page, index).getByRole("button", { name: "Actions on this cell" }).tap();
      await page.getByRole("menuitem", { name: action }).tap();
    };
    await cell(page, 1).locator(".jp-InputArea").tap();
    await cell(page, 1).getByRole("button", { name: "Run this cell" }).tap();
    await output(page, 1, "2").waitFor();

    await cell(page, 1).getByRole("button", { name: "Actions on this cell" }).tap();
    const shown = page.locator("#cell-menu").getByRole("menuitem");
    await page.getByRole("menuitem", { name: "Make it a text cell" }).waitFor();
    assertEquals(await shown.filter({ hasText: /^Make it a code cell|^Edit/ }).count(), 0);
    assertEquals(await faults(page), []);
    await page.keyboard.press("Escape");

    await touch(1, "Clear the output");
    assertEquals(await output(page, 1, "2").count(), 0);
    await touch(1, "Move down");
    assertEquals((await sources()).slice(1), ["3", "const a = 1;\na + 1"]);
    await touch(1, "Merge with the cell below");
    assertEquals((await sources()).slice(1), ["3\n\nconst a = 1;\na + 1"]);
    await touch(1, "Copy");
    await touch(1, "Paste below");
    assertEquals((await sources()).length, 3);
    await page.waitForTimeout(600); // changes within half a second are undone together
    await touch(1, "Delete");
    assertEquals((await sources()).length, 2);
    await page.locator(".banner").getByRole("button", { name: "Undo" }).tap();
    await undone(page, 3);
    await touch(2, "Make it a text cell");
    await cell(page, 2).locator(".jp-InputArea").tap();
    await page.keyboard.press("ControlOrMeta+s");
    await page.locator(".saved[data-state=Saved]").waitFor({ state: "attached" }); // a phone hides it
    const types = parseNotebook(await staged.read(path)).cells.map(({ cell_type }) => cell_type);
    assertEquals(types, ["markdown", "code", "markdown"]);
    assertEquals(errors, []);
  },
);

async function undone(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelectorAll(".jp-Cell").length === count,
    count,
  );
}
