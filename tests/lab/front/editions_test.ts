import { join } from "node:path";
import { assert, assertEquals } from "@std/assert";
import { codeCell, markdownCell, newNotebook, readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, pageTest, ready, write } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

const english = "notebooks/06-heads.ipynb";
const korean = "notebooks/ko/06-heads.ipynb";

pageTest(
  "the switch opens the Korean notebook at the same cell, with the answer",
  async (staged) => {
    await Deno.mkdir(join(staged.root, "notebooks/ko"));
    for (const [path, title] of [[english, "Heads"], [korean, "헤드"]]) {
      const stub = 'function heads() {\n  throw new Error("Not implemented yet");\n}';
      await writeNotebook(
        join(staged.root, path),
        newNotebook([
          markdownCell("title", `# 6. ${title}`),
          codeCell("heads-homework", stub, { exercise: "05.1", tags: ["homework"] }),
        ]),
      );
    }
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, errors } = await openPage(browser, server.port);
    await openNotebook(page, server.port, english);
    await write(page, 1, "const mine = 1;"); // not saved yet
    await page.getByRole("button", { name: "한국어" }).click();
    await page.waitForURL(`**/${korean}#*`);
    await ready(page);
    assert(["#title", "#heads-homework"].includes(new URL(page.url()).hash), page.url());
    assertEquals(await page.locator("header .title").innerText(), "6. 헤드");
    assertEquals(await cell(page, 1).locator(".cm-content").innerText(), "const mine = 1;");
    const { cells } = await readNotebook(join(staged.root, english));
    assertEquals(cells[1].source, "const mine = 1;");

    await page.goto(server.address);
    const titles = page.locator(".entries .title");
    await titles.filter({ hasText: "헤드" }).waitFor();
    await titles.filter({ hasText: "A small attention" }).waitFor(); // there is no Korean one
    const link = page.getByRole("link", { name: "헤드" });
    assertEquals(await link.getAttribute("href"), `/notebooks/${korean}`);
    await page.getByRole("button", { name: "English" }).click();
    await titles.filter({ hasText: "Heads" }).waitFor();
    assertEquals(await titles.filter({ hasText: "헤드" }).count(), 0);
    assertEquals(errors, []);
  },
);
