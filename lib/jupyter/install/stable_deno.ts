/**
 * A path of Deno that lasts. `npx deno` runs from a cache that npm may empty at any time; a kernelspec that
 * points there would then stop working without explanation.
 *
 * @module
 */
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { makeFolderForAll, readableByAll } from "./files_for_all.ts";

/** Paths that package runners and systems clean up. */
const vanishingPaths =
  /[\\/](_npx|dlx-[^\\/]*|_cacache|\.bun[\\/]install[\\/]cache|tmp|temp)[\\/]/i;

/** True for paths that package runners and systems clean up. */
export function mayVanish(path: string, vanishing = vanishingPaths): boolean {
  return vanishing.test(path);
}

/**
 * This Deno's own path if it is a lasting one; else another Deno of the same version on the PATH; else a
 * copy in the user's data folder (or in `copyFolder`), which is made now. With `forAll`, only a Deno that
 * every user may run will do.
 */
export async function stableDeno(
  {
    own = Deno.execPath(),
    path = Deno.env.get("PATH") ?? "",
    copyFolder = defaultCopyFolder(),
    vanishing = vanishingPaths,
    forAll = false,
  }: {
    readonly own?: string;
    readonly path?: string;
    readonly copyFolder?: string;
    readonly vanishing?: RegExp;
    readonly forAll?: boolean;
  } = {},
): Promise<string> {
  const serves = async (deno: string) =>
    !mayVanish(deno, vanishing) && (!forAll || await readableByAll(deno));
  if (await serves(own)) return own;
  const program = Deno.build.os === "windows" ? "deno.exe" : "deno";
  for (const folder of path.split(delimiter)) {
    const candidate = await Deno.realPath(join(folder, program)).catch(() => undefined);
    if (!candidate || !await serves(candidate)) continue;
    if (await denoVersion(candidate) === Deno.version.deno) return candidate;
  }
  const folder = join(copyFolder, `deno-${Deno.version.deno}`);
  const copy = join(folder, program);
  if (await denoVersion(copy) === Deno.version.deno) return copy;
  if (forAll) await makeFolderForAll(folder);
  else await Deno.mkdir(folder, { recursive: true });
  await writeAtomically(copy, await Deno.readFile(own));
  if (Deno.build.os !== "windows") await Deno.chmod(copy, 0o755);
  return copy;
}

/** The version that the program at `path` reports; undefined if it does not run. */
export async function denoVersion(path: string): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command(path, {
      args: ["--version"],
      env: { NO_COLOR: "1" },
      stdin: "null",
      stderr: "null",
    }).output();
    if (!success) return undefined;
    return /^deno (\S+)/.exec(new TextDecoder().decode(stdout))?.[1];
  } catch {
    return undefined; // not there, or not a program
  }
}

function defaultCopyFolder(): string {
  if (Deno.build.os === "windows") {
    return join(Deno.env.get("LOCALAPPDATA") ?? join(homedir(), "AppData", "Local"), "deno-course");
  }
  return join(Deno.env.get("XDG_DATA_HOME") || join(homedir(), ".local", "share"), "deno-course");
}
