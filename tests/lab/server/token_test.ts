import { assert, assertEquals, assertMatch } from "@std/assert";
import { keptToken } from "lib/lab/server/token.ts";

Deno.test("keptToken: is made once, kept, and readable by its owner only", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/cache/token`;
    const token = await keptToken(path);
    assertMatch(token, /^[0-9a-f]{48}$/);
    assertEquals(await keptToken(path), token);
    if (Deno.build.os !== "windows") assertEquals((await Deno.stat(path)).mode! & 0o777, 0o600);
    await Deno.writeTextFile(path, "short");
    const fresh = await keptToken(path);
    assertMatch(fresh, /^[0-9a-f]{48}$/);
    assert(fresh !== token);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
