/** A class in parts: together they say what one run says. */
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { join } from "node:path";
import { UserError } from "lib/command.ts";
import { homework as scaling } from "lib/homework/exercises/04/homework.ts";
import { homework as heads } from "lib/homework/exercises/05/homework.ts";
import { csv, table } from "lib/homework/grading/marks/gradebook.ts";
import { marksOf } from "lib/homework/grading/marks/marks.ts";
import { plainPolicy } from "lib/homework/grading/marks/policy.ts";
import { parseShard, readShards, shareOf, writeShard } from "lib/homework/grading/shards.ts";
import { notHandedIn } from "lib/homework/grading/grade.ts";
import { verdictWithout } from "lib/homework/judge/judge.ts";
import { temporaryFolder } from "../submission.ts";
import { graded, verdict } from "./graded.ts";

const whole = { version: "v", seed: 7, submissions: 5, rules: null };
const limits = "a wall";

/** Five learners, of whom one handed in a notebook that the others did not. */
const all = ["a", "나", "=c", "d", "e"].map((learner, i) => {
  const mine = scaling.exercises.map((exercise) => verdict(exercise, i % 2 ? exercise.points : 0));
  const others = heads.exercises.map((exercise) =>
    i === 3
      ? verdict(exercise, exercise.points)
      : verdictWithout(exercise, "error", notHandedIn("05"))
  );
  const { verdicts, ...one } = graded(learner, [...mine, ...others], { cells: { "04.1": "x" } });
  const notebooks = new Map([...one.notebooks].filter(([number]) => i === 3 || number === "04"));
  return { learner, notebooks, verdicts };
});

/** What a part alone knows of it: nothing of notebooks that nobody in it handed in. */
function shareOfPart(number: number) {
  const mine = shareOf(all, { number, count: 2 });
  const numbers = new Set(mine.flatMap(([, { notebooks }]) => [...notebooks.keys()]));
  return mine.map(([place, one]) =>
    [place, {
      ...one,
      verdicts: one.verdicts.filter(({ exercise }) => numbers.has(exercise.id.slice(0, 2))),
    }] as const
  );
}

Deno.test("readShards: parts give the tables of the whole, in its order", async () => {
  await using folder = await temporaryFolder();
  for (const number of [2, 1]) {
    const results = { graded: shareOfPart(number), strays: [`stray ${number}`], limits };
    await writeShard(folder.path, { number, count: 2 }, whole, results);
  }
  const merged = await readShards(folder.path, [scaling, heads]);
  const [expected, got] = [all, merged.graded].map((some) =>
    some.map((one) => marksOf(one, plainPolicy))
  );
  assertEquals([table(got), csv(got)], [table(expected), csv(expected)]);
  assertEquals(merged.graded[1].notebooks.get("04")?.cells.get("04.1"), ["x"]);
  assertEquals([merged.strays, merged.seed, merged.limits], [["stray 1", "stray 2"], 7, limits]);
});

Deno.test("readShards: says what is missing, cut short or of another class", async () => {
  await using folder = await temporaryFolder();
  const read = () => readShards(folder.path, [scaling, heads]);
  const write = async (number: number, changes: Partial<typeof whole> = {}) => {
    const results = { graded: shareOfPart(number), strays: [], limits };
    return await writeShard(
      folder.path,
      { number, count: 2 },
      { ...whole, ...changes },
      results,
    );
  };
  await assertRejects(read, UserError, "got none");
  const path = await write(1);
  await assertRejects(read, UserError, "Missing: 2/2");
  await write(2, { seed: 8 });
  await assertRejects(read, UserError, "Expected parts of one class");
  await write(2, { submissions: 6 });
  await assertRejects(read, UserError, "Expected parts of one class");
  await write(2);
  await Deno.writeTextFile(path, (await Deno.readTextFile(path)).slice(0, -20));
  await assertRejects(read, UserError, "Grade this part again");
  await Deno.writeTextFile(path, (await Deno.readTextFile(path)).replace(/\n[^\n]*$/, "\n"));
  await assertRejects(read, UserError, "expected 3 submissions, got 2");
  await assertRejects(
    () => readShards(join(folder.path, "none"), [scaling]),
    UserError,
    "Expected a folder of results",
  );
});

Deno.test("parseShard: K of N, and nothing else", () => {
  assertEquals(parseShard("2/4"), { number: 2, count: 4 });
  for (const text of ["0/4", "5/4", "1", "1/0", "-1/4", "1/4/2", " 1/4", "a/b", ""]) {
    assertThrows(() => parseShard(text), UserError, "--shard expects K/N");
  }
  const places = [1, 2, 3].map((number) =>
    shareOf([..."abcdefg"], { number, count: 3 }).map(([i]) => i)
  );
  assertEquals(places, [[0, 3, 6], [1, 4], [2, 5]]);
});
