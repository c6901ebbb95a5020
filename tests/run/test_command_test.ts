import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Types `deno task test` with these words. */
async function type(...words: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "tests/test_command.ts", ...words],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, told: decoder.decode(stdout), complaint: decoder.decode(stderr) };
}

Deno.test("test PATH: runs a file's tests and checks its types; the counts stand alone on the last line", async () => {
  const { code, told } = await type("tests/statistics_test.ts");
  assertStringIncludes(told, "running ");
  const [, tests] = /^tests +ok +(\d+) passed, 0 failed, 0 skipped/m.exec(told) ?? [];
  assertMatch(tests, /^[1-9]\d*$/);
  assertEquals(
    told.trimEnd().split("\n").at(-1),
    `${Number(tests) + 1} passed, 0 failed, 0 skipped`,
  );
  assertEquals(code, 0);
});

Deno.test("test: what cannot be run is said in one line", async () => {
  for (
    const [words, says] of [
      [["typo"], "expected a stage (format, lint, types, examples, tests, notebooks)"],
      [["lint", "--lanes", "0"], "--lanes expects a whole number from 1 on, got 0"],
      [
        ["tests/statistics_test.ts", "--filter", "no such test"],
        'with "no such test" in their name',
      ],
    ] as const
  ) {
    const { code, complaint } = await type(...words);
    assertStringIncludes(complaint, says);
    assertEquals([complaint.trim().split("\n").length, code], [1, 1]);
  }
});
