import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { ExecuteResult } from "lib/jupyter/client/cell_executor.ts";
import type { KernelClient } from "lib/jupyter/client/kernel_client.ts";
import { delay } from "lib/platform/waiting.ts";
import { said, withKernel } from "../with_kernel.ts";

// The kernel inside is found through /proc, as Linux has it.
const ignore = Deno.build.os !== "linux";

/** How often each fault is tried. */
const rounds = Number(Deno.env.get("KERNEL_FAULT_ROUNDS") ?? 2);

const interrupted = "Interrupted: The cell was stopped. Variables are kept.";

/** The stock kernel inside the hardened one. */
function innerPid(kernel: KernelClient): number {
  const children = Deno.readTextFileSync(`/proc/${kernel.pid}/task/${kernel.pid}/children`);
  const found = children.trim().split(" ").map(Number).find((pid) =>
    Deno.readTextFileSync(`/proc/${pid}/cmdline`).includes("--kernel")
  );
  assert(found !== undefined, "expected a kernel within the kernel");
  return found;
}

/** Runs `code`, and calls `fault` when it has printed `lines` lines. */
async function during(
  kernel: KernelClient,
  code: string,
  lines: number,
  fault: () => void,
): Promise<ExecuteResult> {
  let done = false;
  return await kernel.execute(code, {
    onOutput: ([output]) => {
      if (done || output.output_type !== "stream") return;
      if (output.text.split("\n").length <= lines) return;
      done = true;
      fault();
    },
  });
}

const training =
  "for (let step = 1; ; step++) { console.log(step); await new Promise((r) => setTimeout(r, 5)); }";

Deno.test({
  name: "hardened kernel: the inner kernel is killed in a cell: output stays, a word, a new kernel",
  ignore,
  fn: () =>
    withKernel(async (kernel) => {
      for (let round = 0; round < rounds; round++) {
        const { status, outputs, error } = await during(
          kernel,
          training,
          7,
          () => Deno.kill(innerPid(kernel), "SIGKILL"),
        );
        assertEquals([status, error?.ename], ["error", "KernelDied"]);
        assertStringIncludes(error?.evalue ?? "", "killed (SIGKILL)");
        assertStringIncludes(error?.evalue ?? "", "variables are gone");
        const lines = said(outputs)[0].slice("stdout: ".length).split("\n").map(Number);
        assert(lines.length >= 7);
        assertEquals(lines, lines.map((_, index) => index + 1));
        assertEquals(said((await kernel.execute("6 * 7")).outputs), ["execute_result: 42"]);
      }
    }),
});

Deno.test({
  name: "hardened kernel: it is killed itself in a cell: who ran the cell hears of it",
  ignore,
  fn: () =>
    withKernel(async (kernel) => {
      for (let round = 0; round < rounds; round++) {
        const printed: string[] = [];
        const failure = await kernel.execute(training, {
          onOutput: ([output]) => {
            if (output.output_type === "stream") printed.push(output.text);
            if (printed.length === 3) Deno.kill(kernel.pid, "SIGKILL");
          },
        }).then(() => undefined, (error: Error) => error);
        assertEquals(failure?.name, "KernelDied");
        assertStringIncludes(failure?.message ?? "", "killed (SIGKILL)");
        assertStringIncludes(printed.at(-1) ?? "", "1\n2\n");
        await kernel.restart();
        assertEquals(said((await kernel.execute("6 * 7")).outputs), ["execute_result: 42"]);
      }
    }),
});

Deno.test("hardened kernel: out of memory in a cell: output stays, a word, a new kernel", () =>
  withKernel(async (kernel) => {
    for (let round = 0; round < rounds; round++) {
      const { status, outputs } = await kernel.execute(
        "console.log('before'); const all = []; while (true) all.push(new Array(1e5).fill(1.5));",
      );
      assertEquals(status, "error");
      const [printed, death] = said(outputs);
      assertEquals(printed, "stdout: before");
      assertStringIncludes(death, "KernelDied: The kernel ran out of memory. Use smaller arrays");
      assertEquals(said((await kernel.execute("6 * 7")).outputs), ["execute_result: 42"]);
    }
  }, { env: { DENO_V8_FLAGS: "--max-old-space-size=160" } }));

Deno.test("hardened kernel: a storm of stops ends cells only, and variables stay", () =>
  withKernel(async (kernel) => {
    await kernel.execute("let kept = 41;");
    for (let round = 0; round < rounds; round++) {
      const storm = () => Array.from({ length: 20 }, () => kernel.interrupt());
      const endless = await during(kernel, "console.log(1); while (true);", 1, storm);
      assertEquals(said(endless.outputs).at(-1), interrupted);
      // Stops that hit the ends and beginnings of short cells.
      const short = Array.from(
        { length: 13 },
        () => kernel.execute("for (let n = 0; n < 1e5; n++) Math.random(); await null; kept"),
      );
      for (let count = 0; count < 13; count++) {
        await delay(10);
        kernel.interrupt().catch(() => {});
      }
      for (const { outputs } of await Promise.all(short)) {
        assertEquals(said(outputs), [
          outputs[0]?.output_type === "error" ? interrupted : "execute_result: 41",
        ]);
      }
      assertEquals(said((await kernel.execute("kept")).outputs), ["execute_result: 41"]);
    }
  }));

Deno.test("hardened kernel: a cell that swallows its stop loses its kernel, and is told so", () =>
  withKernel(async (kernel) => {
    const { outputs } = await during(
      kernel,
      "console.log(1); while (true) { try { await new Promise(() => {}); } catch {} }",
      1,
      () => void kernel.interrupt(),
    );
    assertStringIncludes(said(outputs).at(-1) ?? "", "variables are gone");
    assertEquals(said((await kernel.execute("6 * 7")).outputs), ["execute_result: 42"]);
  }));
