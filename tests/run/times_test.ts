import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { stageNames, testFilesBelow } from "./jobs.ts";
import { expectedSeconds, keepTimes, readTimes, usual } from "./times.ts";

Deno.test("keepTimes: new times replace old ones and leave others; a broken file is none", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "new", "times.json");
    assertEquals(await readTimes(file), {});
    await keepTimes({ a: 1, b: 2 }, file);
    await keepTimes({ b: 3 }, file);
    assertEquals(await readTimes(file), { a: 1, b: 3 });
    await Deno.writeTextFile(file, `{"a": "long", "b": 2}`);
    assertEquals(await readTimes(file), { b: 2 });
    await Deno.writeTextFile(file, `{"a":`);
    assertEquals(await readTimes(file), {});
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("expectedSeconds: as kept, else as usual, else short", () => {
  assertEquals(expectedSeconds("tests/x_test.ts", { "tests/x_test.ts": 7 }), 7);
  assertEquals(expectedSeconds("tests/x_test.ts", {}) < 1, true);
  assertEquals(expectedSeconds("notebooks", {}) > 10, true);
});

Deno.test("usual: names stages and test files that exist", async () => {
  const names = new Set<string>([...stageNames, ...await testFilesBelow("tests")]);
  assertEquals(Object.keys(usual).filter((name) => !names.has(name)), []);
});
