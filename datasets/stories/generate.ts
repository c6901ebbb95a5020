/**
 * Writes the stories, or checks that the files are what is generated.
 *
 * ```
 * deno run -A datasets/stories/generate.ts [--check]
 * ```
 *
 * @module
 */
import { runCommand } from "lib/command.ts";
import { writeOrCheck } from "../grammar/files.ts";
import { makeStories, storyFiles } from "./corpus.ts";

if (import.meta.main) {
  await runCommand(
    {
      name: "run -A datasets/stories/generate.ts",
      summary: "Makes the short stories from their grammar.",
      usage: "[--check]",
      options: { check: { type: "flag", help: "compare with the files instead of writing them" } },
    },
    (args) =>
      writeOrCheck(new URL("./", import.meta.url), storyFiles(makeStories()), args.flag("check")),
  );
}
