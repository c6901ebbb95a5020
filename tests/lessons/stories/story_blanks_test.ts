import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import {
  blankGuesses,
  continueByBlanks,
  countedFigures,
  countGuesses,
  guessFigure,
  guessTable,
  knobStops,
  likeliestText,
  nextWordGuesses,
} from "lib/lessons/stories/story_blanks.ts";
import { storyWords } from "lib/lessons/stories/story_lesson.ts";
import { topK } from "lib/decoding/logits.ts";
import { Bert } from "lib/models/bert.ts";
import { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { type Axes, nested } from "lib/tensor/axes.ts";

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

Deno.test("guessFigure: no row for what nobody guesses, and the other rows stay where they are", () => {
  const only = vocabulary.tokens.map((_, id) => id === vocabulary.id("wanted") ? 1 : 0);
  const guesses = { before: only, around: only, by: "counting" as const };
  const { figure } = guessFigure(words, ids, 1, guesses);
  assertEquals(figure.layout.yaxis?.ticktext, ["wanted ✔"]);
  assertEquals(figure.layout.yaxis?.range, [5.5, -0.5]);
  assertEquals(figure.data.map(({ name }) => name?.split(" (")[0]), [
    "two before",
    "two before, two after",
  ]);
});

const sizes = {
  vocabularySize: vocabulary.size,
  modelSize: 6,
  headCount: 2,
  layerCount: 1,
  maximumLength: 17,
};

Deno.test("nextWordGuesses: at each place probabilities that depend on nothing from there on", () => {
  using gpt = new Gpt(sizes, new Random(3));
  const guesses = nextWordGuesses(gpt, vocabulary, ids);
  assertEquals(guesses.map(({ length }) => length), ids.map(() => vocabulary.size));
  for (const row of guesses) assertAlmostEquals(row.reduce((sum, p) => sum + p, 0), 1, 1e-9);
  const other = nextWordGuesses(gpt, vocabulary, ids.with(3, vocabulary.id("Anna")));
  for (const place of [0, 1, 2, 3]) {
    other[place].forEach((p, id) => assertAlmostEquals(p, guesses[place][id], 1e-6));
  }
});

Deno.test("blankGuesses: at each word probabilities that depend on all but the word itself; no tensor is left", () => {
  using bert = new Bert({ ...sizes, maximumLength: 23 }, new Random(3));
  const story = {
    sentences: ["Ben wanted a kite.", "Anna smiled.", "Anna wanted a kite.", "Ben smiled."],
    cameTrue: true,
    topic: "toy",
  };
  const changed = { ...story, sentences: story.sentences.with(3, "Anna smiled.") };
  const before = tf.memory().numTensors;
  const [guesses, others] = [story, changed].map((each) => blankGuesses(bert, words, each));
  assertEquals(tf.memory().numTensors, before);
  const place = words.encode(story.sentences.slice(0, 3).join(" ")).length;
  assertEquals(guesses.length, words.encode(story.sentences.join(" ")).length);
  for (const row of guesses) assertAlmostEquals(row.reduce((sum, p) => sum + p, 0), 1, 1e-9);
  const gap = (at: number) => Math.max(...guesses[at].map((p, id) => Math.abs(p - others[at][id])));
  assertEquals([gap(place) < 1e-6, gap(0) > 1e-6, gap(place + 1) > 1e-6], [true, true, true]);
});

Deno.test("guessTable: place and word, each reader's first guess, and what the right word gets", () => {
  const certain = (word: string) =>
    ids.map(() => vocabulary.tokens.map((_, id) => id === vocabulary.id(word) ? 0.75 : 0.125));
  const [first] = guessTable(words, ids, { GPT: certain("Anna"), BERT: certain("Ben") }).split(
    "\n",
  );
  assertEquals(first, "1 Ben | GPT Anna 0.75 (0.13) | BERT Ben 0.75 (0.75)");
  const unsure = guessTable(words, ids, { BERT: certain("Ben") }, 0.5).split("\n");
  assertEquals(unsure.length, ids.filter((id) => id !== vocabulary.id("Ben")).length);
});

Deno.test("continueByBlanks: keeps the beginning, adds as many tokens, leaves no tensor", () => {
  using bert = new Bert(sizes, new Random(4));
  const before = tf.memory().numTensors;
  const text = continueByBlanks(bert, words, "Ben wanted a kite.", 3);
  assertEquals(text.startsWith("Ben wanted a kite"), true);
  assertEquals(tf.memory().numTensors, before);
  // The first step by hand.
  const special = (token: string) => vocabulary.specialId(token);
  const row = [special("[CLS]"), ...ids, special("[MASK]"), special("[SEP]")];
  const tokens: Axes<"batch time"> = tf.tensor2d([row], undefined, "int32");
  const [logits] = nested(
    bert.maskedLogits(bert.forward({ tokens }, inference).hiddens),
    "batch time vocab",
  );
  const scores = logits[row.length - 2];
  const likeliest = scores.indexOf(Math.max(...scores));
  assertEquals(
    continueByBlanks(bert, words, "Ben wanted a kite.", 1),
    words.decode([...ids, likeliest]),
  );
});

Deno.test("countedFigures: one stop for each place", () => {
  const stops = countedFigures(words, [ids], ids);
  assertEquals(stops.map(({ label }) => label), ids.map((_, i) => `${i + 1}`));
});

Deno.test("knobStops: the ranks that are asked for, with the knob's probabilities, on one axis", () => {
  const logits = vocabulary.tokens.map((_, id) => id);
  const knobs = { "top-k 1": topK(1), "top-k 3": topK(3) };
  const [stop, other] = knobStops(vocabulary, logits, knobs, [0, 2], "Ben wanted a");
  const last = vocabulary.size - 1;
  assertEquals(stop.label, "top-k 1");
  assertEquals(
    stop.figure.summary,
    `Ben wanted a ____: top-k 1: 1. ${vocabulary.token(last)} GPT 1; 3. ${
      vocabulary.token(last - 2)
    } GPT 0`,
  );
  assertEquals(stop.figure.layout.xaxis?.range, [0, 1.1]);
  assertEquals(other.figure.layout.xaxis?.range, [0, 1.1]);
});
