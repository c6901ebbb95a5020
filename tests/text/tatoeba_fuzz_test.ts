/**
 * Files damaged at random: the loader must neither crash without a message nor pair what does not belong
 * together. `TATOEBA_FUZZ=10000` asks for more files than the 2,003 of an ordinary run.
 */
import { assert, assertEquals } from "@std/assert";
import { Random } from "lib/random.ts";
import { parseTatoeba } from "lib/text/tatoeba.ts";
import { describeReport } from "lib/text/tsv.ts";

const lineCount = 13;

/**
 * Each line is written with letters of its own (line 3: c, the third syllable, 3 as each digit), so that a
 * pair tells by itself which lines its columns come from.
 */
function cleanFile(): string {
  return Array.from({ length: lineCount }, (_, i) => {
    const [letter, syllable] = [latin(i), hangul(i)];
    return `${letter.repeat(5)} ${letter.repeat(3)}.\t${syllable.repeat(4)} ${
      syllable.repeat(2)
    }.\t` +
      `CC-BY 2.0 (France) Attribution: tatoeba.org #${100 + i} (${letter.toUpperCase()}) & ` +
      `#${200 + i} (${syllable.repeat(5)})\n`;
  }).join("");
}

function latin(line: number): string {
  return String.fromCharCode(0x61 + line);
}

function hangul(line: number): string {
  return String.fromCharCode(0xac00 + 28 * line);
}

/** Bytes that break files: tabs, line ends, half characters, marks, zeros, a BOM, letters of UTF-16. */
const insertions: readonly (readonly number[])[] = [
  [0x09],
  [0x0a],
  [0x0d],
  [0x0d, 0x0a],
  [0x00],
  [0x1b],
  [0xff],
  [0xec],
  [0x80],
  [0xc0, 0x89], // A tab in two bytes, which UTF-8 forbids.
  [0xef, 0xbb, 0xbf],
  [0xef, 0xbf, 0xbd],
  [0xed, 0xa0, 0x80],
  [0xe2, 0x80, 0xa8],
  [0x09, 0x09],
  [],
];

/**
 * The file with up to four damages: bytes lost, changed or put in, its end cut off, lines moved. Lines move
 * whole: half a line pasted before another has the form of a line, and nobody can tell by looking at it.
 */
function mutate(bytes: readonly number[], random: Random): Uint8Array {
  let result = [...bytes];
  for (let damages = 1 + random.integer(4); damages > 0 && result.length > 0; damages--) {
    const at = random.integer(result.length);
    // Tabs and line ends are few among the bytes, and their loss is what shifts columns.
    const separators = result.flatMap((byte, i) => byte === 0x09 || byte === 0x0a ? [i] : []);
    const kind = random.integer(8);
    if (kind === 0) result.splice(at, 1);
    else if (kind === 1) result[at] = random.integer(256);
    else if (kind === 2) result.splice(at, 0, ...random.choice(insertions));
    else if (kind === 3 && separators.length > 0) result.splice(random.choice(separators), 1);
    else if (kind === 4 && separators.length > 0) {
      result.splice(random.choice(separators), 1, ...random.choice(insertions));
    } else if (kind === 5) result = result.slice(0, at);
    else if (kind === 6) result[at] ^= 1 << random.integer(8);
    else {
      const lines = splitLines(result);
      result = [...random.shuffle(lines), random.choice(lines)].flat();
    }
  }
  return Uint8Array.from(result);
}

function splitLines(bytes: readonly number[]): number[][] {
  const lines: number[][] = [[]];
  for (const byte of bytes) {
    lines[lines.length - 1].push(byte);
    if (byte === 0x0a) lines.push([]);
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  else lines.at(-1)?.push(0x0a);
  return lines;
}

/** The line that most letters of `text` come from: one damaged byte does not outvote the others. */
function origin(text: string, letterOf: (line: number) => string): number {
  const counts = Array.from({ length: lineCount }, (_, i) => text.split(letterOf(i)).length - 1);
  return counts.indexOf(Math.max(...counts));
}

Deno.test("parseTatoeba: damaged files give no wrong pair and no unexplained error", () => {
  const count = Number(Deno.env.get("TATOEBA_FUZZ") ?? 2003);
  const clean = [...new TextEncoder().encode(cleanFile())];
  assertEquals(parseTatoeba(Uint8Array.from(clean)).pairs.length, lineCount);
  const random = new Random(23);
  let pairCount = 0, skippedCount = 0;
  for (let trial = 0; trial < count; trial++) {
    const bytes = mutate(clean, random);
    const { pairs, report } = parseTatoeba(bytes);
    for (const { english, korean, attribution, line } of pairs) {
      const [a, b, c] = [
        origin(english, latin),
        origin(korean, hangul),
        origin(attribution.replace(/^.*#\d*/u, ""), hangul),
      ];
      assert(
        a === b && b === c,
        `trial ${trial}, line ${line}: ${JSON.stringify([english, korean, attribution])}`,
      );
      assert(!/[\p{Cc}\ufffd]/u.test(english + korean + attribution), `trial ${trial}`);
    }
    assertEquals(report.blankCount + report.pairCount + report.skipped.length, report.lineCount);
    for (const { line, detail } of report.skipped) {
      assert(line >= 1 && line <= report.lineCount && detail.length > 10, detail);
    }
    assert(describeReport(report).startsWith(`${report.lineCount} lines: `));
    pairCount += pairs.length;
    skippedCount += report.skipped.length;
  }
  // The test would be empty if nothing survived, or if nothing was damaged.
  assert(pairCount > 3 * count, `${pairCount} pairs`);
  assert(skippedCount > count, `${skippedCount} skipped lines`);
});
