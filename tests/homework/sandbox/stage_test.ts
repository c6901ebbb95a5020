import { assertStringIncludes } from "@std/assert";
import { reachable } from "lib/homework/sandbox/library.ts";
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
