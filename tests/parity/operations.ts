/**
 * Operations and optimisation against PyTorch.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { batchNorm } from "lib/tensor/ops/batch_norm.ts";
import { conv1d } from "lib/tensor/ops/conv1d.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { embedding } from "lib/tensor/ops/embedding.ts";
import { gelu, geluTanh } from "lib/tensor/ops/gelu.ts";
import { layerNorm } from "lib/tensor/ops/layer_norm.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { noamSchedule } from "lib/training/optimizers/schedule.ts";
import { compareOperation, type Comparison } from "./compare.ts";
import { assertAgrees, assertNumbersAgree, toTensor } from "./golden.ts";

/** By file name. */
export const operations: Readonly<Record<string, Comparison>> = {
  "adam.json"(what, golden) {
    const trajectory = golden.arrays("trajectory");
    const weights = tf.variable(toTensor(trajectory[0]));
    using optimizer = new Adam(new Map([["weights", weights]]), {
      beta1: golden.number("beta1"),
      beta2: golden.number("beta2"),
      epsilon: golden.number("epsilon"),
      weightDecay: golden.number("weight_decay"),
      decoupledWeightDecay: golden.string("kind") === "adamw",
    });
    const gradients = golden.arrays("grads");
    assertEquals(trajectory.length, gradients.length + 1, `${what}: steps`);
    gradients.forEach((gradient, i) => {
      optimizer.step(new Map([["weights", toTensor(gradient)]]), golden.number("lr"));
      assertAgrees(`${what}: step ${i + 1}`, weights, trajectory[i + 1]);
    });
  },

  "batch_norm.json"(what, golden) {
    compareOperation(
      what,
      golden,
      (input) =>
        batchNorm(input("x"), input("gain"), input("bias"), undefined, golden.number("eps")),
    );
  },

  "conv1d.json"(what, golden) {
    compareOperation(
      what,
      golden,
      (input) => conv1d(input("x"), input("filter"), input("bias")),
    );
  },

  "cross_entropy.json"(what, golden) {
    const targets = golden.int32("targets");
    const options = {
      labelSmoothing: golden.number("label_smoothing"),
      ignoredIndex: golden.has("ignore_index") ? golden.number("ignore_index") : undefined,
    };
    const { shape } = golden.array("loss");
    compareOperation(
      what,
      golden,
      (input) => tf.reshape(crossEntropy(input("logits"), targets, options), shape),
      { output: "loss" },
    );
  },

  "embedding.json"(what, golden) {
    const ids = golden.int32("ids");
    compareOperation(what, golden, (input) => embedding(input("table"), ids));
  },

  "gelu.json"(what, golden) {
    const exact = golden.string("kind") === "exact";
    compareOperation(what, golden, (input) => exact ? gelu(input("x")) : geluTanh(input("x")));
  },

  "layer_norm.json"(what, golden) {
    compareOperation(
      what,
      golden,
      (input) => layerNorm(input("x"), input("gain"), input("bias"), golden.number("eps")),
    );
  },

  "noam_schedule.json"(what, golden) {
    const schedule = noamSchedule({
      modelSize: golden.number("d_model"),
      warmupSteps: golden.number("warmup_steps"),
    });
    const rates = golden.numbers("steps").map((step) => schedule(step));
    assertNumbersAgree(what, rates, golden.numbers("learning_rate"), 1e-6, 0);
  },
};
