/**
 * Shows the kernel's state: in the header, and in the banner when the kernel has died.
 *
 * @module
 */
import type { ISessionContext } from "@jupyterlab/apputils";
import type { KernelMessage } from "@jupyterlab/services";
import type { OpenNotebook } from "../document/document.ts";
import type { Banner } from "../elements/banner.ts";
import { element } from "../elements/elements.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import type { Actions } from "../notebook/actions.ts";

const words: Readonly<Record<ISessionContext.KernelDisplayStatus, string>> = {
  "": "Starting the kernel…",
  "unknown": "Starting the kernel…",
  "initializing": "Starting the kernel…",
  "starting": "Starting the kernel…",
  "connected": "Ready",
  "idle": "Ready",
  "busy": "Running…",
  "restarting": "Restarting…",
  "autorestarting": "Restarting…",
  "terminating": "Kernel stopped",
  "dead": "Kernel stopped",
  "connecting": "Connecting…",
  "disconnected": "No connection",
};

const restarted =
  "The kernel stopped and was started again. Variables are gone: run the cells from the top.";
const ended =
  "The kernel was ended to save memory. Variables are gone: run the cells from the top.";

/** Follows the kernel; returns the element that shows its state. */
export function watchKernel(
  { session }: OpenNotebook,
  actions: Actions,
  banner: Banner,
): HTMLElement {
  const status = element("span", { class: "kernel", role: "status" });
  const tellLoss = (text: string) =>
    banner.tell({
      kind: "news",
      text,
      action: { label: "Run the cells again", press: actions.runAll },
    });
  const show = (): void => {
    const now = session.kernelDisplayStatus;
    status.dataset.state = now;
    status.textContent = t(words[now] ?? now);
    if (now === "autorestarting") tellLoss(restarted);
    if (now === "dead") {
      banner.tell({
        kind: "problem",
        text: "The kernel has stopped. Your text and outputs are safe; variables are gone.",
        action: {
          label: "Start the kernel again",
          press: () => session.changeKernel({ name: "deno" }),
        },
      });
    }
  };
  onLanguageChange(show);
  session.statusChanged.connect(show);
  session.connectionStatusChanged.connect(show);
  session.kernelChanged.connect(show);
  session.iopubMessage.connect((_, message) => {
    if (tellsOfLoss(message)) tellLoss(tellsOfMemory(message) ? ended : restarted);
  });
  return status;
}

/** The hardened kernel replaces a dead Deno behind it by itself, and says so in the cell's output. */
function tellsOfLoss({ content }: KernelMessage.IIOPubMessage): boolean {
  const said = "evalue" in content ? content.evalue : "text" in content ? content.text : "";
  return typeof said === "string" &&
    /The kernel was (started again|ended to save memory): variables are gone/.test(said);
}

/** The server ends kernels that nobody needs, and says so to the page. */
function tellsOfMemory({ content }: KernelMessage.IIOPubMessage): boolean {
  return "text" in content && String(content.text).includes("to save memory");
}
