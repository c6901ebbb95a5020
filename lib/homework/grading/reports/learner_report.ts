/**
 * A learner's report: one page that needs nothing beside it. Every verdict with its points, what was
 * expected and what came, a picture where numbers can be drawn, the mistake's name and a hint in English and
 * Korean, and the code that was handed in.
 *
 * @module
 */
import type { Text } from "../../exercise/exercise.ts";
import type { Status } from "../../exercise/in_notebook.ts";
import type { Failure } from "../../judge/judge.ts";
import type { LearnerMarks, Mark, NotebookMarks } from "../marks/marks.ts";
import { comparisonFigure } from "./heatmap.ts";
import { html, Markup } from "./html.ts";
import { reportRules, reportStyle } from "./report_style.ts";

/** Statuses in Korean. */
const koreanStatus: Readonly<Record<Status, string>> = {
  passed: "통과",
  failed: "미통과",
  "not started": "시작 전",
  error: "오류",
  timeout: "시간 초과",
  manual: "직접 채점",
};

/** The page. `seed` repeats the inputs. */
export function learnerReport(marks: LearnerMarks, seed: number): string {
  const { learner, points, max, notebooks } = marks;
  const body = html`
    <h1>${learner}</h1>
    <p
      class="total">${points} of ${max} points <span lang="ko">${max}점 만점에 ${points}점</span></p>
    ${notebooks.map((notebook) => notebookSection(marks, notebook))}
    <p class="quiet">The same inputs again: <code>deno task check NN --seed ${seed}</code><br>
    <span lang="ko">같은 입력으로 다시 확인하기: <code>deno task check NN --seed ${seed}</code></span></p>
  `;
  return page(learner, body);
}

/** A page around `body`: strict rules first, then the style. */
export function page(title: string, body: Markup, wide = false): string {
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${new Markup(reportRules)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>${title}</title>
        <style>${new Markup(reportStyle)}</style>
      </head>
      <body${wide
        ? html`
          class="wide"
        `
        : undefined}>
    ${body}
    </body>
    </html>
  `.text;
}

function notebookSection(marks: LearnerMarks, notebook: NotebookMarks): Markup {
  const { notebook: number, points, max, late } = notebook;
  const cells = marks.graded.notebooks.get(number)?.cells;
  return html`<section>
<h2>Notebook ${number} <span class="quiet">${points} of ${max}</span></h2>
${
    late && html`<p>Handed in ${days(late.days)} late (deadline ${time(late.deadline)}, came
${time(late.handedIn)}): ${late.deduction} points off.
<span lang="ko">마감보다 ${late.days}일 늦게 제출하여 ${late.deduction}점이 감점되었습니다.</span></p>`
  }
${notebook.marks.map((mark) => exerciseCard(mark, cells?.get(mark.verdict.exercise.id) ?? []))}
</section>`;
}

function exerciseCard(mark: Mark, sources: readonly string[]): Markup {
  const { verdict: { exercise, status, held, failures, problem, mistake }, points, max, manual } =
    mark;
  const hint = mistake?.hint ??
    (status === "failed" || status === "timeout" ? exercise.hints[0] : undefined);
  return html`<article class="card">
<h3><span class="status ${cssName(mark)}">${status} <span lang="ko">${
    koreanStatus[status]
  }</span></span>
<span>${exercise.id} ${exercise.title}</span> <code>${exercise.name}</code>
<span class="points">${points} / ${max}</span></h3>
${manual && manualNote(manual.feedback)}
${problem && html`<pre class="message">${problem}</pre>`}
${
    failures.length > 0
      ? html`<ul>
${held.map((property) => html`<li class="holds">${property}</li>\n`)}
${failures.map(failureItem)}
</ul>`
      : undefined
  }
${mistake && html`<p><strong>What happened:</strong> ${mistake.name}</p>`}
${hint && hintNote(hint)}
${sources.map(sourceNote)}
</article>`;
}

function failureItem({ property, problem, inputs, comparison }: Failure, place: number): Markup {
  const picture = comparison && comparisonFigure(comparison);
  return html`
    <li class="fails">${property}
    <pre class="message">${problem}</pre>
    <p class="quiet">with ${inputs}</p>
    ${// One picture tells the mistake; the others are there to be asked for.
    place === 0 ? picture : picture &&
      html`<details><summary>The numbers <span lang="ko">값 비교</span></summary>${picture}</details>`}</li>
  `;
}

function hintNote({ en, ko }: Text): Markup {
  return html`
    <div class="hint">
      <p><strong>Hint:</strong> ${en}</p>
      <p lang="ko"><strong>힌트:</strong> ${ko}</p>
    </div>
  `;
}

function manualNote(feedback: string): Markup {
  return html`
    <div
      class="feedback"><p><strong>Graded by hand</strong> <span lang="ko">직접 채점함</span></p>${feedback &&
        html`<p>${feedback}</p>`}</div>
  `;
}

function sourceNote(source: string): Markup {
  return html`
    <details>
      <summary>The code handed in <span lang="ko">제출한 코드</span></summary>
      <pre>${source}</pre>
    </details>
  `;
}

/** The status as a class; partial credit has its own colour. */
export function cssName({ verdict: { status }, points, max }: Mark): string {
  if (status === "failed" && points > 0) return points < max ? "part" : "passed";
  return status.replaceAll(" ", "-");
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function time(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
