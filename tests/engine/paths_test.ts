/** The ways to compute, each in a process of its own, since a process chooses once. */
import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openBlas } from "lib/platform/blas.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Runs deno with these variables; throws with what it wrote if it fails. */
async function deno(args: string[], env: Record<string, string>): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    env: { NO_COLOR: "1", COURSE_THREADS: "", ...env },
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assert(success, `${args.join(" ")}\n${out}\n${err}`);
  return out;
}

interface Trained {
  name: string;
  hash: string;
  tensors: number;
  bytes: number;
  heapGrowth: number;
}

async function train(steps: number, size: number, env: Record<string, string>): Promise<Trained> {
  const out = await deno([
    "run",
    "-A",
    "--no-check",
    here("training_program.ts"),
    `${steps}`,
    `${size}`,
  ], env);
  return JSON.parse(out);
}

const noBlas = (() => {
  try {
    openBlas(1);
    return false;
  } catch {
    return true;
  }
})();

for (const backend of ["wasm-threads", "blas"]) {
  Deno.test({
    name: `${backend}: every operation and gradient agrees with plain JavaScript`,
    ignore: backend === "blas" && noBlas,
    fn: async () => {
      const files = ["overrides_test.ts", "fused_test.ts"].map(here);
      const env = { COURSE_BACKEND: backend, COURSE_THREADS: backend === "blas" ? "1" : "3" };
      assertStringIncludes(await deno(["test", "-A", "--no-check", ...files], env), "0 failed");
    },
  });
}

Deno.test("wasm-threads: same seed, same weights, bit for bit, on any number of threads", async () => {
  const one = await train(8, 64, { COURSE_BACKEND: "wasm" });
  assertEquals(one.name, "wasm");
  assertEquals((await train(8, 64, { COURSE_BACKEND: "wasm" })).hash, one.hash);
  for (const threads of ["1", "2", "3"]) {
    const several = await train(8, 64, { COURSE_BACKEND: "wasm-threads", COURSE_THREADS: threads });
    assertEquals([several.name, several.hash], ["wasm-threads", one.hash], `${threads} threads`);
  }
});

Deno.test({
  name: "blas: same seed, same weights, bit for bit",
  ignore: noBlas,
  fn: async () => {
    const env = { COURSE_BACKEND: "blas", COURSE_THREADS: "1" };
    assertEquals((await train(8, 64, env)).hash, (await train(8, 64, env)).hash);
  },
});

Deno.test("training: 1,000 steps leave no tensor and no byte behind", async () => {
  const { tensors, bytes, heapGrowth } = await train(1000, 8, { COURSE_BACKEND: "wasm" });
  assertEquals({ tensors, bytes, heapGrowth }, { tensors: 0, bytes: 0, heapGrowth: 0 });
});

Deno.test("wasm-threads: 200 tests at once on two threads end", async () => {
  const out = await deno(["run", "-A", "--no-check", here("concurrent_program.ts")], {
    COURSE_BACKEND: "wasm-threads",
    COURSE_THREADS: "2",
  });
  assertEquals(out.trim(), "200 right");
});
