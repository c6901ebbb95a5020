/**
 * A figure to play with: one slider, one picture for each of its values. Everything travels in the
 * figure, so it works without a kernel: in the page, in exported HTML. GitHub shows the first value.
 *
 * @module
 */
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";

/** One position of the slider. */
export interface SliderStop {
  /** What stands at the slider, such as `64`. */
  readonly label: string;
  /** What is shown there. */
  readonly figure: Figure;
}

/**
 * Joins figures under a slider. All stops need axes of one kind; title, traces and the axes' names,
 * ranges and labels follow the slider.
 *
 * @param name What the slider changes, such as `d_k`.
 * @param initial Which stop is shown first. Default 0.
 */
export function slider(name: string, stops: readonly SliderStop[], initial = 0): Figure {
  if (stops.length === 0) throw new RangeError("expected at least one slider stop, got 0");
  const first = stops[initial].figure;
  return figure({
    data: stops.flatMap((stop, i) =>
      stop.figure.data.map((trace) => ({ ...trace, visible: i === initial }))
    ),
    layout: {
      ...first.layout,
      height: (first.layout.height ?? 400) + 90,
      margin: { ...first.layout.margin, b: 70 },
      sliders: [{
        active: initial,
        currentvalue: { prefix: `${name} = ` },
        pad: { t: 60 },
        steps: stops.map((stop, i) => ({
          label: stop.label,
          method: "update",
          args: [
            { visible: stops.flatMap((other, j) => other.figure.data.map(() => i === j)) },
            {
              "title.text": titleText(stop.figure.layout.title),
              ...axisOf("xaxis", stop, stops),
              ...axisOf("yaxis", stop, stops),
            },
          ],
        })),
      }],
    },
    summary: describe(name, stops, initial),
  });
}

function describe(name: string, stops: readonly SliderStop[], initial: number): string {
  const labels = stops.map((stop) => stop.label).join(", ");
  const { label, figure: { summary } } = stops[initial];
  return {
    en: `slider over ${name} (${labels}), at ${label}: ${summary}`,
    ko: `${name} 슬라이더(${labels}) 가운데 ${label}: ${summary}`,
  }[notebookLanguage()];
}

function titleText(title: string | { readonly text?: string } | undefined): string {
  return typeof title === "object" ? title.text ?? "" : title ?? "";
}

/** Name, range and labels of an axis at one stop, each of them only where the stops differ in it. */
function axisOf(
  axis: "xaxis" | "yaxis",
  { figure }: SliderStop,
  stops: readonly SliderStop[],
): Record<string, unknown> {
  const differ = (read: (of: Figure) => unknown) =>
    new Set(stops.map((stop) => JSON.stringify(read(stop.figure)))).size > 1;
  const nameOf = ({ layout }: Figure) => titleText(layout[axis]?.title);
  const { range, autorange, tickvals, ticktext } = figure.layout[axis] ?? {};
  return {
    ...differ(nameOf) ? { [`${axis}.title.text`]: nameOf(figure) } : {},
    ...differ(({ layout }) => layout[axis]?.range)
      ? range
        ? { [`${axis}.range`]: range, [`${axis}.autorange`]: false }
        : { [`${axis}.autorange`]: autorange ?? true }
      : {},
    ...differ(({ layout }) => layout[axis]?.ticktext)
      ? { [`${axis}.tickvals`]: tickvals, [`${axis}.ticktext`]: ticktext }
      : {},
  };
}
