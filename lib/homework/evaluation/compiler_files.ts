/**
 * Where TypeScript's native compiler lies, and the types that it needs: in Deno's own store of packages.
 *
 * The compiler is fetched by the first check, not by the first start: it is large, and only homework needs
 * it. It therefore has a lock file of its own, `native_compiler.lock`.
 *
 * @module
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { projectConfig } from "../sandbox/project_config.ts";

/** What a package says about itself. */
interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
}

let compiler: Promise<string> | undefined;

/** The compiler's program for this machine; npm has one for each system that Deno runs on. */
export function compilerPath(): Promise<string> {
  return compiler ??= findCompiler();
}

async function findCompiler(): Promise<string> {
  let found = await compilerFolder(["--cached-only"]);
  if (found.folder === undefined) {
    console.error("Fetching TypeScript's native compiler (first check only)…");
    found = await compilerFolder([]);
  }
  if (found.folder === undefined) {
    throw new Error(`TypeScript's native compiler could not be fetched: ${found.error}`);
  }
  return join(found.folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
}

/** Asks another process, since a package that is loaded here would enter the lock file in use. */
async function compilerFolder(
  flags: readonly string[],
): Promise<{ readonly folder?: string; readonly error?: string }> {
  const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const { imports } = await projectConfig();
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--allow-all", "--no-config", "--frozen", ...flags],
      `--lock=${here("native_compiler.lock")}`,
      here("native_compiler.ts"),
      imports["typescript-native"],
      `@typescript/typescript-${process.platform}-${process.arch}`,
    ],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  return success
    ? { folder: decoder.decode(stdout).trim() }
    : { error: decoder.decode(stderr).trim().split("\n")[0] };
}

/** The folders of tfjs and of what it is made of, as `paths` of a tsconfig.json. */
export async function typePaths(): Promise<Record<string, string[]>> {
  const { folder, file, folderOf } = await readPackage("@tensorflow/tfjs");
  const parts = Object.keys(file.dependencies ?? {}).filter((name) =>
    name.startsWith("@tensorflow/")
  );
  return {
    "@tensorflow/tfjs": [folder],
    // Also what lies in them: the methods of tensors are declared in files of their own.
    ...Object.fromEntries(
      parts.flatMap((
        name,
      ) => [[name, [folderOf(name)]], [`${name}/*`, [join(folderOf(name), "*")]]]),
    ),
  };
}

/** A package of the import map: its folder, its package.json, and the folders of what it depends on. */
async function readPackage(name: string): Promise<{
  readonly folder: string;
  readonly file: PackageFile;
  folderOf(dependency: string): string;
}> {
  const { imports } = await projectConfig();
  const path = `${imports[name]}/package.json`;
  const { default: file }: { default: PackageFile } = await import(path, {
    with: { type: "json" },
  });
  const require = createRequire(import.meta.resolve(path));
  const folderOf = (dependency: string): string =>
    dirname(require.resolve(`${dependency}/package.json`));
  return { folder: dirname(require.resolve("./package.json")), file, folderOf };
}
