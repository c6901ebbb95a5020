/**
 * One word of a story is hidden: which one was it? Guesses by counting, by the words before, by trying
 * every word, and a figure that shows the guesses of two readers side by side.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { argMax, type LogitsTransform, softmax, topIndices } from "lib/decoding/logits.ts";
import type { Bert } from "lib/models/bert.ts";
import type { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { bars } from "lib/plots/bars.ts";
import { figure } from "lib/plots/figure.ts";
import type { SliderStop } from "lib/plots/slider.ts";
import { modelColours } from "lib/plots/style.ts";
import { nested } from "lib/tensor/axes.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import type { Vocabulary } from "lib/text/vocabulary.ts";
import { padRows, type Rows } from "lib/training/batches.ts";
import { joinPair, spelled } from "./story_lesson.ts";

/** Whose guesses a figure shows. */
export interface Guesses {
  /** Whether they are models', or counted between the same neighbours. Default: models'. */
  readonly by?: "model" | "counting";
  /** The probability of each word for a reader of what stands before: [vocab]. */
  readonly before: ArrayLike<number>;
  /** The same for a reader of both sides: [vocab]. */
  readonly around: ArrayLike<number>;
}

/**
 * Which words stand between the same neighbours in other texts, as shares [vocab]; all 0 where none do.
 *
 * @param texts Other texts, ids.
 * @param ids The text with the blank.
 * @param place Where the blank is.
 * @param after How many tokens behind the blank must be the same; before it, it is always two.
 * @param vocabularySize How many tokens there are.
 *
 * @example
 * ```ts
 * import { countGuesses } from "lib/lessons/stories/story_blanks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const texts = [[1, 2, 3], [1, 0, 3], [1, 2, 4]];
 * assertEquals(countGuesses(texts, [1, 2, 4], 1, 0, 5), [1 / 3, 0, 2 / 3, 0, 0]);
 * assertEquals(countGuesses(texts, [1, 2, 4], 1, 1, 5), [0, 0, 1, 0, 0]);
 * ```
 */
export function countGuesses(
  texts: Rows,
  ids: readonly number[],
  place: number,
  after: number,
  vocabularySize: number,
): number[] {
  const around = (row: readonly number[], i: number) =>
    `${row.slice(Math.max(0, i - 2), i)}_${row.slice(i + 1, i + 1 + after)}`;
  const wanted = around(ids, place);
  const counts = new Array<number>(vocabularySize).fill(0);
  let total = 0;
  for (const row of texts) {
    for (const [i, id] of row.entries()) {
      if (around(row, i) !== wanted) continue;
      counts[id]++;
      total++;
    }
  }
  return total === 0 ? counts : counts.map((count) => count / total);
}

/**
 * What a GPT expects at each place, having read all before it: [place][vocab].
 *
 * @param ids The text, without `<sos>`.
 */
export function nextWordGuesses(
  gpt: Gpt,
  vocabulary: Vocabulary,
  ids: readonly number[],
): Float64Array[] {
  const row = [vocabulary.sosId, ...ids.slice(0, -1)];
  const [logits] = tf.tidy(() =>
    nested(gpt.logits({ tokens: padRows([row], vocabulary.padId) }, inference))
  );
  return logits.map((scores) => softmax(scores));
}

/**
 * What a BERT expects at each place, with that place alone hidden: [place][vocab]. It reads the story in two
 * parts of two sentences.
 */
export function blankGuesses(bert: Bert, words: Tokenizer, { sentences }: Story): Float64Array[] {
  const { vocabulary } = words;
  const { tokens, segments } = joinPair(words, sentences.slice(0, 2), sentences.slice(2));
  const blanks = [...tokens.keys()].filter((place) => !vocabulary.isSpecial(tokens[place]));
  const maskId = vocabulary.specialId("[MASK]");
  const logits = tf.tidy(() => {
    const { hiddens } = bert.forward({
      tokens: padRows(blanks.map((place) => tokens.with(place, maskId)), vocabulary.padId),
      segments: padRows(blanks.map(() => segments), 0),
    }, inference);
    return nested(bert.maskedLogits(hiddens), "batch time vocab");
  });
  return blanks.map((place, row) => softmax(logits[row][place]));
}

/**
 * A line for each place: its word, and each reader's first guess with its probability; in brackets what the
 * right word gets.
 *
 * @param ids The text.
 * @param guesses By the readers' names: [place][vocab].
 * @param below Lists only places where a reader gives the right word less. Default: all.
 */
export function guessTable(
  words: Tokenizer,
  ids: readonly number[],
  guesses: Readonly<Record<string, readonly ArrayLike<number>[]>>,
  below = Infinity,
): string {
  return ids.flatMap((id, place) => {
    if (Object.values(guesses).every((all) => all[place][id] >= below)) return [];
    const told = Object.entries(guesses).map(([reader, all]) => {
      const chances = Array.from(all[place]);
      const best = argMax(chances);
      const [first, truth] = [best, id].map((each) => chances[each].toFixed(2));
      return `${reader} ${spelled(words, [best])} ${first} (${truth})`;
    });
    return [`${place + 1} ${spelled(words, [id])}`, ...told].join(" | ");
  }).join("\n");
}

/**
 * What a BERT writes that is asked to go on: again and again one `[MASK]` behind the text so far, filled
 * with the likeliest word.
 *
 * @param start The beginning.
 * @param count How many tokens are written.
 */
export function continueByBlanks(
  bert: Bert,
  words: Tokenizer,
  start: string,
  count: number,
): string {
  const { vocabulary } = words;
  const [cls, sep, mask] = ["[CLS]", "[SEP]", "[MASK]"].map((token) => vocabulary.specialId(token));
  const written = words.encode(start);
  for (let i = 0; i < count; i++) {
    const tokens = [cls, ...written, mask, sep];
    const [logits] = tf.tidy(() => {
      const { hiddens } = bert.forward({ tokens: padRows([tokens], vocabulary.padId) }, inference);
      return nested(bert.maskedLogits(hiddens), "batch time vocab");
    });
    written.push(argMax(logits[tokens.length - 2]));
  }
  return words.decode(written);
}

/**
 * The word that makes the whole text most probable for a GPT: it tries every word in the blank.
 *
 * @param gpt Reads `<sos>` and the text.
 * @param vocabulary With `<sos>` and `<eos>`.
 * @param ids The text; what stands in the blank does not matter.
 * @param place Where the blank is.
 */
export function likeliestText(
  gpt: Gpt,
  vocabulary: Vocabulary,
  ids: readonly number[],
  place: number,
): number {
  const candidates = wordIds(vocabulary);
  const rows = candidates.map((id) => ids.with(place, id));
  const best = tf.tidy(() => {
    const tokens = padRows(rows.map((row) => [vocabulary.sosId, ...row]), vocabulary.padId);
    const next = padRows(rows.map((row) => [...row, vocabulary.eosId]), vocabulary.padId);
    const logs = tf.logSoftmax<tf.Tensor>(gpt.logits({ tokens }, inference));
    const chances = tf.mul(logs, tf.oneHot(next, vocabulary.size));
    return tf.argMax(tf.sum(chances, [1, 2])).dataSync()[0];
  });
  return candidates[best];
}

/**
 * One stop of a slider over blanks: the hidden word on top, then the five strongest other guesses, without those
 * that nobody makes.
 *
 * @param words The stories' words.
 * @param ids The text.
 * @param place Where the blank is.
 */
export function guessFigure(
  words: Tokenizer,
  ids: readonly number[],
  place: number,
  { before, around, by = "model" }: Guesses,
): SliderStop {
  const { vocabulary } = words;
  const spell = (id: number) => vocabulary.token(id).replace("##", "");
  const strength = (id: number) => Math.max(before[id], around[id]);
  const others = wordIds(vocabulary).filter((id) => id !== ids[place] && strength(id) > 0)
    .sort((a, b) => strength(b) - strength(a));
  const shown = [ids[place], ...others.slice(0, 5)];
  const values = (guesses: ArrayLike<number>) => shown.map((id) => guesses[id]);
  const blank = words.decode(ids.with(place, vocabulary.specialId("[MASK]")));
  const says = {
    en: {
      before: { model: "sees what came before (GPT)", counting: "two before (GPT's way)" },
      around: { model: "sees both sides (BERT)", counting: "two before, two after (BERT's way)" },
      label: "guess",
      value: "probability",
    },
    ko: {
      before: { model: "앞만 봄 (GPT)", counting: "앞의 둘 (GPT 방식)" },
      around: { model: "양쪽을 봄 (BERT)", counting: "앞의 둘과 뒤의 둘 (BERT 방식)" },
      label: "추측",
      value: "확률",
    },
  }[notebookLanguage()];
  const { data, layout, summary } = bars([
    { name: says.before[by], values: values(before), colour: modelColours.gpt },
    { name: says.around[by], values: values(around), colour: modelColours.bert },
  ], {
    labels: shown.map((id, i) => i === 0 ? `${spell(id)} ✔` : spell(id)),
    label: says.label,
    value: { name: says.value, range: [0, 1] },
    title: blank.replace("[MASK]", "____"),
  });
  // Room for six at every stop, so that nothing jumps under the slider.
  const room = { height: 414, yaxis: { ...layout.yaxis, range: [5.5, -0.5] } };
  return {
    label: `${place + 1}`,
    figure: figure({ data, layout: { ...layout, ...room }, summary }),
  };
}

/** The slider's stops for guesses by counting: two tokens before the blank, two on either side. */
export function countedFigures(
  words: Tokenizer,
  texts: Rows,
  ids: readonly number[],
): SliderStop[] {
  const size = words.vocabulary.size;
  return ids.map((_, place) => {
    const [before, around] = [0, 2].map((after) => countGuesses(texts, ids, place, after, size));
    return guessFigure(words, ids, place, { before, around, by: "counting" });
  });
}

/**
 * What several knobs make of the logits for one next word: a slider's stops, one bar for each shown token, with its
 * rank before it. All stops have one axis, which ends a little behind the longest bar.
 *
 * @param logits [vocab]
 * @param knobs By the names that stand at the slider.
 * @param ranks Which tokens are shown: 0 is the likeliest.
 * @param start What has been read; it stands in the title.
 */
export function knobStops(
  vocabulary: Vocabulary,
  logits: readonly number[],
  knobs: Readonly<Record<string, LogitsTransform>>,
  ranks: readonly number[],
  start: string,
): SliderStop[] {
  const ranked = topIndices(logits, logits.length);
  const shown = ranks.map((rank) => ranked[rank]);
  const says = {
    en: { label: "next token", value: "probability" },
    ko: { label: "다음 토큰", value: "확률" },
  }[notebookLanguage()];
  const turned = Object.entries(knobs).map(([label, knob]) => {
    const chances = softmax(knob(logits));
    return { label, values: shown.map((id) => chances[id]) };
  });
  const longest = Math.max(...turned.flatMap(({ values }) => values));
  return turned.map(({ label, values }) => ({
    label,
    figure: bars([{ name: "GPT", values, colour: modelColours.gpt }], {
      labels: shown.map((id, i) => `${ranks[i] + 1}. ${vocabulary.token(id)}`),
      label: says.label,
      value: { name: says.value, range: [0, 1.1 * longest] },
      title: `${start} ____: ${label}`,
    }),
  }));
}

/** Everything but the special tokens. */
function wordIds(vocabulary: Vocabulary): number[] {
  return [...vocabulary.tokens.keys()].filter((id) => !vocabulary.isSpecial(id));
}
