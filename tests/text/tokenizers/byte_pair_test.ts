import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { BytePairTokenizer } from "lib/text/tokenizers/byte_pair.ts";
import { mergePair, PairCounts } from "lib/text/tokenizers/pair_counts.ts";
import { sentences } from "../texts.ts";

Deno.test("BytePairTokenizer: the example of Sennrich et al., the most frequent pair first", () => {
  const words = ["low ".repeat(5), "lower ".repeat(2), "newest ".repeat(6), "widest ".repeat(3)];
  const tokenizer = BytePairTokenizer.train([words.join("").trim()], { mergeCount: 5 });
  const learned = tokenizer.vocabulary.tokens.slice(4 + 256);
  // 9 × "es" and "st" are equal: the pair with the lower numbers comes first, then "est" with both.
  assertEquals(learned.slice(0, 2), ["es", "est"]);
  assertEquals(tokenizer.merges[0], ["e".charCodeAt(0), "s".charCodeAt(0)]);
  assertEquals(tokenizer.merges[1], [256, "t".charCodeAt(0)]);
  assertEquals(tokenizer.tokens("lowest").at(-1), "est");
});

Deno.test("BytePairTokenizer.encode: merges in the order learned, not the longest first", () => {
  const code = (character: string) => character.charCodeAt(0);
  // bc, then ab, then ab+c: in "abc" bc goes first, and nothing is left for ab.
  const tokenizer = new BytePairTokenizer([[code("b"), code("c")], [code("a"), code("b")]]);
  assertEquals(tokenizer.tokens("abc"), ["a", "bc"]);
  assertEquals(tokenizer.tokens("abb"), ["ab", "b"]);
});

Deno.test("BytePairTokenizer: pieces stay within words, a space goes with the word after it", () => {
  const tokenizer = BytePairTokenizer.train(["the cat's 123 the cat's 123"], { mergeCount: 50 });
  assertEquals(tokenizer.tokens("the cat's 123"), ["the", " cat", "'s", " 123"]);
  for (const token of tokenizer.vocabulary.tokens) {
    assert(!/\S\s/u.test(token), token);
  }
});

Deno.test("BytePairTokenizer.train: stops where nothing repeats", () => {
  assertEquals(BytePairTokenizer.train(["abcdef"], { mergeCount: 9 }).merges.length, 0);
  assertEquals(BytePairTokenizer.train([], { mergeCount: 9 }).vocabulary.size, 260);
  const rare = BytePairTokenizer.train(["ab ab ab cd cd"], { mergeCount: 9, minimumCount: 3 });
  assertEquals(rare.vocabulary.tokens.slice(260), ["ab"]);
});

Deno.test("BytePairTokenizer.train: the same text gives the same merges, more merges fewer tokens", () => {
  const lengths = [0, 17, 61].map((mergeCount) => {
    const [a, b] = [0, 1].map(() => BytePairTokenizer.train(sentences, { mergeCount }));
    assertEquals(a.merges, b.merges);
    assertEquals(a.merges.length, mergeCount);
    return sentences.reduce((sum, text) => sum + a.encode(text).length, 0);
  });
  assert(lengths[0] > lengths[1] && lengths[1] > lengths[2]);
});

Deno.test("BytePairTokenizer: a merge of pieces that are not there yet is refused", () => {
  for (const merge of [[256, 1], [1, -1], [0.5, 1]] as const) {
    assertThrows(() => new BytePairTokenizer([merge]), RangeError, "pieces below 256 in merge 0");
  }
});

Deno.test("PairCounts: counts kept up to date equal counts made anew", () => {
  const random = new Random(13);
  let words = Array.from({ length: 41 }, () => ({
    pieces: Array.from({ length: 1 + random.integer(11) }, () => random.integer(3)),
    count: 1 + random.integer(5),
  }));
  const entries = () => words.map(({ pieces, count }) => [pieces, count] as const);
  const sorted = (counts: PairCounts) =>
    [...counts.pairs()].sort((a, b) => a.left - b.left || a.right - b.right);
  const counts = new PairCounts(entries());
  for (let merged = 3; merged < 20; merged++) {
    const best = counts.best(({ count }) => count);
    assert(best);
    counts.merge(best.left, best.right, merged);
    words = words.map(({ pieces, count }) => ({
      pieces: mergePair(pieces, best.left, best.right, merged),
      count,
    }));
    const anew = new PairCounts(entries());
    assertEquals(sorted(counts), sorted(anew));
    assertEquals(counts.pieceTotal, anew.pieceTotal);
    for (let piece = 0; piece <= merged; piece++) {
      assertEquals(counts.pieceCount(piece), anew.pieceCount(piece));
    }
  }
});

Deno.test("BytePairTokenizer.train: a megabyte and 1,000 merges take seconds", () => {
  const random = new Random(17);
  const syllables = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호";
  const words = Array.from(
    { length: 6007 },
    () =>
      Array.from({ length: 1 + random.integer(5) }, () => random.choice([...syllables])).join(""),
  );
  const text = Array.from({ length: 100_003 }, () => random.choice(words)).join(" ");
  const start = performance.now();
  const tokenizer = BytePairTokenizer.train([text], { mergeCount: 1000 });
  assertEquals(tokenizer.merges.length, 1000);
  assert(performance.now() - start < 30_000, "expected seconds");
});
