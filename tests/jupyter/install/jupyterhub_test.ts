import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const course = fileURLToPath(new URL("../../../", import.meta.url));
const script = join(course, "lib/jupyter/install/jupyterhub/start_learner.sh");

Deno.test({
  name: "JupyterHub: a learner's copy is made once, finds lib/, and keeps the learner's work",
  ignore: Deno.build.os === "windows",
  async fn() {
    const home = await Deno.makeTempDir();
    try {
      const bin = join(home, "bin");
      await Deno.mkdir(bin);
      const jupyter = join(bin, "jupyterhub-singleuser");
      await Deno.writeTextFile(jupyter, `#!/bin/sh\necho "$@"\n`, { mode: 0o755 });
      const environment = { HOME: home, PATH: `${bin}:${Deno.env.get("PATH")}` };
      const run = async (command: string, args: string[], env: Record<string, string> = {}) => {
        const { success, stdout, stderr } = await new Deno.Command(command, { args, env }).output();
        const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
        assert(success, text(stderr));
        return text(stdout);
      };
      assertEquals(await run("sh", [script, "--port=13"], environment), "--port=13");
      const notebooks = join(home, "attention", "notebooks");
      const names = (folder: string) =>
        [...Deno.readDirSync(folder)].map(({ name }) => name)
          .filter((name) => name.endsWith(".ipynb")).sort();
      assertEquals(names(notebooks), names(join(course, "notebooks")));

      const [first, second] = names(notebooks);
      await Deno.writeTextFile(join(notebooks, first), "my work");
      await Deno.remove(join(notebooks, second));
      await run("sh", [script], environment);
      assertEquals(await Deno.readTextFile(join(notebooks, first)), "my work");
      assertEquals(names(notebooks).includes(second), true);

      const program = join(notebooks, "program.ts");
      await Deno.writeTextFile(
        program,
        `import { assertEquals } from "@std/assert";
         import { mean } from "lib/statistics.ts";
         assertEquals(mean([2, 3, 7]), 4);
         console.log("found");`,
      );
      assertEquals(await run(Deno.execPath(), ["run", "--quiet", program]), "found");
    } finally {
      await Deno.remove(home, { recursive: true });
    }
  },
});
