/**
 * The rooms of lib/: which there are, which edges are allowed between them, and who imports whom.
 *
 * @module
 */
import ts from "typescript";
import { typescriptFiles } from "./modules.ts";

/** Folders whose subfolders are rooms of their own. Every other folder of lib/ is one room. */
const divided: readonly string[] = ["homework", "jupyter", "lab", "lab/front", "lessons", "site"];

/** What every room may import: lib/'s own files, the machine, and the stand-ins for Deno's library. */
const everybodys: readonly string[] = ["", "platform", "std"];

/** Rooms that may not import even that: one runs in a learner's folder, the other in the browser. */
const apart: readonly string[] = ["jupyter/inside", "lab/front"];

/**
 * What each room may import, besides itself and what is {@linkcode everybodys}. A name of a divided folder
 * stands for its rooms; the files directly in it are a room with the folder's name and a slash.
 */
export const allowed: Readonly<Record<string, readonly string[]>> = {
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
  "lessons/glossary": [],
  "lessons/probes": ["models", "training", "nn", "tensor"],
  "lessons/tasks": ["models", "training", "decoding", "attention", "nn", "tensor", "text", "plots"],
  "lessons/stories": ["models", "training", "decoding", "nn", "tensor", "text", "plots"],
  "lessons/translation": ["models", "training", "decoding", "nn", "tensor", "text", "plots"],
  // What the notebooks import, a file for each.
  "lessons/": [
    "lessons",
    "homework/",
    "models",
    "training",
    "decoding",
    "attention",
    "nn",
    "tensor",
    "text",
    "plots",
  ],

  // A cell's way to its verdict, from the format of an exercise to the commands.
  "homework/exercise": [],
  "homework/cell": ["homework/exercise", "jupyter/format", "jupyter/source"],
  // Solutions of later exercises build on the library's attention.
  "homework/exercises": ["homework/exercise", "homework/cell", "attention", "tensor"],
  "homework/live": ["homework/exercise"],
  "homework/memory": ["homework/exercise", "jupyter/format"],
  "homework/sandbox": ["homework/exercise", "homework/cell", "homework/live"],
  "homework/judge": ["homework/exercise", "homework/cell", "homework/live"],
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
    "homework/cell",
    "homework/exercises",
    "homework/live",
    "homework/judge",
    "tensor",
  ],

  // A kernel, from the file format to what installs it.
  "jupyter/format": [],
  "jupyter/source": [],
  "jupyter/protocol": ["jupyter/format"],
  "jupyter/client": ["jupyter/format", "jupyter/protocol", "jupyter/inside"],
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

  // The course without a server: what runs cells, the server inside of the page, and what builds both.
  "site/kernel": ["jupyter/format", "jupyter/source", "jupyter/inside", "jupyter/kernel"],
  "site/page": [
    "site/kernel",
    "homework/exercise",
    "jupyter/format",
    "jupyter/kernel",
    "lab/server",
  ],
  "site/build": [
    "homework/exercises",
    "jupyter/format",
    "jupyter/source",
    "lab/server",
    "lessons/glossary",
  ],

  "lab/api": ["jupyter/format", "jupyter/protocol", "jupyter/client"],
  "lab/server": [
    "lab/api",
    "homework/exercise",
    "homework/exercises",
    "homework/memory",
    "jupyter/format",
    "jupyter/protocol",
    "jupyter/client",
  ],

  // The page in the browser, from its smallest parts to its two entries.
  "lab/front/elements": [],
  "lab/front/outputs": ["lab/front/elements", "homework/exercise"],
  "lab/front/language": [], // a thread of its own
  "lab/front/editor": ["lab/front/language", "lab/front/elements", "jupyter/source"],
  "lab/front/document": ["lab/front/editor", "lab/front/outputs", "lab/front/elements"],
  "lab/front/notebook": [
    "lab/front/document",
    "lab/front/editor",
    "lab/front/elements",
    "homework/exercise",
    "lessons/glossary",
  ],
  "lab/front/kernel": ["lab/front/notebook", "lab/front/document", "lab/front/elements"],
  "lab/front/home": ["lab/front/elements"],
  "lab/front/": [
    "lab/front/home",
    "lab/front/kernel",
    "lab/front/notebook",
    "lab/front/document",
    "lab/front/editor",
    "lab/front/elements",
    "homework/exercise",
  ],
  "lab/front/stand_ins": [], // the bundler puts them in the place of packages
};

/** Rooms that know one another's types, and nothing that runs. */
const allowedTypes: Readonly<Record<string, readonly string[]>> = {
  models: ["training", "decoding"],
  training: ["models", "decoding"],
  decoding: ["models", "training"],
};

/** One import of a module. */
export interface Import {
  /** The module that it names, as a path below lib/. */
  readonly target: string;
  /** True if types alone are imported: nothing of it is there at run time. */
  readonly isType: boolean;
}

interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier?: string };
      readonly type?: { readonly specifier?: string };
    }[];
  }[];
}

/** The URL of lib/, with a slash at its end. */
export const lib: string = new URL("../lib/", import.meta.url).href;

/** What a module imports, types included, as it is written there. */
export async function specifiersIn(url: string): Promise<string[]> {
  const code = await Deno.readTextFile(new URL(url));
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
}

/** As {@linkcode importsInLib}; Deno cannot resolve the packages of the page in the browser. */
async function importsInFront(): Promise<Map<string, Import[]>> {
  const imports = new Map<string, Import[]>();
  for (const url of await typescriptFiles("lib/lab/front/")) {
    const targets = (await specifiersIn(url))
      .filter((specifier) => /^(?:\.{1,2}|lib)\/.*\.ts$/.test(specifier))
      .map((specifier) => new URL(specifier.replace(/^lib\//, lib), url).href.replace(lib, ""));
    imports.set(url.slice(lib.length), targets.map((target) => ({ target, isType: false })));
  }
  return imports;
}

/** Every module of lib/, as a path below it, and what it imports from there. */
export async function importsInLib(): Promise<Map<string, Import[]>> {
  const entries = await libraryModules();
  const root = new URL("../.staging/graph.ts", import.meta.url);
  await Deno.mkdir(new URL(".", root), { recursive: true });
  await Deno.writeTextFile(root, entries.map((url) => `import "${url}";`).join("\n"));
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "--quiet", root.href],
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("deno info failed");
  const graph: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const imports = await importsInFront();
  for (const { specifier, dependencies = [] } of graph.modules) {
    if (!specifier.startsWith(lib)) continue;
    imports.set(
      specifier.slice(lib.length),
      dependencies.flatMap(({ code, type }) => {
        const target = code?.specifier ?? type?.specifier;
        if (!target?.startsWith(lib)) return [];
        return [{ target: target.slice(lib.length), isType: code === undefined }];
      }),
    );
  }
  return imports;
}

/** The modules of lib/; a command is the end of a chain of imports, never its middle. */
export async function libraryModules(): Promise<string[]> {
  return (await typescriptFiles("lib/")).filter((url) => !url.endsWith("_command.ts"));
}

/** The room of a module: `nn`, `homework/cell`, `homework/` for `homework/check.ts`, `` for `random.ts`. */
export function roomOf(module: string): string {
  const folders = module.split("/").slice(0, -1);
  let room = folders.shift() ?? "";
  while (divided.includes(room)) room += `/${folders.shift() ?? ""}`;
  return room;
}

/** True if a module in `from` may import one in `to`, or its types. */
export function mayImport(from: string, to: string, isType: boolean): boolean {
  if (to === from) return true;
  if (isType && allowedTypes[from]?.includes(to)) return true;
  if (everybodys.includes(to) && !apart.some((room) => from.startsWith(room))) return true;
  return allowed[from]?.some((name) => name === to || to.startsWith(`${name}/`)) ?? false;
}

/** Which rooms each room imports, by the modules' imports; lib/'s own files are left out. */
export function roomEdges(imports: ReadonlyMap<string, readonly Import[]>): Map<string, string[]> {
  const edges = new Map<string, Set<string>>();
  for (const [module, targets] of imports) {
    const from = roomOf(module);
    for (const to of targets.map(({ target }) => roomOf(target))) {
      if (from !== "" && to !== "" && to !== from) {
        edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
  }
  return new Map(
    [...edges].sort(([a], [b]) => a.localeCompare(b)).map(([from, to]) => [from, [...to].sort()]),
  );
}

/** The top-level folders of lib/ and which others each may import, without what everybody may. */
export function allowedFolders(): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const [room, targets] of Object.entries(allowed)) {
    const [folder] = room.split("/");
    const known = folders.get(folder) ?? [];
    const others = targets.map((target) => target.split("/")[0]).filter((target) =>
      target !== folder
    );
    folders.set(folder, [...new Set([...known, ...others])].sort());
  }
  return folders;
}

/** The allowed edges between the folders of lib/, as a Mermaid graph. */
function folderGraph(): string {
  const edges = [...allowedFolders()].flatMap(([from, targets]) =>
    targets.length > 0 ? [`  ${from} --> ${targets.join(" & ")}`] : []
  );
  return ["graph TD", ...edges].join("\n");
}

/** The allowed edges between the rooms inside of the divided folders, one room a line. */
function innerRooms(): string {
  const inner = Object.entries(allowed).filter(([room]) => room.includes("/"));
  return inner.map(([room, targets]) => `${room} → ${targets.join(", ") || "nothing"}`).join("\n");
}

/** `text` with the graph and the list of the allowed edges in its `mermaid` and `rooms` blocks. */
export function withAllowedEdges(text: string): string {
  return text
    .replace(/(?<=```mermaid\n)[^`]*/, () => `${folderGraph()}\n`)
    .replace(/(?<=```rooms\n)[^`]*/, () => `${innerRooms()}\n`);
}
