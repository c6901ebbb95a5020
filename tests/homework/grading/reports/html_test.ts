import { assertEquals } from "@std/assert";
import { html } from "lib/homework/grading/reports/html.ts";

Deno.test("html: escapes everything but its own markup", () => {
  const inner = html`<b>${"<i>"}</b>`;
  assertEquals(
    html`<p title="${`"'&`}">${[inner, "<"]}${undefined}${3}</p>`.text,
    `<p title="&quot;&#39;&amp;"><b>&lt;i&gt;</b>&lt;3</p>`,
  );
});
