import { assertEquals } from "@std/assert";
import { launchChromium, openPage, withoutChromium } from "./chromium.ts";
import { countInPage } from "./count_in_page.ts";
import { Staged } from "./staging.ts";

Deno.test({
  name: "page: run all loses and misplaces nothing in 37 cells",
  ignore: withoutChromium(),
  // The browser is another process with its own pipes; it ends with the test.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using staged = await Staged.make();
    await using server = await staged.serve({ page: true });
    await using browser = await launchChromium();
    const { page } = await openPage(browser, server.port);
    const count = await countInPage(page, server, staged, 37);
    assertEquals(count, { lost: 0, misplaced: 0, wrongCells: 0 });
  },
});
