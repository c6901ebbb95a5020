/**
 * `deno task bench`: how fast the course computes, against PyTorch where Python has it; and how well its
 * notebooks run, against the classic Notebook and the stock kernel.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { terminalProgress } from "lib/progress.ts";
import { contests, type Line, measureAgainstStock, measureContest, Servers } from "./contests.ts";
import { measureCosts } from "./cost.ts";
import { measureDecoding } from "./decode.ts";
import { measureRoundTrip, measureStart } from "./first_cell.ts";
import { measureKernels } from "./kernels.ts";
import { measureOpening } from "./opening.ts";
import { outputCounts } from "./outputs.ts";
import { measureProducts } from "./products.ts";
import { measureSite } from "./site.ts";
import { measureTogether } from "./together.ts";

const spec: CommandSpec = {
  name: "bench",
  summary:
    "Measures training steps, matrix products, costs over length and decoding, against PyTorch.",
  usage: "[NAME…] [options]",
  options: {
    json: { type: "flag", help: "one JSON object per line" },
    rounds: { type: "text", value: "N", help: "rounds of each training step (default 7)" },
    threads: { type: "text", value: "N", help: "only with N threads (default 1 and 2)" },
    quick: { type: "flag", help: "one round of everything but stock tfjs: does it run?" },
  },
  notes:
    `NAME picks lines whose name holds it: transformer, lstm, gru, blas, gemm, cost, decode, stock.
Only when named: kernels (what the products of a step reach, and what each kernel costs), together (a
step in two trainings at once, and alone), outputs (lost or misplaced, in three front ends), start (to
the first result, beside the classic Notebook), opening (from the list to a notebook), round trip, and
site (the static site in Chromium: until a lesson can be read, until its first cell has run, what is
fetched for it, a training step over the same in Deno; COURSE_JUPYTERLITE names the folder or the
address of a JupyterLite to measure beside).
A ratio is our time over PyTorch's at equal threads; 1 is equal, smaller is better.`,
};

/** Something to measure, which prints one line or several. */
interface Task {
  readonly name: string;
  /** Left out unless it is asked for: it measures no arithmetic. */
  readonly onlyWhenNamed?: boolean;
  /** @param tell Hears what is measured now, where a task takes long. */
  measure(tell: (what: string) => void): Promise<Line[]>;
}

async function main(args: Arguments): Promise<void> {
  const quick = args.flag("quick"), rounds = args.number("rounds") ?? (quick ? 1 : 7);
  for (const [name, value] of [["rounds", rounds], ["threads", args.number("threads") ?? 1]]) {
    if (!Number.isInteger(value) || Number(value) < 1) {
      throw new UserError(`--${name} expects a whole number from 1, got ${value}.`);
    }
  }
  const chosen = args.number("threads");
  await using servers = new Servers();
  const tasks: Task[] = [
    ...(chosen ? [chosen] : [1, 2]).flatMap(contests).map((contest) => ({
      name: contest.name,
      measure: () => measureContest(contest, servers, rounds),
    })),
    ...quick
      ? []
      : [{ name: "stock", measure: () => measureAgainstStock(servers, Math.min(rounds, 5)) }],
    { name: "gemm", measure: measureProducts },
    { name: "cost", measure: () => measureCosts(quick ? 128 : 1024) },
    {
      name: "decode",
      measure: () => quick ? measureDecoding(1, [8, 64]) : measureDecoding(Math.min(rounds, 3)),
    },
    ...[
      { name: "kernels", measure: () => measureKernels(quick ? 2 : 15) },
      ...outputCounts(servers.problems, quick),
      { name: "together", measure: () => measureTogether(rounds, quick ? 2 : 60) },
      { name: "start", measure: () => measureStart(servers.problems, rounds) },
      { name: "opening", measure: () => measureOpening(servers.problems, quick ? 1 : rounds) },
      {
        name: "site",
        measure: (tell: (what: string) => void) => measureSite(servers, { rounds, quick, tell }),
      },
      { name: "round trip", measure: () => measureRoundTrip(quick ? 13 : 101) },
    ].map((task) => ({ ...task, onlyWhenNamed: true })),
  ];
  const wanted = tasks.filter(({ name, onlyWhenNamed }) =>
    args.words.length === 0 ? !onlyWhenNamed : args.words.some((word) => name.includes(word))
  );
  if (wanted.length === 0) {
    throw new UserError(
      `Nothing to measure is called ${args.words.join(", ")}. See: deno task bench --help`,
    );
  }
  const progress = terminalProgress({ total: wanted.length, label: "measuring" });
  const lines: Line[] = [];
  for (const [index, task] of wanted.entries()) {
    progress.update(index, task.name);
    const tell = (what: string) => progress.update(index, `${task.name}: ${what}`);
    for (const line of await task.measure(tell)) {
      // JSON goes out as it comes; the table waits, since the progress bar has the terminal's last line.
      if (args.flag("json")) console.log(JSON.stringify(line));
      else lines.push(line);
    }
  }
  progress.update(wanted.length);
  progress.finish();
  for (const line of lines) console.log(inWords(line));
  for (const problem of servers.problems) console.error(`Left out: ${problem}`);
}

function inWords({ name, unit, value, reference, ratio }: Line): string {
  const own = `${name.padEnd(56)} ${value.toFixed(2).padStart(9)} ${unit}`;
  return reference === undefined || ratio === undefined
    ? own
    : `${own}   PyTorch ${reference.toFixed(2).padStart(8)} ${unit}   ratio ${ratio.toFixed(2)}`;
}

await runCommand(spec, main);
