import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { nextHints } from "lib/homework/memory/hints.ts";
import { temporaryFolder } from "../submission.ts";

Deno.test("nextHints: one more each time, at most three; a damaged memory starts anew", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "deep", "hints.json");
  assertEquals(await nextHints(["04.1"], file), { "04.1": 1 });
  assertEquals(await nextHints(["04.1", "04.2"], file), { "04.1": 2, "04.2": 1 });
  await nextHints(["04.1"], file);
  assertEquals(await nextHints(["04.1"], file), { "04.1": 3 });
  await Deno.writeTextFile(file, "{ broken");
  assertEquals(await nextHints(["04.2"], file), { "04.2": 1 });
});
