/**
 * A question that has to be answered before anything is done.
 *
 * @module
 */
import { element } from "./elements.ts";
import { t } from "./words.ts";

/** A question; its texts are English, see `words.ts`. */
export interface Question {
  readonly title: string;
  /** What it is about; not translated. */
  readonly subject?: string;
  readonly text?: string;
  /** With it, a line to write in that begins with this. */
  readonly value?: string;
  /** What the button says that agrees. */
  readonly accept: string;
}

/** Asks; resolves to what was written (empty where there is no line), or to undefined if they decline. */
export function ask(
  { title, subject, text, value, accept }: Question,
): Promise<string | undefined> {
  const line = element("input", { type: "text", "aria-label": t(title), value: value ?? "" });
  const decline = element("button", { type: "button", class: "quiet" }, t("Cancel"));
  const form = element("form", { method: "dialog" });
  const heading = element("h2", { id: "question" }, t(title));
  form.append(heading);
  if (subject !== undefined) form.append(element("p", { class: "subject" }, subject));
  if (text !== undefined) form.append(element("p", {}, t(text)));
  if (value !== undefined) form.append(line);
  const agree = element("button", { type: "submit", value: "yes" }, t(accept));
  form.append(element("div", { class: "answers" }, decline, agree));
  const dialog = element("dialog", { class: "ask", "aria-labelledby": "question" }, form);
  document.body.append(dialog);
  decline.addEventListener("click", () => dialog.close());
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? line.value.trim() : undefined);
    });
    dialog.showModal();
    line.select();
  });
}
