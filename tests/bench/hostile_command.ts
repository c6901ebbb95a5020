/**
 * What one hostile submission costs a class of 100: each kind in turn joins 99 honest learners whose verdicts
 * are known, with an attack in every exercise of the course. Whatever it does, the others' lines stay the same.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import type { Exercise } from "lib/homework/exercise/exercise.ts";
import { allHomework } from "lib/homework/exercises/catalogue.ts";
import { codeCell, type Notebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { grade } from "../homework/grading/interrupted_grading.ts";
import { writeClass } from "../homework/grading/made_up_class.ts";
import { notebookWith } from "../homework/submission.ts";

/** A cell that declares what the exercise asks for, and does something else in it. */
const cell = (body: string, before = "") => ({ name }: Exercise): string =>
  `${before}\nfunction ${name}(...args: any[]): any {\n${body}\n}`;

/** Takes a parser exponential time. */
const slowText = `let z = ${"async(a=".repeat(40)}1${")".repeat(40)};`;

/** What stands in every exercise. */
const cells: Readonly<Record<string, (exercise: Exercise) => string>> = {
  "a loop that never ends": cell("while (true);"),
  "a loop outside of the function": cell("", "for (;;);"),
  "an await that never ends": cell("return new Promise(() => {});"),
  "microtasks without end": cell("return (async () => { while (true) await null; })();"),
  "a regular expression": cell(`return /(a+)+$/.test("a".repeat(60) + "b");`),
  "a fresh loop of a second in each call": cell(
    "for (const end = performance.now() + 1000; performance.now() < end;); return args[0];",
  ),
  "a heap that fills": cell(
    "const all: any[] = []; while (true) all.push(new Array(1e5).fill(1));",
  ),
  "memory beside the heap": cell(
    "const all = []; while (true) all.push(new Uint8Array(1e8).fill(1));",
  ),
  "a million lines printed": cell("while (true) console.log('x'.repeat(100));"),
  "results of ten million numbers": cell("return new Array(1e7).fill(0.5);"),
  "the end of the process": cell("Deno.exit(0);"),
  "the end of the process, later": cell("setTimeout(() => Deno.exit(0), 1); return args[0];"),
  "changed prototypes": cell(
    "return 1;",
    "Array.prototype.map = () => []; Map.prototype.get = () => 0;",
  ),
  "errors that count their looks": cell(
    "throw new Proxy(new Error(), { get() { while (true); } });",
  ),
  "a text that takes a parser for ever": cell("return 1;", slowText),
  "a cell of 100,000 characters": cell("return 1;", `// ${"x".repeat(90_000)}`),
};

/** What stands around the cells. */
const notebooks: Readonly<Record<string, (notebook: Notebook) => void>> = {
  "1,000 further cells that take a parser for ever": ({ cells }) => {
    for (let i = 0; i < 1000; i++) {
      cells.push(codeCell(`slow-${i}`, `${slowText}\nconst helper = 1;`));
    }
  },
  "30 MB of outputs": ({ cells }) => {
    cells.push({
      ...codeCell("large", "1"),
      outputs: [{ output_type: "stream", name: "stdout", text: "x".repeat(30e6) }],
    });
  },
};

/** Files in the place of notebooks. */
const files: Readonly<Record<string, string>> = {
  "brackets 1,000,000 deep": "[".repeat(1e6),
  "a key 1,000,000 times": `{"cells":[],${`"a":1,`.repeat(1e6)}"b":1}`,
};

const spec: CommandSpec = {
  name: "bench-hostile",
  summary: "Measures what one hostile submission costs a class of 100.",
  usage: "[WORD…] [options]",
  options: { learners: { type: "text", value: "N", help: "how many are honest (default 99)" } },
  notes: "WORD picks the kinds whose name holds it.",
};

async function main(args: Arguments): Promise<void> {
  const learners = args.number("learners") ?? 99;
  if (!Number.isInteger(learners) || learners < 1) {
    throw new UserError(`--learners expects a whole number from 1, got ${learners}.`);
  }
  const kinds = [...Object.keys(cells), ...Object.keys(notebooks), ...Object.keys(files)]
    .filter((kind) => args.words.length === 0 || args.words.some((word) => kind.includes(word)));
  const folder = await Deno.makeTempDir({ prefix: "course-hostile-" });
  const [everybody, cache] = ["class", "cache"].map((name) => join(folder, name));
  try {
    await writeClass(everybody, { learners });
    await grade(everybody, cache);
    const alone = await grade(everybody, cache);
    console.log(`${learners} honest learners from the cache: ${inWords(alone.processorSeconds)}`);
    for (const kind of kinds) {
      const eve = join(everybody, "zz-eve");
      await writeHostile(eve, kind);
      const run = await grade(everybody, cache);
      const others = run.out.split("\n").filter((line) => !line.includes('"learner":"zz-eve"'));
      assertEquals(others.join("\n"), alone.out, `"${kind}" changes what is said of others`);
      const points = [...run.out.matchAll(/"learner":"zz-eve".*?"points":(\d+)/g)]
        .reduce((sum, [, more]) => sum + Number(more), 0);
      const cost = inWords(run.processorSeconds - alone.processorSeconds);
      console.log(
        `${kind.padEnd(50)} ${cost}, ${run.seconds.toFixed(0)} s in all, ${points} points`,
      );
      await Deno.remove(eve, { recursive: true });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const inWords = (seconds: number): string => `${seconds.toFixed(1).padStart(5)} s of one core`;

/** Hands in all ten notebooks of a kind. */
async function writeHostile(folder: string, kind: string): Promise<void> {
  await Deno.mkdir(folder);
  for (const homework of await allHomework()) {
    const answer = cells[kind] ?? cell("return 1;");
    const notebook = notebookWith(
      homework,
      Object.fromEntries(homework.exercises.map((exercise) => [exercise.id, answer(exercise)])),
    );
    notebooks[kind]?.(notebook);
    const text = files[kind] ?? serializeNotebook(notebook);
    await Deno.writeTextFile(join(folder, `${homework.notebook}.ipynb`), text);
  }
}

await runCommand(spec, main);
