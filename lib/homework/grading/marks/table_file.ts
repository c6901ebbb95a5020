/**
 * Tables that an instructor writes: comma-separated values with a line of names.
 *
 * @module
 */
import { parse } from "@std/csv";
import { basename } from "node:path";
import { UserError } from "lib/command.ts";

/** One row. */
export interface TableRow<Column extends string> {
  /** Its value in a column, without blanks around it; empty where the row or the file lacks it. */
  get(column: Column): string;
  /** For messages: `manual.csv line 3`. */
  readonly place: string;
}

/** Columns that a file may lack. */
const optional = ["feedback"];

/**
 * Reads the rows of the file at `path`. A `UserError` says what is wrong: no such file, no table, a column
 * missing. Columns that nobody asked for are left alone.
 */
export async function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): Promise<TableRow<Column>[]> {
  const name = basename(path);
  let rows: string[][];
  try {
    rows = parse(await Deno.readTextFile(path));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(`Expected a table ${columns.join(",")} in ${path}: ${error.message}`);
  }
  const [names = [], ...body] = rows;
  const places = new Map(names.map((column, i) => [column.trim().toLowerCase(), i]));
  const missing = columns.filter((column) => !places.has(column) && !optional.includes(column));
  if (missing.length > 0) {
    throw new UserError(
      `${path}: expected the columns ${columns.join(",")} in its first line, got ${
        names.join(",")
      }.`,
    );
  }
  return body.map((row, i) => ({
    get: (column) => row[places.get(column) ?? -1]?.trim() ?? "",
    place: `${name} row ${i + 2}`,
  }));
}
