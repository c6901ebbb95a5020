import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { pathToFileURL } from "node:url";
import { UserError } from "lib/command.ts";
import { compile, MODULES, refuseData } from "lib/engine/build.ts";

for (const variant of ["single", "threads"] as const) {
  Deno.test(`compile: the committed module (${variant}) is what the source gives`, async () => {
    const committed = await Deno.readFile(MODULES[variant]);
    const compiled = await compile(variant);
    assertEquals(
      compiled.length === committed.length && compiled.every((byte, i) => byte === committed[i]),
      true,
      "run deno task kernels and commit what it writes",
    );
  });
}

Deno.test("compile: an error is told in the compiler's words", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/kernels.ts`, "export const rows = four;");
    await assertRejects(
      () => compile("single", new URL(`${pathToFileURL(folder).href}/`)),
      UserError,
      "Cannot find name 'four'",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("refuseData: a module with data of its own", () => {
  refuseData("(module (func))");
  assertThrows(
    () => refuseData('(module (data (i32.const 8) "x"))'),
    Error,
    "carry a data segment, which would overwrite tfjs's memory",
  );
});
