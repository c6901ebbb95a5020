import { assert, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reachable } from "lib/homework/sandbox/library.ts";
import { findSecondWall } from "lib/homework/sandbox/second_wall.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";

Deno.test("Stage.add: refuses what an import leads to where it is the answer", async () => {
  await using workspace = await Workspace.create();
  await using stage = await workspace.stage();
  let message = "";
  try {
    stage.add({
      cells: {},
      library: await reachable(["lib/homework/live/values.ts"]),
      withheld: ["lib/homework/exercise/values.ts"],
    });
  } catch (error) {
    message = error instanceof Error ? error.message : "";
  }
  assertStringIncludes(
    message,
    "expected lib/homework/exercise/values.ts to stay out of the sandbox",
  );
});

const { ownTemporaryFolders } = await findSecondWall();

Deno.test({
  name: "Workspace.create: for many processes Deno's cache keeps tfjs compiled",
  ignore: !ownTemporaryFolders,
  async fn() {
    await using workspace = await Workspace.create({ many: true });
    const bundle = join(workspace.folder, "tfjs.js");
    await Deno.stat(bundle);
    const names = await Array.fromAsync(Deno.readDir(workspace.cache), ({ name }) => name);
    const kept = names.filter((name) => name.startsWith("v8_code_cache"));
    const texts = await Promise.all(
      kept.map(async (name) =>
        new TextDecoder("latin1").decode(await Deno.readFile(join(workspace.cache, name)))
      ),
    );
    assert(texts.some((text) => text.includes(pathToFileURL(bundle).href)), kept.join());
  },
});
