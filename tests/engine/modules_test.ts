import { assertEquals } from "@std/assert";
import { availableSimd, moduleFile, type Simd, VARIANTS } from "lib/engine/modules.ts";

/** What `availableSimd` says where WebAssembly refuses modules that `accepts` refuses. */
function simdWhere(accepts: (bytes: Uint8Array) => boolean): Simd | undefined {
  const { validate } = WebAssembly;
  WebAssembly.validate = (source) =>
    source instanceof Uint8Array && accepts(source) && validate(source);
  try {
    return availableSimd();
  } finally {
    WebAssembly.validate = validate;
  }
}

Deno.test("availableSimd: all that the machine has, and less where it has less", () => {
  // Opcodes from 0x100 on are relaxed SIMD's.
  const isRelaxed = (bytes: Uint8Array) =>
    bytes.some((byte, i) => byte === 0xfd && bytes[i + 2] === 2 && bytes[i + 1] >= 0x80);
  assertEquals(simdWhere(() => true), "relaxed");
  assertEquals(simdWhere((bytes) => !isRelaxed(bytes)), "plain");
  assertEquals(simdWhere((bytes) => !bytes.includes(0xfd)), undefined);
});

Deno.test("moduleFile: a module of its own for each variant, which its machine accepts", async () => {
  const files = VARIANTS.map(moduleFile);
  assertEquals(new Set(files).size, 4);
  for (const file of files) {
    assertEquals(WebAssembly.validate(await Deno.readFile(file)), true, file);
  }
});
