/**
 * How fast a class is graded, cold and from the cache, in how much memory, and whether a run that is killed
 * in the middle goes on without loss:
 *
 *     deno run -A tests/bench/grading_command.ts --learners 500
 *
 * @module
 */
import { join } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { gradeInterrupted } from "../homework/grading/interrupted_grading.ts";
import { writeClass } from "../homework/grading/made_up_class.ts";

const spec: CommandSpec = {
  name: "bench-grading",
  summary: "Grades a made-up class of which no two cells are the same, killed once, then again.",
  usage: "[options]",
  options: {
    learners: { type: "text", value: "N", help: "submissions of all exercises (default 500)" },
    json: { type: "flag", help: "one JSON object per line: name, unit, value" },
  },
};

async function main(args: Arguments): Promise<void> {
  const learners = args.number("learners") ?? 500;
  if (!Number.isInteger(learners) || learners < 2) {
    throw new UserError(`--learners expects a whole number from 2, got ${learners}.`);
  }
  const folder = await Deno.makeTempDir({ prefix: "course-bench-" });
  try {
    await writeClass(join(folder, "class"), { learners, allDifferent: true });
    const result = await gradeInterrupted(join(folder, "class"), join(folder, "cache"), {
      killAfter: 0.4,
    });
    const { cold, cached, records } = result;
    const exercises = records.length / learners;
    const lines = [
      [
        `graded cold, killed once: ${learners} of ${exercises} exercises`,
        "per s",
        learners / cold.seconds,
      ],
      ["processor time per submission, cold", "s", cold.processorSeconds / learners],
      ["memory of the grader, cold", "MB", cold.megabytes],
      ["memory of the grader and all its processes, cold", "MB", cold.megabytesInAll],
      ["graded from the cache", "per s", learners / cached.seconds],
      ["memory of the grader, from the cache", "MB", cached.megabytes],
    ] as const;
    for (const [name, unit, value] of lines) {
      console.log(
        args.flag("json")
          ? JSON.stringify({ name, unit, value })
          : `${name.padEnd(60)} ${value.toFixed(2).padStart(9)} ${unit}`,
      );
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

await runCommand(spec, main);
