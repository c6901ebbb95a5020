/**
 * The Korean–English pairs written by hand: everyday sentences that no grammar made.
 *
 * | split | what it is for |
 * |---|---|
 * | `train` | to learn from, beside the generated corpora |
 * | `development` | to choose by: settings, steps, mixtures |
 * | `test` | to measure with, once, at the end; frozen |
 *
 * No sentence of one split, in either language, occurs in another, nor one of `development` or `test`
 * in what the generated corpora train on. The data and how it came to be:
 * `datasets/korean-english-written/`.
 *
 * @module
 */
import { readText } from "lib/platform/files.ts";
import { projectFile } from "lib/platform/project.ts";
import { parsePairs, type SentencePair } from "./pairs_file.ts";

/** The written pairs, split; a pair's `pattern` is its topic. */
export interface WrittenPairs {
  readonly train: readonly SentencePair[];
  readonly development: readonly SentencePair[];
  readonly test: readonly SentencePair[];
}

/**
 * Reads all splits.
 *
 * @example
 * ```ts
 * import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { test } = await loadWrittenPairs();
 * assertEquals(test.length, 521);
 * assertEquals(test[1].source, "주말에 뭐 했어?");
 * assertEquals(test[1].targets[0], "What did you do on the weekend?");
 * ```
 */
export async function loadWrittenPairs(): Promise<WrittenPairs> {
  const read = async (name: keyof WrittenPairs) =>
    parsePairs(await readText(projectFile(`datasets/korean-english-written/${name}.tsv`)));
  const [train, development, test] = await Promise.all([
    read("train"),
    read("development"),
    read("test"),
  ]);
  return { train, development, test };
}
