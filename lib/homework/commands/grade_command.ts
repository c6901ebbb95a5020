/**
 * `deno task grade DIR…`: an instructor's run over many submissions.
 *
 * @module
 */
import { join, resolve } from "node:path";
import {
  type Arguments,
  type CommandSpec,
  languageOf,
  languageOption,
  runCommand,
  UserError,
} from "lib/command.ts";
import { projectFolder } from "lib/platform/project.ts";
import { type Progress, progressBar } from "lib/progress.ts";
import { allHomework } from "../exercises/catalogue.ts";
import { gradeSubmissions } from "../grading/grade.ts";
import { findLookAlikes, type LookAlike } from "../grading/look_alikes.ts";
import { csv, oneLine, table } from "../grading/marks/gradebook.ts";
import { type LearnerMarks, marksOf, openQuestions } from "../grading/marks/marks.ts";
import { plainPolicy, type Policy, readPolicy } from "../grading/marks/policy.ts";
import { pairInWords, writeReports } from "../grading/reports/class_index.ts";
import {
  findClass,
  readSubmissions,
  type Submission,
  type SubmittedNotebook,
} from "../grading/submissions.ts";
import { parseShard, readShards, type Shard, shareOf, writeShard } from "../grading/shards.ts";
import { courseVersion, gradingSeed, VerdictCache } from "../grading/verdict_cache.ts";
import { describeLimits, findLimits, limitsNote } from "../sandbox/limits.ts";
import { findSecondWall } from "../sandbox/second_wall.ts";
import { LazyWorkspace } from "../sandbox/stage.ts";
import { markLine } from "./json_line.ts";

const spec: CommandSpec = {
  name: "grade",
  summary: "Grade many submissions: one folder per learner, or one folder of notebooks.",
  usage: "DIR… [options]\n       deno task grade merge RESULTS [options]",
  options: {
    json: { type: "flag", help: "one JSON object per line, learner and exercise" },
    csv: { type: "flag", help: "the gradebook: one line per learner, one column per exercise" },
    html: { type: "text", value: "DIR", help: "a page for each learner, and index.html for you" },
    lang: {
      ...languageOption,
      help: "the language of the learners' pages (default: the machine's)",
    },
    duplicates: { type: "flag", help: "grade nothing; list answers that look alike" },
    policy: { type: "text", value: "FILE", help: "points, deadlines, marks by hand (see below)" },
    seed: { type: "text", value: "N", help: "the inputs of this seed; new draws another one" },
    cache: { type: "text", value: "DIR", help: "where verdicts are kept (default .cache/grades)" },
    fresh: { type: "flag", help: "check and run everything again" },
    workers: {
      type: "text",
      value: "N",
      help: "submissions at a time (default: one for each core)",
    },
    shard: {
      type: "text",
      value: "K/N",
      help: "grade the K-th of N parts, into a file of --results",
    },
    results: { type: "text", value: "DIR", help: "where --shard writes (default results)" },
  },
  notes:
    `Without --json or --csv a table is printed. With several notebooks it has a column for each; the
gradebook has all exercises. --html goes with each of them.

The submissions are not trusted: each runs in a process of its own without network, files or environment,
and only values leave it. None takes more than a minute of one core: then what is left of it counts as not run.

Verdicts are kept as they come, by the cell's text, the course's version and the seed: a cell already
seen is not run again, and a run that was stopped goes on where it was. The seed is
drawn once and kept beside them, since inputs that learners know could be answered by heart. No report
tells it, nor the right values for inputs that were drawn with it. To look into a verdict together with
a learner: deno task check 04 --file THEIR.ipynb --seed N.

Rules of the class, all optional, from --policy or from grading.json beside the learners' folders, never
from within one:
  {
    "points": { "04.2": 6 },
    "types": "required",
    "deadlines": { "04": "2026-10-12T23:59:00+09:00" },
    "extensions": { "kim": { "04": "2026-10-19T23:59:00+09:00" } },
    "late": { "perDay": 0.1, "most": 0.5, "graceMinutes": 15 },
    "handedIn": "times.csv",
    "manual": "manual.csv"
  }
Values decide; types are looked at only where the class says "required".
Late work loses perDay of the notebook's points for each day begun, most of them at the most. times.csv
(learner,notebook,time) says when work was collected; deadlines need it, since the time that a file itself
carries is its owner's to set. A learner who is not in it is asked about, and counts as in time.
manual.csv (learner,exercise,points,feedback) holds marks that a person gives, for written answers or
instead of computed ones. It is read and never written. JSON lines hold points before lateness.

A large class goes onto many processors or machines in parts: each of N jobs grades one, with --shard K/N and
the same --cache (a folder that all can reach) or the same --seed. A job that was killed goes on where it was.
"merge" puts the parts together: the same table, gradebook, reports and duplicates as of one run. Recipes for
Slurm and Kubernetes: lib/homework/grading/cluster/README.md.

Exit status: 0 once everything is graded, whatever the grades are.

${limitsNote}

Examples:
  deno task grade hw/
  deno task grade hw/ --csv > grades.csv
  deno task grade hw/ --html reports/
  deno task grade hw/ --duplicates
  deno task grade hw/ --shard 1/4 --results parts/
  deno task grade merge parts/ --csv`,
};

if (import.meta.main) await runCommand(await withLimits(spec), main);

/** With what this machine has, for `--help`. */
async function withLimits({ notes, ...rest }: CommandSpec): Promise<CommandSpec> {
  return { ...rest, notes: `${notes}\n\n${await limitsHere()}` };
}

async function main(args: Arguments): Promise<void> {
  if (args.words[0] === "merge") return await merge(args);
  if (args.words.length === 0) {
    throw new UserError(
      "Expected a folder of submissions, got nothing. Example: deno task grade hw/",
    );
  }
  const { submissions, folder: classFolder } = await findClass(args.words);
  if (args.flag("duplicates")) return await listLookAlikes(submissions, args.flag("json"));
  const shard = shardOf(args);
  const workers = args.number("workers");
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0)) {
    throw new UserError(`--workers expects a whole number from 1, got ${workers}.`);
  }
  const rules = await findRules(args, classFolder);
  const policy = await policyOf(rules);
  const folder = resolve(args.text("cache") ?? join(projectFolder, ".cache/grades"));
  const seed = await gradingSeed(folder, args.text("seed"));
  if ((await findLimits()).memory === "watch") console.error(limitsNote);
  await using workspace = new LazyWorkspace();
  const version = await courseVersion(policy);
  using cache = await VerdictCache.open(folder, version, seed, {
    fresh: args.flag("fresh"),
    part: shard && `${shard.number}-of-${shard.count}`,
  });
  const json = args.flag("json");
  const quiet = (json || args.flag("csv") || shard) && !Deno.stderr.isTerminal();
  const mine = shard ? shareOf(submissions, shard) : [...submissions.entries()];
  const strays: string[] = [];
  const marks: LearnerMarks[] = [];
  const graded = await gradeSubmissions(
    () => workspace.get(),
    mine.map(([, submission]) => submission),
    {
      cache,
      ...(workers !== undefined && { workers }),
      demandTypes: policy.demandTypes,
      onRead: quiet ? undefined : bar("reading"),
      onProgress: quiet ? undefined : bar("grading"),
      onGraded(graded) {
        if (shard) return;
        const one = marksOf(graded, policy);
        marks.push(one);
        if (json) printLines(one);
      },
      onStray(learner, problem) {
        strays.push(`${oneLine(learner)}: ${oneLine(problem)}; left out`);
        console.error(strays.at(-1));
      },
    },
  );
  if (shard) {
    const results = resolve(args.text("results") ?? "results");
    const whole = { version, seed, submissions: submissions.length, rules: rules ?? null };
    const path = await writeShard(results, shard, whole, {
      graded: graded.map((one, i) => [mine[i][0], one]),
      strays,
      limits: await limitsHere(),
    });
    console.error(`${graded.length} submissions of ${submissions.length}: ${path}`);
    return;
  }
  await tell(args, { marks, policy, seed, limits: await limitsHere() });
}

/** What this machine puts between a learner's code and itself. */
async function limitsHere(): Promise<string> {
  return await describeLimits(await findSecondWall());
}

/** The part to grade, which makes no sense with what prints or writes a whole class. */
function shardOf(args: Arguments): Shard | undefined {
  const text = args.text("shard");
  if (text === undefined) {
    if (args.text("results") !== undefined) {
      throw new UserError("--results goes with --shard K/N, which writes there.");
    }
    return undefined;
  }
  const whole = ["json", "csv"].filter((name) => args.flag(name))
    .concat(args.text("html") === undefined ? [] : ["html"]);
  if (whole.length > 0) {
    throw new UserError(
      `--shard grades a part and prints nothing: give --${whole[0]} to deno task grade merge.`,
    );
  }
  return parseShard(text);
}

/** What parts found, as if one run had graded the class. */
async function merge(args: Arguments): Promise<void> {
  const [, folder = "results", ...more] = args.words;
  if (more.length > 0) throw new UserError(`Expected one folder of results, got also ${more[0]}.`);
  const { graded, strays, seed, rules, version, limits } = await readShards(
    folder,
    await allHomework(),
  );
  const policy = await policyOf(args.text("policy") ?? rules ?? undefined);
  if (version !== await courseVersion(policy)) {
    throw new UserError(
      `Expected parts that this course has graded, types ${
        policy.demandTypes ? "required" : "as advice"
      }; got another version's in ${folder}. Grade them again.`,
    );
  }
  for (const stray of strays) console.error(stray);
  if (args.flag("duplicates")) return printLookAlikes(await lookAlikes(graded), args.flag("json"));
  const marks = graded.map((one) => marksOf(one, policy));
  if (args.flag("json")) { for (const one of marks) printLines(one); }
  await tell(args, { marks, policy, seed, limits });
}

/** The contract's lines, all of a learner's at once. */
function printLines({ learner, notebooks }: LearnerMarks): void {
  const marks = notebooks.flatMap((notebook) => notebook.marks);
  if (marks.length === 0) return;
  console.log(marks.map((mark) => markLine(learner, mark)).join("\n"));
}

/** Questions, the table or the gradebook, and reports where they are wanted. */
async function tell(
  args: Arguments,
  { marks, policy, seed, limits }: {
    readonly marks: readonly LearnerMarks[];
    readonly policy: Policy;
    readonly seed: number;
    readonly limits: string;
  },
): Promise<void> {
  const questions = openQuestions(marks, policy);
  for (const question of questions) console.error(oneLine(question));
  if (args.flag("csv")) await Deno.stdout.write(new TextEncoder().encode(csv(marks)));
  else if (!args.flag("json")) {
    console.log(`${table(marks)}\n\nSame inputs again: --seed ${seed}`);
  }
  const reports = args.text("html");
  if (reports === undefined) return;
  const alike = await lookAlikes(marks.map(({ graded }) => graded));
  await writeReports(reports, {
    marks,
    alike,
    questions,
    seed,
    limits,
    language: languageOf(args),
  });
  console.error(`Reports: ${join(reports, "index.html")}`);
}

/** A bar that appears with the first report of work to do. */
function bar(label: string): (done: number, total: number) => void {
  let shown: Progress | undefined;
  return (done, total) => {
    if (total === 0) return;
    shown ??= progressBar({ total, label });
    shown.update(done);
    if (done === total) shown.finish();
  };
}

/**
 * The file of the class's rules: the one named, or `grading.json` beside the learners' folders. In a folder that is a
 * learner's own, such a file would be the learner's.
 */
async function findRules(
  args: Arguments,
  folder: string | undefined,
): Promise<string | undefined> {
  const beside = folder && join(folder, "grading.json");
  const isThere = beside !== undefined &&
    await Deno.stat(beside).then(({ isFile }) => isFile, () => false);
  return resolved(args.text("policy")) ?? (isThere ? beside : undefined);
}

function resolved(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

async function policyOf(rules: string | undefined): Promise<Policy> {
  if (rules === undefined) return plainPolicy;
  console.error(`Rules of the class: ${rules}`);
  return await readPolicy(rules, await allHomework());
}

interface HandedIn {
  readonly learner: string;
  readonly notebooks: ReadonlyMap<string, Pick<SubmittedNotebook, "cells">>;
}

async function lookAlikes(all: readonly HandedIn[]): Promise<LookAlike[]> {
  const exercises = (await allHomework()).flatMap((homework) => homework.exercises);
  const answers = all.map(({ learner, notebooks }) => ({
    learner,
    cells: new Map(
      [...notebooks.values()].flatMap(({ cells }) => [...cells])
        .flatMap(([id, sources]) => sources.length === 1 ? [[id, sources[0]] as const] : []),
    ),
  }));
  return await findLookAlikes(answers, exercises);
}

async function listLookAlikes(submissions: readonly Submission[], json: boolean): Promise<void> {
  const homeworks = await allHomework();
  const progress = bar("reading");
  const works = await readSubmissions(submissions, homeworks, (done) => {
    if (!json) progress(done, submissions.length);
  });
  const pairs = await lookAlikes(
    works.map(({ submission, notebooks }) => ({ learner: submission.learner, notebooks })),
  );
  printLookAlikes(pairs, json);
}

function printLookAlikes(pairs: readonly LookAlike[], json: boolean): void {
  for (const pair of pairs) console.log(json ? JSON.stringify(pair) : oneLine(pairInWords(pair)));
  if (pairs.length === 0 && !json) console.log("No answers look alike.");
}
