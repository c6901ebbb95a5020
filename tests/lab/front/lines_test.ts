import { join } from "node:path";
import { assertEquals } from "@std/assert";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { openPage } from "../chromium.ts";
import { cell, notebook, openNotebook, pageTest, saved } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

pageTest(
  "what is typed lands where it was typed, also in a file with Windows lines",
  async (staged) => {
    const file = join(staged.root, notebook);
    const original = await Deno.readTextFile(file);
    const source = JSON.stringify(
      "const one = 1;\r\nconst two = 2;\r\none + two",
    );
    await Deno.writeTextFile(
      file,
      original.replace(/"const answer = 6 \* 7;\\n",\s*"answer;"/, source),
    );
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, warnings } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await cell(page, 8).locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(" + 3");
    await page.keyboard.press("ControlOrMeta+s");
    await saved(page);
    const [typed] = parseNotebook(await staged.read(notebook)).cells.slice(8);
    assertEquals(typed.source, "const one = 1;\nconst two = 2;\none + two + 3");
    assertEquals(warnings, []);
  },
);
