import { join } from "node:path";
import { assertEquals, assertMatch } from "@std/assert";
import { codeCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { faults } from "../axe.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, ready } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

const path = "notebooks/10-runs.ipynb";

pageTest(
  "tells what has run in this kernel, and offers to run what a cell lacks",
  async (staged) => {
    const stored = codeCell("stored", "'from before'");
    stored.outputs = [{ output_type: "stream", name: "stdout", text: "from before" }];
    const cells = [
      codeCell("needed", "const widths = [1, 2, 3];"),
      stored,
      codeCell("a", "widths.length"),
    ];
    await writeNotebook(join(staged.root, path), newNotebook(cells));
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, errors } = await openPage(browser, server.port);
    await openNotebook(page, server.port, path);
    const states = (wanted: readonly string[]) =>
      page.waitForFunction(
        (wanted) => {
          const nodes = [...document.querySelectorAll<HTMLElement>(".jp-CodeCell")];
          return nodes.map((node) => node.dataset.ran).join() === wanted;
        },
        wanted.join(),
      );
    await states(["none", "old", "none"]);
    await cell(page, 2).locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+Enter");
    const offer = cell(page, 2).getByRole("button", {
      name: "Run what stands above, then this cell",
    });
    await offer.waitFor();
    assertEquals(await faults(page), []);
    await offer.press("Enter");
    await output(page, 2, /^3$/).waitFor();
    await states(["ran", "ran", "ran"]);
    assertEquals(await offer.count(), 0);
    assertMatch(await cell(page, 2).locator(".run-note").innerText(), /^\d+(\.\d+)? s$/);

    await page.reload(); // the kernel is the same
    await ready(page);
    await states(["ran", "ran", "ran"]);
    await cell(page, 2).locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(" + 1");
    await states(["ran", "ran", "edited"]);
    await page.getByRole("button", { name: "Restart the kernel: variables are forgotten" }).click();
    await page.locator(".jp-Dialog").getByRole("button", { name: "Restart" }).click();
    await states(["none", "old", "old"]);
    assertEquals(errors, []);
  },
);
