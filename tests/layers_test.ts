/**
 * Who imports whom in lib/: the rooms, the edges that are allowed between them, and no circle anywhere.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { typescriptFiles } from "./modules.ts";

/** Folders whose subfolders are rooms of their own. Every other folder of lib/ is one room. */
const divided: readonly string[] = ["homework", "jupyter", "lab"];

/** What every room may import: lib/'s own files, the machine, and the stand-ins for Deno's library. */
const everybodys: readonly string[] = ["", "platform", "std"];

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
  attention: ["nn", "tensor", "engine"],
  models: ["attention", "nn", "tensor"],
  training: ["tensor", "engine"],
  decoding: ["tensor"],

  text: [],
  plots: [],
  lessons: ["models", "training", "decoding", "attention", "nn", "tensor", "text", "plots"],

  // A cell's way to its verdict, from the format of an exercise to the commands.
  "homework/exercise": [],
  "homework/cell": ["homework/exercise", "jupyter/format"],
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
  "jupyter/protocol": ["jupyter/format"],
  "jupyter/client": ["jupyter/format", "jupyter/protocol"],
  "jupyter/inside": [],
  "jupyter/kernel": ["jupyter/format", "jupyter/protocol", "jupyter/client", "jupyter/inside"],
  "jupyter/run": ["jupyter/format", "jupyter/protocol", "jupyter/client"],
  "jupyter/install": ["jupyter/format", "jupyter/client"],

  "lab/api": ["jupyter/format", "jupyter/protocol", "jupyter/client"],
  "lab/server": ["lab/api", "jupyter/format", "jupyter/protocol", "jupyter/client"],
};

/** Folders that know one another's types, and nothing that runs. */
const allowedTypes: Record<string, readonly string[]> = {
  models: ["training", "decoding"],
  training: ["models", "decoding"],
  decoding: ["models", "training"],
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

/** What a module imports, as a path below lib/. */
interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every module of lib/, as a path below it, and what it imports from there. */
async function importsInLib(): Promise<Map<string, Import[]>> {
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
  const imports = new Map<string, Import[]>();
  for (const { specifier, dependencies = [] } of graph.modules) {
    if (!specifier.startsWith(lib)) continue;
    imports.set(
      specifier.slice(lib.length),
      dependencies.flatMap(({ code, type }) => {
        const target = code?.specifier ?? type?.specifier;
        if (!target?.startsWith(lib)) return [];
        return [{ target: target.slice(lib.length), typeOnly: code === undefined }];
      }),
    );
  }
  return imports;
}

/** The modules of lib/; a command is the end of a chain of imports, never its middle. */
async function libraryModules(): Promise<string[]> {
  return (await typescriptFiles("lib/")).filter((url) => !url.endsWith("_command.ts"));
}

/** The room of a module: `nn`, `homework/cell`, `homework/` for `homework/check.ts`, `` for `random.ts`. */
function roomOf(module: string): string {
  const [folder, subfolder] = module.split("/").slice(0, -1);
  if (folder === undefined) return "";
  if (!divided.includes(folder)) return folder;
  return `${folder}/${subfolder ?? ""}`;
}

/** True if a module in `from` may import one in `to`. */
function mayImport(from: string, to: string): boolean {
  if (to === from || everybodys.includes(to)) return true;
  return allowed[from]?.some((name) => name === to || to.startsWith(`${name}/`)) ?? false;
}

Deno.test("imports between the rooms of lib/ follow the allowed edges", async () => {
  const wrong: string[] = [];
  const edges = new Map<string, Set<string>>();
  for (const [module, imports] of await importsInLib()) {
    const from = roomOf(module);
    for (const { target, typeOnly } of imports) {
      const to = roomOf(target);
      if (to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
      const fine = mayImport(from, to) || (typeOnly && allowedTypes[from]?.includes(to));
      if (!fine) wrong.push(`${module} → ${target}`);
    }
  }
  console.log("Which room of lib/ imports which (besides lib/'s own files):");
  for (const [from, to] of [...edges].sort(([a], [b]) => a.localeCompare(b))) {
    const others = [...to].filter((room) => room !== "").sort();
    if (from !== "" && others.length > 0) console.log(`  ${from} → ${others.join(", ")}`);
  }
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
