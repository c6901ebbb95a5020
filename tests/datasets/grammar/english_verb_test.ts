import { assertEquals } from "@std/assert";
import { agree, be, negate, verb } from "../../../datasets/grammar/english_verb.ts";

Deno.test("verb: regular spelling", () => {
  const forms = (base: string) => {
    const { third, past, gerund } = verb(base);
    return [third, past, gerund];
  };
  assertEquals(forms("walk"), ["walks", "walked", "walking"]);
  assertEquals(forms("study"), ["studies", "studied", "studying"]);
  assertEquals(forms("play"), ["plays", "played", "playing"]);
  assertEquals(forms("close"), ["closes", "closed", "closing"]);
  assertEquals(forms("shop"), ["shops", "shopped", "shopping"]);
  assertEquals(forms("listen"), ["listens", "listened", "listening"]);
  assertEquals(forms("wash"), ["washes", "washed", "washing"]);
  assertEquals(forms("wait"), ["waits", "waited", "waiting"]);
  assertEquals(forms("snow"), ["snows", "snowed", "snowing"]);
});

Deno.test("verb: irregular pasts keep the regular -ing", () => {
  assertEquals(verb("run", "ran").gerund, "running");
  assertEquals(verb("lie", "lay").gerund, "lying");
  assertEquals(verb("see", "saw").gerund, "seeing");
  assertEquals(verb("have", "had").third, "has");
  assertEquals(verb("go", "went").third, "goes");
});

Deno.test("agree: be and other verbs", () => {
  assertEquals(agree(be, "first", "present"), "am");
  assertEquals(agree(be, "plural", "past"), "were");
  assertEquals(agree(be, "first", "past"), "was");
  assertEquals(agree(verb("go", "went"), "third", "present"), "goes");
  assertEquals(agree(verb("go", "went"), "third", "past"), "went");
});

Deno.test("negate: contractions and their full forms", () => {
  assertEquals(negate("do", true), "don't");
  assertEquals(negate("can", true), "can't");
  assertEquals(negate("will", true), "won't");
  assertEquals(negate("am", true), "am not");
  assertEquals(negate("can", false), "cannot");
  assertEquals(negate("were", false), "were not");
});
