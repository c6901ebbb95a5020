/** No module comes in but those on the exercise's list, by whatever name it is asked for. */
import { projectFolder } from "lib/platform/project.ts";
import {
  answerFile,
  asyncCell,
  type Attack,
  cell,
  importing,
  right,
  testAttacks,
} from "./attack.ts";

const onlyListed = /^forbidden import: .*may import/;
const inHomework = /^forbidden in homework: /;
const denied =
  /It asked for more: Requires (?:read access|access to a built-in module|_load access)/;
const answerUrl = `file://${answerFile}`;

/** Statements before a right answer: refused before anything runs. */
const statement = ([name, before, says]: readonly [string, string, RegExp]): Attack => [
  name,
  cell(right, before),
  "error",
  says,
];

testAttacks("imports that a parser sees", [
  ...([
    ["an absolute path", `import { entropy as e } from "${answerFile}";`, onlyListed],
    ["a file: address", `import { entropy as e } from "${answerUrl}";`, onlyListed],
    [
      "a relative path",
      `import { entropy as e } from "../../../lib/homework/exercises/04/entropy/solution.ts";`,
      onlyListed,
    ],
    ["another cell", `import { softmaxJacobian } from "./04_3.ts";`, onlyListed],
    ["what earlier exercises lend", `import * as earlier from "../earlier.ts";`, onlyListed],
    ["the grader's own module", `import "lib/homework/sandbox/sandbox_child.ts";`, onlyListed],
    ["out of the list by dots", `import "lib/tensor/../course/judge.ts";`, onlyListed],
    ["a prefix of the list", `import "lib/tensor/axes.ts/../../../deno.json";`, onlyListed],
    ["a query on a listed name", `import "lib/tensor/axes.ts?x";`, onlyListed],
    ["for its effect alone", `import "${answerFile}";`, onlyListed],
    ["a type alone", `import type { Secret } from "${answerFile}";`, onlyListed],
    ["one type among names", `import { type Secret } from "${answerFile}";`, onlyListed],
    ["a re-export", `export * from "${answerFile}";`, onlyListed],
    ["a re-export by name", `export { entropy as e } from "${answerFile}";`, onlyListed],
    ["import equals", `import e = require("${answerFile}");`, onlyListed],
    ["JSON", `import data from "../deno.json" with { type: "json" };`, onlyListed],
    ["text", `import data from "${answerFile}" with { type: "text" };`, onlyListed],
    ["bytes", `import data from "/etc/passwd" with { type: "bytes" };`, onlyListed],
    ["npm:", `import x from "npm:left-pad@1.3.0";`, onlyListed],
    ["jsr:", `import x from "jsr:@std/assert@1";`, onlyListed],
    ["https:", `import x from "https://example.com/x.ts";`, onlyListed],
    ["http:", `import x from "http://127.0.0.1:8000/x.ts";`, onlyListed],
    ["data:", `import x from "data:text/javascript,export default 1";`, onlyListed],
    ["blob:", `import x from "blob:null/1";`, onlyListed],
    ["node:", `import fs from "node:fs";`, onlyListed],
    ["a bare node module", `import fs from "fs";`, onlyListed],
    ["a package of the lock file", `import ts from "locked/typescript";`, onlyListed],
    ["the other package", `import "@tensorflow/tfjs-backend-wasm";`, onlyListed],
    ["deferred", `import defer * as e from "${answerFile}";`, onlyListed],
    ["as source", `import source e from "${answerFile}";`, /forbidden import|syntax error/],
    ["behind comments", `import/**/{ e }/**/from/**/"${answerFile}";`, onlyListed],
    ["behind a line break", `import\n{ e }\nfrom\n"${answerFile}";`, onlyListed],
    ["with escapes in the name", `import { e } from "\\x2f\\u0065tc/passwd";`, onlyListed],
    ["import()", `const e = import("${answerFile}");`, inHomework],
    ["import() of a computed name", `const e = import("/etc" + "/passwd");`, inHomework],
    ["import() of a template", "const e = import(`/etc/passwd`);", inHomework],
    ["import() in a template", "const e = `${import('/etc/passwd')}`;", inHomework],
    [
      "import() behind a regular expression",
      `const q = /'/; const e = import("${answerFile}");`,
      inHomework,
    ],
    ["import() in a default value", `const f = (e = import("/etc/passwd")) => e;`, inHomework],
    ["import() in a decorator", `@(import("/etc/passwd") as any) class A {}`, inHomework],
    [
      "import.defer()",
      `const e = import.defer("${answerFile}");`,
      /forbidden in homework|syntax error/,
    ],
    ["import.meta", "const e = import.meta.resolve('x');", inHomework],
    ["require()", `const e = require("${answerFile}");`, inHomework],
    ["an escaped keyword", `const e = \\u0069mport("/etc/passwd");`, /^syntax error/],
  ] as const).map(statement),
]);

testAttacks("imports that no parser sees", [
  ["the answer's address", importing(answerUrl), "error", denied],
  ["a path out of the stage", importing("../../../../../../etc/passwd"), "error", denied],
  ["a file that is not there", importing("file:///nothing/here.ts"), "error", denied],
  ["the library's answer", importing("lib/attention/dot_product.ts"), "failed", /Module not found/],
  [
    "the reference",
    importing("lib/homework/exercises/04/homework.ts"),
    "failed",
    /Module not found/,
  ],
  ["the judge", importing("lib/homework/judge/judge.ts"), "failed", /Module not found/],
  [
    "the child again",
    importing("lib/homework/exercise/values.ts", "Object.keys(module).length"),
    "failed",
    /expected/,
  ],
  ["npm, not in the cache", importing("npm:left-pad@1.3.0"), "error", /asked for more: .*left-pad/],
  ["npm, without a version", importing("npm:is-odd"), "error", /asked for more/],
  ["jsr", importing("jsr:@std/assert@1"), "error", /asked for more: .*--no-remote/],
  ["https", importing("https://example.com/x.ts"), "error", /asked for more: .*--no-remote/],
  [
    "http on this machine",
    importing("http://127.0.0.1:1/x.ts"),
    "error",
    /asked for more: .*--no-remote/,
  ],
  ["an unknown scheme", importing("ftp://example.com/x.ts"), "failed", /threw TypeError/],
  [
    "the compiler, which would read files",
    importing("locked/typescript", `module.default.sys.readFile("${answerFile}")`),
    "error",
    /asked for more/,
  ],
  [
    "data: that imports a file",
    importing(`data:text/typescript,export * from "${answerUrl}"`, "String(module.entropy)"),
    "error",
    denied,
  ],
  [
    "data: that imports a file later",
    importing(
      `data:text/javascript,export default await import("${answerUrl}")`,
      "String(module.default.entropy)",
    ),
    "error",
    denied,
  ],
  [
    "data: that imports JSON",
    importing(
      `data:text/javascript,export { default } from "file://${projectFolder}deno.json" with { type: "json" }`,
      "JSON.stringify(module.default)",
    ),
    "error",
    denied,
  ],
  [
    "data: that imports from the network",
    importing(`data:text/javascript,import "https://example.com/x.js"`),
    "error",
    /--no-remote/,
  ],
  [
    "blob: that imports a file",
    asyncCell(`const load = new Function("target", "return import(target)");
    const url = URL.createObjectURL(new Blob(['export * from "${answerUrl}"'], { type: "text/javascript" }));
    return String((await load(url)).entropy);`),
    "error",
    denied,
  ],
  [
    "a literal in text that is run",
    asyncCell(`return String((await (0, eval)('import("${answerUrl}")')).entropy);`),
    "error",
    denied,
  ],
  [
    "a constructor out of a function",
    asyncCell(`const make = (async () => {}).constructor as any;
    return String((await make('return await import("${answerUrl}")')()).entropy);`),
    "error",
    denied,
  ],
  [
    "as text",
    asyncCell(
      `return (await new Function('return import("${answerUrl}", { with: { type: "text" } })')()).default;`,
    ),
    "error",
    denied,
  ],
  [
    "as JSON",
    asyncCell(
      `return (await new Function('return import("file:///etc/passwd", { with: { type: "json" } })')()).default;`,
    ),
    "error",
    denied,
  ],
  [
    "node:module, a file",
    importing("node:module", `String(module.createRequire("file:///")("${answerFile}").entropy)`),
    "error",
    denied,
  ],
  [
    "node:module, JSON",
    importing(
      "node:module",
      `JSON.stringify(module.createRequire("file:///")("${projectFolder}deno.json"))`,
    ),
    "error",
    denied,
  ],
  [
    "node:module, a package",
    importing(
      "node:module",
      `module.createRequire("file:///x.js")("typescript").sys.readFile("/etc/passwd")`,
    ),
    "error",
    /asked for more/, // TypeScript 5 can be loaded; it reads the environment as it starts
  ],
  [
    "node:vm, a file",
    importing(
      "node:vm",
      `String((await module.runInThisContext('import("${answerUrl}")')).entropy)`,
    ),
    "error",
    denied,
  ],
  [
    "node:vm, out of a context",
    importing(
      "node:vm",
      `module.runInNewContext('this.constructor.constructor("return Deno")()').readTextFileSync("${answerFile}")`,
    ),
    "error",
    denied,
  ],
]);
