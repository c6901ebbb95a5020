/**
 * Progress of anything that takes longer than two seconds: a bar, its figures and the time left, in
 * the terminal or in a notebook. Long work reports to a {@linkcode Progress}; it does not know where
 * the report is shown.
 *
 * @module
 */
import type { Language } from "lib/language.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { currentNotebook, type Notebook } from "lib/platform/notebook.ts";
import { isTerminal, writeError } from "lib/platform/terminal.ts";

/** Where long work reports to. */
export interface Progress {
  /** `done` of `total` steps are done; `note` holds the latest figures, such as `loss 0.412`. */
  update(done: number, note?: string): void;
  /** The work has ended; the last line stays visible. Calling it twice does no harm. */
  finish(note?: string): void;
}

/** What a progress bar counts and what it is called. */
export interface ProgressOptions {
  /** Number of steps until the end. */
  readonly total: number;
  /** What is under way, such as `training`. */
  readonly label: string;
  /** What is counted. Default: steps. */
  readonly unit?: "steps" | "runs";
  /** Of the times. Default: the notebook's, English in a terminal. */
  readonly language?: Language;
  /** Milliseconds since some start; the tests replace it. Default: `performance.now`. */
  readonly now?: () => number;
}

/**
 * One line of progress: `training ██████░░░░ 60 % · 30/50 · loss 0.412 · 4 s left`, in Korean with `4초 남음`.
 */
export function progressLine(
  { label, done, total, elapsedMs, note, language = "en" }: {
    readonly label: string;
    readonly done: number;
    readonly total: number;
    readonly elapsedMs: number;
    readonly note?: string;
    readonly language?: Language;
  },
): string {
  const fraction = total > 0 ? Math.min(1, done / total) : 1;
  const filled = Math.round(fraction * 20);
  const bar = "█".repeat(filled) + "░".repeat(20 - filled);
  const ends = { en: [" in all", " left"], ko: [" 걸림", " 남음"] }[language];
  const [seconds, end] = fraction >= 1
    ? [elapsedMs / 1000, ends[0]]
    : [elapsedMs * (total - done) / done / 1000, ends[1]];
  const time = fraction >= 1 || done > 0 ? formatSeconds(seconds, language) + end : "";
  return [`${label} ${bar} ${Math.round(fraction * 100)} %`, `${done}/${total}`, note, time]
    .filter(Boolean).join(" · ");
}

const units = {
  en: { hour: " h", minute: " min", second: " s" },
  ko: { hour: "시간", minute: "분", second: "초" },
} as const satisfies Record<Language, unknown>;

/** `3.2 s`, `48 s`, `2 min 05 s`, `1 h 04 min`; in Korean `3.2초`, `2분 05초`. */
export function formatSeconds(seconds: number, language: Language = "en"): string {
  const { hour, minute, second } = units[language];
  if (seconds < 9.95) return `${seconds.toFixed(1)}${second}`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${second}`;
  const pad = (value: number) => String(value).padStart(2, "0");
  if (whole < 3600) return `${Math.floor(whole / 60)}${minute} ${pad(whole % 60)}${second}`;
  return `${Math.floor(whole / 3600)}${hour} ${pad(Math.floor(whole % 3600 / 60))}${minute}`;
}

/** A {@linkcode Progress} that redraws one line through `draw`, at most every `everyMs`. */
function throttled(
  { total, label, language, now = () => performance.now() }: ProgressOptions,
  everyMs: number,
  draw: (line: string, last: boolean) => void,
): Progress {
  const start = now();
  let drawnAt = -Infinity;
  let finished = false;
  let done = 0;
  let latestNote: string | undefined;
  const line = () =>
    progressLine({ label, done, total, elapsedMs: now() - start, note: latestNote, language });
  return {
    update(newDone, note) {
      done = newDone;
      latestNote = note ?? latestNote;
      if (finished || now() - drawnAt < everyMs) return;
      drawnAt = now();
      draw(line(), false);
    },
    finish(note) {
      if (finished) return;
      finished = true;
      latestNote = note ?? latestNote;
      draw(line(), true);
    },
  };
}

/** A bar on standard error: redrawn in place on a terminal, one line every ten seconds elsewhere. */
export function terminalProgress(options: ProgressOptions): Progress {
  if (!isTerminal()) return throttled(options, 10_000, (line) => writeError(`${line}\n`));
  return throttled(
    options,
    100,
    (line, last) => writeError(`\r\x1b[K${line}${last ? "\n" : ""}`),
  );
}

/**
 * A bar under the running notebook cell, replaced in place (a Jupyter display with an id). When the
 * work ends it keeps `label` and the last note only: no time, so that a notebook's stored outputs are
 * the same on every run.
 */
function notebookProgress(options: ProgressOptions, notebook: Notebook): Progress {
  const id = crypto.randomUUID();
  let shown = false;
  const show = (text: string) => {
    const content = {
      data: { "text/plain": text },
      metadata: {},
      transient: { display_id: id },
    };
    const type = shown ? "update_display_data" : "display_data";
    shown = true;
    void notebook.broadcast(type, content);
  };
  let latestNote = "";
  const bar = throttled(options, 250, (line, last) => {
    show(
      last
        ? [`${options.label}: ${totalInWords(options)}`, latestNote].filter(Boolean).join(
          " · ",
        )
        : line,
    );
  });
  return {
    update(done, note) {
      latestNote = note ?? latestNote;
      bar.update(done, note);
    },
    finish(note) {
      latestNote = note ?? latestNote;
      bar.finish(note);
    },
  };
}

const totalInWords = ({ total, unit = "steps", language = "en" }: ProgressOptions): string =>
  ({
    en: { steps: `${total} steps`, runs: `${total} runs` },
    ko: { steps: `${total}단계`, runs: `${total}회` },
  })[language][unit];

/** The bar that suits the place where the program runs: notebook or terminal. */
export function progressBar(options: ProgressOptions): Progress {
  const notebook = currentNotebook();
  if (!notebook) return terminalProgress(options);
  return notebookProgress({ language: notebookLanguage(), ...options }, notebook);
}
