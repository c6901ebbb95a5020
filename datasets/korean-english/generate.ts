/**
 * Writes the generated Korean–English corpus, or checks that the files are what the grammar makes.
 *
 * ```
 * deno run -A datasets/korean-english/generate.ts [--check]
 * ```
 *
 * @module
 */
import { runCommand, UserError } from "lib/command.ts";
import { checksums, corpusFiles, makeKoreanEnglish } from "./corpus.ts";

const folder = new URL("./", import.meta.url);

async function main(check: boolean): Promise<void> {
  const corpus = await makeKoreanEnglish();
  const files = corpusFiles(corpus);
  const all = new Map([...files, ["SHA256SUMS", await checksums(files)]]);
  for (const [name, text] of all) {
    const place = new URL(name, folder);
    if (check) {
      if (await Deno.readTextFile(place) !== text) {
        throw new UserError(
          `${name} differs from what the grammar makes; run this without --check.`,
        );
      }
      continue;
    }
    const draft = new URL(`${name}.part`, folder);
    await Deno.writeTextFile(draft, text);
    await Deno.rename(draft, place);
  }
  for (const [name, pairs] of Object.entries(corpus)) console.log(`${name}: ${pairs.length} pairs`);
  console.log(all.get("SHA256SUMS")?.trim());
}

if (import.meta.main) {
  await runCommand({
    name: "run -A datasets/korean-english/generate.ts",
    summary: "Makes the Korean–English corpus from its grammar.",
    usage: "[--check]",
    options: { check: { type: "flag", help: "compare with the files instead of writing them" } },
  }, (args) => main(args.flag("check")));
}
