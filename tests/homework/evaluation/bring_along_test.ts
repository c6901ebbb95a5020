/** What an answer takes from the other cells of its notebook comes along; what is withheld does not. */
import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { codeCell, type Notebook } from "lib/jupyter/format/notebook.ts";
import { evaluate, evaluateNotebook, notebookWith } from "../submission.ts";

/** A notebook with further cells before its homework. */
async function notebookOf(
  number: string,
  answers: Readonly<Record<string, string>>,
  cells: readonly string[] = [],
): Promise<Notebook> {
  const notebook = notebookWith(await loadHomework(number), answers);
  const own = cells.map((source, i) => codeCell(`own-${i}`, source));
  return { ...notebook, cells: [notebook.cells[0], ...own, ...notebook.cells.slice(1)] };
}

async function verdictOn(id: string, notebook: Notebook): Promise<Verdict> {
  const homework = await loadHomework(id.slice(0, 2));
  const exercises = homework.exercises.filter((exercise) => exercise.id === id);
  await using workspace = await Workspace.create();
  return (await evaluateNotebook(workspace, { ...homework, exercises }, notebook))[id];
}

const attention = (softmax: string): string =>
  `function scaledDotProductAttention(queries, keys, values) {
  const weights = ${softmax}(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])));
  return { output: tf.matMul(weights, values), weights };
}`;

const mySoftmax = `interface Options { readonly axis: number }
const shift = (x: tf.Tensor, { axis }: Options) => tf.sub(x, tf.max(x, axis, true));
function mySoftmax(x: tf.Tensor): tf.Tensor {
  const powers = tf.exp(shift(x, { axis: -1 }));
  return tf.div(powers, tf.sum(powers, -1, true));
}`;

Deno.test("bring along: helpers of other cells, with what they use", async () => {
  const notebook = await notebookOf("04", { "04.2": attention("mySoftmax") }, [
    "const scores = await neverDeclared();",
    "function mySoftmax(x) { return tf.zerosLike(x); } // replaced below",
    mySoftmax,
  ]);
  assertEquals((await verdictOn("04.2", notebook)).status, "passed");
});

Deno.test("bring along: names of the library, however the notebook imports them", async () => {
  for (
    const line of [
      `import { mean as average } from "lib/statistics.ts";`,
      `import { mean as average } from "lib/lessons/04.ts";`,
    ]
  ) {
    const source = `function dotProductVariance(queries, keys) {
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
  const centre = average(products);
  return products.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (products.length - 1);
}`;
    const elsewhere = await notebookOf("04", { "04.1": source }, [line]);
    assertEquals([line, (await verdictOn("04.1", elsewhere)).status], [line, "passed"]);
    const inside = await notebookOf("04", { "04.1": `${line}\n${source}` });
    assertEquals([line, (await verdictOn("04.1", inside)).status], [line, "passed"]);
  }
});

Deno.test("bring along: what an exercise asks to write is withheld, and the message says so", async () => {
  const source = `const scaledDotProductAttention = (q, k, v) => library(q, k, v);`;
  for (const module of ["lib/attention/dot_product.ts", "lib/lessons/04.ts"]) {
    const line = `import { scaledDotProductAttention as library } from "${module}";`;
    const { status, problem } = await verdictOn(
      "04.2",
      await notebookOf("04", { "04.2": source }, [line]),
    );
    assertEquals(status, "error");
    assertMatch(
      problem?.en ?? "",
      /uses scaledDotProductAttention \(lib\/attention\/dot_product\.ts\), which does what this/,
    );
  }
  for (
    const module of ["lib/homework/exercises/04/entropy/solution.ts", "npm:left-pad", "node:fs"]
  ) {
    const line = `import { entropy as library } from "${module}";`;
    const cell = `const entropy = (weights) => library(weights);`;
    const { status, problem } = await verdictOn(
      "04.4",
      await notebookOf("04", { "04.4": cell }, [line]),
    );
    assertEquals([module, status], [module, "error"]);
    assertMatch(problem?.en ?? "", /^forbidden import: /);
  }
});

Deno.test("bring along: an earlier answer that is wrong costs nothing in a later one", async () => {
  const right = {
    "05.1": await solutionCell("05.1"),
    "05.2": await solutionCell("05.2"),
    "05.3": await solutionCell("05.3"),
  };
  const own = await verdictOn("05.3", await notebookOf("05", right));
  assertEquals([own.status, own.notes], ["passed", undefined]);
  const wrong = { ...right, "05.1": "const splitHeads = (inputs) => inputs;" };
  const lent = await verdictOn("05.3", await notebookOf("05", wrong));
  assertEquals(lent.status, "passed");
  assertEquals(lent.notes, [{
    en:
      "judged with the course's splitHeads, mergeHeads: what is off here is your splitHeads of 05.1 or your mergeHeads of 05.2",
    ko:
      "강의의 splitHeads, mergeHeads로 판정했습니다. 문제는 이 답이 아니라 직접 만든 05.1의 splitHeads, 05.2의 mergeHeads에 있습니다",
  }]);
  const unwritten = await verdictOn("05.3", await notebookOf("05", { "05.3": right["05.3"] }));
  assertEquals([unwritten.status, unwritten.points > 0], ["passed", true]);
});

Deno.test("bring along: of several earlier answers the one that is wrong is named", async () => {
  const homework = await loadHomework("05");
  const sources = Object.fromEntries(
    await Promise.all(
      homework.exercises.map(async ({ id }) => [id, await solutionCell(id)] as const),
    ),
  );
  const half = "const mergeHeads = (heads) => tf.mul(heads, 0.5);";
  await using workspace = await Workspace.create();
  const notesOn = async (answers: Readonly<Record<string, string>>) => {
    const verdicts = await evaluate(workspace, homework, { ...sources, ...answers });
    const { status, notes = [] } = verdicts["05.3"];
    return [status, ...notes.map(({ en }) => en)];
  };
  assertEquals(await notesOn({ "05.2": half }), [
    "passed",
    "judged with the course's splitHeads, mergeHeads: your mergeHeads of 05.2 is what is off here",
  ]);
  // Both are wrong: what is said of this answer is about it alone.
  const wrong = sources["05.3"].replace("tf.matMul(merged, projections.output)", "merged");
  assertNotEquals(wrong, sources["05.3"]);
  assertEquals(await notesOn({ "05.2": half, "05.3": wrong }), [
    "failed",
    "judged with the course's splitHeads, mergeHeads, since your mergeHeads of 05.2 gives something else",
  ]);
});

Deno.test("bring along: an answer runs again with the course's functions only where it failed", async () => {
  const homework = await loadHomework("05");
  const sources = Object.fromEntries(
    await Promise.all(
      homework.exercises.map(async ({ id }) => [id, await solutionCell(id)] as const),
    ),
  );
  await using workspace = await Workspace.create();
  const staged: string[] = [];
  const { stage } = workspace;
  workspace.stage = async (packages) => {
    const made = await stage.call(workspace, packages);
    const { add } = made;
    made.add = (content) => {
      staged.push(...Object.keys(content.cells).filter((name) => name.startsWith("05_3")));
      add.call(made, content);
    };
    return made;
  };
  for (const trusting of [false, true]) {
    staged.length = 0;
    await evaluate(workspace, homework, sources, { trusting });
    assertEquals(staged, ["05_3"]);
    const wrong = { ...sources, "05.1": "const splitHeads = (inputs) => inputs;" };
    await evaluate(workspace, homework, wrong, { trusting });
    assertEquals(staged, ["05_3", "05_3", "05_3_again"]);
  }
});

Deno.test("bring along: a function of an exercise that is not written yet is named", async () => {
  const source = "const dotProductVariance = (queries) => entropy(queries[0]);";
  const { failures } = await verdictOn("04.1", await notebookOf("04", { "04.1": source }));
  assertMatch(failures[0].problem.en, /entropy is not written yet, and this answer calls it/);
});

const shiftRight = "const shiftRight = (labels, startId) => [startId, ...labels.slice(0, -1)];\n";

for (
  const [what, cell, cells] of [
    [
      "imports @std/assert itself",
      `import { assert } from "@std/assert";\n${shiftRight}assert(shiftRight([3], 9)[0] === 9);`,
      [],
    ],
    [
      "asserts with what the set-up imports",
      `${shiftRight}assertEquals(shiftRight([0, 3], 9), [9, 0]);`,
      [`import { assert, assertEquals } from "@std/assert";`],
    ],
    ["tries its answer out on what is not there", `${shiftRight}shiftRight(undefined, 1);`, []],
    [
      "keeps a trial that fails in a variable",
      `${shiftRight}const mine = shiftRight(nobody, 1);`,
      [],
    ],
  ] as const
) {
  Deno.test(`bring along: an answer that ${what} passes`, async () => {
    const verdict = await verdictOn("01.3", await notebookOf("01", { "01.3": cell }, cells));
    assertEquals([verdict.status, verdict.problem], ["passed", undefined]);
  });
}

Deno.test("bring along: an assertion of the learner's that fails hides no mistake, and is printed", async () => {
  const cell = `const shiftRight = (labels, startId) => [startId, ...labels];
assert(shiftRight([3], 9).length === 1, "one for one");`;
  const imports = [`import { assert } from "@std/assert";`];
  const verdict = await verdictOn("01.3", await notebookOf("01", { "01.3": cell }, imports));
  assertEquals(verdict.mistake?.name.en, "eos leaked into the inputs");
  assertMatch(verdict.printed ?? "", /Uncaught AssertionError: one for one/);
});

Deno.test("bring along: a cell may import a type of its lesson, with and without the word", async () => {
  for (const type of ["type Axes", "Axes"]) {
    const cell = `import { ${type}, nested } from "lib/lessons/03.ts";
${
      (await solutionCell("03.2")).replace(
        /\{\n/,
        `{\n  nested(inputs as Axes<"time model">, "time model");\n`,
      )
    }`;
    const verdict = await verdictOn("03.2", await notebookOf("03", { "03.2": cell }));
    assertEquals([verdict.status, verdict.problem], ["passed", undefined]);
  }
});
