import { assertEquals, assertFalse } from "@std/assert";
import { forOlderEngines } from "lib/site/build/older_engines.ts";
import { compileCell } from "lib/site/kernel/compile.ts";

Deno.test("forOlderEngines: what is used is left at the block's end, without the word using", async () => {
  const text = forOlderEngines(`
    export const log = [];
    {
      using door = { [Symbol.dispose]: () => log.push("left") };
      log.push("inside");
    }
    log.push("outside");`);
  assertFalse(/\busing\b/.test(text));
  const { log } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  assertEquals(log, ["inside", "left", "outside"]);
});

Deno.test("compileCell: using lasts beyond the cell at its top, and to the block's end below, in any engine", async () => {
  const cell =
    `using door = {}; { using window = { [Symbol.dispose]: () => log.push("left") }; } 42`;
  for (const mayUse of [true, false]) {
    const log: string[] = [];
    const { code, names } = await compileCell(cell, mayUse);
    assertEquals(names, ["door"]);
    assertEquals(/\busing\b/.test(code), mayUse);
    const run = new Function("log", "door", `return eval(${JSON.stringify(code)})()`);
    assertEquals([await run(log, undefined), log], [42, ["left"]]);
  }
});
