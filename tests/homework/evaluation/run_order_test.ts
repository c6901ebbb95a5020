/** The order of cells on a stage that grows: none may see its own answer, whoever runs before it. */
import { assertEquals } from "@std/assert";
import { planExercise } from "lib/homework/evaluation/exercise_plan.ts";
import { runOrder } from "lib/homework/evaluation/run_order.ts";
import { allHomework } from "lib/homework/exercises/catalogue.ts";
import { Random } from "lib/random.ts";

const tasks = (await allHomework()).flatMap((homework) =>
  homework.exercises.map((exercise) => ({ homework, exercise }))
);

Deno.test("runOrder: every task once; what one may not see comes after it, or in another process", async () => {
  const random = new Random(5);
  // All of the course, and what is left of it where learners left something out.
  const selections = [
    tasks,
    ...Array.from({ length: 20 }, () => tasks.filter(() => random.integer(2) === 0)),
  ];
  for (const selection of selections) {
    const processes = await runOrder(selection);
    assertEquals(new Set(processes.flat(2)), new Set(selection));
    assertEquals(processes.flat(2).length, selection.length);
    for (const phases of processes) {
      const staged = new Set<string>();
      const lent = new Set<string>();
      for (const phase of phases) {
        for (const task of phase) {
          const plan = await planExercise(task);
          for (const module of plan.library.modules.keys()) staged.add(module);
          for (const { id } of plan.earlier) lent.add(id);
        }
        for (const { exercise: { id, withheld = [] } } of phase) {
          assertEquals([id, withheld.filter((module) => staged.has(module))], [id, []]);
          assertEquals([id, lent.has(id)], [id, false]);
        }
      }
    }
  }
});

Deno.test("runOrder: a whole submission takes one process", async () => {
  assertEquals((await runOrder(tasks)).length, 1);
});
