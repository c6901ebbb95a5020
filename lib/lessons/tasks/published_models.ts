/**
 * Four published models, to compare what a formula gives with what their authors said.
 *
 * @module
 */
import { countBertParameters, countGptParameters } from "lib/models/count_parameters.ts";

/** A model as its authors describe it. */
export interface PublishedModel {
  /** What it is called. */
  readonly name: string;
  /** d_model. */
  readonly modelSize: number;
  /** How many layers. */
  readonly layerCount: number;
  /** How many tokens it knows. */
  readonly vocabularySize: number;
  /** Parameters in millions, as published. */
  readonly published: number;
  /** Parameters as the library counts them, to the last bias. */
  readonly counted: number;
}

const gpt = { modelSize: 768, layerCount: 12, headCount: 12, vocabularySize: 40478 };
const bert = { modelSize: 1024, layerCount: 24, headCount: 16, vocabularySize: 30522 };
const gpt2 = { modelSize: 1600, layerCount: 48, headCount: 25, vocabularySize: 50257 };
const gpt3 = { modelSize: 12288, layerCount: 96, headCount: 96, vocabularySize: 50257 };

/** From the smallest to the largest. */
export const publishedModels: readonly PublishedModel[] = [
  {
    ...gpt,
    name: "GPT",
    published: 110,
    counted: countGptParameters({ ...gpt, maximumLength: 512, normFirst: false }),
  },
  { ...bert, name: "BERT-large", published: 340, counted: countBertParameters(bert) },
  { ...gpt2, name: "GPT-2", published: 1500, counted: countGptParameters(gpt2) },
  {
    ...gpt3,
    name: "GPT-3",
    published: 175_000,
    counted: countGptParameters({ ...gpt3, maximumLength: 2048 }),
  },
];
