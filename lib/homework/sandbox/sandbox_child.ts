/**
 * The process that runs a learner's code, started by `sandbox.ts` with nearly no permissions. Nothing
 * that it says is believed: it gets inputs and sends results, never an expected value.
 *
 * Lines on standard input: `{ id, module, bare, name, calls }` to call a function with each list of arguments, of the
 * module `bare` where the first one fails, `{ id, module }` to load a module, `{ id }` to ask whether a cell has
 * changed what all cells share. Lines on standard output: `{ id, answers }` with one or more of the answers that are
 * due, each `{ value }` or `{ error }`. What the learner's code prints goes to standard error.
 *
 * @module
 */
import Module from "node:module";
import process from "node:process";
import * as tf from "@tensorflow/tfjs";
import { callLive } from "../live/call.ts";
import { watchRealm } from "./realm_watch.ts";
import { decodeValue, encodeValue } from "./wire.ts";

interface Request {
  readonly id: string;
  /** Absent where the question is whether anything has changed. */
  readonly module?: string;
  /** What is loaded where the module fails: what failed is printed then. */
  readonly bare?: string;
  /** Absent where there is nothing to call. */
  readonly name?: string;
  /** The arguments of each call. */
  readonly calls?: readonly (readonly unknown[])[];
  /** Kernels of tfjs that end a call. */
  readonly forbidden?: readonly string[];
}

type Answer =
  | { readonly value: unknown; readonly changed?: number }
  | { readonly error: ReturnType<typeof describeError> };

// Taken before any learner's code runs, which may replace the globals.
const { parse, stringify } = JSON;
const { setImmediate } = globalThis;
const now = performance.now.bind(performance);
const { stdin, stdout } = Deno;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);
const write = stdout.writeSync.bind(stdout);
const queryPermission = Deno.permissions.querySync.bind(Deno.permissions);
const { memoryUsage } = Deno;
const print = console.error.bind(console);

/** Bytes that a process may hold and still serve the next cell. */
const largestShared = 512 * 1024 ** 2;

/** Milliseconds after which what has been answered is sent before the next call. */
const sendAfter = 50;

/** Sends a line of its own, whatever a cell has written to standard output before it. */
function send(id: string, answers: readonly Answer[]): void {
  const bytes = encode(`\n${stringify({ id, answers })}\n`);
  for (let sent = 0; sent < bytes.length;) sent += write(bytes.subarray(sent));
}

async function handle(
  { id, module, bare, name, calls = [], forbidden }: Request,
): Promise<void> {
  if (module === undefined) {
    return send(id, [{ value: isChanged() || memoryUsage().rss > largestShared }]);
  }
  const cell = await load(module, bare);
  if (name === undefined) return send(id, ["error" in cell ? cell : { value: null }]);
  const learner = "error" in cell ? cell : await attempt(() => functionOf(cell.value, name));
  let answers: Answer[] = [];
  let sent = now();
  for (let i = 0; i < calls.length; i++) {
    // A call that never ends is measured from the last line that was sent.
    if (now() - sent > sendAfter && answers.length > 0) {
      send(id, answers);
      answers = [];
      sent = now();
    }
    answers[answers.length] = "error" in learner
      ? learner
      : await answer(learner.value, calls[i], forbidden);
  }
  // A turn of the event loop: a promise that was rejected and left alone ends the process now, not later.
  await new Promise((resolve) => setImmediate(resolve));
  send(id, answers);
}

/** Loads a cell; where it fails, as a line that tries its function out may, the cell without such lines. */
async function load(
  module: string,
  bare: string | undefined,
): Promise<Attempt<Record<string, unknown>>> {
  // Computed, so that they are held to --allow-read.
  const whole = await attempt<Record<string, unknown>>(() => import(module));
  if (!("error" in whole) || bare === undefined) return whole;
  const { name, message } = whole.error;
  print(`Uncaught ${name}: ${message}`);
  const rest = await attempt<Record<string, unknown>>(() => import(bare));
  return "error" in rest ? whole : rest;
}

/** What a call gives, to be sent. */
async function answer(
  learner: CallableFunction,
  args: readonly unknown[],
  forbidden?: readonly string[],
): Promise<Answer> {
  const called = await attempt(async () => {
    const { value, changed } = await callLive(
      learner,
      args.map((arg) => decodeValue(arg)),
      forbidden,
    );
    return { value: encodeValue(value), changed };
  });
  return "error" in called ? called : called.value;
}

function functionOf(cell: Record<string, unknown>, name: string): CallableFunction {
  const learner = cell[name];
  if (typeof learner !== "function") {
    throw new TypeError(`expected ${name} to be a function, got ${typeof learner}`);
  }
  return learner;
}

/** What an action returned, or what it threw. */
type Attempt<T> = { readonly value: T } | { readonly error: ReturnType<typeof describeError> };

async function attempt<T>(action: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await action() };
  } catch (thrown) {
    return { error: describeError(thrown) };
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
      [Navigator.prototype, "gpu"] as const,
      // Ways to built-in modules that the stage's import map does not see.
      ...["getBuiltinModule", "binding", "_linkedBinding", "dlopen"]
        .map((name) => [process, name] as const),
      [Module, "_load"] as const,
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
send("ready", [{ value: null }]);

let rest = "";
for await (const chunk of stdin.readable) {
  const lines = (rest + decode(chunk, { stream: true })).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) await handle(parse(line));
}
