/** The translator in `datasets/translator/`: its size, and whether it obeys particles and negation. */
import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { loadTranslator, shippedFolder } from "lib/lessons/translation/trained_translator.ts";
import { translateTexts } from "lib/lessons/translation/translate_sentences.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const probesFile = fileURLToPath(
  new URL("../../fixtures/translator/probes.tsv", import.meta.url),
);

Deno.test("datasets/translator: not above 6 MB", async () => {
  const files = ["weights.safetensors", "translator.json"];
  const sizes = await Promise.all(files.map((name) => Deno.stat(shippedFolder + name)));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  assert(bytes <= 6_000_000, `${bytes} bytes`);
});

Deno.test("datasets/translator: particles and negation are obeyed in 18 of 20 probes", async () => {
  using translator = await loadTranslator();
  const probes = (await Deno.readTextFile(probesFile)).trim().split("\n")
    .map((line) => line.split("\t"));
  assertEquals(probes.length, 20);
  const written = await translateTexts(translator, probes.map(([source]) => source));
  const wrong = probes.flatMap(([source, wanted], i) =>
    new RegExp(wanted).test(written[i].text) ? [] : [`${source} → ${written[i].text}`]
  );
  assert(wrong.length <= 2, wrong.join("\n"));
});
