import { assertEquals, assertStringIncludes } from "@std/assert";

/** What `ready()` says in a process with these variables. */
async function asked(env: Record<string, string>): Promise<string> {
  const code = `
    import { ready } from "lib/tensor/ready.ts";
    try {
      const { name, description } = await ready();
      console.log(name + ": " + description);
    } catch (error) {
      console.log(error.name + ": " + error.message);
    }`;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--ext=ts", code],
    cwd: new URL("../../", import.meta.url),
    env: { COURSE_BACKEND: "", COURSE_THREADS: "", COURSE_SIMD: "", ...env },
  }).output();
  return new TextDecoder().decode(stdout).trim();
}

Deno.test("ready: one thread of the course's kernels unless told otherwise", async () => {
  assertEquals(
    await asked({}),
    "wasm: tfjs 4.22.0 on WebAssembly with the course's kernels, 1 thread",
  );
});

Deno.test("ready: each way can be asked for", async () => {
  assertStringIncludes(
    await asked({ COURSE_BACKEND: "cpu" }),
    "cpu: tfjs 4.22.0 in plain JavaScript",
  );
  assertStringIncludes(
    await asked({ COURSE_BACKEND: "wasm-stock" }),
    "wasm-stock: tfjs 4.22.0 on WebAssembly, stock",
  );
  assertStringIncludes(await asked({ COURSE_THREADS: "2" }), "wasm-threads: ");
  assertStringIncludes(await asked({ COURSE_THREADS: "2" }), "kernels, 2 threads");
});

Deno.test("ready: where there is no relaxed SIMD, the kernels compute without, and it says so", async () => {
  assertEquals(
    await asked({ COURSE_SIMD: "plain" }),
    "wasm: tfjs 4.22.0 on WebAssembly with the course's kernels in plain SIMD (slower), 1 thread",
  );
});

Deno.test("ready: a wrong wish is named", async () => {
  assertEquals(
    await asked({ COURSE_BACKEND: "gpu" }),
    'RangeError: expected COURSE_BACKEND to be one of blas, wasm-threads, wasm, wasm-stock, cpu, webgpu, got "gpu"',
  );
  assertEquals(
    await asked({ COURSE_THREADS: "two" }),
    'RangeError: expected COURSE_THREADS to be a whole number from 1 to 64, got "two"',
  );
  assertEquals(
    await asked({ COURSE_SIMD: "wide" }),
    'RangeError: expected COURSE_SIMD to be relaxed or plain, got "wide"',
  );
});

Deno.test("ready: WebGPU without an adapter gives way to the usual, and says so", async () => {
  // No machine has both: Direct3D is Windows', Metal is Apple's.
  const none = Deno.build.os === "windows" ? "metal" : "dx12";
  assertEquals(
    await asked({ COURSE_BACKEND: "webgpu", DENO_WEBGPU_BACKEND: none }),
    "wasm: tfjs 4.22.0 on WebAssembly with the course's kernels, 1 thread; " +
      "webgpu passed over: no adapter was found",
  );
  assertEquals(
    await asked({
      COURSE_BACKEND: "webgpu",
      COURSE_THREADS: "2",
      DENO_WEBGPU_BACKEND: none,
    }),
    "wasm-threads: tfjs 4.22.0 on WebAssembly with the course's kernels, 2 threads; " +
      "webgpu passed over: no adapter was found",
  );
});
