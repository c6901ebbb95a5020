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
import { replaceKernel } from "./start_kernel.ts";

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
          press: () => replaceKernel(session),
        },
      });
    }
  };
  onLanguageChange(show);
  session.statusChanged.connect(show);
  session.connectionStatusChanged.connect(show);
  session.kernelChanged.connect(show);
  session.iopubMessage.connect((_, message) => {
    const loss = lossToldIn(message);
    if (loss !== undefined) tellLoss(loss);
  });
  return status;
}

/** A sentence for the learner if a message tells that the variables are gone. */
export function lossToldIn({ content }: KernelMessage.IIOPubMessage): string | undefined {
  const said = "evalue" in content ? content.evalue : "text" in content ? content.text : "";
  if (typeof said !== "string") return undefined;
  // The hardened kernel replaces a dead Deno behind it by itself, and says so in the cell's output.
  if (said.includes("The kernel was started again: variables are gone")) return restarted;
  // The server ends kernels that nobody needs, and says so to the page.
  if (said.includes("The kernel was ended to save memory")) return ended;
  return undefined;
}
