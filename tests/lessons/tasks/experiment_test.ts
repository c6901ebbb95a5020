import { assertEquals } from "@std/assert";
import { experiment } from "lib/lessons/tasks/experiment.ts";

Deno.test("experiment: every plan with every seed, one after the other", async () => {
  const under: string[] = [];
  let running = 0;
  const results = await experiment("runs", ["a", "b"], [1, 2], async (plan, seed) => {
    running++;
    await Promise.resolve();
    under.push(`${plan}${seed} beside ${--running}`);
    return plan + seed;
  });
  assertEquals(results, [["a1", "a2"], ["b1", "b2"]]);
  assertEquals(under, ["a1 beside 0", "a2 beside 0", "b1 beside 0", "b2 beside 0"]);
});
