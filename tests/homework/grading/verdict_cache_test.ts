/** The cache: what it keeps, under which key, and what a cut line does. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { untranslated } from "lib/language.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { gradingSeed, VerdictCache } from "lib/homework/grading/verdict_cache.ts";
import { temporaryFolder } from "../submission.ts";
import { verdict } from "./graded.ts";

const [variance, attention] = homework.exercises;

Deno.test("VerdictCache: a verdict comes back whole, from the next process too", async () => {
  await using folder = await temporaryFolder();
  const mistake = { name: untranslated("m"), hint: { en: "h", ko: "힌트" } };
  const failure = {
    property: untranslated("p"),
    inputs: "i",
    problem: untranslated("x"),
    comparison: {
      name: { en: "w", ko: "가중치" },
      part: "",
      axes: ["", "key"] as const,
      expected: [[1, 2]],
      got: [["NaN" as const, 2]],
      wrong: [true, false],
    },
  };
  const found = verdict(attention, 1.6, {
    held: [untranslated("한글")],
    failures: [failure],
    mistake,
  });
  {
    using cache = await VerdictCache.open(folder.path, "v1", 5);
    cache.put(cache.cellKey(attention, "text", "around"), { runs: true, verdict: found });
  }
  using cache = await VerdictCache.open(folder.path, "v1", 5);
  const key = cache.cellKey(attention, "text", "around");
  assertEquals(cache.get(key, attention), { runs: true, verdict: found });
  assertEquals(cache.has(cache.cellKey(attention, "text ", "around")), false);
});

Deno.test("VerdictCache: the key holds exercise, seed and version, the context what ran before", async () => {
  await using folder = await temporaryFolder();
  using cache = await VerdictCache.open(folder.path, "v1", 5);
  using seeded = await VerdictCache.open(folder.path, "v1", 6);
  using newer = await VerdictCache.open(folder.path, "v2", 5);
  const key = cache.cellKey(attention, "text", "around");
  assertNotEquals(key, cache.cellKey(variance, "text", "around"));
  assertNotEquals(key, seeded.cellKey(attention, "text", "around"));
  assertNotEquals(key, newer.cellKey(attention, "text", "around"));
  assertNotEquals(key, cache.cellKey(attention, "text", "other cells"));
  assertNotEquals(key, cache.textKey(attention, ["text", "around"]));
  const contexts = [[], ["a"], ["b"], ["a", "b"], ["ab"]].map((before) =>
    cache.contextKey(key, before)
  );
  assertEquals(new Set(contexts).size, 5);
});

Deno.test("VerdictCache: a line cut short is ignored, and does not swallow the next", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "v1.jsonl");
  const put = async (text: string): Promise<string> => {
    using cache = await VerdictCache.open(folder.path, "v1", 5);
    const key = cache.cellKey(variance, text, "around");
    cache.put(key, { runs: true, verdict: verdict(variance, 2) });
    return key;
  };
  const first = await put("first");
  await Deno.writeTextFile(path, '{"key":"torn","runs":true,"verd', { append: true });
  const second = await put("second");
  using cache = await VerdictCache.open(folder.path, "v1", 5);
  assertEquals([first, second, "torn"].map((key) => cache.has(key)), [true, true, false]);
  using fresh = await VerdictCache.open(folder.path, "v1", 5, { fresh: true });
  assertEquals(fresh.has(first), false);
});

Deno.test("gradingSeed: drawn once, kept, drawn anew when asked, taken as given", async () => {
  await using folder = await temporaryFolder();
  const first = await gradingSeed(folder.path);
  assertEquals(await gradingSeed(folder.path), first);
  assertEquals(await gradingSeed(folder.path, "41"), 41);
  assertEquals(await gradingSeed(folder.path), first);
  const second = await gradingSeed(folder.path, "new");
  assertEquals(await gradingSeed(folder.path), second);
  assertNotEquals(first, second);
});
