/**
 * `deno task train-translator`: trains the translator that is shipped, from the pairs of `datasets/`.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { isFileMissing } from "lib/platform/files.ts";
import { projectFile } from "lib/platform/project.ts";
import { terminalProgress } from "lib/progress.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";
import { learn } from "./learn.ts";
import { shippedFolder, shippedSize, TrainedTranslator } from "./trained_translator.ts";
import { trainingPairs } from "./training_pairs.ts";
import { translateTexts } from "./translate_sentences.ts";
import { grade } from "./translation.ts";

/** How many steps the shipped translator had. */
const steps = 5600;

/** Sentences that are translated between two reports. */
const portion = 32;

/** The seed of the shipped translator. */
const seed = 2017;

/** Where a run is kept until it ends. */
const runFolder = projectFile(".checkpoints/translator/");

const spec: CommandSpec = {
  name: "train-translator",
  summary: "Trains the translator that notebook 09 and `deno task translate` load.",
  usage: "[options]",
  options: {
    steps: {
      type: "text",
      value: "N",
      help: `how many steps, of 64 pairs each (default ${steps})`,
    },
    to: { type: "text", value: "DIR", help: "where it is written (default datasets/translator)" },
    marks: {
      type: "flag",
      help: "train nothing: say how well the translator in DIR does on the written pairs",
    },
  },
  notes:
    `Ctrl-C stops it after the step under way, and what it has learned is written; the same command goes
on from there, with more or fewer steps if you like: the run is kept in .checkpoints/translator/
(delete that folder to start anew).
Where OpenBLAS is installed, COURSE_BACKEND=blas COURSE_THREADS=2 is faster by far; the last digits
then differ.`,
};

async function main(args: Arguments): Promise<number> {
  const wanted = wholeNumber(args, "steps") ?? steps;
  const folder = `${(args.text("to") ?? shippedFolder).replace(/[\\/]*$/, "")}/`;
  console.error((await ready()).description);
  if (args.flag("marks")) return await tellMarks(folder);
  const pairs = await trainingPairs();
  using translator = await startedOr(() => TrainedTranslator.from(pairs, shippedSize, seed));
  const { languages: { korean, english }, model } = translator;
  console.error(
    `${pairs.length} pairs, ${korean.vocabulary.size} Korean and ${english.vocabulary.size} English ` +
      `tokens, ${model.parameterCount()} parameters`,
  );
  const { step, endedBy } = await learn(translator, pairs, {
    steps: wanted,
    seed,
    signal: stopSignal(),
    checkpoint: { path: `${runFolder}run.safetensors`, everySteps: 100 },
    progress: terminalProgress({ total: wanted, label: "training" }),
  });
  await translator.save(folder);
  console.log(`${folder} holds the translator after ${step} steps`);
  if (endedBy === "steps") return 0;
  console.log("It was stopped; the same command goes on.");
  return 1;
}

/** Says what the translator in `folder` is worth on pairs that it has not learned. */
async function tellMarks(folder: string): Promise<number> {
  using translator = await TrainedTranslator.load(folder);
  const { development, test } = await loadWrittenPairs();
  for (const [name, pairs] of Object.entries({ development, test })) {
    const progress = terminalProgress({ total: pairs.length, label: `translating ${name}` });
    const written: string[] = [];
    for (let start = 0; start < pairs.length; start += portion) {
      const sources = pairs.slice(start, start + portion).map(({ source }) => source);
      written.push(...(await translateTexts(translator, sources)).map(({ text }) => text));
      progress.update(written.length);
    }
    progress.finish();
    const { bleu, chrf } = grade(written, pairs);
    console.log(
      `${pairs.length} written ${name} pairs: BLEU ${bleu.toFixed(1)}, chrF ${chrf.toFixed(1)}`,
    );
  }
  return 0;
}

/** The translator of a run that was begun, or a new one. */
async function startedOr(begin: () => TrainedTranslator): Promise<TrainedTranslator> {
  try {
    return await TrainedTranslator.loadWords(runFolder, seed);
  } catch (error) {
    if (!isFileMissing(error)) throw error;
    console.error("learning the words …");
    const translator = begin();
    await translator.saveWords(runFolder);
    return translator;
  }
}

function wholeNumber(args: Arguments, name: string): number | undefined {
  const value = args.number(name);
  if (value === undefined || Number.isInteger(value) && value > 0) return value;
  throw new UserError(`--${name} expects a whole number above 0, got ${value}.`);
}

/** Is given at the first Ctrl-C; the second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    console.error("\nStopping after this step; once more stops at once.");
    controller.abort();
    Deno.removeSignalListener("SIGINT", stop);
  };
  Deno.addSignalListener("SIGINT", stop);
  return controller.signal;
}

await runCommand(spec, main);
