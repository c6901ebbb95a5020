import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";

Deno.test("bench --json: one object per line, with name, unit and value", async () => {
  const script = fileURLToPath(new URL("bench_command.ts", import.meta.url));
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      script,
      "--json",
      "--quick",
      "gemm",
      "decode",
      "together",
      "round trip",
    ],
    signal: AbortSignal.timeout(300_000), // one that hangs fails
  }).output();
  assert(success);
  const lines = new TextDecoder().decode(stdout).trim().split("\n").map((line) => JSON.parse(line));
  const names = lines.map(({ name }) => name);
  for (
    const name of [
      "gemm, 512³, 1 thread",
      "decode gpt, length 64, with cache",
      "decode gpt, length 64, without cache",
      "decode gpt, length 64, times faster with cache",
      "decode encoder-decoder, length 8, with cache",
      "transformer step alone, the course's threads",
      "transformer step, two trainings at once, 1 thread each",
      "round trip of a trivial cell through the page's server",
    ]
  ) assert(names.includes(name), `${name} is not among ${names.join("; ")}`);
  for (const { name, unit, value } of lines) {
    assertEquals([typeof name, typeof unit, typeof value], ["string", "string", "number"]);
    assert(Number.isFinite(value) && value > 0, `${name}: ${value}`);
  }
});
