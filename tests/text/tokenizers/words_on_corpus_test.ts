/** The word tokeniser on the course's own corpus, where the translator of notebook 09 meets it. */
import { assert, assertEquals } from "@std/assert";
import { loadKoreanEnglish } from "lib/text/corpora/korean_english.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";

const corpus = await loadKoreanEnglish();
const korean = WordTokenizer.train(corpus.train.map(({ source }) => source));
const english = WordTokenizer.train(corpus.train.map(({ targets }) => targets[0]));

/** The share of `<unk>` among the tokens of `texts`. */
function unknownShare(tokenizer: WordTokenizer, texts: readonly string[]): number {
  const ids = texts.flatMap((text) => tokenizer.encode(text));
  return ids.filter((id) => id === tokenizer.vocabulary.unkId).length / ids.length;
}

Deno.test("WordTokenizer: the corpus comes back, and its vocabulary is small", () => {
  for (const { source, targets } of corpus.train) {
    assertEquals(korean.decode(korean.encode(source)), source);
    assertEquals(english.decode(english.encode(targets[0])), targets[0]);
  }
  assert(korean.vocabulary.size <= 900, `${korean.vocabulary.size} Korean tokens`);
  assert(english.vocabulary.size <= 800, `${english.vocabulary.size} English tokens`);
});

Deno.test("WordTokenizer: every part that was learned is a token", () => {
  for (const part of korean.morphs.keys()) assert(korean.vocabulary.has(part), part);
});

Deno.test("WordTokenizer: held-out sentences hold next to nothing unknown", () => {
  for (const split of [corpus.validation, corpus.testRandom, corpus.testCombinations]) {
    assert(unknownShare(korean, split.map(({ source }) => source)) < 0.001);
    assert(unknownShare(english, split.map(({ targets }) => targets[0])) < 0.001);
  }
});

Deno.test("WordTokenizer: the café sentence, held out, falls into the parts one would name", () => {
  const text = "어제 카페 갔었어 거기 사람 많더라";
  assertEquals(korean.tokens(text).join(" "), "어제 카페 갔 ##었어 거기 사람 많 ##더라");
  assertEquals(unknownShare(korean, [text]), 0);
  assertEquals(korean.tokens("카페에 사람이"), ["카페", "##에", "사람", "##이"]);
  // What is frequent and has no other forms stays whole, though 자 and ##주 are parts as well.
  assertEquals(korean.tokens("자주"), ["자주"]);
});
