/**
 * What the course's deno.json says, for the stages that homework runs on.
 *
 * @module
 */
import { join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";
import ts from "typescript";

/** What a stage takes from the project's deno.json. */
export interface ProjectConfig {
  /** The import map: names in import statements to packages and folders. */
  readonly imports: Readonly<Record<string, string>>;
  /** How strictly types are checked. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

let config: Promise<ProjectConfig> | undefined;

/** The project's deno.json, read once. */
export function projectConfig(): Promise<ProjectConfig> {
  return config ??= readConfig();
}

async function readConfig(): Promise<ProjectConfig> {
  const path = join(projectFolder, "deno.json");
  // TypeScript's reader, since deno.json may hold comments and trailing commas.
  const { config }: { config?: ProjectConfig } = ts.parseConfigFileTextToJson(
    path,
    await Deno.readTextFile(path),
  );
  if (!config?.imports) throw new Error(`expected imports in ${path}`);
  return config;
}
