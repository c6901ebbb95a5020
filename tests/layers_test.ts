/**
 * Who imports whom in lib/: the rooms, the edges that are allowed between them (`rooms.ts`), and no circle
 * anywhere.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { typescriptFiles } from "./modules.ts";
import {
  allowed,
  importsInLib,
  lib,
  libraryModules,
  mayImport,
  roomEdges,
  roomOf,
  specifiersIn,
} from "./rooms.ts";

Deno.test("imports between the rooms of lib/ follow the allowed edges", async () => {
  const imports = await importsInLib();
  const wrong: string[] = [];
  for (const [module, targets] of imports) {
    for (const { target, isType } of targets) {
      if (!mayImport(roomOf(module), roomOf(target), isType)) wrong.push(`${module} → ${target}`);
    }
  }
  console.log("Which room of lib/ imports which (besides lib/'s own files):");
  for (const [from, to] of roomEdges(imports)) console.log(`  ${from} → ${to.join(", ")}`);
  assertEquals(wrong, []);
});

Deno.test("every room of lib/ has its allowed edges, and no edge names a room that is gone", async () => {
  const rooms = new Set([...(await importsInLib()).keys()].map(roomOf));
  rooms.delete("");
  assertEquals([...rooms].filter((room) => !(room in allowed)), []);
  const named = new Set([...Object.keys(allowed), ...Object.values(allowed).flat()]);
  const gone = [...named].filter((name) =>
    !rooms.has(name) && ![...rooms].some((room) => room.startsWith(`${name}/`))
  );
  assertEquals(gone, []);
});

Deno.test("what runs inside the kernel imports its own room by relative path, and what is built in", async () => {
  const wrong: string[] = [];
  for (const url of await typescriptFiles("lib/jupyter/inside/")) {
    for (const specifier of await specifiersIn(url)) {
      if (!/^(\.\/\w+\.ts|node:\w+)$/.test(specifier)) {
        wrong.push(`${url.slice(lib.length)} → ${specifier}`);
      }
    }
  }
  assertEquals(wrong, []);
});

Deno.test("no module of lib/ reads tests/, which a course without them must not need", async () => {
  const readers: string[] = [];
  for (const url of await typescriptFiles("lib/")) {
    const code = await Deno.readTextFile(new URL(url));
    if (/["'`](\.\.\/)*tests\//.test(code)) readers.push(url.slice(lib.length));
  }
  assertEquals(readers, []);
});

Deno.test("no module of lib/ imports itself through others", async () => {
  const imports = await importsInLib();
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (module: string, path: readonly string[]) => {
    if (path.includes(module)) {
      cycles.push([...path.slice(path.indexOf(module)), module].join(" → "));
      return;
    }
    if (done.has(module)) return;
    for (const { target } of imports.get(module) ?? []) visit(target, [...path, module]);
    done.add(module);
  };
  for (const module of imports.keys()) visit(module, []);
  assertEquals(cycles, []);
});

Deno.test("no file of lib/ gathers others, but for what each notebook imports", async () => {
  const barrels: string[] = [];
  for (const url of await libraryModules()) {
    const code = await Deno.readTextFile(new URL(url));
    // Stand-ins for packages, and one entry for each notebook.
    if (/^(?:std\/|lessons\/\d\d\.ts$)/.test(url.slice(lib.length))) continue;
    if (/^export (\*|\{[^}]*\}) from /m.test(code)) barrels.push(url.slice(lib.length));
  }
  assertEquals(barrels, []);
});
