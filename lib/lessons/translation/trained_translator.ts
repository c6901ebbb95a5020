/**
 * A translator with all that belongs to it: the model, both tokenisers, and how often training had each
 * piece of a word, so that a reader can be told which words it hardly knows.
 *
 * One trained beforehand lies in `datasets/translator/`: {@linkcode loadTranslator} gives it to the lesson,
 * the page and `deno task translate`, and {@link "./learn.ts".learn} goes on with its training.
 *
 * @module
 */
import { Transformer, type TransformerConfig } from "lib/models/transformer.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { isRecord, readJson } from "lib/platform/json_file.ts";
import { projectFile } from "lib/platform/project.ts";
import { Random } from "lib/random.ts";
import type { SentencePair } from "lib/text/corpora/korean_english.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";
import { loadWeights, saveWeights } from "lib/training/checkpoints/weights.ts";

/** The size of a translator's model, its vocabularies left out. */
export type TranslatorSize = Pick<
  TransformerConfig,
  "modelSize" | "headCount" | "layerCount" | "feedForwardSize" | "dropout"
>;

/** The size of the translator that is shipped: 3.8 MB in half precision. */
export const shippedSize: TranslatorSize = {
  modelSize: 128,
  headCount: 4,
  layerCount: 3,
  feedForwardSize: 384,
  dropout: 0.1,
};

/** Where the shipped translator lies. */
export const shippedFolder: string = projectFile("datasets/translator/");

/** A piece that the pairs have less often is spelled: two examples are the least to learn from. */
const minimumCount = 2;

/** A model that translates, and what it needs for that. Bind it with `using`. */
export class TrainedTranslator implements Disposable {
  /**
   * @param size What the model was made with.
   * @param languages Both tokenisers; they spell what they do not know.
   * @param counts How often training had each piece of a Korean word.
   * @param model An encoder and a decoder.
   */
  private constructor(
    readonly size: TranslatorSize,
    readonly languages: { readonly korean: WordTokenizer; readonly english: WordTokenizer },
    readonly counts: ReadonlyMap<string, number>,
    readonly model: Transformer,
  ) {}

  /**
   * A translator that knows the words of `pairs` and nothing else yet.
   *
   * @param pairs What it is going to learn from.
   * @param size The model's.
   * @param seed Decides the weights.
   */
  static from(
    pairs: readonly SentencePair[],
    size: TranslatorSize,
    seed: number,
  ): TrainedTranslator {
    const sources = pairs.map(({ source }) => source);
    const options = { spelling: true, minimumCount };
    const korean = WordTokenizer.train(sources, options);
    const english = WordTokenizer.train(pairs.flatMap(({ targets }) => targets), options);
    const counts = new Map<string, number>();
    for (const source of sources) {
      for (const piece of korean.pieces(source).flat()) {
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
      }
    }
    const languages = { korean, english };
    return new TrainedTranslator(size, languages, counts, makeModel(size, languages, seed));
  }

  /**
   * The translator that {@linkcode save} wrote.
   *
   * @param folder Ends with a separator.
   */
  static async load(folder: string): Promise<TrainedTranslator> {
    const translator = await TrainedTranslator.loadWords(folder, 0);
    await loadWeights(`${folder}weights.safetensors`, translator.model.parameters());
    return translator;
  }

  /**
   * The translator that {@linkcode saveWords} wrote, with new weights.
   *
   * @param seed Decides the weights.
   */
  static async loadWords(folder: string, seed: number): Promise<TrainedTranslator> {
    const data = await readJson(`${folder}translator.json`);
    if (!isRecord(data) || !isRecord(data.korean) || !isRecord(data.english)) {
      throw new TypeError(`expected two tokenisers in ${folder}translator.json`);
    }
    const languages = {
      korean: WordTokenizer.fromJSON(data.korean),
      english: WordTokenizer.fromJSON(data.english),
    };
    const size = readSize(data.size);
    const model = makeModel(size, languages, seed);
    return new TrainedTranslator(size, languages, readCounts(data.counts), model);
  }

  /**
   * Writes the translator, its weights in half precision.
   *
   * @param folder Ends with a separator.
   */
  async save(folder: string): Promise<void> {
    await this.saveWords(folder);
    await saveWeights(`${folder}weights.safetensors`, this.model.parameters(), "F16");
  }

  /** Writes everything but the weights. */
  async saveWords(folder: string): Promise<void> {
    const { size, languages, counts } = this;
    const data = { size, ...languages, counts: Object.fromEntries(counts) };
    await writeAtomically(`${folder}translator.json`, JSON.stringify(data), { makeFolder: true });
  }

  /** Frees the model. */
  [Symbol.dispose](): void {
    this.model[Symbol.dispose]();
  }
}

/** The translator that was trained beforehand. */
export function loadTranslator(): Promise<TrainedTranslator> {
  return TrainedTranslator.load(shippedFolder);
}

function makeModel(
  size: TranslatorSize,
  { korean, english }: TrainedTranslator["languages"],
  seed: number,
): Transformer {
  return new Transformer({
    ...size,
    sourceVocabularySize: korean.vocabulary.size,
    targetVocabularySize: english.vocabulary.size,
    normFirst: true,
    tiedEmbeddings: "output",
  }, new Random(seed));
}

function readSize(data: unknown): TranslatorSize {
  const number = (name: keyof TranslatorSize): number => {
    const value = isRecord(data) ? data[name] : undefined;
    if (typeof value === "number") return value;
    throw new TypeError(`expected the translator's ${name}, got ${JSON.stringify(value)}`);
  };
  return {
    modelSize: number("modelSize"),
    headCount: number("headCount"),
    layerCount: number("layerCount"),
    feedForwardSize: number("feedForwardSize"),
    dropout: number("dropout"),
  };
}

function readCounts(data: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [piece, count] of Object.entries(isRecord(data) ? data : {})) {
    if (typeof count !== "number") throw new TypeError(`expected the count of ${piece}`);
    counts.set(piece, count);
  }
  return counts;
}
