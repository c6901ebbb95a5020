import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type AdapterInfo, adapterName, isSoftware } from "lib/engine/webgpu.ts";

/** As a native driver describes a card. */
const CARD: AdapterInfo = {
  vendor: "4318",
  architecture: "",
  device: "9864",
  description: "NVIDIA GeForce RTX 4060",
  isFallbackAdapter: false,
};

Deno.test("isSoftware: a card is none, a fallback and the known imitations are", () => {
  assertEquals(isSoftware(CARD), false);
  assertEquals(isSoftware({ ...CARD, isFallbackAdapter: true }), true);
  for (
    const description of [
      "llvmpipe (LLVM 15.0.6, 256 bits)",
      "SwiftShader Device (Subzero)",
      "Microsoft Basic Render Driver",
      "WARP",
    ]
  ) assert(isSoftware({ ...CARD, description }), description);
  assertEquals(isSoftware({ ...CARD, description: "Warpdrive 9000" }), false);
});

Deno.test("adapterName: the description, or what there is instead", () => {
  assertEquals(adapterName(CARD), "NVIDIA GeForce RTX 4060");
  const bare = { ...CARD, description: "" };
  assertEquals(adapterName({ ...bare, vendor: "apple", architecture: "metal-3" }), "apple metal-3");
  assertEquals(adapterName({ ...bare, vendor: "" }), "unnamed adapter");
  assertEquals(
    adapterName({ ...CARD, description: "llvmpipe", isFallbackAdapter: true }),
    "llvmpipe, software on the processor",
  );
});

/** Runs on whatever the machine has: a card, a software adapter (slow) or none. */
Deno.test("webgpu: right numbers and a clear word for dataSync, or a fall back", async () => {
  const script = fileURLToPath(new URL("webgpu_program.ts", import.meta.url));
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script],
    env: { COURSE_BACKEND: "webgpu", COURSE_THREADS: "" },
    // A broken driver must not hold the tests up.
    signal: AbortSignal.timeout(120_000),
  }).output();
  const text = new TextDecoder().decode(stdout);
  assert(text, new TextDecoder().decode(stderr));
  const { name, description, product, gradient, synchronous } = JSON.parse(text);
  assertEquals(product, [7, 10, 15, 22]);
  assertEquals(gradient, [2, 4, 6, 8]);
  if (name === "webgpu") {
    assertStringIncludes(description, "read numbers with await data()");
    assertStringIncludes(synchronous, "use `await tensor.data()`");
  } else {
    assertStringIncludes(description, "webgpu passed over: ");
    assertEquals(synchronous, [8, 11, 16, 23]);
  }
});
