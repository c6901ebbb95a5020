import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { type Card, cards } from "lib/homework/exercise/cards.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

type Nested = number | readonly Nested[];

/** Nested numbers, rounded as the cards write them. */
function rounded(value: Nested): Nested {
  return typeof value === "number" ? Number(value.toFixed(3)) : value.map(rounded);
}

for (const [name, { example, result }] of Object.entries<Card>(cards)) {
  Deno.test(`cards: tf.${name} gives what its card says`, () => {
    assertEquals(example.startsWith(`tf.${name.split(" ")[0]}(`), true);
    const shown = tf.tidy(() => {
      const value: tf.Tensor | tf.Tensor[] = new Function("tf", `return ${example};`)(tf);
      const lists = [value].flat().map((tensor) => {
        const numbers = rounded(tensor.arraySync());
        return tensor.dtype === "bool"
          ? JSON.stringify(numbers).replaceAll("1", "true").replaceAll("0", "false")
          : JSON.stringify(numbers);
      });
      return Array.isArray(value) ? `[${lists.join()}]` : lists[0];
    });
    assertEquals(shown.replaceAll(",", ", "), result);
  });
}
