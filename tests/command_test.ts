import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type CommandSpec, helpText, parseCommand, UserError } from "lib/command.ts";

const spec: CommandSpec = {
  name: "bake",
  summary: "Bakes notebooks.",
  usage: "[NN…] [options]",
  options: {
    json: { type: "flag", help: "one JSON object per line" },
    timeout: { type: "text", value: "SECONDS", help: "limit per cell" },
  },
};

Deno.test("parseCommand: words, flags, texts and numbers", () => {
  const args = parseCommand(spec, ["03", "--json", "--timeout", "2.5"]);
  assertEquals(args.words, ["03"]);
  assertEquals([args.flag("json"), args.flag("timeout")], [true, false]);
  assertEquals([args.number("timeout"), args.text("timeout")], [2.5, "2.5"]);
  assertEquals(parseCommand(spec, []).number("timeout"), undefined);
});

Deno.test("parseCommand: a wrong option is named, and --help is pointed to", () => {
  assertThrows(() => parseCommand(spec, ["--jsno"]), UserError, "--jsno");
  assertThrows(() => parseCommand(spec, ["--jsno"]), UserError, "deno task bake --help");
  assertThrows(
    () => parseCommand(spec, ["--timeout", "soon"]).number("timeout"),
    UserError,
    '--timeout expects a number, got "soon"',
  );
});

Deno.test("helpText: usage and one line for each option", () => {
  const text = helpText(spec);
  assertStringIncludes(text, "Usage: deno task bake [NN…] [options]");
  assertStringIncludes(text, "  --timeout SECONDS  limit per cell");
  assertStringIncludes(text, "  --json             one JSON object per line");
});
