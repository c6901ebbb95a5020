import { assertEquals } from "@std/assert";
import { reportIn } from "lib/homework/exercise/in_notebook.ts";

Deno.test("reportIn: a verdict's words in both languages, and nothing of what is no verdict", () => {
  const report = { en: "passed", ko: "통과" };
  assertEquals(reportIn({ status: "passed", report }), report);
  for (const other of [null, "passed", {}, { report: null }, { report: { en: "passed" } }]) {
    assertEquals(reportIn(other), undefined);
  }
});
