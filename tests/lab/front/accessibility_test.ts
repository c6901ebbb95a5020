import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { faults } from "../axe.ts";
import { launchChromium, openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, saved } from "../notebook_page.ts";

/**
 * Colours depend on the scheme, names on the language: two of the four combinations show both. With
 * COURSE_FAULT_ROUNDS, all four are looked at.
 */
const everything = Deno.env.has("COURSE_FAULT_ROUNDS");

pageTest("axe-core finds no serious fault, light and dark, English and Korean", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await launchChromium();
  const open = async (page: Page): Promise<void> => {
    await openNotebook(page, server.port);
    await cell(page, 6).scrollIntoViewIfNeeded(); // figures are drawn when they come near
  };
  {
    const { page } = await openPage(browser, server.port);
    await open(page);
    await page.getByRole("button", { name: "Run all cells from the top" }).click();
    await output(page, 8, "42").waitFor();
    await page.keyboard.press("ControlOrMeta+s");
    await saved(page);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["en", "ko"]) {
      if (!everything && (colorScheme === "light") !== (locale === "en")) continue;
      const { page } = await openPage(browser, server.port, { colorScheme });
      await page.goto(server.address);
      await page.locator(".entry").first().waitFor();
      if (locale === "ko") await page.getByRole("button", { name: "한국어" }).click();
      assertEquals(await faults(page), [], `list: ${colorScheme}, ${locale}`);
      await open(page);
      await page.locator(".course-figure[data-drawn]").waitFor();
      assertEquals(await faults(page), [], `notebook: ${colorScheme}, ${locale}`);
      await cell(page, 8).locator(".cm-content").click();
      await page.locator(".bar .tool", { hasText: /More|더 보기/ }).click();
      assertEquals(await faults(page), [], `editing, and the menu: ${colorScheme}, ${locale}`);
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.locator("dialog.help[open]").waitFor();
      assertEquals(await faults(page), [], `list of keys: ${colorScheme}, ${locale}`);
      await page.context().close();
    }
  }
});
