import { assertEquals } from "@std/assert";
import { meanLooks, strongest } from "lib/lessons/translation/looks.ts";

Deno.test("meanLooks: the mean of the heads", () => {
  const weights = [[[1, 0, 0], [0.5, 0.25, 0.25]], [[0, 1, 0], [0, 0, 1]]]; // written, head, read
  assertEquals(meanLooks(weights), [[0.75, 0.125, 0.125], [0, 0.5, 0.5]]);
});

Deno.test("strongest: the first of equals", () => {
  assertEquals(strongest([0.2, 0.4, 0.4], ["a", "b", "c"]), "b 0.40");
});
