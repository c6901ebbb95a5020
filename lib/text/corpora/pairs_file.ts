/**
 * The file format of the course's sentence pairs: tab-separated lines under a header.
 *
 * ```
 * source	target	more targets	clauses	pattern
 * 피곤해서 잤어	I was tired, so I slept.	I slept because I was tired.	2	because
 * ```
 *
 * Further targets stand in one column, divided by ` | `. Lines end in `\n`; text is NFC.
 *
 * @module
 */

/** A sentence with its translations. */
export interface SentencePair {
  readonly source: string;
  /** The canonical translation first; others that are as right follow. */
  readonly targets: readonly string[];
  /** How many clauses the source has. */
  readonly clauses: number;
  /** The construction it was made by, or the topic it was written for. */
  readonly pattern: string;
}

const header = ["source", "target", "more targets", "clauses", "pattern"].join("\t");
const divider = " | ";

/** The file's text. Throws when a field holds a character that divides fields. */
export function formatPairs(pairs: readonly SentencePair[]): string {
  const lines = pairs.map(({ source, targets, clauses, pattern }) => {
    for (const text of [source, ...targets, pattern]) {
      if (/[\t\n\r|]/.test(text)) {
        throw new TypeError(
          `expected text without tabs, line breaks and |, got ${JSON.stringify(text)}`,
        );
      }
    }
    const [target, ...more] = targets;
    return [source, target, more.join(divider), clauses, pattern].join("\t");
  });
  return [header, ...lines, ""].join("\n").normalize("NFC");
}

/** Reads the format back; errors name the line. */
export function parsePairs(text: string): SentencePair[] {
  const [first, ...lines] = text.replace(/\n$/, "").split("\n");
  if (first !== header) {
    throw new TypeError(
      `expected the header ${JSON.stringify(header)}, got ${JSON.stringify(first)}`,
    );
  }
  return lines.map((line, i) => {
    const fields = line.split("\t");
    if (fields.length !== 5) {
      throw new TypeError(`expected 5 columns in line ${i + 2}, got ${fields.length}`);
    }
    const [source, target, more, clauses, pattern] = fields;
    const count = Number(clauses);
    if (!Number.isInteger(count) || count < 1) {
      throw new TypeError(`expected a number of clauses in line ${i + 2}, got "${clauses}"`);
    }
    const targets = more === "" ? [target] : [target, ...more.split(divider)];
    return { source, targets, clauses: count, pattern };
  });
}
