/**
 * Prints the folder of a package's dependency, fetching both if need be: run by `compiler_files.ts` in a
 * process of its own, whose lock file lists nothing else.
 *
 * ```
 * deno run --lock=native_compiler.lock native_compiler.ts npm:typescript@7.0.2 @typescript/…-linux-x64
 * ```
 *
 * @module
 */
import { createRequire } from "node:module";
import { dirname } from "node:path";

const [specifier, dependency] = Deno.args;
const path = `${specifier}/package.json`;
await import(path, { with: { type: "json" } });
const require = createRequire(import.meta.resolve(path));
console.log(dirname(require.resolve(`${dependency}/package.json`)));
