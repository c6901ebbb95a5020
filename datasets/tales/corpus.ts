/**
 * Makes the tales in memory: the same bytes on every machine.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import { formatTales, type Tale, type Tales } from "lib/text/corpora/tales.ts";
import { drawTwinTales } from "../grammar/tale.ts";

/** The seed of the published tales. */
export const seed = 2019;

const sizes = { train: 10_000, validation: 500, test: 1_000 } as const;

/** Tales in splits; a tale and its twin stay in one, and none is in two, in either language. */
export function makeTales(): Tales {
  const random = new Random(seed);
  const seen = new Set<string>();
  const draw = (count: number): Tale[] => {
    const tales: Tale[] = [];
    while (tales.length < count) {
      const twins = drawTwinTales(random);
      const keys = twins.flatMap(({ english, korean }) =>
        [english, korean].map((text) => comparisonKey(text.slice(0, -1).join(" ")))
      );
      if (keys.some((key) => seen.has(key))) continue;
      for (const key of keys) seen.add(key);
      tales.push(...twins);
    }
    return random.shuffle(tales);
  };
  const train = draw(sizes.train);
  const validation = draw(sizes.validation);
  return { train, validation, test: draw(sizes.test) };
}

/** Each file's name and text. */
export function taleFiles(tales: Tales): ReadonlyMap<string, string> {
  return new Map([
    ["train.tsv", formatTales(tales.train)],
    ["validation.tsv", formatTales(tales.validation)],
    ["test.tsv", formatTales(tales.test)],
  ]);
}
