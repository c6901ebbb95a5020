/** No network, no processes, no environment, no other machine parts. */
import { asyncCell, type Attack, cell, importing, testAttacks } from "./attack.ts";

const denied = /^forbidden: homework computes and nothing else\. It asked for more/;

const refusal = ([name, body]: readonly [string, string]): Attack => [
  name,
  asyncCell(body),
  "error",
  denied,
];

testAttacks("network", [
  ...([
    ["fetches", `return (await fetch("http://127.0.0.1:8999/")).status;`],
    ["fetches by name", `return (await fetch("https://example.com/")).status;`],
    ["opens a web socket", `new WebSocket("ws://127.0.0.1:8999/"); return 0;`],
    ["streams events", `new EventSource("http://127.0.0.1:8999/"); return 0;`],
    ["connects", `return await Deno.connect({ port: 1 });`],
    ["connects with TLS", `return await Deno.connectTls({ hostname: "example.com", port: 443 });`],
    [
      "connects to a unix socket",
      `return await Deno.connect({ transport: "unix", path: "/tmp/s" });`,
    ],
    ["listens", `Deno.listen({ port: 0 }); return 0;`],
    [
      "listens on a unix socket",
      `Deno.listen({ transport: "unix", path: "/tmp/s" } as any); return 0;`,
    ],
    ["serves", `Deno.serve(() => new Response("x")); return 0;`],
    ["asks for a name", `return await Deno.resolveDns("example.com", "A");`],
    ["lists the interfaces", `return Deno.networkInterfaces().length;`],
    [
      "asks for permission first",
      `await Deno.permissions.request({ name: "net" }); return (await fetch("http://127.0.0.1:8999/")).status;`,
    ],
  ] as const).map(refusal),
  [
    "node: http",
    importing(
      "node:http",
      `await new Promise((resolve, reject) => module.get("http://127.0.0.1:1", resolve).on("error", reject))`,
    ),
    "error",
    denied,
  ],
  [
    "node: net",
    importing(
      "node:net",
      `await new Promise((resolve, reject) => module.connect(1, "127.0.0.1", resolve).on("error", reject))`,
    ),
    "error",
    denied,
  ],
  [
    "node: dgram",
    importing(
      "node:dgram",
      `await new Promise((resolve, reject) => module.createSocket("udp4").on("error", reject).bind(0, resolve))`,
    ),
    "error",
    /asked for more|ended the program/,
  ],
  [
    "node: dns",
    importing("node:dns/promises", `await module.lookup("example.com")`),
    "error",
    denied,
  ],
  ["node: inspector", importing("node:inspector", `module.open(0, "127.0.0.1")`), "error", denied],
]);

testAttacks("processes, environment, machine", [
  ...([
    ["a process", `new Deno.Command("id").outputSync(); return 0;`],
    ["a process, spawned", `new Deno.Command("id").spawn(); return 0;`],
    [
      "Deno again, with all permissions",
      `new Deno.Command(Deno.execPath(), { args: ["run", "-A", "x"] }).outputSync(); return 0;`,
    ],
    ["a signal to the grader", `Deno.kill(Deno.ppid, "SIGCONT"); return 0;`],
    ["a variable", `return Deno.env.get("HOME");`],
    ["all variables", `return Object.keys(Deno.env.toObject()).length;`],
    ["setting a variable", `Deno.env.set("PATH", "/tmp"); return 0;`],
    ["a library of the system", `Deno.dlopen("libc.so.6", {}); return 0;`],
    ["raw memory", `return Deno.UnsafePointer.create(1n);`],
    ["the machine's name", `return Deno.hostname();`],
    ["the user", `return Deno.uid();`],
    ["the load", `return Deno.loadavg();`],
    ["the memory", `return Deno.systemMemoryInfo();`],
    ["the GPU", `return await (navigator as any).gpu.requestAdapter();`],
    ["a worker", `return new Worker("data:text/javascript,1", { type: "module" });`],
    [
      "a worker with more permissions",
      `return new Worker("data:text/javascript,1", { type: "module", deno: { permissions: "inherit" } } as any);`,
    ],
    ["a channel to other processes", `new BroadcastChannel("x").postMessage(1); return 0;`],
    ["web storage", `localStorage.setItem("x", "y"); return 0;`],
    ["storage of the session", `sessionStorage.setItem("x", "y"); return 0;`],
    ["the cache of the web", `return await caches.open("x");`],
  ] as const).map(refusal),
  [
    "a database",
    asyncCell(`return await (Deno as any).openKv(":memory:");`),
    "failed",
    /openKv is not a function/,
  ],
  [
    "an indexed database",
    cell(`return (globalThis as any).indexedDB.open("x");`),
    "failed",
    /undefined/,
  ],
  [
    "Deno's insides",
    cell(`return (Deno as any)[(Deno as any).internal].core.ops.op_napi_open;`),
    "failed",
    /undefined/,
  ],
  [
    "node: a process",
    importing("node:child_process", `module.execSync("id").toString()`),
    "error",
    denied,
  ],
  [
    "node: a process, forked",
    importing("node:child_process", `module.fork("x.js")`),
    "error",
    denied,
  ],
  [
    "node: a signal to the grader",
    importing("node:process", `module.default.kill(module.default.ppid, 0)`),
    "error",
    denied,
  ],
  ["node: a variable", importing("node:process", `module.default.env.HOME`), "error", denied],
  [
    "node: an addon",
    importing("node:process", `module.default.dlopen({ exports: {} }, "/tmp/x.node")`),
    "error",
    denied,
  ],
  [
    "node: a debugger of its own",
    importing("node:inspector", `new module.Session().connect()`),
    "error",
    denied,
  ],
  [
    "node: bindings",
    importing(
      "node:process",
      `Object.keys(module.default.binding("fs")).join() || module.default.binding("natives")`,
    ),
    "error",
    denied,
  ],
  ["node: the machine's name", importing("node:os", `module.hostname()`), "error", denied],
  ["node: the user", importing("node:os", `module.userInfo().username`), "error", denied],
  [
    "node: flags of V8",
    importing(
      "node:v8",
      `module.setFlagsFromString("--allow-natives-syntax") ?? new Function("return %DebugPrint(1)")`,
    ),
    "error",
    denied,
  ],
  ["node: a cluster", importing("node:cluster", `module.default.fork()`), "error", denied],
  [
    "wasm: a module that imports what is not there",
    asyncCell(
      `return await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 2, 1]));`,
    ),
    "failed",
    /CompileError/,
  ],
]);

/** A built-in module that asks for no permission, by each way that leads to one. */
const leadsTo = (name: string, body: string): Attack => [
  name,
  cell(body),
  "error",
  /^forbidden: homework computes and nothing else/,
];

testAttacks("built-in modules", [
  leadsTo("asked of process", `process.getBuiltinModule("node:sqlite"); return 1;`),
  leadsTo("a binding", `process.binding("fs"); return 1;`),
  ...["node:sqlite", "sqlite", "node:v8", "node:worker_threads"].map((name) =>
    leadsTo(
      `${name} by a function of text`,
      `return new Function("s", "return import(s)")("${name}");`,
    )
  ),
  leadsTo(
    "by a module that is text",
    `return new Function("s", "return import(s)")(
    "data:text/javascript,import {createRequire} from 'node:module'; createRequire('file:///x')('node:sqlite')");`,
  ),
]);
