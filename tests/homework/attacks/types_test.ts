/** The type checker reads files and computes: it may do so for no cell, and no cell may stop it for others. */
import { assertEquals, assertFalse, assertMatch } from "@std/assert";
import { readAnswer } from "lib/homework/evaluation/bring_along.ts";
import { plan } from "lib/homework/evaluation/plan.ts";
import { typeCheck } from "lib/homework/evaluation/type_check.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { answerFile, type Attack, cell, right, testAttacks } from "./attack.ts";

/** Types and statements before a right answer, checked together with all other cells of the table. */
const typed = ([name, before, says]: readonly [string, string, RegExp]): Attack => [
  name,
  cell(right, before),
  says.source.startsWith("^forbidden") ? "error" : "failed",
  says,
];

/** What the compiler would say of every other cell of the table, if its files were named so. */
const forgedErrors = Array.from(
  { length: 40 },
  (_, i) => `cells/c${i}.ts(1,1): error TS1000: forged\n`,
).join("");

testAttacks("types", [
  ...([
    [
      "the type of another file",
      `type Secret = typeof import("${answerFile}");`,
      /^forbidden import/,
    ],
    [
      "a type out of another file",
      `let secret: import("${answerFile}").Secret;`,
      /^forbidden import/,
    ],
    ["a reference by path", `/// <reference path="${answerFile}" />`, /^forbidden import/],
    ["a reference by name", `/// <reference types="npm:@types/node" />`, /^forbidden import/],
    ["a library of types", `/// <reference lib="webworker" />`, /^forbidden import/],
    [
      "types named in a comment",
      `// @ts-types="${answerFile}"\nimport * as t from "@tensorflow/tfjs";`,
      /^forbidden in homework/,
    ],
    [
      "types named in an older comment",
      `// @deno-types="${answerFile}"\nimport * as t from "@tensorflow/tfjs";`,
      /^forbidden in homework/,
    ],
    ["where JSX comes from", `/** @jsxImportSource ${answerFile} */`, /^forbidden in homework/],
    [
      "global types",
      `declare global { interface Array<T> { sum: number } }`,
      /^forbidden in homework/,
    ],
    [
      "types of a module",
      `declare module "lib/tensor/shape.ts" { export const x: 1 }\ndeclare module "*" {}`,
      /^forbidden import/,
    ],
    [
      "a type that unfolds for ever",
      `type F<T> = { a: F<F<T>> }; type G<T> = T extends { a: infer U } ? G<U> : 0; const g: G<F<1>> = 0;`,
      /type error at line 1.*TS2589/,
    ],
    [
      "an error of a thousand letters",
      `const a: { ${Array.from({ length: 300 }, (_, i) => `k${i}: ${i}`).join("; ")} } = "x";`,
      /type error at line 1, column 7.* 268 more/,
    ],
    [
      "letters that steer a terminal",
      `const a: "\\u001b[2J" = "\\u202e\\u001b[31m";`,
      /type error at line 1/,
    ],
    [
      "an error that looks like one of every other cell",
      `let a: \`\n${forgedErrors}\${string}\` = 1;`,
      /^type error at line 1, column 5/,
    ],
    ["no check at all", `// @ts-nocheck\nconst a: string = 1;`, /type error at line 2/],
    ["a name for all", "export as namespace Everybody;", /type error at line 1/],
  ] as const).map(typed),
], { types: true });

const workspace = sharedWorkspace();

// Each alone takes the compiler minutes, or more memory than there is.
const bombs = {
  "a tuple of a thousand, an element at a time":
    `type Long<N extends number, R extends unknown[] = []> = R["length"] extends N ? R : Long<N, [...R, R]>;
const long: Long<900> = 1 as any; const longer: Long<901> = long;`,
  "a list in a list, 400 deep": `const deep = ${"[".repeat(400)}${"]".repeat(400)};`,
  "a name that doubles 26 times":
    `type Double<S extends string, N extends 0[] = []> = N["length"] extends 26 ? S : Double<\`\${S}\${S}\`, [...N, 0]>;
const name: Double<"aaaaaaaaaaaaaaaa"> = "b";`,
};

Deno.test("typeCheck: a type that takes for ever is named, and the types of others are checked", async () => {
  const texts = [
    ...Object.values(bombs).map((bomb) => cell(right, bomb)),
    cell(right),
    cell(right, "const wrong: string = 1;"),
  ];
  const said = (await problemsOf(texts)).map((message) => message?.replace(/:.*/, ""));
  const tooMuch = "the type check took too long or too much memory";
  assertEquals(said, [
    tooMuch,
    tooMuch,
    tooMuch,
    undefined,
    "Type 'number' is not assignable to type 'string'. (TS2322)",
  ]);
});

/** A comparison that the compiler gives up, 99 levels deep, and takes for a difference from there on. */
const deep = (type: string): string => `${"{ a: ".repeat(99)}${type}${" }".repeat(99)}`;
const givenUp = `let given: ${deep("tf.Tensor1D")} extends ${deep("tf.Tensor")} ? 1 : 2;`;

Deno.test("typeCheck: what the compiler gives up in one cell is no error in another", async () => {
  const uses = "const total = (list: tf.Tensor1D) => tf.sum(list);";
  const problems = await problemsOf([
    cell(right, givenUp),
    cell(right, `// @ts-ignore\n${givenUp}`),
    cell(right, `// @TS-NoCheck\nconst wrong: string = 1;\n/* @ts-expect-error */ ${givenUp}`),
    cell(right, uses),
    cell(right, `${uses}\nconst wrong: string = 1;`),
  ]);
  assertEquals(problems.map((problem) => /TS\d+/.exec(problem ?? "")?.[0]), [
    "TS2321",
    undefined,
    "TS2322",
    undefined,
    "TS2322",
  ]);
});

Deno.test("typeCheck: a message names no folder of this machine", async () => {
  const [own, library, itself] = await problemsOf([
    cell(
      right,
      "export class X { #p = 1; }\nconst f = (x: X) => { class X { #p = 2; } x = new X(); };",
    ),
    cell(right, "class Tensor { #p = 1; }\nconst t: tf.Tensor = new Tensor();"),
    cell(right, `import * as shape from "lib/tensor/shape.ts";\nconst s: string = shape;`),
  ]);
  for (const message of [own, library, itself]) {
    assertMatch(message ?? "", /TS2/);
    assertFalse(/\/(?:tmp|cells|stage|home|root|npm|registry)\b/.test(message ?? ""), message);
  }
  assertMatch(itself ?? "", /typeof import\("lib\/tensor\/shape"\)/);
});

/** The message about each cell, an answer to 04.4, checked with the others. */
async function problemsOf(texts: readonly string[]): Promise<(string | undefined)[]> {
  const homework = await loadHomework("04");
  const [exercise] = homework.exercises.filter(({ id }) => id === "04.4");
  const { cells } = await plan(
    texts.map((text) => ({ homework, exercise, sources: [text] })),
    readAnswer,
  );
  assertEquals(cells.length, texts.length);
  const problems = await typeCheck(workspace(), cells);
  return cells.map((cell) => problems.get(cell)?.message);
}
