import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import {
  type Cell,
  codeCell,
  markdownCell,
  newNotebook,
  readNotebook,
} from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
const command = fileURLToPath(
  new URL("../../../lib/jupyter/run/notebooks_command.ts", import.meta.url),
);

/** A folder below the project, where `lib/` resolves, with these notebooks in it. */
async function staged(
  notebooks: Record<string, Cell[] | string>,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  await Deno.mkdir(`${project}/.staging`, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: `${project}/.staging`, prefix: "공책-" });
  try {
    for (const [name, cells] of Object.entries(notebooks)) {
      const text = typeof cells === "string" ? cells : serializeNotebook(newNotebook(cells));
      await Deno.writeTextFile(`${folder}/${name}.ipynb`, text);
    }
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function notebooks(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", command, ...args],
    cwd: project,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

/** The lines of `--json`, without the time. */
function reports(out: string) {
  return out.trim().split("\n").map((line) => {
    const { seconds, ...report } = JSON.parse(line);
    assertEquals(typeof seconds, "number");
    return report;
  });
}

const cell = (source: string, tags: string[] = []) => codeCell("cell", source, { tags });

Deno.test("notebooks --dir --json: one line each, one broken notebook does not stop the rest", () =>
  staged({
    "01-good": [
      markdownCell("title", "# 하나"),
      cell("import { formatSeconds } from 'lib/progress.ts';\nformatSeconds(48)"),
      cell("Deno.cwd()"),
    ],
    "02-throws": [
      markdownCell("title", "#"),
      cell("1"),
      cell("const a = 1;\n\nthrow new TypeError('없다')"),
    ],
    "03-endless": [cell("await new Promise(() => {})")],
    "04-torn": "{",
    "05-python": '{"nbformat":4,"metadata":{"language_info":{"name":"python"}},"cells":[]}',
    "06-expected": [cell("throw new Error('on purpose')", ["raises-exception"]), cell("1")],
    "10-last": [cell("const x = ;")],
  }, async (folder) => {
    const before = await Deno.readTextFile(`${folder}/01-good.ipynb`);
    const { code, out, err } = await notebooks("--dir", folder, "--json", "--timeout", "3");
    assertEquals(err, "");
    assertEquals(reports(out), [
      { notebook: "01-good.ipynb", status: "ok" },
      {
        notebook: "02-throws.ipynb",
        status: "error",
        cell: 2,
        error: "TypeError: 없다 (line 3)",
      },
      {
        notebook: "03-endless.ipynb",
        status: "timeout",
        cell: 0,
        error: "the cell ran longer than 3 s",
      },
      {
        notebook: "04-torn.ipynb",
        status: "error",
        error: "04-torn.ipynb: not JSON: Expected property name or '}' in JSON at position 1 " +
          "(line 1 column 2)",
      },
      {
        notebook: "05-python.ipynb",
        status: "error",
        error: "expected a notebook for Deno, got one for python",
      },
      { notebook: "06-expected.ipynb", status: "ok" },
      {
        notebook: "10-last.ipynb",
        status: "error",
        cell: 0,
        error: "SyntaxError: Expression expected (line 1, column 11)",
      },
    ]);
    assertEquals(code, 1);
    assertEquals(await Deno.readTextFile(`${folder}/01-good.ipynb`), before);
  }));

Deno.test("notebooks --write: writes outputs, but nothing of a notebook that failed", () =>
  staged({
    "01-good": [cell("console.log('가');\nconsole.log('나');\n3")],
    "02-fails": [cell("1"), cell("throw 1")],
  }, async (folder) => {
    const failing = await Deno.readTextFile(`${folder}/02-fails.ipynb`);
    const { code, out } = await notebooks("--dir", folder, "--write");
    assertEquals(code, 1);
    assertStringIncludes(out, "ok      01-good.ipynb");
    const [written] = (await readNotebook(`${folder}/01-good.ipynb`)).cells;
    assertEquals(written.cell_type === "code" && written.outputs, [
      { output_type: "stream", name: "stdout", text: "가\n나\n" },
      {
        output_type: "execute_result",
        data: { "text/plain": "3" },
        metadata: {},
        execution_count: null,
      },
    ]);
    assertEquals(await Deno.readTextFile(`${folder}/02-fails.ipynb`), failing);
    const again = await Deno.readTextFile(`${folder}/01-good.ipynb`);
    assertEquals((await notebooks("01", "--dir", folder, "--write")).code, 0);
    assertEquals(await Deno.readTextFile(`${folder}/01-good.ipynb`), again);
  }));

Deno.test("notebooks --check: text that differs is an error, except in cells tagged timing", () =>
  staged({
    "01-same": [cell("Math.random()", ["timing"]), cell("1 + 1")],
    "02-differs": [cell("'a'"), cell("console.log('x');\nMath.random()")],
  }, async (folder) => {
    assertEquals((await notebooks("--dir", folder, "--write")).code, 0);
    const { code, out } = await notebooks("--dir", folder, "--check", "--json");
    const [same, differs] = reports(out);
    assertEquals([code, same.status, differs.status, differs.cell], [1, "ok", "error", 1]);
    assertStringIncludes(differs.error, "output differs in line 2");
  }));

Deno.test({
  name: "notebooks --write: a figure gets a still picture, no live HTML, and keeps both",
  ignore: findChromium() === undefined && Deno.env.get("CI") !== "true",
  fn: () =>
    staged({
      "01-figure": [cell(
        "import { figure } from 'lib/plots/figure.ts';\n" +
          "figure({ data: [{ x: [1, 2, 3], y: [1, 4, 9], type: 'scatter' }], " +
          "layout: { title: { text: '제곱' } }, summary: 'squares' })",
      )],
    }, async (folder) => {
      const path = `${folder}/01-figure.ipynb`;
      const first = await notebooks("--dir", folder, "--write");
      assertStringIncludes(first.out, "Pictures: 1 drawn, 0 unchanged.");
      const [drawn] = (await readNotebook(path)).cells;
      assert(drawn.cell_type === "code" && drawn.outputs[0].output_type === "execute_result");
      const { data } = drawn.outputs[0];
      assertEquals(Object.keys(data), [
        "application/vnd.plotly.v1+json",
        "image/png",
        "text/plain",
      ]);
      const size = String(data["image/png"]).length * 3 / 4;
      assert(size > 2_000 && size < 60_000, `expected a small picture, got ${size} bytes`);
      const text = await Deno.readTextFile(path);
      const second = await notebooks("--dir", folder, "--write");
      assertStringIncludes(second.out, "Pictures: 0 drawn, 1 unchanged.");
      assertEquals(await Deno.readTextFile(path), text);
    }),
});

Deno.test({
  name: "notebooks: Ctrl-C leaves the file as it was, no temporary file and no process",
  ignore: Deno.build.os === "windows",
  fn: () =>
    staged({ "01-long": [cell("console.log(1); await new Promise(() => {})")] }, async (folder) => {
      const path = `${folder}/01-long.ipynb`;
      const before = await Deno.readTextFile(path);
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", command, "--dir", folder, "--write"],
        cwd: project,
        stdout: "null",
        stderr: "piped",
      }).spawn();
      let said = "";
      for await (const piece of child.stderr.pipeThrough(new TextDecoderStream())) {
        const saidBefore = said;
        said += piece;
        // It says what it runs; before that Deno may say what it fetches.
        const runs = (text: string) => text.includes("01-long");
        if (runs(said) && !runs(saidBefore)) setTimeout(() => child.kill("SIGINT"), 500);
      }
      assertEquals((await child.status).code, 130);
      assertStringIncludes(said, "Stopped.");
      assertEquals(await Deno.readTextFile(path), before);
      assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["01-long.ipynb"]);
    }),
});

Deno.test("notebooks --dir: a copy outside of the project finds lib/ and its own folder", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "공책-" }));
  try {
    const cells = [
      cell("import { formatSeconds } from 'lib/progress.ts';\nformatSeconds(48)"),
      cell(`if (Deno.cwd() !== ${JSON.stringify(folder)}) throw new Error(Deno.cwd());`),
    ];
    await Deno.writeTextFile(`${folder}/1.ipynb`, serializeNotebook(newNotebook(cells)));
    const { out } = await notebooks("--dir", folder, "--json");
    assertEquals(reports(out), [{ notebook: "1.ipynb", status: "ok" }]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("notebooks --clear: writes copies without outputs, and leaves the notebooks alone", () => {
  const stored = cell("1 + 1");
  stored.outputs = [{ output_type: "stream", name: "stdout", text: "two\n" }];
  return staged({ "01-stored": [markdownCell("title", "# 하나"), stored] }, async (folder) => {
    const before = await Deno.readTextFile(`${folder}/01-stored.ipynb`);
    const { code } = await notebooks("--dir", folder, "--clear", `${folder}/copies`);
    assertEquals(code, 0);
    const { cells } = await readNotebook(`${folder}/copies/01-stored.ipynb`);
    assertEquals(cells.map(({ source }) => source), ["# 하나", "1 + 1"]);
    assertEquals(cells[1].cell_type === "code" && cells[1].outputs, []);
    assertEquals(await Deno.readTextFile(`${folder}/01-stored.ipynb`), before);
    assertStringIncludes(
      (await notebooks("--dir", folder, "--clear", folder)).err,
      "another folder",
    );
  });
});

Deno.test("notebooks: what cannot be done is said", () =>
  staged({}, async (folder) => {
    const empty = await notebooks("--dir", folder);
    assertEquals([empty.code, empty.out], [1, ""]);
    assertStringIncludes(empty.err, "found none");
    assertStringIncludes((await notebooks("--dir", `${folder}/없음`)).err, "which is none");
    assertStringIncludes((await notebooks("99")).err, 'No notebook "99"');
    assertStringIncludes((await notebooks("--timeout", "0")).err, "expects seconds above 0");
  }));
