import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { figure, mimeBundle, roundNumbers } from "lib/plots/figure.ts";
import { figureHtml } from "lib/plots/figure_html.ts";

Deno.test("roundNumbers: four significant digits, at any depth, in typed arrays too", () => {
  assertEquals(
    roundNumbers({ z: [Float32Array.of(0.123456, 1234567)], label: "0.123456", none: NaN }),
    { z: [[0.1235, 1235000]], label: "0.123456", none: null } as never,
  );
});

Deno.test("figure: refuses to be without words", () => {
  assertThrows(() => figure({ data: [], layout: {}, summary: " " }), RangeError, "summary");
});

Deno.test("mimeBundle: Plotly, text and HTML; plotly.js travels with the first figure only", async () => {
  const spec = { data: [{ y: [2, 3, 5] }], layout: { height: 300 }, summary: "primes, 2 to 5" };
  const first = await mimeBundle(spec);
  assertEquals(first["text/plain"], "[Figure] primes, 2 to 5");
  assertEquals(first["application/vnd.plotly.v1+json"], {
    data: spec.data,
    layout: spec.layout,
    config: { responsive: true, displaylogo: false },
  });
  const second = await mimeBundle(spec);
  assert(String(first["text/html"]).length > 1_000_000);
  assert(String(second["text/html"]).length < 2_000);
  assertStringIncludes(String(second["text/html"]), "<em>primes, 2 to 5</em>");
});

Deno.test("figureHtml: hostile text cannot leave its element", async () => {
  const hostile = '</script><img src=x onerror="alert(1)">카페';
  await figureHtml({}, "the first one brings the library");
  const html = await figureHtml({ data: [{ name: hostile }] }, hostile);
  assertStringIncludes(html, "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;카페");
  assertEquals([html.match(/<script>/g)?.length, html.match(/<\/script>/g)?.length], [1, 1]);
});
