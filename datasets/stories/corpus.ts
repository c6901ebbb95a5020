/**
 * Makes the stories in memory: the same bytes on every machine.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import { formatStories, type Stories, type Story } from "lib/text/corpora/stories.ts";
import { drawTwins } from "../grammar/story.ts";

/** The seed of the published stories. */
export const seed = 2018;

const sizes = { train: 20_000, validation: 500, test: 1_000 } as const;

/** Stories in splits; a story and its twin stay in one. */
export function makeStories(): Stories {
  const random = new Random(seed);
  const seen = new Set<string>();
  const draw = (count: number): Story[] => {
    const stories: Story[] = [];
    while (stories.length < count) {
      const twins = drawTwins(random);
      const keys = twins.map((story) => comparisonKey(story.sentences.slice(0, -1).join(" ")));
      if (keys.some((key) => seen.has(key))) continue;
      for (const key of keys) seen.add(key);
      stories.push(...twins);
    }
    return random.shuffle(stories);
  };
  const train = draw(sizes.train);
  const validation = draw(sizes.validation);
  return { train, validation, test: draw(sizes.test) };
}

/** Each file's name and text. */
export function storyFiles(stories: Stories): ReadonlyMap<string, string> {
  return new Map([
    ["train.tsv", formatStories(stories.train)],
    ["validation.tsv", formatStories(stories.validation)],
    ["test.tsv", formatStories(stories.test)],
  ]);
}
