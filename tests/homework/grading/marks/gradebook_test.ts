import { assertEquals } from "@std/assert";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { csv } from "lib/homework/grading/marks/gradebook.ts";
import { marksOf } from "lib/homework/grading/marks/marks.ts";
import { plainPolicy } from "lib/homework/grading/marks/policy.ts";
import { graded, verdict } from "../graded.ts";

const [variance] = homework.exercises;

Deno.test("csv: a name is never a formula, and breaks no row", () => {
  const names = [`=HYPERLINK("http://x")`, "+1", "-1", "@x", 'a,"b"\nc'];
  const rows = csv(names.map((name) => marksOf(graded(name, [verdict(variance, 2)]), plainPolicy)));
  assertEquals(rows.split("\r\n").slice(1, -1), [
    `"'=HYPERLINK(""http://x"")",2,0,2,2`,
    `'+1,2,0,2,2`,
    `'-1,2,0,2,2`,
    `'@x,2,0,2,2`,
    `"a,""b"" c",2,0,2,2`,
  ]);
});
