/**
 * Sentence pairs from a file on disk, with errors that say what to do.
 *
 * @module
 */
import { parseTatoeba, type TatoebaFile, type TatoebaOptions } from "./tatoeba.ts";
import { describeReport } from "./tsv.ts";

/**
 * The pairs in the file at `path`, the learner's own at `ownPairsPath` for example; some lines may be skipped, and the report says which.
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
