import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { corpusChrf } from "lib/training/metrics/chrf.ts";

// Cases and numbers: sacreBLEU's test suite (test_chrf.py), Apache-2.0.

const risk = [
  " risk assessment must be made of those who are qualified and expertise in the sector - these are the scientists .",
  "risk assessment has to be undertaken by those who are qualified and expert in that area - that is the scientists .",
];
const german = [
  " Die    Beziehung zwischen  Obama und Netanjahu ist nicht gerade  freundlich. ",
  "Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich.",
];

Deno.test("corpusChrf: sacreBLEU's cases that count empty orders, with beta 3", () => {
  const cases: [string[], string[], number][] = [
    [["abcdefg"], ["hijklmnop"], 0],
    [["a"], ["b"], 0],
    [[""], ["reference"], 0],
    [["aa"], ["ab"], 8.3333],
    [["a", "b"], ["a", "c"], 8.3333],
    [["a"], ["a"], 16.6667],
    [["a b c"], ["a b c"], 50],
    [["a b c"], ["abc"], 50],
    [[risk[0]], [risk[1]], 63.36173],
    [[german[0]], [german[1]], 64.1302698],
    [
      ["Niemand hat die Absicht, eine Mauer zu errichten"],
      ["Niemand hat die Absicht, eine Mauer zu errichten"],
      100,
    ],
  ];
  for (const [ours, theirs, expected] of cases) {
    const score = corpusChrf(ours, theirs, { beta: 3, countEmptyOrders: true });
    assertAlmostEquals(score, expected, 1e-4);
  }
});

Deno.test("corpusChrf: sacreBLEU's cases that leave empty orders out, with beta 3", () => {
  const cases: [string[], string[], number][] = [
    [["a"], ["a"], 100],
    [[""], ["reference"], 0],
    [["a b c"], ["a b c"], 100],
    [["a b c"], ["abc"], 100],
    [[""], ["c"], 0],
    [["a", "b"], ["a", "c"], 50],
    [["aa"], ["ab"], 25],
  ];
  for (const [ours, theirs, expected] of cases) {
    assertAlmostEquals(corpusChrf(ours, theirs, { beta: 3 }), expected, 1e-4);
  }
});

Deno.test("corpusChrf: sacreBLEU's cases that keep white space", () => {
  const score = (line: string, reference: string) =>
    corpusChrf([line], [reference], { beta: 3, keepWhitespace: true });
  assertAlmostEquals(score(german[0].trim().replace(/ +/g, " "), german[1]), 67.3481606, 1e-4);
  assertAlmostEquals(score(risk[0].trim(), risk[1]), 65.2414427, 1e-4);
});

Deno.test("corpusChrf: sacreBLEU's Czech sentences, with the defaults", () => {
  const cases: [string, string, number][] = [
    [
      "Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře.",
      "Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře.",
      39.14078509,
    ],
    [
      "Nebo prostě nemají vybavení, které by jim pomohlo, uvedli lékaři.",
      "A někdy nemáme ani potřebný materiál, abychom jim pomohli, popsali lékaři.",
      31.22557079,
    ],
    [
      "Lapali po dechu, jejich životy skončily dřív, než skutečně začaly.",
      "Lapali po dechu a pak jejich život skončil - dřív, než skutečně mohl začít, připomněli.",
      57.15704367,
    ],
  ];
  for (const [ours, theirs, expected] of cases) {
    assertAlmostEquals(corpusChrf([ours], [theirs], { countEmptyOrders: true }), expected, 1e-4);
  }
});

Deno.test("corpusChrf: chrF2, chrF2++ and lower case of one corpus", () => {
  // From the metric card of Hugging Face's `evaluate`, which calls sacreBLEU.
  const ours = [
    "The relationship between cats and dogs is not exactly friendly.",
    "a good bookshop is just a genteel black hole that knows how to read.",
  ];
  const theirs = [
    ["The relationship between dogs and cats is not exactly friendly."],
    ["A good bookshop is just a genteel Black Hole that knows how to read."],
  ];
  assertAlmostEquals(corpusChrf(ours, theirs), 84.64214891738334, 1e-9);
  assertAlmostEquals(corpusChrf(ours, theirs, { wordOrder: 2 }), 82.87263732906315, 1e-9);
  const lowercase = corpusChrf(ours, theirs, { wordOrder: 2, lowercase: true });
  assertAlmostEquals(lowercase, 92.12853119829202, 1e-9);
});

Deno.test("corpusChrf: of several references the best counts; nothing is compared with nothing", () => {
  assertAlmostEquals(corpusChrf(["나는 갔다"], [["너는 온다", "나는 갔다"]]), 100, 1e-9);
  assertEquals(corpusChrf([], []), 0);
  assertThrows(() => corpusChrf(["a"], ["a", "b"]), RangeError, "got 1 and 2");
});
