/**
 * `deno task yardsticks`: does the library reach what others published on the same work?
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { formatSeconds, terminalProgress } from "lib/progress.ts";
import { ready } from "lib/tensor/ready.ts";
import { addition } from "./yardsticks/addition.ts";
import { characters } from "./yardsticks/characters.ts";
import { copy } from "./yardsticks/copy.ts";
import { endings } from "./yardsticks/endings.ts";
import { lengthCurves } from "./yardsticks/lengths.ts";
import { reverse } from "./yardsticks/reverse.ts";
import { sort } from "./yardsticks/sort.ts";
import { type Finding, progressTotal, type Yardstick } from "./yardsticks/yardstick.ts";

const yardsticks: readonly Yardstick[] = [
  copy,
  reverse,
  sort,
  addition,
  lengthCurves,
  endings,
  characters,
];

const spec: CommandSpec = {
  name: "yardsticks",
  summary: "Trains on published tasks and compares what comes out with what was published.",
  usage: "[NAME…] [options]",
  options: {
    json: { type: "flag", help: "one JSON object per line" },
    text: {
      type: "text",
      value: "PATH",
      help: "the text that characters learns from: Shakespeare, 1.1 MB, as nanoGPT takes it",
    },
    share: {
      type: "text",
      value: "S",
      help: "only this share of the training, in (0, 1]: is everything wired? (default 1)",
    },
  },
  notes: `NAME is one of ${yardsticks.map(({ name }) => name).join(", ")}; all of them without one,
characters only with --text, endings only when named.
The status is 1 if a published result is missed.`,
};

/** One line of `--json`. */
interface Line
  extends Omit<Yardstick, "run" | "readsText" | "onlyWhenNamed">, Omit<Finding, "losses"> {
  readonly seconds: number;
}

async function main(args: Arguments): Promise<number> {
  const share = args.number("share") ?? 1;
  if (!(share > 0 && share <= 1)) {
    throw new UserError(`--share expects a number in (0, 1], got ${share}.`);
  }
  const unknown = args.words.filter((word) => !yardsticks.some(({ name }) => name === word));
  if (unknown.length > 0) {
    throw new UserError(
      `No yardstick is called ${unknown.join(", ")}; there are ${
        yardsticks.map(({ name }) => name).join(", ")
      }.`,
    );
  }
  const path = args.text("text");
  const text = path === undefined ? undefined : await readText(path);
  const wanted = yardsticks.filter(({ name, readsText, onlyWhenNamed }) =>
    args.words.length === 0
      ? !onlyWhenNamed && (!readsText || text !== undefined)
      : args.words.includes(name)
  );
  const lacking = wanted.find(({ readsText }) => readsText && text === undefined);
  if (lacking) throw new UserError(`${lacking.name} learns from a text: give it with --text PATH.`);
  console.error((await ready()).description);
  let missed = 0;
  for (const yardstick of wanted) {
    const line = await measure(yardstick, share, text);
    if (!line.reached) missed++;
    console.log(args.flag("json") ? JSON.stringify(line) : inWords(line));
  }
  if (!args.flag("json")) console.log(`${wanted.length - missed} of ${wanted.length} reached`);
  return missed === 0 ? 0 : 1;
}

async function measure(yardstick: Yardstick, share: number, text?: string): Promise<Line> {
  const progress = terminalProgress({ total: progressTotal, label: yardstick.name });
  const start = performance.now();
  const { found, reached, figures } = await yardstick.run({ share, progress, text });
  progress.update(progressTotal);
  progress.finish(found);
  const { name, task, publishedSetting, ourSetting, published } = yardstick;
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return { name, task, publishedSetting, ourSetting, published, found, reached, figures, seconds };
}

async function readText(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    throw new UserError(
      `--text ${path} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The settings are sentences: a block of lines for each task reads better than seven columns. */
function inWords(line: Line): string {
  const rows = [
    ["published setting", line.publishedSetting],
    ["our setting", line.ourSetting],
    ["published", line.published],
    ["found", line.found],
    ["time", formatSeconds(line.seconds)],
  ];
  return [
    `${line.reached ? "✓" : "✗"} ${line.task}`,
    ...rows.map(([left, right]) => `  ${left.padEnd(18)} ${right}`),
    "",
  ].join("\n");
}

await runCommand(spec, main);
