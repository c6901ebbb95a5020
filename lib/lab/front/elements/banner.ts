/**
 * A message above the notebook, with at most one action.
 *
 * @module
 */
import { element } from "./elements.ts";
import { onLanguageChange, t } from "./words.ts";

/** What a banner shows. */
export interface Message {
  /** A problem stays until it is solved; news can be dismissed. */
  readonly kind: "problem" | "news";
  /** English; see `words.ts`. */
  readonly text: string;
  /** A second sentence. */
  readonly more?: string;
  readonly action?: { readonly label: string; press(): Promise<unknown> | void };
}

/** The place for messages; at most one shows. */
export class Banner {
  readonly node = element("div", { class: "banner", role: "alert" });
  #message: Message | undefined;

  constructor() {
    onLanguageChange(() => this.#show());
  }

  /** Shows `message` instead of what was there. */
  tell(message: Message): void {
    this.#message = message;
    this.#show();
  }

  /** Shows nothing. */
  clear(): void {
    this.#message = undefined;
    this.#show();
  }

  #show(): void {
    this.node.replaceChildren();
    this.node.hidden = this.#message === undefined;
    if (!this.#message) return;
    const { kind, text, more, action } = this.#message;
    this.node.dataset.kind = kind;
    this.node.append(element("p", {}, [text, more ?? ""].map(t).join(" ").trim()));
    if (action) {
      const press = element("button", { type: "button" }, t(action.label));
      press.addEventListener("click", () => {
        this.clear();
        void action.press();
      });
      this.node.append(press);
    }
    if (kind === "news") {
      const dismiss = element("button", { type: "button", class: "quiet" }, t("Dismiss"));
      dismiss.addEventListener("click", () => this.clear());
      this.node.append(dismiss);
    }
  }
}
