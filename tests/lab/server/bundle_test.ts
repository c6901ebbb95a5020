import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import { ensureBundle, prepareWorkshop } from "lib/lab/server/bundle.ts";

const staging = fileURLToPath(new URL("../../../.staging/", import.meta.url));

Deno.test("front end: its sources and the packages they use pass the type check", async () => {
  await Deno.mkdir(staging, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: staging, prefix: "front-" });
  try {
    await prepareWorkshop(folder);
    const standIns = [...Deno.readDirSync(join(folder, "stand_ins"))].map(({ name }) => name);
    const entries = ["home.ts", "notebook.ts", "language/worker.ts", "bundle.ts"];
    entries.push(...standIns.map((name) => join("stand_ins", name)));
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--quiet", ...entries],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    const packages = [...Deno.readDirSync(join(folder, "node_modules", ".deno"))]
      .map(({ name }) => name);
    for (const left of ["mermaid", "jsdom", "@jupyter+web-components"]) {
      assertEquals(packages.filter((name) => name.startsWith(left)), [], `${left} is not needed`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("ensureBundle: is there at once the second time, and leaves no workshop behind", async () => {
  const first = await ensureBundle();
  const start = performance.now();
  const second = await ensureBundle();
  assertEquals(second, first);
  assert(performance.now() - start < 1000);
  for (const file of ["home.js", "home.css", "notebook.js", "notebook.css", "language.js"]) {
    assert((await Deno.stat(join(first.folder, file))).size > 100, file);
  }
});
