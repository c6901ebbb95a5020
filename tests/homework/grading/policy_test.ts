/** The rules of a class: what the file says, what it must not say, and what comes of it. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { UserError } from "lib/command.ts";
import { homework as scaling } from "lib/homework/exercises/04/homework.ts";
import { homework as heads } from "lib/homework/exercises/05/homework.ts";
import { marksOf, openQuestions } from "lib/homework/grading/marks/marks.ts";
import { plainPolicy, type Policy, readPolicy } from "lib/homework/grading/marks/policy.ts";
import { madeUp } from "../made_up.ts";
import { temporaryFolder } from "../submission.ts";
import { graded, verdict } from "./graded.ts";

const [variance, attention, jacobian, entropy] = scaling.exercises;

/** Reads rules from files with these texts. */
async function read(rules: unknown, files: Readonly<Record<string, string>> = {}): Promise<Policy> {
  await using folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder.path, name), text);
  }
  const path = join(folder.path, "grading.json");
  await Deno.writeTextFile(path, typeof rules === "string" ? rules : JSON.stringify(rules));
  return await readPolicy(path, [scaling, heads]);
}

Deno.test("readPolicy: everything may be left out", async () => {
  assertEquals(await read({}), plainPolicy);
});

Deno.test("readPolicy: says which entry was expected to be what", async () => {
  const attempts: [unknown, Record<string, string>, string][] = [
    ["{", {}, "is not JSON"],
    [[], {}, "expected an object at the top, got an array"],
    [{ point: {} }, {}, "expected one of points, deadlines, extensions, late, handedIn, manual"],
    [{ points: { "04.9": 1 } }, {}, 'expected an exercise such as 04.2 at points, got "04.9"'],
    [{ points: { "04.2": -1 } }, {}, "expected a number from 0 at points.04.2, got -1"],
    [
      { deadlines: { "4": "2026-10-12T23:59:00Z" } },
      {},
      "expected a notebook (04, 05) at deadlines",
    ],
    [{ deadlines: { "04": "2026-10-12T23:59:00" } }, {}, "expected a time with its zone"],
    [{ deadlines: { "04": "2026-13-12T23:59:00Z" } }, {}, "expected a time with its zone"],
    [{ extensions: { kim: "late" } }, {}, 'expected an object at extensions.kim, got "late"'],
    [{ late: { perDay: 10 } }, {}, "expected a share from 0 to 1 at late.perDay, got 10"],
    [{ late: { cap: 1 } }, {}, "expected one of perDay, most, graceMinutes at late"],
    [{ manual: 3 }, {}, "expected a file's name at manual, got 3"],
    [{ manual: "m.csv" }, {}, "Expected a table learner,exercise,points,feedback in "],
    [
      { manual: "m.csv" },
      { "m.csv": "name,points\nkim,3" },
      "expected the columns learner,exercise",
    ],
    [
      { manual: "m.csv" },
      { "m.csv": "learner,exercise,points\nkim,04.1,2\nkim,04.2,9" },
      'expected points from 0 to 4 at m.csv row 3, got "9"',
    ],
    [
      { manual: "m.csv" },
      { "m.csv": "learner,exercise,points\nkim,04.1,2\nkim,04.1,1" },
      "expected one row for kim and 04.1 at m.csv row 3",
    ],
    [
      { handedIn: "t.csv" },
      { "t.csv": "learner,notebook,time\nkim,04,yesterday" },
      'expected a time with its zone, 2026-10-12T23:59:00+09:00 at t.csv row 2, got "yesterday"',
    ],
  ];
  for (const [rules, files, says] of attempts) {
    const error = await assertRejects(() => read(rules, files), UserError);
    assertStringIncludes(error.message, says);
  }
});

Deno.test("marksOf: points of the class, in proportion; a person's instead of the computed", async () => {
  const policy = await read({ points: { "04.2": 10 }, manual: "m.csv" }, {
    "m.csv": 'learner,exercise,points,feedback\n김,04.4,1.5,"Good, but 0 · log 0"\n',
  });
  const marks = marksOf(
    graded("김", [verdict(variance, 2), verdict(attention, 1.6), verdict(entropy, 0)]),
    policy,
  );
  const [{ marks: [first, second, third] }] = marks.notebooks;
  assertEquals([first.points, second.points, second.max, third.points], [2, 4, 10, 1.5]);
  assertEquals(third.manual?.feedback, "Good, but 0 · log 0");
  assertEquals([marks.points, marks.max], [7.5, 14]);
});

Deno.test("marksOf: a written answer waits for its points, and keeps them", () => {
  const essay = madeUp.exercises[3];
  const waiting = graded("kim", [verdict(essay, 0, { status: "manual" })]);
  const open = marksOf(waiting, plainPolicy);
  assertEquals(openQuestions([open], plainPolicy), ["kim 04.14: waits for points by hand"]);
  const policy = { ...plainPolicy, manual: new Map([["04.14 kim", { points: 3, feedback: "" }]]) };
  assertEquals(
    [marksOf(waiting, policy).points, openQuestions([marksOf(waiting, policy)], policy)],
    [
      3,
      [],
    ],
  );
});

Deno.test("marksOf: lateness by the day begun, after the grace, up to the most, with extensions", async () => {
  const policy = await read({
    deadlines: { "04": "2026-10-12T23:59:00+09:00" },
    extensions: { lee: { "04": "2026-10-14T23:59:00+09:00" } },
    late: { perDay: 0.1, most: 0.25, graceMinutes: 15 },
  });
  const at = (learner: string, time: string) => {
    const work = graded(learner, [verdict(attention, 4)], { modified: new Date(time) });
    const [{ late, points }] = marksOf(work, policy).notebooks;
    return [late?.days, late?.deduction, points];
  };
  assertEquals(at("kim", "2026-10-12T14:58:59Z"), [undefined, undefined, 4]);
  assertEquals(at("kim", "2026-10-12T15:14:00Z"), [undefined, undefined, 4]);
  assertEquals(at("kim", "2026-10-12T15:14:01Z"), [1, 0.4, 3.6]);
  assertEquals(at("kim", "2026-10-13T14:59:01Z"), [2, 0.8, 3.2]);
  assertEquals(at("kim", "2026-11-13T14:59:00Z"), [32, 1, 3]);
  assertEquals(at("lee", "2026-10-14T14:59:00Z"), [undefined, undefined, 4]);
});

Deno.test("marksOf: a table of times counts instead of the files' own", async () => {
  const policy = await read(
    { deadlines: { "04": "2026-10-12T23:59:00+09:00" }, handedIn: "t.csv" },
    {
      "t.csv":
        "learner,notebook,time\nkim,04,2026-10-13 08:00:00+09:00\npark,04,2026-10-12T08:00:00Z\n",
    },
  );
  const modified = new Date("2026-12-01T00:00:00Z");
  const all = ["kim", "lee"].map((learner) =>
    marksOf(graded(learner, [verdict(jacobian, 4)], { modified }), policy)
  );
  assertEquals(all.map(({ points }) => points), [3.6, 4]);
  assertEquals(openQuestions(all, policy), [
    "the rules name park, who handed in nothing",
    "lee 04: no time of handing in; taken as in time",
  ]);
});
