import { assertAlmostEquals, assertEquals } from "@std/assert";
import { pairBatch, pairLesson } from "lib/course/pair_lesson.ts";
import { Random } from "lib/random.ts";
import { Vocabulary } from "lib/text/vocabulary.ts";

const words = new Vocabulary(["어제", "카페", "cafe", "yesterday"]);
const [yesterdayKo, cafeKo, cafeEn, yesterdayEn] = [4, 5, 6, 7];
const long = { source: ["어제", "카페"], target: ["cafe", "yesterday"] };
const short = { source: ["카페"], target: ["cafe"] };

Deno.test("pairBatch: what is read, what the decoder reads, what it should say, padded at the end", () => {
  using batch = pairBatch(words, [long, short]);
  assertEquals(batch.source.arraySync(), [[yesterdayKo, cafeKo], [cafeKo, words.padId]]);
  assertEquals(batch.target.arraySync(), [
    [words.sosId, cafeEn, yesterdayEn],
    [words.sosId, cafeEn, words.padId],
  ]);
  assertEquals(batch.labels.arraySync(), [
    [cafeEn, yesterdayEn, words.eosId],
    [cafeEn, words.eosId, words.padId],
  ]);
});

Deno.test("pairLesson: draws from the step's stream, and the rate ends at 0", () => {
  const draw = (random: Random) => [random.choice([long, short])];
  const { batches, schedule } = pairLesson(words, { steps: 40, peak: 0.01, draw });
  const drawn = (seed: number) => {
    using batch = batches(1, new Random(seed));
    return batch.source.shape[1];
  };
  assertEquals(drawn(3), drawn(3));
  assertEquals(new Set(Array.from({ length: 20 }, (_, seed) => drawn(seed))), new Set([1, 2]));
  assertAlmostEquals(schedule(2), 0.01, 1e-9);
  assertAlmostEquals(schedule(40), 0, 1e-9);
});
