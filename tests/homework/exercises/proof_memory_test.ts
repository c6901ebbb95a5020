import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { temporaryFolder } from "../submission.ts";
import { ProofMemory } from "./proof_memory.ts";
import { isWhole } from "./seeds.ts";

const homework = await loadHomework("04");
const [, , , entropy] = homework.exercises;

Deno.test("ProofMemory: goes on where it was stopped, and knows answers apart", async () => {
  await using folder = await temporaryFolder();
  const open = () => ProofMemory.of(homework, entropy, "notebook", { folder: folder.path });
  const tried: number[] = [];
  const untilThree = (seed: number): Promise<void> => {
    if (seed === 3) return Promise.reject(new Error("stopped"));
    return Promise.resolve(void tried.push(seed));
  };
  const first = await open();
  await assertRejects(() => first.eachSeed("an answer", 5, untilThree), Error, "stopped");
  const second = await open();
  assertEquals([second.left("an answer", 5), second.left("another", 2)], [[3, 4], [0, 1]]);
  await second.eachSeed("an answer", 5, (seed) => Promise.resolve(void tried.push(seed)));
  assertEquals([tried, (await open()).left("an answer", 6)], [[0, 1, 2, 3, 4], [5]]);
});

Deno.test("ProofMemory: half a line is nothing, and another fingerprint forgets all", async () => {
  await using folder = await temporaryFolder();
  const open = (setup = homework.setup) =>
    ProofMemory.of({ ...homework, setup }, entropy, "sandbox", { folder: folder.path });
  const memory = await open();
  memory.passed("an answer", 0);
  memory.passed("an answer", 1);
  const file = join(folder.path, "04.4-sandbox.txt");
  await Deno.writeTextFile(file, (await Deno.readTextFile(file)).slice(0, -3));
  assertEquals((await open()).left("an answer", 2), [1]);
  assertEquals((await open("// another")).left("an answer", 2), [0, 1]);
});

Deno.test({
  name: "ProofMemory: the ordinary tests remember nothing",
  ignore: isWhole,
  async fn() {
    const memory = await ProofMemory.of(homework, entropy, "notebook");
    memory.passed("an answer", 0);
    const again = await ProofMemory.of(homework, entropy, "notebook");
    assertEquals(again.left("an answer", 1), [0]);
  },
});
