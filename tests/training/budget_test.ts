import { assertEquals, assertThrows } from "@std/assert";
import { budget, isFullBudget } from "lib/training/budget.ts";

function withBudget<T>(value: string | undefined, act: () => T): T {
  const before = Deno.env.get("COURSE_BUDGET");
  const set = (wanted: string | undefined) =>
    wanted === undefined ? Deno.env.delete("COURSE_BUDGET") : Deno.env.set("COURSE_BUDGET", wanted);
  set(value);
  try {
    return act();
  } finally {
    set(before);
  }
}

Deno.test("budget: the whole lesson unless the environment says small", () => {
  const pick = () => budget({ full: 1000, small: 10 });
  assertEquals(withBudget(undefined, pick), 1000);
  assertEquals(withBudget("full", pick), 1000);
  assertEquals(withBudget("small", pick), 10);
  assertEquals(withBudget("small", isFullBudget), false);
});

Deno.test("budget: a word it does not know is refused", () => {
  withBudget("tiny", () => assertThrows(isFullBudget, RangeError, `full or small, got "tiny"`));
});
