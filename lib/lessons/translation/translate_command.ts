/**
 * `deno task translate`: Korean sentences to English, with the translator that is shipped.
 *
 * @module
 */
import { TextLineStream } from "@std/streams";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { isFileMissing } from "lib/platform/files.ts";
import { ready } from "lib/tensor/ready.ts";
import { shippedFolder, TrainedTranslator } from "./trained_translator.ts";
import { translateTexts } from "./translate_sentences.ts";

const spec: CommandSpec = {
  name: "translate",
  summary: "Translates Korean sentences to English with the translator of notebook 09.",
  usage: "[TEXT…] [options]",
  options: {
    from: {
      type: "text",
      value: "DIR",
      help: "another translator: a folder that train-translator wrote",
    },
  },
  notes:
    `Without TEXT it reads standard input, a text a line. It writes one line for each text or line,
an empty one for an empty one, and nothing else to standard output.

Examples:
  deno task translate "어제 카페에 갔어요." "커피 주세요."
  deno task translate < sentences.txt`,
};

/** Lines that are translated together, if so many have arrived. */
const together = 16;
/** How long a line waits for others, in milliseconds. */
const patience = 20;

async function main(args: Arguments): Promise<void> {
  await ready();
  using translator = await open(args.text("from"));
  const write = async (texts: readonly string[]) => {
    const translations = await translateTexts(translator, texts);
    for (const { text } of translations) console.log(text);
  };
  if (args.words.length > 0) return await write(args.words);
  if (Deno.stdin.isTerminal()) console.error("Type a Korean sentence; Ctrl-D ends.");
  for await (const lines of arrivedTogether(Deno.stdin.readable)) await write(lines);
}

async function open(folder: string | undefined): Promise<TrainedTranslator> {
  const path = folder === undefined ? shippedFolder : `${folder.replace(/[\\/]*$/, "")}/`;
  try {
    return await TrainedTranslator.load(path);
  } catch (error) {
    if (isFileMissing(error)) {
      throw new UserError(
        `Expected a translator in ${path}: translator.json and weights.safetensors.\n` +
          "deno task train-translator makes one.",
      );
    }
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) {
      throw new UserError(`Expected a translator in ${path}: ${error.message}`);
    }
    throw error;
  }
}

/** The lines of a stream of bytes, in groups: what has arrived is taken at once, nothing is waited for. */
async function* arrivedTogether(bytes: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const lines = bytes.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream())
    .getReader();
  let next = lines.read();
  for (let first = await next; !first.done; first = await next) {
    const group = [first.value];
    next = lines.read();
    while (group.length < together) {
      const another = await soon(next);
      if (another === undefined || another.done) break;
      group.push(another.value);
      next = lines.read();
    }
    yield group;
  }
}

/** What `promise` gives, if it does so soon. */
async function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: number | undefined;
  const late = new Promise<undefined>((resolve) => timer = setTimeout(resolve, patience));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

await runCommand(spec, main);
