import { assertEquals } from "@std/assert";
import { said, withKernel } from "../with_kernel.ts";

const nobody = "stderr: Nobody can be asked here: this front end takes no input.";

Deno.test("hardened kernel: every result is shown, but undefined", () =>
  withKernel(async (kernel) => {
    const results = [];
    for (const code of ["NaN", "-0", "-1 / 0", "2n ** 64n", "null", "[NaN]", "'a'", "void 0"]) {
      results.push(...said((await kernel.execute(code)).outputs));
    }
    assertEquals(
      results,
      ["NaN", "-0", "-Infinity", "18446744073709551616n", "null", "[ NaN ]", '"a"']
        .map((text) => `execute_result: ${text}`),
    );
  }));

Deno.test("hardened kernel: what is written past the console stands in its place", () =>
  withKernel(async (kernel) => {
    const { outputs } = await kernel.execute(
      "console.log('a'); process.stdout.write('b '); Deno.stdout.writeSync(new TextEncoder().encode('다'));" +
        "console.log('c'); process.stderr.write('d\\n'); alert('e');" +
        "await new Response('f').body.pipeTo(Deno.stdout.writable);",
    );
    assertEquals(said(outputs), ["stdout: a\nb 다c", "stderr: d", "stdout: e\nf"]);
    const cleared = await kernel.execute("console.log(1); console.clear(); console.log(2);");
    assertEquals(said(cleared.outputs), ["stdout: 2"]);
  }));

Deno.test("hardened kernel: Deno.exit ends the cell, and what was printed and the variables stay", () =>
  withKernel(async (kernel) => {
    for (const exit of ["Deno.exit(3)", "process.exit(3)"]) {
      const { status, outputs } = await kernel.execute(`var kept = 41; console.log(1); ${exit}`);
      assertEquals([status, ...said(outputs)], [
        "error",
        "stdout: 1",
        "Exit: exit(3) ended this cell only: the kernel and its variables are still there.",
      ]);
      assertEquals(said((await kernel.execute("kept")).outputs), ["execute_result: 41"]);
    }
  }));

Deno.test("hardened kernel: questions, with and without somebody to ask", () =>
  withKernel(async (kernel) => {
    const alone = await kernel.execute("[prompt('이름?'), confirm('sure?')]");
    assertEquals(said(alone.outputs), [
      `${nobody}\n${nobody.slice("stderr: ".length)}`,
      "execute_result: [ null, false ]",
    ]);
    const questions: string[] = [];
    const answers = ["나", "", "Yes", "no"];
    const { outputs } = await kernel.execute(
      "[prompt('이름?'), prompt('b', 'c'), confirm('d'), confirm('e')]",
      {
        stdin: (question) => {
          questions.push(question);
          return answers[questions.length - 1];
        },
      },
    );
    assertEquals(questions, ["이름?", "b [c]", "d [y/N]", "e [y/N]"]);
    assertEquals(said(outputs), ['execute_result: [ "나", "c", true, false ]']);
  }));

Deno.test("hardened kernel: stop ends a question, and the tests behind an endless one", () =>
  withKernel(async (kernel) => {
    const interrupted = "Interrupted: The cell was stopped. Variables are kept.";
    const { promise: asked, resolve: onQuestion } = Promise.withResolvers<void>();
    const asking = kernel.execute("prompt('?'); console.log('never');", {
      stdin: () => {
        onQuestion();
        return new Promise(() => {});
      },
    });
    await asked;
    await kernel.interrupt();
    assertEquals(said((await asking).outputs), [interrupted]);
    const { promise: began, resolve: onOutput } = Promise.withResolvers<unknown>();
    const testing = kernel.execute(
      "Deno.test('a', () => { console.log('in a'); while (true); }); Deno.test('b', () => {});",
      { onOutput },
    );
    await began;
    await kernel.interrupt();
    assertEquals(said((await testing).outputs), ["stdout: in a\na ... FAILED", interrupted]);
  }));
