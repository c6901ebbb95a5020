import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { delay } from "lib/jupyter/waiting.ts";

// Needs /proc, as Linux has it: the kernel's own means are the same on macOS.
const ignore = Deno.build.os !== "linux";

/** Starts a kernel in a process of its own, which then runs `code` in it and prints "running". */
async function startHolder(code: string): Promise<Deno.ChildProcess> {
  const client = fileURLToPath(new URL("../../lib/jupyter/kernel_client.ts", import.meta.url));
  const program = `
    import { KernelClient } from ${JSON.stringify(client)};
    const kernel = await KernelClient.start({ cwd: Deno.cwd() });
    kernel.execute(${JSON.stringify(code)}, { onOutput: () => console.log("running") });
    setInterval(() => {}, 1000);`;
  // Below the project, so that the alias lib/ resolves.
  const staging = fileURLToPath(new URL("../../.staging", import.meta.url));
  await Deno.mkdir(staging, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: staging });
  await Deno.writeTextFile(`${folder}/holder.ts`, program);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-lock", `${folder}/holder.ts`],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  await reader.cancel();
  await Deno.remove(folder, { recursive: true });
  return child;
}

/** The processes below `root`, without zombies. */
function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = Deno.readTextFileSync(`/proc/${name}/stat`);
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (state !== "Z") parents.set(Number(name), Number(parent));
    } catch {
      // it ended while we looked
    }
  }
  const below = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || below(parent));
  };
  return [...parents.keys()].filter(below);
}

function alive(pids: readonly number[]): number[] {
  return pids.filter((pid) => {
    try {
      return !/^State:\s+Z/m.test(Deno.readTextFileSync(`/proc/${pid}/status`));
    } catch {
      return false;
    }
  });
}

async function expectGone(pids: readonly number[]): Promise<void> {
  for (let waited = 0; alive(pids).length > 0 && waited < 5000; waited += 50) await delay(50);
  assertEquals(alive(pids), []);
}

const busy = "console.log(1); await null; while (true);";

for (const signal of ["SIGKILL", "SIGTERM", "SIGINT"] as const) {
  Deno.test({
    name: `kernels: no process is left when the front end ends by ${signal}`,
    ignore,
    async fn() {
      const holder = await startHolder(busy);
      const kernels = descendants(holder.pid);
      assert(kernels.length >= 2, `expected a kernel within a kernel, got ${kernels.length}`);
      holder.kill(signal);
      await holder.status;
      await expectGone(kernels);
    },
  });
}

Deno.test({
  name: "kernels: the inner kernel ends with the hardened one, even when that is killed",
  ignore,
  async fn() {
    const holder = await startHolder(busy);
    const kernels = descendants(holder.pid);
    const outer = kernels.find((pid) =>
      Deno.readTextFileSync(`/proc/${pid}/cmdline`).includes("hardened_kernel_main")
    );
    assert(outer !== undefined);
    Deno.kill(outer, "SIGKILL");
    await expectGone(kernels);
    holder.kill("SIGKILL");
    await holder.status;
  },
});
