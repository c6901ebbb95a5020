import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Vocabulary } from "lib/text/vocabulary.ts";

/** Padding, unknown, classification, separator and mask. */
const bertSpecialTokens = ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"];

Deno.test("Vocabulary: special tokens come first and <pad> is 0", () => {
  const vocabulary = new Vocabulary(["가", "나", "다"]);
  assertEquals(vocabulary.tokens.slice(0, 5), ["<pad>", "<unk>", "<sos>", "<eos>", "가"]);
  assertEquals(
    [vocabulary.padId, vocabulary.unkId, vocabulary.sosId, vocabulary.eosId],
    [0, 1, 2, 3],
  );
  assertEquals(vocabulary.size, 7);
  assertEquals([vocabulary.isSpecial(3), vocabulary.isSpecial(4), vocabulary.isSpecial(-1)], [
    true,
    false,
    false,
  ]);
});

Deno.test("Vocabulary: BERT's special tokens are given at construction", () => {
  const vocabulary = new Vocabulary(["cat"], bertSpecialTokens);
  assertEquals(vocabulary.specialId("[MASK]"), 4);
  assertEquals(vocabulary.id("cat"), 5);
  assertThrows(() => vocabulary.eosId, RangeError, '"<eos>"');
});

Deno.test("Vocabulary: refuses what would break ids", () => {
  assertThrows(() => new Vocabulary(["a", "b", "a"]), RangeError, '"a" as 4 and as 6');
  assertThrows(() => new Vocabulary(["<eos>"]), RangeError, '"<eos>" as 3 and as 4');
  assertThrows(() => new Vocabulary([], ["<unk>", "<pad>"]), RangeError, '"<pad>"');
  assertThrows(() => new Vocabulary([], []), RangeError, "got nothing");
  for (const wrong of ["pad", "<>", "<!>", "[.]", "<0x0A>"]) {
    assertThrows(() => new Vocabulary([], ["<pad>", wrong]), RangeError, wrong);
  }
});

Deno.test("Vocabulary.id: unknown tokens are <unk>, or an error without it", () => {
  assertEquals(new Vocabulary(["a"]).ids(["a", "b"]), [4, 1]);
  assertThrows(() => new Vocabulary(["a"], ["<pad>"]).id("b"), RangeError, '"b"');
});

Deno.test("Vocabulary.token: an id outside is an error that names the range", () => {
  const vocabulary = new Vocabulary(["a"]);
  for (const id of [5, -1, 1.5, NaN]) {
    assertThrows(() => vocabulary.token(id), RangeError, `from 0 to 4, got ${id}`);
  }
});

Deno.test("Vocabulary.build: by frequency, then code unit, within the limits", () => {
  const corpus = [["b", "a", "c"], ["b", "a", "d"], ["b", "<eos>"]];
  assertEquals(Vocabulary.build(corpus).toJSON().tokens, ["b", "a", "c", "d"]);
  assertEquals(Vocabulary.build(corpus, { minimumCount: 2 }).toJSON().tokens, ["b", "a"]);
  assertEquals(Vocabulary.build(corpus, { maximumSize: 5 }).toJSON().tokens, ["b"]);
});

Deno.test("Vocabulary: save and load give the same table, and leave no other file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/어휘.json`;
    const vocabulary = new Vocabulary(
      ["카페", "##에서", "\u0000", "\ud83d", "😀"],
      bertSpecialTokens,
    );
    await vocabulary.save(path);
    await vocabulary.save(path); // Over an earlier one.
    assertEquals((await Vocabulary.load(path)).tokens, vocabulary.tokens);
    assertEquals((await Vocabulary.load(path)).specialTokens, vocabulary.specialTokens);
    assertEquals(Array.from(Deno.readDirSync(folder), (entry) => entry.name), ["어휘.json"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("Vocabulary.save: a failure leaves the earlier file and no other", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/taken.json/inside`, { recursive: true });
    await assertRejects(() => new Vocabulary(["a"]).save(`${folder}/taken.json`));
    assertEquals(Array.from(Deno.readDirSync(folder), (entry) => entry.name), ["taken.json"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("Vocabulary.load: a damaged file is named", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, '{"tokens": ["a"');
    await assertRejects(() => Vocabulary.load(path), SyntaxError, path);
    await Deno.writeTextFile(path, '{"tokens": ["a", 3], "specialTokens": ["<pad>"]}');
    await assertRejects(() => Vocabulary.load(path), TypeError, "expected a vocabulary");
  } finally {
    await Deno.remove(path);
  }
});
