import { assert, assertEquals, assertThrows } from "@std/assert";
import { blockToJamo, jamo, jamoToBlocks, JamoTokenizer } from "lib/text/tokenizers/jamo.ts";
import { SyllableTokenizer } from "lib/text/tokenizers/syllables.ts";
import { Vocabulary } from "lib/text/vocabulary.ts";

Deno.test("blockToJamo, jamoToBlocks: all 11,172 blocks agree with Unicode", () => {
  for (let code = 0xac00; code <= 0xd7a3; code++) {
    const block = String.fromCharCode(code);
    const letters = blockToJamo(block) ?? [];
    assertEquals(letters.join(""), block.normalize("NFD"));
    assertEquals(jamoToBlocks(letters), [block]);
  }
  assertEquals(jamo.length, 67);
  for (const other of ["a", "ㅏ", "ᅡ", "\uabff", "\ud7a4", ""]) {
    assertEquals(blockToJamo(other), undefined);
  }
});

Deno.test("jamoToBlocks: what makes no block passes", () => {
  const strays = ["ᆨ", "ᅡ", "ᄀ", "a", "ᄀ", "ᄀ", "ᅡ", "ᆨ", "ᆨ", "ᄀ"];
  assertEquals(jamoToBlocks(strays), ["ᆨ", "ᅡ", "ᄀ", "a", "ᄀ", "각", "ᆨ", "ᄀ"]);
});

Deno.test("JamoTokenizer: what people type alone is not what blocks are made of", () => {
  const tokenizer = JamoTokenizer.train(["ㅋㅋ!"]);
  assertEquals(tokenizer.tokens("갘ㅋ"), ["ᄀ", "ᅡ", "ᆿ", "ㅋ"]);
  assertEquals(tokenizer.decode(tokenizer.encode("가ㅋㅋ")), "가ㅋㅋ");
});

Deno.test("JamoTokenizer: jamo in the text are not composed with ours", () => {
  const tokenizer = JamoTokenizer.train([]);
  const text = "가" + "ᆨ"; // A block, then a final consonant of the text's own.
  assertEquals(tokenizer.tokens(text), ["ᄀ", "ᅡ", "<0xE1>", "<0x86>", "<0xA8>"]);
  assertEquals(tokenizer.decode(tokenizer.encode(text)), text);
  // A named wrong way: composing by Unicode afterwards joins them.
  assertEquals(text.normalize("NFC"), "각");
});

Deno.test("JamoTokenizer: NFC text in NFD form gives the same tokens as in NFC form", () => {
  const tokenizer = JamoTokenizer.train([], { normalization: "NFC" });
  const text = "어제 카페 갔었어";
  assertEquals(tokenizer.encode(text.normalize("NFD")), tokenizer.encode(text));
});

Deno.test("JamoTokenizer: needs the 67 jamo", () => {
  assertThrows(() => new JamoTokenizer(new Vocabulary([])), RangeError, "67 jamo");
});

Deno.test("jamo, syllables: without byte fallback what is unseen is <unk>", () => {
  for (const train of [JamoTokenizer, SyllableTokenizer]) {
    const tokenizer = train.train(["가?"], { byteFallback: false });
    assert(tokenizer.vocabulary.size < 100);
    assertEquals(tokenizer.decode(tokenizer.encode("가!")), "가<unk>");
  }
});

Deno.test("SyllableTokenizer.train: minimumCount leaves the rare out, frequent ones come first", () => {
  const tokenizer = SyllableTokenizer.train(["나가나", "나다가"], {
    minimumCount: 2,
    byteFallback: false,
  });
  assertEquals(tokenizer.vocabulary.toJSON().tokens, ["나", "가"]);
});
