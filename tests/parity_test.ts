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
import { assert, assertEquals, assertThrows } from "@std/assert";
import { ready } from "lib/tensor/ready.ts";
import type { Comparison } from "./parity/compare.ts";
import { absoluteTolerance, assertNumbersAgree, goldenCases } from "./parity/golden.ts";
import { layers } from "./parity/layers.ts";
import { models } from "./parity/models.ts";
import { operations } from "./parity/operations.ts";

const comparisons: Readonly<Record<string, Comparison>> = { ...operations, ...layers, ...models };
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

/** The fields of a case that hold what must come out; all others go in. */
const expectedFields: readonly string[] = [
  "additive_context",
  "additive_weights",
  "c_last",
  "cross_weights",
  "decoder_weights",
  "encoder_weights",
  "encoding",
  "general_context",
  "general_grads",
  "general_weights",
  "grads",
  "h_last",
  "hiddens",
  "last_cells",
  "last_hiddens",
  "learning_rate",
  "logits",
  "loss",
  "masked_logits",
  "memory",
  "next_sentence_logits",
  "output",
  "outputs",
  "pooled",
  "trajectory",
  "weights",
  "weights_per_head",
];

/** Every list of numbers below `value`, except lengths of axes. */
function* numberLists(value: unknown, path: string): Generator<[string, number[]]> {
  if (Array.isArray(value) && value.every((item) => typeof item === "number")) {
    if (!path.endsWith(".shape")) yield [path, value];
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* numberLists(item, `${path}.${key}`);
  }
}

for (const file of files.filter((name) => name in comparisons)) {
  const compare = (text: string) =>
    tf.tidy(() =>
      goldenCases(text, file).forEach((golden, i) => comparisons[file](`${file} case ${i}`, golden))
    );

  Deno.test(`${file}: values and gradients agree with PyTorch`, async () => {
    await ready();
    compare(await Deno.readTextFile(join(folder, file)));
  });

  if (folder !== defaultFolder) continue;

  Deno.test(`${file}: a change in any expected list of numbers is noticed`, async () => {
    await ready();
    const content = JSON.parse(await Deno.readTextFile(join(folder, file)));
    for (const [i, golden] of content.cases.entries()) {
      // What has a gradient goes in, whatever its name: cross_entropy.json's logits.
      const comesOut = (field: string) => !(field in (golden.grads ?? {}));
      const expected = expectedFields.filter(comesOut)
        .flatMap((field) => [...numberLists(golden[field], field)])
        // A parameter's own gradient step does not show where an optimizer starts.
        .filter(([path]) => file !== "adam.json" || path.startsWith("trajectory"));
      assert(expected.length > 0);
      for (const [path, numbers] of expected) {
        const last = numbers[numbers.length - 1];
        numbers[numbers.length - 1] = last + Math.abs(last) / 100 +
          (file === "noam_schedule.json" ? 0 : 0.001);
        const text = JSON.stringify({ cases: [golden] });
        const message = `${file} case ${i}: ${path} is not compared`;
        assertThrows(() => compare(text), Error, "expected", message);
        numbers[numbers.length - 1] = last;
      }
    }
  });
}
