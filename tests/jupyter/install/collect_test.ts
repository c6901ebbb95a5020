/** Collecting a class's notebooks as a plain reader: what is no notebook of the learner's own is left where it is. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const course = fileURLToPath(new URL("../../../", import.meta.url));
const script = join(course, "lib/jupyter/install/jupyterhub/collect.py");
const hasPython = await new Deno.Command("python3", { args: ["--version"], stdout: "null" })
  .output().then(({ success }) => success, () => false);

Deno.test({
  name: "collect.py: follows no link, waits for no pipe, and goes by its own clock",
  ignore: Deno.build.os === "windows" || !hasPython,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const collect = async (...learners: string[]): Promise<string> => {
        const homes = learners.map((name) => `${name}=${join(folder, name)}`);
        const { success, stderr } = await new Deno.Command("python3", {
          args: [script, join(folder, "all"), ...homes],
        }).output();
        const said = new TextDecoder().decode(stderr);
        assert(success, said);
        return said;
      };
      const notebooks = (learner: string) => join(folder, learner, "attention/notebooks");
      for (const learner of ["kim", "eve", "lee"]) {
        await Deno.mkdir(notebooks(learner), { recursive: true });
      }
      const own = join(notebooks("kim"), "04-scaling.ipynb");
      await Deno.writeTextFile(own, "mine");
      await Deno.utime(own, 0, 0);

      await Deno.symlink(own, join(notebooks("eve"), "04-scaling.ipynb"));
      await Deno.symlink("/dev/zero", join(notebooks("eve"), "05-x.ipynb"));
      await new Deno.Command("mkfifo", { args: [join(notebooks("eve"), "06-x.ipynb")] }).output();
      const sparse = await Deno.create(join(notebooks("eve"), "07-x.ipynb"));
      await sparse.truncate(10 * 1024 ** 3);
      sparse.close();
      await Deno.mkdir(join(notebooks("eve"), "08-x.ipynb"));
      for (const name of ["homework.ipynb", "99-x.ipynb"]) {
        await Deno.writeTextFile(join(notebooks("eve"), name), "late");
      }
      await Deno.remove(notebooks("lee"));
      await Deno.symlink(notebooks("kim"), notebooks("lee")); // the whole folder of another

      const said = await collect("kim", "eve", "lee");
      const collected = (learner: string) => {
        try {
          return [...Deno.readDirSync(join(folder, "all", learner))].map(({ name }) => name);
        } catch {
          return [];
        }
      };
      assertEquals(["kim", "eve", "lee"].map(collected), [["04-scaling.ipynb"], [], []]);
      assertMatch(said, /eve: '04-scaling.ipynb': a link; left out/);
      assertMatch(said, /eve: '05-x.ipynb': a link; left out/);
      assertMatch(said, /eve: '06-x.ipynb': no ordinary file; left out/);
      assertMatch(said, /eve: '07-x.ipynb': more than 33554432 bytes; left out/);
      assertMatch(said, /eve: '99-x.ipynb': the name is no notebook of the course; left out/);
      assertMatch(said, /lee: .*\nlee: nothing to collect/);

      const times = async () =>
        (await Deno.readTextFile(join(folder, "all/times.csv"))).trim().split("\n");
      const [, first, ...more] = await times();
      assertEquals(more, []);
      assertStringIncludes(first, `kim,04,${new Date().getUTCFullYear()}`); // not 1970
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await Deno.utime(own, 2e9, 2e9);
      await collect("kim");
      assertEquals((await times())[1], first); // the same text keeps its time
      await Deno.writeTextFile(own, "changed");
      await Deno.utime(own, 0, 0);
      await collect("kim");
      assert((await times())[1] > first);
      assertEquals(((await Deno.stat(join(folder, "all"))).mode ?? 0) & 0o077, 0);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
