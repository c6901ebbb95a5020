/**
 * A sentence for screen readers, about something that happened elsewhere on the page.
 *
 * @module
 */
import { element } from "./elements.ts";

/** Where announcements are made; nobody sees it. */
export const announcer: HTMLElement = element("p", {
  class: "visually-hidden",
  role: "status",
  "aria-live": "polite",
});

/** Says `text` when the screen reader has finished its sentence. */
export function announce(text: string): void {
  announcer.textContent = text;
}
