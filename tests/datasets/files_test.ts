import { assertEquals, assertRejects } from "@std/assert";
import { pathToFileURL } from "node:url";
import { UserError } from "lib/command.ts";
import { writeOrCheck } from "../../datasets/grammar/files.ts";

Deno.test("writeOrCheck: writes what differs; names it when it only compares", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const place = new URL(`${pathToFileURL(folder).href}/`);
    const files = new Map([["one.tsv", "a\tb\n"], ["two.tsv", "c\td\n"]]);
    await writeOrCheck(place, files, false);
    await writeOrCheck(place, files, true);
    assertEquals(await Deno.readTextFile(new URL("one.tsv", place)), "a\tb\n");

    await Deno.writeTextFile(new URL("two.tsv", place), "c\te\n");
    await assertRejects(() => writeOrCheck(place, files, true), UserError, "two.tsv differs");
    await writeOrCheck(place, files, false);
    await Deno.remove(new URL("SHA256SUMS", place));
    await assertRejects(() => writeOrCheck(place, files, true), UserError, "SHA256SUMS differs");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
