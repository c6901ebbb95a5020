import { assert, assertEquals } from "@std/assert";
import { SyllableTokenizer } from "lib/text/tokenizers/syllables.ts";

Deno.test("SyllableTokenizer: without byte fallback what is unseen is <unk>", () => {
  const tokenizer = SyllableTokenizer.train(["가?"], { byteFallback: false });
  assert(tokenizer.vocabulary.size < 100);
  assertEquals(tokenizer.decode(tokenizer.encode("가!")), "가<unk>");
});

Deno.test("SyllableTokenizer.train: minimumCount leaves the rare out, frequent ones come first", () => {
  const tokenizer = SyllableTokenizer.train(["나가나", "나다가"], {
    minimumCount: 2,
    byteFallback: false,
  });
  assertEquals(tokenizer.vocabulary.toJSON().tokens, ["나", "가"]);
});
