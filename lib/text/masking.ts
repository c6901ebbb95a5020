/**
 * What a masked language model reads and is asked (Devlin et al., 2019, section 3.1, task 1): some words
 * are hidden, and only those are asked for.
 *
 * Of the chosen words 80 % become `[MASK]`, 10 % another word, and 10 % stay as they are. In use there is
 * no `[MASK]`; since any word may be wrong or be asked for, the model must keep a good vector for each.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One text, hidden in part. */
export interface MaskedTokens {
  /** What the model reads. */
  readonly inputs: number[];
  /** The true token where a place was chosen, `<pad>` elsewhere: the loss ignores that. */
  readonly labels: number[];
}

/**
 * Hides words of one text. Special tokens are never chosen.
 *
 * @param tokens Ids.
 * @param vocabulary With `[MASK]`.
 * @param random Where the choices are drawn from.
 * @param share Of the words that are chosen. Default 0.15.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { maskTokens } from "lib/text/masking.ts";
 * import { Vocabulary } from "lib/text/vocabulary.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const specialTokens = ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"];
 * const vocabulary = new Vocabulary(["어제", "카페"], specialTokens);
 * const { inputs, labels } = maskTokens([2, 5, 6, 3], vocabulary, new Random(1), 0);
 * assertEquals([inputs, labels], [[2, 5, 6, 3], [0, 0, 0, 0]]);
 * ```
 */
export function maskTokens(
  tokens: readonly number[],
  vocabulary: Vocabulary,
  random: Random,
  share = 0.15,
): MaskedTokens {
  const maskId = vocabulary.specialId("[MASK]");
  const firstWord = vocabulary.specialTokens.length;
  const inputs = [...tokens];
  const labels = tokens.map(() => vocabulary.padId);
  for (const [place, token] of tokens.entries()) {
    if (vocabulary.isSpecial(token) || !random.chance(share)) continue;
    labels[place] = token;
    const replace = random.uniform();
    if (replace < 0.8) inputs[place] = maskId;
    else if (replace < 0.9) inputs[place] = firstWord + random.integer(vocabulary.size - firstWord);
  }
  return { inputs, labels };
}
