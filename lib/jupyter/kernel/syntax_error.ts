/**
 * Where a cell's syntax error is. The stock kernel says nothing at all about what its parser rejects, and V8
 * gives no place. TypeScript's parser tells both, in the words that the homework's grader uses too. Where only
 * the kernel's parser sees a problem, `deno fmt`, which has the same one and never runs the code, reports it.
 *
 * @module
 */
import { settlesWithin } from "lib/platform/waiting.ts";
import type { ErrorOutput } from "../format/notebook.ts";
import { type CodePlace, openComment, templateIsOpen } from "../source/syntax_problems.ts";
import { findSyntaxProblem, parseCell } from "./cell_parser.ts";
import { codeFrame } from "./code_frame.ts";

/** The error of a cell that the kernel's parser rejects, with line and caret. */
export async function describeSyntaxError(code: string): Promise<ErrorOutput> {
  const [problem] = (await parseCell(code)).problems;
  if (problem) return syntaxError(code, problem.message, problem.place);
  // error: SyntaxError: Expression expected⏎ … the line with ~~~ below …⏎ at file:///…/_stdin.ts:2:9⏎
  const said = await parserMessage(code);
  const parts =
    /^error: (?:SyntaxError: )?(?<problem>[^\n]*)\n(?<frame>[^]*?)\n\s+at \S+:(?<line>\d+):(?<column>\d+)/
      .exec(said)?.groups;
  if (parts) {
    return syntaxError(code, inPlainWords(parts.problem), {
      line: Number(parts.line),
      column: Number(parts.column),
      length: /~+/.exec(parts.frame)?.[0].length,
    });
  }
  const other = await findSyntaxProblem(code);
  if (other) return syntaxError(code, other.message, other.place);
  return syntaxError(code, said.split("\n")[0] || "The cell cannot be parsed");
}

/** `error` with line and caret, if it is a syntax error that V8 has found without telling where. */
export async function placeSyntaxError(code: string, error: ErrorOutput): Promise<ErrorOutput> {
  if (error.ename !== "SyntaxError" || error.traceback.length > 1) return error;
  const problem = await findSyntaxProblem(code);
  return problem ? syntaxError(code, error.evalue, problem.place) : error;
}

/** The error of a comment that is never closed: the kernel would say nothing and skip the rest. */
export async function findOpenComment(code: string): Promise<ErrorOutput | undefined> {
  if (!code.includes("/*")) return undefined;
  const problem = (await parseCell(code)).problems.find(({ code }) => code === openComment);
  return problem && syntaxError(code, problem.message, problem.place);
}

function syntaxError(code: string, problem: string, place?: CodePlace): ErrorOutput {
  const evalue = place ? `${problem} (line ${place.line}, column ${place.column})` : problem;
  return {
    output_type: "error",
    ename: "SyntaxError",
    evalue,
    traceback: [`SyntaxError: ${evalue}`, ...place ? codeFrame(code, place) : []],
  };
}

/** The parser's message without its internal names. */
function inPlainWords(problem: string): string {
  if (problem.includes("UnterminatedTpl")) return templateIsOpen;
  return problem.replace(/`<lexing error: Error \{ error: \(.*?, (\w+)\) \}>`/, "$1");
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
