/**
 * The two sides of `lib/platform/`: each module in `browser/` can stand in for its namesake, and the folders
 * of the mathematics know neither Deno nor Node besides them.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import ts from "typescript";
import type * as atomicWrite from "lib/platform/atomic_write.ts";
import type * as blas from "lib/platform/blas.ts";
import type * as browserAtomicWrite from "lib/platform/browser/atomic_write.ts";
import type * as browserBlas from "lib/platform/browser/blas.ts";
import type * as browserClock from "lib/platform/browser/clock.ts";
import type * as browserCourseModules from "lib/platform/browser/course_modules.ts";
import type * as browserEnvironment from "lib/platform/browser/environment.ts";
import type * as browserFiles from "lib/platform/browser/files.ts";
import type * as browserNotebook from "lib/platform/browser/notebook.ts";
import type * as browserProject from "lib/platform/browser/project.ts";
import type * as browserTerminal from "lib/platform/browser/terminal.ts";
import type * as browserThreads from "lib/platform/browser/threads.ts";
import type * as clock from "lib/platform/clock.ts";
import type * as courseModules from "lib/platform/course_modules.ts";
import type * as environment from "lib/platform/environment.ts";
import type * as files from "lib/platform/files.ts";
import type * as notebook from "lib/platform/notebook.ts";
import type * as project from "lib/platform/project.ts";
import type * as terminal from "lib/platform/terminal.ts";
import type * as threads from "lib/platform/threads.ts";
import { typescriptFiles } from "../modules.ts";
import { lib } from "../rooms.ts";

/** Compiles only where the second module offers all that the first does. */
type StandsIn<Module, Twin extends Module> = [Module, Twin];

/** The pairs, which the compiler checks. They are loaded in a browser only. */
interface Twins {
  "atomic_write.ts": StandsIn<typeof atomicWrite, typeof browserAtomicWrite>;
  "blas.ts": StandsIn<typeof blas, typeof browserBlas>;
  "clock.ts": StandsIn<typeof clock, typeof browserClock>;
  "course_modules.ts": StandsIn<typeof courseModules, typeof browserCourseModules>;
  "environment.ts": StandsIn<typeof environment, typeof browserEnvironment>;
  "files.ts": StandsIn<typeof files, typeof browserFiles>;
  "notebook.ts": StandsIn<typeof notebook, typeof browserNotebook>;
  "project.ts": StandsIn<typeof project, typeof browserProject>;
  "terminal.ts": StandsIn<typeof terminal, typeof browserTerminal>;
  "threads.ts": StandsIn<typeof threads, typeof browserThreads>;
}

/** Their names, which the type holds complete. */
const checked: Readonly<Record<keyof Twins, true>> = {
  "atomic_write.ts": true,
  "blas.ts": true,
  "clock.ts": true,
  "course_modules.ts": true,
  "environment.ts": true,
  "files.ts": true,
  "notebook.ts": true,
  "project.ts": true,
  "terminal.ts": true,
  "threads.ts": true,
};

Deno.test("lib/platform/browser: each module's type is compared with its twin's", async () => {
  const folder = `${lib}platform/browser/`;
  const names = (await typescriptFiles("lib/platform/browser/")).map((url) =>
    url.slice(folder.length)
  );
  assertEquals(names.sort(), Object.keys(checked));
});

/** What runs in a browser too, and the modules of it that only build or start something. */
const portable =
  /^(engine|tensor|nn|attention|models|training|decoding|text|plots|lessons|progress\.ts|random\.ts|statistics\.ts|platform\/browser\/)/;
const onDenoOnly = ["engine/build.ts", "engine/kernels_command.ts"];

Deno.test("the mathematics: names neither Deno nor a module of Node's", async () => {
  const wrong: string[] = [];
  for (const url of await typescriptFiles("lib/")) {
    const module = url.slice(lib.length);
    if (!portable.test(module) || module.startsWith("engine/assembly/")) continue;
    if (onDenoOnly.includes(module) || module.endsWith("_command.ts")) continue;
    const file = ts.createSourceFile(module, await Deno.readTextFile(new URL(url)), 99, true);
    const visit = (node: ts.Node): void => {
      const isDeno = ts.isIdentifier(node) && node.text === "Deno";
      const isNode = ts.isStringLiteral(node) && node.text.startsWith("node:");
      const isMeta = ts.isMetaProperty(node); // import.meta tells where a module lay before bundling
      if (isDeno || isNode || isMeta) wrong.push(`${module}: ${node.getText(file)}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  assertEquals(wrong, []);
});
