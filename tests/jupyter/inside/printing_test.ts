import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { mostDisplays } from "lib/jupyter/inside/output_limits.ts";
import { delay } from "lib/platform/waiting.ts";
import { said, withKernel } from "../with_kernel.ts";

Deno.test("hardened kernel: much that is printed stays in order, in few messages", () =>
  withKernel(async (kernel) => {
    let messages = 0;
    kernel.onMessage((_, { header }) => {
      if (header.msg_type === "stream") messages++;
    });
    const { outputs } = await kernel.execute(
      `for (let i = 0; i < 20_000; i++) console.log("line", i, [i]);
       console.table([{ a: 1 }]);
       for (let i = 0; i < 1000; i++) process.stdout.write(i + " ");
       "the result"`,
    );
    const [printed, result] = said(outputs);
    const lines = printed.slice("stdout: ".length).split("\n");
    assertEquals(
      lines.slice(0, 20_000),
      Array.from({ length: 20_000 }, (_, i) => `line ${i} [ ${i} ]`),
    );
    assertStringIncludes(lines[20_001], "(idx)");
    assertEquals(lines.at(-1), Array.from({ length: 1000 }, (_, i) => i).join(" "));
    assertEquals(result, 'execute_result: "the result"');
    assert(messages < 500, `${messages} messages`);
  }));

Deno.test("hardened kernel: formats, groups, streams and displays stay in order, however fast", () =>
  withKernel(async (kernel) => {
    const { outputs } = await kernel.execute(
      `for (let i = 0; i < 40; i++) console.log(i);
       console.log("%s and %d", "a", 1); console.group("g"); console.log("b\\nc"); console.groupEnd();
       console.error("d"); console.log("e", new Map([[1, { f: "g" }]]), null, 5n);
       await Deno.jupyter.display({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "h" }) });
       console.log("i");`,
    );
    const [numbers, ...rest] = said(outputs);
    assertEquals(numbers.split("\n").slice(-4), ["a and 1", "g", "  b", "  c"]);
    assertEquals(rest, [
      "stderr: d",
      'stdout: e Map(1) { 1 => { f: "g" } } null 5n',
      "display_data: h",
      "stdout: i",
    ]);
  }));

Deno.test("hardened kernel: a cell that hangs has shown what it printed before", () =>
  withKernel(async (kernel) => {
    const { promise: seen, resolve } = Promise.withResolvers<void>();
    const running = kernel.execute("console.log('a'); console.log('b'); while (true);", {
      onOutput: ([output]) => {
        if (output.output_type === "stream" && output.text === "a\nb\n") resolve();
      },
    });
    await seen;
    await kernel.interrupt();
    await running;
  }));

for (
  const [name, code] of [
    ["prints", "for (let i = 0; ; i++) console.log('line', i);"],
    ["prints and awaits", "for (let i = 0; ; i++) { console.log('line', i); await null; }"],
    [
      "writes",
      "const b = new TextEncoder().encode('a line\\n'); while (true) Deno.stdout.writeSync(b);",
    ],
    ["shows", "while (true) Deno.jupyter.broadcast('display_data', { data: {}, metadata: {} });"],
  ]
) {
  Deno.test(`hardened kernel: a loop that ${name} without end stops soon, and the next cell runs at once`, () =>
    withKernel(async (kernel) => {
      const running = kernel.execute(code);
      await delay(2000);
      const start = performance.now();
      await kernel.interrupt();
      const { error } = await running;
      assertEquals(error?.ename, "Interrupted");
      assertEquals(said((await kernel.execute("6 * 7")).outputs), ["execute_result: 42"]);
      // Under load, too; without bounds it took a minute.
      assert(performance.now() - start < 6000, `${performance.now() - start} ms`);
    }));
}

Deno.test("hardened kernel: too many displays are left out, with a word", () =>
  withKernel(async (kernel) => {
    const show =
      "Deno.jupyter.broadcast('display_data', { data: { 'text/plain': '' + i }, metadata: {} })";
    const { outputs } = await kernel.execute(
      `for (let i = 0; i < ${mostDisplays + 50}; i++) await ${show};`,
    );
    assertEquals(outputs.length, mostDisplays + 1);
    assertStringIncludes(said(outputs).at(-1) ?? "", "the rest is left out");
    const next = await kernel.execute(`for (let i = 0; i < 3; i++) await ${show};`);
    assertEquals(next.outputs.length, 3);
  }));
