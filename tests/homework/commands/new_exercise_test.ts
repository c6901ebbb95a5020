/** A new exercise as `deno task new-exercise` makes it: formatted, checked, and already an exercise. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fileURLToPath, pathToFileURL } from "node:url";
import { UserError } from "lib/command.ts";
import { functionText } from "lib/homework/cell/cell_source.ts";
import { checkFunction } from "lib/homework/check.ts";
import { addExercise } from "lib/homework/commands/new_exercise_command.ts";
import type { Homework } from "lib/homework/exercise/exercise.ts";
import { mistakeCellsIn } from "lib/homework/exercises/mistake_cells.ts";
import { allHomework, exerciseFolder } from "lib/homework/exercises/catalogue.ts";
import { stagingFolder } from "../../notebooks/course_notebooks.ts";
import { cellFunction } from "../exercises/cell_function.ts";

const library = new URL("../../../lib/homework/", import.meta.url);

async function copyFolder(from: URL, to: URL): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(new URL(`${name}/`, from), new URL(`${name}/`, to));
    else await Deno.copyFile(new URL(name, from), new URL(name, to));
  }
}

Deno.test("new exercise: it type-checks, is formatted, and proves what an exercise must", async () => {
  const staging = await stagingFolder("new-exercise");
  await copyFolder(new URL("exercise/", library), new URL("exercise/", staging));
  const folder = new URL("exercises/03/", staging);
  await copyFolder(new URL("exercises/03/", library), folder);
  const files = await addExercise(fileURLToPath(folder), "03.9", "meanOfWords");

  for (
    const args of [["check", "--quiet"], ["fmt", "--check", "--no-config", "--line-width=100"]]
  ) {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...args, ...files],
      env: { NO_COLOR: "1" },
    }).output();
    assertEquals(success ? "" : new TextDecoder().decode(stderr), "");
  }

  const module: { homework: Homework } = await import(new URL("homework.ts", folder).href);
  const exercise = module.homework.exercises.at(-1);
  if (!exercise) throw new Error("expected exercises");
  assertEquals([exercise.id, exercise.name], ["03.9", "meanOfWords"]);
  const verdictOn = async (source: string) =>
    await checkFunction(exercise, await cellFunction(module.homework, exercise, source));
  assertEquals((await verdictOn(exercise.stub)).status, "not started");
  const solution = functionText(await Deno.readTextFile(files[1]), exercise.name) ?? "";
  assertEquals((await verdictOn(solution)).status, "passed");
  const known = mistakeCellsIn(await Deno.readTextFile(files[2]), exercise.name);
  assertEquals(known.length, 2);
  for (const { name, cells: [cell] } of known) {
    assertEquals((await verdictOn(cell)).mistake?.name.en, name);
  }
  assertStringIncludes(await Deno.readTextFile(files[3]), "/** Exercises 03.1 to 03.9. */");
  await assertRejects(
    () => addExercise(fileURLToPath(folder), "03.10", "meanOfWords"),
    UserError,
    "exists already",
  );
});

Deno.test("new exercise: it is listed in every notebook's homework, first or last by its name", async () => {
  const staging = await stagingFolder("new-exercises");
  await copyFolder(new URL("exercise/", library), new URL("exercise/", staging));
  for (const { notebook, exercises } of await allHomework()) {
    const folder = new URL(`exercises/${notebook}/`, staging);
    await copyFolder(new URL(`exercises/${notebook}/`, library), folder);
    for (const [i, name] of ["aMeanOfWords", "zealousMean"].entries()) {
      const id = `${notebook}.${exercises.length + 1 + i}`;
      await addExercise(fileURLToPath(folder), id, name);
    }
    const module: { homework: Homework } = await import(new URL("homework.ts", folder).href);
    assertEquals(module.homework.exercises.slice(-2).map(({ name }) => name), [
      "aMeanOfWords",
      "zealousMean",
    ]);
  }
});

Deno.test("new exercise: a name that is no function's name is refused", async () => {
  await assertRejects(() => addExercise(".", "03.9", "mean-of-words"), UserError, "mean-of-words");
});

Deno.test("exercises: none still holds what a new one has to be filled in", async () => {
  const unfinished: string[] = [];
  for (const exercise of (await allHomework()).flatMap(({ exercises }) => exercises)) {
    const folder = new URL(`${pathToFileURL(exerciseFolder(exercise)).href}/`);
    for (const name of ["exercise.ts", "solution.ts", "mistakes.ts"]) {
      const text = await Deno.readTextFile(new URL(name, folder));
      if (text.includes("FILL IN")) unfinished.push(`${exercise.id}: ${name}`);
    }
  }
  assertEquals(unfinished, []);
});
