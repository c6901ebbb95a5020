/**
 * A page as a screen reader finds it: Chromium's accessibility tree, in reading order.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { delay } from "lib/platform/waiting.ts";

/** One thing that is said. */
export interface Spoken {
  /** `heading`, `button`, `article`, … */
  readonly role: string;
  readonly name: string;
  /** Of a heading: its level. */
  readonly level?: number;
  readonly hasFocus: boolean;
  /** The roles and names of what it stands in, from the outside. */
  readonly inside: readonly string[];
}

/** A node as the browser's tools describe it. */
interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: unknown };
  }[];
  readonly childIds?: readonly string[];
}

/** Milliseconds in which a page has to say what is waited for. */
const limit = 60_000;

/**
 * All that a screen reader can come to on the page, without plain text, from the top to the bottom: as soon as
 * `isThere` holds. The browser makes the tree a moment after the page, which itself draws one cell after the other.
 */
export async function spokenOn(
  page: Page,
  what: string,
  isThere: (heard: readonly Spoken[]) => boolean,
): Promise<Spoken[]> {
  const tools = await page.context().newCDPSession(page);
  try {
    for (const end = Date.now() + limit;; await delay(200)) {
      const { nodes }: { nodes: readonly TreeNode[] } = await tools.send(
        "Accessibility.getFullAXTree",
      );
      const heard = inReadingOrder(nodes);
      if (isThere(heard)) return heard;
      if (Date.now() > end) {
        const roles = Object.entries(Object.groupBy(heard, ({ role }) => role));
        const counts = roles.map(([role, of]) => `${of?.length} ${role}`).join(", ");
        throw new Error(`expected to hear ${what} within ${limit / 1000} s; heard ${counts}`);
      }
    }
  } finally {
    await tools.detach();
  }
}

function inReadingOrder(nodes: readonly TreeNode[]): Spoken[] {
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: Spoken[] = [];
  const visit = (node: TreeNode, inside: readonly string[]): void => {
    const role = `${node.role?.value}`;
    let around = inside;
    if (!node.ignored && !/^(?:RootWebArea|generic|none|StaticText|InlineTextBox)$/.test(role)) {
      const name = `${node.name?.value ?? ""}`;
      const property = (wanted: string) =>
        node.properties?.find(({ name }) => name === wanted)?.value.value;
      const level = property("level");
      found.push({
        role,
        name,
        inside,
        hasFocus: property("focused") === true,
        ...typeof level === "number" && { level },
      });
      around = [...inside, `${role} ${name}`.trim()];
    }
    for (const id of node.childIds ?? []) {
      const child = known.get(id);
      if (child) visit(child, around);
    }
  };
  if (nodes.length > 0) visit(nodes[0], []);
  return found;
}

/** Writes down from now on what live regions of the page say; the function gives all of it so far. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const before = new WeakMap<Node, string>();
    const regions = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]";
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)
          ?.closest(regions);
        const text = region?.textContent?.trim() ?? "";
        if (!region || before.get(region) === text) continue;
        before.set(region, text);
        if (text !== "") said.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { said });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, "said"));
}

/** Where the parts are on the page that Tab comes to one after the other, with what is said of each. */
export async function tabOrder(
  page: Page,
  count: number,
): Promise<{ readonly name: string; readonly top: number }[]> {
  const stops: { name: string; top: number }[] = [];
  for (let stop = 0; stop < count; stop++) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(() => {
        const active = document.activeElement;
        const { top = 0 } = active?.getBoundingClientRect() ?? {};
        const name = active?.getAttribute("aria-label") ?? active?.textContent ?? "";
        return { name: name.trim(), top: top + scrollY };
      }),
    );
  }
  return stops;
}
