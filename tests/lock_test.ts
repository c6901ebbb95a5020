import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { UserError } from "lib/command.ts";
import importMap from "lib/import_map.json" with { type: "json" };
import { completeLock, lockFiles, notForLearners, packagesOf, partOf } from "./partial_locks.ts";

Deno.test("lock files: each is what `deno task locks` writes, parts of the complete one", async () => {
  for (const [file, text] of await lockFiles()) {
    assertEquals(
      await Deno.readTextFile(file),
      text,
      `${fileURLToPath(file)} is not what \`deno task locks\` writes`,
    );
  }
});

Deno.test("lock files: the complete one pins every package of the import map", async () => {
  const packages = packagesOf(importMap.imports);
  assert(packages.length >= 14);
  const { specifiers } = await completeLock();
  assertEquals(Object.keys(specifiers).sort(), packages.sort());
  for (const start of notForLearners) {
    assert(packages.some((name) => name.startsWith(start)), start);
  }
});

Deno.test("packagesOf: paths below a package are no further package; versions are exact", () => {
  const imports = { a: "npm:@s/a@1.2.3", "a/b": "npm:@s/a@1.2.3/b.js", c: "./c.ts" };
  assertEquals(packagesOf(imports), ["npm:@s/a@1.2.3"]);
  assertThrows(() => packagesOf({ d: "npm:d@^1" }), UserError, 'got "npm:d@^1"');
});

Deno.test("README.md: says of every package why it is here", async () => {
  const table = (await Deno.readTextFile(new URL("../README.md", import.meta.url)))
    .split("\n").filter((line) => line.startsWith("| `"));
  const named = table.flatMap((row) => {
    const [first, ...more] = [...row.split("|")[1].matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    return [first, ...more.map((name) => name.startsWith("-") ? first + name : name)];
  });
  const packages = Object.entries(importMap.imports)
    .filter(([, target]) => target.startsWith("npm:"))
    .map(([alias]) => /^(@[^/]+\/)?[^/]+/.exec(alias)?.[0] ?? alias);
  assertEquals([...new Set(packages)].filter((name) => !named.includes(name)), []);
});

Deno.test("deno.json: names no package, which `deno task` would fetch before it runs anything", async () => {
  const config = await Deno.readTextFile(new URL("../deno.json", import.meta.url));
  assertEquals(JSON.parse(config).imports, undefined);
});

Deno.test("notebooks/deno.json: compiles as the course does, and passes tasks on that there are", async () => {
  const read = async (path: string) =>
    JSON.parse(await Deno.readTextFile(new URL(`../${path}`, import.meta.url)));
  const course = await read("deno.json");
  const notebooks = await read("notebooks/deno.json");
  assertEquals(notebooks.compilerOptions, course.compilerOptions);
  assertEquals(notebooks.nodeModulesDir, course.nodeModulesDir);
  assertEquals(notebooks.lock.path, `../${course.lock.path}`);
  for (const [name, command] of Object.entries(notebooks.tasks)) {
    assert(name in course.tasks, name);
    assertEquals(command, `cd .. && deno task ${name}`);
  }
});

Deno.test("partOf: keeps what is wanted and what it depends on", () => {
  const lock = {
    version: "5",
    specifiers: { "npm:a@1": "1.0.0_p@2.0.0", "npm:b@1": "1.0.0" },
    npm: {
      "a@1.0.0_p@2.0.0": { integrity: "a", dependencies: ["c@1.0.0", "@s/d"] },
      "b@1.0.0": { integrity: "b", dependencies: ["c@2.0.0"] },
      "c@1.0.0": { integrity: "c1" },
      "c@2.0.0": { integrity: "c2" },
      "@s/d@3.0.0": { integrity: "d" },
    },
    workspace: {},
  };
  assertEquals(partOf(lock, (specifier) => specifier === "npm:a@1"), {
    version: "5",
    specifiers: { "npm:a@1": "1.0.0_p@2.0.0" },
    npm: {
      "a@1.0.0_p@2.0.0": { integrity: "a", dependencies: ["c", "@s/d"] },
      "c@1.0.0": { integrity: "c1" },
      "@s/d@3.0.0": { integrity: "d" },
    },
    workspace: {},
  });
});
