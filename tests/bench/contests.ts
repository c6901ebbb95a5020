/**
 * Training steps and writing against PyTorch, at equal threads. Both sides run in processes of their own and take
 * turns, round by round, so that a machine that is busy for a while slows both; the median of the
 * rounds' medians counts.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { median } from "lib/statistics.ts";
import { startServer, type StepServer } from "./server.ts";

/** One line of the benchmark's output. */
export interface Line {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** PyTorch's value. */
  readonly reference?: number;
  /** Ours ÷ PyTorch's. */
  readonly ratio?: number;
}

/** A training step, or a text that is written, to measure. */
export interface Contest {
  /** What the line is called. */
  readonly name: string;
  /** Ours, of `workloads.ts`. */
  readonly workload: string;
  /** `COURSE_BACKEND` for our side. */
  readonly backend: string;
  /** Threads for both sides. */
  readonly threads: number;
  /** PyTorch's workload. */
  readonly reference: string;
  /** Steps in a round. */
  readonly steps: number;
}

/** All contests with this many threads. */
export function contests(threads: number): Contest[] {
  const plural = threads === 1 ? "1 thread" : `${threads} threads`;
  const wasm = threads === 1 ? "wasm" : "wasm-threads";
  const models = ["transformer", "lstm", "gru"];
  const step = (kind: string, backend: string) => (workload: string): Contest => ({
    name: `${workload} step, ${kind}, ${plural}`,
    workload,
    backend,
    threads,
    reference: workload,
    steps: 5,
  });
  return [
    ...models.map(step("wasm", wasm)),
    ...models.map(step("blas", "blas")),
    ...["write 64", "write 256"].map(step("wasm", wasm)).map((contest) => ({
      ...contest,
      name: `decode gpt, ${contest.workload} tokens with cache, wasm, ${plural}`,
    })),
    {
      ...step("wasm", wasm)("transformer"),
      name: `plain tfjs code of the same model, wasm, ${plural}`,
      workload: "transformer, plain tfjs code",
    },
  ];
}

/** The servers that are up, by their settings. */
export class Servers implements AsyncDisposable {
  readonly #started = new Map<string, Promise<StepServer | undefined>>();
  /** What did not start, and why. */
  readonly problems: string[] = [];

  /** Our server on a backend with this many threads, or undefined where it does not work. */
  ours(backend: string, threads: number): Promise<StepServer | undefined> {
    const script = fileURLToPath(new URL("step_server.ts", import.meta.url));
    const command = [Deno.execPath(), "run", "-A", script];
    return this.#start(`${backend}, threads: ${threads}`, command, {
      COURSE_BACKEND: backend,
      COURSE_THREADS: String(threads),
      NO_COLOR: "1",
    });
  }

  /** PyTorch with this many threads, or undefined where Python does not have it. */
  torch(threads: number): Promise<StepServer | undefined> {
    const script = fileURLToPath(new URL("torch_server.py", import.meta.url));
    return this.#start(`PyTorch, threads: ${threads}`, ["python3", script, String(threads)], {});
  }

  #start(key: string, command: string[], environment: Record<string, string>) {
    let server = this.#started.get(key);
    if (!server) {
      server = startServer(command, environment).catch((error: unknown) => {
        this.problems.push(`${key}: ${error instanceof Error ? error.message : error}`);
        return undefined;
      });
      this.#started.set(key, server);
    }
    return server;
  }

  /** Ends all of them. */
  async [Symbol.asyncDispose]() {
    for (const server of this.#started.values()) await (await server)?.[Symbol.asyncDispose]();
  }
}

/** Runs a contest; undefined where our side does not start, no ratio where PyTorch is missing. */
export async function measureContest(
  contest: Contest,
  servers: Servers,
  rounds: number,
): Promise<Line[]> {
  const { workload, reference, steps } = contest;
  const ours = await servers.ours(contest.backend, contest.threads);
  if (!ours) return [];
  const theirs = await servers.torch(contest.threads);
  const [mine, other]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    mine.push(median(await ours.time(workload, steps)));
    if (theirs) other.push(median(await theirs.time(reference, steps)));
  }
  const line = { name: contest.name, unit: "ms", value: median(mine) };
  if (other.length === 0) return [line];
  return [{ ...line, reference: median(other), ratio: line.value / median(other) }];
}

/** How much faster our step is than plain code on tfjs's stock backend, in turns. */
export async function measureAgainstStock(servers: Servers, rounds: number): Promise<Line[]> {
  const ours = await servers.ours("wasm", 1), stock = await servers.ours("wasm-stock", 1);
  if (!ours || !stock) return [];
  const [mine, other]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    mine.push(median(await ours.time("transformer", 3)));
    other.push(...await stock.time("transformer, plain tfjs code", 1));
  }
  const value = median(other) / median(mine);
  return [{ name: "one step, times faster than on stock tfjs wasm", unit: "times", value }];
}
