/** Rules of a class, written for a test. */
import { join } from "node:path";
import { homework as scaling } from "lib/homework/exercises/04/homework.ts";
import { homework as heads } from "lib/homework/exercises/05/homework.ts";
import { type Policy, readPolicy } from "lib/homework/grading/marks/policy.ts";
import { temporaryFolder } from "../../submission.ts";

/** Reads rules from files with these texts. */
export async function readRules(
  rules: unknown,
  files: Readonly<Record<string, string>> = {},
): Promise<Policy> {
  await using folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder.path, name), text);
  }
  const path = join(folder.path, "grading.json");
  await Deno.writeTextFile(path, typeof rules === "string" ? rules : JSON.stringify(rules));
  return await readPolicy(path, [scaling, heads]);
}
