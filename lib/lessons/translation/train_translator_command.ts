/**
 * `deno task train-translator`: trains the translator that is shipped, from the pairs of `datasets/`.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { projectFile } from "lib/platform/project.ts";
import { terminalProgress } from "lib/progress.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadDevelopmentPairs } from "lib/text/corpora/korean_english.ts";
import { learn } from "./learn.ts";
import { shippedFolder, shippedSize, TrainedTranslator } from "./trained_translator.ts";
import { defaultWrittenWeight, trainingPairs } from "./training_pairs.ts";
import { translateTexts } from "./translate_sentences.ts";
import { grade } from "./translation.ts";

/** The seed of the shipped translator. */
const seed = 2017;

const spec: CommandSpec = {
  name: "train-translator",
  summary: "Trains the translator that notebook 09 and `deno task translate` load.",
  usage: "[options]",
  options: {
    steps: { type: "text", value: "N", help: "how many steps, of 64 pairs each (default 6000)" },
    to: { type: "text", value: "DIR", help: "where it is written (default datasets/translator)" },
    "written-weight": {
      type: "text",
      value: "N",
      help: `how many times each written pair is taken (default ${defaultWrittenWeight})`,
    },
  },
  notes:
    `Ctrl-C stops it after the step under way; the same command goes on from there: the run is kept in
.checkpoints/. Where OpenBLAS is installed, COURSE_BACKEND=blas COURSE_THREADS=2 is about three times
as fast; the last digits then differ.`,
};

async function main(args: Arguments): Promise<number> {
  const steps = wholeNumber(args, "steps") ?? 6000;
  const writtenWeight = wholeNumber(args, "written-weight") ?? defaultWrittenWeight;
  const folder = `${(args.text("to") ?? shippedFolder).replace(/[\\/]*$/, "")}/`;
  console.error((await ready()).description);
  const pairs = await trainingPairs(writtenWeight);
  using translator = TrainedTranslator.from(pairs, shippedSize, seed);
  const { languages: { korean, english }, model } = translator;
  console.error(
    `${pairs.length} pairs, ${korean.vocabulary.size} Korean and ${english.vocabulary.size} English ` +
      `tokens, ${model.parameterCount()} parameters`,
  );
  const name = `translator, ${steps} steps, written ${writtenWeight}`;
  const { step, endedBy } = await learn(translator, pairs, {
    steps,
    seed,
    signal: stopSignal(),
    checkpoint: { path: projectFile(`.checkpoints/${name}.safetensors`), everySteps: 200 },
    progress: terminalProgress({ total: steps, label: "training" }),
  });
  await translator.save(folder);
  console.log(`${folder} holds the translator after ${step} steps`);
  const development = await loadDevelopmentPairs();
  const written = await translateTexts(translator, development.map(({ source }) => source));
  const { bleu, chrf } = grade(written.map(({ text }) => text), development);
  console.log(`development pairs: BLEU ${bleu.toFixed(1)}, chrF ${chrf.toFixed(1)}`);
  if (endedBy === "steps") return 0;
  console.log("It was stopped; the same command goes on.");
  return 1;
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
