// What lies beside a notebook may be looked at, and does nothing: no browser takes it for a part of the page.
import { join } from "node:path";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { courseImports } from "lib/lab/api/notebook_imports.ts";
import { largestFile } from "lib/lab/api/file_limits.ts";
import { listCourse } from "lib/lab/server/course_list.ts";
import { pagePolicy } from "lib/lab/server/page_policy.ts";
import { codeCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { settlesWithin } from "lib/platform/waiting.ts";
import { request } from "../raw_http.ts";
import { Staged, token } from "../staging.ts";

const headers = { Authorization: `token ${token}` };

function header(text: string, name: string): string {
  return new RegExp(`^${name}: (.*?)\r?$`, "im").exec(text)?.[1] ?? "";
}

/** The sources of one directive of a policy. */
function sources(policy: string, directive: string): string[] {
  const found = policy.split("; ").find((part) => part.startsWith(`${directive} `));
  return found?.split(" ").slice(1) ?? [];
}

Deno.test("files: types are plain, policies closed, and what is no text is a download", async () => {
  await using staged = await Staged.make();
  await using server = await staged.serve();
  const text = "text/plain; charset=utf-8";
  const expected: Readonly<Record<string, readonly [content: string | Uint8Array, type: string]>> =
    {
      "evil.js": ["globalThis.hacked = 1", text],
      "evil.mjs": ["globalThis.hacked = 1", text],
      "evil.html": ["<script>1</script>", text],
      "evil.HTM": ["<script>1</script>", text],
      "evil.xhtml": ["<html xmlns='http://www.w3.org/1999/xhtml'/>", text],
      "evil.xml": ["<?xml-stylesheet href='x.xsl'?><x/>", text],
      "evil.css": ["*{display:none}", text],
      "evil.wasm": [Uint8Array.of(0, 97, 115, 109), "application/octet-stream"],
      "evil.pdf": [Uint8Array.of(37, 80, 68, 70, 0, 255), "application/octet-stream"],
      "evil.swf": [Uint8Array.of(255, 254), "application/octet-stream"],
      "no extension": ["<script>1</script>", text],
      "evil.svg": ["<svg xmlns='http://www.w3.org/2000/svg' onload='1'/>", "image/svg+xml"],
      "picture.png": [Uint8Array.of(137, 80, 78, 71), "image/png"],
      "korean.md": ["가".repeat(5000), text], // a letter lies across the end of the first look
    };
  for (const [name, [content, type]] of Object.entries(expected)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(join(staged.root, name), bytes);
    const answer = await request(server, `/files/${encodeURIComponent(name)}`, { headers });
    assertEquals([answer.status, header(answer.headers, "content-type")], [200, type], name);
    assertEquals(header(answer.headers, "x-content-type-options"), "nosniff");
    const isDownload = type === "application/octet-stream";
    assertEquals(header(answer.headers, "content-disposition"), isDownload ? "attachment" : "");
    const policy = header(answer.headers, "content-security-policy");
    assert(policy.startsWith("sandbox; default-src 'none'"), policy);
    assertEquals(sources(policy, "script-src"), []);
    assertEquals(sources(policy, "frame-ancestors"), ["'none'"]);
  }
  const json = await request(server, "/api/kernels", { headers });
  assertEquals(header(json.headers, "x-content-type-options"), "nosniff");
  assertStringIncludes(header(json.headers, "content-security-policy"), "sandbox");
});

Deno.test("page: scripts come from its own bundle only, and no text becomes one", async () => {
  await using staged = await Staged.make();
  await using server = await staged.serve({ page: true });
  for (const address of ["/", "/notebooks/notebooks/04-small-attention.ipynb"]) {
    const { headers: answered, body } = await request(server, address, { headers });
    const policy = header(answered, "content-security-policy");
    const [bundle, ...others] = sources(policy, "script-src");
    assert(bundle.startsWith(`http://127.0.0.1:${server.port}/static/`) && bundle.endsWith("/"));
    assertEquals(others, []);
    for (const name of ["worker-src", "frame-src"]) assertEquals(sources(policy, name), [bundle]);
    for (
      const name of ["default-src", "object-src", "base-uri", "form-action", "frame-ancestors"]
    ) {
      assertEquals(sources(policy, name), ["'none'"], name);
    }
    const scripts = [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    assertEquals(scripts.length, 1);
    assert(
      / src="\/static\//.test(scripts[0]) && !/\son\w+=/.test(body),
      "none stands in the page",
    );
  }
  const written = pagePolicy("'self'"); // in a <meta>, for a site without this server
  assert(!/unsafe-(?!inline'; img)|frame-ancestors|sandbox|report-/.test(written), written);
  assert(!written.includes('"'), "it fits into an attribute");
  const frame = await request(
    server,
    /src="(\/static\/[^/]+\/)/.exec((await request(server, "/", { headers })).body)![1] +
      "frame.html",
  );
  assertStringIncludes(header(frame.headers, "content-security-policy"), "sandbox allow-scripts;");
  assert(!header(frame.headers, "content-security-policy").includes("allow-same-origin"));
});

Deno.test({
  name: "files: one that is too large, or a pipe, is refused before it is read",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using staged = await Staged.make();
    await using server = await staged.serve();
    const large = join(staged.root, "notebooks", "09-large.ipynb");
    await Deno.writeTextFile(large, "{");
    await Deno.truncate(large, largestFile + 1); // takes no room on the disk
    await new Deno.Command("mkfifo", { args: [join(staged.root, "notebooks", "10-pipe.ipynb")] })
      .output();
    const statusOf = async (method: string, address: string, body?: string) => {
      const answer = request(server, address, { method, headers, body });
      assert(await settlesWithin(answer, 5000), `${method} ${address} hangs`);
      return (await answer).status;
    };
    const save = JSON.stringify({ type: "file", format: "text", content: "x" });
    const copy = JSON.stringify({ copy_from: "notebooks/09-large.ipynb" });
    assertEquals(await statusOf("GET", "/api/contents/notebooks/09-large.ipynb"), 413);
    assertEquals(await statusOf("PUT", "/api/contents/notebooks/09-large.ipynb", save), 413);
    assertEquals(await statusOf("POST", "/api/contents/notebooks", copy), 413);
    assertEquals(await statusOf("POST", "/api/contents/notebooks/09-large.ipynb/checkpoints"), 413);
    assertEquals(await statusOf("GET", "/api/contents/notebooks/10-pipe.ipynb"), 400);
    assertEquals(await statusOf("GET", "/files/notebooks/10-pipe.ipynb"), 404);
    const titles = (await listCourse(staged.root)).map(({ title }) => title);
    assert(titles.includes("09-large") && titles.includes("10-pipe"), "and the list shows both");
  },
});

Deno.test("contents: a notebook in too many parts is refused soon, and none is written that is too large", async () => {
  await using staged = await Staged.make();
  await using server = await staged.serve();
  const cell = (source: string, metadata = {}) => ({ ...codeCell("same", source), metadata });
  const many = (count: number) => Array.from({ length: count }, () => cell("x"));
  const keys = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`k${index}`, 1]));
  const printed = { output_type: "stream", name: "stdout", text: "x".repeat(10_000_001) };
  const tries: Readonly<Record<string, readonly [number, unknown[]]>> = {
    "many keys": [413, many(60_000)],
    "many cells": [413, many(10_001)],
    "many entries": [413, [cell("x", keys)]],
    "a long cell": [413, [cell("x".repeat(1_000_001))]],
    "a long output": [413, [{ ...cell("x"), outputs: [printed] }]],
    "one id for all": [201, many(9_000)],
    "many lines": [201, [cell("\n".repeat(900_000))]],
  };
  for (const [name, [status, cells]] of Object.entries(tries)) {
    const content = { ...newNotebook([]), cells };
    const body = JSON.stringify({ type: "notebook", content });
    const start = performance.now();
    const address = `http://127.0.0.1:${server.port}/api/contents/${
      encodeURIComponent(name)
    }.ipynb`;
    const answer = await fetch(address, { method: "PUT", headers, body });
    const said = await answer.text();
    assertEquals([answer.status, name], [status, name], said.slice(0, 200));
    assert(performance.now() - start < 10_000, `${name}: ${performance.now() - start} ms`);
    if (status === 413) assertStringIncludes(said, "expected at most");
  }
});

Deno.test("course list: a title that is made to be slow costs no time", async () => {
  await using staged = await Staged.make();
  const folder = join(staged.root, "notebooks");
  for (
    const [index, text] of ["# " + "[".repeat(2e6), "> ![".repeat(5e5), "#" + " ".repeat(2e6)]
      .entries()
  ) {
    const cells = [{ cell_type: "markdown", id: "a", metadata: {}, source: text }];
    const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
    await Deno.writeTextFile(join(folder, `2${index}-slow.ipynb`), JSON.stringify(notebook));
  }
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    ...codeCell(`c${index}`, ""),
    metadata: { tags: ["homework"], exercise: `x${index}` },
  }));
  await Deno.writeTextFile(join(folder, "30-many.ipynb"), JSON.stringify(newNotebook(many)));
  const start = performance.now();
  await listCourse(staged.root);
  const seconds = (performance.now() - start) / 1000;
  assert(seconds < 5, `${seconds.toFixed(1)} s`);
});

Deno.test("courseImports: only the course's own lessons, and nowhere that gives names another meaning", async () => {
  await using staged = await Staged.make();
  const folder = join(staged.root, "notebooks");
  const file = join(folder, "11-imports.ipynb");
  const names = [
    "lib/lessons/04.ts",
    "lib/lessons/../../evil.ts",
    "lib/lessons/x/../../../evil.ts",
    "lib/%2e%2e/evil.ts",
    "lib/lab/server/start_command.ts",
    "lib/homework/commands/grade_command.ts",
    "lib\\lessons\\04.ts",
    "./evil.ts",
    "https://evil.example/lib/lessons/04.ts",
  ];
  const code = names.map((name, index) => `import * as m${index} from "${name}";`).join("\n");
  await writeNotebook(file, newNotebook([codeCell("a", code)]));
  assertEquals(await courseImports(file), ["lib/lessons/04.ts"]);
  for (
    const [place, name] of [[folder, "deno.json"], [staged.root, "deno.jsonc"], [
      folder,
      "package.json",
    ]]
  ) {
    await Deno.writeTextFile(join(place, name), `{"imports":{"lib/":"./evil/"}}`);
    assertEquals(await courseImports(file), [], name);
    await Deno.remove(join(place, name));
  }
  const outside = await Deno.makeTempDir();
  try {
    await Deno.copyFile(file, join(outside, "a.ipynb"));
    assertEquals(await courseImports(join(await Deno.realPath(outside), "a.ipynb")), []);
  } finally {
    await Deno.remove(outside, { recursive: true });
  }
});
