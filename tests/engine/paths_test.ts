/** The ways to compute, each in a process of its own, since a process chooses once. */
import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openBlas } from "lib/platform/blas.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Runs deno with these variables; throws with what it wrote if it fails. */
async function deno(args: string[], env: Record<string, string>): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    env: { NO_COLOR: "1", COURSE_THREADS: "", COURSE_SIMD: "", ...env },
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assert(success, `${args.join(" ")}\n${out}\n${err}`);
  return out;
}

interface Trained {
  name: string;
  loss: number;
  hash: string;
  tensors: number;
  bytes: number;
  heapGrowth: number;
}

async function train(
  steps: number,
  size: number,
  env: Record<string, string>,
  flags: readonly string[] = [],
): Promise<Trained> {
  const out = await deno([
    "run",
    "-A",
    "--no-check",
    ...flags,
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

const ways: Readonly<Record<string, Record<string, string>>> = {
  "wasm-threads": { COURSE_BACKEND: "wasm-threads", COURSE_THREADS: "3" },
  "wasm-threads, plain SIMD": {
    COURSE_BACKEND: "wasm-threads",
    COURSE_THREADS: "3",
    COURSE_SIMD: "plain",
  },
  blas: { COURSE_BACKEND: "blas", COURSE_THREADS: "1" },
};
for (const [way, env] of Object.entries(ways)) {
  Deno.test({
    name: `${way}: every operation and gradient agrees with plain JavaScript`,
    ignore: way === "blas" && noBlas,
    fn: async () => {
      const files = ["overrides_test.ts", "fused_test.ts"].map(here);
      assertStringIncludes(await deno(["test", "-A", "--no-check", ...files], env), "0 failed");
    },
  });
}

Deno.test("wasm: relaxed and plain SIMD train alike, but for the last digits", async () => {
  const relaxed = await train(8, 64, { COURSE_BACKEND: "wasm", COURSE_SIMD: "relaxed" });
  const plain = await train(8, 64, { COURSE_BACKEND: "wasm", COURSE_SIMD: "plain" });
  assert(relaxed.hash !== plain.hash, "both round alike: is there a plain module?");
  assert(
    Math.abs(relaxed.loss - plain.loss) < 1e-5 * relaxed.loss,
    `${relaxed.loss} ${plain.loss}`,
  );
});

Deno.test({
  name: "wasm-stock: computes where WebAssembly has no SIMD, and the cpu kernels fill its gaps",
  ignore: Deno.build.arch !== "x86_64", // the flag names instructions of that processor
  fn: async () => {
    const { name, loss } = await train(2, 8, { COURSE_BACKEND: "" }, [
      "--v8-flags=--no-enable-sse4-1",
    ]);
    assertEquals(name, "wasm-stock");
    const engine = await train(2, 8, { COURSE_BACKEND: "wasm" });
    assert(Math.abs(loss - engine.loss) < 1e-4 * loss, `${loss} ${engine.loss}`);
    const sweep = here("sweep/every_operation_test.ts");
    const args = ["test", "-A", "--no-check", "--v8-flags=--no-enable-sse4-1", sweep];
    assertStringIncludes(await deno(args, { COURSE_BACKEND: "" }), "0 failed");
  },
});

Deno.test("wasm-threads: same seed, same weights, bit for bit, on any number of threads", async () => {
  const one = await train(8, 64, { COURSE_BACKEND: "wasm" });
  assertEquals(one.name, "wasm");
  assertEquals((await train(8, 64, { COURSE_BACKEND: "wasm" })).hash, one.hash);
  for (const threads of ["1", "2", "3"]) {
    const several = await train(8, 64, { COURSE_BACKEND: "wasm-threads", COURSE_THREADS: threads });
    assertEquals([several.name, several.hash], ["wasm-threads", one.hash], `${threads} threads`);
  }
});

Deno.test("wasm-threads: every kind of model in the notebooks learns the same bits on any number of threads", async () => {
  const train = async (env: Record<string, string>): Promise<{ name: string; hashes: unknown }> =>
    JSON.parse(await deno(["run", "-A", "--no-check", here("every_model_program.ts")], env));
  const one = await train({ COURSE_BACKEND: "wasm" });
  assertEquals(one.name, "wasm");
  for (const threads of ["2", "3", "4"]) {
    const several = await train({ COURSE_BACKEND: "wasm-threads", COURSE_THREADS: threads });
    assertEquals(several, { name: "wasm-threads", hashes: one.hashes }, `${threads} threads`);
  }
});

Deno.test("by default: two trainings at once race for the cores, and give the same bits", async () => {
  const one = await train(8, 64, { COURSE_BACKEND: "wasm" });
  const usual = { COURSE_BACKEND: "", COURSE_THREADS: "" };
  for (const { hash } of await Promise.all([train(8, 64, usual), train(8, 64, usual)])) {
    assertEquals(hash, one.hash);
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
