import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { firstMaps } from "lib/lessons/stories/first_maps.ts";
import { Bert } from "lib/models/bert.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();
const config = { vocabularySize: 5, modelSize: 6, headCount: 2, layerCount: 1, dropout: 0 };

Deno.test("firstMaps: GPT, and only GPT, is blind to what follows; no tensor is left", () => {
  using bert = new Bert(config, new Random(1));
  using gpt = new Gpt(config, new Random(1));
  const before = tf.memory().numTensors;
  const stops = firstMaps({ BERT: bert, GPT: gpt }, ["one", "two", "three", "four"]);
  assertEquals(tf.memory().numTensors, before);
  assertEquals(stops.map(({ label }) => label), ["BERT", "GPT"]);
  assertEquals(stops.map(({ figure }) => figure.summary.split(": ").slice(0, 2).join(": ")), [
    "BERT: 0 of 6 looks ahead are exactly 0",
    "GPT: 6 of 6 looks ahead are exactly 0",
  ]);
});
