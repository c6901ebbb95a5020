import { assert, assertEquals } from "@std/assert";
import { said, withKernel } from "../with_kernel.ts";

Deno.test("KernelClient: heartbeat, restart, time limit", () =>
  withKernel(async (kernel) => {
    assert(await kernel.heartbeat() < 2000);
    await kernel.execute("const before = 1;");
    const { status, outputs } = await kernel.execute("while (true);", { timeout: 200 });
    assertEquals([status, said(outputs).length], ["timeout", 1]);
    await kernel.restart();
    assertEquals(said((await kernel.execute("typeof before")).outputs), [
      'execute_result: "undefined"',
    ]);
  }));
