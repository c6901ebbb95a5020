/**
 * The process that runs a learner's code, started by `sandbox.ts` with nearly no permissions. Nothing
 * that it says is believed: it gets inputs and sends results, never an expected value.
 *
 * Lines on standard input: `{ call, module, name, args }`. Lines on standard output: `{ call, value }`
 * or `{ call, error }`. What the learner's code prints goes to standard error.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { callLive } from "./live_values.ts";
import { decodeValue, encodeValue } from "./wire.ts";

interface Request {
  readonly call: string;
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

// Taken before any learner's code runs, which may replace the globals.
const { parse, stringify } = JSON;
const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
const { stdin, stdout } = Deno;

function send(answer: unknown): void {
  const bytes = encoder.encode(stringify(answer) + "\n");
  for (let sent = 0; sent < bytes.length;) sent += stdout.writeSync(bytes.subarray(sent));
}

async function handle({ call, module, name, args }: Request): Promise<void> {
  try {
    // Computed, so that it is held to --allow-read.
    const cell: Record<string, unknown> = await import(module);
    const learner = cell[name];
    if (typeof learner !== "function") {
      throw new TypeError(`expected ${name} to be a function, got ${typeof learner}`);
    }
    const value = await callLive(learner, args.map((arg) => decodeValue(arg)));
    send({ call, value: encodeValue(value) });
  } catch (thrown) {
    const known = thrown instanceof Error;
    send({
      call,
      error: {
        name: known ? thrown.name : "Error",
        message: known ? thrown.message : String(thrown),
        stack: known ? thrown.stack ?? "" : "",
      },
    });
  }
}

for (const method of ["log", "info", "debug"] as const) {
  console[method] = console.error;
}
// Keeps the process waiting where a learner's await never ends, so that the time limit tells.
setInterval(() => {}, 2 ** 30);
tf.env().set("IS_NODE", false);
await tf.setBackend("cpu");
await tf.ready();
send({ call: "ready", value: null });

let rest = "";
for await (const chunk of stdin.readable) {
  const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) await handle(parse(line));
}
