import { join } from "node:path";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { delay } from "lib/platform/waiting.ts";
import { openPage } from "../chromium.ts";
import {
  cell,
  notebook,
  openNotebook,
  output,
  pageTest,
  ready,
  runCode,
  saved,
  write,
} from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import { token } from "../staging.ts";

pageTest("lists notebooks, runs one, keeps edits on disk and after a reload", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, outside, errors } = await openPage(browser, server.port);
  await page.goto(server.address);
  const entry = page.locator(".entry").first();
  assertStringIncludes(await entry.innerText(), "A small attention (어텐션)");
  assertStringIncludes(await entry.innerText(), "a weighted sum of values");
  assert(!page.url().includes(token), "the token leaves the address bar");
  await entry.click();
  await ready(page);
  assertEquals(await page.title(), "4. A small attention (어텐션)");
  assert(await page.locator(".jp-MarkdownOutput .katex-display").isVisible(), "formula is set");

  await page.getByRole("button", { name: "Run all cells from the top" }).click();
  const figure = page.locator(".course-figure[data-drawn]");
  await figure.locator(".main-svg").first().waitFor();
  assertStringIncludes(await figure.innerText(), "나는");
  assertStringIncludes(await figure.getAttribute("aria-label") ?? "", "read → 책을 0.80");
  assertStringIncludes(await cell(page, 4).innerText(), "안녕하세요, 어텐션!");
  await output(page, 8, "42").waitFor();

  await runCode(page, 8, "`여섯 × 일곱 = ${6 * 7}`");
  await output(page, 8, "여섯 × 일곱 = 42").waitFor();
  await page.keyboard.press("ControlOrMeta+s");
  await saved(page);
  const file = parseNotebook(await staged.read(notebook));
  assertEquals(file.cells[8].source, "`여섯 × 일곱 = ${6 * 7}`");
  const stored = file.cells[6].cell_type === "code" ? file.cells[6].outputs[0] : undefined;
  assert(
    stored?.output_type === "display_data" &&
      "application/vnd.plotly.v1+json" in stored.data,
    "the figure is stored",
  );
  assertEquals(file.cells[8].id, "yours-code");

  await page.reload();
  await ready(page);
  await cell(page, 6).scrollIntoViewIfNeeded(); // figures are drawn when they come near
  await page.locator(".course-figure[data-drawn]").waitFor();
  assertStringIncludes(await cell(page, 8).innerText(), "여섯 × 일곱 = 42");
  await runCode(page, 8, "softmax([1, 1]).length"); // the kernel kept its variables
  await output(page, 8, /^2$/).waitFor();
  assertEquals(outside, []);
  assertEquals(errors, []);
});

pageTest("stops a loop, restarts the kernel, and says when it died", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await runCode(page, 8, "globalThis.kept = 17; while (true) {}");
  await page.waitForSelector(".kernel[data-state=busy]");
  await page.getByRole("button", { name: "Stop the running cell" }).click();
  await page.waitForSelector(".kernel[data-state=idle]");
  assertEquals(await page.locator(".course-running").count(), 0);

  await page.getByRole("button", { name: "Restart the kernel: variables are forgotten" }).click();
  await page.locator(".jp-Dialog").getByRole("button", { name: "Restart" }).click();
  await page.waitForSelector(".kernel[data-state=idle]");
  await runCode(page, 8, "typeof globalThis.kept");
  await output(page, 8, "undefined").waitFor();

  await runCode(page, 8, `Deno.kill(Deno.pid, "SIGKILL")`); // the Deno behind the hardened kernel
  await page.locator(".banner", { hasText: "Variables are gone" }).waitFor();
  await page.waitForSelector(".kernel[data-state=idle]");
  await runCode(page, 8, "5 + 6");
  await output(page, 8, "11").waitFor();

  await page.getByRole("button", { name: "Dismiss" }).click();
  await runCode(page, 8, `Deno.kill(Deno.ppid, "SIGKILL")`); // the hardened kernel itself
  await page.locator(".banner", { hasText: "Variables are gone" }).waitFor();
  await page.waitForSelector(".kernel[data-state=idle]");
  await runCode(page, 8, "8 + 9");
  await output(page, 8, "17").waitFor();
});

pageTest("finds its way back after the server was started anew", async (staged) => {
  await using browser = await sharedChromium();
  const first = await staged.serve({ page: true });
  const { port } = first;
  const { page } = await openPage(browser, port);
  await openNotebook(page, port);
  await first.close();
  await page.locator(".banner", { hasText: "does not answer" }).waitFor();
  await write(page, 8, "12 + 1"); // while nobody listens
  await page.locator(".saved", { hasText: "Not saved" }).waitFor();
  assertEquals(await page.locator(".jp-Dialog").count(), 0, "nothing interrupts the writing");
  await using second = await staged.serve({ page: true, port });
  await page.locator(".banner", { hasText: "started anew" }).waitFor();
  await page.waitForSelector(".kernel[data-state=idle]");
  await page.keyboard.press("Shift+Enter");
  await output(page, 8, "13").waitFor();
  await saved(page);
  assertStringIncludes(await staged.read(notebook), "12 + 1");
  assertEquals(second.kernelCount, 1);
});

pageTest("two tabs share a kernel and a file, and neither loses anything", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page: left } = await openPage(browser, server.port);
  const { page: right } = await openPage(browser, server.port);
  await Promise.all([openNotebook(left, server.port), openNotebook(right, server.port)]);
  assertEquals(server.kernelCount, 1);
  await runCode(left, 8, "globalThis.shared = '왼쪽';");
  // A tab without changes of its own shows what the other one saved.
  await right.locator(".banner", { hasText: "has changed this notebook" }).waitFor();
  await cell(right, 8).locator(".cm-content", { hasText: "왼쪽" }).waitFor();
  await output(right, 8, "왼쪽").waitFor(); // saved once more when the kernel has answered
  await runCode(right, 4, "globalThis.shared + '!'");
  await output(right, 4, "왼쪽!").waitFor();
  assertEquals(await right.locator(".jp-Dialog").count(), 0);
  await cell(left, 4).locator(".cm-content", { hasText: "shared + '!'" }).waitFor();
  assertEquals(await left.locator(".jp-Dialog").count(), 0);
});

pageTest("what changes while the file is being written is written, too", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  let writes = 0;
  const typed = Promise.withResolvers<void>();
  await page.route("**/api/contents/**", async (route) => {
    if (route.request().method() === "PUT" && ++writes === 1) await typed.promise;
    await route.continue();
  });
  await write(page, 8, "'first'");
  await page.locator(".saved[data-state='Saving…']").waitFor();
  await page.keyboard.insertText(" + 'second'");
  typed.resolve();
  await saved(page);
  assertStringIncludes(await staged.read(notebook), "'first' + 'second'");
  assertEquals(writes, 2);
});

pageTest("a save that takes long is not taken for another program's", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, warnings } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await page.route("**/api/contents/**", async (route) => {
    if (route.request().method() !== "PUT") return await route.continue();
    const response = await route.fetch(); // it is on the disk, and the page does not know
    await delay(2500);
    await route.fulfill({ response });
  });
  await write(page, 8, "1 + 1");
  await page.locator(".saved[data-state='Saving…']").waitFor();
  while (!(await staged.read(notebook)).includes("1 + 1")) await delay(50);
  await page.keyboard.insertText(" + 10");
  await page.waitForTimeout(1500); // longer than the page waits before it saves
  await page.keyboard.insertText(" + 100"); // just before the answer comes
  await saved(page);
  assertStringIncludes(await staged.read(notebook), "1 + 1 + 10 + 100");
  assertEquals(await page.locator(".jp-Dialog").count(), 0);
  assertEquals(warnings, []);
});

pageTest("a file that changed meanwhile: the learner decides, both are kept", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  const file = join(staged.root, notebook);
  const original = await Deno.readTextFile(file);
  // Written in one step: of a file that is half there the page asks, and once more when it is whole.
  const theirs = (word: string) => original.replace("Change the next cell", word);
  const copies = async (): Promise<string> => {
    const folder = join(staged.root, ".backups/page/notebooks");
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    const kept = names.filter((name) => /\.[0-9a-f]{8}\./.test(name));
    return (await Promise.all(kept.map((name) => Deno.readTextFile(join(folder, name))))).join();
  };
  const dialog = page.locator(".jp-Dialog", { hasText: "Another tab or program" });

  await write(page, 8, "'mine, first'");
  await writeAtomically(file, theirs("An editor's words"));
  await dialog.getByRole("button", { name: "Load from disk" }).click();
  await cell(page, 7).locator("p", { hasText: "An editor's words" }).waitFor();
  await dialog.waitFor({ state: "detached" });
  assertStringIncludes(await copies(), "'mine, first'");

  await write(page, 8, "'mine, second'");
  await writeAtomically(file, theirs("Their second words"));
  await dialog.getByRole("button", { name: "Keep this page" }).click();
  await saved(page);
  assertStringIncludes(await staged.read(notebook), "'mine, second'");
  assertStringIncludes(await copies(), "Their second words");

  await write(page, 8, "'mine, third'");
  await writeAtomically(file, theirs("Their third words"));
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.locator(".saved[data-state='Not saved']").waitFor();
  await page.waitForTimeout(1500);
  assertEquals(await dialog.count(), 0, "who has put it off is not asked again and again");
  assertStringIncludes(await staged.read(notebook), "Their third words");
  await page.keyboard.press("ControlOrMeta+s");
  await dialog.getByRole("button", { name: "Keep this page" }).click();
  await saved(page);
  assertStringIncludes(await copies(), "Their third words");
});

pageTest("goes back to the original and keeps the learner's version", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await runCode(page, 8, "'all my work'");
  await output(page, 8, "all my work").waitFor();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.keyboard.press("ArrowUp"); // from the first entry to the last
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const dialog = page.locator(".jp-Dialog", { hasText: "first opened here" });
  await dialog.getByRole("button", { name: "Back to the original" }).click();
  await page.locator(".banner", { hasText: "as it was at first" }).waitFor();
  await cell(page, 8).locator(".cm-content", { hasText: "6 * 7" }).waitFor();
  await saved(page);
  assertStringIncludes(await staged.read(notebook), "6 * 7");
  const folder = join(staged.root, ".backups/page/notebooks");
  const copies = [...Deno.readDirSync(folder)].filter(({ name }) => /\.[0-9a-f]{8}\./.test(name));
  assertEquals(copies.length, 1);
  assertStringIncludes(await Deno.readTextFile(join(folder, copies[0].name)), "all my work");
});

pageTest("can be used with the keyboard alone", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  const count = () => page.locator(".jp-Cell").count();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await cell(page, 8).waitFor({ state: "attached" }); // long notebooks come bit by bit
  assertEquals(await count(), 9);
  await press("ArrowDown", "ArrowDown", "b", "Enter");
  await page.keyboard.insertText("3 * 5");
  await press("Shift+Enter");
  await output(page, 3, "15").waitFor();
  assertEquals(await count(), 10);
  await press("ArrowUp", "m", "Enter");
  await page.keyboard.insertText("**글** ");
  await press("Escape", "ControlOrMeta+Enter");
  await cell(page, 3).locator(".jp-MarkdownOutput strong", { hasText: "글" }).waitFor();
  await page.waitForTimeout(600); // changes within half a second are undone together
  await press("d", "d");
  assertEquals(await count(), 9);
  await press("z");
  assertEquals(await count(), 10);
  await press("h");
  await page.locator("dialog.help[open]").waitFor();
  await press("Escape");
  await page.locator("dialog.help[open]").waitFor({ state: "detached" });
  assertEquals(errors, []);
});

pageTest("speaks Korean, fits a phone and follows the dark scheme", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const options = { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const };
  const { page, outside } = await openPage(browser, server.port, options);
  await openNotebook(page, server.port);
  await page.getByRole("button", { name: "한국어" }).click();
  await page.locator(".kernel", { hasText: "준비됨" }).waitFor();
  assertEquals(await page.locator("html").getAttribute("lang"), "ko");
  await page.reload();
  await page.locator(".kernel", { hasText: "준비됨" }).waitFor();
  const [wide, background] = await page.evaluate(() => [
    document.documentElement.scrollWidth > innerWidth ||
    document.querySelector(".tools")!.scrollWidth > innerWidth,
    getComputedStyle(document.body).backgroundColor,
  ]);
  assertEquals([wide, background], [false, "rgb(22, 24, 28)"]);
  await page.getByRole("button", { name: "처음부터 모든 셀 실행" }).click();
  await cell(page, 6).scrollIntoViewIfNeeded();
  const figure = page.locator(".course-figure[data-drawn] .main-svg").first();
  await figure.waitFor();
  assert((await figure.boundingBox())!.width <= 390);
  assertEquals(outside, []);
});
