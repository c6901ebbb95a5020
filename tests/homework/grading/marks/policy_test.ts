/** The rules of a class: what the file says and what it must not say. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { UserError } from "lib/command.ts";
import { plainPolicy } from "lib/homework/grading/marks/policy.ts";
import { readRules } from "./rules.ts";

Deno.test("readPolicy: everything may be left out", async () => {
  assertEquals(await readRules({}), plainPolicy);
});

Deno.test("readPolicy: says which entry was expected to be what", async () => {
  const attempts: [unknown, Record<string, string>, string][] = [
    ["{", {}, "is not JSON"],
    [[], {}, "expected an object at the top, got an array"],
    [
      { point: {} },
      {},
      "expected one of points, types, deadlines, extensions, late, handedIn, manual",
    ],
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
    [
      { deadlines: { "04": "2026-10-12T23:59:00Z" } },
      {},
      "Expected a table learner,notebook,time in ",
    ],
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
    const error = await assertRejects(() => readRules(rules, files), UserError);
    assertStringIncludes(error.message, says);
  }
});
