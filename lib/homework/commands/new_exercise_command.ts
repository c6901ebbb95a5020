/**
 * `deno task new-exercise`: makes the folder of a new exercise, with a small one that works in it (the mean
 * of some numbers) to be replaced part by part. What is to be replaced says FILL IN.
 *
 * @module
 */
import { join, relative } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { projectFolder } from "lib/platform/project.ts";
import { loadHomework } from "../exercises/catalogue.ts";
import { parseNumber } from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "new-exercise",
  summary:
    "Adds an exercise with a solution and two mistakes to a notebook, ready to be filled in.",
  usage: "NN NAME",
  options: {},
  notes:
    `deno task new-exercise 03 wordScores makes lib/homework/exercises/03/word_scores/ and lists it in
03/homework.ts. NAME is the function that the learner writes. Nothing is overwritten.`,
};

const exercises = join(projectFolder, "lib/homework/exercises");

async function main({ words }: Arguments): Promise<void> {
  const [notebook, name, ...more] = words;
  const number = await parseNumber(notebook, "deno task new-exercise 03 wordScores");
  if (name === undefined || more.length > 0) {
    throw new UserError(`Expected a notebook and one name, got "${words.join(" ")}".`);
  }
  const homework = await loadHomework(number);
  const id = `${number}.${homework.exercises.length + 1}`;
  const files = await addExercise(join(exercises, number), id, name);
  console.log(`Exercise ${id} is in\n${files.map((path) => `  ${nameInCourse(path)}`).join("\n")}

Next, as .github/CONTRIBUTING.md tells:
  1. Replace what says FILL IN, and the example around it.
  2. Write five more wrong answers, without a hint, in tests/homework/exercises/wrong_answers/${number}.ts.
  3. deno test -A --filter "/${id}|sandbox/" tests/homework/exercises
  4. deno task exercises ${number} && deno task notebooks ${number}
  5. Answer in the notebook, deno task check ${id}, then deno task reset ${id}.`);
}

function nameInCourse(path: string): string {
  return relative(projectFolder, path).replaceAll("\\", "/");
}

/**
 * Writes the three files of exercise `id` into a new folder in `folder` and lists it in the `homework.ts`
 * there. Returns the paths of all files. A {@linkcode UserError} says why it cannot be.
 */
export async function addExercise(folder: string, id: string, name: string): Promise<string[]> {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
    throw new UserError(`Expected a function's name such as wordScores, got "${name}".`);
  }
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = join(folder, snake);
  const list = join(folder, "homework.ts");
  const listed = withExercise(await Deno.readTextFile(list), id, name, snake);
  try {
    await Deno.mkdir(own);
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    throw new UserError(`${nameInCourse(own)} exists already: choose another name.`);
  }
  const files = {
    [join(own, "exercise.ts")]: exerciseText(id, name),
    [join(own, "solution.ts")]: solutionText(id, name),
    [join(own, "mistakes.ts")]: mistakesText(id, name),
    [list]: listed,
  };
  for (const [path, text] of Object.entries(files)) await writeAtomically(path, text);
  return Object.keys(files);
}

/** The text of a `homework.ts` with one exercise more at its end. */
function withExercise(text: string, id: string, name: string, snake: string): string {
  const lines = text.split("\n");
  const isImport = (line: string) => /from "\.\/\w+\/exercise\.ts";$/.test(line);
  const later = lines.findIndex((line) =>
    isImport(line) && line > `import { ${name} } from "./${snake}/exercise.ts";`
  );
  // The lines of `setup` look like imports too.
  const last = lines.findLastIndex((line) => /^import .* from "\.\.?\/.*";$/.test(line)) + 1;
  const end = lines.lastIndexOf("  ],");
  if (end < 0) throw new UserError('Expected the list of exercises to end with "  ],".');
  lines.splice(
    end,
    0,
    `    withAnswers(${name}, {`,
    `      solution: () => import("./${snake}/solution.ts"),`,
    `      mistakes: () => import("./${snake}/mistakes.ts"),`,
    `    }),`,
  );
  lines.splice(later < 0 ? last : later, 0, `import { ${name} } from "./${snake}/exercise.ts";`);
  return lines.join("\n").replace(/^(\/\*\* Exercises \d\d\.1 to )\d\d\.\d+/m, `$1${id}`);
}

function exerciseText(id: string, name: string): string {
  return `/**
 * Exercise ${id}: FILL IN what it asks, and where the idea comes from.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [numbers: number[]];

export const ${name} = defineExercise<Arguments>({
  id: "${id}",
  name: "${name}",
  title: { en: "FILL IN the heading of the task", ko: "FILL IN 과제의 제목" },
  difficulty: 1,
  minutes: 5,
  points: 1,
  task: {
    en: \`FILL IN what to write, in Markdown, in at most 80 words: the mean (평균) of the numbers.\`,
    ko: \`FILL IN 무엇을 구현하는지: 수들의 평균(mean).\`,
  },
  stub: \`/**
 * FILL IN one sentence: the mean of some numbers.
 *
 * @param numbers [time], plain array; at least one
 * @returns one number
 */
function ${name}(numbers: number[]): number {
  throw new Error("Not implemented yet");
}\`,
  parameters: [{ name: "numbers", axes: "time" }],
  result: [{ name: "mean", axes: "" }],

  // FILL IN The calls that decide: some by hand, which tell the mistakes apart, and some drawn by chance.
  cases: (random): Case<Arguments>[] => [
    {
      property: { en: "By hand: (1 + 3 + 8) / 3 = 4", ko: "손으로 푼 예: (1 + 3 + 8) / 3 = 4" },
      args: [[1, 3, 8]],
      result: 4,
    },
    { property: { en: "One number comes back", ko: "수 하나는 그대로" }, args: [[5]], result: 5 },
    {
      property: { en: "Seven numbers by chance", ko: "무작위로 뽑은 수 일곱 개" },
      args: [[...random.normals(7)]],
    },
  ],

  hints: [
    { en: "FILL IN: a nudge.", ko: "FILL IN: 살짝 알려 주기." },
    { en: "FILL IN: the way.", ko: "FILL IN: 방법 알려 주기." },
    { en: "FILL IN: nearly the answer.", ko: "FILL IN: 거의 답에 가깝게." },
  ],
});
`;
}

function solutionText(id: string, name: string): string {
  return `/**
 * A solution of exercise ${id}, with the thought behind it.
 *
 * @module
 */

/** FILL IN one sentence for whoever has tried: every number counts alike. */
export function ${name}(numbers: number[]): number {
  const sum = numbers.reduce((total, x) => total + x, 0);
  return sum / numbers.length;
}
`;
}

function mistakesText(id: string, name: string): string {
  return `/**
 * Wrong answers to exercise ${id} that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { ${name} } from "./solution.ts";

const sumOf = (numbers: number[]): number => numbers.reduce((sum, x) => sum + x, 0);

export const mistakes: readonly Mistake<typeof ${name}>[] = [
  {
    name: { en: "FILL IN the sum", ko: "FILL IN 합" },
    hint: {
      en: "FILL IN: you return the sum, not the mean.",
      ko: "FILL IN: 평균이 아니라 합을 돌려주었습니다.",
    },
    answer: sumOf,
  },
  {
    name: { en: "FILL IN divides by one less", ko: "FILL IN 하나 적은 수로 나눔" },
    hint: {
      en: "FILL IN: you divide by one less than there are numbers.",
      ko: "FILL IN: 수의 개수보다 하나 적은 값으로 나누었습니다.",
    },
    answer: (numbers) => sumOf(numbers) / (numbers.length - 1),
  },
];
`;
}

if (import.meta.main) await runCommand(spec, main);
