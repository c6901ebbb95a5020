import { assert, assertEquals } from "@std/assert";
import { type LogitsTransform, topK } from "lib/decoding/logits.ts";
import {
  hangsTogether,
  hasOneWisher,
  senseCurves,
  sensibleShares,
} from "lib/lessons/stories/story_sense.ts";
import { loadStories } from "lib/text/corpora/stories.ts";

Deno.test("hangsTogether: every story of the data set does", async () => {
  const { test, validation } = await loadStories();
  for (const { sentences } of [...test, ...validation]) {
    assert(hangsTogether(sentences.join(" ")), sentences.join(" "));
  }
});

Deno.test("hangsTogether: a wrong person, a missing or a further sentence, an open end", () => {
  const one = "Ben wanted a kite.";
  const two = "Anna asked for a pie.";
  const given = "Mom gave Ben a pie.";
  const end = "Ben sighed.";
  const told = (...sentences: string[]) => hangsTogether(sentences.join(" "));
  assertEquals(told(one, two, given, end), true);
  assertEquals(told(one, two, "Mom gave Tom a pie.", "Tom sighed."), false);
  assertEquals(told(one, two, given, "Anna sighed."), false);
  assertEquals(told(one, "Ben asked for a pie.", given, end), false);
  assertEquals(told(one, two, given), false);
  assertEquals(told(one, two, given, end, end), false);
  assertEquals(told(one, two, given, "Ben sighed"), false);
  assertEquals(told(one, given, two, end), false);
});

Deno.test("hasOneWisher: no story of the data set; one name in two wishes, not in a wish and a gift", async () => {
  const { test } = await loadStories();
  assertEquals(test.filter(({ sentences }) => hasOneWisher(sentences.join(" "))), []);
  assertEquals(hasOneWisher("Ben wanted a kite. Ben dreamed of a pie."), true);
  assertEquals(hasOneWisher("Ben wanted a kite."), false);
  assertEquals(hasOneWisher("Ben wanted a kite. Ben got a pie. Ben sighed."), false);
});

Deno.test("sensibleShares: for each seed a share for each temperature, of what is written with it and the filters", async () => {
  const good = "Ben wanted a kite. Anna asked for a pie. Ben got a pie. Ben sighed.";
  const logits = [2, 1, 0];
  const seen: number[][] = [];
  const write = (transform: LogitsTransform, seed: number) => {
    seen.push([seed, ...transform(logits) as Float64Array]);
    return Promise.resolve(seen.length === 1 ? [good, good] : [good, "Ben got a pie."]);
  };
  assertEquals(await sensibleShares(write, [0.5, 2], [topK(2)], [7, 8]), [[1, 0.5], [0.5, 0.5]]);
  const [cold, warm] = [[4, 2, -Infinity], [1, 0.5, -Infinity]];
  assertEquals(seen, [[7, ...cold], [7, ...warm], [8, ...cold], [8, ...warm]]);
});

Deno.test("senseCurves: a line for each series, a tick for each temperature", () => {
  const figure = senseCurves([
    { name: "all", x: [0.5, 2], y: [1, 0] },
    { name: "few", x: [0.5, 3], y: [1, 0.5] },
  ]);
  assertEquals(figure.data.length, 2);
  assertEquals(figure.layout.xaxis?.tickvals, [0.5, 2, 3]);
});
