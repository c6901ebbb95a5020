/**
 * The engine, the layers and the training in a real browser's worker: bundled with the browser's side of
 * `lib/platform/`, they compute what they compute in Deno, to the last digit.
 *
 * @module
 */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { bundleWorker } from "lib/site/build/worker_bundle.ts";
import { projectFile } from "lib/platform/project.ts";
import type { Browser } from "playwright-core";
import { launchChromium, withoutChromium } from "../../lab/chromium.ts";
import { type Trained, trained } from "./trained.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** With these a browser lets a page's workers share memory. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** Serves the files of a folder below `/course/`, as a site on somebody's server may lie. */
function serve(folder: string, headers: Readonly<Record<string, string>>) {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/course\//, "");
    const type = types[/\.\w+$/.exec(path)?.[0] ?? ""] ?? "text/plain";
    try {
      const body = await Deno.readFile(join(folder, path));
      return new Response(body, { headers: { "Content-Type": type, ...headers } });
    } catch {
      return new Response("", { status: 404, headers });
    }
  });
}

/** What the worker answers when it is opened with these variables. */
async function inWorker(
  browser: Browser,
  folder: string,
  headers: Readonly<Record<string, string>>,
  query: string,
): Promise<Trained> {
  await using server = serve(folder, headers);
  await using page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.addr.port}/course/index.html`);
  const answer = await page.evaluate(
    (address) =>
      new Promise<Trained | { error: string }>((resolve) => {
        const worker = new Worker(address, { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message = "its script could not be read" }) =>
          resolve({ error: message });
      }),
    `worker.js?${query}`,
  );
  assert(!("error" in answer), "error" in answer ? answer.error : "");
  return answer;
}

Deno.test({
  name:
    "in a browser's worker: the losses of Deno to the last digit, with shared memory or without",
  ignore: withoutChromium(),
  async fn() {
    const parent = await Deno.makeTempDir(), folder = join(parent, "site");
    try {
      await Deno.mkdir(folder);
      await bundleWorker("tests/engine/browser/worker.ts", folder);
      await Deno.writeTextFile(join(folder, "index.html"), "<!doctype html><title>Course</title>");
      for (const split of ["train", "validation", "test"]) {
        const name = `datasets/stories/${split}.tsv`, copy = join(folder, name);
        await Deno.mkdir(dirname(copy), { recursive: true });
        await Deno.copyFile(projectFile(name), copy);
      }
      const { description: _, ...inDeno } = await trained(join(parent, "run.safetensors"));
      assertEquals(inDeno.losses.length, 5 + 8);

      await using browser = await launchChromium();
      const [alone, isolated, plain] = await Promise.all([
        inWorker(browser, folder, {}, "COURSE_THREADS=2"),
        inWorker(browser, folder, isolation, "COURSE_THREADS=2&COURSE_BUDGET=small"),
        inWorker(browser, folder, {}, "COURSE_SIMD=plain"),
      ]);
      const { description, ...numbers } = alone;
      assertEquals(numbers, { ...inDeno, isFull: true }); // whatever budget the tests run with
      assertEquals(
        description,
        "tfjs 4.22.0 on WebAssembly with the course's kernels, 1 thread; wasm-threads passed over: " +
          "threads need shared memory, which a page has where it is cross-origin isolated",
      );
      assertEquals(isolated, {
        ...inDeno,
        isFull: false,
        description: "tfjs 4.22.0 on WebAssembly with the course's kernels, 2 threads",
      });
      assertStringIncludes(plain.description, "plain SIMD");
      for (const [step, loss] of plain.losses.entries()) {
        assertAlmostEquals(loss, inDeno.losses[step], 1e-4);
      }
    } finally {
      await Deno.remove(parent, { recursive: true });
    }
  },
});
