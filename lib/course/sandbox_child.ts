/**
 * The process that runs a learner's code, started by `sandbox.ts` with nearly no permissions. Nothing
 * that it says is believed: it gets inputs and sends results, never an expected value.
 *
 * Lines on standard input: `{ call, module, name, args }` to call a function, `{ call }` to ask whether a
 * cell has changed what all cells share. Lines on standard output: `{ call, value }` or `{ call, error }`.
 * What the learner's code prints goes to standard error.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { callLive } from "./live_values.ts";
import { watchRealm } from "./realm_watch.ts";
import { decodeValue, encodeValue } from "./wire.ts";

interface Request {
  readonly call: string;
  /** Absent where the question is whether anything has changed. */
  readonly module?: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

// Taken before any learner's code runs, which may replace the globals.
const { parse, stringify } = JSON;
const { setImmediate } = globalThis;
const { stdin, stdout } = Deno;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);
const write = stdout.writeSync.bind(stdout);
const queryPermission = Deno.permissions.querySync.bind(Deno.permissions);
const { memoryUsage } = Deno;

/** Bytes that a process may hold and still serve the next cell. */
const largestShared = 512 * 1024 ** 2;

/** Sends a line of its own, whatever a cell has written to standard output before it. */
function send(answer: unknown): void {
  const bytes = encode(`\n${stringify(answer)}\n`);
  for (let sent = 0; sent < bytes.length;) sent += write(bytes.subarray(sent));
}

async function answer({ module, name, args }: Request): Promise<unknown> {
  if (module === undefined) return isChanged() || memoryUsage().rss > largestShared;
  // Computed, so that it is held to --allow-read.
  const cell: Record<string, unknown> = await import(module);
  const learner = cell[name];
  if (typeof learner !== "function") {
    throw new TypeError(`expected ${name} to be a function, got ${typeof learner}`);
  }
  return encodeValue(await callLive(learner, args.map((arg) => decodeValue(arg))));
}

async function handle(request: Request): Promise<void> {
  const { call } = request;
  try {
    const value = await answer(request);
    // A turn of the event loop: a promise that was rejected and left alone ends the process now, not later.
    await new Promise((resolve) => setImmediate(resolve));
    send({ call, value });
  } catch (thrown) {
    send({ call, error: describeError(thrown) });
  }
}

/** What was thrown, in words. It may be anything, and each look at it may throw again. */
function describeError(thrown: unknown): { name: string; message: string; stack: string } {
  const text = (read: () => unknown): string => {
    try {
      const value = read();
      return typeof value === "string" ? value.slice(0, 4000) : "";
    } catch {
      return "";
    }
  };
  if (!(thrown instanceof Error)) {
    return { name: "Error", message: text(() => String(thrown)), stack: "" };
  }
  return {
    name: text(() => thrown.name),
    message: text(() => thrown.message),
    stack: text(() => thrown.stack),
  };
}

/** Parts of the platform that no homework needs: absent, rather than failing somewhere inside. */
function closeDoors(): void {
  const doors = [
    "Worker",
    "BroadcastChannel",
    "EventSource",
    "caches",
    "localStorage",
    "sessionStorage",
  ];
  for (
    const [owner, name] of [
      ...doors.map((name) => [globalThis, name] as const),
      [navigator, "gpu"] as const,
    ]
  ) {
    const get = () => {
      throw new Deno.errors.NotCapable(`Requires ${name} access`);
    };
    Object.defineProperty(owner, name, { get, configurable: false });
  }
  // Deno's own insides, which nothing but Deno has to do with.
  Reflect.deleteProperty(Deno, Reflect.get(Deno, "internal"));
}

for (const method of ["log", "info", "debug"] as const) {
  console[method] = console.error;
}
closeDoors();
// tfjs throws from deep inside: ten steps back, the learner's line is not reached yet.
Error.stackTraceLimit = 25;
// Keeps the process waiting where a learner's await never ends, so that the time limit tells.
setInterval(() => {}, 2 ** 30);
tf.env().set("IS_NODE", false);
await tf.setBackend("cpu");
await tf.ready();
const isChanged = watchRealm([globalThis, tf], () => [
  tf.getBackend(),
  ...tf.getKernelsForBackend("cpu").map(({ kernelFunc }) => kernelFunc),
  queryPermission({ name: "read", path: import.meta.dirname }).state,
]);
send({ call: "ready", value: null });

let rest = "";
for await (const chunk of stdin.readable) {
  const lines = (rest + decode(chunk, { stream: true })).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) await handle(parse(line));
}
