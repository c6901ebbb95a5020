import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { Random } from "lib/random.ts";
import { maskTokens } from "lib/text/masking.ts";
import { Vocabulary } from "lib/text/vocabulary.ts";

const words = Array.from({ length: 97 }, (_, i) => `word${String.fromCharCode(97 + i)}`);
const vocabulary = new Vocabulary(words, ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"]);
const [cls, sep, mask] = ["[CLS]", "[SEP]", "[MASK]"].map((token) => vocabulary.specialId(token));

/** `[CLS] … [SEP] <pad>` with many words. */
function longText(random: Random): number[] {
  const ids = Array.from({ length: 40_000 }, () => 5 + random.integer(97));
  return [cls, ...ids, sep, vocabulary.padId];
}

Deno.test("maskTokens chooses 15 % and splits them 80/10/10", () => {
  const random = new Random(3);
  const text = longText(random);
  const { inputs, labels } = maskTokens(text, vocabulary, random);
  const chosen = [...text.keys()].filter((place) => labels[place] !== vocabulary.padId);
  const share = (keep: (place: number) => boolean) => chosen.filter(keep).length / chosen.length;
  // Four standard errors.
  assertAlmostEquals(chosen.length / 40_000, 0.15, 4 * Math.sqrt(0.15 * 0.85 / 40_000));
  assertAlmostEquals(share((place) => inputs[place] === mask), 0.8, 4 * Math.sqrt(0.16 / 6000));
  // One random word in 97 happens to be the word itself.
  const kept = share((place) => inputs[place] === text[place]);
  assertAlmostEquals(kept, 0.1 + 0.1 / 97, 4 * Math.sqrt(0.09 / 6000));
});

Deno.test("maskTokens asks for the true token and leaves the rest alone", () => {
  const random = new Random(5);
  const text = longText(random);
  const { inputs, labels } = maskTokens(text, vocabulary, random);
  for (const [place, token] of text.entries()) {
    if (labels[place] === vocabulary.padId) assertEquals(inputs[place], token);
    else assertEquals(labels[place], token);
    assert(inputs[place] === mask || vocabulary.isSpecial(token) || inputs[place] >= 5);
  }
});

Deno.test("maskTokens never chooses a special token", () => {
  const text = [cls, 7, sep, 8, sep, vocabulary.padId];
  for (let seed = 0; seed < 20; seed++) {
    const { inputs, labels } = maskTokens(text, vocabulary, new Random(seed), 1);
    assertEquals(labels, [0, 7, 0, 8, 0, 0]);
    assertEquals([0, 2, 4, 5].map((place) => inputs[place]), [cls, sep, sep, vocabulary.padId]);
  }
});
