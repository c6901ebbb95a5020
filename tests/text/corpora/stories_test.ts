import { assert, assertEquals, assertThrows } from "@std/assert";
import { checksums } from "../../../datasets/files.ts";
import { makeStories, storyFiles } from "../../../datasets/stories/corpus.ts";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import {
  formatStories,
  loadStories,
  neighbouringSentences,
  parseStories,
  type Story,
  storyWithoutEnding,
} from "lib/text/corpora/stories.ts";

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
  for (const split of Object.values(stories) as Story[][]) {
    assertEquals(split.filter(({ cameTrue }) => cameTrue).length * 2, split.length);
    for (const story of split) {
      const key = comparisonKey(storyWithoutEnding(story));
      assert(!seen.has(key), key);
      seen.add(key);
      assert(story.sentences.length === 5 || story.sentences.length === 6);
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

Deno.test("stories: what is given was wished for exactly when it came true", () => {
  for (const { sentences, cameTrue, frame } of stories.test) {
    const gift = sentences.at(-2) ?? "";
    const wishes = sentences.slice(0, -2).filter((sentence) =>
      /wanted|asked|dreamed|wished|liked|hungry|lost|find|looked|left|hoped|loved|like to/.test(
        sentence,
      )
    );
    assertEquals(wishes.length, 2, sentences.join(" "));
    const names = wishes.map((wish) => wish.split(" ")[0]);
    const receiver = names.filter((name) => new RegExp(`\\b${name}\\b`).test(gift));
    assertEquals(receiver.length, 1, gift);
    const wish = wishes[names.indexOf(receiver[0])];
    const thing = (text: string) => new Set(text.toLowerCase().match(/[a-z]+/g));
    const common = new Set(
      "a an the to on in at for of with and his her mom dad grandma grandpa day next bus was".split(
        " ",
      ),
    );
    const shared = [...thing(gift)].filter((word) =>
      thing(wish).has(word) && !common.has(word) && word !== receiver[0].toLowerCase()
    );
    const took = shared.filter((word) => !["birthday", "train", "ate", "went"].includes(word));
    assertEquals(took.length > 0, cameTrue, `${frame}: ${sentences.join(" ")}`);
  }
});

Deno.test("parseStories, formatStories: there and back; errors name the line", () => {
  const some = stories.train.slice(0, 7);
  assertEquals(parseStories(formatStories(some)), some);
  assertThrows(() => parseStories("x"), TypeError, "expected the header");
  assertThrows(() => parseStories(`${formatStories([])}maybe\tmeal\tOne.\n`), TypeError, "line 2");
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
