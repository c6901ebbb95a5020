import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { input, KernelRegistry } from "lib/engine/registry.ts";
import { selfCheck } from "lib/engine/self_check.ts";
import { ready } from "lib/tensor/ready.ts";

Deno.test("selfCheck: right kernels pass, and the backend stays", async () => {
  await ready();
  assertEquals(await selfCheck(), undefined);
  assertEquals(tf.getBackend(), "wasm");
});

Deno.test("selfCheck: a kernel that computes something else is found", async () => {
  await ready();
  const registry = new KernelRegistry();
  registry.replace("Softmax", () => (call) => {
    const { shape, dtype } = input(call, "logits");
    return tf.zeros(shape, dtype);
  });
  try {
    assertStringIncludes(await selfCheck() ?? "", "differ from plain JavaScript");
  } finally {
    registry.restore();
  }
  registry.replace(
    "BatchMatMul",
    (stock) => (call) => call.attrs.transposeA ? tf.zeros([67, 83]) : stock(call),
  );
  try {
    assertEquals(await selfCheck(), "its matrix products are wrong");
  } finally {
    registry.restore();
  }
  assertEquals(await selfCheck(), undefined, "the registry is as it was");
});
