/**
 * Help while typing, as a learner meets it in the page; what is suggested and said is for
 * `language_service_test.ts`.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { faults } from "../axe.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, write } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

/** The first answer reads all declarations, and a loaded machine takes its time. */
const firstAnswer = { timeout: 120_000 };

/** The text of the editor of cell `index`. */
async function textOf(page: Page, index: number): Promise<string> {
  const lines = await cell(page, index).locator(".cm-line").allTextContents();
  return lines.join("\n");
}

const list = ".cm-tooltip-autocomplete";
const signature = ".course-signature";

/**
 * Types, and waits for the list that names `name`. CodeMirror gives up a question that is open for long while much
 * changes, as the first one may be on a busy machine; then one types on.
 */
async function typeUntilListed(page: Page, text: string, name: string): Promise<void> {
  const listed = page.locator(list, { hasText: name });
  const isListed = () => listed.waitFor({ timeout: 15_000 }).then(() => true, () => false);
  await page.keyboard.type(text);
  for (let attempt = 0; attempt < 6 && !await isListed(); attempt++) {
    await page.keyboard.press("Backspace");
    await page.keyboard.type(text.slice(-1));
  }
  await listed.waitFor();
}

pageTest("completes names with Tab, from the cells above and from packages", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors, outside } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await write(page, 8, "");
  await typeUntilListed(page, "const first = softm", "softmax");
  await page.locator(".cm-completionInfo", { hasText: "Softmax over one row of scores." })
    .waitFor();
  assertEquals(await faults(page), [], "with the list open");
  await page.keyboard.press("Tab");
  assertEquals(await textOf(page, 8), "const first = softmax");

  await page.keyboard.type("(");
  await page.locator(signature, { hasText: "softmax(scores: readonly number[]): number[]" })
    .waitFor();
  assertEquals(await page.locator(".course-current").textContent(), "scores: readonly number[]");
  assertEquals(await faults(page), [], "with the signature open");
  await page.keyboard.press("Escape");
  await page.locator(signature).waitFor({ state: "detached" });
  assert(await page.locator(".jp-mod-editMode").isVisible(), "Escape only closed the signature");
  await page.keyboard.press("Escape");
  assert(await page.locator(".jp-mod-commandMode").isVisible(), "the next one leaves the editor");

  await write(page, 8, 'import * as tf from "@tensorflow/tfjs";\ntf.matM');
  await page.keyboard.press("Tab");
  await page.locator(list, { hasText: "matMul" }).waitFor(firstAnswer);
  await page.locator(".cm-completionInfo", { hasText: "dot product" }).waitFor();
  await page.keyboard.press("ArrowDown"); // moves in the list, not to the next cell
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  assertStringIncludes(await textOf(page, 8), "\ntf.matMul");
  assertEquals({ errors, outside }, { errors: [], outside: [] });
});

pageTest("underlines what is wrong after a pause, and runs it all the same", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port, { colorScheme: "dark" });
  await openNotebook(page, server.port);
  await write(page, 8, "");
  await page.keyboard.type("const size: string = [1, 2].length;\nsize + 1");
  const wrong = cell(page, 8).locator(".cm-lintRange-error");
  await wrong.waitFor(firstAnswer);
  assertEquals(await wrong.textContent(), "size");
  await wrong.hover();
  const told = page.locator(".cm-tooltip-hover");
  await told.filter({ hasText: "Type 'number' is not assignable to type 'string'." }).waitFor();
  await told.filter({ hasText: "const size: string" }).waitFor();
  assertEquals(await faults(page), []);
  await page.mouse.move(0, 0);

  await page.keyboard.press("Control+Enter");
  await output(page, 8, /^3$/).waitFor();
  await page.keyboard.press("Enter");
  await write(page, 8, "const size = [1, 2].length;\n");
  await wrong.waitFor({ state: "detached" });

  await page.keyboard.type("Math.pow(2");
  await page.waitForTimeout(3000);
  assertEquals(await wrong.count(), 0, "an argument may follow");
  await page.keyboard.press("End");
  await wrong.waitFor();
  assertEquals(await wrong.textContent(), "pow");
  await write(page, 8, "const size = [1, 2].length;\n");
  await wrong.waitFor({ state: "detached" });
  await page.keyboard.type("const half = (");
  await page.waitForTimeout(3000);
  assertEquals(await wrong.count(), 0, "the cursor is still there");
  await page.keyboard.press("ArrowUp");
  await wrong.first().waitFor();
});

pageTest("Tab and Shift-Tab stay in the editor, Ctrl-/ comments, Ctrl-Z undoes", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await write(page, 8, "const a = 1;");
  const count = await page.locator(".jp-Cell").count();
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  assertEquals(await textOf(page, 8), "  const a = 1;");
  await page.keyboard.press("Shift+Tab");
  assertEquals(await textOf(page, 8), "const a = 1;");
  await page.keyboard.press("ControlOrMeta+/");
  assertEquals(await textOf(page, 8), "// const a = 1;");
  await page.keyboard.press("ControlOrMeta+/");
  assertEquals(await textOf(page, 8), "const a = 1;");
  await page.waitForTimeout(600); // changes within half a second are undone together
  await page.keyboard.insertText("/* more */");
  assertEquals(await textOf(page, 8), "/* more */const a = 1;");
  await page.keyboard.press("ControlOrMeta+z");
  assertEquals(await textOf(page, 8), "const a = 1;");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  assertEquals(await textOf(page, 8), "/* more */const a = 1;");
  await write(page, 8, "softmax([1]);");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Tab");
  await page.locator(".course-description", { hasText: "Softmax over one row of scores." })
    .waitFor(firstAnswer);
  await page.keyboard.type("dd");
  assertEquals(await textOf(page, 8), "sddoftmax([1]);");
  assertEquals(await page.locator(".jp-Cell").count(), count, "no cell is deleted");

  await write(page, 8, "// ");
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ["ㅎ", "하", "한"]) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
  }
  await keyboard.send("Input.insertText", { text: "한" });
  await page.keyboard.press("Tab");
  assertEquals((await textOf(page, 8)).trimEnd(), "// 한", "composed once");
});

pageTest("helps from the first edit on, and asks nobody but its server", async (staged) => {
  const hostile = JSON.parse(await staged.read("notebooks/04-small-attention.ipynb"));
  hostile.cells[8].source = [
    'import { x } from "https://example.invalid/x.ts";',
    'import y from "npm:no-such-package";',
    'import z from "jsr:@no/such";',
    '/// <reference path="https://example.invalid/types.d.ts" />',
    "/** <img src='https://example.invalid/picture.png'> [text](javascript:alert(1)) */",
    "const shown = 1;\n",
  ].join("\n");
  const path = `${staged.root}/notebooks/hostile.ipynb`;
  await Deno.writeTextFile(path, JSON.stringify(hostile));
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, outside, errors } = await openPage(browser, server.port);
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  await openNotebook(page, server.port, "notebooks/hostile.ipynb");
  await cell(page, 8).locator(".cm-content").click();
  await cell(page, 8).locator(".cm-line").first().hover();
  await page.waitForTimeout(1000);
  assertEquals(page.workers().length, 0, "reading starts nothing");
  assertEquals(asked.filter((address) => address.includes("/typings/")), []);

  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("show");
  await page.locator(list, { hasText: "shown" }).waitFor(firstAnswer);
  await page.locator(".cm-completionInfo", { hasText: "<img src=" }).waitFor();
  assertEquals(page.workers().length, 1);
  assertEquals(asked.filter((address) => address.includes("/typings/")).length, 2);
  assertEquals(await page.locator(`${list} img, ${list} a`).count(), 0);
  await page.waitForTimeout(1500); // the check after the pause
  assertEquals({ outside, errors }, { outside: [], errors: [] });
});

pageTest("finds and replaces in all cells", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await cell(page, 4).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+f");
  const search = page.getByRole("search");
  const find = search.getByRole("textbox", { name: "Find" });
  await find.waitFor();
  await page.keyboard.type("softmax");
  await search.locator(".jp-DocumentSearch-index-counter", { hasText: /^\d+\/[3-9]$/ }).waitFor();
  assertEquals(await faults(page), []);
  await search.getByRole("textbox", { name: "Replace" }).fill("weigh");
  await search.getByRole("button", { name: "Replace All" }).click();
  await page.waitForFunction(() => {
    const code = [...document.querySelectorAll(".jp-CodeCell .cm-content")];
    return !code.some((node) => node.textContent?.includes("softmax"));
  });
  assertStringIncludes(await textOf(page, 2), "function weigh(");
  assertStringIncludes(await textOf(page, 4), "weigh([0, 0])");
  await find.click();
  await page.keyboard.press("Escape");
  await search.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Run all cells from the top" }).click();
  await output(page, 4, /^2$/).waitFor();
  assertEquals(errors, []);
});
