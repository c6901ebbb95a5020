/**
 * What a test can see of a notebook's style: its size, its rhythm of prose and code, and that nothing
 * but the agreed metadata is in it.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { type Cell, hasTag } from "lib/jupyter/format/notebook.ts";
import { median } from "lib/statistics.ts";
import { codeCells, courseNotebooks } from "./course_notebooks.ts";

const isHomework = (cell: Cell) => ["task", "homework", "check"].some((tag) => hasTag(cell, tag));

for (const notebook of await courseNotebooks()) {
  const { stem, cells } = notebook;

  Deno.test(`${stem}: ids are unique words, metadata holds tags and exercise only`, () => {
    const ids = cells.map((cell) => cell.id);
    assertEquals(ids.length, new Set(ids).size);
    assertEquals(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)), []);
    const keys = new Set(cells.flatMap((cell) => Object.keys(cell.metadata)));
    assertEquals([...keys].filter((key) => key !== "tags" && key !== "exercise"), []);
  });

  Deno.test(`${stem}: 35 to 75 lesson cells, short code, short prose`, () => {
    const lessonCells = cells.filter((cell) => !isHomework(cell)).length;
    assert(lessonCells >= 35 && lessonCells <= 75, `${lessonCells} lesson cells`);
    const lesson = codeCells(notebook).filter((cell) =>
      !isHomework(cell) && !hasTag(cell, "setup")
    );
    const lines = lesson.map((cell) => cell.source.split("\n").length);
    assert(median(lines) <= 12, `median code cell of ${median(lines)} lines`);
    assertEquals(
      lesson.filter((cell) => cell.source.split("\n").length > 22).map(({ id }) => id),
      [],
    );
    const wordy = cells.filter((cell) => cell.cell_type === "markdown" && !hasTag(cell, "task"))
      .map((cell) => ({ id: cell.id, words: cell.source.split(/\s+/).length }))
      .filter(({ words }) => words > 110);
    assertEquals(wordy, []);
  });

  Deno.test(`${stem}: between two code cells there is prose`, () => {
    const bare = cells.filter((cell, i) =>
      i > 0 && cell.cell_type === "code" && cells[i - 1].cell_type === "code" && !isHomework(cell)
    );
    assertEquals(bare.map(({ id }) => id), []);
  });

  Deno.test(`${stem}: one main heading, goals, predictions, homework, recap, references`, () => {
    const prose = cells.filter((cell) => cell.cell_type === "markdown").map((cell) => cell.source)
      .join("\n\n");
    assertEquals(prose.match(/^# /gm)?.length, 1);
    for (
      const part of [
        "You will be able to",
        "Before you start",
        "**Time**",
        "**Predict.**",
        "<details>",
        "## Break it",
        "## Homework",
        "## Recap",
        "**References**",
      ]
    ) assert(prose.includes(part), `expected "${part}" in the notebook's prose`);
  });
}

/** What states a result in a cell: `assert…` and `claim…` called, as a function or a method. */
const statements = (source: string) => source.match(/\b(?:assert|claim)\w*(?=\s*\()/gi) ?? [];

Deno.test("answer cells: assertions are found in any spelling, and nothing else", () => {
  const found = ["assert(a)", "  assertEquals (a, b)", "console.assert(a)", 'claim("so", a)'];
  assertEquals(found.filter((source) => statements(source).length !== 1), []);
  const others = ["const asserted = 1;", "// assert, then claim", "curves(claims)", "reassert(a)"];
  assertEquals(others.filter((source) => statements(source).length > 0), []);
});

for (
  const { stem, cells } of [...await courseNotebooks(), ...await courseNotebooks("ko")]
) {
  Deno.test(`${stem}: answer cells state no result`, () => {
    const stating = cells.filter((cell) =>
      hasTag(cell, "answer") && statements(cell.source).length
    );
    assertEquals(
      stating.map(({ id }) => id),
      [],
      "what an answer asserts moves to the cell findings",
    );
  });
}
