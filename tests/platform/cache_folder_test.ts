import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { cacheFolder, canWrite } from "lib/platform/cache_folder.ts";

Deno.test("canWrite: a folder, one that has to be made, and one that cannot be", async () => {
  const folder = await Deno.makeTempDir();
  try {
    assertEquals(await canWrite(folder), true);
    assertEquals(await canWrite(join(folder, "new", "one")), true);
    await Deno.writeTextFile(join(folder, "file"), "");
    assertEquals(await canWrite(join(folder, "file", "below")), false);
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["file", "new"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("cacheFolder: exists and can be written", async () => {
  assertEquals(await canWrite(await cacheFolder()), true);
});
