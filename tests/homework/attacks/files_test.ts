/** Nothing outside of the stage can be read, and nothing at all can be written. */
import { assertEquals } from "@std/assert";
import { projectFolder } from "lib/platform/project.ts";
import {
  answerFile,
  asyncCell,
  type Attack,
  builtIn,
  cell,
  importing,
  testAttacks,
} from "./attack.ts";

const denied = /homework computes and nothing else\. It asked for more/;
const target = "/tmp/course-attack-was-here";

const reading = ([name, body]: readonly [string, string]): Attack => [
  name,
  asyncCell(body),
  "error",
  denied,
];
const paths = [
  answerFile,
  `${projectFolder}lib/homework/exercises/04/entropy/exercise.ts`,
  `${projectFolder}deno.json`,
  "/etc/passwd",
  "../cache/node_analysis_cache_v2",
  "cells/../../stage-0/../../../etc/hostname",
  "/proc/self/environ",
  "/proc/self/mem",
  "/proc/self/fd/0",
  "/proc/1/cmdline",
  "/dev/fd/0",
  "/dev/stdin",
  "/dev/null",
];

testAttacks("files", [
  ...paths.map((path) =>
    reading([`reads ${path}`, `return Deno.readTextFileSync(${JSON.stringify(path)}).length;`])
  ),
  ...([
    ["reads with promises", `return (await Deno.readFile("/etc/passwd")).length;`],
    ["opens", `return (await Deno.open("/etc/passwd")).isTerminal();`],
    ["asks for its size", `return Deno.statSync("/etc/passwd").size;`],
    ["lists the folder above", `return [...Deno.readDirSync("..")].length;`],
    ["follows a link", `return Deno.readLinkSync("/proc/self/exe");`],
    ["asks for a real path", `return Deno.realPathSync("/proc/self/cwd");`],
    ["watches", `return Deno.watchFs("/tmp");`],
    ["changes the folder", `Deno.chdir("/"); return Deno.readTextFileSync("etc/passwd");`],
    ["fetches a file", `return await (await fetch("file://${answerFile}")).text();`],
    ["compiles a file", `return await WebAssembly.compileStreaming(fetch("file:///bin/true"));`],
    [
      "asks for permission first",
      `await Deno.permissions.request({ name: "read", path: "/etc" });
      return Deno.readTextFileSync("/etc/passwd");`,
    ],
    ["writes", `Deno.writeTextFileSync("${target}", "x"); return 0;`],
    ["writes into its own stage", `Deno.writeTextFileSync("cells/04_4.ts", "x"); return 0;`],
    ["appends to its own module", `Deno.openSync("deno.json", { append: true }); return 0;`],
    ["makes a temporary file", `return Deno.makeTempFileSync();`],
    ["makes a folder", `Deno.mkdirSync("${target}"); return 0;`],
    ["links", `Deno.symlinkSync("/etc/passwd", "passwd"); return Deno.readTextFileSync("passwd");`],
    ["links hard", `Deno.linkSync("/etc/passwd", "passwd"); return 0;`],
    ["renames", `Deno.renameSync("deno.json", "${target}"); return 0;`],
    ["copies out", `Deno.copyFileSync("deno.json", "${target}"); return 0;`],
    ["removes", `Deno.removeSync("..", { recursive: true }); return 0;`],
    ["changes a mode", `Deno.chmodSync("deno.json", 0o777); return 0;`],
  ] as const).map(reading),
  [
    "node: reads",
    importing("node:fs", `module.readFileSync("${answerFile}", "utf8")`),
    "error",
    denied,
  ],
  [
    "node: reads a descriptor",
    importing("node:fs", `module.readSync(5, new Uint8Array(8))`),
    "error",
    builtIn,
  ],
  ["node: writes", importing("node:fs", `module.writeFileSync("${target}", "x")`), "error", denied],
  [
    "node: reads with promises",
    importing("node:fs/promises", `await module.readFile("/etc/passwd", "utf8")`),
    "error",
    denied,
  ],
  [
    "sqlite: opens",
    importing("node:sqlite", `new module.DatabaseSync("${target}")`),
    "error",
    denied,
  ],
  [
    "sqlite: attaches",
    importing(
      "node:sqlite",
      `new module.DatabaseSync(":memory:").exec("ATTACH '${target}' AS a; CREATE TABLE a.t(x)")`,
    ),
    "error",
    builtIn,
  ],
  [
    "sqlite: copies itself",
    importing("node:sqlite", `new module.DatabaseSync(":memory:").exec("VACUUM INTO '${target}'")`),
    "error",
    builtIn,
  ],
  [
    "wasi: opens the root",
    importing("node:wasi", `new module.WASI({ version: "preview1", preopens: { "/": "/" } })`),
    "error",
    builtIn,
  ],
  [
    "v8: writes a snapshot of the heap",
    importing("node:v8", `module.writeHeapSnapshot("${target}")`),
    "error",
    denied,
  ],
  [
    "a cell that is no function but a path",
    cell("", `const entropie = "${answerFile}";`).replace("function entropy", "function other"),
    "error",
    /and no entropy/,
  ],
]);

Deno.test("attacks: files are where they were", async () => {
  const found = await Deno.stat(target).then(() => "a file", () => "nothing");
  assertEquals(found, "nothing");
});
