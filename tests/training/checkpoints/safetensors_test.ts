import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { readSafetensors, writeSafetensors } from "lib/training/checkpoints/safetensors.ts";

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await act(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const content = {
  arrays: new Map([
    ["encoder.weights", {
      shape: [2, 3],
      data: Float32Array.of(0.1, -0, 1e-45, 3.4e38, NaN, Infinity),
    }],
    ["빈 배열", { shape: [0, 5], data: new Float32Array(0) }],
    ["scalar", { shape: [], data: Float32Array.of(7) }],
  ]),
  metadata: { step: "17", note: '한글 "quoted"' },
};

Deno.test("safetensors: what was written is read back, every bit, in order", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "new", "folder", "모델.safetensors");
    await writeSafetensors(path, content);
    const { arrays, metadata } = await readSafetensors(path);
    assertEquals([...arrays.keys()], [...content.arrays.keys()]);
    for (const [name, { shape, data }] of content.arrays) {
      assertEquals(arrays.get(name)?.shape, shape);
      const bits = (array: Float32Array = new Float32Array()) => [...new Uint32Array(array.buffer)];
      assertEquals(bits(arrays.get(name)?.data), bits(data));
    }
    assertEquals(metadata, content.metadata);
  });
});

Deno.test("safetensors: the bytes are the published format's", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "one.safetensors");
    await writeSafetensors(path, {
      arrays: new Map([["w", { shape: [1, 2], data: Float32Array.of(1, 2) }]]),
      metadata: { a: "b" },
    });
    const header =
      `{"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}`;
    const length = Math.ceil(header.length / 8) * 8;
    assertEquals([...await Deno.readFile(path)], [
      ...[length, 0, 0, 0, 0, 0, 0, 0],
      ...new TextEncoder().encode(header.padEnd(length)),
      ...[0, 0, 0x80, 0x3f, 0, 0, 0, 0x40], // 1 and 2 in float32, little-endian
    ]);
  });
});

Deno.test("safetensors: half precision takes half of the space and rounds", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "half.safetensors");
    const data = Float32Array.of(1 / 3, -0, 65_504, 1e-9, 1e6, NaN);
    const arrays = new Map([["w", { shape: [2, 3], data }]]);
    await writeSafetensors(path, { arrays, metadata: {} });
    const { size } = await Deno.stat(path);
    await writeSafetensors(path, { arrays, metadata: {} }, "F16");
    assertEquals(size - (await Deno.stat(path)).size, 2 * data.length);
    const read = (await readSafetensors(path)).arrays.get("w");
    assertEquals(read?.shape, [2, 3]);
    assertEquals([...read?.data ?? []], [
      ...Float32Array.of(1365 / 4096, -0, 65_504, 0, Infinity, NaN),
    ]);
  });
});

Deno.test("safetensors: a cut or foreign file is refused, wherever it is cut", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "whole.safetensors");
    await writeSafetensors(path, content);
    const whole = await Deno.readFile(path);
    const cut = join(folder, "cut.safetensors");
    for (const length of [0, 7, 20, whole.length - 1]) {
      await Deno.writeFile(cut, whole.subarray(0, length));
      await assertRejects(() => readSafetensors(cut), SyntaxError, cut);
    }
    await Deno.writeTextFile(cut, "This is a text file, and a rather long one.");
    await assertRejects(() => readSafetensors(cut), SyntaxError, "its header is cut off");
  });
});

Deno.test("safetensors: a write that fails leaves the old file and no other", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "kept.safetensors");
    await writeSafetensors(path, content);
    await Deno.mkdir(`${path}.part`); // where the new file would be made
    await assertRejects(() => writeSafetensors(path, { arrays: new Map(), metadata: {} }));
    assertEquals((await readSafetensors(path)).metadata, content.metadata);
  });
});
