/** Notebook files that were made to confuse the grader: read, told in words, and graded by the course alone. */
import { untranslated } from "lib/language.ts";
import { assertEquals, assertMatch } from "@std/assert";
import { homeworkCells, notebookNumber } from "lib/homework/cell/cells.ts";
import { plainText } from "lib/homework/cell/plain_text.ts";
import { gradeRecord, jsonLine } from "lib/homework/commands/json_line.ts";
import { readAnswer } from "lib/homework/evaluation/bring_along.ts";
import { answersIn, planAnswer } from "lib/homework/evaluation/plan.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { findSubmissions, readSubmissions } from "lib/homework/grading/submissions.ts";
import { verdictWithout } from "lib/homework/judge/judge.ts";
import { reportVerdict } from "lib/homework/judge/report.ts";
import { NotebookFormatError, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { temporaryFolder } from "../submission.ts";
import { cell, right } from "./attack.ts";

/** A notebook file with these cells' JSON. */
function file(...cells: unknown[]): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
}

function homeworkCell(
  changes: Record<string, unknown> = {},
  metadata: Record<string, unknown> = {},
) {
  return {
    cell_type: "code",
    id: "x",
    execution_count: null,
    outputs: [],
    source: cell(right),
    metadata: { exercise: "04.4", tags: ["homework"], ...metadata },
    ...changes,
  };
}

const unreadable: Readonly<Record<string, readonly [text: string, says: RegExp]>> = {
  "an empty file": ["", /is empty/],
  "no JSON": ["{", /not JSON/],
  "NUL bytes": ["\0\0\0", /not JSON/],
  "a list": ["[]", /expected a notebook/],
  "null": ["null", /expected a notebook/],
  "nbformat 3": [`{"nbformat": 3, "worksheets": []}`, /expected nbformat 4, got 3/],
  "an nbformat that is text": [`{"nbformat": "4", "cells": []}`, /expected nbformat 4/],
  "no cells": [`{"nbformat": 4}`, /"cells"/],
  "cells that are a record": [`{"nbformat": 4, "cells": {"length": 1}}`, /"cells"/],
  "a cell that is text": [file("x"), /cell 0: expected an object/],
  "a source that is a number": [file(homeworkCell({ source: 7 })), /"source"/],
  "a source of other things": [file(homeworkCell({ source: [["x"]] })), /"source"/],
  "an unknown kind of cell": [file(homeworkCell({ cell_type: "constructor" })), /"cell_type"/],
  "outputs that are text": [file(homeworkCell({ outputs: "x" })), /"outputs"/],
  "an unknown output": [
    file(homeworkCell({ outputs: [{ output_type: "__proto__" }] })),
    /output type/,
  ],
  "lists a million deep": ["[".repeat(1e6), /not JSON/],
};

for (const [name, [text, says]] of Object.entries(unreadable)) {
  Deno.test(`attacks: notebooks: ${name}`, () => {
    let message = "";
    try {
      parseNotebook(text, "04.ipynb");
    } catch (error) {
      message = error instanceof NotebookFormatError ? error.message : `a crash: ${error}`;
    }
    assertMatch(message, says);
    assertEquals(message.startsWith("04.ipynb: "), true);
  });
}

/** What metadata or text of a readable notebook may claim, and what becomes of exercise 04.4. */
const readable: Readonly<Record<string, readonly [text: string, becomes: string, says?: RegExp]>> =
  {
    "a byte order mark": ["\uFEFF" + file(homeworkCell()), "cell"],
    "points of its own": [
      file(homeworkCell({}, { points: 1e9, max: -1, status: "passed" })),
      "cell",
    ],
    "nbgrader's points": [
      file(homeworkCell({}, { nbgrader: { points: 1e9, grade: true, locked: false } })),
      "cell",
    ],
    "another id": [file(homeworkCell({}, { exercise: "04.99" })), "error", /is gone/],
    "an id that is a list": [file(homeworkCell({}, { exercise: ["04.4"] })), "error", /is gone/],
    "an id that is a path": [
      file(homeworkCell({}, { exercise: "../../04.4" })),
      "error",
      /is gone/,
    ],
    "an id with spaces": [file(homeworkCell({}, { exercise: "04.4 " })), "error", /is gone/],
    "an id in wide digits": [file(homeworkCell({}, { exercise: "０4.4" })), "error", /is gone/],
    "tags that are text": [file(homeworkCell({}, { tags: "homework" })), "error", /is gone/],
    "tags that are a record": [
      file(homeworkCell({}, { tags: { 0: "homework", length: 1 } })),
      "error",
      /is gone/,
    ],
    "metadata that is text": [file(homeworkCell({ metadata: "x" })), "error", /is gone/],
    "__proto__ as metadata": [
      file(homeworkCell({ metadata: 0 })).replace(
        `"metadata":0`,
        `"metadata":{"__proto__":{"exercise":"04.4","tags":["homework"]}}`,
      ),
      "error",
      /is gone/,
    ],
    "constructor as metadata": [
      file(homeworkCell({}, { constructor: { prototype: { x: 1 } } })),
      "cell",
    ],
    "the same exercise twice": [
      file(homeworkCell(), homeworkCell({ id: "y" })),
      "error",
      /duplicates; keep one/,
    ],
    "homework in a cell of prose": [
      file(homeworkCell({ cell_type: "markdown" })),
      "error",
      /is gone/,
    ],
    "homework in a raw cell": [file(homeworkCell({ cell_type: "raw" })), "error", /is gone/],
    "a set-up cell of its own": [
      file(
        { ...homeworkCell(), source: "const tf = 1; throw 1;", metadata: { tags: ["setup"] } },
        homeworkCell(),
      ),
      "cell",
    ],
    "a check cell that says passed": [
      file(homeworkCell({ source: homework.exercises[3].stub }), {
        ...homeworkCell(),
        metadata: { exercise: "04.4", tags: ["check"] },
        outputs: [{
          output_type: "stream",
          name: "stdout",
          text: "✔ 04.4 entropy: passed, 2 points",
        }],
      }),
      "not started",
    ],
    "another kernel": [
      file(homeworkCell()).replace(`"metadata":{}`, `"metadata":{"kernelspec":{"name":"python3"}}`),
      "cell",
    ],
    "ten thousand cells": [
      file(
        ...Array.from({ length: 10_000 }, () => homeworkCell({}, { exercise: "x" })),
        homeworkCell(),
      ),
      "cell",
    ],
    "a source of a megabyte": [
      file(homeworkCell({ source: "x".repeat(1e6) })),
      "error",
      /at most 100000 are read/,
    ],
    "parentheses without end": [
      file(homeworkCell({ source: cell("(".repeat(9e4)) })),
      "error",
      /nested too deeply|syntax error/,
    ],
    "a sum without end": [
      file(homeworkCell({ source: cell(`return ${"1+".repeat(4e4)}1;`) })),
      "error",
      /nested too deeply/,
    ],
    "types without end": [
      file(
        homeworkCell({ source: cell(right, `type T = ${"[".repeat(9000)}1${"]".repeat(9000)};`) }),
      ),
      "error",
      /nested too deeply/,
    ],
    "NUL in the source": [file(homeworkCell({ source: cell(right, `const a = "\0";`) })), "cell"],
    "half of a letter": [
      file(homeworkCell({ source: cell(right, `const a = "\ud800";`) })),
      "cell",
    ],
    "lines by another mark": [
      file(homeworkCell({ source: cell(right, "const a = 1;\u2028const b = 2;") })),
      "cell",
    ],
    "a line that begins a file": [
      file(homeworkCell({ source: `#!/bin/sh${cell(right)}` })),
      "error",
      /forbidden in homework: #!/,
    ],
    "the end of our first line": [
      file(homeworkCell({ source: `*/ }; ${cell(right)}` })),
      "error",
      /syntax error/,
    ],
    "a name that only looks like it": [
      file(homeworkCell({ source: cell(right).replace("entropy", "еntropy") })),
      "error",
      /declares .*ntropy, and no entropy/,
    ],
  };

for (const [name, [text, becomes, says = /^$/]] of Object.entries(readable)) {
  Deno.test(`attacks: notebooks: ${name}`, async () => {
    const notebook = parseNotebook(text, "04.ipynb");
    const [answer] = answersIn(homework, [notebook]).filter(({ exercise }) =>
      exercise.id === "04.4"
    );
    const planned = await planAnswer(answer, readAnswer);
    const [got, said] = planned.kind === "verdict"
      ? [planned.verdict.status, planned.verdict.problem?.en ?? ""]
      : [planned.kind, ""];
    assertEquals(got, becomes);
    assertMatch(said, says);
    const { exercise } = planned.kind === "verdict" ? planned.verdict : planned.cell;
    assertEquals(exercise.points, homework.exercises[3].points);
    assertEquals(homeworkCells(notebook, "04.4").length <= 2, true);
    assertEquals([undefined, "04"].includes(notebookNumber(notebook)), true);
  });
}

Deno.test("attacks: submissions: links, pipes, folders and hidden files are no notebooks", async () => {
  await using folder = await temporaryFolder();
  const learner = `${folder.path}/ann`;
  await Deno.mkdir(`${learner}/folder.ipynb`, { recursive: true });
  await Deno.writeTextFile(`${learner}/04.ipynb`, file(homeworkCell()));
  await Deno.writeTextFile(`${learner}/.hidden.ipynb`, file(homeworkCell()));
  await Deno.symlink("/etc/passwd", `${learner}/05.ipynb`);
  await Deno.symlink("/", `${folder.path}/root`);
  if (Deno.build.os !== "windows") {
    await new Deno.Command("mkfifo", { args: [`${learner}/06.ipynb`] }).output();
  }
  const submissions = await findSubmissions(folder.path);
  assertEquals(submissions.map(({ learner, files }) => [learner, files]), [["ann", ["04.ipynb"]]]);
  const [{ notebooks }] = await readSubmissions(submissions, [homework]);
  assertEquals([...notebooks.keys()], ["04"]);
});

/** What learners' texts and names may hold. */
const hostile = {
  colours: "\x1b[31mred\x1b[0m",
  clear: "\x1b[2J\x1b[H",
  title: "\x1b]0;title\x07",
  link: "\x1b]8;;https://example.com\x07click\x1b]8;;\x07",
  clipboard: "\x1b]52;c;eA==\x07",
  "8-bit": "\x9b2J",
  "carriage return": "failed\rpassed",
  backspace: "failed\b\b\b\b\b\bpassed",
  bell: "\x07",
  delete: "\x7f",
  "right to left": "\u202egnp.exe\u2066",
};

Deno.test("attacks: texts: nothing rewrites a terminal", () => {
  const [exercise] = homework.exercises;
  for (const [name, text] of Object.entries(hostile)) {
    const verdict = verdictWithout(exercise, "error", untranslated(text));
    const record = jsonLine(text, verdict);
    // deno-lint-ignore no-control-regex
    const controls = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
    for (const shown of [plainText(text), reportVerdict(verdict), record]) {
      assertEquals([name, controls.exec(shown)?.[0]], [name, undefined]);
    }
    assertEquals(JSON.parse(record).learner, text);
    assertEquals(gradeRecord(text, verdict).learner, text);
  }
});

Deno.test("attacks: submissions: many, large and deep files cost little, and each is told", async () => {
  await using folder = await temporaryFolder();
  const learner = `${folder.path}/eve`;
  await Deno.mkdir(`${learner}/many/deep/er/still/further`, { recursive: true });
  for (let i = 0; i < 6000; i++) await Deno.writeTextFile(`${learner}/many/${i}.ipynb`, "");
  await Deno.writeTextFile(`${learner}/04.ipynb`, file(homeworkCell()));
  await Deno.writeTextFile(`${learner}/05.ipynb`, "[".repeat(5_000_000));
  const begun = performance.now();
  const [submission] = await findSubmissions(folder.path);
  assertEquals(submission.files.length <= 52, true);
  const [{ notebooks, strays }] = await readSubmissions([submission], [homework]);
  assertEquals(performance.now() - begun < 10_000, true);
  assertEquals([...notebooks.keys()], ["04"]);
  assertMatch(strays.join("\n"), /the first 50 are read/);
});

Deno.test("attacks: submissions: of a cell without end only the beginning is kept", async () => {
  await using folder = await temporaryFolder();
  await Deno.mkdir(`${folder.path}/eve`);
  const long = { ...homeworkCell(), source: "x".repeat(20_000_000) };
  const others = Array.from({ length: 2000 }, () => ({ ...homeworkCell() }));
  await Deno.writeTextFile(`${folder.path}/eve/04.ipynb`, file(long, ...others));
  const [submission] = await findSubmissions(folder.path);
  const [{ notebooks }] = await readSubmissions([submission], [homework]);
  const [sources] = [...notebooks.get("04")?.cells.values() ?? []].filter(({ length }) =>
    length > 0
  );
  assertEquals(sources.length, 3);
  assertEquals(sources[0].length, 110_000);
});
