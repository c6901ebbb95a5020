/**
 * The reports of a class: a page for each learner, and the instructor's page with everybody's points, which
 * exercises were hard and why, what looks alike, and what waits for a person.
 *
 * @module
 */
import { join } from "node:path";
import type { Language } from "lib/language.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import type { Verdict } from "../../judge/judge.ts";
import type { LookAlike } from "../look_alikes.ts";
import type { LearnerMarks } from "../marks/marks.ts";
import { html, type Markup } from "./html.ts";
import { cssName, learnerReport, page } from "./learner_report.ts";

/** What the page tells. */
interface ClassResults {
  /** All learners. */
  readonly marks: readonly LearnerMarks[];
  /** The file of each learner's report. */
  readonly files: ReadonlyMap<LearnerMarks, string>;
  /** Answers that look alike. */
  readonly alike: readonly LookAlike[];
  /** What somebody should look into, in sentences. */
  readonly questions: readonly string[];
  /** The inputs' seed. */
  readonly seed: number;
  /** What stood between learners' code and the machine, in lines. */
  readonly limits: string;
  /** Of the learners' reports. The instructor's page is English. */
  readonly language: Language;
}

/** Writes `index.html` and a page for each learner into `folder`, which need not exist. */
export async function writeReports(
  folder: string,
  results: Omit<ClassResults, "files">,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const files = fileNames(results.marks);
  for (const [marks, name] of files) {
    await writeAtomically(join(folder, name), learnerReport(marks, results.language));
  }
  await writeAtomically(join(folder, "index.html"), classIndex({ ...results, files }));
}

/**
 * A file name for each learner: letters and digits of any script, whatever the folder was called, and no
 * name twice, also where capitals do not count.
 */
export function fileNames(all: readonly LearnerMarks[]): Map<LearnerMarks, string> {
  const taken = new Set(["index"]);
  return new Map(all.map((marks) => {
    const base = marks.learner.normalize("NFC").replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 60) ||
      "_";
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}-${copy}`;
    taken.add(name.toLowerCase());
    return [marks, `${name}.html`];
  }));
}

/** The instructor's page. */
function classIndex({ marks, files, alike, questions, seed, limits }: ClassResults): string {
  const [first] = marks;
  const body = html`
    <h1>${marks.length} submissions</h1>
    <p
      class="quiet">Inputs of seed ${seed}. Points of an exercise are before what lateness takes off, totals after.</p>
    ${list("To look into", questions)}
    <div class="scroll">
      <table>
    <tr><th>Learner</th>${first?.notebooks.map(({ notebook, max, marks }) => [
      ...marks.map(({ verdict, max }) => html`<th>${verdict.exercise.id} /${max}</th>`),
      html`<th>${notebook} /${max}</th>`,
    ])}<th>total /${first?.max ?? 0}</th></tr>
    ${marks.map((learner) => learnerRow(learner, files.get(learner) ?? ""))}
      </table>
    </div>
    <h2>Exercises</h2>
    <div class="scroll">
      <table class="list">
    <tr><th>Exercise</th><th>Passed</th><th>Started</th><th>What went wrong most often</th></tr>
    ${exerciseRows(marks)}
      </table>
    </div>
    ${list("Answers that look alike", alike.map(pairInWords))}
    <h2>How it was graded</h2>
    <pre>${limits}</pre>
  `;
  return page(`${marks.length} submissions`, body, { wide: true });
}

function learnerRow(marks: LearnerMarks, file: string): Markup {
  return html`
    <tr><td><a href="${encodeURIComponent(file)}">${marks.learner}</a></td>${marks.notebooks.map((
      { marks, points, late },
    ) => [
      ...marks.map((mark) => html`<td class="${cssName(mark)}">${mark.points}</td>`),
      html`<td>${points}${late && ` (${late.days} d late)`}</td>`,
    ])}<td><strong>${marks.points}</strong></td></tr>
  `;
}

function exerciseRows(marks: readonly LearnerMarks[]): Markup[] {
  const verdicts = marks.flatMap(({ graded }) => graded.verdicts);
  return [...Map.groupBy(verdicts, ({ exercise }) => exercise)].map(([{ id, name }, all]) => {
    const started = all.filter(({ status }) => status !== "not started");
    const passed = all.filter(({ status }) => status === "passed");
    return html`
      <tr>
        <td>${id} ${name}</td>
        <td>${share(passed, all)}</td>
        <td>${share(started, all)}</td>
        <td>${mostFrequent(all)}</td>
      </tr>
    `;
  });
}

function share(some: readonly unknown[], all: readonly unknown[]): string {
  return `${Math.round(100 * some.length / all.length)} %`;
}

function mostFrequent(verdicts: readonly Verdict[]): string {
  const names = verdicts.flatMap(({ mistake }) => mistake?.name.en ?? []);
  return [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => ({ name, length }))
    .sort((a, b) => b.length - a.length).slice(0, 3)
    .map(({ name, length }) => `${name} (${length})`).join(", ");
}

/** A pair in words: `kim and lee: 04.2 (96 %), 04.3 (100 %)`. */
export function pairInWords({ learners, exercises }: LookAlike): string {
  const where = exercises.map(({ id, similarity }) => `${id} (${Math.round(100 * similarity)} %)`);
  return `${learners.join(" and ")}: ${where.join(", ")}`;
}

function list(title: string, sentences: readonly string[]): Markup | undefined {
  return sentences.length > 0
    ? html`
      <h2>${title}</h2>
      <ul>${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>
    `
    : undefined;
}
