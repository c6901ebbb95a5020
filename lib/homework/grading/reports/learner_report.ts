/**
 * A learner's report, in one language: one page that needs nothing beside it. Every verdict with its points, what
 * was expected and what came, a picture where numbers can be drawn, the mistake's name and a hint, and the code that
 * was handed in.
 *
 * @module
 */
import type { Language, Text } from "lib/language.ts";
import type { Status } from "../../exercise/in_notebook.ts";
import type { Failure } from "../../judge/judge.ts";
import type { LearnerMarks, Mark, NotebookMarks } from "../marks/marks.ts";
import { comparisonFigure } from "./heatmap.ts";
import { html, Markup } from "./html.ts";
import { reportRules, reportStyle } from "./report_style.ts";

/** Statuses as learners read them. */
const statusWords: Readonly<Record<Status, Text>> = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "failed", ko: "미통과" },
  "not started": { en: "not started", ko: "시작 전" },
  error: { en: "error", ko: "오류" },
  timeout: { en: "timeout", ko: "시간 초과" },
  manual: { en: "manual", ko: "직접 채점" },
};

/** The page. It does not tell the inputs' seed: who hands in once more meets the same inputs. */
export function learnerReport(marks: LearnerMarks, language: Language): string {
  const { learner, points, max, notebooks } = marks;
  const total = { en: `${points} of ${max} points`, ko: `${max}점 만점에 ${points}점` };
  const body = html`
    <h1>${learner}</h1>
    <p class="total">${total[language]}</p>
    ${notebooks.map((notebook) => notebookSection(marks, notebook, language))}
  `;
  return page(learner, body, { language });
}

/** A page around `body`: strict rules first, then the style. */
export function page(
  title: string,
  body: Markup,
  { language = "en", wide = false }: { readonly language?: Language; readonly wide?: boolean } = {},
): string {
  return html`
    <!doctype html>
    <html lang="${language}">
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

function notebookSection(
  { graded }: LearnerMarks,
  { notebook: number, points, max, late, marks }: NotebookMarks,
  language: Language,
): Markup {
  const cells = graded.notebooks.get(number)?.cells;
  const heading = {
    en: html`Notebook ${number} <span class="quiet">${points} of ${max}</span>`,
    ko: html`노트북 ${number} <span class="quiet">${max}점 중 ${points}점</span>`,
  };
  const lateness = late && {
    en: `Handed in ${days(late.days)} late (deadline ${time(late.deadline)}, came ` +
      `${time(late.handedIn)}): ${late.deduction} points off.`,
    ko: `마감보다 ${late.days}일 늦게 제출하여(마감 ${time(late.deadline)}, 제출 ` +
      `${time(late.handedIn)}) ${late.deduction}점이 감점되었습니다.`,
  };
  return html`<section>
<h2>${heading[language]}</h2>
${lateness && html`<p>${lateness[language]}</p>`}
${marks.map((mark) => exerciseCard(mark, cells?.get(mark.verdict.exercise.id) ?? [], language))}
</section>`;
}

function exerciseCard(mark: Mark, sources: readonly string[], language: Language): Markup {
  const { verdict, points, max, manual } = mark;
  const { exercise, status, held, failures, problem, mistake, notes = [] } = verdict;
  const hint = mistake?.hint ??
    (status === "failed" || status === "timeout" ? exercise.hints[0] : undefined);
  const happened = { en: "What happened:", ko: "무엇이 달랐나:" };
  return html`<article class="card">
<h3><span class="status ${cssName(mark)}">${statusWords[status][language]}</span>
<span>${exercise.id} ${exercise.title[language]}</span> <code>${exercise.name}</code>
<span class="points">${points} / ${max}</span></h3>
${manual && manualNote(manual.feedback, language)}
${problem && html`<pre class="message">${problem[language]}</pre>`}
${
    failures.length > 0
      ? html`<ul>
${held.map((property) => html`<li class="holds">${property[language]}</li>\n`)}
${failures.map((failure, place) => failureItem(failure, place, language))}
</ul>`
      : undefined
  }
${mistake && html`<p><strong>${happened[language]}</strong> ${mistake.name[language]}</p>`}
${hint && hintNote(hint[language], language)}
${notes.map((note) => html`<p class="quiet">${note[language]}</p>`)}
${sources.map((source) => sourceNote(source, language))}
</article>`;
}

function failureItem(
  { property, problem, right, inputs, comparison }: Failure,
  place: number,
  language: Language,
): Markup {
  const picture = comparison && comparisonFigure(comparison, language);
  const words = {
    en: { with: "with", numbers: "The numbers" },
    ko: { with: "입력:", numbers: "값 비교" },
  };
  const { with: inputsAre, numbers } = words[language];
  return html`
    <li class="fails">${property[language]}
    <pre class="message">${problem[language]}</pre>
    ${right && html`<p>${right[language]}</p>`}
    <p class="quiet">${inputsAre} ${inputs}</p>
    ${// One picture tells the mistake; the others are there to be asked for.
    place === 0 ? picture : picture &&
      html`<details><summary>${numbers}</summary>${picture}</details>`}</li>
  `;
}

function hintNote(hint: string, language: Language): Markup {
  return html`
    <div class="hint">
      <p><strong>${{ en: "Hint:", ko: "힌트:" }[language]}</strong> ${hint}</p>
    </div>
  `;
}

function manualNote(feedback: string, language: Language): Markup {
  return html`
    <div
      class="feedback"><p><strong>${{
        en: "Graded by hand",
        ko: "직접 채점함",
      }[language]}</strong></p>${feedback &&
        html`<p>${feedback}</p>`}</div>
  `;
}

function sourceNote(source: string, language: Language): Markup {
  return html`
    <details>
      <summary>${{ en: "The code handed in", ko: "제출한 코드" }[language]}</summary>
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
