/**
 * `deno task grade DIR…`: an instructor's run over many submissions.
 *
 * @module
 */
import stringWidth from "string-width";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { progressBar } from "lib/progress.ts";
import { type GradedSubmission, gradeSubmissions } from "./grade.ts";
import { findLimits } from "./limits.ts";
import { gradeRecord, jsonLine } from "./json_line.ts";
import type { Verdict } from "./judge.ts";
import { plainText } from "./plain_text.ts";
import { removeOnSignal, Workspace } from "./stage.ts";
import { findSubmissions } from "./submissions.ts";

const spec: CommandSpec = {
  name: "grade",
  summary: "Grade many submissions: one folder per learner, or one folder of notebooks.",
  usage: "DIR… [options]",
  options: {
    json: { type: "flag", help: "one JSON object per line, learner and exercise" },
    csv: { type: "flag", help: "comma-separated values, one line per learner and exercise" },
    seed: { type: "text", value: "N", help: "repeat the inputs of an earlier run" },
  },
  notes: `The submissions are not trusted: each runs in a process of its own without network, files
or environment, and only values leave it.
Exit status: 0 once everything is graded, whatever the grades are.`,
};

if (import.meta.main) await runCommand(spec, main);

async function main(args: Arguments): Promise<void> {
  if (args.words.length === 0) {
    throw new UserError(
      "Expected a folder of submissions, got nothing. Example: deno task grade hw/",
    );
  }
  const seed = args.number("seed") ?? crypto.getRandomValues(new Uint16Array(1))[0];
  if (!Number.isInteger(seed)) throw new UserError(`--seed expects a whole number, got ${seed}.`);
  const submissions = (await Promise.all(args.words.map(findSubmissions))).flat();
  if ((await findLimits()).memory === "heap") {
    console.error(
      "This machine has no prlimit: memory is bounded in the JavaScript heap alone, not in typed " +
        "arrays. Grade strangers' work on Linux.",
    );
  }
  await using workspace = await Workspace.create();
  removeOnSignal(workspace);
  const quiet = args.flag("json") || args.flag("csv");
  const progress = quiet ? undefined : progressBar({ total: submissions.length, label: "grading" });
  const graded = await gradeSubmissions(workspace, submissions, {
    seed,
    onProgress: (done) => progress?.update(done),
    onStray: (learner, problem) => console.error(`${plain(learner)}: ${plain(problem)}; left out`),
  });
  progress?.finish();
  if (args.flag("json")) {
    for (const { learner, verdicts } of graded) {
      for (const verdict of verdicts) console.log(jsonLine(learner, verdict));
    }
  } else if (args.flag("csv")) {
    console.log(csv(graded));
  } else {
    console.log(`${table(graded)}\n\nSame inputs again: --seed ${seed}`);
  }
}

/** A table: one row per learner, one column per exercise, and below it what went wrong by itself. */
export function table(graded: readonly GradedSubmission[]): string {
  const exercises = graded[0]?.verdicts.map(({ exercise }) => exercise) ?? [];
  const max = exercises.reduce((sum, { points }) => sum + points, 0);
  const rows = [
    ["learner", ...exercises.map(({ id, points }) => `${id} /${points}`), `points /${max}`],
    ...graded.map(({ learner, verdicts }) => [
      plain(learner),
      ...verdicts.map(score),
      String(round(verdicts.reduce((sum, { points }) => sum + points, 0))),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? "")))
  );
  const lines = rows.map((row) =>
    row.map((cell, column) => cell + " ".repeat(widths[column] - stringWidth(cell)))
      .join("  ").trimEnd()
  );
  const remarks = graded.flatMap(({ learner, verdicts }) =>
    verdicts.flatMap(({ exercise, status, problem }) =>
      problem && status !== "manual" ? [`${plain(learner)} ${exercise.id}: ${plain(problem)}`] : []
    )
  );
  return [...lines, ...(remarks.length > 0 ? ["", ...remarks] : [])].join("\n");
}

function score({ status, points }: Verdict): string {
  if (status === "passed" || status === "failed") return String(points);
  return status === "not started" ? "–" : status;
}

/** The records of contract and `--json`, as comma-separated values. */
export function csv(graded: readonly GradedSubmission[]): string {
  const columns = [
    ...["learner", "exercise", "function", "status", "points", "max", "message"] as const,
    "misconception" as const,
  ];
  const rows = graded.flatMap(({ learner, verdicts }) =>
    verdicts.map((verdict) => {
      const record = gradeRecord(learner, verdict);
      return columns.map((column) => field(record[column] ?? "")).join(",");
    })
  );
  return [columns.join(","), ...rows].join("\r\n");
}

/** A field; a leading `=`, `+`, `-` or `@` would be a formula to a spreadsheet. */
function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** In one line. */
function plain(text: string): string {
  return plainText(text).replace(/\s+/g, " ");
}

function round(points: number): number {
  return Math.round(100 * points) / 100;
}
