import { assertEquals } from "@std/assert";
import { notebookLanguage } from "lib/notebook_language.ts";
import { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
import { curves } from "lib/plots/curves.ts";
import { slider } from "lib/plots/slider.ts";

Deno.test("figures: speak Korean in a Korean notebook, and English elsewhere", () => {
  const spoken = () => {
    const map = attentionHeatmap([[1, 0]], { rows: ["a"], columns: ["b", "c"], title: "T" });
    const line = { name: "L", x: [0, 8], y: [1, 0.5] };
    const { summary } = curves([line], { title: "T", x: { name: "n" }, y: { name: "y" } });
    return [map.layout.xaxis?.title, slider("s", [{ label: "1", figure: map }]).summary, summary]
      .map((text) => typeof text === "object" ? text.text : text);
  };
  const english = ["key", "slider over s (1), at 1: T: a → b 1.00", "T: L 1 at n 0, 0.5 at 8"];
  assertEquals([notebookLanguage(), ...spoken()], ["en", ...english]);
  const before = Deno.env.get("COURSE_LANGUAGE");
  try {
    Deno.env.set("COURSE_LANGUAGE", "ko");
    assertEquals(spoken(), [
      "키",
      "s 슬라이더(1) 가운데 1: T: a → b 1.00",
      "T: L: n 0에서 1, 8에서 0.5",
    ]);
  } finally {
    if (before === undefined) Deno.env.delete("COURSE_LANGUAGE");
    else Deno.env.set("COURSE_LANGUAGE", before);
  }
});
