import { assertEquals } from "@std/assert";
import { notebookLanguage } from "lib/notebook_language.ts";
import { architecture } from "lib/plots/architecture.ts";
import { arrows } from "lib/plots/arrows.ts";
import { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
import { attentionSteps } from "lib/plots/attention_steps.ts";
import { beamTree } from "lib/plots/beam_tree.ts";
import { blockDiagram } from "lib/plots/block_diagram.ts";
import { curves } from "lib/plots/curves.ts";
import { gruStepDiagram } from "lib/plots/gru_step_diagram.ts";
import { signedMap } from "lib/plots/signed_map.ts";
import { slider } from "lib/plots/slider.ts";
import { weightedSum } from "lib/plots/weighted_sum.ts";

Deno.test("figures: speak Korean in a Korean notebook, and English elsewhere", () => {
  const spoken = () => {
    const map = attentionHeatmap([[1, 0]], { rows: ["a"], columns: ["b", "c"], title: "T" });
    const line = { name: "L", x: [0, 8], y: [1, 0.5] };
    const { summary } = curves([line], { title: "T", x: { name: "n" }, y: { name: "y" } });
    const page = { axes: { x: "x", y: "y" }, range: { x: [0, 2], y: [0, 2] } } as const;
    const walk = arrows([{ name: "c", from: [0, 1], to: [1, 1] }], { ...page, title: "T" });
    const sum = weightedSum({ query: [1, 0], states: [[0, 1]], names: ["a"], weights: [1] }, page);
    const vectors = {
      query: [4],
      keys: [[2]],
      scores: [8],
      weights: [1],
      values: [[3]],
      output: [3],
    };
    const steps = attentionSteps({ words: ["b"], asker: "a", ...vectors }, "T");
    const layer = blockDiagram({
      layers: [{ name: "l", subLayers: [{ name: "f", from: "m" }] }],
      title: "T",
    });
    const part = { name: "f", kind: "linear", parameterCount: 6, children: [] };
    const model = architecture({ ...part, name: "", children: [part] }, { title: "T" });
    const waves = signedMap([[0, 1]], {
      axes: { rows: "r", columns: "c" },
      measure: "m",
      title: "T",
    });
    const gru = gruStepDiagram({ state: 0, recalled: 0, reset: 1, update: 1, candidate: 0 }, "T");
    const kept = { words: ["It"], probability: 0.6, kept: true };
    const tree = beamTree([[kept, { words: ["There"], probability: 0.4, kept: false }]]);
    return [
      map.layout.xaxis?.title,
      slider("s", [{ label: "1", figure: map }]).summary,
      summary,
      walk.summary,
      sum.summary,
      steps.layout.title,
      steps.summary,
      layer.summary,
      model.summary,
      waves.summary,
      tree.summary,
      gru.layout.annotations?.[0],
    ].map((text) => typeof text === "object" ? text.text : text);
  };
  const english = [
    "key",
    "slider over s (1), at 1: T: a → b 1.00",
    "T: L 1 at n 0, 0.5 at 8",
    "T: c (1, 1) from (0, 1)",
    "slider over step (compare, weigh, add), at compare: Compare: s (1, 0), a (0, 1)",
    "T · 6. output",
    "slider over step (query, keys, scores, weights, values, output), at output: T: a asks with (4): b 1.00; output (3)",
    "T: l: words → f (with m) → plus what went in → norm → output",
    "T: linear, 6 numbers learned: f (linear, 6)",
    "T: m of 1 × 2 cells, from 0 to 1",
    "slider over word (1), at 1: Word 1: kept It 0.60; dropped There 0.40",
    "old state<br>h 0.00",
  ];
  assertEquals([notebookLanguage(), ...spoken()], ["en", ...english]);
  const before = Deno.env.get("COURSE_LANGUAGE");
  try {
    Deno.env.set("COURSE_LANGUAGE", "ko");
    assertEquals(spoken(), [
      "키",
      "s 슬라이더(1) 가운데 1: T: a → b 1.00",
      "T: L: n 0에서 1, 8에서 0.5",
      "T: c (0, 1)에서 (1, 1)",
      "단계 슬라이더(비교, 가중치 곱하기, 더하기) 가운데 비교: 비교: s (1, 0), a (0, 1)",
      "T · 6. 출력",
      "단계 슬라이더(쿼리, 키, 점수, 가중치, 값, 출력) 가운데 출력: T: a의 쿼리 (4): b 1.00; 출력 (3)",
      "T: l: 단어 → f(m도 받음) → 들어온 것을 더함 → 정규화 → 출력",
      "T: linear, 수 6개: f (linear, 6)",
      "T: 1 × 2칸의 m, 0에서 1까지",
      "단어 슬라이더(1) 가운데 1: 단어 1: 남긴 시작 It 0.60; 버린 시작 There 0.40",
      "옛 상태<br>h 0.00",
    ]);
  } finally {
    if (before === undefined) Deno.env.delete("COURSE_LANGUAGE");
    else Deno.env.set("COURSE_LANGUAGE", before);
  }
});
