import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { Bert } from "lib/models/bert.ts";
import { bertClassifier, gptClassifier, wordClassifier } from "lib/models/classifier.ts";
import { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertClose } from "../assert_close.ts";
import { ids, stack, target } from "./variants.ts";

await ready();

Deno.test("classifiers: the head alone is trainable when the model is frozen", () => {
  tf.tidy(() => {
    using bert = new Bert({ ...stack, vocabularySize: 13, maximumLength: 17 }, new Random(1));
    using onBert = bertClassifier(bert, { classCount: 3 }, new Random(2));
    assertEquals(onBert.logits({ tokens: ids(target) }, inference).shape, [2, 3]);
    assertEquals([...onBert.headParameters().keys()], ["head.weights", "head.bias"]);
    assertEquals(onBert.parameterCount(), bert.parameterCount() + 3 * 6 + 3);
  });
});

Deno.test("gptClassifier: reads the last real token, whatever stands behind it", () => {
  tf.tidy(() => {
    using gpt = new Gpt({ ...stack, vocabularySize: 13, maximumLength: 17 }, new Random(1));
    using classifier = gptClassifier(gpt, { classCount: 3 }, new Random(2));
    const logits = (rows: number[][], last: number) =>
      classifier.logits(
        { tokens: ids(rows), lastIndices: tf.tensor1d([last], "int32") },
        inference,
      );
    assertClose(logits([[1, 12, 4, 0]], 2), logits([[1, 12, 4]], 2), "padded");
  });
});

Deno.test("wordClassifier: reads the vector of the place that it is told", () => {
  tf.tidy(() => {
    using gpt = new Gpt({ ...stack, vocabularySize: 13, maximumLength: 17 }, new Random(1));
    using classifier = wordClassifier(gpt, { classCount: 3 }, new Random(2));
    const logits = (row: number[], place: number) =>
      classifier.logits({ tokens: ids([row]), places: tf.tensor1d([place], "int32") }, inference);
    // GPT's word knows nothing of what follows, so a later word may change; an earlier one may not.
    assertClose(logits([1, 12, 4, 5], 1), logits([1, 12, 9, 9], 1), "the second word");
    const [one, other] = [logits([1, 12, 4], 1), logits([2, 12, 4], 1)].map((t) => t.dataSync());
    assertEquals(one.every((value, i) => value === other[i]), false);
  });
});
