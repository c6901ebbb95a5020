import { assertEquals } from "@std/assert";
import { typescriptFiles } from "./modules.ts";

/** The folders whose functions notebooks call, and lib/'s own files. */
const publicFolders = [
  "tensor",
  "nn",
  "attention",
  "models",
  "training",
  "decoding",
  "plots",
];

/**
 * Constructors and methods are documented where there is something to say. Whatever is exported, and each
 * field (its unit, its axes, its default), always is.
 */
const undocumentedMember = /^error\[missing-jsdoc\][^]*?\n *\d+ \|\s{2,}(?!readonly )\S/;

Deno.test("deno doc --lint: what the library exports is documented, and every field of it", async () => {
  const files = (await typescriptFiles("lib/")).filter((url) => {
    const parts = url.split("/lib/")[1].split("/");
    return parts.length === 1 || publicFolders.includes(parts[0]);
  });
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--lint", ...files],
    env: { NO_COLOR: "1" },
    stdout: "null",
  }).output();
  // The linter calls types of npm packages, such as tf.Tensor, private; everything else must be clean.
  const found = new TextDecoder().decode(stderr).split(/\n(?=error\[)/)
    .filter((block) => /^error\[/.test(block))
    .filter((block) => !undocumentedMember.test(block))
    .filter((block) =>
      !/^error\[private-type-ref\].*'(Tensor|Variable|Scalar|Layout|Data|Config)'/.test(block)
    );
  assertEquals(found, []);
});
