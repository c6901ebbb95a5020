/**
 * How often a Transformer's encoder and decoder run while it writes.
 *
 * @module
 */
import { greedyDecode } from "lib/decoding/generate.ts";
import { Transformer, type TransformerConfig } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** A Transformer that counts. */
class Counted extends Transformer {
  readonly calls = { encoder: 0, decoder: 0 };

  override encode(...given: Parameters<Transformer["encode"]>) {
    this.calls.encoder++;
    return super.encode(...given);
  }

  override decodeStep(...given: Parameters<Transformer["decodeStep"]>) {
    this.calls.decoder++;
    return super.decodeStep(...given);
  }
}

/**
 * Lets an untrained model write `wordCount` words about a source, and counts.
 *
 * @param config The model's sizes.
 * @param source Token ids, [1, time].
 */
export async function countDecodingCalls(
  config: TransformerConfig,
  source: Axes<"batch time">,
  wordCount: number,
): Promise<{ readonly encoder: number; readonly decoder: number }> {
  using model = new Counted(config, new Random(0));
  await greedyDecode({
    start: () => model.startDecoding(source),
    step: (token, state) => model.decodeStep(token, state),
    prompts: [[1]],
    endId: undefined,
    maxLength: wordCount,
  });
  return model.calls;
}
