/** Whose work it is and whose rules: by where folders lie, not by what stands in them. */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import { UserError } from "lib/command.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { findClass, findSubmissions, readSubmissions } from "lib/homework/grading/submissions.ts";
import { notebookWith, saveNotebook, temporaryFolder } from "../submission.ts";

const notebook = notebookWith(homework, {});

/** Writes files by their paths below `folder`; a notebook where the text is empty. */
async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    if (text === "") await saveNotebook(join(place, ".."), path.split("/").at(-1) ?? "", notebook);
    else {
      await Deno.mkdir(join(place, ".."), { recursive: true });
      await Deno.writeTextFile(place, text);
    }
  }
}

Deno.test("findClass: rules and learners come from the class's folder, never from a learner's", async () => {
  const forged = `{"points":{"04.1":100}}`;
  const cases: readonly {
    readonly files: Readonly<Record<string, string>>;
    readonly words: readonly string[];
    readonly learners: readonly string[];
    readonly rules?: string;
  }[] = [
    {
      files: { "kim/04.ipynb": "", "eve/04.ipynb": "", "eve/grading.json": forged },
      words: ["."],
      learners: ["eve", "kim"],
      rules: ".",
    },
    { // as `hw/*` is written out, with a file beside the folders
      files: {
        "kim/04.ipynb": "",
        "eve/grading.json": forged,
        "eve/kim/04.ipynb": "",
        "times.csv": "learner,notebook,time\n",
      },
      words: ["eve", "kim", "times.csv"],
      learners: ["eve", "kim"],
      rules: ".",
    },
    { // nobody's notebooks lie in their folder directly
      files: { "kim/a/04.ipynb": "", "eve/a/04.ipynb": "", "eve/grading.json": forged },
      words: ["eve", "kim"],
      learners: ["eve/a", "kim/a"],
      rules: ".",
    },
    {
      files: { "eve/04.ipynb": "", "eve/grading.json": forged },
      words: ["eve"],
      learners: ["eve"],
    },
    { // two classes, and two learners of the same name
      files: { "one/kim/04.ipynb": "", "two/Kim/04.ipynb": "", "two/lee/04.ipynb": "" },
      words: ["one", "two"],
      learners: ["one/kim", "two/Kim", "lee"],
      rules: ".",
    },
  ];
  for (const { files, words, learners, rules } of cases) {
    await using folder = await temporaryFolder();
    await write(folder.path, files);
    const found = await findClass(words.map((word) => join(folder.path, word)));
    assertEquals(found.submissions.map(({ learner }) => learner), learners);
    assertEquals(found.folder, rules && join(folder.path, rules));
  }
});

Deno.test("findClass: of several folders one that is not there is told", async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, { "kim/04.ipynb": "" });
  const words = ["kim", "none"].map((word) => join(folder.path, word));
  await assertRejects(() => findClass(words), UserError, "Expected a folder of submissions");
});

Deno.test("readSubmissions: what stands in the place of a file when it is read is not read", async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, { "kim/04.ipynb": "", "eve/04.ipynb": "", "eve/05.ipynb": "" });
  await Deno.writeTextFile(join(folder.path, "secret"), "{}");
  const submissions = await findSubmissions(folder.path);
  await Deno.remove(join(folder.path, "eve/04.ipynb"));
  await Deno.symlink(join(folder.path, "secret"), join(folder.path, "eve/04.ipynb"));
  await Deno.remove(join(folder.path, "eve/05.ipynb"));
  await Deno.mkdir(join(folder.path, "eve/05.ipynb"));
  const [eve, kim] = await readSubmissions(submissions, [homework]);
  assertMatch(eve.notebooks.get("04")?.problem?.en ?? "", /no ordinary file/);
  assertEquals(kim.notebooks.get("04")?.problem, undefined);
});

Deno.test("readSubmissions: of a learner's code a bounded part is kept, and the next has the whole", async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, { "kim/04.ipynb": "" });
  const cells = Array.from({ length: 900 }, (_, i) => ({
    cell_type: "code",
    id: `c${i}`,
    metadata: {},
    outputs: [],
    source: `// ${i} ${"x".repeat(30_000)}`,
  }));
  const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  await write(folder.path, { "eve/04.ipynb": text, "eve/05.ipynb": "[".repeat(2_000_000) });
  const works = await readSubmissions(await findSubmissions(folder.path), [homework]);
  const [eve, kim] = works;
  assertMatch(eve.strays.join("\n"), /more than 4000000 characters of code/);
  assertEquals(kim.notebooks.get("04")?.cells.get("04.1")?.length, 1);
});

Deno.test("readSubmissions: both editions of a notebook answer once, and two answers stay two", async () => {
  await using folder = await temporaryFolder();
  const english = {
    "04.1": "const one = 1;",
    "04.2": "const two = 2;",
    "04.3": "const three = 3;",
  };
  const korean = {
    "04.1": "const one = 1;",
    "04.3": "const other = 4;",
    "04.4": "const four = 4;",
  };
  await saveNotebook(join(folder.path, "kim"), "04.ipynb", notebookWith(homework, english));
  await saveNotebook(join(folder.path, "kim", "ko"), "04.ipynb", notebookWith(homework, korean));
  const [work] = await readSubmissions(await findSubmissions(folder.path), [homework]);
  const answers = [...work.notebooks.get("04")?.cells ?? []];
  assertEquals(
    answers.slice(4).map(([, sources]) => sources.length),
    answers.slice(4).map(() => 1),
  );
  assertEquals(answers.slice(0, 4), [
    ["04.1", ["const one = 1;"]],
    ["04.2", ["const two = 2;"]],
    ["04.3", ["const three = 3;", "const other = 4;"]],
    ["04.4", ["const four = 4;"]],
  ]);
});
