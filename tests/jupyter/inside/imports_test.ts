import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { said, withKernel } from "../with_kernel.ts";

Deno.test("hardened kernel: an import of what is not there names it, its line and what is near", () =>
  withKernel(async (kernel) => {
    const message = async (code: string) => (await kernel.execute(code)).error;
    const wrong = await message('\nimport { joinn } from "node:path";');
    assertEquals(wrong?.traceback, [
      'ImportError: "node:path" exports no joinn. Did you mean join?',
      "    at this cell, line 2",
    ]);
    const own = await message('import { scaledDotProduct } from "lib/attention/dot_product.ts";');
    assertStringIncludes(own?.evalue ?? "", "Did you mean scaledDotProductAttention?");
    const file = await message('\nimport { a } from "./nowhere.ts";');
    assertStringIncludes(file?.evalue ?? "", "Module not found");
    assertStringIncludes(file?.traceback.join("\n") ?? "", "at this cell, line 2");
  }));

Deno.test("hardened kernel: types need no word of their own in an import", () =>
  withKernel(async (kernel) => {
    const { outputs } = await kernel.execute(
      'import { Axes, type Scalar, nested } from "lib/tensor/axes.ts"; typeof nested',
    );
    assertEquals(said(outputs), ['execute_result: "function"']);
  }));

Deno.test("hardened kernel: a cell that imports tfjs alone shows what tensors hold", () =>
  withKernel(async (kernel) => {
    const { outputs } = await kernel.execute(
      'import * as tf from "@tensorflow/tfjs"; const a = tf.tensor1d([1, 2.5]); ({ a })',
    );
    assertEquals(
      said(outputs).at(-1),
      "execute_result: { a: Tensor float32 [2]: [1.0000, 2.5000] }",
    );
  }));

Deno.test("hardened kernel: an edited module is loaded anew with all that import it, and nothing else", async () => {
  const cwd = await Deno.makeTempDir();
  const write = (name: string, text: string) => Deno.writeTextFile(join(cwd, name), text);
  await write("kept.ts", "export const kept = { loads: 0 };");
  await write("inner.ts", "export const inner: number = 1;");
  await write(
    "outer.ts",
    'import { kept } from "./kept.ts"; import { inner } from "./inner.ts"; kept.loads++;\n' +
      "export const outer = () => [inner, kept.loads];\nexport function fail() { throw new Error('a'); }",
  );
  await write("other.ts", 'export { inner as other } from "./inner.ts";');
  try {
    await withKernel(async (kernel) => {
      const run = async (code: string) => said((await kernel.execute(code)).outputs).join();
      const cell =
        'import { fail, outer } from "./outer.ts"; import { other } from "./other.ts";\n' +
        "[...outer(), other]";
      assertEquals(await run(cell), "execute_result: [ 1, 1, 1 ]");
      assertEquals(await run(cell), "execute_result: [ 1, 1, 1 ]", "nothing has changed");
      await write("inner.ts", "export const inner: number = 22;");
      assertEquals(await run("[...outer(), other]"), "execute_result: [ 1, 1, 1 ]");
      assertEquals(await run(cell), "execute_result: [ 22, 2, 22 ]");
      assertEquals(
        await run('const again = await import("./outer.ts"); again.outer === outer'),
        "execute_result: true",
      );
      const { error } = await kernel.execute("fail()");
      assertEquals(error?.traceback.filter((line) => line.includes("?")), []);

      await write("inner.ts", "export const inner: number = ;");
      assertStringIncludes(await run(cell), "Expression expected");
      assertEquals(await run("outer()"), "execute_result: [ 22, 2 ]", "what was there stays");
      await write("inner.ts", "export const inner: number = 333;");
      assertEquals(await run(cell), "execute_result: [ 333, 3, 333 ]");
    }, { cwd });
  } finally {
    await Deno.remove(cwd, { recursive: true });
  }
});

Deno.test("hardened kernel: a package that a cell imports changes no lock file of the course", async () => {
  const project = new URL("../../../", import.meta.url);
  const lock = () => Deno.readTextFile(new URL("deno.lock", project));
  const before = await lock();
  assertEquals(
    before.includes('"axe-core@4.14.1": {'),
    false,
    "expected a package that is not in the file",
  );
  await withKernel(async (kernel) => {
    const { outputs } = await kernel.execute(
      'import axe from "npm:axe-core@4.14.1"; typeof axe.run',
    );
    assertEquals(said(outputs), ['execute_result: "function"']);
  }, { cwd: fileURLToPath(new URL("notebooks/", project)) });
  assertEquals(await lock(), before);
});

Deno.test("hardened kernel: runs in a folder whose name an address would have to encode", async () => {
  const outer = await Deno.makeTempDir();
  const cwd = join(outer, "강의 노트 #1 50% %41?");
  await Deno.mkdir(cwd);
  await Deno.writeTextFile(join(cwd, "a.ts"), "export const a = 23;\nexport const b = 5;");
  try {
    await withKernel(async (kernel) => {
      const { outputs } = await kernel.execute('import { a } from "./a.ts"; [a, Deno.cwd()]');
      assertEquals(said(outputs), [`execute_result: [ 23, ${JSON.stringify(cwd)} ]`]);
      await Deno.writeTextFile(join(cwd, "a.ts"), "export const a = 777;");
      const edited = await kernel.execute('import { a } from "./a.ts"; a');
      assertEquals(said(edited.outputs), ["execute_result: 777"]);
      const { error } = await kernel.execute('import { c } from "./a.ts";');
      assertStringIncludes(error?.evalue ?? "", '"./a.ts" exports no c.');
    }, { cwd });
  } finally {
    await Deno.remove(outer, { recursive: true });
  }
});
