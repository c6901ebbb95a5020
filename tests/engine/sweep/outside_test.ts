/**
 * Operations that are asked for what lies outside of a tensor. Stock kernels of the WebAssembly backend read or
 * write behind it, or end the backend; the engine says and gives what the cpu backend does.
 */
import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { ready } from "lib/tensor/ready.ts";
import { onCpu } from "../against_cpu.ts";

const matrix = () => tf.range(0, 15).reshape([3, 5]);
const ints = (numbers: number[], shape: number[] = [numbers.length]) =>
  tf.tensor(numbers, shape, "int32");

const outside: Readonly<Record<string, () => tf.Tensor | tf.Tensor[]>> = {
  "gather: an index too large": () => tf.gather(matrix(), ints([0, 7])),
  "gather: an index below 0": () => tf.gather(matrix(), ints([-1])),
  "gather: along another axis": () => tf.gather(matrix(), ints([9]), 1),
  "gatherND: an index too large": () => tf.gatherND(matrix(), ints([2, 9], [1, 2])),
  "scatterND: an index too large": () => tf.scatterND(ints([7], [1, 1]), tf.tensor1d([1]), [4]),
  "tensorScatterUpdate: an index too large": () =>
    tf.tensorScatterUpdate(tf.zeros([4]), ints([7], [1, 1]), tf.tensor1d([1])),
  "sparseToDense: an index too large": () =>
    tf.sparseToDense(ints([7]), tf.tensor1d([1]), [4], tf.scalar(0)),
  "unsortedSegmentSum: a segment too large": () =>
    tf.unsortedSegmentSum(tf.tensor1d([1, 2]), tf.tensor1d([0, 9], "int32"), 3),
  "unsortedSegmentSum: a segment below 0": () =>
    tf.unsortedSegmentSum(tf.tensor1d([1, 2]), tf.tensor1d([0, -1], "int32"), 3),
  "oneHot: an index outside": () => tf.oneHot(ints([0, 9, -1]), 3),
  "bincount: a number below 0": () =>
    tf.bincount(tf.tensor1d([0, -2], "int32"), tf.tensor1d([]), 3),
  "denseBincount: a number below 0": () =>
    tf.denseBincount(tf.tensor1d([0, -2], "int32"), tf.tensor1d([]), 3),
  "split: more than there is": () => tf.split(tf.range(0, 7), [5, 5]),
  "split: less than there is": () => tf.split(tf.range(0, 7), [2, 3]),
  "pad: by less than nothing": () => tf.pad(tf.range(0, 7), [[-1, 0]]),
  "tile: less than no time": () => tf.tile(tf.range(0, 7), [-1]),
  "stridedSlice: behind the end": () => tf.stridedSlice(tf.range(0, 7), [5], [11]),
  "cropAndResize: a box of another image": () =>
    tf.image.cropAndResize(
      tf.ones([1, 5, 5, 1]),
      tf.tensor2d([[0, 0, 1, 1]]),
      tf.tensor1d([3], "int32"),
      [2, 2],
    ),
  "topk: more than there are": () => Object.values(tf.topk(tf.ones([3]), 5)),
  "unstack: an axis that is not there": () => tf.unstack(tf.ones([2]), 3),
};

function outcome(operation: () => tf.Tensor | tf.Tensor[]): string {
  return tf.tidy(() => {
    try {
      const results = [operation()].flat();
      return results.map((one) => `${one.dtype} [${one.shape}] ${one.dataSync().join()}`).join(
        "; ",
      );
    } catch (error) {
      return String(error);
    }
  });
}

for (const [what, operation] of Object.entries(outside)) {
  Deno.test(`outside: ${what}`, async () => {
    await ready();
    const here = outcome(operation);
    assertEquals(here, await onCpu(() => outcome(operation)));
  });
}
