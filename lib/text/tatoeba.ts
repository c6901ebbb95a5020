/**
 * Sentence pairs out of a tab-separated file: English, Korean, attribution, as manythings.org hands out
 * the Tatoeba project's sentences (https://www.manythings.org/anki/, `kor-eng.zip`, CC-BY 2.0 FR).
 *
 * Real files are not clean. Whatever cannot be a pair is left out and reported with its line, never
 * guessed at: one shifted column would teach a model a wrong translation without anybody noticing. So a
 * line counts only if it has exactly the columns it should, each column is written in its language's
 * script, and the attribution looks like one. The attribution stays with its pair; the licence asks for it.
 *
 * Your own file goes to `datasets/own/korean-english.tsv` ({@linkcode ownPairsPath}), in UTF-8: English, a
 * tab, Korean, and after another tab who wrote it; without that third column pass
 * `{ attribution: "none" }`.
 *
 * @module
 */
import { collapseWhitespace, type Normalization, normalize } from "./normalize.ts";
import { describeReport, readLines, type SkippedLine, type TsvReport } from "./tsv.ts";

/** Where a learner's own sentence pairs are looked for. */
const ownPairsPath = new URL("../../datasets/own/korean-english.tsv", import.meta.url);

/** A sentence, its translation, and where they come from. */
export interface TatoebaPair {
  readonly english: string;
  readonly korean: string;
  /** Licence and authors, as the file has them; empty for a file of two columns. */
  readonly attribution: string;
  /** The line in the file, from 1. */
  readonly line: number;
}

/** What a file is expected to hold. */
export interface TatoebaOptions {
  /**
   * The third column: Tatoeba's form with both sentences' numbers and authors, anything but nothing, or
   * no such column. Default `"tatoeba"`.
   */
  readonly attribution?: "tatoeba" | "any" | "none";
  /** Default `"NFC"`: one spelling for each word. */
  readonly normalization?: Normalization;
  /** Whether a pair that came before is left out. Default true. */
  readonly dropDuplicates?: boolean;
}

/** The pairs of a file, and what became of its other lines. */
export interface TatoebaFile {
  readonly pairs: readonly TatoebaPair[];
  readonly report: TsvReport;
}

/** No brackets or spaces in a name: a line that swallowed the next one does not look like this. */
const tatoebaAttribution =
  /^CC-BY [\d.]+ \([^()]+\) Attribution: tatoeba\.org #\d+ \([^()\s]+\) & #\d+ \([^()\s]+\)$/u;

/** Control characters, marks of direction, and what an earlier wrong decoding left behind. */
const damage = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u;

/**
 * The pairs in the bytes or text of a file.
 *
 * @example
 * ```ts
 * import { parseTatoeba } from "lib/text/tatoeba.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { pairs, report } = parseTatoeba("Hi.\t안녕.\nGo.가.\n", { attribution: "none" });
 * assertEquals(pairs, [{ english: "Hi.", korean: "안녕.", attribution: "", line: 1 }]);
 * assertEquals(report.skipped, [
 *   { line: 2, reason: "columns", detail: "expected 2 tab-separated columns, got 1" },
 * ]);
 * ```
 */
export function parseTatoeba(
  input: Uint8Array | string,
  { attribution = "tatoeba", normalization = "NFC", dropDuplicates = true }: TatoebaOptions = {},
): TatoebaFile {
  const { lines, lineCount, blankCount, skipped: undecodable } = readLines(input);
  const skipped: SkippedLine[] = [...undecodable];
  const pairs: TatoebaPair[] = [];
  const firstLine = new Map<string, number>();
  let normalizedCount = 0;
  for (const { line, text } of lines) {
    const raw = text.split("\t");
    const fields = raw.map((field) => collapseWhitespace(normalize(field, normalization)));
    const problem = findProblem(raw, fields, attribution);
    if (problem) {
      skipped.push({ line, ...problem });
      continue;
    }
    const [english, korean, source = ""] = fields;
    const key = `${english}\t${korean}`;
    const earlier = firstLine.get(key);
    if (earlier !== undefined && dropDuplicates) {
      skipped.push({ line, reason: "duplicate", detail: `same pair as line ${earlier}` });
      continue;
    }
    if (earlier === undefined) firstLine.set(key, line);
    if (english !== raw[0] || korean !== raw[1]) normalizedCount++;
    pairs.push({ english, korean, attribution: source, line });
  }
  skipped.sort((a, b) => a.line - b.line);
  return {
    pairs,
    report: { lineCount, blankCount, pairCount: pairs.length, normalizedCount, skipped },
  };
}

/**
 * The pairs in the file at `path`, such as the learner's own at {@linkcode ownPairsPath}; some lines may
 * be skipped, and the report says which.
 *
 * @throws {Deno.errors.NotFound} If there is no such file.
 * @throws {SyntaxError} If not one line of it is a pair.
 */
export async function loadTatoeba(
  path: string | URL,
  options: TatoebaOptions = {},
): Promise<TatoebaFile> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Deno.errors.NotFound(
      `expected sentence pairs in ${path}, got no such file; put English, a tab and Korean there, ` +
        "or Tatoeba's pairs from https://www.manythings.org/anki/ (kor-eng.zip, kor.txt)",
    );
  }
  const file = parseTatoeba(bytes, options);
  if (file.pairs.length === 0) {
    throw new SyntaxError(
      `expected lines of English, a tab and Korean in ${path}, got none${hint(bytes, file)}:\n` +
        describeReport(file.report),
    );
  }
  return file;
}

/** Why a line is no pair, or undefined. */
function findProblem(
  raw: readonly string[],
  fields: readonly string[],
  attribution: NonNullable<TatoebaOptions["attribution"]>,
): Pick<SkippedLine, "reason" | "detail"> | undefined {
  const names = ["English", "Korean", "attribution"].slice(0, attribution === "none" ? 2 : 3);
  if (raw.length !== names.length) {
    const detail = `expected ${names.length} tab-separated columns, got ${raw.length}`;
    return { reason: "columns", detail };
  }
  for (const [column, name] of names.entries()) {
    const code = damage.exec(raw[column])?.[0].codePointAt(0);
    if (code !== undefined) {
      const hex = code.toString(16).toUpperCase().padStart(4, "0");
      return { reason: "damaged text", detail: `U+${hex} in the ${name} column` };
    }
    if (fields[column] === "") {
      return { reason: "empty field", detail: `nothing in the ${name} column` };
    }
  }
  const [english, korean, source] = fields;
  if (/\p{Script=Hangul}/u.test(english) || !/[\p{L}\p{N}]/u.test(english)) {
    return { reason: "script", detail: `expected English first, got ${quote(english)}` };
  }
  if (!/\p{Script=Hangul}/u.test(korean)) {
    return { reason: "script", detail: `expected Korean second, got ${quote(korean)}` };
  }
  if (attribution === "tatoeba" && !tatoebaAttribution.test(source)) {
    const detail = `expected Tatoeba's numbers and authors third, got ${quote(source)}`;
    return { reason: "attribution", detail };
  }
  return undefined;
}

/** The beginning of `text`, for a message. */
function quote(text: string): string {
  const characters = [...text];
  return JSON.stringify(characters.slice(0, 40).join("") + (characters.length > 40 ? "…" : ""));
}

/** What is probably the matter with a file that holds no pair at all. */
function hint(bytes: Uint8Array, { report }: TatoebaFile): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return " (it is in UTF-16: save it as UTF-8)";
  }
  if (report.skipped.some(({ detail }) => detail === "expected 3 tab-separated columns, got 2")) {
    return ' (for a file without attribution pass { attribution: "none" })';
  }
  if (report.skipped.some(({ reason }) => reason === "attribution")) {
    return ' (for attribution in another form pass { attribution: "any" })';
  }
  return "";
}
