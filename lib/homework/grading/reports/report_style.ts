/**
 * How reports look: on a phone, on paper, light and dark.
 *
 * @module
 */
import { createHash } from "node:crypto";

/** The one style sheet of all reports. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #1b2430; --quiet: #5a6675; --line: #d9dee5;
  --good: #1d6b3a; --bad: #a4262c; --wait: #6b5a00; --good-back: #e3f4e8; --bad-back: #fbe7e8;
  --wait-back: #f6efcf; --none-back: #eceff3; --code: #f3f5f8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --card: #1b212a; --ink: #e6eaf0; --quiet: #9da9b8; --line: #323b47;
    --good: #7fd6a0; --bad: #ff9ea3; --wait: #e7d27a; --good-back: #17382a; --bad-back: #43201f;
    --wait-back: #3a3417; --none-back: #27303b; --code: #131820;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo",
    "Malgun Gothic", sans-serif;
  overflow-wrap: anywhere;
}
body.wide { max-width: none; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: baseline; }
p { margin: .4rem 0; }
a { color: inherit; }
:lang(ko) { word-break: keep-all; }
[lang="ko"] { color: var(--quiet); }
.quiet { color: var(--quiet); }
.total { font-size: 1.1rem; font-weight: 600; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; margin: .7rem 0; }
.status { border-radius: 4px; padding: 0 .45rem; font-size: .85rem; font-weight: 600; }
.points { margin-left: auto; font-variant-numeric: tabular-nums; }
.passed { background: var(--good-back); color: var(--good); }
.failed, .error, .timeout { background: var(--bad-back); color: var(--bad); }
.manual, .part { background: var(--wait-back); color: var(--wait); }
.not-started { background: var(--none-back); color: var(--quiet); }
ul { list-style: none; padding: 0; margin: .5rem 0; }
li { padding-left: 1.5rem; text-indent: -1.5rem; margin: .25rem 0; }
li > * { text-indent: 0; }
.holds::before { content: "✔"; color: var(--good); display: inline-block; width: 1.5rem; text-indent: 0; }
.fails::before { content: "✘"; color: var(--bad); display: inline-block; width: 1.5rem; text-indent: 0; }
.hint { border-left: 4px solid var(--wait); padding: .1rem .8rem; margin: .7rem 0; }
.feedback { border-left: 4px solid var(--good); padding: .1rem .8rem; margin: .7rem 0; white-space: pre-wrap; }
pre, code { font: .85rem/1.45 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", "D2Coding", "Noto Sans Mono CJK KR", monospace; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .6rem; margin: .4rem 0; overflow-x: auto; white-space: pre; overflow-wrap: normal; }
pre.message { white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--quiet); }
figure { margin: .6rem 0; }
figcaption { color: var(--quiet); font-size: .9rem; }
.maps { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; }
.map { max-width: 100%; overflow-x: auto; }
.map p { font-size: .9rem; margin: 0; }
svg { display: block; max-width: 100%; height: auto; }
svg text { font: 11px system-ui, sans-serif; }
svg .number { text-anchor: middle; font-variant-numeric: tabular-nums; }
svg .axis { fill: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; position: sticky; left: 0; background: var(--card); max-width: 16rem; overflow: hidden; text-overflow: ellipsis; }
th { background: var(--card); font-weight: 600; }
.list th, .list td { text-align: left; white-space: normal; }
@media print { body { max-width: none; } details { display: none; } .card { break-inside: avoid; } }
`;

/**
 * What a page may do, for its first line: show this style sheet and nothing else. No script runs and
 * nothing is loaded, whatever a submission managed to write into it.
 */
export const reportRules = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " +
  `'sha256-${createHash("sha256").update(reportStyle).digest("base64")}'`;
