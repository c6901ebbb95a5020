import { assert, assertEquals } from "@std/assert";
import { joinTokens, readPieceToken } from "lib/text/tokenizers/joined_pieces.ts";
import { learnMorphs, MorphSplitter } from "lib/text/tokenizers/morphs.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";

/** Nouns and verbs in many forms, as a generated corpus has them, without the café sentence. */
function koreanSentences(): string[] {
  const nouns = ["카페", "학교", "도서관", "바다", "시장", "우체국", "고양이", "병원"];
  const particles = ["", "에", "에서", "는", "로", "까지", "도"];
  const past = ["갔", "먹었", "왔", "봤", "샀", "읽었", "만났", "앉았", "놀았", "잡았"];
  const endings = ["어", "다", "고", "지만", "습니다", "는데", "어요", "었어", "었지만", "었다"];
  const stems = ["많", "좋", "작", "높", "넓", "짧", "먹", "읽", "앉", "잡"];
  const present = ["다", "고", "지만", "더라", "네", "지", "습니다", "는데"];
  const words = [
    ...nouns.flatMap((noun) => particles.map((particle) => noun + particle)),
    ...past.flatMap((stem) => endings.map((ending) => stem + ending)),
    ...stems.flatMap((stem) => present.map((ending) => stem + ending)),
    "어제",
    "거기",
    "사람",
    "사람은",
    "사람도",
  ];
  const heldOut = new Set(["갔었어", "많더라"]);
  return words.filter((word) => !heldOut.has(word)).map((word) => `${word}.`);
}

Deno.test("WordTokenizer: the café sentence falls into parts it has seen", () => {
  const tokenizer = WordTokenizer.train(koreanSentences());
  const text = "어제 카페 갔었어. 거기 사람 많더라.";
  assertEquals(tokenizer.tokens("카페에서는"), ["카페", "##에서", "##는"]);
  assertEquals(tokenizer.tokens("많더라"), ["많", "##더라"]);
  assertEquals(tokenizer.tokens("갔었어")[0], "갔");
  const ids = tokenizer.encode(text);
  assert(!ids.includes(tokenizer.vocabulary.unkId));
  assertEquals(tokenizer.decode(ids), text);
  // Whole words, the named wrong way, would not know them.
  const whole = WordTokenizer.train(koreanSentences(), { splitKorean: false });
  assertEquals(whole.decode(whole.encode(text)), "어제 카페 <unk>. 거기 사람 <unk>.");
  assert(tokenizer.vocabulary.size * 3 < whole.vocabulary.size);
});

Deno.test("WordTokenizer: an unknown stem is one <unk>, its ending stays", () => {
  const tokenizer = WordTokenizer.train(koreanSentences());
  assertEquals(tokenizer.decode(tokenizer.encode("뷁쀍에서")), "<unk>에서");
  assertEquals(tokenizer.encode("뷁쀍에서").length, 2);
});

Deno.test("WordTokenizer: English clitics, digits and signs", () => {
  const tokenizer = WordTokenizer.train(["I can't say: it's 10:30."]);
  assertEquals(tokenizer.tokens("I can't say: it's 10:30."), [
    ..."I ca ##n't say ##: it ##'s".split(" "),
    ..."1 ##0 ##: ##3 ##0 ##.".split(" "),
  ]);
  // Each digit and sign is known with and without a space before it.
  assertEquals(tokenizer.decode(tokenizer.encode("say 3 : 31")), "say 3 : 31");
  assertEquals(tokenizer.tokens("isn’t o'clock n't"), [
    ..."is ##n’t o ##' ##clock n't".split(" "),
  ]);
});

Deno.test("WordTokenizer: scripts and emoji stand apart, marks stay with their letter", () => {
  const tokenizer = WordTokenizer.train(["Tom은 3시에 왔다😀"], { splitKorean: false });
  assertEquals(tokenizer.tokens("Tom은 3시에 왔다😀 cafe\u0301s e\u0327"), [
    ..."Tom ##은 3 ##시에 왔다 ##😀 caf\u00e9s \u0229".split(" "),
  ]);
});

Deno.test("WordTokenizer.train: minimumCount makes rare words <unk>", () => {
  const tokenizer = WordTokenizer.train(["a a b"], { minimumCount: 2 });
  assertEquals(tokenizer.decode(tokenizer.encode("a b")), "a <unk>");
});

Deno.test("learnMorphs: a word that shares nothing stays whole, and so does an empty corpus", () => {
  const splitter = new MorphSplitter(learnMorphs(new Map([["안녕", 5], ["오늘", 3]])));
  assertEquals(splitter.split("안녕").parts, ["안녕"]);
  assertEquals(learnMorphs(new Map()).size, 0);
  assertEquals(new MorphSplitter(new Map()).split("가나").parts, ["가", "##나"]);
});

Deno.test("learnMorphs: a frequent form is taken apart too", () => {
  const words = koreanSentences().map((text) => text.slice(0, -1));
  const counts = new Map(words.map((word) => [word, 1]));
  counts.set("먹었어", 23);
  const splitter = new MorphSplitter(learnMorphs(counts));
  assertEquals(splitter.split("먹었어").parts[0], "먹었");
});

Deno.test("learnMorphs: a word stays whole though its syllables are parts elsewhere", () => {
  const words = koreanSentences().map((text) => text.slice(0, -1));
  const counts = new Map(words.map((word) => [word, 1]));
  // 어 and ##제 begin and end many words here, which makes 어 ##제 look cheap at first.
  const others = [..."디느머서쩌"].map((end) => `어${end}`).concat(
    [..."언이숙문과"].map((s) => `${s}제`),
  );
  for (const word of others) counts.set(word, 1);
  counts.set("어제", 97);
  assertEquals(new MorphSplitter(learnMorphs(counts)).split("어제").parts, ["어제"]);
});

Deno.test("MorphSplitter: the cheapest split, found also by trying all", () => {
  const counts = new Map([["가", 5], ["가나", 2], ["##나", 7], ["##다", 3], ["##나다", 1], [
    "가나다",
    1,
  ]]);
  const splitter = new MorphSplitter(counts);
  const ways = [["가", "##나", "##다"], ["가나", "##다"], ["가", "##나다"], ["가나다"]];
  const cost = (parts: readonly string[]) =>
    parts.reduce((sum, part) => sum + splitter.cost(part), 0);
  const best = [...ways].sort((a, b) => cost(a) - cost(b))[0];
  assertEquals(splitter.split("가나다"), { parts: best, cost: cost(best) });
  // Within a longer word the same syllables are other parts.
  assertEquals(splitter.split("##가나").parts, ["##가", "##나"]);
});

Deno.test("joinTokens: a text of # signs is not mistaken for a joiner", () => {
  assertEquals(readPieceToken("###"), { text: "#", joined: true });
  assertEquals(readPieceToken("##"), { text: "##", joined: false });
  assertEquals(joinTokens(["#", "###", "b", "##b"]), "## bb");
});
