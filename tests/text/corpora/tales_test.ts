import { assert, assertEquals, assertThrows } from "@std/assert";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import { storyWithoutEnding } from "lib/text/corpora/stories.ts";
import { formatTales, loadTales, parseTales, type Tale, taleIn } from "lib/text/corpora/tales.ts";
import { checksums } from "../../../datasets/grammar/files.ts";
import { makeTales, taleFiles } from "../../../datasets/tales/corpus.ts";

const tales = await loadTales();
const splits = [tales.train, tales.validation, tales.test];
const read = (tale: Tale, language: "en" | "ko" = "en") =>
  storyWithoutEnding(taleIn(tale, language));

Deno.test("tales: the files are what the generator makes", async () => {
  const sums = await Deno.readTextFile(
    new URL("../../../datasets/tales/SHA256SUMS", import.meta.url),
  );
  assertEquals(await checksums(taleFiles(makeTales())), sums);
  assertEquals(await checksums(taleFiles(tales)), sums);
});

Deno.test("tales: every second wish comes true, no tale is in two splits in either language", () => {
  const seen = new Set<string>();
  for (const split of splits) {
    assertEquals(split.filter(({ whose }) => whose === "receiver").length * 2, split.length);
    for (const tale of split) {
      assertEquals([tale.english.length, tale.korean.length], [5, 5]);
      for (const language of ["en", "ko"] as const) {
        const key = comparisonKey(read(tale, language));
        assert(!seen.has(key), key);
        seen.add(key);
      }
    }
  }
});

/** The kinds of things and what belongs to them, written down once more, by hand. */
const kinds: Readonly<Record<string, string>> = {
  "a toy": "ball kite doll puzzle robot top yo-yo puppet",
  "a snack": "banana cookie sandwich peach melon burger rice_cake pancake",
  "a pet": "kitten puppy rabbit hamster goldfish turtle parrot duckling",
  "new clothes": "coat sweater jacket vest hoodie cardigan raincoat shirt",
  "an instrument": "drum guitar violin flute recorder harmonica trumpet cello",
};

/** What a reader finds out: whose wish the given thing fulfils, from the English text without its ending. */
function whoseWish({ english: [first, second, , outcome] }: Tale): string {
  const wish =
    /^(?:(?:His|Her) (?:big|little) (brother|sister) )?(\w+) (?:wanted|wished for|asked for) (.*?)(?: because .*)?\.$/;
  const parse = (sentence: string) => wish.exec(sentence) ?? [];
  const [, , firstName, firstWish] = parse(first);
  const [, kin, secondName, secondWish] = parse(second);
  const given = /\b(an? [a-z-]+(?: cake)?)(?: for (\w+))?\.$/.exec(outcome) ?? [];
  const who = given[2] ??
    /(?:gave|bought|handed|brought) (\w+) a/.exec(outcome)?.[1] ?? outcome.split(" ")[0];
  const isFemale = /^(?:her|she)$/i.test(who);
  const isPronoun = isFemale || /^(?:him|he)$/i.test(who);
  const isSecond = isPronoun ? (kin === "sister") === isFemale : who === secondName;
  assert(isPronoun || [firstName, secondName].includes(who), outcome);
  const fulfils = (wish: string) =>
    wish === given[1] ||
    (kinds[wish] ?? "").split(" ").includes(given[1].slice(2).replace(" ", "_"));
  const [own, others] = isSecond ? [secondWish, firstWish] : [firstWish, secondWish];
  assert(!(fulfils(own) && fulfils(others)), "a thing that both wished for");
  return fulfils(own) ? "receiver" : fulfils(others) ? "other" : "nobody";
}

Deno.test("tales: no label is wrong", () => {
  for (const tale of splits.flat()) {
    assertEquals(whoseWish(tale), tale.whose, tale.english.join(" "));
  }
});

/** The share of test tales whose answer a rule finds that answers each signal as training mostly does. */
function accuracyBy(signal: (tale: Tale) => string): number {
  const balance = new Map<string, number>();
  const sign = ({ whose }: Tale) => whose === "receiver" ? 1 : -1;
  for (const tale of tales.train) {
    balance.set(signal(tale), (balance.get(signal(tale)) ?? 0) + sign(tale));
  }
  const right = tales.test.filter((tale) => (balance.get(signal(tale)) ?? 0) * sign(tale) > 0);
  return right.length / tales.test.length;
}

Deno.test("tales: a thing that is named twice, the plot and the topic tell nothing", () => {
  const isNamedTwice = ({ english }: Tale) => {
    const given = / an? ([a-z-]+(?: cake)?)(?: for \w+)?\.$/.exec(english[3])?.[1];
    return `${english.slice(0, 2).some((sentence) => sentence.includes(` ${given}`))}`;
  };
  const rules = [
    isNamedTwice,
    ({ plot }: Tale) => plot,
    ({ topic }: Tale) => topic,
    ({ english }: Tale) =>
      `${english.slice(0, 2).join(" ").match(/because|an? (?:toy|snack|pet)/g)}`,
  ];
  for (const rule of rules) {
    const accuracy = accuracyBy(rule);
    assert(accuracy < 0.56, `${rule}: ${accuracy}`);
  }
});

Deno.test("tales: words are near chance without the ending and decide with it", () => {
  const accuracy = (read: (tale: Tale) => string) => {
    const counts = { true: new Map<string, number>(), false: new Map<string, number>() };
    const of = ({ whose }: Tale) => whose === "receiver" ? counts.true : counts.false;
    const words = (tale: Tale) => new Set(read(tale).split(/[\s.,]+/));
    for (const tale of tales.train) {
      for (const word of words(tale)) of(tale).set(word, (of(tale).get(word) ?? 0) + 1);
    }
    const score = (tale: Tale) =>
      [...words(tale)].reduce((sum, word) => {
        const [yes, no] = [counts.true, counts.false].map((side) => 1 + (side.get(word) ?? 0));
        return sum + Math.log(yes / no);
      }, 0);
    const right = tales.test.filter((tale) => score(tale) > 0 === (tale.whose === "receiver"));
    return right.length / tales.test.length;
  };
  for (const language of ["en", "ko"] as const) {
    const blind = accuracy((tale) => read(tale, language));
    assert(blind < 0.56, `${language} without the ending: ${blind}`);
    const told = accuracy((tale) => taleIn(tale, language).sentences[4]);
    assert(told > 0.95, `${language} by the ending: ${told}`);
  }
});

Deno.test("formatTales, parseTales: back again, and errors name the line", () => {
  const some = tales.test.slice(0, 7);
  assertEquals(parseTales(formatTales(some)), some);
  assertThrows(() => parseTales("x\n"), TypeError, "header");
  const broken = formatTales(some).replace(/^\w+(?=\ttoy|\tpet|\tsnack)/m, "father");
  assertThrows(() => parseTales(broken), TypeError, "in line");
});
