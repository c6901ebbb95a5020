import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  cellTags,
  codeCell,
  markdownCell,
  newNotebook,
  NotebookFormatError,
  parseNotebook,
  readNotebook,
} from "lib/jupyter/format/notebook.ts";
import { serializeNotebook, writeNotebook } from "lib/jupyter/format/notebook_writer.ts";

function sample() {
  const cell = codeCell("attend", "const 점수 = 1;\n점수", {
    tags: ["timing"],
    exercise: "04.2",
    collapsed: true,
  });
  cell.execution_count = 7;
  cell.outputs = [
    { output_type: "stream", name: "stdout", text: "가나\n다" },
    {
      output_type: "execute_result",
      data: { "text/plain": "1\n", "application/json": { b: ["x\ny"], a: 1 }, "image/png": "iVBO" },
      metadata: {},
      execution_count: 7,
    },
    { output_type: "error", ename: "Error", evalue: "no", traceback: ["a", "b"] },
  ];
  return newNotebook([markdownCell("title", "# 1. 제목\n"), cell]);
}

Deno.test("serializeNotebook: sorted keys, one-space indent, lines, final newline", () => {
  const text = serializeNotebook(sample());
  assertStringIncludes(text, '\n "nbformat": 4,\n "nbformat_minor": 5\n}\n');
  assertStringIncludes(text, '"source": [\n    "const 점수 = 1;\\n",\n    "점수"\n   ]');
  const file = JSON.parse(text);
  assertEquals(Object.keys(file), ["cells", "metadata", "nbformat", "nbformat_minor"]);
  assertEquals(Object.keys(file.cells[1]), [
    "cell_type",
    "execution_count",
    "id",
    "metadata",
    "outputs",
    "source",
  ]);
  assertEquals(file.cells[1].execution_count, null);
  assertEquals(file.cells[1].metadata, { exercise: "04.2", tags: ["timing"] });
  assertEquals(file.cells[1].outputs[0].text, ["가나\n", "다"]);
  assertEquals(file.cells[1].outputs[1].execution_count, null);
  assertEquals(file.cells[1].outputs[1].data, {
    "application/json": { a: 1, b: ["x\ny"] },
    "image/png": "iVBO",
    "text/plain": ["1\n"],
  });
  assertEquals(file.metadata.kernelspec.name, "deno");
});

Deno.test("serializeNotebook: writing what was read gives the same bytes", () => {
  const text = serializeNotebook(sample());
  assertEquals(serializeNotebook(parseNotebook(text)), text);
});

Deno.test("serializeNotebook: metadata of others is kept only on request", () => {
  const notebook = sample();
  notebook.metadata.nbgrader = { points: 3 };
  assertEquals(JSON.parse(serializeNotebook(notebook)).metadata.nbgrader, undefined);
  const all = JSON.parse(serializeNotebook(notebook, { metadata: "all" }));
  assertEquals(all.metadata.nbgrader, { points: 3 });
  assertEquals(all.cells[1].metadata.collapsed, true);
});

Deno.test("serializeNotebook: repeated and unfit cell ids become fit ones, stably", () => {
  const text = serializeNotebook(newNotebook([
    codeCell("same", "1"),
    codeCell("same", "2"),
    codeCell("한글 id", "3"),
  ]));
  const ids = parseNotebook(text).cells.map((cell) => cell.id);
  assertEquals(ids, ["same", "same-2", "cell-2"]);
  assertEquals(serializeNotebook(parseNotebook(text)), text);
});

Deno.test("parseNotebook: source may be text or lines; missing ids are made", () => {
  const notebook = parseNotebook(JSON.stringify({
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {},
    cells: [
      { cell_type: "markdown", metadata: {}, source: "a\nb" },
      { cell_type: "code", metadata: { tags: ["x", 3] }, source: ["c\n", "d"], outputs: [] },
    ],
  }));
  assertEquals(notebook.cells.map((cell) => [cell.id, cell.source]), [
    ["cell-0", "a\nb"],
    ["cell-1", "c\nd"],
  ]);
  assertEquals(cellTags(notebook.cells[1]), ["x"]);
});

for (
  const [name, text, message] of [
    ["an empty file", "", "the file is empty"],
    ["no JSON", "{", "not JSON"],
    ["an array", "[]", "expected a notebook, got an array"],
    ["format 3", '{"nbformat": 3}', "expected nbformat 4, got 3"],
    ["no format", '{"cells": []}', "expected nbformat 4, got none"],
    ["no cells", '{"nbformat": 4}', 'expected "cells" to be an array, got nothing'],
    [
      "a cell of text",
      '{"nbformat": 4, "cells": ["x"]}',
      "cell 0: expected an object, got a string",
    ],
    [
      "an unknown cell",
      '{"nbformat": 4, "cells": [{"cell_type": "heading", "source": ""}]}',
      'cell 0: expected "cell_type" to be code, markdown or raw, got "heading"',
    ],
    [
      "a source of numbers",
      '{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}',
      'cell 0: expected "source" to be text or lines, got an array',
    ],
    [
      "outputs of text",
      '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": "x"}]}',
      'cell 0: expected "outputs" to be an array, got a string',
    ],
  ]
) {
  Deno.test(`parseNotebook: ${name} is refused by name and reason`, () => {
    const error = assertThrows(() => parseNotebook(text, "a/01.ipynb"), NotebookFormatError);
    assertStringIncludes(error.message, "a/01.ipynb: ");
    assertStringIncludes(error.message, message);
  });
}

Deno.test("writeNotebook: replaces the file, keeps its mode, leaves no other file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/한글 노트.ipynb`;
    await Deno.writeTextFile(path, "old", { mode: 0o640 });
    await writeNotebook(path, sample());
    assertEquals(await readNotebook(path), parseNotebook(serializeNotebook(sample())));
    if (Deno.build.os !== "windows") assertEquals((await Deno.stat(path)).mode! & 0o777, 0o640);
    const written = (await Deno.stat(path)).mtime;
    await writeNotebook(path, sample());
    assertEquals((await Deno.stat(path)).mtime, written);
    assertEquals([...Deno.readDirSync(folder)].map((entry) => entry.name), ["한글 노트.ipynb"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
