/**
 * Whether an installed kernel works: what its kernelspec names is there and lasts, and a cell runs.
 *
 * @module
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KernelClient } from "../client/kernel_client.ts";
import { asString, type JsonObject } from "../format/json.ts";
import { readableByAll } from "./files_for_all.ts";
import {
  courseKernel,
  defaultKernel,
  isOurs,
  kernelArguments,
  readKernelspec,
} from "./kernelspec.ts";
import { denoVersion, mayVanish } from "./stable_deno.ts";

/** What was found under one name. */
export interface KernelFinding {
  readonly name: string;
  /** Path of the `kernel.json`. */
  readonly path: string;
  /** Why it would not work; undefined if it does. */
  readonly problem?: string;
  /** What it runs and how fast, if it works. */
  readonly report?: string;
}

/**
 * Checks every kernelspec of ours in `folder` by starting it as a front end would and running a cell.
 * `forAll` also asks that every user of the machine could start it.
 */
export async function checkKernels(folder: string, forAll: boolean): Promise<KernelFinding[]> {
  const findings: KernelFinding[] = [];
  for (const name of [courseKernel, defaultKernel]) {
    const spec = await readKernelspec(folder, name);
    if (!spec || !isOurs(spec)) continue;
    const path = join(folder, name, "kernel.json");
    const problem = await problemOf(spec, path, forAll);
    findings.push({ name, path, ...(problem ? { problem } : await tryOut(spec)) });
  }
  return findings;
}

/** Why a kernelspec would not start; undefined if it looks well. */
async function problemOf(
  spec: JsonObject,
  path: string,
  forAll: boolean,
): Promise<string | undefined> {
  const [deno = "", ...args] = kernelArguments(spec);
  const version = await denoVersion(deno);
  if (version === undefined) return `${deno} does not run`;
  if (mayVanish(deno)) return `${deno} is in a cache that may vanish`;
  const main = args.find((arg) => arg.endsWith(".ts")) ?? "";
  const there = await Deno.stat(main).then((info) => info.isFile, () => false);
  if (!there) return `${main || "the kernel's file"} is not there any more`;
  if (version !== Deno.version.deno) {
    return `it runs Deno ${version}; the course was made for ${Deno.version.deno}`;
  }
  for (const file of forAll ? [path, deno, main] : []) {
    if (!await readableByAll(file)) return `other users may not read ${file}`;
  }
  return undefined;
}

/** Starts the kernel by its own command line and runs a cell with a stream and a result. */
async function tryOut(spec: JsonObject): Promise<Pick<KernelFinding, "problem" | "report">> {
  const start = performance.now();
  try {
    await using kernel = await KernelClient.start({ cwd: tmpdir(), argv: kernelArguments(spec) });
    const started = performance.now();
    const { outputs } = await kernel.execute("console.log('printed');\n6 * 7");
    const ended = performance.now();
    const seen = outputs.map((output) =>
      output.output_type === "stream" ? output.text.trim() : JSON.stringify(output)
    );
    const [stream, result = ""] = seen;
    if (seen.length !== 2 || stream !== "printed" || !result.includes('"text/plain":"42"')) {
      return { problem: `a cell did not show what it should: ${seen.join(", ") || "nothing"}` };
    }
    const version = asString(kernel.info.implementation_version, "of an unknown version");
    return {
      report: `Deno ${version}, started in ${Math.round(started - start)} ms, ` +
        `a cell ran in ${Math.round(ended - started)} ms`,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
