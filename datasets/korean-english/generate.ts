/**
 * Writes the generated Korean–English corpus, or checks that the files are what the grammar makes.
 *
 * ```
 * deno run -A datasets/korean-english/generate.ts [--check]
 * ```
 *
 * @module
 */
import { runCommand } from "lib/command.ts";
import { writeOrCheck } from "../grammar/files.ts";
import { corpusFiles, makeKoreanEnglish } from "./corpus.ts";

if (import.meta.main) {
  await runCommand({
    name: "run -A datasets/korean-english/generate.ts",
    summary: "Makes the Korean–English corpus from its grammar.",
    usage: "[--check]",
    options: { check: { type: "flag", help: "compare with the files instead of writing them" } },
  }, async (args) => {
    const corpus = await makeKoreanEnglish();
    for (const [name, pairs] of Object.entries(corpus)) {
      console.log(`${name}: ${pairs.length} pairs`);
    }
    await writeOrCheck(new URL("./", import.meta.url), corpusFiles(corpus), args.flag("check"));
  });
}
