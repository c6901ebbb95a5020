/** `deno task translate` as a person and a script call it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { ready } from "lib/tensor/ready.ts";
import { knownPairs, tinyTranslator } from "./tiny_translator.ts";

const script = fileURLToPath(
  new URL("../../../lib/lessons/translation/translate_command.ts", import.meta.url),
);

async function translate(args: readonly string[], input = "") {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--quiet", script, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const [said, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, said, error };
}

Deno.test("translate: a line for each text or line, and nothing else", async () => {
  await ready();
  const folder = await Deno.makeTempDir();
  try {
    using translator = await tinyTranslator();
    await translator.save(`${folder}/`);
    const [first, second] = knownPairs;
    const [one, two] = [first.targets[0], second.targets[0]];
    const words = await translate([first.source, "", second.source, "--from", folder]);
    assertEquals([words.code, words.said], [0, `${one}\n\n${two}\n`]);
    const lines = await translate(
      ["--from", folder],
      `${first.source}\r\n\n   \n${second.source}\n${first.source}`,
    );
    assertEquals([lines.code, lines.said], [0, `${one}\n\n\n${two}\n${one}\n`]);
    assertEquals((await translate(["--from", folder])).said, "");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("translate: errors say what was expected, on standard error", async () => {
  const missing = await translate(["안녕", "--from", "/nowhere"]);
  assertEquals([missing.code, missing.said], [1, ""]);
  assertStringIncludes(missing.error, "Expected a translator in /nowhere/");
  const option = await translate(["--fast"]);
  assertEquals([option.code, option.said], [2, ""]);
  assertStringIncludes(option.error, "--fast");
});
