/**
 * Rows of a table by index; the gradient adds up the rows of repeated indices.
 *
 * @module
 */
import type { FusedOperations } from "../fused.ts";
import { elements, input } from "../registry.ts";
import { type Context, runOne, single } from "./context.ts";

/** Registers the kernels and returns the operation. */
export function fuseEmbedding({ registry, heap, compute }: Context): FusedOperations["embedding"] {
  registry.add("CourseEmbedding", (call) => {
    const table = input(call, "table"), ids = input(call, "ids"), [rows, length] = table.shape;
    const out = heap.allocate([...ids.shape, length]);
    const wrong = heap.integers(ids).find((id) => id < 0 || id >= rows);
    if (wrong !== undefined) {
      throw new RangeError(`expected ids in [0, ${rows}), the rows of the table, got ${wrong}`);
    }
    compute.run(
      "gatherRows",
      { length: elements(ids.shape), work: length },
      heap.pointer(table),
      heap.pointer(ids),
      heap.pointer(out),
      length,
      rows,
    );
    return out;
  }, {
    inputsToSave: ["table", "ids"],
    gradFunc: (dy, [table, ids]) => ({
      table: () =>
        runOne("CourseEmbeddingGradient", { dy: single(dy), ids }, { rows: table.shape[0] }),
    }),
  });

  registry.add("CourseEmbeddingGradient", (call) => {
    const dy = input(call, "dy"), ids = input(call, "ids"), rows = Number(call.attrs.rows);
    const length = dy.shape[dy.shape.length - 1], count = elements(ids.shape);
    const dtable = heap.allocate([rows, length]);
    compute.run(
      "segmentSum",
      { length, work: count, multiple: 16 },
      heap.pointer(ids),
      heap.pointer(dy),
      heap.pointer(dtable),
      count,
      length,
      rows,
    );
    return dtable;
  });

  return (table, ids) => runOne("CourseEmbedding", { table, ids });
}
