import { assert, assertEquals } from "@std/assert";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import { NearestNeighbour } from "lib/text/corpora/nearest_neighbour.ts";
import { parsePairs, type SentencePair } from "lib/text/corpora/pairs_file.ts";
import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";

const { train, development, test } = await loadWrittenPairs();
const all = [...train, ...development, ...test];

const keys = ({ source, targets }: SentencePair) => [source, ...targets].map(comparisonKey);

/** The pairs of `tested` that share a sentence, in either language, with what is learned. */
function leaks(tested: readonly SentencePair[], learned: readonly SentencePair[]): string[] {
  const known = new Set(learned.flatMap(keys));
  return tested.filter((pair) => keys(pair).some((key) => known.has(key)))
    .map(({ source }) => source);
}

Deno.test("leaks: found in either language, whatever the case, punctuation and spaces", () => {
  const pair = (source: string, target: string) => ({
    source,
    targets: [target],
    clauses: 1,
    pattern: "test",
  });
  const learned = [pair("밥 먹었어?", "Did you eat?")];
  assertEquals(leaks([pair("밥먹었어", "Have you eaten?")], learned), ["밥먹었어"]);
  assertEquals(leaks([pair("식사하셨어요?", "did you eat")], learned), ["식사하셨어요?"]);
  assertEquals(leaks([pair("밥 먹어", "Eat.")], learned), []);
});

Deno.test("written pairs: no sentence is in two splits, in either language", () => {
  assertEquals(leaks(test, [...development, ...train]), []);
  assertEquals(leaks(development, train), []);
});

Deno.test("written pairs: what is tested is in no corpus that is learned from", async () => {
  const datasets = new URL("../../../datasets/", import.meta.url);
  let corpora = 0;
  for (const { name } of Deno.readDirSync(datasets)) {
    const text = await Deno.readTextFile(new URL(`${name}/train.tsv`, datasets)).catch(() => "");
    if (name === "korean-english-written" || !text.startsWith("source\ttarget\t")) continue;
    const learned = parsePairs(text);
    assertEquals(leaks(test, learned), [], `${name}, test`);
    assertEquals(leaks(development, learned), [], `${name}, development`);
    corpora++;
  }
  assert(corpora > 0);
});

Deno.test("written pairs: what is tested has no near copy among what is learned", () => {
  const search = new NearestNeighbour(train.map(({ source }) => source));
  const copies = [...development, ...test].filter(({ source }) =>
    search.find(source).similarity > 0.75
  );
  assertEquals(copies.map(({ source }) => source), []);
});

Deno.test("written pairs: sizes, references, and every level of speech", () => {
  assertEquals([train.length, development.length, test.length], [1_979, 500, 521]);
  assert(development.every(({ targets }) => targets.length > 1));
  assert(train.filter(({ targets }) => targets.length > 1).length > 0.95 * train.length);
  for (
    const [name, level] of [["formal", /니다\.$|니까\?$|시오\.$/], [
      "polite",
      /[요죠][.?!]$/,
    ]] as const
  ) {
    for (const pairs of [train, development]) {
      const share = pairs.filter(({ source }) => level.test(source)).length / pairs.length;
      assert(share > 0.08 && share < 0.5, `${name}: ${share}`);
    }
  }
});

Deno.test("written pairs: unique and well-formed", () => {
  assertEquals(new Set(all.map(({ source }) => comparisonKey(source))).size, all.length);
  for (const { source, targets } of all) {
    assert(/^[가-힣A-Z0-9].*\S$/.test(source), source);
    assert(/[가-힣]/.test(source) && source === source.normalize("NFC"), source);
    for (const target of targets) assert(/^[A-Z0-9].*[.?!]$/.test(target), target);
    assertEquals(new Set(targets.map(comparisonKey)).size, targets.length, source);
    // A question stays a question: in messages too, where a full stop may be left out.
    assert(!source.endsWith("?") || targets.some((target) => target.includes("?")), source);
  }
});
