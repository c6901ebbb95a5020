import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readableByAll } from "lib/jupyter/install/files_for_all.ts";
import { denoVersion, mayVanish, stableDeno } from "lib/jupyter/install/stable_deno.ts";

Deno.test("stableDeno: a path in a cache is replaced by one that lasts", async () => {
  assert(mayVanish("/home/a/.npm/_npx/0a1b/node_modules/deno/deno"));
  assert(
    mayVanish("C:\\Users\\a\\AppData\\Local\\npm-cache\\_npx\\0a\\node_modules\\deno\\deno.exe"),
  );
  assert(!mayVanish("/usr/lib/node_modules/deno/deno"));
  assert(!mayVanish("/home/a/.deno/bin/deno"));
  assertEquals(await stableDeno({ own: "/opt/deno/bin/deno" }), "/opt/deno/bin/deno");
});

Deno.test("stableDeno: with no other Deno on the path, a copy is made once and kept", async () => {
  // The project itself may lie in the system's folder for temporary files.
  const vanishing = /_npx/;
  const staging = fileURLToPath(new URL("../../../.staging", import.meta.url));
  await Deno.mkdir(staging, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: staging });
  try {
    const cache = join(folder, "_npx", "0a1b");
    await Deno.mkdir(cache, { recursive: true });
    const own = join(cache, "deno");
    await Deno.writeTextFile(own, `#!/bin/sh\necho "deno ${Deno.version.deno} (stable)"\n`);
    const copyFolder = join(folder, "data");
    const copy = await stableDeno({ own, path: cache, copyFolder, vanishing });
    assert(copy.startsWith(copyFolder));
    assertEquals(await Deno.readTextFile(copy), await Deno.readTextFile(own));
    if (Deno.build.os === "windows") return;
    assertEquals(await denoVersion(copy), Deno.version.deno);
    await Deno.remove(own); // as npm may do
    assertEquals(await stableDeno({ own, path: cache, copyFolder, vanishing }), copy);
    const other = join(folder, "bin");
    await Deno.mkdir(other);
    await Deno.copyFile(copy, join(other, "deno"));
    assertEquals(
      await stableDeno({ own, path: `${cache}:${other}`, copyFolder, vanishing }),
      join(other, "deno"),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test({
  name: "stableDeno: for everybody, a Deno in a closed folder will not do",
  ignore: Deno.build.os === "windows",
  async fn() {
    const folder = await Deno.makeTempDir(); // mode 0700, like a home folder
    try {
      const own = join(folder, "deno");
      await Deno.writeTextFile(own, `#!/bin/sh\necho "deno ${Deno.version.deno} (stable)"\n`);
      await Deno.chmod(own, 0o755);
      assertEquals(await readableByAll(own), false);
      assertEquals(await readableByAll("/bin/sh"), true);
      const vanishing = /_npx/; // the test's folder may lie in the system's folder for temporary files
      const options = { own, path: "", copyFolder: join(folder, "copy"), vanishing };
      assertEquals(await stableDeno(options), own);
      const copy = join(folder, "copy", `deno-${Deno.version.deno}`, "deno");
      assertEquals(await stableDeno({ ...options, forAll: true }), copy);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
