/**
 * `deno task corpora`: makes the generated data sets, or checks that the files are what is generated.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeOrCheck } from "./grammar/files.ts";
import { corpusFiles, makeKoreanEnglish } from "./korean-english/corpus.ts";
import { everydayCorpusFiles, makeEveryday } from "./korean-english-everyday/corpus.ts";
import { makeStories, storyFiles } from "./stories/corpus.ts";
import { makeTales, taleFiles } from "./tales/corpus.ts";

/** The files of each generated data set, by the name of its folder. */
const generators: Readonly<Record<string, () => Promise<ReadonlyMap<string, string>>>> = {
  "korean-english": async () => corpusFiles(await makeKoreanEnglish()),
  "korean-english-everyday": async () => everydayCorpusFiles(await makeEveryday()),
  stories: () => Promise.resolve(storyFiles(makeStories())),
  tales: () => Promise.resolve(taleFiles(makeTales())),
};

const names = Object.keys(generators).join(", ");

const spec: CommandSpec = {
  name: "corpora",
  summary: "Makes the generated data sets from their grammar, with their checksums.",
  usage: "[NAME…] [--check]",
  options: { check: { type: "flag", help: "compare with the files instead of writing them" } },
  notes: `NAME is one of ${names}; all of them without one.
A changed file needs its new SHA-256 in the data set's README.md.`,
};

async function main({ words, flag }: Arguments): Promise<void> {
  const unknown = words.filter((word) => !(word in generators));
  if (unknown.length > 0) {
    throw new UserError(`Expected data sets out of ${names}; got ${unknown.join(", ")}.`);
  }
  for (const name of words.length > 0 ? words : Object.keys(generators)) {
    console.log(`${name}:`);
    const files = await generators[name]();
    await writeOrCheck(new URL(`${name}/`, import.meta.url), files, flag("check"));
  }
}

if (import.meta.main) await runCommand(spec, main);
