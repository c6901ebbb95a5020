/**
 * What every task of the course shares: typed options, `--help`, and errors that a person can act on.
 *
 * A command's `main` may throw {@linkcode UserError}: its message is printed alone, without a stack
 * trace, and the process ends with status 1. Wrong options end with status 2.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { type Language, languages, machineLanguage } from "./language.ts";

/** An error that the person at the keyboard can correct; its message says what was expected and what came. */
export class UserError extends Error {
  /** Its name, as reports show it. */
  override name = "UserError";
}

/** One option of a command, as `--help` shows it. */
export interface Option {
  /** A flag is present or not; text options take a value. */
  readonly type: "flag" | "text";
  /** One line for `--help`. */
  readonly help: string;
  /** What stands for the value in `--help`, such as `SECONDS`. Text options only. */
  readonly value?: string;
}

/** What a command is called, how it is typed, and which options it takes. */
export interface CommandSpec {
  /** The task's name, as in `deno task NAME`. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** The words after the name, such as `[NN…] [options]`. */
  readonly usage: string;
  /** Its options, by the name after the two dashes. */
  readonly options: Readonly<Record<string, Option>>;
  /** Further lines for the end of `--help`: examples, exit statuses. */
  readonly notes?: string;
}

/** What a command's `main` receives. */
export interface Arguments {
  /** The words that are not options. */
  readonly words: readonly string[];
  /** True if the flag was given. */
  flag(name: string): boolean;
  /** The option's value, or undefined. */
  text(name: string): string | undefined;
  /** The option's value as a finite number; a {@linkcode UserError} names the option otherwise. */
  number(name: string): number | undefined;
}

/** The text that `--help` prints. */
export function helpText(spec: CommandSpec): string {
  const help: Option = { type: "flag", help: "show this text" };
  const rows = Object.entries({ ...spec.options, help }).map(([name, option]) => [
    `--${name}${option.type === "text" ? ` ${option.value ?? "VALUE"}` : ""}`,
    option.help,
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    spec.summary,
    "",
    `Usage: deno task ${spec.name} ${spec.usage}`.trimEnd(),
    "",
    "Options:",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    ...(spec.notes ? ["", spec.notes.trim()] : []),
  ].join("\n");
}

/** Reads `args` by `spec`. Throws {@linkcode UserError} for an option that the command does not have. */
export function parseCommand(spec: CommandSpec, args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([name, option]) => [
      name,
      { type: option.type === "flag" ? "boolean" as const : "string" as const },
    ]),
  );
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${reason}\nSee: deno task ${spec.name} --help`);
  }
  const text = (name: string): string | undefined => {
    const value = parsed.values[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    words: parsed.positionals,
    flag: (name) => parsed.values[name] === true,
    text,
    number(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (value.trim() === "" || !Number.isFinite(number)) {
        throw new UserError(`--${name} expects a number, got "${value}".`);
      }
      return number;
    },
  };
}

/**
 * Runs a command: answers `--help`, reports a {@linkcode UserError} without a stack trace, and ends
 * the process with the status that `main` returns (nothing returned means 0).
 */
export async function runCommand(
  spec: CommandSpec,
  main: (args: Arguments) => Promise<number | void> | number | void,
): Promise<never> {
  if (Deno.args.includes("--help") || Deno.args.includes("-h")) {
    console.log(helpText(spec));
    Deno.exit(0);
  }
  let args: Arguments;
  try {
    args = parseCommand(spec, Deno.args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    Deno.exit(2);
  }
  try {
    Deno.exit(await main(args) ?? 0);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}

/** The option `--lang`, for commands that speak to learners. */
export const languageOption: Option = {
  type: "text",
  value: "en|ko",
  help: "the language (default: the machine's)",
};

/** The language that a command speaks. */
export function languageOf(args: Arguments): Language {
  const named = args.text("lang");
  if (named === undefined) return machineLanguage();
  const language = languages.find((one) => one === named);
  if (language) return language;
  throw new UserError(`--lang expects ${languages.join(" or ")}, got "${named}".`);
}
