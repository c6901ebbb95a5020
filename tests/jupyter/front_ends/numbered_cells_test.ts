import { assertEquals } from "@std/assert";
import type { Output } from "lib/jupyter/format/notebook.ts";
import { countOutputs, numberedNotebook } from "./numbered_cells.ts";

Deno.test("countOutputs: finds what is lost, stands under another cell, or stands twice", () => {
  const right = (n: number): Output[] => [
    { output_type: "stream", name: "stdout", text: `${n}\n` },
    { output_type: "display_data", data: { "text/plain": `${n}` }, metadata: {} },
    {
      output_type: "execute_result",
      data: { "text/plain": `\x1b[33m${n}\x1b[39m` },
      metadata: {},
      execution_count: n,
    },
  ];
  const notebook = numberedNotebook(5);
  const outputs = [0, 1, 2, 3, 4].map(right);
  const counts = () => {
    notebook.cells.forEach((cell, n) => {
      if (cell.cell_type === "code") cell.outputs = outputs[n];
    });
    return countOutputs(notebook);
  };
  assertEquals(counts(), { lost: 0, misplaced: 0, wrongCells: 0 });
  outputs[2].push(outputs[1].pop()!); // 1's result under 2
  assertEquals(counts(), { lost: 1, misplaced: 1, wrongCells: 2 });
  outputs[4].push(outputs[4][0]); // twice
  assertEquals(counts(), { lost: 1, misplaced: 2, wrongCells: 3 });
  outputs[0] = [];
  assertEquals(counts(), { lost: 4, misplaced: 2, wrongCells: 4 });
});
