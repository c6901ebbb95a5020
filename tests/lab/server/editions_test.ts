import { join } from "node:path";
import { assertEquals } from "@std/assert";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { codeCell, markdownCell, newNotebook, readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { listCourse } from "lib/lab/server/course_list.ts";
import { otherEdition, takeAnswersAlong } from "lib/lab/server/editions.ts";
import { Staged, token } from "../staging.ts";

const stub = 'function f() {\n  throw new Error("Not implemented yet");\n}';

/** A notebook whose homework cells 05.1, 05.2, … hold these texts. */
function withAnswers(...sources: string[]) {
  return newNotebook(
    sources.map((source, i) =>
      codeCell(`answer-${i}`, source, { exercise: `05.${i + 1}`, tags: ["homework"] })
    ),
  );
}

Deno.test("otherEdition: the folder ko beside the English notebooks, and back", () => {
  for (
    const [english, korean] of [["05-x.ipynb", "ko/05-x.ipynb"], ["n/05.ipynb", "n/ko/05.ipynb"]]
  ) {
    assertEquals([otherEdition(english), otherEdition(korean)], [korean, english]);
  }
});

Deno.test("takeAnswersAlong: answers go along, a stub replaces nothing, other answers are told", () => {
  const sourcesAfter = (from: string[], to: string[]) => {
    const target = withAnswers(...to);
    const became = takeAnswersAlong(withAnswers(...from), target);
    return [became, ...target.cells.map(({ source }) => source)];
  };
  assertEquals(sourcesAfter(["mine", stub], [stub, "older"]), ["changed", "mine", "older"]);
  assertEquals(sourcesAfter(["mine"], ["other"]), ["replaced", "mine"]);
  assertEquals(sourcesAfter(["mine", stub], ["mine", stub]), ["same", "mine", stub]);
  assertEquals(sourcesAfter(["mine", "more"], [stub]), ["changed", "mine"]);
});

Deno.test("editions: the list names a Korean notebook, and the switch keeps a copy of what it replaces", async () => {
  await using staged = await Staged.make();
  const [english, korean] = ["notebooks/05-another.ipynb", "notebooks/ko/05-another.ipynb"];
  const [{ stub, id }] = (await loadHomework("05")).exercises;
  const save = (path: string, title: string, answer: string) =>
    writeNotebook(
      join(staged.root, path),
      newNotebook([
        markdownCell("title", `# 5. ${title}\n\n> Idea`),
        codeCell("answer", answer, { exercise: id, tags: ["homework"] }),
      ]),
    );
  await save(english, "Heads", "const mine = 1;");
  await Deno.mkdir(join(staged.root, "notebooks/ko"));
  await save(korean, "헤드", "const other = 2;");
  const listed = await listCourse(staged.root);
  assertEquals(
    listed.map(({ title, korean }) => [title, korean?.title]),
    [["A small attention (어텐션)", undefined], ["Heads", "헤드"]],
  );

  await using server = await staged.serve();
  const post = async (path: string, headers: Record<string, string>) => {
    const address = `http://127.0.0.1:${server.port}/course/editions/${path}`;
    const response = await fetch(address, { method: "POST", headers });
    return [response.status, await response.text()];
  };
  assertEquals((await post(english, {}))[0], 403);
  const known = { Authorization: `token ${token}` };
  assertEquals(await post(english, known), [200, JSON.stringify({ path: korean })]);
  const answer = async (path: string) =>
    (await readNotebook(join(staged.root, path))).cells[1].source;
  assertEquals(await answer(korean), "const mine = 1;");
  const kept = [...Deno.readDirSync(join(staged.root, ".backups/page/notebooks/ko"))];
  assertEquals(kept.length, 1);
  assertEquals(await answer(`.backups/page/notebooks/ko/${kept[0].name}`), "const other = 2;");
  await save(korean, "헤드", stub);
  await post(korean, known);
  assertEquals(await answer(english), "const mine = 1;", "a stub takes no answer's place");
  assertEquals((await post("notebooks/04-small-attention.ipynb", known))[0], 404);
});
