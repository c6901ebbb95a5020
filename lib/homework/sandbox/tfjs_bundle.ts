/**
 * tfjs as one file. A process of the sandbox that loads it starts in half the time and half the memory:
 * worth the two seconds of bundling where many processes follow.
 *
 * @module
 */
import { join } from "node:path";

const name = "@tensorflow/tfjs";

/**
 * The path of the bundle in `folder`, made there if it is missing. `target` is what the import map says of
 * tfjs: `npm:@tensorflow/tfjs@4.22.0`. Undefined where it cannot be made: Deno's bundler is downloaded on
 * first use.
 */
export async function tfjsBundle(folder: string, target: string): Promise<string | undefined> {
  const version = `${target.slice(target.lastIndexOf("@") + 1)}-deno-${Deno.version.deno}`;
  const path = join(folder, `tfjs-${version}.js`);
  if (await Deno.stat(path).then(() => true, () => false)) return path;
  await Deno.mkdir(folder, { recursive: true });
  const own = await Deno.makeTempDir({ dir: folder });
  try {
    await Deno.writeTextFile(
      join(own, "deno.json"),
      JSON.stringify({ imports: { [name]: target } }),
    );
    await Deno.writeTextFile(join(own, "tfjs.ts"), `export * from "${name}";\n`);
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["bundle", "--quiet", "--platform=deno", "--output=bundle.js", "tfjs.ts"],
      cwd: own,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    if (!success) return undefined;
    await Deno.rename(join(own, "bundle.js"), path);
    return path;
  } finally {
    await Deno.remove(own, { recursive: true });
  }
}
