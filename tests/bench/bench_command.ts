/**
 * `deno task bench`: how fast the course computes, against PyTorch where Python has it.
 *
 * Both sides run in processes of their own and take turns, round by round, so that a machine that is
 * busy for a while slows both; each round gives its median, and the median of the rounds is printed.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { median } from "lib/statistics.ts";
import { COSTS, type Curve, measureCurve } from "./cost.ts";
import { measureProducts } from "./products.ts";
import { startServer, type StepServer } from "./server.ts";

const spec: CommandSpec = {
  name: "bench",
  summary: "Measures training steps, matrix products and costs over length, against PyTorch.",
  usage: "[NAME…] [options]",
  options: {
    json: { type: "flag", help: "one JSON object per line" },
    rounds: { type: "text", value: "N", help: "rounds per training step (default 7)" },
    threads: { type: "text", value: "N", help: "only with this many threads (default 1 and 2)" },
    quick: { type: "flag", help: "one round, and no stock tfjs: does everything run?" },
  },
  notes: `NAME picks lines that contain it: transformer, lstm, gru, gemm, cost.
A ratio is our time over PyTorch's at equal threads; smaller is better, 1 is equal.`,
};

/** One line of output. */
interface Line {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly reference?: number;
  readonly ratio?: number;
}

/** A training step to measure: the name printed, our server's settings, and whose turn comes between. */
interface Contest {
  readonly name: string;
  readonly workload: string;
  readonly backend: string;
  readonly threads: number;
  /** PyTorch's workload, or another contest's name to be compared with. */
  readonly reference: string | undefined;
  readonly steps: number;
}

function contests(threads: number): Contest[] {
  const plural = threads === 1 ? "1 thread" : `${threads} threads`;
  const backend = threads === 1 ? "wasm" : "wasm-threads";
  return [
    ...["transformer", "lstm", "gru"].map((workload) => ({
      name: `${workload} step, wasm, ${plural}`,
      workload,
      backend,
      threads,
      reference: workload,
      steps: 5,
    })),
    ...["transformer", "lstm", "gru"].map((workload) => ({
      name: `${workload} step, blas, ${plural}`,
      workload,
      backend: "blas",
      threads,
      reference: workload,
      steps: 5,
    })),
    {
      name: `transformer step, plain tfjs code, wasm, ${plural}`,
      workload: "transformer, plain tfjs code",
      backend,
      threads,
      reference: "transformer",
      steps: 3,
    },
  ];
}

/** The servers that are up, by their settings; none where one does not start. */
class Servers implements AsyncDisposable {
  readonly #started = new Map<string, Promise<StepServer | undefined>>();
  readonly problems: string[] = [];

  /** Our server on a backend with this many threads, or undefined where it does not work. */
  ours(backend: string, threads: number): Promise<StepServer | undefined> {
    const script = new URL("step_server.ts", import.meta.url).pathname;
    return this.#start(`${backend}, ${threads} threads`, [Deno.execPath(), "run", "-A", script], {
      COURSE_BACKEND: backend,
      COURSE_THREADS: String(threads),
    });
  }

  /** PyTorch with this many threads, or undefined where Python does not have it. */
  torch(threads: number): Promise<StepServer | undefined> {
    const script = new URL("torch_server.py", import.meta.url).pathname;
    return this.#start(`PyTorch, ${threads} threads`, ["python3", script, String(threads)], {});
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

  async [Symbol.asyncDispose]() {
    for (const server of this.#started.values()) await (await server)?.[Symbol.asyncDispose]();
  }
}

async function measure(
  contest: Contest,
  servers: Servers,
  rounds: number,
): Promise<Line | undefined> {
  const ours = await servers.ours(contest.backend, contest.threads);
  if (!ours) return undefined;
  const theirs = contest.reference ? await servers.torch(contest.threads) : undefined;
  const [mine, other]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    mine.push(median(await ours.time(contest.workload, contest.steps)));
    if (theirs && contest.reference) {
      other.push(median(await theirs.time(contest.reference, contest.steps)));
    }
  }
  const value = median(mine);
  const compared = other.length > 0
    ? { reference: median(other), ratio: value / median(other) }
    : {};
  return { name: contest.name, unit: "ms", value, ...compared };
}

async function main(args: Arguments): Promise<void> {
  const quick = args.flag("quick");
  const rounds = args.number("rounds") ?? (quick ? 1 : 7);
  const chosen = args.number("threads");
  if (rounds < 1 || !Number.isInteger(rounds)) {
    throw new UserError(`--rounds expects a whole number from 1, got ${rounds}.`);
  }
  const wanted = (name: string) =>
    args.words.length === 0 || args.words.some((word) => name.includes(word));
  const print = (line: Line) =>
    console.log(args.flag("json") ? JSON.stringify(line) : inWords(line));

  await using servers = new Servers();
  for (const threads of chosen ? [chosen] : [1, 2]) {
    for (const contest of contests(threads)) {
      if (!wanted(contest.name)) continue;
      const line = await measure(contest, servers, rounds);
      if (line) print(line);
    }
  }
  const speedUp = "transformer step, faster than stock tfjs wasm";
  if (!quick && wanted(speedUp)) {
    const [ours, stock] = [await servers.ours("wasm", 1), await servers.ours("wasm-stock", 1)];
    if (ours && stock) {
      const [mine, other]: number[][] = [[], []];
      for (let round = 0; round < Math.min(rounds, 5); round++) {
        mine.push(median(await ours.time("transformer", 3)));
        other.push(...await stock.time("transformer, plain tfjs code", 1));
      }
      print({ name: speedUp, unit: "times", value: median(other) / median(mine) });
    }
  }
  if (wanted("gemm")) { for (const line of await measureProducts()) print(line); }
  if (wanted("cost")) {
    const curves: Curve[] = [];
    for (const cost of COSTS) {
      const curve = await measureCurve(cost, quick ? 128 : 1024);
      curves.push(curve);
      for (const { length, milliseconds } of curve.points) {
        print({ name: `cost, ${cost.name}, n = ${length}`, unit: "ms", value: milliseconds });
      }
      print({
        name: `cost, ${cost.name}, slope (time ~ n^slope)`,
        unit: "exponent",
        value: curve.slope,
      });
    }
  }
  for (const problem of servers.problems) console.error(`Left out: ${problem}`);
}

function inWords({ name, unit, value, reference, ratio }: Line): string {
  const own = `${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ${unit}`;
  return reference === undefined || ratio === undefined
    ? own
    : `${own}   PyTorch ${reference.toFixed(2).padStart(8)} ${unit}   ratio ${ratio.toFixed(2)}`;
}

await runCommand(spec, main);
