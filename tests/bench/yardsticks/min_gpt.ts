/**
 * What minGPT's two tasks share: a row of tokens begins with a question and ends with its answer, and a
 * small GPT learns to go on from the one to the other. Only the answer's tokens count in the loss.
 *
 * @see https://github.com/karpathy/minGPT (`demo.ipynb` and, in its history, `play_math.ipynb`)
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { greedyDecode } from "lib/decoding/generate.ts";
import type { Gpt } from "lib/models/gpt.ts";
import { selectParameters } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes, Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { type Batch, makeBatch } from "lib/training/batches.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import type { Gradients, Optimizer, OptimizerState } from "lib/training/optimizers/optimizer.ts";

/** In what our GPT is not minGPT's: the same for both tasks. */
export const gptDifferences =
  "output layer tied to the embedding, weights drawn by Glorot, no dropout on attention weights";

/** A row of tokens: the question, then the answer. */
export type Row = readonly number[];

/** A batch of rows: all tokens but the last go in, the answer should come out. */
export function answerBatch(
  rows: readonly Row[],
  questionLength: number,
): Batch<"tokens" | "labels"> {
  return makeBatch({
    tokens: rows.map((row) => row.slice(0, -1)),
    labels: rows.map((row) => row.slice(questionLength)),
  }, 0);
}

/** Mean cross-entropy of the answers' tokens. */
export function answerLoss(
  model: Gpt,
  { tokens, labels }: Batch<"tokens" | "labels">,
  random: Random,
): Scalar {
  const logits = model.logits({ tokens }, { training: true, random });
  const [batch, time, vocab] = logits.shape;
  const answerLength = Number(labels.shape[1]);
  const said: Axes<"batch time vocab"> = tf.slice(
    logits,
    [0, Number(time) - answerLength, 0],
    [Number(batch), answerLength, Number(vocab)],
  );
  return crossEntropy(said, labels);
}

/** The rows whose answer the model does not find when it decodes greedily. */
export async function wrongRows(
  model: Gpt,
  rows: readonly Row[],
  questionLength: number,
): Promise<Row[]> {
  const wrong: Row[] = [];
  for (let start = 0; start < rows.length; start += 500) {
    const part = rows.slice(start, start + 500);
    const answers = await greedyDecode({
      start: () => model.startDecoding(),
      step: (tokens, state) => model.decodeStep(tokens, state),
      prompts: part.map((row) => row.slice(0, questionLength)),
      endId: undefined,
      maxLength: part[0].length - questionLength,
    });
    wrong.push(...part.filter((row, i) => !isAnswer(row, answers[i].tokens)));
  }
  return wrong;
}

/** Whether a row ends with these tokens. */
export function isAnswer(row: Row, tokens: Row): boolean {
  const answer = row.slice(-tokens.length);
  return tokens.length > 0 && tokens.every((token, i) => token === answer[i]);
}

/**
 * minGPT's optimiser: AdamW (β₂ 0.95 unless told otherwise) that lets the linear layers' matrices decay and nothing else,
 * neither embeddings nor norms nor biases.
 */
export class MinGptOptimizer implements Optimizer, Disposable {
  readonly parameters: ReadonlyMap<string, tf.Variable>;
  readonly #parts: readonly Adam[];

  constructor(model: Gpt, beta2 = 0.95) {
    this.parameters = model.parameters();
    const decays = (name: string) =>
      !name.startsWith("embedding.") && this.parameters.get(name)?.rank === 2;
    this.#parts = [
      new Adam(selectParameters(this.parameters, decays), { beta2, weightDecay: 0.1 }),
      new Adam(selectParameters(this.parameters, (name) => !decays(name)), { beta2 }),
    ];
  }

  step(gradients: Gradients, learningRate: number): void {
    for (const part of this.#parts) {
      part.step(
        new Map([...gradients].filter(([name]) => part.parameters.has(name))),
        learningRate,
      );
    }
  }

  state(): OptimizerState {
    const states = this.#parts.map((part) => part.state());
    return {
      tensors: new Map(states.flatMap(({ tensors }) => [...tensors])),
      counts: new Map(states.flatMap(({ counts }) => [...counts])),
    };
  }

  restore(state: OptimizerState): void {
    for (const part of this.#parts) part.restore(state);
  }

  [Symbol.dispose](): void {
    for (const part of this.#parts) part[Symbol.dispose]();
  }
}
