/** A temporary folder goes with its process, whatever ends it and whatever it is doing. */
import { assertEquals, assertLess } from "@std/assert";
import { join } from "node:path";
import { temporaryFolder } from "../submission.ts";

const program = `
import { FolderKeeper } from "lib/homework/sandbox/folder_keeper.ts";
const [folder] = Deno.args;
new FolderKeeper(folder);
await new Promise((resolve) => setTimeout(resolve, 100));
Deno.writeTextFileSync(folder + "/begun", "");
while (true);`;

Deno.test({
  name: "FolderKeeper: SIGINT, SIGTERM and SIGKILL end a process that computes, and its folder",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using temporary = await temporaryFolder();
    const script = join(temporary.path, "program.ts");
    await Deno.writeTextFile(script, program);
    await Promise.all((["SIGINT", "SIGTERM", "SIGKILL"] as const).map(async (signal) => {
      const folder = join(temporary.path, signal);
      await Deno.mkdir(folder);
      const process = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", "--config=deno.json", script, folder],
        stdin: "null",
      }).spawn();
      const exists = (path: string) => Deno.stat(path).then(() => true, () => false);
      const until = async (condition: () => Promise<boolean>) => {
        while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await until(() => exists(join(folder, "begun")));
      const begun = performance.now();
      process.kill(signal);
      assertEquals((await process.status).signal, signal);
      assertLess(performance.now() - begun, 5000);
      await until(async () => !await exists(folder));
    }));
  },
});
