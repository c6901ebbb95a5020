import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { learn } from "lib/lessons/translation/learn.ts";
import { SentenceReader } from "lib/lessons/translation/own_sentence.ts";
import { TrainedTranslator } from "lib/lessons/translation/trained_translator.ts";
import { translateTexts } from "lib/lessons/translation/translate_sentences.ts";
import { jupyterDisplay } from "lib/plots/figure.ts";
import { ready } from "lib/tensor/ready.ts";
import { hostileTexts } from "../../text/texts.ts";
import { knownPairs, repeatedPairs, tinyTranslator } from "./tiny_translator.ts";

await ready();

const translator = await tinyTranslator();
const sources = knownPairs.map(({ source }) => source);
const targets = knownPairs.map(({ targets: [target] }) => target);
const textsOf = async (translator: TrainedTranslator, texts: readonly string[]) =>
  (await translateTexts(translator, texts)).map(({ text }) => text);

Deno.test("translateTexts: what was learned comes out, in order, nothing for nothing", async () => {
  const before = tf.memory().numTensors;
  const found = await translateTexts(translator, ["", ...sources, " \t"]);
  assertEquals(tf.memory().numTensors, before, "tensors left behind");
  assertEquals(found.map(({ text }) => text), ["", ...targets, ""]);
  assert(found.every(({ confidence }) => confidence > 0.5 && confidence <= 1));
});

Deno.test("translateTexts: a text longer than any sentence is translated sentence by sentence", async () => {
  const [text] = await textsOf(translator, [
    Array.from({ length: 5 }, () => sources.join(" ")).join(" "),
  ]);
  assertEquals(text, Array.from({ length: 5 }, () => targets.join(" ")).join(" "));
});

Deno.test("translateTexts: any text has a translation of one line", async () => {
  const texts = await textsOf(translator, hostileTexts.map((text) => text.slice(0, 200)));
  assertEquals(texts.length, hostileTexts.length);
  for (const text of texts) assert(!/[\n\r]/.test(text), JSON.stringify(text));
});

Deno.test("TrainedTranslator: saved in half precision, loaded, trained on", async () => {
  const folder = `${await Deno.makeTempDir()}/`;
  try {
    await assertRejects(() => TrainedTranslator.load(folder), Deno.errors.NotFound);
    await translator.save(folder);
    using loaded = await TrainedTranslator.load(folder);
    assertEquals(loaded.size, translator.size);
    assertEquals(loaded.counts, translator.counts);
    assertEquals(await textsOf(loaded, sources), targets);
    // A learner goes on with two words that it has not seen; what it knew stays.
    const more = { ...knownPairs[0], source: "바다에 갔어요.", targets: ["I went to the sea."] };
    const pairs = [...repeatedPairs, ...Array.from({ length: 11 }, () => more)];
    await learn(loaded, pairs, { steps: 60, batchSize: 26, peak: 0.005, progress: false });
    assertEquals(await textsOf(loaded, [more.source, ...sources]), [more.targets[0], ...targets]);
    await Deno.writeTextFile(`${folder}translator.json`, "{}");
    await assertRejects(() => TrainedTranslator.load(folder), TypeError, "translator.json");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("SentenceReader: rare words are underlined, known sentences are offered", async () => {
  const reader = new SentenceReader(translator, knownPairs);
  assertEquals(
    reader.words("어제 뷁에 갔어요.").map(({ text, seen }) => [text, seen >= 10]),
    [["어제", true], ["뷁에", false], ["갔어요.", true]],
  );
  const own = await reader.read("  학교에\t갔어요. ");
  assertEquals(own.text, "I went to school.");
  assertEquals(own.nearest[0].target, "I went to school.");
  assert(own.others.length > 0 && own.others.every(({ text }) => text !== own.text));
  const { "text/plain": plain } = own[jupyterDisplay]();
  assertStringIncludes(`${plain}`, "학교에 갔어요. → I went to school.");

  const odd = (await reader.read("<b>뷁</b> 갔어요.", "ko"))[jupyterDisplay]();
  assertStringIncludes(`${odd["text/plain"]}`, "_<b>뷁</b>_ 갔어요. →");
  assertStringIncludes(`${odd["text/html"]}`, "<u>&lt;b&gt;뷁&lt;/b&gt;</u> 갔어요.");
  assertStringIncludes(`${odd["text/html"]}`, "밑줄");
  assertEquals((await reader.read(" ")).text, "");
});
