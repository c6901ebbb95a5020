import { Linear } from "lib/nn/linear.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertModuleGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("Linear: parameter gradients", () => {
  const x = randomNormal(new Random(1), [2, 7, 3]);
  assertModuleGradients(
    "linear",
    () => new Linear({ inputSize: 3, outputSize: 5 }, new Random(2)),
    (layer) => layer.forward(x),
  );
});
