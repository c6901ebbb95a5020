import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { type BleuOptions, corpusBleu, scoreBleu } from "lib/training/metrics/bleu.ts";
import { splitCharacters, splitWords, tokenize13a } from "lib/training/metrics/tokenize_13a.ts";

// Cases and numbers: sacreBLEU's test suite (test_bleu.py, test_sentence_bleu.py), Apache-2.0.

const hypotheses = [
  "The dog bit the man.",
  "It wasn't surprising.",
  "The man had just bitten him.",
];
const references = [
  ["The dog bit the man.", "The dog had bit the man."],
  ["It was not unexpected.", "No one was surprised."],
  ["The man bit him first.", "The man had bitten the dog."],
];
const raw: BleuOptions = {
  tokenize: splitWords,
  smoothing: { method: "floor", value: 0.01 },
  effectiveOrder: true,
};

Deno.test("corpusBleu: sacreBLEU's corpora, with several references", () => {
  const score = (options: BleuOptions) => corpusBleu(hypotheses, references, options).score;
  assertAlmostEquals(score({}), 48.530827, 1e-6);
  assertAlmostEquals(score({ tokenize: splitWords }), 49.1919566, 1e-6);
  assertAlmostEquals(score({ smoothing: { method: "none" } }), 48.530827, 1e-6);
  assertEquals(corpusBleu(["", "", ""], references).score, 0);
});

Deno.test("corpusBleu: sacreBLEU's raw cases, smoothed by a floor of 0.01", () => {
  const cases: [string[], string[], number][] = [
    [["this is a test", "another test"], ["ref1", "ref2"], 0], // 0 since sacreBLEU 2: no match at all
    [["this is a test"], ["this is a test"], 100],
    [["this is a fest"], ["this is a test"], 22.3606797749979],
    [["test"], ["a test"], 36.78794411714425],
    [["a test"], ["a test"], 100],
    [["a little test"], ["a test"], 3.218297948685433],
  ];
  for (const [ours, theirs, expected] of cases) {
    assertAlmostEquals(corpusBleu(ours, theirs, raw).score, expected, 1e-6);
  }
});

Deno.test("corpusBleu: sacreBLEU's sentence in every smoothing, tokenisation and case", () => {
  const ours = ["Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;"];
  const theirs = ["producţia de zahăr brut se exprimă în zahăr alb;"];
  const cases: [BleuOptions, number][] = [
    [{ smoothing: { method: "exp" } }, 8.493],
    [{ smoothing: { method: "none" } }, 0],
    [{ smoothing: { method: "floor", value: 0.1 } }, 4.51688],
    [{ smoothing: { method: "floor", value: 0.5 } }, 10.1],
    [{ smoothing: { method: "addK", value: 1 } }, 14.882],
    [{ smoothing: { method: "addK", value: 2 } }, 21.389],
    [{ tokenize: splitWords }, 7.347],
    [{ tokenize: splitCharacters }, 40.8759],
    [{ tokenize: splitCharacters, lowercase: true }, 42.0267],
  ];
  for (const [options, expected] of cases) {
    const { score } = corpusBleu(ours, theirs, { effectiveOrder: true, ...options });
    assertAlmostEquals(score, expected, 1e-3);
  }
});

Deno.test("corpusBleu: counts are clipped, and floors and offsets score as sacreBLEU's do", () => {
  const ours = ["am I am a character sequence"];
  const theirs = ["I am a symbol string sequence a a"];
  const statistics = corpusBleu(ours, theirs, raw);
  assertEquals(statistics.matches, [4, 2, 1, 0]);
  assertEquals(statistics.totals, [6, 5, 4, 3]);
  const floor = (value: number): BleuOptions => ({ ...raw, smoothing: { method: "floor", value } });
  assertAlmostEquals(corpusBleu(ours, theirs, floor(0.1)).score, 15.55722182, 1e-6);
  assertEquals(corpusBleu(ours, theirs, floor(0)).score, 0);
});

Deno.test("scoreBleu: sacreBLEU's statistics, degenerate ones included", () => {
  const score = (
    matches: number[],
    totals: number[],
    hypothesisLength: number,
    referenceLength: number,
    floor?: number,
  ) =>
    scoreBleu({ matches, totals, hypothesisLength, referenceLength }, {
      smoothing: floor === undefined ? { method: "none" } : { method: "floor", value: floor },
    }).score;
  assertAlmostEquals(score([9, 7, 5, 3], [10, 8, 6, 4], 11, 11), 83.75922397, 1e-6);
  assertEquals(score([0, 0, 0, 0], [4, 4, 2, 1], 0, 1, 0), 0);
  assertEquals(score([0, 0, 0, 0], [10, 11, 12, 0], 14, 10, 0), 0);
  assertEquals(score([0, 0, 0, 0], [0, 0, 0, 0], 0, 0, 0.1), 0);
  assertEquals(score([6, 5, 4, 0], [6, 5, 4, 3], 6, 6, 0), 0);
  assertEquals(score([0, 0, 0, 0], [0, 0, 0, 0], 1, 5, 0.01), 0);
});

Deno.test("corpusBleu: a corpus of two lines with references of other lengths", () => {
  // From the metric card of Hugging Face's `evaluate`, which calls sacreBLEU.
  const result = corpusBleu(
    ["hello there general kenobi", "on our way to ankh morpork"],
    [["hello there general kenobi", "hello there !"], ["goodbye ankh morpork", "ankh morpork"]],
  );
  assertAlmostEquals(result.score, 39.76353643835252, 1e-9);
  assertEquals([result.matches, result.totals], [[6, 4, 2, 1], [10, 8, 6, 4]]);
  assertEquals([result.hypothesisLength, result.referenceLength, result.brevityPenalty], [
    10,
    7,
    1,
  ]);
});

Deno.test("corpusBleu: the brevity penalty is over the corpus, not over lines", () => {
  const { brevityPenalty } = corpusBleu(["a b c", "d e f g h"], ["a b c d e", "d e f"]);
  assertEquals(brevityPenalty, 1);
  assertAlmostEquals(corpusBleu(["a b c"], ["a b c d e"]).brevityPenalty, Math.exp(1 - 5 / 3));
});

Deno.test("tokenize13a: entities, numbers, dashes and line ends", () => {
  assertEquals(tokenize13a("a &lt;b&gt; &amp;amp; &quot;c&quot;"), [
    ...["a", "<", "b", ">", "&", "amp", ";", '"', "c", '"'],
  ]);
  assertEquals(tokenize13a("1,000.5 2.x x.2 1-2 a-b"), [
    ...["1,000.5", "2", ".", "x", "x", ".", "2", "1", "-", "2", "a-b"],
  ]);
  assertEquals(tokenize13a("hy-\nphen <skipped>\nline"), ["hyphen", "line"]);
  assertEquals(tokenize13a("카페에 갔어, 정말."), ["카페에", "갔어", ",", "정말", "."]);
});

Deno.test("corpusBleu: lines without a partner are refused", () => {
  assertThrows(() => corpusBleu(["a"], []), RangeError, "got 1 and 0");
  assertThrows(() => corpusBleu(["a"], [[]]), RangeError, "a reference for line 0");
});
