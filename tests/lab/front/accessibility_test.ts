/**
 * What axe-core finds in every state of the page, and the page without a mouse: a notebook with its homework
 * from the keyboard alone, and Korean as an input method composes it.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { codeCell, markdownCell } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { buildPristine } from "../../homework/submission.ts";
import { faults } from "../axe.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, saved, write } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import type { Staged } from "../staging.ts";

const path = "notebooks/06-learning.ipynb";

/**
 * Colours depend on the scheme, names on the language, room on the screen: two of the combinations show all of
 * it. With COURSE_FAULT_ROUNDS, every one is looked at.
 */
const everything = Deno.env.has("COURSE_FAULT_ROUNDS");
const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  (["en", "ko"] as const).flatMap((locale) =>
    ([1280, 390] as const).map((width) => ({ colorScheme, locale, width }))
  )
).filter(({ colorScheme, locale, width }) =>
  everything ||
  (colorScheme === "light") === (locale === "en") && (locale === "en") === (width === 1280)
);

/** A notebook with a prediction and one exercise; cells 2 and 3 predict, 4 to 6 are the exercise. */
async function withLearning(staged: Staged): Promise<void> {
  const notebook = buildPristine(await loadHomework("04"));
  const homework = notebook.cells.findIndex(({ metadata }) => metadata.exercise === "04.4");
  const answer = codeCell("answer", "6 * 7");
  answer.metadata = { tags: ["answer"] };
  answer.outputs = [{ output_type: "stream", name: "stdout", text: "42, stored\n" }];
  notebook.cells = [
    markdownCell(
      "title",
      "# 6. Learning\n\n> One of everything.\n\n$$" + "a + ".repeat(60) + "\\sqrt{d_k}$$",
    ),
    notebook.cells[0],
    markdownCell("question", "**Predict.** What comes out?"),
    answer,
    ...notebook.cells.slice(homework, homework + 3),
    codeCell("last", "missing + 1"),
  ];
  await writeNotebook(join(staged.root, path), notebook);
}

pageTest("axe-core finds no serious fault in any state", async (staged) => {
  await withLearning(staged);
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  {
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await page.getByRole("button", { name: "Run all cells from the top" }).click();
    await output(page, 8, "42").waitFor();
    await page.keyboard.press("ControlOrMeta+s");
    await saved(page);
  }
  for (const { colorScheme, locale, width } of looks) {
    const viewport = { width, height: width === 390 ? 844 : 800 };
    const { page, errors } = await openPage(browser, server.port, { colorScheme, viewport });
    const fine = async (state: string): Promise<void> => {
      assertEquals(await faults(page), [], `${state}: ${colorScheme}, ${locale}, ${width} px`);
    };
    await visitList(page, server.address, locale, fine);
    await visitNotebook(page, server.port, fine);
    await visitLearning(page, server.port, fine);
    assertEquals(errors, []);
    await page.context().close();
  }
});

type Look = (state: string) => Promise<void>;

async function visitList(page: Page, address: string, locale: string, fine: Look): Promise<void> {
  await page.goto(address);
  await page.locator(".entry").first().waitFor();
  if (locale === "ko") await page.getByRole("button", { name: "한국어" }).click();
  await fine("list");
  await page.locator(".entry-menu button[popovertarget]").first().click();
  await fine("menu of the list");
  await page.keyboard.press("Enter");
  await page.locator("dialog.ask").waitFor();
  await fine("question of the list");
  await page.keyboard.press("Escape");
}

async function visitNotebook(page: Page, port: number, fine: Look): Promise<void> {
  await openNotebook(page, port);
  await cell(page, 6).scrollIntoViewIfNeeded(); // figures are drawn when they come near
  await page.locator(".course-figure[data-drawn]").waitFor();
  await fine("notebook");
  await cell(page, 8).locator(".cm-content").click();
  await page.locator("[popovertarget=more]").click();
  await fine("editing, and the menu");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator("dialog.help[open]").waitFor();
  await fine("list of keys");
  await page.keyboard.press("Escape");
  await page.locator("[popovertarget=cell-menu]").click();
  await fine("menu of a cell");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("softmax");
  await page.locator(".jp-DocumentSearch-index-counter", { hasText: /\/[1-9]/ }).waitFor();
  await fine("find and replace");
  await page.keyboard.press("Escape");
  await page.locator("[aria-controls=glossary]").click();
  await page.locator("#glossary dt").first().waitFor();
  await fine("glossary");
  await page.keyboard.press("Escape");
  await page.locator("[aria-controls=outline]").click();
  await fine("contents open, or closed on a wide screen");
  await page.keyboard.press("Escape");
}

async function visitLearning(page: Page, port: number, fine: Look): Promise<void> {
  await openNotebook(page, port, path);
  await page.locator(".answer-fold").waitFor();
  await page.locator(".exercise-state").waitFor();
  await page.waitForFunction(() =>
    // a moment after the cells are drawn
    [...document.querySelectorAll<HTMLElement>(".katex-display")]
      .every((node) => node.scrollWidth <= node.clientWidth || node.tabIndex === 0)
  );
  await fine("a folded answer, an exercise");
  const help = page.locator(".exercise-buttons button");
  await help.nth(0).click();
  await page.locator(".hint").waitFor();
  await help.nth(1).click();
  await page.locator(".jp-Dialog").waitFor();
  await fine("a hint, and the question before a solution");
  await page.locator(".jp-Dialog .jp-mod-accept").click();
  await page.locator(".solution").waitFor();
  await write(page, 7, "const many = [1, 2, 3]; const long = 'x'.repeat(90); missing + 1");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.locator(".run-above").waitFor();
  await page.locator(".kernel[data-state=idle]").waitFor();
  await page.locator("[aria-controls=variables]").click();
  await page.locator(".variable").first().waitFor();
  await page.locator(".variable summary").first().click();
  await fine("a solution, an error with its way out, variables");
  await page.keyboard.press("Escape");
  await write(page, 7, "const c = mat");
  await page.keyboard.press("Tab");
  await page.locator(".cm-tooltip-autocomplete").waitFor();
  await fine("a list of names");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await page.locator(".banner:not([hidden])").waitFor();
  await fine("a message");
  await page.keyboard.press("z");
  await page.reload();
  await page.locator(".exercise-state").waitFor();
}

pageTest("a notebook with its homework, from the keyboard alone", async (staged) => {
  await withLearning(staged);
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Presses Tab until what has the focus is called so. */
  const tabTo = async (name: RegExp, key = "Tab"): Promise<void> => {
    for (let step = 0; step < 60; step++) {
      const text = await page.evaluate(() => {
        const { activeElement: active, body } = document;
        if (!active || active === body) return "";
        const label = active instanceof HTMLTextAreaElement ? active.labels[0]?.textContent : null;
        return active.getAttribute("aria-label") ?? label ?? active.textContent ?? "";
      });
      if (name.test(text)) return;
      await press(key);
    }
    throw new Error(`expected to come to ${name} with ${key}`);
  };
  const has = (selector: string) =>
    page.waitForFunction(
      (selector) => document.activeElement?.matches(selector),
      selector,
    );
  await page.goto(server.address);
  await page.locator(".entry").first().waitFor();
  await tabTo(/^\W*\d*\W*Learning/);
  await press("Enter");
  await page.waitForSelector("html[data-ready]");
  await page.waitForSelector(".kernel[data-state=idle]");
  await page.locator(".exercise-state").waitFor();

  await press("ArrowDown", "Shift+Enter"); // what the homework imports
  await page.waitForFunction(() =>
    document.querySelector(".jp-CodeCell .jp-InputPrompt")?.textContent === "[1]:"
  );

  // The prediction: from the notebook to the line, and on to the cell that answers it.
  await tabTo(/^Your prediction/);
  await has(".prediction textarea");
  await page.keyboard.type("forty-two");
  await press("Enter", "Shift+Enter");
  await output(page, 3, "42").waitFor();
  await cell(page, 3).locator(".predicted", { hasText: "forty-two" }).waitFor();

  // The homework: down to it, a hint, an answer, its check.
  await page.locator(".jp-Cell.jp-mod-active").nth(0).waitFor();
  await press("ArrowDown");
  await page.waitForFunction(() =>
    document.querySelectorAll(".jp-Cell")[5]?.matches(".jp-mod-active")
  );
  await tabTo(/^Hint$/);
  await press("Enter");
  await page.locator(".hint").waitFor();
  await press("Escape"); // back to the cell
  await has(".jp-Cell");
  await press("Enter", "ControlOrMeta+a");
  await page.keyboard.insertText(
    "function entropy(weights: number[]): number {\n" +
      "  return -weights.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0);\n}",
  );
  await press("Shift+Enter", "Shift+Enter");
  await page.locator(".exercise-state", { hasText: "Solved" }).waitFor();

  // And round about: the glossary, the variables, the menu of the cell, the list again.
  await press("Escape", "g");
  await has("#glossary input");
  await press("Escape", "Shift+Tab");
  await tabTo(/^Variables/, "Shift+Tab");
  await press("Enter");
  await page.locator(".variable", { hasText: "entropy" }).waitFor();
  await press("Escape");
  await tabTo(/^More: Actions on this cell/);
  await press("Enter");
  await page.locator("#cell-menu:popover-open").waitFor();
  await press("ArrowDown", "Escape");
  await tabTo(/^All notebooks/, "Shift+Tab");
  await press("Enter");
  await page.locator(".entry", { hasText: "Exercises solved: 1 / 1" }).waitFor();
  assertEquals(errors, []);
});

pageTest("Korean is composed in editors, predictions and the glossary", async (staged) => {
  await withLearning(staged);
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port, path);
  await page.locator(".exercise-state").waitFor();
  const keyboard = await page.context().newCDPSession(page);
  /** Types syllables as a Korean input method does: each grows, and is then put in. */
  const compose = async (...syllables: string[][]): Promise<void> => {
    for (const steps of syllables) {
      for (const text of steps) {
        await keyboard.send("Input.imeSetComposition", {
          text,
          selectionStart: 1,
          selectionEnd: 1,
        });
      }
      await keyboard.send("Input.insertText", { text: steps.at(-1) ?? "" });
    }
  };
  const 가중치 = [["ㄱ", "가"], ["ㅈ", "주", "중"], ["ㅊ", "치"]];
  await write(page, 7, "const ");
  await compose(...가중치);
  await page.keyboard.insertText(" = [1]; ");
  await compose(...가중치);
  await page.keyboard.insertText(".length");
  await page.keyboard.press("ControlOrMeta+Enter");
  await output(page, 7, "1").waitFor();
  assertEquals(
    (await cell(page, 7).locator(".cm-content").innerText()).trimEnd(),
    "const 가중치 = [1]; 가중치.length",
  );

  // Enter that ends a composition does not end the prediction.
  const line = page.locator(".prediction textarea");
  await line.click();
  await keyboard.send("Input.imeSetComposition", {
    text: "사",
    selectionStart: 1,
    selectionEnd: 1,
  });
  await keyboard.send("Input.dispatchKeyEvent", {
    type: "keyDown",
    key: "Process",
    windowsVirtualKeyCode: 229,
  });
  assert(await line.evaluate((node) => node === document.activeElement));
  await keyboard.send("Input.insertText", { text: "사십" });
  assertEquals(await line.inputValue(), "사십");

  await page.locator("[aria-controls=glossary]").click();
  await compose(...가중치);
  assertEquals(await page.locator("#glossary dt > :first-child").allInnerTexts(), [
    "attention weights",
  ]);
  assertEquals(errors, []);
});
