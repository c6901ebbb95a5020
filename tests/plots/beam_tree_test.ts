import { assertEquals, assertThrows } from "@std/assert";
import { beamTree } from "lib/plots/beam_tree.ts";

const first = [
  { words: ["It"], probability: 0.5, kept: true },
  { words: ["There"], probability: 0.4, kept: true },
  { words: ["I"], probability: 0.1, kept: false },
];
const second = [
  { words: ["There", "were"], probability: 0.36, kept: true },
  { words: ["It", "was"], probability: 0.25, kept: false },
];

Deno.test("beamTree: a stop for each word, the first is shown; the text names what was kept and dropped", () => {
  const { layout, summary } = beamTree([first, second]);
  assertEquals(layout.sliders?.[0].active, 0);
  assertEquals(layout.sliders?.[0].steps?.map(({ label }) => label), ["1", "2"]);
  assertEquals(
    summary,
    "slider over word (1, 2), at 1: Word 1: kept It 0.50, There 0.40; dropped I 0.10",
  );
});

Deno.test("beamTree: lines lead from a beginning to its extensions, dropped ones are marked", () => {
  const { data } = beamTree([first, second]);
  const [dropped, kept, droppedWords, keptWords] = data.slice(4) as Record<
    "x" | "y" | "text",
    unknown[]
  >[];
  assertEquals(dropped.x, [0, 1, null, 1, 2, null]);
  assertEquals(kept.x, [0, 1, null, 0, 1, null, 1, 2, null]);
  assertEquals(droppedWords.text, ["I 0.10 ✕", "was 0.25 ✕"]);
  assertEquals(keptWords.text, ["", "It 0.50", "There 0.40", "were 0.36"]);
});

Deno.test("beamTree: a candidate without a beginning is refused", () => {
  assertThrows(() => beamTree([second]), RangeError, 'got "There were"');
  assertThrows(() => beamTree([[{ words: [], probability: 1, kept: true }]]), RangeError, 'got ""');
});
