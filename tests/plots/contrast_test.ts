import { assertAlmostEquals, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { channelsOf, colourAt, contrast, inkOn, inks } from "lib/plots/contrast.ts";
import { divergingScale, sequentialScale } from "lib/plots/style.ts";

Deno.test("contrast: as the guidelines define it, whichever comes first", () => {
  const [black, white, grey] = ["#000000", "#ffffff", "#777777"].map(channelsOf);
  assertEquals([contrast(black, white), contrast(white, black), contrast(grey, grey)], [21, 21, 1]);
  assertAlmostEquals(contrast(white, grey), 4.48, 0.005);
});

Deno.test("colourAt: the scale's own colours at its stops, mixtures between them", () => {
  for (const [share, colour] of divergingScale) {
    assertEquals(colourAt(divergingScale, share), channelsOf(colour));
  }
  assertEquals(colourAt([[0, "#000000"], [0.5, "#646464"], [1, "#c8c8c8"]], 0.75), [150, 150, 150]);
});

Deno.test("inkOn: numbers stand out from every colour of both scales by 4.5 at least", () => {
  for (const scale of [sequentialScale, divergingScale]) {
    for (let share = 0; share <= 1; share += 1 / 512) {
      const background = colourAt(scale, share);
      const ratio = contrast(channelsOf(inks[inkOn(background)]), background);
      assertGreaterOrEqual(ratio, 4.5, `at ${share}`);
    }
  }
  assertEquals(["#f7f9fc", "#0b3c74"].map((paper) => inkOn(channelsOf(paper))), ["dark", "light"]);
});
