import { assert, assertEquals, assertThrows } from "@std/assert";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import {
  formatStories,
  loadStories,
  neighbouringSentences,
  parseStories,
  type Story,
  storyWithoutEnding,
  topics,
} from "lib/text/corpora/stories.ts";
import { checksums } from "../../../datasets/grammar/files.ts";
import { makeStories, storyFiles } from "../../../datasets/stories/corpus.ts";

const stories = await loadStories();

Deno.test("stories: the files are what the generator makes", async () => {
  const sums = await Deno.readTextFile(
    new URL("../../../datasets/stories/SHA256SUMS", import.meta.url),
  );
  assertEquals(await checksums(storyFiles(makeStories())), sums);
  assertEquals(await checksums(storyFiles(stories)), sums);
});

Deno.test("stories: both answers equally often, no story in two splits", () => {
  const seen = new Set<string>();
  for (const split of [stories.train, stories.validation, stories.test]) {
    assertEquals(split.filter(({ cameTrue }) => cameTrue).length * 2, split.length);
    for (const story of split) {
      const key = comparisonKey(storyWithoutEnding(story));
      assert(!seen.has(key), key);
      seen.add(key);
      assertEquals(story.sentences.length, 4);
    }
  }
});

/** Naive Bayes over the words of each story, with add-one smoothing. */
function accuracyByWords(read: (story: Story) => string): number {
  const words = (story: Story) => read(story).toLowerCase().match(/[a-z']+/g) ?? [];
  const counts = { yes: new Map<string, number>(), no: new Map<string, number>() };
  const of = ({ cameTrue }: Story) => cameTrue ? counts.yes : counts.no;
  for (const story of stories.train) {
    for (const word of words(story)) of(story).set(word, (of(story).get(word) ?? 0) + 1);
  }
  const score = (story: Story) =>
    words(story).reduce(
      (sum, word) =>
        sum + Math.log(1 + (counts.yes.get(word) ?? 0)) - Math.log(1 + (counts.no.get(word) ?? 0)),
      0,
    );
  const right = stories.test.filter((story) => score(story) > 0 === story.cameTrue);
  return right.length / stories.test.length;
}

Deno.test("stories: words alone do not give the label away, the ending does", () => {
  const blind = accuracyByWords(storyWithoutEnding);
  assert(blind > 0.45 && blind < 0.55, `${blind}`);
  assert(accuracyByWords(({ sentences }) => sentences.at(-1) ?? "") > 0.95);
});

/** The last word: the thing that a wish or a gift is about. */
const thingIn = (sentence: string) => sentence.match(/[a-z]+(?=\.)/)?.[0];

Deno.test("stories: all three things are of the story's topic, behind the same words in all topics", () => {
  const phrases = new Map<string, Set<string>>();
  for (const { sentences, topic } of stories.train) {
    for (const sentence of sentences.slice(0, 3)) {
      const thing = thingIn(sentence) ?? "";
      assert(topics[topic].includes(thing), `${topic}: ${sentence}`);
      const name = sentence.match(/(?!Mom)[A-Z][a-z]+/)?.[0] ?? "";
      const phrase = sentence.replace(thing, "").replace(name, "");
      phrases.set(topic, (phrases.get(topic) ?? new Set()).add(phrase));
    }
  }
  assertEquals(phrases.size, 4);
  assertEquals(new Set([...phrases.values()].map((each) => [...each].sort().join())).size, 1);
});

Deno.test("stories: what is given was wished for exactly when it came true", () => {
  for (const { sentences, cameTrue } of [...stories.train, ...stories.test]) {
    const text = sentences.join(" ");
    const [wishes, [gift, ending]] = [sentences.slice(0, 2), sentences.slice(2)];
    const names = wishes.map((wish) => wish.split(" ")[0]);
    const receiver = names.filter((name) => new RegExp(`\\b${name}\\b`).test(gift));
    assertEquals(receiver.length, 1, text);
    assert(ending.startsWith(receiver[0]), text);
    const [wished, other] = (receiver[0] === names[0] ? wishes : wishes.toReversed()).map(thingIn);
    const given = thingIn(gift);
    assertEquals(given === wished, cameTrue, text);
    assert(given !== other, `expected a thing that the other did not wish for: ${text}`);
  }
});

Deno.test("parseStories, formatStories: there and back; errors name the line", () => {
  const some = stories.train.slice(0, 7);
  assertEquals(parseStories(formatStories(some)), some);
  assertThrows(() => parseStories("x"), TypeError, "expected the header");
  assertThrows(() => parseStories(`${formatStories([])}maybe\tpet\tOne.\n`), TypeError, "line 2");
});

Deno.test("neighbouringSentences: each sentence with the next, never across stories", () => {
  const [first, second] = stories.train;
  const pairs = neighbouringSentences([first, second]);
  assertEquals(pairs.length, first.sentences.length + second.sentences.length - 2);
  assertEquals(pairs[0], [first.sentences[0], first.sentences[1]]);
  assert(
    !pairs.some(([, next]) => next === second.sentences[0] && !first.sentences.includes(next)),
  );
});
