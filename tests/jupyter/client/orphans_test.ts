import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { kernelCommand } from "lib/jupyter/client/process.ts";
import { newConnection, writeConnectionFile } from "lib/jupyter/protocol/connection.ts";
import { delay } from "lib/platform/waiting.ts";

// Needs /proc, as Linux has it: the kernel's own means are the same on macOS.
const ignore = Deno.build.os !== "linux";

/** How often each fault is tried. */
const rounds = Number(Deno.env.get("KERNEL_FAULT_ROUNDS") ?? 1);

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A process that starts a kernel, as a front end does, and everything that runs because of it. */
class FrontEnd {
  readonly #mark: string;
  readonly #child: Deno.ChildProcess;

  private constructor(mark: string, child: Deno.ChildProcess) {
    this.#mark = mark;
    this.#child = child;
  }

  /**
   * A front end such as Jupyter's own ones: no pipe leads from it to the kernel. With `leaves`, it is gone
   * before its kernel can look for it.
   */
  static startForeign(connectionFile: string, leaves: boolean): FrontEnd {
    const mark = crypto.randomUUID();
    const child = new Deno.Command("/bin/sh", {
      args: [
        "-c",
        `JPY_PARENT_PID=$$ "$@" </dev/null 2>/dev/null & ${leaves ? "" : "wait"}`,
        "sh",
        ...kernelCommand("hardened", connectionFile),
      ],
      env: { KERNEL_TEST_MARK: mark },
    }).spawn();
    return new FrontEnd(mark, child);
  }

  /** Resolves when `code` has printed something in a kernel; at once if there is no code. */
  static async start(code = ""): Promise<FrontEnd> {
    const program = `
      import { KernelClient } from "lib/jupyter/client/kernel_client.ts";
      const started = KernelClient.start({ cwd: Deno.cwd() });
      setInterval(() => {}, 1000);
      const code = ${JSON.stringify(code)};
      if (!code) console.log("starting");
      else (await started).execute(code, { onOutput: () => console.log("running") });`;
    const mark = crypto.randomUUID();
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-lock", "--ext=ts", "-"],
      cwd: root,
      env: { KERNEL_TEST_MARK: mark },
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(program));
    await writer.close();
    const reader = child.stdout.getReader();
    await reader.read();
    await reader.cancel();
    return new FrontEnd(mark, child);
  }

  /** The processes that run because of it, zombies left out, and what each was started with. */
  processes(): Map<number, string> {
    const found = new Map<number, string>();
    for (const { name } of Deno.readDirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const read = (file: string) => Deno.readTextFileSync(`/proc/${name}/${file}`);
        if (!read("environ").includes(this.#mark)) continue; // a zombie has none
        found.set(Number(name), read("cmdline").replaceAll("\0", " "));
      } catch {
        // it ended while we looked
      }
    }
    return found;
  }

  /** True if there is a process whose command line holds `words`. */
  runs(words: string): boolean {
    return [...this.processes().values()].some((command) => command.includes(words));
  }

  /** The process whose command line holds `words`. */
  find(words: string): number {
    const found = [...this.processes()].find(([, command]) => command.includes(words));
    assert(found, `expected a process with "${words}"`);
    return found[0];
  }

  /** Resolves when the front end has ended by itself. */
  async left(): Promise<void> {
    await this.#child.status;
  }

  /** Ends the front end itself. */
  async end(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    try {
      this.#child.kill(signal);
    } catch {
      // it has left by itself
    }
    await this.#child.status;
  }

  /** Fails if something still runs after some seconds, except for what `spared` says. */
  async expectNothingLeft(spared: (command: string) => boolean = () => false): Promise<void> {
    const left = () => [...this.processes().values()].filter((command) => !spared(command));
    for (let waited = 0; left().length > 0 && waited < 20_000; waited += 50) await delay(50);
    assertEquals(left(), []);
  }
}

function faultTest(name: string, run: () => Promise<void>): void {
  Deno.test({
    name: `no process is left when ${name}`,
    ignore,
    async fn() {
      for (let round = 0; round < rounds; round++) await run();
    },
  });
}

const busy = "console.log(1); await null; while (true);";
const isFrontEnd = (command: string) => command.endsWith(" - ");

for (const signal of ["SIGKILL", "SIGTERM", "SIGINT"] as const) {
  faultTest(`the front end ends by ${signal}`, async () => {
    const frontEnd = await FrontEnd.start(busy);
    assert(frontEnd.processes().size >= 3, "expected a front end, and a kernel within a kernel");
    await frontEnd.end(signal);
    await frontEnd.expectNothingLeft();
  });
}

for (const signal of ["SIGKILL", "SIGTERM", "SIGHUP"] as const) {
  faultTest(`the hardened kernel ends by ${signal}`, async () => {
    const frontEnd = await FrontEnd.start(busy);
    Deno.kill(frontEnd.find("hardened_kernel_main"), signal);
    await frontEnd.expectNothingLeft(isFrontEnd);
    await frontEnd.end();
  });
}

faultTest("the front end is killed while the kernel starts", async () => {
  for (const after of [0, 50, 150, 300, 600]) {
    const frontEnd = await FrontEnd.start();
    await delay(after);
    await frontEnd.end();
    await frontEnd.expectNothingLeft();
  }
});

faultTest("the hardened kernel is killed while the inner one starts", async () => {
  const frontEnd = await FrontEnd.start();
  while (!frontEnd.runs("--kernel --conn")) await delay(1);
  Deno.kill(frontEnd.find("hardened_kernel_main"), "SIGKILL");
  await frontEnd.end();
  await frontEnd.expectNothingLeft();
});

for (const leaves of [true, false]) {
  const when = leaves ? "before its kernel is there" : "while its kernel runs";
  faultTest(`a Jupyter client ends ${when}`, async () => {
    const connectionFile = await writeConnectionFile(newConnection());
    const frontEnd = FrontEnd.startForeign(connectionFile, leaves);
    if (leaves) await frontEnd.left();
    else while (!frontEnd.runs("--kernel --conn")) await delay(10);
    assert(frontEnd.processes().size > 0, "expected a kernel that runs or is about to");
    await frontEnd.end();
    await frontEnd.expectNothingLeft();
    await Deno.remove(connectionFile);
  });
}

faultTest("a cell has started programs", async () => {
  const frontEnd = await FrontEnd.start(
    "new Deno.Command('sleep', { args: ['1009'] }).spawn(); console.log(1); while (true);",
  );
  frontEnd.find("sleep 1009");
  Deno.kill(frontEnd.find("--kernel --conn"), "SIGKILL");
  // A new inner kernel comes up; only what the old one had started is gone.
  await frontEnd.expectNothingLeft((command) => !command.startsWith("sleep"));
  await frontEnd.end();
  await frontEnd.expectNothingLeft();
});
