/**
 * What a word looks at in the first layer of an untrained model: whether it may look ahead is no matter of
 * training.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Bert } from "lib/models/bert.ts";
import type { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
import type { SliderStop } from "lib/plots/slider.ts";
import { type Axes, nested } from "lib/tensor/axes.ts";

/**
 * One stop of a slider for each model: the first layer's weights, the mean over its heads. The title counts
 * how many of the cells to the right of the diagonal, where a word looks ahead, are exactly 0.
 *
 * @param models By the names that stand at the slider.
 * @param words They are read as the ids 1, 2, 3 and so on.
 */
export function firstMaps(
  models: Readonly<Record<string, Bert | Gpt>>,
  words: readonly string[],
): SliderStop[] {
  const ids = words.map((_, t) => t + 1);
  const looks = words.length * (words.length - 1) / 2;
  return Object.entries(models).map(([label, model]) => {
    const map = tf.tidy(() => {
      const tokens: Axes<"batch time"> = tf.tensor2d([ids], undefined, "int32");
      const [first] = model.forward({ tokens }, inference).weights;
      return nested(tf.squeeze(tf.mean(first, 1), [0]), "query key");
    });
    const zeros = map.flatMap((row, t) => row.filter((weight, s) => s > t && weight === 0)).length;
    const title = {
      en: `${label}: ${zeros} of ${looks} looks ahead are exactly 0`,
      ko: `${label}: 뒤를 보는 ${looks}칸 가운데 ${zeros}칸이 정확히 0`,
    }[notebookLanguage()];
    return { label, figure: attentionHeatmap(map, { rows: words, columns: words, title }) };
  });
}
