import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { loadTatoeba, parseTatoeba } from "lib/text/tatoeba.ts";
import { describeReport, type SkipReason } from "lib/text/tsv.ts";

const unclean = new URL("../fixtures/text/unclean.tsv", import.meta.url);
const credit = "CC-BY 2.0 (France) Attribution: tatoeba.org #1 (a_b) & #2 (c-d)";

/** Why `line`, alone in a file, is skipped. */
function reasonOf(line: string, options = {}): SkipReason | undefined {
  return parseTatoeba(line, options).report.skipped[0]?.reason;
}

Deno.test("loadTatoeba: of a file that is not clean the pairs come, with their attribution", async () => {
  const { pairs } = await loadTatoeba(unclean);
  assertEquals(
    pairs.map(({ line, english, korean }) => [line, english, korean]),
    [
      [1, "The sea is cold.", "바다가 차갑다."],
      [2, "The bread is warm.", "빵이 따뜻하다."],
      [8, "The café is new.", "카페가 새롭다."],
      [22, "Wide spaces.", "넓은 공백이다."],
      [23, "The sea is cold.", "바다가 춥다."],
      [24, "Pasted together.", "이어 붙였다."],
      [25, "Emoji 👩‍👩‍👧 stay.", "이모지 😀 그대로."],
    ],
  );
  for (const { line, attribution } of pairs) {
    assertEquals(
      attribution,
      `CC-BY 2.0 (France) Attribution: tatoeba.org #${line} (writer_${line}) & #${line + 100} ` +
        `(옮긴이${line})`,
    );
  }
});

Deno.test("loadTatoeba: the report names each skipped line and why", async () => {
  const { report } = await loadTatoeba(unclean);
  assertEquals(
    report.skipped.map(({ line, reason }) => [line, reason]),
    [
      [3, "columns"],
      [4, "columns"],
      [5, "columns"],
      [6, "duplicate"],
      [7, "duplicate"],
      [9, "damaged text"],
      [10, "damaged text"],
      [11, "empty field"],
      [12, "empty field"],
      [13, "not UTF-8"],
      [14, "not UTF-8"],
      [17, "script"],
      [18, "script"],
      [19, "attribution"],
      [20, "damaged text"],
      [21, "damaged text"],
    ],
  );
  const { lineCount, blankCount, pairCount, normalizedCount, skipped } = report;
  assertEquals({ lineCount, blankCount, pairCount, normalizedCount }, {
    lineCount: 25,
    blankCount: 2,
    pairCount: 7,
    normalizedCount: 2,
  });
  assertEquals(blankCount + pairCount + skipped.length, lineCount);
});

Deno.test("describeReport: counts, reasons and the first lines", async () => {
  const { report } = await loadTatoeba(unclean);
  const text = describeReport(report, 2);
  assertStringIncludes(
    text,
    "25 lines: 7 pairs (2 of them normalised), 2 blank, 16 skipped\n" +
      "  columns: 3\n" +
      "    line 3: expected 3 tab-separated columns, got 1\n" +
      "    line 4: expected 3 tab-separated columns, got 2\n" +
      "    and 1 more\n" +
      "  duplicate: 2\n" +
      "    line 6: same pair as line 2\n",
  );
  assertStringIncludes(text, "line 9: U+0007 in the English column");
  assertStringIncludes(text, 'line 17: expected English first, got "순서가 바뀌었다."');
});

Deno.test("parseTatoeba: a shifted column never makes a pair", () => {
  assertEquals(reasonOf(`Go.\t가.\t${credit}`), undefined);
  const shifted: [string, SkipReason][] = [
    [`Go.가.\t${credit}`, "columns"], // The first tab is lost,
    [`Go.\t가.${credit}`, "columns"], // or the second,
    [`Go.가.\tCC-BY\t2.0 (France)`, "script"], // and one came elsewhere:
    [`Go.\t가\t.${credit}`, "attribution"],
    [`G\to.\t가.${credit}`, "script"],
    [`Go.\t가.\t${credit}Hi.\t안녕.\t${credit}`, "columns"], // The line end is lost,
    [`Go.\t가.\t${credit}Hi.안녕.${credit}`, "attribution"], // with the tabs after it.
    [`가.\tGo.\t${credit}`, "script"],
  ];
  for (const [line, reason] of shifted) assertEquals(reasonOf(line), reason, line);
});

Deno.test("parseTatoeba: without attribution two columns, neither more nor fewer", () => {
  const options = { attribution: "none" } as const;
  assertEquals(reasonOf("Go.\t가.", options), undefined);
  assertEquals(reasonOf("Go.\t가.Hi.\t안녕.", options), "columns");
  assertEquals(reasonOf(`Go.\t가.\t${credit}`, options), "columns");
  const any = parseTatoeba("Go.\t가.\tmy grandmother", { attribution: "any" });
  assertEquals(any.pairs[0].attribution, "my grandmother");
  assertEquals(reasonOf("Go.\t가.\t", { attribution: "any" }), "empty field");
});

Deno.test("parseTatoeba: duplicates and spelling can be kept as they are", () => {
  const text = `Go.\t가.\t${credit}\nGo.\t${"가.".normalize("NFD")}\t${credit}`;
  assertEquals(parseTatoeba(text).pairs.length, 1);
  assertEquals(parseTatoeba(text, { normalization: "none" }).pairs.length, 2);
  assertEquals(parseTatoeba(text, { dropDuplicates: false }).pairs.length, 2);
});

Deno.test("parseTatoeba: empty input, no line end, only line ends", () => {
  assertEquals(parseTatoeba("").report.lineCount, 0);
  assertEquals(parseTatoeba(`Go.\t가.\t${credit}`).pairs.length, 1);
  assertEquals(parseTatoeba("\n\r\n\n").report.blankCount, 3);
});

Deno.test("loadTatoeba: what is not there or holds no pair is an error with advice", async () => {
  await assertRejects(
    () => loadTatoeba(`${import.meta.dirname}/없음.tsv`),
    Deno.errors.NotFound,
    "manythings.org",
  );
  const path = await Deno.makeTempFile({ suffix: ".tsv" });
  try {
    const cases: [string | Uint8Array, string][] = [
      ["Go.\t가.\n", '{ attribution: "none" }'],
      ["Go.\t가.\tme\n", '{ attribution: "any" }'],
      [Uint8Array.of(0xff, 0xfe, 0x47, 0x00), "save it as UTF-8"],
      ["", "0 lines: 0 pairs"],
    ];
    for (const [content, message] of cases) {
      if (typeof content === "string") await Deno.writeTextFile(path, content);
      else await Deno.writeFile(path, content);
      const error = await assertRejects(() => loadTatoeba(path), SyntaxError, message);
      assert(error.message.includes(path));
    }
  } finally {
    await Deno.remove(path);
  }
});
