import { assertEquals, assertStringIncludes } from "@std/assert";
import { packageFolder } from "lib/platform/project.ts";

/** What `ready()` says in a process with these variables and further permissions or flags. */
async function asked(env: Record<string, string>, ...flags: string[]): Promise<string> {
  const code = `
    import * as tf from "@tensorflow/tfjs";
    import { ready } from "lib/tensor/ready.ts";
    try {
      const { name, description } = await ready();
      console.log(name + ": " + description);
      if (tf.square(3).dataSync()[0] !== 9) console.log("but it does not compute");
    } catch (error) {
      console.log(error.name + ": " + error.message);
    }`;
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--ext=ts", ...flags, "-"],
    cwd: new URL("../../", import.meta.url),
    env: { COURSE_BACKEND: "", COURSE_THREADS: "", COURSE_SIMD: "", ...env },
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  await new Blob([code]).stream().pipeTo(process.stdin);
  const { stdout } = await process.output();
  return new TextDecoder().decode(stdout).trim();
}

/** What is used where nothing is asked for. */
const usual = navigator.hardwareConcurrency > 1 ? "wasm-threads" : "wasm";

Deno.test("ready: the course's kernels, on threads where there are cores, and the same words anywhere", async () => {
  assertEquals(await asked({}), `${usual}: tfjs 4.22.0 on WebAssembly with the course's kernels`);
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
  assertStringIncludes(await asked({ COURSE_THREADS: "1" }), "wasm: ");
  assertStringIncludes(await asked({ COURSE_THREADS: "1" }), "kernels, 1 thread");
  assertStringIncludes(await asked({ COURSE_THREADS: "2" }), "wasm-threads: ");
  assertStringIncludes(await asked({ COURSE_THREADS: "2" }), "kernels, 2 threads");
});

Deno.test("ready: where there is no relaxed SIMD, the kernels compute without, and it says so", async () => {
  assertEquals(
    await asked({ COURSE_SIMD: "plain" }),
    `${usual}: tfjs 4.22.0 on WebAssembly with the course's kernels in plain SIMD (about 1.8 times slower)`,
  );
});

Deno.test("ready: where tfjs's WebAssembly does not start, plain JavaScript computes, and it says so", async () => {
  const unread = `--deny-read=${packageFolder("@tensorflow/tfjs-backend-wasm")}`;
  for (const threads of ["1", "2"]) {
    const said = await asked({ COURSE_THREADS: threads }, unread);
    assertStringIncludes(said, "cpu: tfjs 4.22.0 in plain JavaScript (very slow); ");
    for (const passed of ["wasm", "wasm-stock", ...threads === "2" ? ["wasm-threads"] : []]) {
      assertStringIncludes(said, `${passed} passed over: tfjs's WebAssembly backend did not start`);
    }
    assertEquals(said.includes("but it does not compute"), false);
  }
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
    `${usual}: tfjs 4.22.0 on WebAssembly with the course's kernels; ` +
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
