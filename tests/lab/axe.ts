/**
 * What axe-core finds on a page.
 *
 * @module
 */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** The faults on the page that are serious or critical, each as one line. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(`(() => { ${axe.source} })()`);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
