import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { countGuesses, guessFigure, likeliestText } from "lib/course/story_blanks.ts";
import { storyWords } from "lib/course/story_lesson.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";

const words = storyWords([
  { sentences: ["Ben wanted a kite.", "Anna smiled."], cameTrue: true, topic: "toy" },
]);
const { vocabulary } = words;
const ids = words.encode("Ben wanted a kite.");

Deno.test("countGuesses: the same two tokens before, as many after as asked, at the edges fewer", () => {
  const texts = [[7, 8, 9, 1], [7, 8, 9, 2], [7, 8, 5, 2], [8, 9, 1]];
  assertEquals(countGuesses(texts, [7, 8, 9, 2], 2, 0, 10)[9], 2 / 3);
  assertEquals(countGuesses(texts, [7, 8, 9, 2], 2, 1, 10)[9], 1 / 2);
  assertEquals(countGuesses(texts, [7, 8, 9], 0, 0, 10), [0, 0, 0, 0, 0, 0, 0, 3 / 4, 1 / 4, 0]);
  assertEquals(countGuesses(texts, [3, 3, 9], 2, 0, 10), new Array(10).fill(0));
});

Deno.test("likeliestText: the right side decides, by the probability of the whole", () => {
  // A stand-in that finds every token equally likely, but "wanted" only after "Anna".
  const anna = vocabulary.id("Anna");
  const wanted = vocabulary.id("wanted");
  const logits = ({ tokens }: { tokens: tf.Tensor }) => {
    const isAnna = tf.expandDims(tf.cast(tf.equal(tokens, anna), "float32"), -1);
    return tf.mul(isAnna, tf.mul(5, tf.oneHot(wanted, vocabulary.size)));
  };
  using gpt = new Gpt(
    { vocabularySize: vocabulary.size, modelSize: 4, headCount: 1, layerCount: 1 },
    new Random(1),
  );
  Object.assign(gpt, { logits });
  assertEquals(likeliestText(gpt, vocabulary, ids, 0), anna);
});

Deno.test("guessFigure: the hidden word first, then the strongest of either reader", () => {
  const before = vocabulary.tokens.map((_, id) => id === vocabulary.id("smiled") ? 0.75 : 0);
  const around = vocabulary.tokens.map((_, id) => id === vocabulary.id("wanted") ? 0.5 : 0.01);
  const { label, figure } = guessFigure(words, ids, 1, { before, around });
  assertEquals(label, "2");
  assertEquals(figure.layout.yaxis?.ticktext?.slice(0, 2), ["wanted ✔", "smiled"]);
  assertEquals(figure.data.length, 2);
  assertEquals(figure.summary.split(":")[0], "Ben ____ a kite.");
});
