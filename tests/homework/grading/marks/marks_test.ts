/** What the rules of a class make of verdicts. */
import { assertEquals } from "@std/assert";
import { homework as scaling } from "lib/homework/exercises/04/homework.ts";
import { marksOf, openQuestions } from "lib/homework/grading/marks/marks.ts";
import { pairKey, plainPolicy } from "lib/homework/grading/marks/policy.ts";
import { madeUp } from "../../made_up.ts";
import { graded, verdict } from "../graded.ts";
import { readRules } from "./rules.ts";

const [variance, attention, jacobian, entropy] = scaling.exercises;

Deno.test("marksOf: points of the class, in proportion; a person's instead of the computed", async () => {
  const policy = await readRules({ points: { "04.2": 10 }, manual: "m.csv" }, {
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
  const rules = await readRules({
    deadlines: { "04": "2026-10-12T23:59:00+09:00" },
    extensions: { lee: { "04": "2026-10-14T23:59:00+09:00" } },
    late: { perDay: 0.1, most: 0.25, graceMinutes: 15 },
  }, { "times.csv": "learner,notebook,time\n" });
  const at = (learner: string, time: string) => {
    const work = graded(learner, [verdict(attention, 4)]);
    const policy = { ...rules, handedIn: new Map([[pairKey(learner, "04"), new Date(time)]]) };
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

Deno.test("marksOf: only the table of times makes late, and who is not in it is asked about", async () => {
  const policy = await readRules(
    { deadlines: { "04": "2026-10-12T23:59:00+09:00" }, handedIn: "t.csv" },
    {
      "t.csv":
        "learner,notebook,time\nkim,04,2026-10-13 08:00:00+09:00\npark,04,2026-10-12T08:00:00Z\n",
    },
  );
  const all = ["kim", "lee"].map((learner) =>
    marksOf(graded(learner, [verdict(jacobian, 4)]), policy)
  );
  assertEquals(all.map(({ points }) => points), [3.6, 4]);
  assertEquals(openQuestions(all, policy), [
    "the rules name park, who handed in nothing",
    "lee 04: no time of handing in; taken as in time",
  ]);
});
