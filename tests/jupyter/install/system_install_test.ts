import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { courseKernel, defaultKernel } from "lib/jupyter/install/kernelspec.ts";

// Another user can only be played by root.
const ignore = Deno.build.os !== "linux" || Deno.uid() !== 0;
const nobody = 65534;

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What the other user runs: starts the kernel by its kernelspec, as a front end would, and uses it. */
const program = `
  import { KernelClient } from "lib/jupyter/client/kernel_client.ts";
  const [file, cwd] = Deno.args;
  const { argv } = JSON.parse(await Deno.readTextFile(file));
  await using kernel = await KernelClient.start({ cwd, argv });
  const said = [];
  for (const code of ["let kept = 0; for (const n of [1, 2]) kept += n; await kept", "const x = ;"]) {
    const { outputs, error } = await kernel.execute(code);
    said.push(error ? error.evalue : outputs[0].data["text/plain"]);
  }
  const stopped = kernel.execute("await new Promise(() => {})");
  await new Promise((resolve) => setTimeout(resolve, 200));
  await kernel.interrupt();
  console.log([...said, (await stopped).error.evalue].join(" | "));`;

Deno.test({
  name: "deno task kernel --prefix: another user starts the kernel, and nobody's home is used",
  ignore,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      await Deno.chmod(folder, 0o755);
      const adminHome = join(folder, "admin");
      const prefix = join(folder, "prefix");
      const home = join(folder, "home");
      for (const path of [adminHome, home]) await Deno.mkdir(path);
      await Deno.mkdir(join(prefix, "share/jupyter/kernels", defaultKernel), { recursive: true });
      const foreign = join(prefix, "share/jupyter/kernels", defaultKernel, "kernel.json");
      await Deno.writeTextFile(foreign, "{ not JSON");
      await Deno.chown(home, nobody, nobody);

      const kernelCommand = async (...options: string[]) => {
        const { code, stdout, stderr } = await new Deno.Command("sh", {
          // The strictest mask that an administrator may have.
          args: ["-c", 'umask 077; exec "$0" task kernel "$@"', Deno.execPath(), ...options],
          cwd: root,
          env: { HOME: adminHome, DENO_DIR: await denoFolder() },
        }).output();
        return { code, said: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
      };
      const installed = await kernelCommand("--prefix", prefix, "--as-default");
      assertEquals(installed.code, 0, installed.said);
      assertStringIncludes(
        installed.said,
        `Another kernel was called ${defaultKernel}: it is kept`,
      );
      assertStringIncludes(installed.said, `${courseKernel}: works (Deno ${Deno.version.deno}`);
      assertEquals([...Deno.readDirSync(adminHome)].map(({ name }) => name), []);

      const script = join(prefix, "share", courseKernel, "kernel/try.ts");
      await Deno.writeTextFile(script, program);
      const spec = join(prefix, "share/jupyter/kernels", courseKernel, "kernel.json");
      const { argv } = JSON.parse(await Deno.readTextFile(spec));
      const { stdout, stderr } = await new Deno.Command(argv[0], {
        args: ["run", "--allow-all", script, spec, home],
        cwd: home,
        clearEnv: true,
        env: { HOME: home, PATH: "/usr/bin:/bin", NO_COLOR: "1" },
        uid: nobody,
        gid: nobody,
      }).output();
      assertEquals(
        new TextDecoder().decode(stdout).trim(),
        "3 | Expression expected (line 1, column 11) | The cell was stopped. Variables are kept.",
        new TextDecoder().decode(stderr),
      );
      // Nothing was downloaded into the other user's cache.
      assertEquals([...Deno.readDirSync(join(home, ".cache/deno/npm"))], []);

      const removed = await kernelCommand("--prefix", prefix, "--remove");
      assertEquals(removed.code, 0, removed.said);
      assertEquals(await Deno.readTextFile(foreign), "{ not JSON");
      assertEquals([...Deno.readDirSync(join(prefix, "share"))].map(({ name }) => name), [
        "jupyter",
      ]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

/** This user's Deno cache, where the packages are. */
async function denoFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}
