import { assertEquals } from "@std/assert";
import { openPage } from "../chromium.ts";
import { countInPage } from "../count_in_page.ts";
import { pageTest } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

pageTest("run all loses and misplaces nothing in 37 cells", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  const count = await countInPage(page, server, staged, 37);
  assertEquals(count, { lost: 0, misplaced: 0, wrongCells: 0 });
});
