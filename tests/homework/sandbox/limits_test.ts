/** What bounds a learner's process on this machine, and on one that lacks the tools for it. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { homework } from "lib/homework/exercises/04/homework.ts";
import {
  bytesIn,
  findLimits,
  residentBytes,
  secondsWithoutCore,
  watchMemory,
} from "lib/homework/sandbox/limits.ts";
import { projectFolder } from "lib/platform/project.ts";
import { notebookWith, saveNotebook, temporaryFolder } from "../submission.ts";

Deno.test("bytesIn: reads what ps and tasklist print", () => {
  assertEquals(bytesIn("  8236\n"), 8236 * 1024);
  assertEquals(bytesIn('"deno.exe","4711","Console","1","1,048,236 K"\r\n'), 1_048_236 * 1024);
  assertEquals(bytesIn('"deno.exe","4711","Console","1","8.236 K"\r\n'), 8236 * 1024);
  assertEquals(bytesIn(""), undefined);
  assertEquals(
    bytesIn("INFO: No tasks are running which match the specified criteria.\r\n"),
    undefined,
  );
});

Deno.test("residentBytes: knows the memory of a process, and none of one that is gone", async () => {
  const own = await residentBytes(Deno.pid);
  assert(own !== undefined && own > 1024 ** 2, String(own));
  assertEquals(await residentBytes(2 ** 22), undefined);
});

Deno.test({
  name: "secondsWithoutCore: two that share a core wait half of the time, one that sleeps never",
  ignore: Deno.build.os !== "linux",
  async fn() {
    // `taskset` binds a process to the first core.
    const start = (script: string) =>
      new Deno.Command("taskset", { args: ["-c", "0", "sh", "-c", script] }).spawn();
    const busy = [start("while :; do :; done"), start("while :; do :; done")];
    const asleep = start("exec sleep 60");
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const [first, second, third] = [...busy, asleep].map(({ pid }) => secondsWithoutCore(pid));
    for (const process of [...busy, asleep]) process.kill("SIGKILL");
    await Promise.all([...busy, asleep].map(({ status }) => status));
    assert(first > 0.3 && second > 0.3 && first + second > 1.4, `${first} and ${second}`);
    assert(third < 0.3, String(third));
    assertEquals(secondsWithoutCore(2 ** 22), 0);
  },
});

Deno.test("watchMemory: tells once when a process holds too much, and nothing of a small one", async () => {
  const hold = (count: number): Deno.ChildProcess =>
    new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `globalThis.held = Array.from({ length: ${count} }, () => new Float64Array(5e6).fill(1));
         setInterval(() => {}, 1000);`,
      ],
    }).spawn();
  const large = hold(12);
  const small = hold(1);
  const told: string[] = [];
  const limit = 400 * 1024 ** 2;
  const { promise, resolve } = Promise.withResolvers<void>();
  const ends = [
    watchMemory(small.pid, limit, () => told.push("small")),
    watchMemory(large.pid, limit, () => resolve(void told.push("large"))),
  ];
  await promise;
  assertEquals(told, ["large"]);
  for (const end of ends) end();
  for (const process of [large, small]) {
    process.kill("SIGKILL");
    await process.status;
  }
});

Deno.test({
  name: "findLimits: in the network namespace there is nothing but the process itself",
  ignore: (await findLimits()).network !== "namespace",
  async fn() {
    const [command, ...args] = [...(await findLimits()).prefix, "cat", "/proc/net/dev"];
    const { stdout } = await new Deno.Command(command, { args }).output();
    const interfaces = new TextDecoder().decode(stdout).split("\n").slice(2).join("\n");
    assertEquals([...interfaces.matchAll(/^\s*(\w+):/gm)].map(([, name]) => name), ["lo"]);
  },
});

Deno.test({
  name: "check: without prlimit, unshare and setpriv, as on macOS, it grades and bounds memory",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using folder = await temporaryFolder();
    await Deno.symlink("/bin/ps", join(folder.path, "ps"));
    const notebook = notebookWith(homework, {
      "04.1":
        "function dotProductVariance() { const all = []; while (true) all.push(new Float64Array(5e6).fill(1)); }",
      "04.2": `function scaledDotProductAttention() { return fetch("http://127.0.0.1:8999/"); }`,
      "04.4": `function entropy(weights: number[]): number {
  return weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum, 0);
}`,
    });
    const path = await saveNotebook(folder.path, "04.ipynb", notebook);
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "lib/homework/commands/check_command.ts", "04", "--file", path],
      cwd: projectFolder,
      clearEnv: true,
      env: { PATH: folder.path, HOME: Deno.env.get("HOME") ?? "", NO_COLOR: "1" },
      stdin: "null",
    }).output();
    const out = new TextDecoder().decode(stdout);
    // On a busy machine the time is up before the memory is.
    assertMatch(out, /! 04\.1 dotProductVariance: .*\n {4}(ran out of memory|did not finish)/);
    assertStringIncludes(out, "! 04.2 scaledDotProductAttention: error\n    forbidden: homework");
    assertStringIncludes(out, "✔ 04.4 entropy: passed");
  },
});
