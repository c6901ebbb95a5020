/**
 * Saves by itself, soon after each change, and tells whether what is on the page is on the disk.
 *
 * @module
 */
import type { OpenNotebook } from "./document.ts";
import { element } from "./elements.ts";
import { say, speak } from "./words.ts";

const quietMs = 1200;
const longestWaitMs = 10_000;

type SaveState = "Saved" | "Unsaved" | "Saving…" | "Not saved" | "Read only";

/** Watches the document; the returned element shows the state of its file. */
export function keepSaved({ context }: OpenNotebook): HTMLElement {
  const place = element("span", { class: "saved", role: "status" });
  let state: SaveState = "Saved";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | undefined;
  const show = (next: SaveState): void => {
    state = next;
    place.dataset.state = next;
    place.textContent = say(next);
  };
  speak(() => show(state));

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    changedAt = undefined;
    try {
      await context.save();
    } catch {
      show("Not saved"); // the dialog of JupyterLab has told why; the next change tries again
    }
  };
  const soon = (): void => {
    if (context.contentsModel?.writable === false) return show("Read only");
    const now = Date.now();
    changedAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(save, Math.min(quietMs, Math.max(0, changedAt + longestWaitMs - now)));
    if (state !== "Saving…") show("Unsaved");
  };
  context.model.contentChanged.connect(soon);
  context.saveState.connect((_, step) => {
    if (step === "started") show("Saving…");
    else if (step === "failed") show("Not saved");
    else show(context.model.dirty ? "Unsaved" : "Saved");
  });
  addEventListener("beforeunload", (event) => {
    if (!context.model.dirty) return;
    void save();
    event.preventDefault(); // the browser asks, and the file is written while it asks
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && context.model.dirty) void save();
  });
  return place;
}
