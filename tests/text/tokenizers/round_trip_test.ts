import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { collapseWhitespace } from "lib/text/normalize.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";
import { hostileTexts, randomText, sentences } from "../texts.ts";

/** A tokeniser for which what is unseen is unknown, and one that spells it. */
function bothKinds(): WordTokenizer[] {
  return [false, true].map((spelling) => WordTokenizer.train(sentences, { spelling }));
}

/** What comes back of any text at best. */
const expectedText = (text: string) => collapseWhitespace(text.normalize("NFC"));

Deno.test("WordTokenizer, spelling: every text comes back, and nothing is unknown", () => {
  const random = new Random(11);
  const texts = [
    ...hostileTexts,
    ...["民수가 2,500원에 K-팝 CD를 샀다😀!", "3.14 → π", "뷁쀍에서", "Zürich까지 5㎞"],
    ...Array.from({ length: 307 }, (_, i) => randomText(random, i % 23)),
  ];
  // Trained on nothing, on ordinary and on hostile text: what is in the table must not matter.
  for (const training of [[], sentences, hostileTexts]) {
    for (const minimumCount of [1, 3]) {
      const tokenizer = WordTokenizer.train(training, { spelling: true, minimumCount });
      for (const text of texts) {
        const ids = tokenizer.encode(text);
        assertEquals(tokenizer.decode(ids), expectedText(text), JSON.stringify(text));
        assert(ids.every((id) => !tokenizer.vocabulary.isSpecial(id)), JSON.stringify(text));
      }
    }
  }
});

Deno.test("WordTokenizer, spelling: a stem that is unseen is spelled, its ending is not", () => {
  const tokenizer = WordTokenizer.train(sentences, { spelling: true });
  assertEquals(tokenizer.tokens("사카에서"), ["", "##사", "##카", "##에서"]);
  assertEquals(tokenizer.pieces("사카에서 어제"), [["사카", "##에서"], ["어제"]]);
  const spellOut = (piece: string) => piece === "카페";
  assertEquals(tokenizer.tokens("카페에서", spellOut), ["", "##카", "##페", "##에서"]);
  assertEquals(tokenizer.decode(tokenizer.encode("카페에서 어제", spellOut)), "카페에서 어제");
});

Deno.test("WordTokenizer: what it was trained on comes back, up to white space", () => {
  for (const tokenizer of [...bothKinds(), WordTokenizer.train(hostileTexts)]) {
    const texts = tokenizer.vocabulary.has("카페") ? sentences : hostileTexts;
    for (const text of texts) {
      assertEquals(tokenizer.decode(tokenizer.encode(text)), expectedText(text));
    }
  }
});

Deno.test("WordTokenizer: random sequences of their own tokens come back", () => {
  const random = new Random(5);
  for (const tokenizer of bothKinds()) {
    const ordinary = tokenizer.vocabulary.toJSON().tokens;
    for (let trial = 0; trial < 200; trial++) {
      const text = tokenizer.decode(
        tokenizer.vocabulary.ids(Array.from({ length: 7 }, () => random.choice(ordinary))),
      );
      const ids = tokenizer.encode(text);
      // Parts put together at random can spell a word that splits in another way or not at all.
      if (ids.includes(tokenizer.vocabulary.unkId)) continue;
      assertEquals(tokenizer.decode(ids), expectedText(text));
    }
  }
});

Deno.test("Tokenizer.encode: one id for each token, and never a special one spelled in the text", () => {
  for (const tokenizer of bothKinds()) {
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
  for (const tokenizer of bothKinds()) {
    const { padId, sosId, eosId, unkId } = tokenizer.vocabulary;
    const ids = [sosId, ...tokenizer.encode("카페는"), eosId, padId, padId];
    assertEquals(tokenizer.decode(ids), "카페는");
    assertEquals(tokenizer.decode([sosId, unkId]), "<unk>");
    assertThrows(() => tokenizer.decode([tokenizer.vocabulary.size]), RangeError, "expected an id");
  }
  const specialTokens = ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"];
  const bert = WordTokenizer.train(sentences, { specialTokens });
  assertEquals(bert.decode([2, 4, ...bert.encode("I"), 3]), "[MASK] I");
});

Deno.test("WordTokenizer.fromJSON: the same ids before and after", () => {
  for (const tokenizer of bothKinds()) {
    const loaded = WordTokenizer.fromJSON(JSON.parse(JSON.stringify(tokenizer)));
    assertEquals(loaded.vocabulary.tokens, tokenizer.vocabulary.tokens);
    assertEquals(loaded.normalization, tokenizer.normalization);
    for (const text of [...sentences, ...hostileTexts, "갔었어 뷁"]) {
      assertEquals(loaded.encode(text), tokenizer.encode(text));
    }
  }
});

Deno.test("WordTokenizer.fromJSON: says what is damaged", () => {
  const saved = JSON.parse(JSON.stringify(WordTokenizer.train(sentences)));
  const damage: [Record<string, unknown>, string][] = [
    [{ ...saved, kind: "toString" }, "expected a words tokeniser"],
    [{ ...saved, normalization: "NFX" }, "normalisation"],
    [{ ...saved, vocabulary: 3 }, "vocabulary"],
    [{ ...saved, morphs: { "가": "x" } }, "가"],
  ];
  for (const [data, message] of damage) {
    assertThrows(() => WordTokenizer.fromJSON(data), TypeError, message);
  }
});
