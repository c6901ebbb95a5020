import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { PairCounts } from "lib/text/tokenizers/pair_counts.ts";
import { likelihoodGain, WordPieceTokenizer } from "lib/text/tokenizers/word_piece.ts";
import { Vocabulary } from "lib/text/vocabulary.ts";
import { sentences } from "../texts.ts";

Deno.test("WordPieceTokenizer.encode: the longest piece from the left, as in BERT", () => {
  const tokenizer = new WordPieceTokenizer(
    new Vocabulary(["un", "una", "##aff", "##able", "##ff", "##a", "##ble", "a"]),
  );
  // "una" is taken although "un ##aff ##able" would need fewer pieces.
  assertEquals(tokenizer.tokens("unaffable"), ["una", "##ff", "##able"]);
  assertEquals(tokenizer.tokens("a xable"), ["a", "<unk>"]);
  assertEquals(tokenizer.tokens("unaffablex a"), ["<unk>", "a"]);
});

Deno.test("WordPieceTokenizer: a joined sign keeps its place, its case and its meaning", () => {
  const tokenizer = WordPieceTokenizer.train(["It's Tom."], { mergeCount: 99, minimumCount: 1 });
  assertEquals(tokenizer.tokens("It's Tom."), ["It", "##'", "##s", "Tom", "##."]);
  assertEquals(tokenizer.decode(tokenizer.encode("Tom . '")), "Tom . '");
  assertEquals(tokenizer.tokens("tom"), ["<unk>"]);
});

Deno.test("likelihoodGain: the difference of two log-likelihoods computed in full", () => {
  const words = [[[0, 1, 2], 5], [[0, 1], 3], [[2, 1, 0, 0], 2], [[1], 7]] as const;
  const logLikelihood = (counts: PairCounts) => {
    let sum = 0;
    for (let piece = 0; piece < 4; piece++) {
      const count = counts.pieceCount(piece);
      if (count > 0) sum += count * Math.log(count / counts.pieceTotal);
    }
    return sum;
  };
  for (const [left, right] of [[0, 1], [1, 2], [2, 1], [0, 0]]) {
    const counts = new PairCounts(words);
    const pair = [...counts.pairs()].find((pair) => pair.left === left && pair.right === right);
    assert(pair);
    const expected = likelihoodGain(counts, pair);
    const before = logLikelihood(counts);
    counts.merge(left, right, 3);
    assertAlmostEquals(logLikelihood(counts) - before, expected, 1e-9);
  }
});

Deno.test("WordPieceTokenizer.train: prefers pieces that belong together to frequent ones", () => {
  // "a" and "b" follow one another as chance has it, "q" and "u" are always together.
  const text = "ab aa ba bb ".repeat(11) + "qu ".repeat(7);
  const { vocabulary } = WordPieceTokenizer.train([text], { mergeCount: 1 });
  const first = vocabulary.tokens.at(-1);
  assertEquals(first, "qu");
});

Deno.test("WordPieceTokenizer.train: limits, and pieces each once", () => {
  const small = WordPieceTokenizer.train(sentences, { mergeCount: 0 });
  const large = WordPieceTokenizer.train(sentences, { mergeCount: 19 });
  assertEquals(large.vocabulary.size, small.vocabulary.size + 19);
  assert(large.encode(sentences[0]).length < small.encode(sentences[0]).length);
  assertThrows(
    () => WordPieceTokenizer.train([], { mergeCount: 0, specialTokens: ["<pad>"] }),
    RangeError,
    '"<unk>"',
  );
});
