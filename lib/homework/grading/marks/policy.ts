/**
 * What a class decides about its marks, in one file, `grading.json`:
 *
 * ```json
 * {
 *   "points": { "04.2": 6 },
 *   "types": "required",
 *   "deadlines": { "04": "2026-10-12T23:59:00+09:00" },
 *   "extensions": { "kim": { "04": "2026-10-19T23:59:00+09:00" } },
 *   "late": { "perDay": 0.1, "most": 0.5, "graceMinutes": 15 },
 *   "handedIn": "times.csv",
 *   "manual": "manual.csv"
 * }
 * ```
 *
 * - `points`: what an exercise is worth, where that is not what the course says.
 * - `types`: `required` where code with type errors shall earn nothing. Default `advice`: values decide.
 * - `deadlines`, by notebook, and `extensions`, by learner and notebook: a time with its zone.
 * - `late`: for each day begun after the deadline, `perDay` of the notebook's points is taken off, `most` in
 *   all; `graceMinutes` after the deadline nothing is. Default: a tenth, all, no grace.
 * - `handedIn`: a table `learner,notebook,time`, written by whoever collects the work. Who has deadlines has it, by
 *   default as `times.csv`: the time that a file carries itself is its owner's to set, and changes with a copy.
 * - `manual`: a table `learner,exercise,points,feedback` of marks that a person gives, for written answers
 *   or instead of the computed ones. It is read, never written.
 *
 * Everything is optional. The tables lie beside the file.
 *
 * @module
 */
import { dirname, resolve } from "node:path";
import { UserError } from "lib/command.ts";
import {
  describeJson,
  isJsonObject,
  type Json,
  type JsonObject,
  parseJson,
} from "lib/jupyter/format/json.ts";
import type { Homework } from "../../exercise/exercise.ts";
import { readTable } from "./table_file.ts";

/** What late work loses. */
export interface LateRule {
  /** Share of a notebook's points for each day begun. */
  readonly perDay: number;
  /** The largest share in all. */
  readonly most: number;
  /** Minutes after the deadline that do not count. */
  readonly graceMinutes: number;
}

/** Points that a person gave. */
export interface ManualMark {
  /** At most what the exercise is worth. */
  readonly points: number;
  /** For the learner; may be empty. */
  readonly feedback: string;
}

/** The rules of one class. */
export interface Policy {
  /** Points by exercise, where they are not the course's. */
  readonly points: ReadonlyMap<string, number>;
  /** True where code with type errors earns nothing. */
  readonly demandTypes: boolean;
  /** By notebook. */
  readonly deadlines: ReadonlyMap<string, Date>;
  /** By learner and notebook, as {@linkcode pairKey} writes them. */
  readonly extensions: ReadonlyMap<string, Date>;
  /** What late work loses. */
  readonly late: LateRule;
  /** By learner and notebook; undefined where there are no deadlines. */
  readonly handedIn?: ReadonlyMap<string, Date>;
  /** By learner and exercise. */
  readonly manual: ReadonlyMap<string, ManualMark>;
}

/** A learner and a notebook or exercise as one key. */
export function pairKey(learner: string, id: string): string {
  return `${id} ${learner}`;
}

/** The course's own points, no deadlines. */
export const plainPolicy: Policy = {
  points: new Map(),
  demandTypes: false,
  deadlines: new Map(),
  extensions: new Map(),
  late: { perDay: 0.1, most: 1, graceMinutes: 0 },
  manual: new Map(),
};

/** Reads the file at `path` and its tables. A `UserError` says which entry was expected to be what. */
export async function readPolicy(path: string, homeworks: readonly Homework[]): Promise<Policy> {
  const text = await Deno.readTextFile(path).catch((error: Error) => {
    throw new UserError(`Expected the rules of grading in ${path}: ${error.message}`);
  });
  const expected = (what: string, where: string, got: Json | undefined): never => {
    const value = isJsonObject(got) || Array.isArray(got) ? describeJson(got) : JSON.stringify(got);
    throw new UserError(`${path}: expected ${what} at ${where}, got ${value ?? "nothing"}.`);
  };
  let file: Json;
  try {
    file = parseJson(text);
  } catch (error) {
    throw new UserError(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (!isJsonObject(file)) return expected("an object", "the top", file);
  const keys = ["points", "types", "deadlines", "extensions", "late", "handedIn", "manual"];
  for (const key of Object.keys(file)) {
    if (!keys.includes(key)) expected(`one of ${keys.join(", ")}`, "the top", key);
  }
  const exercises = new Map(
    homeworks.flatMap((homework) => homework.exercises.map((one) => [one.id, one] as const)),
  );
  const numbers = homeworks.map(({ notebook }) => notebook);

  const object = (value: Json | undefined, where: string): JsonObject => {
    if (value === undefined) return {};
    return isJsonObject(value) ? value : expected("an object", where, value);
  };
  const number = (value: Json | undefined, where: string, most = Infinity): number => {
    if (typeof value === "number" && value >= 0 && value <= most) return value;
    return expected(most === 1 ? "a share from 0 to 1" : "a number from 0", where, value);
  };
  const notebook = (name: string, where: string): string =>
    numbers.includes(name) ? name : expected(`a notebook (${numbers.join(", ")})`, where, name);
  const exercise = (name: string, where: string): string =>
    exercises.has(name) ? name : expected("an exercise such as 04.2", where, name);
  const time = (value: Json | undefined, where: string): Date =>
    parseTime(value) ?? expected("a time with its zone, 2026-10-12T23:59:00+09:00", where, value);
  const times = (value: Json | undefined, where: string): [string, Date][] =>
    Object.entries(object(value, where))
      .map(([name, at]) => [notebook(name, where), time(at, `${where}.${name}`)]);

  const late = object(file.late, "late");
  for (const key of Object.keys(late)) {
    if (!Object.hasOwn(plainPolicy.late, key)) {
      expected(`one of ${Object.keys(plainPolicy.late).join(", ")}`, "late", key);
    }
  }
  const points = new Map(
    Object.entries(object(file.points, "points"))
      .map(([id, value]) => [exercise(id, "points"), number(value, `points.${id}`)]),
  );
  const deadlines = new Map(times(file.deadlines, "deadlines"));
  const extensions = Object.entries(object(file.extensions, "extensions"))
    .flatMap(([learner, value]) =>
      times(value, `extensions.${learner}`).map(([number, at]) =>
        [pairKey(learner, number), at] as const
      )
    );
  const table = <Column extends string>(name: Json, where: string, columns: readonly Column[]) => {
    if (typeof name !== "string") return expected("a file's name", where, name);
    return readTable(resolve(dirname(path), name), columns);
  };

  const hasDeadlines = file.deadlines !== undefined || file.extensions !== undefined;
  const handedIn = file.handedIn === undefined && !hasDeadlines
    ? undefined
    : (await table(file.handedIn ?? "times.csv", "handedIn", ["learner", "notebook", "time"])).map((
      row,
    ) => {
      const number = notebook(row.get("notebook").padStart(2, "0"), row.place);
      return [pairKey(row.get("learner"), number), time(row.get("time"), row.place)] as const;
    });
  const manual = new Map<string, ManualMark>();
  const given = file.manual === undefined
    ? []
    : await table(file.manual, "manual", ["learner", "exercise", "points", "feedback"]);
  for (const row of given) {
    const learner = row.get("learner");
    const id = exercise(row.get("exercise"), row.place);
    const most = points.get(id) ?? exercises.get(id)?.points ?? 0;
    const mark = row.get("points") === "" ? NaN : Number(row.get("points"));
    if (!(mark >= 0 && mark <= most)) {
      expected(`points from 0 to ${most}`, row.place, row.get("points"));
    }
    const key = pairKey(learner, id);
    if (manual.has(key)) expected(`one row for ${learner} and ${id}`, row.place, "another one");
    manual.set(key, { points: mark, feedback: row.get("feedback") });
  }
  const { types = "advice" } = file;
  if (types !== "advice" && types !== "required") {
    expected(`"advice" or "required"`, "types", types);
  }
  return {
    points,
    demandTypes: types === "required",
    deadlines,
    extensions: new Map(extensions),
    late: {
      perDay: number(late.perDay ?? plainPolicy.late.perDay, "late.perDay", 1),
      most: number(late.most ?? plainPolicy.late.most, "late.most", 1),
      graceMinutes: number(late.graceMinutes ?? plainPolicy.late.graceMinutes, "late.graceMinutes"),
    },
    ...(handedIn && { handedIn: new Map(handedIn) }),
    manual,
  };
}

/** A time that says which zone it means; the machine's own zone would change with the machine. */
function parseTime(value: Json | undefined): Date | undefined {
  if (typeof value !== "string") return undefined;
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value.trim())) {
    return undefined;
  }
  const time = new Date(value.trim().replace(" ", "T"));
  return Number.isNaN(time.getTime()) ? undefined : time;
}
