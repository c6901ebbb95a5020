/**
 * Stories that a GPT writes, word by word, each drawn from what it finds probable.
 *
 * @module
 */
import { sampleDecode } from "lib/decoding/generate.ts";
import type { LogitsTransform } from "lib/decoding/logits.ts";
import type { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";

/**
 * Draws texts from a GPT, each from `<sos>` to `<eos>` or 28 tokens.
 *
 * @param gpt Who writes.
 * @param words What it writes with.
 * @param count How many texts.
 * @param transform What is done to the logits before a word is drawn.
 * @param seed Decides the draws: equal seeds give equal texts.
 */
export async function writeStories(
  gpt: Gpt,
  words: Tokenizer,
  count: number,
  transform: LogitsTransform,
  seed: number,
): Promise<string[]> {
  const { vocabulary } = words;
  const decoded = await sampleDecode({
    start: () => gpt.startDecoding(),
    step: (tokens, state) => gpt.decodeStep(tokens, state),
    prompts: new Array<number[]>(count).fill([vocabulary.sosId]),
    endId: vocabulary.eosId,
    maxLength: 28,
    transform,
    random: new Random(seed),
  });
  return decoded.map(({ tokens }) => words.decode(tokens));
}
