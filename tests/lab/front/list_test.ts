import { join } from "node:path";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { faults } from "../axe.ts";
import { openPage } from "../chromium.ts";
import { openNotebook, pageTest } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

pageTest(
  "the list makes, copies, renames and deletes notebooks, and stops kernels",
  async (staged) => {
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page, errors } = await openPage(browser, server.port);
    await openNotebook(page, server.port, "notebooks/05-another.ipynb");
    await page.getByRole("button", { name: "Run all cells from the top" }).click();
    await page.locator(".kernel[data-state=idle]").waitFor();
    // A process comes with a cell: the notebook counts as running once one has ended.
    await page.locator(".jp-InputPrompt", { hasText: /^\[\d+\]:$/ }).first().waitFor({
      state: "attached",
    });
    await page.goto(server.address);
    const files = () =>
      [...Deno.readDirSync(join(staged.root, "notebooks"))].map(({ name }) => name);
    const entries = page.locator(".entries > li");
    const act = async (index: number, action: string): Promise<void> => {
      await entries.nth(index).getByRole("button", { name: "Actions on this notebook" }).click();
      await page.getByRole("menuitem", { name: action }).click();
    };
    await entries.nth(1).locator(".mark.running").waitFor();
    await act(1, "Stop the kernel");
    await page.locator(".mark.running").waitFor({ state: "detached" });
    assertEquals(server.kernelCount, 0);

    await act(1, "Duplicate");
    await entries.nth(2).waitFor();
    await page.locator(".file", { hasText: "05-another-1.ipynb" }).waitFor();
    await act(1, "Rename…");
    await page.getByRole("dialog", { name: "Rename the notebook" }).waitFor();
    assertEquals(await faults(page), []);
    await page.keyboard.type("06 나의 노트 #1");
    await page.keyboard.press("Enter");
    await page.locator(".file", { hasText: "06 나의 노트 #1.ipynb" }).waitFor();
    assertEquals(files().includes("06 나의 노트 #1.ipynb"), true);

    await act(2, "Rename…"); // to a name that is taken: nothing is lost
    await page.keyboard.type("05-another");
    await page.keyboard.press("Enter");
    await page.locator(".banner", { hasText: "exists already" }).waitFor();
    assertEquals(files().length, 3);

    await act(2, "Delete…");
    const question = page.getByRole("dialog", { name: "Delete this notebook?" });
    assertStringIncludes(await question.innerText(), "06 나의 노트 #1.ipynb");
    await page.keyboard.press("Escape");
    assertEquals(files().length, 3);
    await act(2, "Delete…");
    await question.getByRole("button", { name: "Delete" }).click();
    await page.locator(".banner", { hasText: "The notebook was deleted" }).waitFor();
    assertEquals(files().length, 2);
    const kept = [...Deno.readDirSync(join(staged.root, ".backups/page/notebooks"))];
    assertEquals(kept.filter(({ name }) => name.startsWith("06 나의 노트 #1")).length, 1);

    await page.getByRole("button", { name: "New notebook" }).click();
    await page.waitForSelector("html[data-ready]");
    assertEquals(files().includes("Untitled.ipynb"), true);
    assertEquals(errors, []);
  },
);
