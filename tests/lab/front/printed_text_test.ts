import { assert, assertEquals, assertMatch } from "@std/assert";
import { PrintedText } from "lib/lab/front/outputs/printed_text.ts";

const small = { lines: 100, characters: 10_000, head: 0.1, tail: 0.4 };

/** What is kept of pieces that come one after the other. */
function printed(pieces: readonly string[], limits = small): string {
  const text = new PrintedText(limits);
  for (const piece of pieces) text.write(piece);
  return text.text;
}

Deno.test("PrintedText: shows what a terminal would show", () => {
  assertEquals(printed(["one\n", "two"]), "one\ntwo");
  assertEquals(printed(["step 1 of 9", "\rstep 2"]), "step 2 of 9");
  assertEquals(printed(["abc\b\bX\n", "\r\n"]), "aXc\n\n");
  assertEquals(printed(["a\n\b\bb"]), "a\nb", "a line that has ended stays");
  assertEquals(printed(["Windows\r\nlines\r\n"]), "Windows\nlines\n");
});

Deno.test("PrintedText: the pieces in which a text comes make no difference", () => {
  const text = Array.from(
    { length: 250 },
    (_, i) => `${i}% \r${i} done\b\b${i % 7}\n`,
  ).join("");
  const whole = printed([text], { ...small, lines: 1000 });
  assertEquals(printed([...text], { ...small, lines: 1000 }), whole);
});

Deno.test("PrintedText: of too many lines the first and the last stay, and the rest is counted", () => {
  const lines = Array.from({ length: 1234 }, (_, i) => `line ${i}\n`);
  const kept = printed(lines).split("\n");
  assertEquals(
    kept.slice(0, 10),
    lines.slice(0, 10).map((line) => line.trim()),
  );
  assertEquals(kept.at(-2), "line 1233");
  assertMatch(
    kept[11],
    /^\[… [\d,]+ lines, \d+\.\d MB, are left out here …\]$/,
  );
  const count = Number(/[\d,]+/.exec(kept[11])?.[0].replace(",", ""));
  const shown = kept.filter((line) => /^line \d+$/.test(line));
  assertEquals(shown.length + count, 1234);
  assert(
    shown.length <= 110 && shown.length >= 50,
    `${shown.length} lines are shown`,
  );
  const last = shown.slice(10).map((line) => Number(line.slice(5)));
  assertEquals(
    last,
    last.map((_, i) => 1234 - last.length + i),
    "and without a gap",
  );
});

Deno.test("PrintedText: one endless line is bounded too", () => {
  const kept = printed(
    Array.from({ length: 100 }, (_, i) => `${i}`.padEnd(997, ".") + ";;;"),
  );
  assert(kept.length < 2 * small.characters, `${kept.length} characters`);
  assertMatch(kept, /^0\.\.\.[^]*MB, are left out[^]*;;;$/);
});
