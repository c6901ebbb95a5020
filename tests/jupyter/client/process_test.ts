import { assertStringIncludes } from "@std/assert";
import { explainDeath } from "lib/jupyter/client/process.ts";

Deno.test("explainDeath: the reason in words", () => {
  const death = (code: number, signal: Deno.Signal | null, words = "") =>
    explainDeath({ code, signal }, words);
  const fatal = "Fatal JavaScript out of memory: Reached heap limit";
  assertStringIncludes(death(133, "SIGTRAP", fatal), "ran out of memory");
  assertStringIncludes(death(137, "SIGKILL"), "too much memory");
  assertStringIncludes(
    death(139, "SIGSEGV", "a\nlast"),
    "crashed (SIGSEGV). Its last words:\na\nlast",
  );
  assertStringIncludes(death(0, null), "Deno.exit");
  assertStringIncludes(death(3, null), "status 3");
});
