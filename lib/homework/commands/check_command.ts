/**
 * `deno task check 04`: grades the learner's homework of one notebook as the file holds it, with hints.
 *
 * @module
 */
import { basename, dirname, relative, resolve } from "node:path";
import {
  type Arguments,
  type CommandSpec,
  languageOf,
  languageOption,
  runCommand,
  UserError,
} from "lib/command.ts";
import type { Language } from "lib/language.ts";
import { progressBar } from "lib/progress.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { type Answer, answersIn } from "../evaluation/plan.ts";
import { Reader } from "../evaluation/reader.ts";
import { checkSeed, describePoints, type Exercise, type Homework } from "../exercise/exercise.ts";
import { digestOf } from "../exercise/in_notebook.ts";
import { loadHomework } from "../exercises/catalogue.ts";
import { solutionCell } from "../exercises/solutions.ts";
import type { Verdict } from "../judge/judge.ts";
import { reportVerdict } from "../judge/report.ts";
import { limitsNote } from "../sandbox/limits.ts";
import { Workspace } from "../sandbox/stage.ts";
import { nextHints } from "../memory/hints.ts";
import { rememberVerdicts } from "../memory/verdicts.ts";
import { jsonLine } from "./json_line.ts";
import {
  editionAt,
  editionFolders,
  notebookFile,
  numberIn,
  openNotebook,
  parseNumber,
  parseTyped,
  type Typed,
} from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "check",
  summary: "Grade your homework of one notebook, with hints.",
  usage: "[ko/]NN[.K] | FILE [options]",
  options: {
    watch: { type: "flag", help: "check again whenever the notebook is saved" },
    hint: { type: "flag", help: "show one more hint for what you tried and does not pass yet" },
    solution: {
      type: "text",
      value: "NN.K",
      help: "show the commented solution of an exercise, after a question",
    },
    yes: { type: "flag", help: "say yes to that question" },
    json: { type: "flag", help: "one JSON object per line and exercise" },
    lang: languageOption,
    seed: { type: "text", value: "N", help: "other inputs, such as those of a graded verdict" },
    file: { type: "text", value: "PATH", help: "check this notebook file" },
  },
  notes:
    `Save the notebook first: the file is what is checked. ko/04 means the Korean edition's notebook 04,
and its reports are Korean without --lang.
Exit status: 0 if every exercise passes, 1 if not, 2 for wrong options.

Examples:
  deno task check 04
  deno task check 04.2 --hint
  deno task check ko/04
  deno task check copies/04-scaling.ipynb
  deno task check 04 --watch
  deno task check --solution 04.2

${limitsNote}`,
};

if (import.meta.main) await runCommand(spec, main);

async function main(args: Arguments): Promise<number> {
  const solution = args.text("solution");
  const [word, ...others] = args.words;
  if (others.length > 0) throw new UserError(`Expected one notebook, got ${args.words.join(" ")}.`);
  const named = solution === undefined && word?.endsWith(".ipynb") ? word : undefined;
  const { notebook, place, edition } = named === undefined
    ? parseTyped(solution ?? word)
    : await typedAsFile(named);
  const isKorean = edition === "ko" && args.text("lang") === undefined;
  const language = isKorean ? "ko" : languageOf(args);
  const number = await parseNumber(notebook, "deno task check 04");
  const whole = await loadHomework(number);
  const exercise = place === undefined ? undefined : findExercise(whole, `${number}.${place}`);
  if (solution !== undefined) {
    return await showSolution(exercise, args.flag("yes"), language);
  }
  const homework = exercise ? { ...whole, exercises: [exercise] } : whole;
  const path = resolve(
    args.text("file") ?? named ?? await notebookFile(number, editionFolders[edition]),
  );
  const seed = args.number("seed");
  if (seed !== undefined && !Number.isInteger(seed)) {
    throw new UserError(`--seed expects a whole number, got ${seed}.`);
  }
  await using workspace = await Workspace.create();
  await using reader = new Reader();
  const machine = { workspace, reader };
  const options = {
    json: args.flag("json"),
    language,
    typed: named?.replace(/.*\s.*/, '"$&"') ?? (edition === "ko" ? "ko/" : "") + asTyped(homework),
    seed,
    ...(args.flag("hint") && { hints: {} }),
  };
  if (!args.flag("watch")) return await checkOnce(machine, homework, path, options);
  await watch(machine, homework, path, options);
  return 0;
}

/** What the path of a notebook stands for: all of its exercises. */
async function typedAsFile(path: string): Promise<Typed> {
  return { notebook: await numberIn(path), place: undefined, edition: editionAt(path) };
}

/** What checks need, made once. */
interface Machine {
  readonly workspace: Workspace;
  readonly reader: Reader;
}

interface CheckOptions {
  readonly json: boolean;
  /** How many hints of each exercise are shown; absent where none are asked for. */
  readonly hints?: Record<string, number>;
  readonly language: Language;
  /** What a person types for this homework. */
  readonly typed: string;
  readonly seed?: number;
}

/** Checks the file and prints the verdicts; 0 if every exercise passes. */
async function checkOnce(
  { workspace, reader }: Machine,
  homework: Homework,
  path: string,
  options: CheckOptions,
): Promise<number> {
  const notebook = await openNotebook(path);
  const { language, seed = checkSeed } = options;
  const answers = answersIn(homework, [notebook]);
  const progress = options.json ? undefined : progressBar({
    total: answers.length,
    label: { en: "checking", ko: "확인 중" }[language],
    language,
  });
  let done = 0;
  const verdicts = await evaluate(workspace, reader, answers, {
    seed,
    onVerdict: ({ exercise }) => progress?.update(++done, exercise.id),
  });
  progress?.finish();
  await remember(answers, verdicts);
  if (options.json) {
    const learner = basename(dirname(path));
    for (const verdict of verdicts) console.log(jsonLine(learner, verdict));
  } else {
    const { hints } = options;
    if (hints) Object.assign(hints, await nextHints(hintsWanted(verdicts, hints)));
    const color = Deno.stdout.isTerminal() && !Deno.noColor;
    for (const [i, verdict] of verdicts.entries()) {
      const report = reportVerdict(verdict, {
        color,
        language,
        hints: hints?.[verdict.exercise.id],
      });
      const isApart = report.includes("\n") || i === verdicts.length - 1;
      console.log(isApart ? `${report}\n` : report);
    }
    console.log(summary(homework, verdicts, path, options));
  }
  return verdicts.every(({ status }) => status === "passed") ? 0 : 1;
}

/** For the page, which shows the same progress. */
async function remember(
  answers: readonly Answer[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const sources = new Map(
    answers.map(({ exercise, sources: [source = ""] }) => [exercise, source]),
  );
  await rememberVerdicts(
    await Promise.all(verdicts.map(async ({ exercise, status }) => (
      { exercise: exercise.id, digest: await digestOf(sources.get(exercise) ?? ""), status }
    ))),
  );
}

/**
 * What was tried and does not pass; where nothing was tried, the exercise to begin with. A watch asks for
 * one further hint of each, not for one at each save.
 */
function hintsWanted(
  verdicts: readonly Verdict[],
  shown: Readonly<Record<string, number>>,
): string[] {
  const open = verdicts.filter(({ status }) => status !== "passed");
  const tried = open.filter(({ status }) => status !== "not started");
  return (tried.length > 0 ? tried : open.slice(0, 1)).map(({ exercise }) => exercise.id)
    .filter((id) => !Object.hasOwn(shown, id));
}

function summary(
  homework: Homework,
  verdicts: readonly Verdict[],
  path: string,
  { language, typed }: CheckOptions,
): string {
  const sum = verdicts.reduce((total, verdict) => total + verdict.points, 0);
  const points = Math.round(100 * sum) / 100;
  const all = homework.exercises.reduce((total, exercise) => total + exercise.points, 0);
  const file = relative(Deno.cwd(), path);
  const open = verdicts.some(({ status }) => status !== "passed");
  const help = `deno task check ${typed} --hint`;
  const words = {
    en: { score: `${points} of ${describePoints(all)} in ${file}`, more: `More help: ${help}` },
    ko: { score: `${file}: ${all}점 중 ${points}점`, more: `도움말: ${help}` },
  }[language];
  return open ? `${words.score}\n${words.more}` : words.score;
}

/** What a person types for this homework: the notebook, or its one exercise. */
function asTyped({ notebook, exercises }: Homework): string {
  return exercises.length === 1 ? exercises[0].id : notebook;
}

async function showSolution(
  exercise: Exercise | undefined,
  isWanted: boolean,
  language: Language,
): Promise<number> {
  if (!exercise) throw new UserError("--solution expects one exercise, such as 04.2.");
  const { id, name } = exercise;
  if (!isWanted) {
    if (!Deno.stdin.isTerminal()) {
      throw new UserError(
        "A solution is shown after a question: run this in a terminal, or add --yes.",
      );
    }
    const question = {
      en: `Show the solution of ${id} ${name}? Trying once more teaches more.`,
      ko: `${id} ${name}의 풀이를 볼까요? 한 번 더 해 보면 더 많이 배웁니다.`,
    };
    if (!confirm(question[language])) return 0;
  }
  console.log(`\n${await solutionCell(id)}`);
  return 0;
}

function findExercise({ exercises }: Homework, id: string): Exercise {
  const exercise = exercises.find((one) => one.id === id);
  if (exercise) return exercise;
  const known = exercises.map((one) => one.id).join(", ");
  throw new UserError(`Expected one of ${known}, got "${id}".`);
}

/** Checks at each save, until the process is stopped. A broken file is reported and waited for. */
async function watch(
  machine: Machine,
  homework: Homework,
  path: string,
  options: CheckOptions,
): Promise<void> {
  const once = async (): Promise<void> => {
    try {
      await checkOnce(machine, homework, path, options);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      console.log(error.message);
    }
    if (options.json) return;
    console.log(
      {
        en: "Waiting for the next save. Stop with Ctrl-C.",
        ko: "다음 저장을 기다립니다. Ctrl-C로 끝냅니다.",
      }[options.language],
    );
  };
  // The folder, since editors replace the file rather than write into it.
  const events = Deno.watchFs(dirname(path), { recursive: false });
  let seen = await Deno.readTextFile(path).catch(() => "");
  await once();
  for await (const event of events) {
    if (!event.paths.some((changed) => basename(changed) === basename(path))) continue;
    const text = await Deno.readTextFile(path).catch(() => undefined);
    if (text === undefined || text === "" || text === seen) continue;
    seen = text;
    const time = new Date().toLocaleTimeString("en-GB");
    const saved = { en: `saved at ${time}`, ko: `${time} 저장됨` }[options.language];
    if (!options.json) console.log(`\n── ${saved} ──`);
    await once();
  }
}
