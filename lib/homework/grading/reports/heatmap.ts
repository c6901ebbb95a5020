/**
 * A mistake as a picture: expected, got and their difference, side by side, as still SVG.
 *
 * @module
 */
import type { Language } from "lib/language.ts";
import { divergingScale, sequentialScale } from "lib/plots/style.ts";
import type { Comparison, Entry, Matrix } from "../../judge/compare.ts";
import { html, type Markup } from "./html.ts";

const cell = { width: 48, height: 28 };
const margin = { left: 26, top: 24 };

/** Colours run from `low` to `high`. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly scale: readonly (readonly [number, string])[];
}

/** Three pictures and one line of text that says the same. */
export function comparisonFigure(comparison: Comparison, language: Language): Markup {
  const { expected, got, wrong, name, part } = comparison;
  const difference = expected.map((row, i) => row.map((right, j) => minus(got[i][j], right)));
  const numbers = [...expected.flat(), ...got.flat()].filter((entry) => typeof entry === "number");
  const values = rangeOf(numbers);
  const apart = finite(difference.flat());
  const furthest = Math.max(0, ...apart.map(Math.abs));
  const count = wrong.filter(Boolean).length;
  const size = {
    en: apart.length > 0 ? `, the largest by ${short(furthest)}` : "",
    ko: apart.length > 0 ? `, 가장 큰 차이 ${short(furthest)}` : "",
  };
  const what = `${name[language]}${part ? ` [${part}]` : ""}`;
  const summary = {
    en: `${what}: ${count} of ${wrong.length} entries differ${size.en}`,
    ko: `${what}: ${wrong.length}개 중 ${count}개가 다름${size.ko}`,
  }[language];
  const titles = {
    en: { expected: "expected", got: "got", difference: "got − expected" },
    ko: { expected: "기대한 값", got: "제출한 답의 값", difference: "차이" },
  }[language];
  const off = { low: -furthest, high: furthest, scale: divergingScale };
  return html`
    <figure class="comparison">
      <div class="maps">
    ${map(titles.expected, expected, values, comparison)}
    ${map(titles.got, got, values, comparison)}
    ${map(titles.difference, difference, off, comparison)}
      </div>
      <figcaption>${summary}</figcaption>
    </figure>
  `;
}

function map(
  title: string,
  matrix: Matrix,
  range: Range,
  { axes: [rows, columns], wrong }: Comparison,
): Markup {
  const width = margin.left + cell.width * matrix[0].length + 2;
  const height = margin.top + cell.height * matrix.length + 2;
  const cells = matrix.flatMap((row, i) =>
    row.map((entry, j) => oneCell(entry, i, j, range, wrong[i * row.length + j]))
  );
  const label = `${title}: ${matrix.map((row) => row.map(inWords).join(" ")).join("; ")}`;
  return html`
    <div class="map">
      <p>${title}</p>
      <svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"
        aria-label="${label}">
    <text class="axis" x="${margin.left}" y="15">${columns && `${columns} →`}</text>
    <text class="axis" transform="translate(14 ${margin.top + 2}) rotate(90)">${rows &&
      `${rows} →`}</text>
    ${cells}</svg>
    </div>
  `;
}

function oneCell(entry: Entry, row: number, column: number, range: Range, wrong: boolean): Markup {
  const x = margin.left + column * cell.width;
  const y = margin.top + row * cell.height;
  const colour = typeof entry === "number" ? colourOf(entry, range) : "#ffd6d6";
  const ink = typeof entry === "number" && isDark(colour) ? "#ffffff" : "#16202a";
  const frame = wrong
    ? html`
      stroke="#c0392b" stroke-width="2"
    `
    : html`
      stroke="#ffffff"
    `;
  return html`
    <g>
      <rect x="${x + 1}" y="${y + 1}" width="${cell.width - 2}" height="${cell.height -
        2}" fill="${colour}"
        ${frame} />
      <text class="number" x="${x + cell.width / 2}" y="${y + 18}" fill="${ink}">${inWords(
        entry,
      )}</text>
    </g>
  `;
}

function inWords(entry: Entry): string {
  if (typeof entry === "number") return short(entry);
  return entry === "NaN" ? "NaN" : entry === "Infinity" ? "∞" : "−∞";
}

/** Fits into a cell: `0.333`, `−12.5`, `1.2e5`. */
function short(number: number): string {
  const size = Math.abs(number);
  const text = size >= 10_000 || size > 0 && size < 0.0005
    ? number.toExponential(1)
    : String(Number(number.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)));
  return text.replace("-", "−");
}

function minus(got: Entry, expected: Entry): Entry {
  if (typeof got === "number" && typeof expected === "number") return got - expected;
  return got === expected ? 0 : "NaN";
}

function finite(entries: readonly Entry[]): number[] {
  return entries.filter((entry) => typeof entry === "number");
}

/** Around 0 where there are negative numbers, else from 0 upwards. */
function rangeOf(numbers: readonly number[]): Range {
  const high = Math.max(0, ...numbers.map(Math.abs));
  return numbers.some((number) => number < 0)
    ? { low: -high, high, scale: divergingScale }
    : { low: 0, high, scale: sequentialScale };
}

function colourOf(number: number, { low, high, scale }: Range): string {
  const at = high > low ? (number - low) / (high - low) : 0.5;
  const after = Math.max(1, scale.findIndex(([stop]) => stop >= at));
  const [[from, first], [to, second]] = [scale[after - 1], scale[after]];
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)));
  const a = channels(first);
  const b = channels(second);
  const mixed = a.map((value, i) => Math.round(value + share * (b[i] - value)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function isDark(colour: string): boolean {
  const [red, green, blue] = channels(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}
