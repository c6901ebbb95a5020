/**
 * What a learner should know who opens their version of a notebook: that the course has a newer text, or that the
 * browser keeps nothing.
 *
 * @module
 */
import { notebookAddress } from "./addresses.ts";
import { keepsNothing, newTexts, ownVersion } from "./notebooks.ts";
import { courseNotebooks } from "./place.ts";
import { say } from "./words.ts";

/** Shows the news about the notebook at `path`, if there are any. */
export async function tellNews(path: string): Promise<void> {
  if (path.startsWith(newTexts)) {
    return show(
      "This is the course's new text, to read beside yours. What you change here is not kept.",
    );
  }
  const own = await ownVersion(path);
  if (keepsNothing) {
    return show(
      "This browser keeps nothing for this page: download your work before you close it.",
    );
  }
  const course = (await courseNotebooks().catch(() => [])).find((notebook) =>
    notebook.path === path
  );
  if (!own?.basis || !course || own.basis === course.hash) return;
  show("The course has a newer text of this notebook. Yours stays as it is.", {
    label: "Read the new text beside yours",
    href: notebookAddress(newTexts + path),
  });
}

function show(text: string, link?: { readonly label: string; readonly href: string }): void {
  const place = document.createElement("p");
  place.className = "site-news";
  place.setAttribute("role", "status");
  place.append(say(text));
  if (link) {
    const node = document.createElement("a");
    node.href = link.href;
    node.target = "_blank";
    node.rel = "noopener";
    node.textContent = say(link.label);
    place.append(" ", node);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = say("Close");
  close.addEventListener("click", () => place.remove());
  place.append(" ", close);
  const before = document.querySelector(".desk") ?? document.body.firstChild;
  document.body.insertBefore(place, before);
}
