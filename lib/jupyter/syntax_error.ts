/**
 * Where a cell's syntax error is. The stock kernel says nothing at all about one; `deno fmt` uses the same
 * parser, never runs the code, and tells line, column and a caret.
 *
 * @module
 */
import type { ErrorOutput } from "lib/jupyter/notebook.ts";
import { settlesWithin } from "lib/jupyter/waiting.ts";

/** An error output such as `SyntaxError: Expression expected (line 2, column 9)`, with line and caret. */
export async function describeSyntaxError(code: string): Promise<ErrorOutput> {
  const output = (evalue: string, frame: string[] = []): ErrorOutput => ({
    output_type: "error",
    ename: "SyntaxError",
    evalue,
    traceback: [`SyntaxError: ${evalue}`, ...frame],
  });
  // error: SyntaxError: Expression expected⏎ … the line with ~~~ below …⏎ at file:///…/_stdin.ts:2:9⏎
  const message = await parserMessage(code);
  const parts =
    /^error: (?:SyntaxError: )?(?<problem>[^\n]*)\n(?<frame>[^]*?)\n\s+at \S+:(?<line>\d+):(?<column>\d+)/
      .exec(message)?.groups;
  if (!parts) return output(message.split("\n")[0] || "The cell cannot be parsed.");
  const { problem, frame, line, column } = parts;
  const caret = frame.replace(/~+(\s*)$/, (marks) => marks.replaceAll("~", "^"));
  return output(`${problem} (line ${line}, column ${column})`, caret.split("\n"));
}

async function parserMessage(code: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--no-config", "--ext", "ts", "-"],
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  const written = (async () => {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(code));
    await writer.close();
  })().catch(() => {}); // the parser may stop reading early
  const output = child.output();
  if (!await settlesWithin(output, 5000)) child.kill("SIGKILL");
  await written;
  return new TextDecoder().decode((await output).stderr);
}
