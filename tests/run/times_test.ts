import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { stageNames, testFilesBelow } from "./jobs.ts";
import { expectedSeconds, keepTimes, readTimes, usual } from "./times.ts";

Deno.test("keepTimes: new times replace old ones; a broken file is none", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "new", "times.json");
    assertEquals(await readTimes(file), {});
    await keepTimes({ a: 1, b: 2 }, file);
    await keepTimes({ b: 3 }, file);
    assertEquals(await readTimes(file), { b: 3 });
    await Deno.writeTextFile(file, `{"a": "long", "b": 2}`);
    assertEquals(await readTimes(file), { b: 2 });
    await Deno.writeTextFile(file, `{"a":`);
    assertEquals(await readTimes(file), {});
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("expectedSeconds: as kept, else as is usual for the file or its folder", () => {
  const kept = { "tests/lab/front/x_test.ts": 7 };
  assertEquals(expectedSeconds("tests/lab/front/x_test.ts", kept), 7);
  assertEquals(expectedSeconds("tests/lab/front/y_test.ts", kept), usual["tests/lab/front/"]);
  assertEquals(expectedSeconds("tests/z_test.ts", kept), usual["tests/"]);
  assertEquals(expectedSeconds("notebooks", kept), usual["notebooks"]);
});

Deno.test("usual: every name is that of a stage, or begins the path of a test file", async () => {
  const names = [...stageNames, ...await testFilesBelow("tests")];
  const stray = Object.keys(usual).filter((start) => !names.some((name) => name.startsWith(start)));
  assertEquals(stray, []);
});
