/**
 * A reader's own sentence: its translation, how sure the model is, which words it hardly knows, and the
 * nearest sentences that it did learn.
 *
 * A small translator knows what its training showed often, and says something fluent about the rest. Words
 * that were seen fewer than ten times are underlined: there the translation is a guess.
 *
 * @module
 */
import { escape } from "@std/html";
import type { Language, Text } from "lib/language.ts";
import { jupyterDisplay, type MimeBundle } from "lib/plots/figure.ts";
import { NearestNeighbour } from "lib/text/corpora/nearest_neighbour.ts";
import type { SentencePair } from "lib/text/corpora/pairs_file.ts";
import { collapseWhitespace } from "lib/text/normalize.ts";
import { loadTranslator, type TrainedTranslator } from "./trained_translator.ts";
import { knownPairs } from "./training_pairs.ts";
import { translateSentences, translateTexts, type Translation } from "./translate_sentences.ts";

/** A word that was seen less often is hardly known. */
const rareBelow = 10;

/** A word of the sentence and what training knew of it. */
export interface SeenWord {
  /** As it was typed. */
  readonly text: string;
  /** How often training had the rarest of its pieces. */
  readonly seen: number;
}

/** A sentence that training had. */
export interface KnownSentence {
  readonly source: string;
  readonly target: string;
  /** 0 to 1. */
  readonly similarity: number;
}

/** Everything there is to say about a reader's sentence. It shows itself as a cell's result. */
export interface OwnSentence extends Translation {
  /** In order. */
  readonly words: readonly SeenWord[];
  /** The next best translations, the best first; none for a text of several portions. */
  readonly others: readonly Translation[];
  /** The most similar first. */
  readonly nearest: readonly KnownSentence[];
  /** The Jupyter protocol's hook, called by the kernel. */
  [jupyterDisplay](): MimeBundle;
}

/** Translates a reader's sentences with one translator. */
export class SentenceReader {
  readonly #search: NearestNeighbour;

  /**
   * @param translator It stays the caller's, who frees it.
   * @param known What it learned from.
   */
  constructor(
    readonly translator: TrainedTranslator,
    readonly known: readonly SentencePair[],
  ) {
    this.#search = new NearestNeighbour(known.map(({ source }) => source));
  }

  /**
   * Translates one sentence and says what is known of it.
   *
   * @param sentence Any text; an empty one has an empty translation.
   * @param language Of the words around it.
   */
  async read(sentence: string, language: Language = "en"): Promise<OwnSentence> {
    const text = collapseWhitespace(sentence);
    const [best] = await translateTexts(this.translator, [text]);
    const [beam] = text === "" ? [[]] : await translateSentences(this.translator, [text]);
    const others = beam[0]?.text === best.text ? beam.slice(1) : [];
    const found: Omit<OwnSentence, typeof jupyterDisplay> = {
      ...best,
      words: this.words(text),
      others: others.filter((other) => other.text !== best.text),
      nearest: this.#search.findSeveral(text, 3).map(({ index, similarity }) => {
        const { source, targets: [target] } = this.known[index];
        return { source, target, similarity };
      }),
    };
    return { ...found, [jupyterDisplay]: () => display(found, language) };
  }

  /** The words of a sentence, each with how often training had its rarest piece. */
  words(sentence: string): SeenWord[] {
    const { languages: { korean }, counts } = this.translator;
    const text = collapseWhitespace(sentence);
    if (text === "") return [];
    return text.split(" ").map((word) => {
      const pieces = korean.pieces(word).flat().filter((piece) => /[\p{L}\p{N}]/u.test(piece));
      return { text: word, seen: Math.min(...pieces.map((piece) => counts.get(piece) ?? 0)) };
    });
  }
}

let shipped: Promise<SentenceReader> | undefined;

/**
 * A reader's own sentence through the translator that was trained beforehand; it is loaded once.
 *
 * @example
 * ```ts
 * import { ownSentence } from "lib/lessons/translation/own_sentence.ts";
 * import { ready } from "lib/tensor/ready.ts";
 *
 * await ready();
 * const { text, words } = await ownSentence("저는 커피를 좋아해요.");
 * console.log(text, words);
 * ```
 *
 * @param sentence Any text.
 * @param language Of the words around it.
 */
export async function ownSentence(
  sentence: string,
  language: Language = "en",
): Promise<OwnSentence> {
  shipped ??= (async () => new SentenceReader(await loadTranslator(), await knownPairs()))();
  return await (await shipped).read(sentence, language);
}

const says: Readonly<Record<"sure" | "rare" | "others" | "nearest", Text>> = {
  sure: { en: "sure on average", ko: "평균 확신" },
  rare: {
    en: `underlined: seen fewer than ${rareBelow} times in training, so a guess`,
    ko: `밑줄: 훈련에서 ${rareBelow}번도 보지 못한 말이라 추측입니다`,
  },
  others: { en: "other candidates", ko: "다른 후보" },
  nearest: { en: "nearest sentences that it learned", ko: "배운 문장 가운데 가장 가까운 것" },
};

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** The sentence as HTML and as text, where `_…_` underlines. */
function display(
  { text, confidence, words, others, nearest }: Omit<OwnSentence, typeof jupyterDisplay>,
  language: Language,
): MimeBundle {
  const say = (name: keyof typeof says) => says[name][language];
  const isRare = ({ seen }: SeenWord) => seen < rareBelow;
  const underlined = (before: string, after: string, write: (text: string) => string) =>
    words.map((word) => isRare(word) ? before + write(word.text) + after : write(word.text))
      .join(" ");
  const note = words.some(isRare) ? [say("rare")] : [];
  const sure = `${say("sure")}: ${percent(confidence)}`;
  const plain = [
    `${underlined("_", "_", (word) => word)} → ${text}`,
    ...[sure, ...note].map((line) => `  ${line}`),
    ...others.length > 0 ? [`  ${say("others")}:`] : [],
    ...others.map((other) => `    ${other.text} (${percent(other.confidence)})`),
    ...nearest.length > 0 ? [`  ${say("nearest")}:`] : [],
    ...nearest.map(({ source, target }) => `    ${source} → ${target}`),
  ];
  const list = (title: string, items: readonly string[]) =>
    items.length === 0
      ? ""
      : `<p>${title}</p><ul>${items.map((item) => `<li>${escape(item)}</li>`).join("")}</ul>`;
  const html = [
    `<p><span lang="ko">${underlined("<u>", "</u>", escape)}</span> → `,
    `<strong lang="en">${escape(text)}</strong></p>`,
    `<p><small>${[sure, ...note].join("<br>")}</small></p>`,
    list(say("others"), others.map((other) => `${other.text} (${percent(other.confidence)})`)),
    list(say("nearest"), nearest.map(({ source, target }) => `${source} → ${target}`)),
  ];
  return { "text/plain": plain.join("\n"), "text/html": html.join("") };
}
