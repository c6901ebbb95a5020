/**
 * Who imports whom in lib/: the rooms, the edges that are allowed between them (`rooms.ts`), and no circle
 * anywhere.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { typescriptFiles } from "./modules.ts";

/** Folders whose subfolders are rooms of their own. Every other folder of lib/ is one room. */
const divided: readonly string[] = ["homework", "jupyter", "lab", "lab/front"];

/** What every room may import: lib/'s own files, the machine, and the stand-ins for Deno's library. */
const everybodys: readonly string[] = ["", "platform", "std"];

/** Rooms that may not import even that: one runs in a learner's folder, the other in the browser. */
const apart: readonly string[] = ["jupyter/inside", "lab/front"];

/**
 * What each room may import, besides itself and what is {@linkcode everybodys}. A name of a divided folder
 * stands for its rooms; the files directly in it are a room with the folder's name and a slash.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  std: [],

  // The mathematics, from the bottom up.
  engine: [],
  tensor: ["engine"],
  nn: ["tensor"],
  attention: ["nn", "tensor"],
  models: ["attention", "nn", "tensor"],
  training: ["tensor", "engine"],
  decoding: ["tensor"],

  text: [],
  plots: [],
  lessons: ["models", "training", "decoding", "attention", "nn", "tensor", "text", "plots"],

  // A cell's way to its verdict, from the format of an exercise to the commands.
  "homework/exercise": [],
  "homework/cell": ["homework/exercise", "jupyter/format", "jupyter/source"],
  // Solutions of later exercises build on the library's attention.
  "homework/exercises": ["homework/exercise", "homework/cell", "attention", "tensor"],
  "homework/sandbox": ["homework/exercise", "homework/cell"],
  "homework/judge": ["homework/exercise", "homework/cell"],
  "homework/evaluation": [
    "homework/exercise",
    "homework/cell",
    "homework/exercises",
    "homework/sandbox",
    "homework/judge",
    "jupyter/format",
  ],
  "homework/grading": [
    "homework/exercise",
    "homework/cell",
    "homework/exercises",
    "homework/sandbox",
    "homework/judge",
    "homework/evaluation",
    "jupyter/format",
    "plots",
  ],
  "homework/commands": ["homework", "jupyter/format"],
  // The check that notebooks call.
  "homework/": [
    "homework/exercise",
    "homework/exercises",
    "homework/sandbox",
    "homework/judge",
    "tensor",
  ],

  // A kernel, from the file format to what installs it.
  "jupyter/format": [],
  "jupyter/source": [],
  "jupyter/protocol": ["jupyter/format"],
  "jupyter/client": ["jupyter/format", "jupyter/protocol"],
  "jupyter/inside": [],
  "jupyter/kernel": [
    "jupyter/format",
    "jupyter/source",
    "jupyter/protocol",
    "jupyter/client",
    "jupyter/inside",
  ],
  "jupyter/run": ["jupyter/format", "jupyter/protocol", "jupyter/client"],
  "jupyter/install": ["jupyter/format", "jupyter/client"],

  "lab/api": ["jupyter/format", "jupyter/protocol", "jupyter/client"],
  "lab/server": [
    "lab/api",
    "homework/exercise",
    "jupyter/format",
    "jupyter/protocol",
    "jupyter/client",
  ],

  // The page in the browser, from its smallest parts to its two entries.
  "lab/front/elements": [],
  "lab/front/outputs": ["lab/front/elements"],
  "lab/front/document": ["lab/front/outputs", "lab/front/elements"],
  "lab/front/notebook": ["lab/front/document", "lab/front/elements", "homework/exercise"],
  "lab/front/kernel": ["lab/front/notebook", "lab/front/document", "lab/front/elements"],
  "lab/front/": [
    "lab/front/kernel",
    "lab/front/notebook",
    "lab/front/document",
    "lab/front/elements",
    "homework/exercise",
  ],
  "lab/front/stand_ins": [], // the bundler puts them in the place of packages
};

interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier?: string };
      readonly type?: { readonly specifier?: string };
    }[];
  }[];
}

const lib = new URL("../lib/", import.meta.url).href;

/** What a module imports, types included, as it is written there. */
async function specifiersIn(url: string): Promise<string[]> {
  const code = await Deno.readTextFile(new URL(url));
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
}

/** As {@linkcode importsInLib}; Deno cannot resolve the packages of the page in the browser. */
async function importsInFront(): Promise<Map<string, string[]>> {
  const imports = new Map<string, string[]>();
  for (const url of await typescriptFiles("lib/lab/front/")) {
    const targets = (await specifiersIn(url))
      .filter((specifier) => /^(?:\.{1,2}|lib)\/.*\.ts$/.test(specifier))
      .map((specifier) => new URL(specifier.replace(/^lib\//, lib), url).href.replace(lib, ""));
    imports.set(url.slice(lib.length), targets);
  }
  return imports;
}

/** Every module of lib/ and what it imports, types included, both as paths below lib/. */
async function importsInLib(): Promise<Map<string, string[]>> {
  const entries = await libraryModules();
  const root = new URL("../.staging/graph.ts", import.meta.url);
  await Deno.mkdir(new URL(".", root), { recursive: true });
  await Deno.writeTextFile(root, entries.map((url) => `import "${url}";`).join("\n"));
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", root.href],
    stderr: "inherit",
  }).output();
  assertEquals(success, true, "deno info failed");
  const graph: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const imports = await importsInFront();
  for (const { specifier, dependencies = [] } of graph.modules) {
    if (!specifier.startsWith(lib)) continue;
    const targets = dependencies.flatMap(({ code, type }) => [code?.specifier, type?.specifier])
      .filter((target) => target?.startsWith(lib)).map((target) => target!.slice(lib.length));
    imports.set(specifier.slice(lib.length), [...new Set(targets)]);
  }
  return imports;
}

/** The modules of lib/; a command is the end of a chain of imports, never its middle. */
async function libraryModules(): Promise<string[]> {
  return (await typescriptFiles("lib/")).filter((url) => !url.endsWith("_command.ts"));
}

/** The room of a module: `nn`, `homework/cell`, `homework/` for `homework/check.ts`, `` for `random.ts`. */
function roomOf(module: string): string {
  const folders = module.split("/").slice(0, -1);
  let room = folders.shift() ?? "";
  while (divided.includes(room)) room += `/${folders.shift() ?? ""}`;
  return room;
}

/** True if a module in `from` may import one in `to`. */
function mayImport(from: string, to: string): boolean {
  if (to === from) return true;
  if (everybodys.includes(to) && !apart.some((room) => from.startsWith(room))) return true;
  return allowed[from]?.some((name) => name === to || to.startsWith(`${name}/`)) ?? false;
}

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

Deno.test("what runs inside the kernel imports only its own room, by relative path", async () => {
  const wrong: string[] = [];
  for (const url of await typescriptFiles("lib/jupyter/inside/")) {
    for (const specifier of await specifiersIn(url)) {
      if (!/^\.\/\w+\.ts$/.test(specifier)) wrong.push(`${url.slice(lib.length)} → ${specifier}`);
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

Deno.test("no file of lib/ only gathers others", async () => {
  const barrels: string[] = [];
  for (const url of await libraryModules()) {
    const code = await Deno.readTextFile(new URL(url));
    if (url.startsWith(`${lib}std/`)) continue; // stands in for packages
    if (/^export (\*|\{[^}]*\}) from /m.test(code)) barrels.push(url.slice(lib.length));
  }
  assertEquals(barrels, []);
});
