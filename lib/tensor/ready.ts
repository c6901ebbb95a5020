/**
 * Chooses what the tensors are computed on. `await ready()` stands in each notebook's set-up cell.
 *
 * It tries the engine's fast kernels, then tfjs's stock WebAssembly backend, then plain JavaScript, and
 * takes the first that starts and computes rightly, so that the course runs everywhere.
 * `COURSE_BACKEND` forces one (`blas`, `wasm-threads`, `wasm`, `wasm-stock`, `cpu`), and `COURSE_THREADS`
 * says how many threads to compute on; without it up to four, as long as they are faster than one. Where
 * WebAssembly lacks relaxed SIMD, the kernels compute in plain SIMD; `COURSE_SIMD=plain` has them do so
 * anywhere. `COURSE_BACKEND=webgpu` tries the graphics card, for code that reads its numbers with
 * `await tensor.data()`: `lib/engine/webgpu.ts` says why the notebooks do not.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { type EngineOptions, installEngine } from "lib/engine/install.ts";
import { availableSimd, type Simd } from "lib/engine/modules.ts";
import { useCpuKernels } from "lib/engine/overrides/cpu_kernels.ts";
import { KernelRegistry } from "lib/engine/registry.ts";
import { selfCheck } from "lib/engine/self_check.ts";
import { useSharedBackend } from "lib/engine/threads.ts";
import { useOrdinaryBackend } from "lib/engine/wasm_backend.ts";
import { useWebGpu } from "lib/engine/webgpu.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { openBlas } from "lib/platform/blas.ts";
import { environmentVariable } from "lib/platform/environment.ts";
import { inspectTensorsByValue } from "./inspect.ts";

/** What the tensors are computed on. */
export interface Backend {
  /** What `COURSE_BACKEND` calls it: `blas`, `wasm-threads`, `wasm`, `wasm-stock`, `cpu` or `webgpu`. */
  readonly name: string;
  /** One line for the reader, such as `tfjs 4.22.0 on WebAssembly`. */
  readonly description: string;
}

let chosen: Promise<Backend> | undefined;

/**
 * Sets tfjs up, once; later calls return the same answer.
 *
 * Throws a `RangeError` if `COURSE_BACKEND` names no backend, and an `Error` if the one that it
 * names does not work here. Without it, a backend that does not work is passed over, and so is WebGPU where
 * there is nothing for it to run on.
 *
 * @example
 * ```ts
 * import { ready } from "lib/tensor/ready.ts";
 *
 * const { description } = await ready();
 * console.log(description);
 * ```
 */
export function ready(): Promise<Backend> {
  return chosen ??= choose();
}

/** A backend to try: starts, or throws with a readable message. */
interface BackendCandidate {
  readonly name: string;
  /** Only where `COURSE_BACKEND` asks for it: a library of the system is a thing to choose. */
  readonly onRequest?: boolean;
  /** Where it is asked for and does not work, the usual ones are tried instead of giving up. */
  readonly optional?: boolean;
  start(): Promise<string>;
}

const tfjs = `tfjs ${tf.version.tfjs}`;

/** From the fastest to the one that always works. */
const CANDIDATES: readonly BackendCandidate[] = [
  {
    name: "blas",
    onRequest: true,
    async start() {
      const threads = askedThreads() ?? 1;
      const blas = openBlas(threads);
      await useWasm(threads);
      return `${await useEngine({ threads, blas })} and ${blas.name}${inWords(threads)}`;
    },
  },
  {
    name: "wasm-threads",
    async start() {
      const asked = askedThreads(), threads = asked ?? usualThreads();
      await useWasm(threads);
      return await useEngine({ threads, race: asked === undefined }) + inWords(threads);
    },
  },
  {
    name: "wasm",
    async start() {
      await useWasm(1);
      return await useEngine({ threads: 1 }) + inWords(1);
    },
  },
  {
    name: "wasm-stock",
    async start() {
      await useWasm(1);
      const registry = new KernelRegistry();
      useCpuKernels(registry);
      await trust(() => registry.restore());
      return `${tfjs} on WebAssembly, stock kernels (about 20 times slower)`;
    },
  },
  {
    name: "cpu",
    async start() {
      await tf.setBackend("cpu");
      await tf.ready();
      return `${tfjs} in plain JavaScript (very slow)`;
    },
  },
  {
    name: "webgpu",
    onRequest: true,
    optional: true,
    async start() {
      return `${tfjs} on WebGPU: ${await useWebGpu()}; read numbers with await data()`;
    },
  },
];

async function choose(): Promise<Backend> {
  inspectTensorsByValue();
  // tfjs prints an advertisement for tfjs-node when it believes that it runs on Node.
  tf.env().set("IS_NODE", false);
  const wanted = environmentVariable("COURSE_BACKEND");
  const passed: string[] = [];
  if (wanted) {
    const candidate = CANDIDATES.find(({ name }) => name === wanted);
    if (!candidate) {
      const names = CANDIDATES.map(({ name }) => name).join(", ");
      throw new RangeError(`expected COURSE_BACKEND to be one of ${names}, got "${wanted}"`);
    }
    try {
      return { name: candidate.name, description: await candidate.start() };
    } catch (error) {
      if (!candidate.optional) throw error;
      passed.push(passedOver(candidate, error));
    }
  }
  const asked = askedThreads();
  wantedSimd(); // a wrong wish is named, and not passed over
  for (const candidate of CANDIDATES) {
    const threaded = candidate.name === "wasm-threads";
    if (candidate.onRequest || threaded && (asked ?? usualThreads()) === 1) continue;
    try {
      const description = await candidate.start();
      return { name: candidate.name, description: [description, ...passed].join("; ") };
    } catch (error) {
      // Nobody misses threads that they did not ask for.
      if (!threaded || asked) passed.push(passedOver(candidate, error));
    }
  }
  throw new Error(`no backend works here: ${passed.join("; ")}`);
}

function passedOver({ name }: BackendCandidate, error: unknown): string {
  return `${name} passed over: ${error instanceof Error ? error.message : error}`;
}

/**
 * Installs the engine on the wasm backend in use, and says how. Throws, and leaves it off, if it computes
 * wrongly, or if there is no module of its kernels for this machine.
 */
async function useEngine(options: Omit<EngineOptions, "simd">): Promise<string> {
  const simd = wantedSimd() ?? availableSimd();
  if (!simd) throw new Error("the course's kernels need SIMD, which WebAssembly has not here");
  const engine = await installEngine({ ...options, simd });
  await trust(() => engine.uninstall());
  return {
    en: `${tfjs} on WebAssembly with the course's kernels${
      simd === "plain" ? " in plain SIMD (about 1.8 times slower)" : ""
    }`,
    ko: `${tfjs}, 이 강의의 WebAssembly 연산 커널${
      simd === "plain" ? "(일반 SIMD, 약 1.8배 느림)" : ""
    }`,
  }[notebookLanguage()];
}

/** Calls `leave` and throws if what is in use computes wrongly, or not at all. */
async function trust(leave: () => void): Promise<void> {
  try {
    const wrong = await selfCheck();
    if (wrong !== undefined) throw new Error(wrong);
  } catch (error) {
    leave();
    throw error;
  }
}

/** What `COURSE_SIMD` asks for. */
function wantedSimd(): Simd | undefined {
  const wanted = environmentVariable("COURSE_SIMD") || undefined;
  if (wanted === undefined || wanted === "relaxed" || wanted === "plain") return wanted;
  throw new RangeError(`expected COURSE_SIMD to be relaxed or plain, got "${wanted}"`);
}

/** `COURSE_THREADS`, if it is set. */
function askedThreads(): number | undefined {
  const wanted = environmentVariable("COURSE_THREADS");
  if (!wanted) return undefined;
  const threads = Number(wanted);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new RangeError(
      `expected COURSE_THREADS to be a whole number from 1 to 64, got "${wanted}"`,
    );
  }
  return threads;
}

/** Threads where nobody asks for a number: they race one alone, so that more than pay do no harm. */
const usualThreads = () => Math.min(4, navigator.hardwareConcurrency);

/** A number of threads, where one was asked for: otherwise the notebooks print the same on every machine. */
function inWords(threads: number): string {
  if (askedThreads() === undefined) return "";
  const inEnglish = threads === 1 ? "1 thread" : `${threads} threads`;
  return `, ${{ en: inEnglish, ko: `스레드 ${threads}개` }[notebookLanguage()]}`;
}

/** Puts tfjs on its wasm backend, on memory that threads can share if there are to be several. */
async function useWasm(threads: number): Promise<void> {
  if (threads > 1) await useSharedBackend();
  else await useOrdinaryBackend();
}
