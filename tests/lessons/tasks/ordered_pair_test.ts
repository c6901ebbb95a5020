import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { PairReader, pairShares, pairSizes } from "lib/lessons/tasks/ordered_pair.ts";
import { Random } from "lib/random.ts";
import { twoRelations } from "lib/text/tasks/two_relations.ts";

const task = twoRelations(new Random(3), pairSizes);

Deno.test("PairReader: two rows of scores a question, weights of each head that sum to 1", () => {
  using reader = new PairReader({ headCount: 4 }, new Random(1));
  tf.tidy(() => {
    const { logits, weights } = reader.answer(task.ask(new Random(2), 5));
    assertEquals(logits.shape, [10, 8]);
    assertEquals(weights.shape, [5, 4, 1, 12]);
    for (const sum of tf.sum(weights, -1).dataSync()) assertAlmostEquals(sum, 1, 1e-5);
  });
});

Deno.test("PairReader: the attention learns as many numbers whatever the heads; a hidden layer adds its own", () => {
  const counts = [{ headCount: 1 }, { headCount: 8 }, { headCount: 1, hiddenSize: 256 }].map(
    (options) => {
      using reader = new PairReader(options, new Random(1));
      return reader.parameterCount();
    },
  );
  const attention = 4 * (64 * 64 + 64);
  assertEquals(counts, [
    attention + 64 * 16 + 16,
    attention + 64 * 16 + 16,
    attention + 64 * 256 + 256 + 256 * 16 + 16,
  ]);
});

Deno.test("pairShares: an untrained reader guesses, a silenced one knows nothing of the question; nothing leaks", () => {
  using reader = new PairReader({ headCount: 2 }, new Random(1));
  const exam = task.ask(new Random(5), 400);
  const before = tf.memory().numTensors;
  const { both, f, g } = pairShares(reader, exam);
  assertEquals(tf.memory().numTensors, before);
  assertEquals(both < 0.1 && f < 0.3 && g < 0.3, true);
  tf.tidy(() => {
    const { logits } = reader.answer(exam, tf.zeros([1, 2, 1, 1], "bool"));
    const [first, , third] = nestedRows(logits);
    assertEquals(first, third);
  });
});

function nestedRows(logits: tf.Tensor): number[][] {
  const numbers = Array.from(logits.dataSync());
  return Array.from({ length: 4 }, (_, row) => numbers.slice(8 * row, 8 * row + 8));
}
