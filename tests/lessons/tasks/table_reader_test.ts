import { assert, assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { TableReader } from "lib/lessons/tasks/table_reader.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { assertClose } from "../../assert_close.ts";

const sizes = {
  sourceVocabularySize: 11,
  targetVocabularySize: 13,
  embeddingSize: 3,
  hiddenSize: 5,
  longestSource: 4,
  longestTarget: 3,
  cell: "gru",
} as const;
const target = tf.tensor2d([[1, 7], [1, 9]], [2, 2], "int32");

Deno.test("TableReader: the weights are the table's, whatever is read, over real tokens alone", () => {
  using model = new TableReader(sizes, new Random(1));
  model.table.assign(tf.log(tf.tensor2d([[1, 3, 4, 8], [2, 2, 4, 8], [1, 1, 1, 1]])));
  const source = tf.tensor2d([[5, 6, 7], [9, 8, 0]], [2, 3], "int32");
  const { weights, logits } = model.forward({ source, target }, inference);
  const expected = tf.tensor3d([
    [[1 / 8, 3 / 8, 1 / 2], [1 / 4, 1 / 4, 1 / 2]],
    [[1 / 4, 3 / 4, 0], [1 / 2, 1 / 2, 0]],
  ]);
  assertClose(weights, expected, "weights");
  assertEquals(logits.shape, [2, 2, 13]);
});

Deno.test("TableReader: the table is a parameter, and gets a gradient", () => {
  using model = new TableReader(sizes, new Random(1));
  assert(model.parameters().has("table"));
  const source = tf.tensor2d([[5, 6, 7], [9, 8, 4]], [2, 3], "int32");
  const { grads } = tf.variableGrads(
    () => tf.sum(tf.square(model.logits({ source, target }, inference))),
    [model.table],
  );
  const [gradient] = Object.values(grads);
  assert(tf.max(tf.abs(tf.slice(gradient, [0, 0], [2, 3]))).dataSync()[0] > 0);
  assertEquals(tf.max(tf.abs(tf.slice(gradient, [2, 0], [1, 4]))).dataSync()[0], 0);
});

Deno.test("TableReader: a source longer than the table is refused", () => {
  using model = new TableReader(sizes, new Random(1));
  assertThrows(
    () => model.forward({ source: tf.ones([2, 5], "int32"), target }, inference),
    RangeError,
    "expected at most 4 tokens to read and 3 to write, got 5 and 2",
  );
});
