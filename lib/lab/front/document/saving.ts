/**
 * Saves the notebook soon after each change, and shows whether the page's version is on the disk. While the
 * server does not answer or the disk is full, it tries again at intervals; after the learner has postponed a
 * conflict, it waits for them.
 *
 * @module
 */
import type { Banner } from "../elements/banner.ts";
import { element } from "../elements/elements.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import type { OpenNotebook } from "./document.ts";

const quietMs = 1200;
const longestWaitMs = 10_000;
const retryMs = 2000;
const failedRetryMs = 10_000;

type SaveState = "Saved" | "Unsaved" | "Saving…" | "Not saved" | "Read only";

/** What keeps a notebook's file up to date. */
export interface Saving {
  /** Shows the state of the file. */
  readonly node: HTMLElement;
  /** Saves now. Never rejects: {@linkcode Saving.node} shows a failure. */
  save(): Promise<void>;
  /** Saves what is not saved yet; false where something stays unsaved. */
  saveChanges(): Promise<boolean>;
}

/** Saves the document from now on. */
export function keepSaved({ context }: OpenNotebook, banner: Banner): Saving {
  // No live region: during a training it changes all the time. The banner reports failures.
  const node = element("span", { class: "saved" });
  let state: SaveState = "Saved";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | undefined;
  let putOff = false;
  let failed = false;
  const show = (next: SaveState): void => {
    state = next;
    node.dataset.state = next;
    node.textContent = t(next);
  };
  onLanguageChange(() => show(state));

  /** The saves that are under way; the last one, if it has not begun. */
  let saves: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** One after the other: while the answer to one is on its way, the file would be another one than this page knows. */
  const save = (): Promise<void> => {
    clearTimeout(timer);
    changedAt = undefined;
    next ??= saves.then(() => {
      next = undefined;
      return saveNow();
    });
    saves = next;
    return next;
  };
  const saveNow = async (): Promise<void> => {
    if (!await serverAnswers()) {
      show("Not saved");
      timer = setTimeout(save, retryMs);
      return;
    }
    try {
      await context.save();
      putOff = false;
      if (failed) banner.clear();
      failed = false;
    } catch (error) {
      putOff = error instanceof Error && /^Modal/.test(error.name);
      show("Not saved");
      if (!putOff) timer = setTimeout(save, failedRetryMs);
    }
  };
  context.onFailure = ({ message }) => {
    failed = true;
    banner.tell({
      kind: "problem",
      text: message,
      more: "Your text is safe in this page, which tries again by itself.",
      action: { label: "Try again now", press: save },
    });
  };
  /** Loading the file's version looks like a change too, but leaves nothing to save. */
  const saveSoon = async (): Promise<void> => {
    if (context.model.dirty) return await save();
    changedAt = undefined;
    show("Saved");
  };
  const saveChanges = async (): Promise<boolean> => {
    if (context.model.dirty) await save();
    if (context.model.dirty) await save(); // something came while the file was being written
    return !context.model.dirty;
  };
  const soon = (): void => {
    if (context.contentsModel?.writable === false) return show("Read only");
    if (state !== "Saving…") show(putOff ? "Not saved" : "Unsaved");
    if (putOff) return;
    const now = Date.now();
    changedAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(
      saveSoon,
      Math.min(quietMs, Math.max(0, changedAt + longestWaitMs - now)),
    );
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
    if (document.visibilityState === "hidden" && context.model.dirty && !putOff) void save();
  });
  return { node, save, saveChanges };
}

async function serverAnswers(): Promise<boolean> {
  try {
    const response = await fetch("/api", { cache: "no-store" });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
