/**
 * Stack traces in printed text: errors that nobody caught, and failures of tests. The kernel's prelude sends
 * them as messages of their own; here they become ordinary output with the lines of the cells as they were
 * written. That takes a moment, and what follows waits for it.
 *
 * @module
 */
import { asString } from "../format/json.ts";
import { messageTypes } from "../inside/names.ts";
import type { MessageListener } from "../protocol/message_hub.ts";
import type { Channel, Message } from "../protocol/messages.ts";
import type { CellPositions } from "./cell_positions.ts";

/** Passes messages on in their order. */
export class ErrorTexts {
  readonly #positions: CellPositions;
  readonly #pass: MessageListener;
  /** The last message that waits, if one does. */
  #waiting: Promise<void> | undefined;

  /**
   * @param positions Knows where the cells' lines are.
   * @param pass Gets every message.
   */
  constructor(positions: CellPositions, pass: MessageListener) {
    this.#positions = positions;
    this.#pass = pass;
  }

  /** Takes the next message. */
  take(channel: Channel, message: Message): void {
    const isErrorText = message.header.msg_type === messageTypes.errorText;
    if (!isErrorText && !this.#waiting) return this.#pass(channel, message);
    const passed = (this.#waiting ?? Promise.resolve()).then(async () => {
      this.#pass(channel, isErrorText ? await this.#restore(message) : message);
    }).catch((error) => console.error("Hardened kernel:", error));
    this.#waiting = passed;
    passed.then(() => {
      if (this.#waiting === passed) this.#waiting = undefined;
    });
  }

  /** Resolves when everything taken so far has been passed on. */
  async settled(): Promise<void> {
    await this.#waiting;
  }

  async #restore(message: Message): Promise<Message> {
    const { header, content: { name, text } } = message;
    const restored = await this.#positions.restoreText(asString(text));
    return {
      ...message,
      header: { ...header, msg_type: "stream" },
      content: { name, text: restored },
    };
  }
}
