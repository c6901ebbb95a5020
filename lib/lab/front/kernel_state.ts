/**
 * Tells how the kernel does, in the header while all is well and in a banner when it is not: it died,
 * it was started again, the server is gone, the server is back.
 *
 * @module
 */
import type { ISessionContext } from "@jupyterlab/apputils";
import type { Actions } from "./actions.ts";
import type { OpenNotebook } from "./document.ts";
import { element, spoken } from "./elements.ts";
import { say, speak } from "./words.ts";

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

/** A message over the notebook, with at most one thing to do about it. */
interface Banner {
  readonly kind: "problem" | "news";
  readonly text: string;
  readonly action?: { readonly label: string; press(): Promise<unknown> | void };
}

/** The kernel's state in the header, and the place for messages below it. */
export interface KernelState {
  readonly status: HTMLElement;
  readonly banner: HTMLElement;
}

/** Follows the kernel of a notebook and reconnects to it. */
export function watchKernel({ session }: OpenNotebook, actions: Actions): KernelState {
  const status = element("span", { class: "kernel", role: "status" });
  const banner = element("div", { class: "banner", role: "alert" });
  banner.hidden = true;

  const tell = (message: Banner | undefined): void => {
    banner.replaceChildren();
    banner.hidden = message === undefined;
    if (!message) return;
    banner.dataset.kind = message.kind;
    banner.append(spoken("p", message.text));
    const { action } = message;
    if (action) {
      const press = spoken("button", action.label, { type: "button" });
      press.addEventListener("click", () => {
        tell(undefined);
        void action.press();
      });
      banner.append(press);
    }
    if (message.kind === "news") {
      const dismiss = spoken("button", "Dismiss", { type: "button", class: "quiet" });
      dismiss.addEventListener("click", () => tell(undefined));
      banner.append(dismiss);
    }
  };
  const runAgain = { label: "Run the cells again", press: actions.runAll };
  const startAgain = {
    label: "Start the kernel again",
    press: () => session.changeKernel({ name: "deno" }),
  };

  let serverGone = false;
  const show = (): void => {
    const now = session.kernelDisplayStatus;
    status.dataset.state = serverGone ? "disconnected" : now;
    status.textContent = say(serverGone ? "No connection" : words[now] ?? now);
    if (now === "dead" && !serverGone) {
      tell({
        kind: "problem",
        text: "The kernel has stopped. Your text and outputs are safe; variables are gone.",
        action: startAgain,
      });
    }
    if (now === "autorestarting") {
      tell({
        kind: "news",
        text:
          "The kernel stopped and was started again. Variables are gone: run the cells from the top.",
        action: runAgain,
      });
    }
  };
  speak(show);
  session.statusChanged.connect(show);
  session.kernelChanged.connect(show);

  const find = async (): Promise<void> => {
    if (serverGone) return;
    serverGone = true;
    for (let tries = 0;; tries++) {
      const answer = await askServer();
      if (answer === "ok") break;
      if (answer === "stranger") {
        tell({
          kind: "problem",
          text:
            "The server was started anew and no longer knows this page. Open the address that the terminal shows.",
        });
      } else if (tries === 1) {
        tell({
          kind: "problem",
          text:
            "The course's server does not answer. Is “deno task start” still running in the terminal? Your text stays in this page, which reconnects by itself.",
        });
      }
      show();
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    serverGone = false;
    const kernel = session.session?.kernel;
    if (kernel && await kernelExists(kernel.id)) {
      tell(undefined);
      if (kernel.connectionStatus !== "connected") await kernel.reconnect();
    } else {
      tell(undefined);
      await session.changeKernel({ name: "deno" });
      tell({
        kind: "news",
        text:
          "The server was started anew, and with it the kernel. Variables are gone: run the cells from the top.",
        action: runAgain,
      });
    }
    show();
  };
  session.connectionStatusChanged.connect((_, state) => {
    show();
    if (state !== "connected") void find();
  });
  return { status, banner };
}

async function askServer(): Promise<"ok" | "gone" | "stranger"> {
  try {
    const response = await fetch("/api/status", { cache: "no-store" });
    await response.body?.cancel();
    return response.ok ? "ok" : response.status === 403 ? "stranger" : "gone";
  } catch {
    return "gone";
  }
}

async function kernelExists(id: string): Promise<boolean> {
  const response = await fetch(`/api/kernels/${id}`, { cache: "no-store" });
  await response.body?.cancel();
  return response.ok;
}
