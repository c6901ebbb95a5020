import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import importMap from "lib/import_map.json" with { type: "json" };
import { notForLearners, partialLocks, partOf } from "./partial_locks.ts";

const everything = JSON.parse(await Deno.readTextFile(new URL("deno.lock", import.meta.url)));

Deno.test("lock files: the partial ones are parts of the complete one", async () => {
  for (const [file, text] of await partialLocks()) {
    assertEquals(
      await Deno.readTextFile(file),
      text,
      `${fileURLToPath(file)} is not what \`deno task locks\` writes`,
    );
  }
});

Deno.test("lock files: the complete one pins every package of the import map", () => {
  const packages = Object.values(importMap.imports)
    .flatMap((target) => /^npm:@?[^@]+@[\d.]+/.exec(target) ?? []);
  assert(packages.length >= 14);
  assertEquals(Object.keys(everything.specifiers).sort(), [...new Set(packages)].sort());
  for (const start of notForLearners) {
    assert(packages.some((name) => name.startsWith(start)), start);
  }
});

Deno.test("deno.json: names no package, which `deno task` would fetch before it runs anything", async () => {
  const config = await Deno.readTextFile(new URL("../deno.json", import.meta.url));
  assertEquals(JSON.parse(config).imports, undefined);
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
