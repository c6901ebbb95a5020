/**
 * The library against PyTorch: values and gradients of every file in `GOLDEN_DIR` (default: the
 * fixtures beside this file). Each file name has one comparison; an unknown file fails, and in the
 * default folder a missing one does, too.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertThrows } from "@std/assert";
import { ready } from "lib/tensor/ready.ts";
import type { Comparison } from "./parity/compare.ts";
import { absoluteTolerance, assertNumbersAgree, goldenCases } from "./parity/golden.ts";
import { layers } from "./parity/layers.ts";
import { operations } from "./parity/operations.ts";

const comparisons: Readonly<Record<string, Comparison>> = { ...operations, ...layers };
const defaultFolder = fileURLToPath(new URL("./fixtures/golden", import.meta.url));
const folder = Deno.env.get("GOLDEN_DIR") ?? defaultFolder;
const files = [...Deno.readDirSync(folder)].map((entry) => entry.name)
  .filter((name) => name.endsWith(".json")).sort();

Deno.test("golden files: none is unknown, and in the default folder none is missing", () => {
  const unknown = files.filter((name) => !(name in comparisons));
  assertEquals(unknown, [], `no comparison for a file in ${folder}`);
  if (folder === defaultFolder) assertEquals(files, Object.keys(comparisons).sort());
});

Deno.test("assertNumbersAgree: NaN, and what is beyond the tolerance, does not agree", () => {
  const agree = (actual: number) => assertNumbersAgree("x", [actual], [0], 1e-4, absoluteTolerance);
  agree(0.9e-5);
  for (const wrong of [1.1e-5, -1.1e-5, NaN, Infinity]) {
    assertThrows(() => agree(wrong), Error, "x");
  }
});

for (const file of files.filter((name) => name in comparisons)) {
  Deno.test(`${file}: values and gradients agree with PyTorch`, async () => {
    await ready();
    const cases = goldenCases(await Deno.readTextFile(join(folder, file)), file);
    tf.tidy(() => cases.forEach((golden, i) => comparisons[file](`${file} case ${i}`, golden)));
  });
}
