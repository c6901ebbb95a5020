/**
 * The process that reads answers, started by `reader.ts`. A line on standard input is a request, a line on standard
 * output the reply; the first says that it is there. Nothing of a learner's runs here.
 *
 * @module
 */
import { readAnswer } from "./bring_along.ts";
import { toMessage } from "./reader_messages.ts";

function send(value: unknown): void {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  for (let sent = 0; sent < bytes.length;) sent += Deno.stdout.writeSync(bytes.subarray(sent));
}

send(null);
let rest = "";
for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + text).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) send(toMessage(await readAnswer(JSON.parse(line))));
}
