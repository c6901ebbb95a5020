/**
 * Compiles the kernels, for `deno task kernels`.
 *
 * The compiled module is committed, so that nobody needs a compiler to run the course; a test compiles
 * it again and compares. The module imports tfjs's memory and works inside it. It therefore must not
 * carry data of its own, which would be written over tfjs's: the build refuses a data segment.
 *
 * @module
 */
import asc from "assemblyscript/asc";
import { UserError } from "lib/command.ts";
import type { Variant } from "./modules.ts";

const folder = new URL("assembly/", import.meta.url);

const entry: Readonly<Record<Variant["memory"], string>> = {
  own: "kernels.ts",
  shared: "threads.ts",
};

/**
 * Compiles one variant and returns the module's bytes. Throws a {@linkcode UserError} with the compiler's
 * words. `source` is where the AssemblyScript lies.
 */
export async function compile(
  { memory, simd }: Variant,
  source = folder,
): Promise<Uint8Array> {
  const made = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main([
    entry[memory],
    "--outFile",
    "kernels.wasm",
    "--textFile",
    "kernels.wat",
    "-O3",
    "--runtime",
    "stub",
    "--noAssert",
    "--enable",
    "simd",
    // The source asks which it may use.
    ...simd === "relaxed" ? ["--enable", "relaxed-simd"] : [],
    "--enable",
    "bulk-memory",
    "--importMemory",
    // In pages. tfjs's memory is larger; V8 leaves out a check at every access where it knows one page.
    "--initialMemory",
    "1",
    ...memory === "shared"
      ? ["--enable", "threads", "--sharedMemory", "--maximumMemory", "65536"]
      : [],
  ], {
    async readFile(name) {
      try {
        return unroll(await Deno.readTextFile(new URL(name, source)));
      } catch {
        return null;
      }
    },
    writeFile: (name, contents) => void made.set(name, contents),
    listFiles: () => [],
  });
  if (error) throw new UserError(`the kernels do not compile: ${error.message}\n${stderr}`);
  const module = made.get("kernels.wasm"), text = made.get("kernels.wat");
  if (!(module instanceof Uint8Array) || typeof text !== "string") {
    throw new Error(`expected a module and its text, got ${[...made.keys()].join(", ")}`);
  }
  refuseData(text);
  return module;
}

/** A loop to unroll: its indentation, how often, its body, and when it ends. */
const UNROLLED =
  /^( *)for \(;;\) \{ \/\/ unrolled (\d+) times\n([^]*?)^ *if \((.*)\) break;\n\1\}$/gm;

/**
 * Writes out the loops of an AssemblyScript source that say `for (;;) { // unrolled 4 times` and end with
 * `if (…) break;`: the body once, then a loop of so many copies, which may end after each. What
 * the body declares is its own: the end asks of what stands before the loop.
 */
export function unroll(source: string): string {
  return source.replaceAll(UNROLLED, (_, indent, times, body, end) => {
    const copy = `{\n${body}}\nif (${end}) break;\n`;
    return `${indent}{\n${body}}\nif (!(${end})) for (;;) {\n${copy.repeat(Number(times))}}`;
  });
}

/** Throws if a module (as WebAssembly text) has data of its own. */
export function refuseData(text: string): void {
  if (!text.includes("(data")) return;
  throw new UserError(
    "the kernels carry a data segment, which would overwrite tfjs's memory: " +
      "use no table, string or library function that brings one",
  );
}
