/**
 * What the course's deno.json and import map say, for the stages that homework runs on.
 *
 * @module
 */
import { dirname, join } from "node:path";
import ts from "typescript";
import { projectFolder } from "lib/platform/project.ts";

/** What a stage takes from the project's configuration. */
export interface ProjectConfig {
  /** The import map: names in import statements to packages and folders. */
  readonly imports: Readonly<Record<string, string>>;
  /** How strictly types are checked. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

let config: Promise<ProjectConfig> | undefined;

/** The project's configuration, read once. */
export function projectConfig(): Promise<ProjectConfig> {
  return config ??= readConfig();
}

async function readConfig(): Promise<ProjectConfig> {
  const path = join(projectFolder, "deno.json");
  const { importMap, compilerOptions } = await readJson(path);
  const { imports } = await readJson(join(dirname(path), importMap ?? ""));
  if (!imports) throw new Error(`expected imports in the import map of ${path}`);
  return { imports, compilerOptions };
}

/** With TypeScript's reader, since these files may hold comments and trailing commas. */
async function readJson(path: string): Promise<Partial<ProjectConfig> & { importMap?: string }> {
  const { config } = ts.parseConfigFileTextToJson(path, await Deno.readTextFile(path));
  return config ?? {};
}
