/**
 * The kernel checks no types, so the tests do: the cells of a notebook become one module, and what the
 * compiler says is told by cell and line.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { assertEquals } from "@std/assert";
import { codeCells, courseNotebooks, stagingFolder } from "./course_notebooks.ts";

const notebooks = [...await courseNotebooks(), ...await courseNotebooks("ko")];

Deno.test("notebooks: every cell type-checks", async () => {
  const folder = await stagingFolder("notebook-types");
  /** For each module the cell and the line in it that each of its lines came from. */
  const origins = new Map<string, string[]>();
  for (const notebook of notebooks) {
    const lines: string[] = [];
    const origin: string[] = [];
    for (const cell of codeCells(notebook)) {
      cell.source.split("\n").forEach((line, i) => {
        lines.push(line);
        origin.push(`${notebook.stem}, cell ${cell.id}, line ${i + 1}`);
      });
    }
    // A notebook without imports or exports would be a script that shares its names with the others.
    lines.push("export {};");
    await Deno.writeTextFile(new URL(`${notebook.stem}.ts`, folder), lines.join("\n"));
    origins.set(notebook.stem, origin);
  }
  const { stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "--quiet", fileURLToPath(folder)],
    env: { NO_COLOR: "1" },
  }).output();
  const messages = new TextDecoder().decode(stderr).replace(
    /file:\S*\/notebook-types\/([\w-]+)\.ts:(\d+):(\d+)/g,
    (place, stem, line) => origins.get(stem)?.[Number(line) - 1] ?? place,
  );
  assertEquals(success ? "" : messages, "");
});

Deno.test("notebooks: cells are formatted as deno fmt does", async () => {
  const folder = await stagingFolder("notebook-format");
  for (const notebook of notebooks) {
    for (const cell of codeCells(notebook)) {
      await Deno.writeTextFile(
        new URL(`${notebook.stem}.${cell.id}.ts`, folder),
        cell.source + "\n",
      );
    }
  }
  const { stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--check", "--no-config", "--line-width=100", fileURLToPath(folder)],
    env: { NO_COLOR: "1" },
  }).output();
  assertEquals(success ? "" : new TextDecoder().decode(stderr), "");
});
