import { join } from "node:path";
import { assertEquals } from "@std/assert";
import { codeCell, markdownCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { faults } from "../axe.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, ready, saved } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import type { Staged } from "../staging.ts";

const path = "notebooks/08-predict.ipynb";

/** Cells 1, 3 and 5 ask; cells 2, 4 and 8 answer; cell 9 does too, though nothing is left to answer. */
async function withPredictions(staged: Staged): Promise<void> {
  const answer = (id: string, word: string) => {
    const cell = codeCell(id, `console.log("${word}, " + 6 * 7)`);
    cell.metadata = { tags: ["answer"] };
    cell.outputs = [{ output_type: "stream", name: "stdout", text: `${word}, stored\n` }];
    return cell;
  };
  await writeNotebook(
    join(staged.root, path),
    newNotebook([
      markdownCell("title", "# Predictions"),
      markdownCell("one", "**Predict.** What comes out?"),
      answer("first", "one"),
      markdownCell("two", "**Predict.** And now?"),
      answer("second", "two"),
      markdownCell("three", "**Predict.** And after some work?"),
      codeCell("work", "const work = 1;"),
      markdownCell("words", "Now look."),
      answer("third", "three"),
      answer("fourth", "four"),
    ]),
  );
}

pageTest(
  "a stored answer is folded until its cell runs or the learner asks for it",
  async (staged) => {
    await withPredictions(staged);
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, errors } = await openPage(browser, server.port, { colorScheme });
      const shows = (index: number, text: string) => output(page, index, text).isVisible();
      await openNotebook(page, server.port, path);
      await cell(page, 4).locator(".answer-fold").waitFor();
      assertEquals([await shows(2, "one"), await shows(4, "two")], [false, false]);
      assertEquals(await faults(page), []);
      assertEquals(await page.getByLabel("Your prediction").count(), 3);
      await cell(page, 5).getByLabel("Your prediction").fill("four");

      await cell(page, 1).getByLabel("Your prediction").click();
      await page.keyboard.type("forty-two, as always");
      assertEquals(await cell(page, 2).locator(".predicted").count(), 0);
      await page.keyboard.press("Enter"); // to the cell
      await page.keyboard.press("ControlOrMeta+Enter");
      await output(page, 2, "one, 42").waitFor();
      await cell(page, 2).locator(".predicted", { hasText: "forty-two, as always" }).waitFor();
      assertEquals(await shows(4, "two"), false);

      await cell(page, 4).getByRole("button", { name: "Show the stored result" }).press("Enter");
      await output(page, 4, "two, stored").waitFor();
      assertEquals(await cell(page, 4).locator(".predicted").count(), 0, "nothing was predicted");
      assertEquals(await faults(page), []);

      await saved(page); // what ran is in the file that is opened again
      await page.reload();
      await ready(page);
      await cell(page, 2).locator(".predicted", { hasText: "forty-two, as always" }).waitFor();
      await output(page, 2, "one").waitFor(); // what was seen stays open
      await output(page, 4, "two").waitFor();
      assertEquals(
        await cell(page, 1).getByLabel("Your prediction").inputValue(),
        "forty-two, as always",
      );
      assertEquals(errors, []);
      await page.context().close();
      await withPredictions(staged);
    }
  },
);
