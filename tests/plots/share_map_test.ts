import { assertEquals, assertObjectMatch, assertThrows } from "@std/assert";
import { shareMap } from "lib/plots/share_map.ts";

const axes = { rows: "length", columns: "position" };
const options = { axes, measure: "right", title: "Long ones fail" };

Deno.test("shareMap: rows run from top to bottom, cells without a value are blank", () => {
  const map = shareMap([[1, undefined], [0.25, 0.51234]], {
    ...options,
    rows: ["1", "2"],
    columns: ["어제", "카페"],
  });
  assertEquals(map.layout.yaxis?.autorange, "reversed");
  assertEquals(map.layout.xaxis?.ticktext, ["어제", "카페"]);
  const [heatmap] = map.data;
  assertObjectMatch({ ...heatmap }, {
    z: [[1, null], [0.25, 0.5123]],
    zmin: 0,
    zmax: 1,
  });
  assertEquals(map.summary, "Long ones fail: right 1: 1.00; 2: 0.25 0.51");
});

Deno.test("shareMap: of many rows the summary names three", () => {
  const rows = ["1", "2", "3", "4", "5", "6", "7"];
  const map = shareMap(rows.map((row) => [Number(row) / 10]), {
    ...options,
    rows,
    columns: ["a"],
  });
  assertEquals(map.summary, "Long ones fail: right 1: 0.10; 4: 0.40; 7: 0.70");
});

Deno.test("shareMap: a transposed map is refused with its axes named", () => {
  assertThrows(
    () => shareMap([[1, 0], [0, 1], [1, 0]], { ...options, rows: ["1", "2"], columns: ["a"] }),
    RangeError,
    "expected shares [length, position] = [2, 1], got [3, 2]",
  );
});
