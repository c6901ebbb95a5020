import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertThrows } from "@std/assert";
import { KNOWN_TFJS, openHeap, UnknownBackendError } from "lib/engine/heap.ts";
import { ready } from "lib/tensor/ready.ts";

Deno.test("openHeap: tfjs is the version whose inside the engine knows", () => {
  assertEquals(
    tf.version.tfjs,
    KNOWN_TFJS,
    "tfjs was changed: check lib/engine/heap.ts against the new backend_wasm before pinning it",
  );
});

Deno.test("openHeap: a tensor lies where the heap says", async () => {
  await ready();
  const heap = openHeap(tf.backend());
  const tensor = tf.tensor1d([3, 1, 4, 1, 5]);
  assertEquals([...heap.floats(tensor)], [3, 1, 4, 1, 5]);
  assertEquals([...new Float32Array(heap.memory.buffer, heap.pointer(tensor), 5)], [3, 1, 4, 1, 5]);
  assertEquals(heap.isShared(tensor), false);
  const view = tf.reshape(tensor, [5, 1]);
  assertEquals(heap.isShared(tensor), true);
  tf.dispose([tensor, view]);
});

Deno.test("openHeap: another inside is refused with a clear word", () => {
  for (const backend of [undefined, {}, { wasm: {}, dataIdMap: {} }]) {
    assertThrows(
      () => openHeap(backend),
      UnknownBackendError,
      "Pin that version in lib/import_map.json",
    );
  }
});
