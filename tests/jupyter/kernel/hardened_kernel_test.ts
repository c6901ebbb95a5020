import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { messageHeader, parentId } from "lib/jupyter/protocol/messages.ts";
import { delay } from "lib/platform/waiting.ts";
import { said, withKernel } from "../with_kernel.ts";

Deno.test("hardened kernel: outputs of 60 queued cells are complete and in place", () =>
  withKernel(async (kernel) => {
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    const display = (n: number) =>
      `Deno.jupyter.broadcast("display_data",
        { data: { "text/plain": "${n}" }, metadata: {}, transient: {} })`;
    const results = await Promise.all(
      numbers.map((n) => kernel.execute(`console.log(${n}); await ${display(n)}; ${n}`)),
    );
    assertEquals(
      results.map(({ outputs }) => said(outputs)),
      numbers.map((n) => [`stdout: ${n}`, `display_data: ${n}`, `execute_result: ${n}`]),
    );
  }));

Deno.test("hardened kernel: errors name their place", () =>
  withKernel(async (kernel) => {
    const syntax = await kernel.execute("const a = 1;\nconst 나 = [1, 2;");
    assertEquals(syntax.status, "error");
    assertEquals(syntax.error?.evalue, "Expected ',', got ';' (line 2, column 16)");
    assertStringIncludes(syntax.error?.traceback.join("\n") ?? "", "^");
    const thrown = await kernel.execute("const b = 1;\n\nthrow new RangeError('too far')");
    assertEquals(said(thrown.outputs), ["RangeError: too far"]);
    assertEquals(thrown.error?.traceback, ["RangeError: too far", "    at this cell, line 3"]);
    // Types and blank lines are gone when the code runs, and short objects are spread over lines.
    const called = await kernel.execute(
      "const p = { a: 1, b: 2 };\n\nconst run = async () => {\n  await null;\n\n  g();\n};\n" +
        "function g(): never {\n  throw new Error('deep');\n}\nawait run();",
    );
    assertEquals(called.error?.traceback, [
      "Error: deep",
      "    at g (this cell, line 9)",
      "    at run (this cell, line 6)",
      "    at this cell, line 11",
    ]);
    const other = await kernel.execute("\n\ng()");
    assertEquals(other.error?.traceback, [
      "Error: deep",
      "    at g (cell [3], line 9)",
      "    at this cell, line 3",
    ]);
    const late = await kernel.execute(
      "setTimeout(() => { throw new Error('late') }, 20); await new Promise(r => setTimeout(r, 60));",
    );
    assertEquals(late.status, "ok");
    assertStringIncludes(said(late.outputs)[0], "late");
  }));

Deno.test("hardened kernel: Deno.test in a cell runs and reports", () =>
  withKernel(async (kernel) => {
    const passed = await kernel.execute("Deno.test('one is one', () => {}); 5");
    assertEquals(passed.status, "ok");
    assertEquals(said(passed.outputs), [
      "execute_result: 5",
      "stdout: one is one ... ok\n1 passed, 0 failed",
    ]);
    const failed = await kernel.execute(
      "Deno.test({ name: 'two', fn: async (t) => { await t.step('a', () => { throw 7 }) } });" +
        "Deno.test.ignore('three', () => {});",
    );
    assertEquals(failed.status, "error");
    assertEquals(said(failed.outputs), [
      "stdout:   a ... FAILED\ntwo ... FAILED\n7\nthree ... ignored\n0 passed, 1 failed, 1 ignored",
      "Error: 1 of 2 tests failed",
    ]);
  }));

Deno.test("hardened kernel: stop ends what a cell does or waits for, and keeps variables", () =>
  withKernel(async (kernel) => {
    await kernel.execute(
      "let count = 0; const kept = 41; const wait = (n) => new Promise(r => setTimeout(r, n));",
    );
    for (
      const endless of [
        "while (true) count++;",
        "await new Promise(() => {});",
        "while (true) { await null; count++; }",
        "async function train() { while (true) { await wait(1); count++; } } await train();",
        "for await (const x of (async function* () { while (true) yield wait(1); })()) count++;",
      ]
    ) {
      const running = kernel.execute(endless);
      await delay(150);
      await kernel.interrupt();
      const { status, outputs } = await running;
      assertEquals([status, said(outputs)], [
        "error",
        ["Interrupted: The cell was stopped. Variables are kept."],
      ], endless);
      // Nothing of it goes on behind the scenes, and awaiting works as before.
      const after = await kernel.execute(
        "{ const before = count; await wait(30); console.log(kept, count - before); }",
      );
      assertEquals(said(after.outputs), ["stdout: 41 0"], endless);
    }
  }));

Deno.test("hardened kernel: stop ends an endless printer and keeps variables", () =>
  withKernel(async (kernel) => {
    await kernel.execute("const kept = 41;");
    const running = kernel.execute("while (true) console.log('x'.repeat(1000));");
    await delay(1000);
    await kernel.interrupt();
    const { outputs } = await running;
    assertEquals(said(outputs).at(-1), "Interrupted: The cell was stopped. Variables are kept.");
    assertEquals(said((await kernel.execute("kept")).outputs), ["execute_result: 41"]);
  }));

Deno.test({
  name: "hardened kernel: SIGINT stops the cell, not the kernel",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withKernel(async (kernel) => {
      const { promise: began, resolve: onOutput } = Promise.withResolvers<unknown>();
      const running = kernel.execute(
        "let kept = 41; console.log('began'); await null; while (true);",
        {
          onOutput,
        },
      );
      await began;
      Deno.kill(kernel.pid, "SIGINT");
      const { outputs } = await running;
      assertEquals(said(outputs), [
        "stdout: began",
        "Interrupted: The cell was stopped. Variables are kept.",
      ]);
      assertEquals(said((await kernel.execute("kept")).outputs), ["execute_result: 41"]);
    }),
});

Deno.test("hardened kernel: library code hears of stop through the cell's stop signal", () =>
  withKernel(async (kernel) => {
    await kernel.execute(`let heard = "";
      const signal = globalThis[Symbol.for("course-stop-signal")];
      signal.addEventListener("abort", () => heard = signal.reason.name);`);
    const running = kernel.execute("await new Promise(() => {});");
    await delay(100);
    await kernel.interrupt();
    await running;
    const after = await kernel.execute(
      'heard + globalThis[Symbol.for("course-stop-signal")].aborted',
    );
    assertEquals(said(after.outputs), ['execute_result: "Interruptedfalse"']);
  }));

Deno.test("hardened kernel: the end of the inner kernel is explained, and a new one is ready", () =>
  withKernel(async (kernel) => {
    const { status, error } = await kernel.execute("Deno.kill(Deno.pid, 'SIGKILL'); while (true);");
    assertEquals([status, error?.ename], ["error", "KernelDied"]);
    assertStringIncludes(error?.evalue ?? "", "was killed");
    assertStringIncludes(error?.evalue ?? "", "variables are gone");
    assertEquals(said((await kernel.execute("1")).outputs), ["execute_result: 1"]);
  }));

Deno.test("hardened kernel: input, updates, clearing, large output", () =>
  withKernel(async (kernel) => {
    const asked = await kernel.execute("prompt('이름?')", { stdin: (prompt) => `${prompt} 나` });
    assertEquals(said(asked.outputs), ['execute_result: "이름? 나"']);
    const shown = (type: string, text: string) =>
      `await Deno.jupyter.broadcast("${type}",
        { data: { "text/plain": "${text}" }, metadata: {}, transient: { display_id: "x" } });`;
    await kernel.execute(shown("display_data", "a"));
    const updated = await kernel.execute(
      shown("display_data", "b") + shown("update_display_data", "c"),
    );
    assertEquals(said(updated.outputs), ["display_data: c"]);
    const cleared = await kernel.execute(
      "console.log(1); await Deno.jupyter.broadcast('clear_output', { wait: true }); console.log(2);",
    );
    assertEquals(said(cleared.outputs), ["stdout: 2"]);
    const long = await kernel.execute("console.log('x'.repeat(3_000_000)); 7");
    assertEquals(long.status, "ok");
    assertStringIncludes(said(long.outputs)[0], "prints more than 2 MB");
    assertEquals(said(long.outputs)[1], "execute_result: 7");
  }));

Deno.test("hardened kernel: cells queued behind a failed one are aborted, later ones run", () =>
  withKernel(async (kernel) => {
    const statuses = new Map<string, string>();
    const published: string[] = [];
    kernel.onMessage((channel, message) => {
      if (channel === "shell") statuses.set(parentId(message), `${message.content.status}`);
      if (channel === "iopub") published.push(`${parentId(message)} ${message.header.msg_type}`);
    });
    const send = (code: string) => {
      const header = messageHeader("execute_request", kernel.session, "learner");
      kernel.send("shell", { header, content: { code, stop_on_error: true } });
      return header.msg_id;
    };
    const fails = send("throw 1");
    const waits = send("1");
    const alsoWaits = send("2");
    while (!statuses.has(alsoWaits)) await delay(10);
    assertEquals(
      [fails, waits, alsoWaits].map((id) => statuses.get(id)),
      ["error", "aborted", "aborted"],
    );
    const later = send("3");
    while (!statuses.has(later)) await delay(10);
    assertEquals(statuses.get(later), "ok");
    assert(!published.includes(`${waits} execute_result`));
    assert(published.includes(`${later} execute_result`));
  }));
