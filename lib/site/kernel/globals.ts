/**
 * What a cell finds besides the browser's own globals: the part of `Deno` that makes sense here, and a console that
 * prints under the cell. This module comes before all others of the worker.
 *
 * @module
 */
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { keepFile, readBytes, readText, removeFile } from "lib/platform/browser/files.ts";
import { setNotebook } from "lib/platform/browser/notebook.ts";
import { inspect, printed } from "./inspect.ts";
import type { FromKernel } from "./messages.ts";

const post = self.postMessage.bind(self);

/** Sends a message to the page. */
export function send(message: FromKernel): void {
  post(message);
}

/** Sends a message of the Jupyter protocol, under the running cell. */
function broadcast(kind: string, content: Record<string, unknown>): Promise<void> {
  // What cannot be copied to another thread cannot be shown either.
  const json: JsonObject = JSON.parse(JSON.stringify(content));
  send({ type: "output", kind, content: json });
  return Promise.resolve();
}

/** The MIME bundle of a value that knows how to show itself, or of any other. */
export async function bundleOf(value: unknown): Promise<Record<string, unknown>> {
  const show = typeof value === "object" || typeof value === "function"
    ? Reflect.get(value ?? {}, Symbol.for("Jupyter.display"))
    : undefined;
  if (typeof show !== "function") return { "text/plain": inspect(value) };
  const bundle: unknown = await show.call(value);
  return typeof bundle === "object" && bundle !== null ? { ...bundle } : {};
}

async function display(
  value: unknown,
  { raw = false, update = false, display_id }: {
    readonly raw?: boolean;
    readonly update?: boolean;
    readonly display_id?: string;
  } = {},
): Promise<void> {
  const data = raw ? value : await bundleOf(value);
  const transient = display_id === undefined ? {} : { display_id };
  await jupyter.broadcast(update ? "update_display_data" : "display_data", {
    data,
    metadata: {},
    transient,
  });
}

/** Text of a kind that shows itself: ``Deno.jupyter.md`**bold**` ``. */
const tagged = (type: string) => (parts: TemplateStringsArray, ...values: unknown[]) => ({
  [Symbol.for("Jupyter.display")]: () => ({ [type]: String.raw({ raw: parts }, ...values) }),
});

const jupyter = {
  broadcast,
  display,
  md: tagged("text/markdown"),
  html: tagged("text/html"),
  svg: tagged("image/svg+xml"),
};

class NotFound extends Error {
  override name = "NotFound";
}

/** The part of Deno that cells have here. */
const deno = {
  inspect,
  jupyter,
  build: { os: "browser", arch: "wasm" },
  env: {
    get: (name: string) => new URLSearchParams(self.location.search).get(name) ?? undefined,
  },
  errors: { NotFound },
  readFile: readBytes,
  readTextFile: readText,
  writeFile: (path: string, bytes: Uint8Array) => keepFile(path, bytes),
  writeTextFile: (path: string, text: string) => keepFile(path, new TextEncoder().encode(text)),
  async remove(path: string): Promise<void> {
    if (!await removeFile(path)) throw new NotFound(`expected a file ${path}, there is none`);
  },
  stdout: {},
  stderr: {},
};

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}

define(globalThis, "Deno", deno);
define(globalThis, "process", { env: {} });
define(globalThis, "prompt", () => null); // a worker has nobody to ask
setNotebook({
  display: (bundle) => jupyter.display(bundle, { raw: true }),
  broadcast: (type, content) => jupyter.broadcast(type, content),
});

let indent = "";
const print = (name: "stdout" | "stderr") => (...values: unknown[]) => {
  const text = indent + printed(values).replaceAll("\n", `\n${indent}`);
  void broadcast("stream", { name, text: `${text}\n` });
};
for (const name of ["log", "info", "debug", "dir", "table"]) define(console, name, print("stdout"));
for (const name of ["warn", "error", "trace"]) define(console, name, print("stderr"));
define(console, "assert", (condition: unknown, ...values: unknown[]) => {
  if (!condition) console.error("Assertion failed" + (values.length > 0 ? ":" : ""), ...values);
});
for (const name of ["group", "groupCollapsed"]) {
  define(console, name, (...values: unknown[]) => {
    if (values.length > 0) console.log(...values);
    indent += "    ";
  });
}
define(console, "groupEnd", () => {
  indent = indent.slice(4);
});
const started = new Map<string, number>();
define(console, "time", (label = "default") => void started.set(`${label}`, performance.now()));
define(console, "timeEnd", (label = "default") => {
  const since = started.get(`${label}`);
  if (since === undefined) return console.warn(`Timer '${label}' does not exist`);
  started.delete(`${label}`);
  console.log(`${label}: ${Math.round(performance.now() - since)}ms`);
});
const counts = new Map<string, number>();
define(console, "count", (label = "default") => {
  const count = (counts.get(`${label}`) ?? 0) + 1;
  counts.set(`${label}`, count);
  console.log(`${label}: ${count}`);
});
