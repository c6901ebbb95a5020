import { assertEquals, assertObjectMatch, assertThrows } from "@std/assert";
import { signedMap } from "lib/plots/signed_map.ts";

const axes = { rows: "position", columns: "dimension" };
const options = { axes, measure: "encoding", title: "Waves" };

Deno.test("signedMap: zero is in the middle of the colours, whichever sign reaches further", () => {
  const map = signedMap([[0, -2, 1], [0.51234, 0, 0]], options);
  const [heatmap] = map.data;
  assertObjectMatch({ ...heatmap }, {
    z: [[0, -2, 1], [0.5123, 0, 0]],
    zmin: -2,
    zmax: 2,
    texttemplate: "%{z:.2f}",
  });
  assertEquals(map.summary, "Waves: encoding of 2 × 3 cells, from -2 to 1");
});

Deno.test("signedMap: a limit fixes the colours, labels stand at rows and columns from top to bottom", () => {
  const map = signedMap([[0, 1]], { ...options, rows: ["어제"], columns: ["a", "b"], limit: 3 });
  assertObjectMatch({ ...map.data[0] }, { zmin: -3, zmax: 3 });
  assertEquals(map.layout.yaxis?.ticktext, ["어제"]);
  assertEquals(map.layout.xaxis?.ticktext, ["a", "b"]);
  assertEquals(map.layout.yaxis?.autorange, "reversed");
});

Deno.test("signedMap: a large map has no numbers in its cells and counts its rows", () => {
  const rows = Array.from({ length: 13 }, () => [1, -1]);
  const map = signedMap(rows, { ...options, summary: "ones" });
  assertEquals("texttemplate" in map.data[0], false);
  assertEquals(map.layout.yaxis?.ticktext, undefined);
  assertEquals(map.summary, "Waves: ones");
});

Deno.test("signedMap: a transposed map is refused with its axes named", () => {
  assertThrows(
    () =>
      signedMap([[1, 0], [0, 1], [1, 0]], {
        ...options,
        rows: ["1", "2"],
        columns: ["a", "b", "c"],
      }),
    RangeError,
    "expected values [position, dimension] = [2, 3], got [3, 2]",
  );
});
