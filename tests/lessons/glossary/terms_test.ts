import { assert, assertEquals, assertMatch } from "@std/assert";
import { glossary } from "lib/lessons/glossary/terms.ts";
import { courseNotebooks } from "../../notebooks/course_notebooks.ts";

Deno.test("glossary: each word stands once, with one sentence in each language", () => {
  for (const language of ["en", "ko"] as const) {
    const names = glossary.map(({ name }) => name[language]);
    assertEquals(names.filter((name, index) => names.indexOf(name) !== index), [], language);
    for (const { name, meaning } of glossary) {
      const text = meaning[language];
      assert(text.length <= 130, `${name.en} (${language}): ${text.length} characters`);
      assertMatch(
        text,
        language === "en" ? /^[\P{Script=Hangul}]+\.$/u : /\p{Script=Hangul}.*다\.$/u,
      );
    }
  }
});

Deno.test("glossary: it follows the course, and each word stands in the notebook that it names", async () => {
  const numbers = glossary.map(({ notebook }) => notebook);
  assertEquals(numbers, numbers.toSorted());
  const texts = new Map(
    (await courseNotebooks()).map(({ number, cells }) => [
      number,
      cells.map(({ source }) => source).join("\n").toLowerCase().replace(/\s+/g, " "),
    ]),
  );
  const missing = glossary.filter(({ name, notebook }) => {
    const words = name.en.toLowerCase().split(/ and |[^a-z_]+/).filter((word) => word.length > 2);
    // The beginning of a word: 09 speaks of `overfit`.
    return !words.some((word) => texts.get(notebook)?.includes(word.slice(0, 5)));
  });
  assertEquals(missing.map(({ name, notebook }) => `${notebook} ${name.en}`), []);
});
