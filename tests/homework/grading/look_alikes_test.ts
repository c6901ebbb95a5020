/** Who wrote together: renamed copies are found, what everybody writes is not. */
import { assertEquals, assertGreater } from "@std/assert";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { mistakeCells } from "lib/homework/exercises/mistake_cells.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { type Answers, findLookAlikes } from "lib/homework/grading/look_alikes.ts";
import { Random } from "lib/random.ts";

const { exercises } = homework;
const solutions = new Map(
  await Promise.all(exercises.map(async ({ id }) => [id, await solutionCell(id)] as const)),
);

const mistakes = new Map(
  await Promise.all(exercises.map(async (exercise) => {
    const known = await mistakeCells(exercise);
    return [exercise.id, known.flatMap(({ cells }) => cells)] as const;
  })),
);

/** A class whose answers are the course's own texts, each with comments and names of its own. */
function honest(learners: number): Answers[] {
  const random = new Random(3);
  return Array.from({ length: learners }, (_, i) => ({
    learner: `learner ${i}`,
    cells: new Map(exercises.map(({ id, stub }) => {
      const texts = [stub, solutions.get(id) ?? "", ...mistakes.get(id) ?? []];
      const text = texts[random.integer(texts.length)];
      return [id, `// by ${i}\n${text.replaceAll("mean", `mean${i}`)}`];
    })),
  }));
}

/** An entropy that nobody else would write like this. */
const peculiar = `function entropy(weights: number[]): number {
  let [total, place] = [0, weights.length];
  do {
    const share = weights[--place] ?? 1;
    const surprise = share > 1e-30 ? Math.log2(1 / share) : 0;
    total = total + surprise * share * Math.LN2;
  } while (place > 0 && Number.isFinite(total));
  const rounded = Math.fround(total);
  if (Object.is(rounded, -0)) return Math.abs(rounded);
  return weights.some((one) => one < 0) ? Number.NaN : total;
}`;

/** The same with other names, layout and comments. */
const renamed = peculiar.replaceAll("total", "h").replaceAll("place", "i").replaceAll("share", "p")
  .replaceAll("surprise", "bits").replaceAll("rounded", "f").replaceAll("one", "w")
  .replaceAll(";\n", "; // mine\n\n").replaceAll("  ", "\t");

/** The class with these texts of 04.4 in the place of the last learners'. */
function withEntropies(all: readonly Answers[], ...texts: string[]): Answers[] {
  return all.map((answers, i) => {
    const text = texts[i - all.length + texts.length];
    return text === undefined
      ? answers
      : { ...answers, cells: new Map([...answers.cells, ["04.4", text]]) };
  });
}

Deno.test("findLookAlikes: stubs, solutions and known mistakes are nobody's", async () => {
  assertEquals(await findLookAlikes(honest(40), exercises), []);
});

Deno.test("findLookAlikes: a renamed copy is found, in a class of any size", async () => {
  for (const learners of [5, 40]) {
    const all = withEntropies(honest(learners), peculiar, renamed);
    const pairs = await findLookAlikes(all, exercises);
    assertEquals(pairs.map((pair) => [pair.learners, pair.exercises]), [
      [[`learner ${learners - 2}`, `learner ${learners - 1}`], [{ id: "04.4", similarity: 1 }]],
    ]);
    assertGreater(pairs[0].bits, 20);
  }
});

Deno.test("findLookAlikes: a copy with a line more is found; another answer is not", async () => {
  const more = renamed.replace(
    "let [",
    "const count = weights.length;\n  if (count === 1) return 0;\n  let [",
  );
  const other = `function entropy(weights: number[]): number {
  const terms: number[] = [];
  for (const weight of weights) {
    if (weight === 0) continue;
    terms.push(weight * Math.log(weight));
  }
  return terms.reduce((sum, term) => sum - term, 0);
}`;
  const pairs = await findLookAlikes(withEntropies(honest(30), peculiar, other, more), exercises);
  assertEquals(pairs.map(({ learners }) => learners), [["learner 27", "learner 29"]]);
});

Deno.test("findLookAlikes: text that is no program stops nothing", async () => {
  const texts = ["`${", "'", "/* ", "\u0000".repeat(50), "((((".repeat(5000), ""];
  assertEquals((await findLookAlikes(withEntropies(honest(12), ...texts), exercises)).length, 0);
});
