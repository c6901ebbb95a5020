import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { UserError } from "lib/command.ts";
import { compile, refuseData, unroll } from "lib/engine/build.ts";
import { moduleFile, VARIANTS } from "lib/engine/modules.ts";

for (const variant of VARIANTS) {
  Deno.test(`compile: the committed ${basename(moduleFile(variant))} is what the source gives`, async () => {
    const committed = await Deno.readFile(moduleFile(variant));
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
      () => compile({ memory: "own", simd: "relaxed" }, new URL(`${pathToFileURL(folder).href}/`)),
      UserError,
      "Cannot find name 'four'",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("unroll: the body once, then a loop of copies with an exit after each", () => {
  const source = `  before();
  let k = 0;
  for (;;) { // unrolled 2 times
    const next = k + 1;
    k = next;
    use(k);
    if (k == last) break;
  }
  after();`;
  const written = unroll(source);
  const run = (last: number): string[] => {
    const calls: string[] = [];
    new Function("before", "use", "after", "last", written)(
      () => calls.push("before"),
      (k: number) => calls.push(`${k}`),
      () => calls.push("after"),
      last,
    );
    return calls;
  };
  for (const last of [1, 2, 3, 4]) {
    const steps = Array.from({ length: last }, (_, i) => `${i + 1}`);
    assertEquals(run(last), ["before", ...steps, "after"]);
  }
  assertEquals(written.split("use(k)").length - 1, 3);
  assertEquals(unroll("for (;;) {\n  if (done) break;\n}"), "for (;;) {\n  if (done) break;\n}");
});

Deno.test("refuseData: a module with data of its own", () => {
  refuseData("(module (func))");
  assertThrows(
    () => refuseData('(module (data (i32.const 8) "x"))'),
    Error,
    "carry a data segment, which would overwrite tfjs's memory",
  );
});
