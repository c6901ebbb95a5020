import { assert, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import {
  colourBeside,
  colourLookup,
  commonestColourGrade,
  englishColours,
  koreanColours,
  learnLookup,
  lookupGrade,
  lookupMap,
  lookupSize,
  type LookupVectors,
} from "lib/lessons/tasks/colour_lookup.ts";
import { Random } from "lib/random.ts";
import { nested } from "lib/tensor/axes.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

/** Looks at the word whose own numbers are `wanted`'s, and says its colour in English. */
function knowing(task: ReturnType<typeof colourLookup>, wanted: number[]) {
  const english = ["brown", "black", "red", "orange", "green", "blue", "white", "grey"];
  const places = english.map((colour) => englishColours.indexOf(colour));
  return ({ found }: LookupVectors) => {
    const { askers } = task.vectors({ queries: wanted, keys: [[0]] });
    const weights = tf.softmax(tf.matMul(askers, found, false, true));
    const colours = colourBeside(found);
    return {
      weights,
      output: tf.matMul(weights, tf.gather(colours, tf.tensor1d(inverse(places), "int32"), 2)),
    };
  };
}
const inverse = (places: number[]) => places.map((_, place) => places.indexOf(place));

Deno.test("colourLookup: who knows the rule and both languages answers everything", () => {
  const task = colourLookup(new Random(1));
  const questions = task.ask(new Random(2), 100);
  const partners = questions.queries.map((asker) => task.partnerOf[asker]);
  assertEquals(lookupGrade(task, knowing(task, partners), questions), 1);
  assert(lookupGrade(task, knowing(task, questions.queries), questions) < 0.4, "like is no help");
});

Deno.test("colourLookup: no colour keeps its place, and the commonest is a weak answer", () => {
  assertEquals(koreanColours, koreanColours.toSorted());
  const task = colourLookup(new Random(3));
  const questions = task.ask(new Random(4), 500);
  questions.answers.forEach((answer, i) => {
    const place = questions.keys[i].indexOf(task.partnerOf[questions.queries[i]]);
    assert(answer !== questions.classes[i][place]);
  });
  const grade = commonestColourGrade(questions);
  assert(grade > 1 / 8 && grade < 0.4, `got ${grade}`);
});

Deno.test("lookupMap: each asker alone looks at the words, which have no colours", () => {
  const task = colourLookup(new Random(1));
  const look = ({ askers, found }: LookupVectors) => ({
    weights: tf.matMul(askers, found, false, true),
    output: colourBeside(found),
  });
  const before = tf.memory().numTensors;
  const [[ofItself, ofOther], [other]] = lookupMap({ task, look }, [7, 9], [7, 5]);
  assertEquals(tf.memory().numTensors, before);
  assert(ofItself > Math.max(ofOther, other), `got ${[ofItself, ofOther, other]}`);
  const { found } = task.vectors({ queries: [7], keys: [[7, 5]], classes: [[2, 0]] });
  const root = Math.sqrt(8);
  const [[third, first]] = nested(colourBeside(found));
  assertEquals([third, first].map((row) => row.map((number) => Math.round(number / root))), [
    [0, 0, 1, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0, 0, 0],
  ]);
});

Deno.test("learnLookup: equal seeds learn equally, and nothing is left behind", async () => {
  const task = colourLookup(new Random(1));
  const readout = tf.variable(tf.zeros([lookupSize, 8]));
  const look = ({ askers }: LookupVectors) => ({
    weights: askers,
    output: tf.reshape(tf.matMul(tf.reshape(askers, [-1, lookupSize]), readout), [-1, 1, 8]),
  });
  const parameters = new Map([["readout", readout]]);
  const training = { task, look, parameters, steps: 40 };
  const before = tf.memory().numTensors;
  const grades = await learnLookup({ ...training, random: new Random(5) });
  tf.tidy(() => readout.assign(tf.zeros([lookupSize, 8])));
  assertEquals(await learnLookup({ ...training, random: new Random(5) }), grades);
  assertEquals(grades.length, 3);
  const untrained = { ...training, parameters: new Map(), random: new Random(5) };
  assertEquals((await learnLookup(untrained)).length, 1);
  assertEquals(tf.memory().numTensors, before);
});
