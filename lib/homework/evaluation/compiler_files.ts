/**
 * Where TypeScript's native compiler lies, and the types that it needs: in Deno's own store of packages.
 *
 * @module
 */
import "typescript-native"; // so that Deno fetches it
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";

/** What a package says about itself. */
interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The compiler's program for this machine; npm has one for each system that Deno runs on. */
export async function compilerPath(): Promise<string> {
  const { folderOf } = await readPackage("typescript-native");
  const folder = folderOf(`@typescript/typescript-${process.platform}-${process.arch}`);
  return join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
}

/** The folders of tfjs and of what it is made of, as `paths` of a tsconfig.json. */
export async function typePaths(): Promise<Record<string, string[]>> {
  const { folder, file, folderOf } = await readPackage("@tensorflow/tfjs");
  const parts = Object.keys(file.dependencies ?? {}).filter((name) =>
    name.startsWith("@tensorflow/")
  );
  return {
    "@tensorflow/tfjs": [folder],
    ...Object.fromEntries(parts.map((name) => [name, [folderOf(name)]])),
  };
}

/** A package of the import map: its folder, its package.json, and the folders of what it depends on. */
async function readPackage(name: string): Promise<{
  readonly folder: string;
  readonly file: PackageFile;
  folderOf(dependency: string): string;
}> {
  const path = `${name}/package.json`;
  const { default: file }: { default: PackageFile } = await import(path, {
    with: { type: "json" },
  });
  const require = createRequire(import.meta.resolve(path));
  const folderOf = (dependency: string): string =>
    dirname(require.resolve(`${dependency}/package.json`));
  return { folder: dirname(require.resolve("./package.json")), file, folderOf };
}
