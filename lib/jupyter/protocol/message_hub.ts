/**
 * Passes a kernel's messages to everybody who listens.
 *
 * @module
 */
import type { Channel, Message } from "./messages.ts";
import { isOutputMessage } from "./outputs.ts";

/** Gets every message that the kernel sends. */
export type MessageListener = (channel: Channel, message: Message) => void;

/** A message that is still to come. */
export interface NextMessage {
  readonly promise: Promise<Message>;
  /** Stops waiting; the promise stays pending. */
  cancel(): void;
}

/** The listeners of one kernel. */
export class MessageHub {
  readonly #listeners = new Set<MessageListener>();
  #lastHeard = Date.now();
  #isDiscardEnd: ((message: Message) => boolean) | undefined;

  /** Calls `listener` with every message from now on; returns a function that ends this. */
  listen(listener: MessageListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Milliseconds since the last message of any kind, discarded ones included. */
  get silence(): number {
    return Date.now() - this.#lastHeard;
  }

  /** Hands `message` to all listeners. */
  emit(channel: Channel, message: Message): void {
    this.#lastHeard = Date.now();
    if (this.#isDiscardEnd?.(message)) this.#isDiscardEnd = undefined;
    if (this.#isDiscardEnd && channel === "iopub" && isOutputMessage(message)) return;
    for (const listener of [...this.#listeners]) listener(channel, message);
  }

  /** Hands no output on until a message comes for which `isEnd` holds. */
  discardOutputUntil(isEnd: (message: Message) => boolean): void {
    this.#isDiscardEnd = isEnd;
  }

  /** The next message that `wanted` picks. */
  next(wanted: (channel: Channel, message: Message) => boolean): NextMessage {
    const { promise, resolve } = Promise.withResolvers<Message>();
    const cancel = this.listen((channel, message) => {
      if (!wanted(channel, message)) return;
      cancel();
      resolve(message);
    });
    return { promise, cancel };
  }
}
