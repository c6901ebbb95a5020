/**
 * The compiled kernels come in several modules, one for each kind of machine.
 *
 * Relaxed SIMD multiplies and adds in one instruction that rounds once. Browsers without it (Safari is one)
 * get the same kernels in plain SIMD, which round twice: the last digits of their results differ.
 *
 * @module
 */
import { projectFile } from "lib/platform/project.ts";

/** What a machine has to have for a module. */
export interface Variant {
  /** Whether the module works in memory that threads share, or in the memory of tfjs's ordinary build. */
  readonly memory: "own" | "shared";
  /** Which vector instructions it uses. */
  readonly simd: Simd;
}

/** `relaxed` multiplies and adds at once, `plain` one after the other. */
export type Simd = "relaxed" | "plain";

/** All that there are. */
export const VARIANTS: readonly Variant[] = [
  { memory: "own", simd: "relaxed" },
  { memory: "shared", simd: "relaxed" },
  { memory: "own", simd: "plain" },
  { memory: "shared", simd: "plain" },
];

/** The file of a variant's module. */
export function moduleFile({ memory, simd }: Variant): string {
  const parts = ["kernels", ...simd === "plain" ? ["plain"] : []];
  if (memory === "shared") parts.push("threads");
  return projectFile(`lib/engine/${parts.join("_")}.wasm`);
}

/** A module of one function: magic number, version, type `() → v128`, function, code. */
const module = (...code: readonly number[]): Uint8Array<ArrayBuffer> =>
  // Type, function and code section; a body without locals, which ends with `end`.
  Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0],
    ...[10, code.length + 4, 1, code.length + 2, 0, ...code, 0x0b],
  );

/** `i8x16.splat(0)`. */
const splat = [0x41, 0, 0xfd, 0x0f];

/** What this machine's WebAssembly offers; undefined where it has no vectors at all. */
export function availableSimd(): Simd | undefined {
  // i32x4.relaxed_trunc_f32x4_s
  if (WebAssembly.validate(module(...splat, 0xfd, 0x81, 0x02))) return "relaxed";
  return WebAssembly.validate(module(...splat)) ? "plain" : undefined;
}
