import { join } from "node:path";
import type { Page } from "playwright-core";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { digestOf } from "lib/homework/exercise/in_notebook.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { rememberVerdicts } from "lib/homework/memory/verdicts.ts";
import { markdownCell } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { buildPristine } from "../../homework/submission.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, ready, saved, write } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import type { Staged } from "../staging.ts";

const path = "notebooks/06-homework.ipynb";
const solution = `function entropy(weights: number[]): number {
  return -weights.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0);
}`;

/** A notebook with the homework of 04, under one heading. Its last exercise is `entropy`. */
async function withHomework(staged: Staged): Promise<void> {
  const notebook = buildPristine(await loadHomework("04"));
  const idea = markdownCell("title", "# 6. Homework\n\n> Some of it.\n\n```ts\n# no heading\n```");
  notebook.cells.unshift(idea, markdownCell("part", "## The *exercises* in `code` and $d_k$"));
  notebook.cells.push(markdownCell("end", "## The end"));
  await writeNotebook(join(staged.root, path), notebook);
}

/** The number of a cell by its id. */
async function indexOf(page: Page, id: string): Promise<number> {
  await page.locator(".exercise-state", { hasText: id }).waitFor({ state: "attached" });
  return await page.evaluate(
    (id) =>
      [...document.querySelectorAll(".jp-Cell")].findIndex((node) =>
        node.querySelector(".exercise-state")?.textContent?.startsWith(id)
      ),
    id,
  );
}

pageTest("tells how the learner stands with each exercise, and remembers it", async (staged) => {
  await withHomework(staged);
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port, path);
  const state = (id: string) => page.locator(".exercise-state", { hasText: id });
  const announced = page.locator(".visually-hidden[role=status]");
  await state("04.4").filter({ hasText: "Not started" }).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Exercises solved: 0 / 5" }).waitFor();

  const at = await indexOf(page, "04.4");
  await page.getByRole("button", { name: "Run all cells from the top" }).click();
  await output(page, at + 1, "not started").waitFor({ timeout: 60_000 });
  await write(page, at, solution.replace("-weights", "weights"));
  await state("04.4").filter({ hasText: "Not checked yet" }).waitFor();
  await page.keyboard.press("Shift+Enter"); // the homework, then its check
  await page.keyboard.press("Shift+Enter");
  await state("04.4").filter({ hasText: "Not right yet" }).waitFor();
  await announced.filter({ hasText: "04.4: Not right yet" }).waitFor({ state: "attached" });
  await write(page, at, solution);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await state("04.4").filter({ hasText: "Solved" }).waitFor();
  await page.getByRole("button", { name: "Exercises solved: 1 / 5" }).waitFor();
  const entry = page.getByRole("navigation").getByRole("link", { name: /04\.4/ });
  assertEquals(await entry.getByRole("img").getAttribute("aria-label"), "Solved");
  await saved(page);

  await page.reload();
  await ready(page);
  await state("04.4").filter({ hasText: "Solved" }).waitFor();
  await page.goto(server.address);
  const line = page.locator(".entry", { hasText: "Some of it." }).locator(".progress");
  assertStringIncludes(await line.innerText(), "Exercises solved: 1 / 5");
  assertStringIncludes(await line.innerText(), "Last read: ");
  await page.getByRole("progressbar", { name: "Exercises solved" }).waitFor();

  await page.goBack();
  await ready(page);
  await write(page, at, `${solution} // once more`);
  await state("04.4").filter({ hasText: "Not checked yet" }).waitFor();
  await saved(page);
  await page.reload(); // the check has not seen this version, and that is remembered too
  await ready(page);
  await state("04.4").filter({ hasText: "Not checked yet" }).waitFor();
  assertEquals(errors, []);
});

pageTest(
  "gives one hint after the other, a solution after a question, and the stub again",
  async (staged) => {
    await withHomework(staged);
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, errors } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    const at = await indexOf(page, "04.4");
    const exercise = page.locator(".jp-Cell").nth(at);
    await exercise.scrollIntoViewIfNeeded();
    const hints = exercise.locator(".hint");
    await exercise.getByRole("button", { name: "Hint" }).click();
    await hints.first().waitFor();
    assertStringIncludes(await hints.innerText(), "Hint 1/3: One term per weight");
    await exercise.getByRole("button", { name: "Hint" }).click();
    await exercise.getByRole("button", { name: "Hint" }).click();
    await hints.nth(2).waitFor();
    assert(await exercise.getByRole("button", { name: "Hint" }).isDisabled());

    await exercise.getByRole("button", { name: "Solution" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    assertEquals(await exercise.locator(".solution").count(), 0);
    await exercise.getByRole("button", { name: "Solution" }).click();
    await page.getByRole("button", { name: "Show the solution" }).click();
    await exercise.locator(".solution", { hasText: "function entropy(" }).waitFor();

    await write(page, at, solution);
    await exercise.getByRole("button", { name: "Start again" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Start again" }).click();
    await exercise.locator(".cm-content", { hasText: "Not implemented yet" }).waitFor();
    // Nothing is lost: what was written stands below.
    await exercise.locator(".exercise-help pre", { hasText: "-weights.reduce" }).waitFor();
    assertEquals(errors, []);
  },
);

pageTest(
  "shows what a right answer prints apart from its verdict, in the page's language",
  async (staged) => {
    await withHomework(staged);
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, errors } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    const at = await indexOf(page, "04.4");
    await page.getByRole("button", { name: "Run all cells from the top" }).click();
    await output(page, at + 1, "not started").waitFor({ timeout: 60_000 });
    await write(page, at, solution.replace("{\n", `{\n  console.log("✘ my own words");\n`));
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Shift+Enter");
    const state = page.locator(".exercise-state", { hasText: "04.4" });
    await state.filter({ hasText: "Solved" }).waitFor();
    const check = page.locator(".jp-Cell").nth(at + 1);
    await check.locator(".jp-OutputArea-output", { hasText: "my own words" }).first().waitFor();
    await check.locator(".verdict", { hasText: "passed, 2 points" }).waitFor();
    await page.getByRole("button", { name: "한국어" }).click();
    await check.locator(".verdict", { hasText: "통과, 2점" }).waitFor();
    await state.filter({ hasText: "해결함" }).waitFor();
    assertEquals(errors, []);
  },
);

pageTest("shows the same progress as the terminal's check", async (staged) => {
  await withHomework(staged);
  await using server = await staged.serve({ page: true });
  const memory = staged.memory;
  await rememberVerdicts(
    [{ exercise: "04.4", digest: await digestOf(solution), status: "passed" }],
    memory,
  );
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port, path);
  const at = await indexOf(page, "04.4");
  const state = page.locator(".exercise-state", { hasText: "04.4" });
  await write(page, at, solution);
  await state.filter({ hasText: "Solved" }).waitFor();
  await saved(page);
  await page.goto(server.address);
  const line = page.locator(".entry", { hasText: "Some of it." }).locator(".progress");
  assertStringIncludes(await line.innerText(), "Exercises solved: 1 / 5");
});

pageTest("has a table of contents that leads through the notebook", async (staged) => {
  await withHomework(staged);
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port, path);
  const contents = page.getByRole("navigation", { name: "Contents of this notebook" });
  const links = await contents.getByRole("link").allInnerTexts();
  assertEquals(links.slice(0, 3), [
    "6. Homework",
    "The exercises in code and d_k",
    "04.1 The variance of a dot product",
  ]);
  const current = contents.locator("[aria-current]");
  await current.filter({ hasText: "6. Homework" }).waitFor();
  await contents.getByRole("link", { name: "The end" }).focus();
  await page.keyboard.press("Enter");
  await cell(page, links.length).waitFor(); // the cells have been laid out
  assert(
    await page.evaluate(() => document.activeElement?.textContent?.includes("The end")),
    "the cell has the focus",
  );
  const toggle = page.getByRole("button", { name: "Contents of this notebook" });
  await toggle.click();
  await contents.waitFor({ state: "hidden" });
  assertEquals(await toggle.getAttribute("aria-expanded"), "false");
  await page.reload();
  await ready(page);
  assertEquals(await contents.isVisible(), false, "the choice is remembered");

  await page.setViewportSize({ width: 390, height: 844 });
  await toggle.click();
  await contents.getByRole("link", { name: "04.3" }).waitFor();
  await page.keyboard.press("Escape");
  await contents.waitFor({ state: "hidden" });
  assert(await toggle.evaluate((node) => node === document.activeElement), "the focus returns");
  await toggle.click();
  await contents.getByRole("link", { name: "04.3" }).click();
  await contents.waitFor({ state: "hidden" });
  await page.waitForFunction(() => {
    const top = document.querySelector(".jp-Cell.jp-mod-active")?.getBoundingClientRect().top;
    return top !== undefined && top > 0 && top < 400;
  });
});
