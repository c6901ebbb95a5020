/** What became of which answer: told by the terminal and the page alike. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { digestOf, stateOf } from "lib/homework/exercise/in_notebook.ts";
import { knownVerdicts, rememberVerdicts } from "lib/homework/memory/verdicts.ts";
import { temporaryFolder } from "../submission.ts";

const exercise = "04.4";

Deno.test("stateOf: the text that was checked counts, whatever the file's output says", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "deep", "verdicts.json");
  const state = async (source: string) =>
    await stateOf({ exercise, source, checked: "passed" }, await knownVerdicts(file));
  assertEquals(await state("right"), "passed"); // nobody has checked here: the file tells
  const remember = async (source: string, status: "passed" | "failed") =>
    await rememberVerdicts([{ exercise, digest: await digestOf(source), status }], file);
  await remember("right", "passed");
  await remember("wrong", "failed");
  assertEquals(await state("right"), "passed");
  assertEquals(await state("wrong"), "failed");
  assertEquals(await state("right, then broken"), "unchecked");
  assertEquals(await state('throw new Error("Not implemented yet")'), "not started");
  await remember("right", "failed");
  assertEquals(await state("right"), "failed");
});

Deno.test("knownVerdicts: a damaged memory starts anew, and only the last answers are kept", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "verdicts.json");
  await Deno.writeTextFile(file, '{"04.4": {"x": "won", "y": "passed"}, "04.1": 3}');
  assertEquals(await knownVerdicts(file), { "04.4": { y: "passed" } });
  await Deno.writeTextFile(file, "{");
  assertEquals(await knownVerdicts(file), {});
  for (let i = 0; i < 25; i++) {
    await rememberVerdicts([{ exercise, digest: String(i), status: "failed" }], file);
  }
  const digests = Object.keys((await knownVerdicts(file))[exercise]);
  assertEquals([digests.length, digests.includes("4"), digests.includes("24")], [20, false, true]);
});
