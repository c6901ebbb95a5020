import { assertEquals, assertThrows } from "@std/assert";
import { parseJson } from "lib/jupyter/format/json.ts";

Deno.test("parseJson: reads what JSON.parse reads, brackets in strings among it", () => {
  const text = `{"a [[[[": ["\\"[{", {"b": "}\\\\"}], "c": [[1]]}`;
  assertEquals(parseJson(text), JSON.parse(text));
});

Deno.test("parseJson: refuses what is nested too deeply before it builds anything", () => {
  const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  assertEquals(parseJson(deep(200)) !== undefined, true);
  assertThrows(() => parseJson(deep(201)), SyntaxError, "at most 200 levels");
  assertThrows(() => parseJson("[".repeat(10_000_000)), SyntaxError, "at most 200 levels");
  assertThrows(() => parseJson('{"a": '), SyntaxError);
});
