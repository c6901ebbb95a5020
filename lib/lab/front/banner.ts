/**
 * A message over the notebook, with at most one thing to do about it.
 *
 * @module
 */
import { element, spoken } from "./elements.ts";

/** What a banner says. */
export interface Message {
  /** A problem stays until it is solved; news can be dismissed. */
  readonly kind: "problem" | "news";
  /** English; see `words.ts`. */
  readonly text: string;
  readonly action?: { readonly label: string; press(): Promise<unknown> | void };
}

/** The place for messages; at most one shows. */
export class Banner {
  readonly node = element("div", { class: "banner", role: "alert" });

  constructor() {
    this.node.hidden = true;
  }

  /** Shows `message` instead of what was there. */
  tell({ kind, text, action }: Message): void {
    this.node.replaceChildren(spoken("p", text));
    this.node.dataset.kind = kind;
    this.node.hidden = false;
    if (action) {
      const press = spoken("button", action.label, { type: "button" });
      press.addEventListener("click", () => {
        this.clear();
        void action.press();
      });
      this.node.append(press);
    }
    if (kind === "news") {
      const dismiss = spoken("button", "Dismiss", { type: "button", class: "quiet" });
      dismiss.addEventListener("click", () => this.clear());
      this.node.append(dismiss);
    }
  }

  /** Shows nothing. */
  clear(): void {
    this.node.hidden = true;
    this.node.replaceChildren();
  }
}
