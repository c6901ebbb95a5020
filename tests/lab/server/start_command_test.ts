import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { asString } from "lib/jupyter/format/json.ts";
import { ensureBundle } from "lib/lab/server/bundle.ts";
import { call, Socket } from "../kernel_socket.ts";
import { Staged } from "../staging.ts";

const command = fileURLToPath(new URL("../../../lib/lab/server/start_command.ts", import.meta.url));

function spawn(...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", command, ...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
}

/** Runs the command to its end. */
async function run(...args: string[]): Promise<{ code: number; words: string }> {
  const { code, stdout, stderr } = await spawn(...args).output();
  return { code, words: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

/** Reads until `pattern` has appeared. */
async function readUntil(
  reader: ReadableStreamDefaultReader<string>,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  let text = "";
  while (true) {
    const { value, done } = await reader.read();
    text += value ?? "";
    const match = pattern.exec(text);
    if (match) return match;
    assert(!done, `expected ${pattern} in: ${text}`);
  }
}

Deno.test("start: prints its address, serves, and says goodbye on Ctrl-C", async () => {
  await ensureBundle();
  await using staged = await Staged.make();
  const start = performance.now();
  const child = spawn("--no-open", "--dir", staged.root, "4");
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const [, address] = await readUntil(reader, /(http:\/\/127\.0\.0\.1:\d+\/\S+)/);
  assert(performance.now() - start < 10_000);
  assertMatch(address, /\/notebooks\/notebooks\/04-small-attention\.ipynb\?token=[0-9a-f]{48}$/);
  const page = await fetch(address, { redirect: "manual" });
  assertEquals(page.status, 302);
  await page.body?.cancel();
  const { port, searchParams } = new URL(address);
  const server = { port: Number(port), token: searchParams.get("token") ?? "" };
  const kernel = asString((await call(server, "kernels", "POST", { path: "notebooks" })).id);
  {
    await using socket = await Socket.open(server, kernel);
    await socket.reply(socket.run("6 * 7"));
  }
  child.kill(Deno.build.os === "windows" ? "SIGTERM" : "SIGINT");
  if (Deno.build.os !== "windows") await readUntil(reader, /Goodbye\. Stopping 1 kernel…/);
  reader.releaseLock();
  await child.stderr.cancel();
  const { code } = await child.status;
  if (Deno.build.os !== "windows") assertEquals(code, 0);
});

Deno.test("start: takes no other port than the one that was asked for", async () => {
  await using staged = await Staged.make();
  await using other = await staged.serve();
  const asked = await run("--no-open", "--dir", staged.root, "--port", String(other.port));
  assertEquals(asked.code, 1);
  assertStringIncludes(asked.words, `Port ${other.port} is in use`);
});

Deno.test("start: says what is wrong with its options", async () => {
  await using staged = await Staged.make();
  const cases: [string[], number, string][] = [
    [["--port", "x"], 1, `--port expects a number, got "x"`],
    [["--port", "70000"], 1, "from 0 to 65535"],
    [["--dir", `${staged.root}/none`], 1, "--dir expects a folder"],
    [["--dir", staged.root, "9"], 1, "Expected one notebook's number (04, 05)"],
    [["--nonsense"], 2, "--help"],
    [["--help"], 0, "--no-open"],
  ];
  const results = await Promise.all(cases.map(([args]) => run(...args)));
  results.forEach(({ code, words }, index) => {
    assertEquals(code, cases[index][1], words);
    assertStringIncludes(words, cases[index][2]);
  });
});
