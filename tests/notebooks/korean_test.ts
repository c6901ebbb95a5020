/**
 * The Korean edition is the English one in Korean: the same cells, the same code but for strings and comments, the
 * same numbers; and it is told where an English cell changed since its Korean one was written.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import ts from "typescript";
import { taskCell } from "lib/homework/cell/written_cells.ts";
import {
  fingerprint,
  followEnglish,
  isFromExercise,
  readFingerprints,
  staleCells,
} from "lib/homework/commands/editions.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import {
  type CodeCell,
  codeCell,
  hasTag,
  markdownCell,
  newNotebook,
} from "lib/jupyter/format/notebook.ts";
import { codeCells, courseNotebooks } from "./course_notebooks.ts";

/**
 * The syntax tree as lines, without what a translation may change: texts of strings and templates, and the order in
 * which a template mentions its values. Strings in types and import paths are code.
 */
function treeOf(source: string): string[] {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const linesOf = (node: ts.Node, depth: number): string[] => {
    const isName = ts.isIdentifier(node) || ts.isNumericLiteral(node) ||
      ts.isStringLiteral(node) &&
        (ts.isLiteralTypeNode(node.parent) || ts.isImportDeclaration(node.parent));
    const line = `${" ".repeat(depth)}${ts.SyntaxKind[node.kind]} ${isName ? node.text : ""}`
      .trimEnd();
    if (ts.isTemplateExpression(node)) {
      const values = node.templateSpans.map(({ expression }) => linesOf(expression, depth + 1));
      return [line, ...values.sort((a, b) => a.join() < b.join() ? -1 : 1).flat()];
    }
    const lines = [line];
    ts.forEachChild(node, (child) => void lines.push(...linesOf(child, depth + 1)));
    return lines;
  };
  return linesOf(file, 0);
}

/** All numbers in what a cell printed and in the texts of its figures, whatever their order. */
function numbersIn({ outputs }: CodeCell): string[] {
  const texts = outputs.flatMap((output) =>
    output.output_type === "stream"
      ? [output.text]
      : "data" in output
      ? [String(output.data["text/plain"] ?? "")]
      : []
  );
  return texts.join("\n").match(/\d+(?:\.\d+)?/g)?.sort() ?? [];
}

/**
 * Emphasis that never closes, without code and formulas: CommonMark takes a `*` that stands between punctuation and a
 * letter for an opening one, so that `*병목(bottleneck)*이` shows its stars. It is `*병목*(bottleneck)이`.
 */
function unclosedEmphasis(markdown: string): string[] {
  const prose = markdown.replace(/(```|`|\$\$?)[^]*?\1/g, "x");
  return prose.match(/[^\s*]*[)\]”.!?]\*+[가-힣]+/g) ?? [];
}

Deno.test("Korean edition: emphasis that ends in punctuation before a letter does not close", () => {
  const wrong = ["*병목(bottleneck)*이", "**“어디?”**를", "*뒤!*라고", "*[1]*은", "**끝.**이"];
  assertEquals(wrong.filter((text) => unclosedEmphasis(text).length !== 1), []);
  const right =
    "*병목*(bottleneck)이, **예측해 보세요.** 이제, (*병목, bottleneck*)은 `f()*가`, $(a)*나$";
  assertEquals(unclosedEmphasis(right), []);
});

Deno.test("Korean edition: a translated string leaves the tree, another name or number does not", () => {
  const code =
    'import { a } from "x.ts";\nconst b: Axes<"query key"> = a(`one ${1}`, "two"); // three';
  const translated = code.replace("one", "하나").replace('"two"', '"둘"').replace("three", "셋");
  assertEquals(treeOf(translated), treeOf(code));
  for (
    const [from, to] of [["const b", "const c"], ["${1}", "${2}"], ["query key", "key query"], [
      "x.ts",
      "y.ts",
    ]]
  ) {
    assert(code.includes(from));
    assert(treeOf(code.replace(from, to)).join() !== treeOf(code).join(), from);
  }
});

Deno.test("Korean edition: a changed or new English cell is named until it is mended", async () => {
  const [title, code] = [markdownCell("title", "# 1. One"), codeCell("code", "1;")];
  const known = { title: await fingerprint(title), code: await fingerprint(code) };
  assertEquals(await staleCells({ cells: [title, code] }, known), { unwritten: [], changed: [] });
  const english = newNotebook([{ ...title, source: "# 1. Two" }, code, markdownCell("end", "End")]);
  assertEquals(await staleCells(english, known), { unwritten: ["end"], changed: ["title"] });
  const korean = newNotebook([markdownCell("old", "옛"), markdownCell("title", "# 1. 하나"), code]);
  assertEquals(
    followEnglish(english, korean, undefined).cells.map(({ source }) => source),
    ["# 1. 하나", "1;", "End"],
  );
});

Deno.test("Korean edition: an answer stays, an untouched stub and its task follow the exercise", async () => {
  const homework = await loadHomework("05");
  const [exercise] = homework.exercises;
  const of = (tag: string) => ({ exercise: exercise.id, tags: [tag] });
  const english = newNotebook([
    markdownCell("split-heads-task", "task", of("task")),
    codeCell("split-heads-homework", exercise.stub, of("homework")),
  ]);
  const follow = (source: string) =>
    followEnglish(
      english,
      newNotebook([codeCell("split-heads-homework", source, of("homework"))]),
      homework,
    )
      .cells.map((cell) => cell.source);
  const task = taskCell(exercise, "ko").source;
  assertEquals(follow("const mine = 1;"), [task, "const mine = 1;"]);
  assertEquals(follow('throw new Error("Not implemented yet"); // old'), [task, exercise.stub]);
});

const englishOnes = await courseNotebooks();
const fingerprints = await readFingerprints();

const koreanOnes = await courseNotebooks("ko");

for (const korean of koreanOnes) {
  const english = englishOnes.find(({ stem }) => `ko-${stem}` === korean.stem);

  Deno.test(`${korean.stem}: has the cells of the English notebook, and tasks in Korean`, async () => {
    assert(english, "expected an English notebook of this name");
    const shape = ({ cells }: typeof korean) =>
      cells.map(({ id, cell_type, metadata }) => ({ id, cell_type, metadata }));
    assertEquals(shape(korean), shape(english));
    const { exercises } = await loadHomework(korean.number);
    // A task may stand in the middle of a lesson, before those with smaller numbers.
    const tasks = korean.cells.filter((cell) => hasTag(cell, "task"));
    const wanted = exercises.map((exercise) => taskCell(exercise, "ko"));
    const byExercise = (cells: typeof tasks) =>
      cells.map(({ metadata, source }) => `${metadata.exercise}\n${source}`).sort();
    assertEquals(byExercise(tasks), byExercise(wanted));
  });

  Deno.test(`${korean.stem}: every cell was written from the English cell as it is`, async () => {
    assert(english);
    assertEquals(
      await staleCells(english, fingerprints[`${english.stem}.ipynb`] ?? {}),
      { unwritten: [], changed: [] },
      `mend these Korean cells, then: deno task korean ${korean.number} CELL… --mended`,
    );
    const same = korean.cells.filter((cell, i) =>
      cell.cell_type === "markdown" && !isFromExercise(cell) &&
      cell.source === english.cells[i].source
    );
    assertEquals(same.map(({ id }) => id), []);
  });

  Deno.test(`${korean.stem}: links lead to the Korean notebook where there is one`, () => {
    const links = korean.cells.flatMap(({ source }) =>
      [...source.matchAll(/\]\((?:\.\.\/)?([\w-]+)\.ipynb\)/g)].map(([link, name]) => ({
        link,
        name,
      }))
    );
    const wanted = links.map(({ name }) =>
      koreanOnes.some(({ stem }) => stem === `ko-${name}`)
        ? `](${name}.ipynb)`
        : `](../${name}.ipynb)`
    );
    assertEquals(links.map(({ link }) => link), wanted);
  });

  Deno.test(`${korean.stem}: every emphasis closes`, () => {
    const unclosed = korean.cells.filter(({ cell_type }) => cell_type === "markdown")
      .flatMap(({ id, source }) => unclosedEmphasis(source).map((text) => `${id}: ${text}`));
    assertEquals(unclosed, []);
  });

  Deno.test(`${korean.stem}: code is the same but for strings and comments, numbers are the same`, () => {
    assert(english);
    const [ofKorean, ofEnglish] = [codeCells(korean), codeCells(english)];
    for (const [i, cell] of ofKorean.entries()) {
      assertEquals(treeOf(cell.source), treeOf(ofEnglish[i].source), cell.id);
      if (cell.outputs.length === 0 || hasTag(cell, "timing") || isFromExercise(cell)) continue;
      assertEquals(numbersIn(cell), numbersIn(ofEnglish[i]), cell.id);
    }
  });
}
