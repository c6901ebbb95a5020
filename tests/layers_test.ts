import { assertEquals } from "@std/assert";
import { typescriptFiles } from "./modules.ts";

/** Which folders of lib/ a folder may import, besides itself and lib/'s own files. */
const allowed: Record<string, readonly string[]> = {
  engine: [],
  tensor: ["engine"],
  nn: ["tensor", "engine"],
  attention: ["nn", "tensor", "engine"],
  models: ["attention", "nn", "tensor"],
  training: ["tensor", "engine"],
  decoding: ["tensor"],
  text: [],
  plots: [],
  jupyter: [],
  course: [
    "jupyter",
    "plots",
    "models",
    "training",
    "decoding",
    "attention",
    "nn",
    "tensor",
    "text",
  ],
  lab: ["course", "jupyter"],
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

Deno.test("imports between folders of lib/ follow the allowed edges", async () => {
  const wrong: string[] = [];
  for (const [module, imports] of await importsInLib()) {
    const folder = module.includes("/") ? module.split("/")[0] : "";
    for (const { target, typeOnly } of imports) {
      const targetFolder = target.includes("/") ? target.split("/")[0] : "";
      const fine = targetFolder === folder || targetFolder === "" ||
        (folder !== "" && allowed[folder]?.includes(targetFolder)) ||
        (typeOnly && allowedTypes[folder]?.includes(targetFolder));
      if (!fine) wrong.push(`${module} → ${target}`);
    }
  }
  assertEquals(wrong, []);
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
    if (/^export (\*|\{[^}]*\}) from /m.test(code)) barrels.push(url.slice(lib.length));
  }
  assertEquals(barrels, []);
});
