import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { normalizations, normalize } from "lib/text/normalize.ts";
import { loadTokenizer, saveTokenizer, tokenizerFromJSON } from "lib/text/tokenizers/saved.ts";
import { SyllableTokenizer } from "lib/text/tokenizers/syllables.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";
import { hostileTexts, randomText, sentences } from "../texts.ts";

/** The tokenisers for which nothing is unknown, in each normalisation. */
function exactTokenizers(texts: readonly string[]): Record<string, Tokenizer> {
  return Object.fromEntries(normalizations.map((normalization) => [
    `syllables ${normalization}`,
    SyllableTokenizer.train(texts, { normalization }),
  ]));
}

/** All kinds. */
function allTokenizers(): Tokenizer[] {
  return [
    WordTokenizer.train(sentences),
    ...Object.values(exactTokenizers(sentences)),
  ];
}

Deno.test("syllables: every text comes back, in each normalisation", () => {
  const random = new Random(11);
  const texts = [
    ...hostileTexts,
    ...Array.from({ length: 307 }, (_, i) => randomText(random, i % 23)),
  ];
  // Trained on nothing, on ordinary and on hostile text: what is in the table must not matter.
  for (const training of [[], sentences, hostileTexts]) {
    for (const [name, tokenizer] of Object.entries(exactTokenizers(training))) {
      for (const text of texts) {
        const ids = tokenizer.encode(text);
        const expected = normalize(text, tokenizer.normalization);
        assertEquals(tokenizer.decode(ids), expected, `${name}: ${JSON.stringify(text)}`);
        assert(ids.every((id) => !tokenizer.vocabulary.isSpecial(id)), name);
      }
    }
  }
});

Deno.test("syllables: by default the raw text comes back", () => {
  const mixed = "각".normalize("NFD") + "각";
  const tokenizer = SyllableTokenizer.train([]);
  assertEquals(tokenizer.decode(tokenizer.encode(mixed)), mixed);
});

Deno.test("words, syllables: what they were trained on comes back, up to white space", () => {
  for (const tokenizer of allTokenizers()) {
    for (const text of sentences) {
      assertEquals(
        tokenizer.decode(tokenizer.encode(text)),
        normalize(text, tokenizer.normalization),
      );
    }
  }
  const tokenizer = WordTokenizer.train(hostileTexts);
  for (const text of hostileTexts) {
    const expected = text.normalize("NFC").replace(/\s+/gu, " ").trim();
    assertEquals(tokenizer.decode(tokenizer.encode(text)), expected, JSON.stringify(text));
  }
});

Deno.test("words: random sequences of their own tokens come back", () => {
  const random = new Random(5);
  const tokenizer = WordTokenizer.train(sentences);
  const ordinary = tokenizer.vocabulary.toJSON().tokens;
  for (let trial = 0; trial < 200; trial++) {
    const text = tokenizer.decode(
      tokenizer.vocabulary.ids(Array.from({ length: 7 }, () => random.choice(ordinary))),
    );
    const ids = tokenizer.encode(text);
    // Parts put together at random can spell a word that splits in another way or not at all.
    if (ids.includes(tokenizer.vocabulary.unkId)) continue;
    assertEquals(tokenizer.decode(ids), text);
  }
});

Deno.test("Tokenizer.encode: one id for each token, and never a special one spelled in the text", () => {
  for (const tokenizer of allTokenizers()) {
    for (const text of [...sentences, ...hostileTexts]) {
      const ids = tokenizer.encode(text);
      assertEquals(tokenizer.tokens(text).length, ids.length);
      for (const id of ids) {
        assert(!tokenizer.vocabulary.isSpecial(id) || id === tokenizer.vocabulary.unkId);
      }
    }
  }
});

Deno.test("Tokenizer.decode: special tokens stand for no text, <unk> and [MASK] are shown", () => {
  for (const tokenizer of allTokenizers()) {
    const { padId, sosId, eosId, unkId } = tokenizer.vocabulary;
    const ids = [sosId, ...tokenizer.encode("카페는"), eosId, padId, padId];
    assertEquals(tokenizer.decode(ids), normalize("카페는", tokenizer.normalization));
    assertEquals(tokenizer.decode([sosId, unkId]), "<unk>");
    assertThrows(() => tokenizer.decode([tokenizer.vocabulary.size]), RangeError, "expected an id");
  }
  const specialTokens = ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"];
  const bert = WordTokenizer.train(sentences, { specialTokens });
  assertEquals(bert.decode([2, 4, ...bert.encode("I"), 3]), "[MASK] I");
});

Deno.test("syllables: every sequence of ids decodes to something", () => {
  const tokenizer = SyllableTokenizer.train(sentences);
  const random = new Random(3);
  for (let trial = 0; trial < 100; trial++) {
    const ids = Array.from({ length: 13 }, () => random.integer(tokenizer.vocabulary.size));
    assertEquals(typeof tokenizer.decode(ids), "string");
  }
});

Deno.test("saveTokenizer, loadTokenizer: the same ids before and after", async () => {
  const path = await Deno.makeTempFile({ suffix: ".json" });
  try {
    for (const tokenizer of allTokenizers()) {
      await saveTokenizer(path, tokenizer);
      const loaded = await loadTokenizer(path);
      assertEquals(loaded.constructor, tokenizer.constructor);
      assertEquals(loaded.vocabulary.tokens, tokenizer.vocabulary.tokens);
      assertEquals(loaded.normalization, tokenizer.normalization);
      for (const text of [...sentences, ...hostileTexts, "갔었어 뷁"]) {
        assertEquals(loaded.encode(text), tokenizer.encode(text));
      }
    }
    await Deno.writeTextFile(path, "{");
    await assertRejects(() => loadTokenizer(path), SyntaxError, path);
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("tokenizerFromJSON: says what is damaged", () => {
  const saved = (tokenizer: Tokenizer): Record<string, unknown> =>
    JSON.parse(JSON.stringify(tokenizer));
  const syllables = saved(SyllableTokenizer.train(sentences));
  for (const data of [null, [], {}, { kind: "toString" }, { kind: 3 }]) {
    assertThrows(
      () => tokenizerFromJSON(data),
      TypeError,
      "expected a tokeniser (words, syllables)",
    );
  }
  const damage: [Record<string, unknown>, string][] = [
    [{ ...syllables, normalization: "NFX" }, "normalisation"],
    [{ ...syllables, vocabulary: 3 }, "vocabulary"],
    [{ ...saved(WordTokenizer.train(sentences)), morphs: { "가": "x" } }, "가"],
  ];
  for (const [data, message] of damage) assertThrows(() => tokenizerFromJSON(data), Error, message);
});
