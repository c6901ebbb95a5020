/**
 * Checks whether another tab or program has changed the notebook's file. A page without changes of its own
 * shows the new version at once; one that has changes is asked when it saves (see `saving.ts`).
 *
 * @module
 */
import type { Banner } from "../elements/banner.ts";
import type { OpenNotebook } from "./document.ts";

const everyMs = 4000;

/** Watches the file for as long as the page is open; `isBusy` tells whether a cell of this page runs. */
export function watchDisk(
  { context, panel }: OpenNotebook,
  banner: Banner,
  isBusy: () => boolean,
): void {
  let looking = false;
  const mayReload = () => !context.model.dirty && !isBusy();

  const look = async (): Promise<void> => {
    if (looking || document.visibilityState === "hidden" || !mayReload()) return;
    looking = true;
    try {
      const known = context.contentsModel?.hash;
      if (known === undefined || await hashOnDisk(context.path) === known) return;
      // A save of this page may have come in between.
      if (context.contentsModel?.hash !== known || !mayReload()) return;
      await reload();
      banner.tell({
        kind: "news",
        text: "Another tab or program has changed this notebook. You see its new version.",
      });
    } catch {
      // the server is away or the file is gone: saving will tell
    } finally {
      looking = false;
    }
  };

  const reload = async (): Promise<void> => {
    const cells = panel.content;
    const active = cells.activeCellIndex;
    const top = cells.outerNode.scrollTop;
    await context.revert();
    cells.activeCellIndex = Math.min(active, cells.widgets.length - 1);
    cells.outerNode.scrollTop = top;
  };

  setInterval(look, everyMs);
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
}

async function hashOnDisk(path: string): Promise<unknown> {
  const address = `/api/contents/${path.split("/").map(encodeURIComponent).join("/")}?content=0`;
  const response = await fetch(address, { cache: "no-store" });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).hash;
}
