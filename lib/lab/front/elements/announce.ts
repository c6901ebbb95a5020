/**
 * A sentence for screen readers, about something that happened elsewhere on the page.
 *
 * @module
 */
import { element } from "./elements.ts";

/** Milliseconds after which a sentence is of no interest any more to who walks through the page. */
const outdated = 20_000;

/** Where announcements are made; nobody sees it. */
export const announcer: HTMLElement = element("div", {
  class: "visually-hidden",
  role: "status",
  "aria-live": "polite",
});

/** Says `text` when the screen reader has finished its sentence, and after what was announced before. */
export function announce(text: string): void {
  const sentence = element("p", {}, text); // one of its own: the same words once more are said once more
  announcer.append(sentence);
  setTimeout(() => sentence.remove(), outdated);
}
