import { join } from "node:path";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { asObject, asString, isJsonObject, type JsonObject } from "lib/jupyter/format/json.ts";
import type { LabServer } from "lib/lab/server/server.ts";
import { request } from "../raw_http.ts";
import { Staged, token } from "../staging.ts";

const notebook = "/api/contents/notebooks/04-small-attention.ipynb";

/** A request with the token, and its JSON answer. */
async function call(
  server: LabServer,
  path: string,
  { method = "GET", body, headers }: {
    readonly method?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<{ status: number; json: JsonObject; etag: string }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    headers: { Authorization: `token ${token}`, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json: unknown = text === "" ? {} : JSON.parse(text);
  return {
    status: response.status,
    json: isJsonObject(json) ? json : { list: JSON.parse(text) },
    etag: response.headers.get("etag") ?? "",
  };
}

function serverTest(
  name: string,
  body: (server: LabServer, staged: Staged) => Promise<void>,
): void {
  Deno.test(`server: ${name}`, async () => {
    await using staged = await Staged.make();
    await using server = await staged.serve();
    await body(server, staged);
  });
}

serverTest("answers only who knows the token", async (server) => {
  const guarded = ["/api/status", "/api/kernels", "/api/sessions", notebook, "/files/data.txt"];
  for (const path of guarded) {
    assertEquals((await request(server, path)).status, 403, path);
    const wrong = { Authorization: `token ${token.replace("0", "1")}` };
    assertEquals((await request(server, path, { headers: wrong })).status, 403, path);
    assertEquals((await request(server, `${path}?token=${token}`)).status, 200, path);
    const right = { Authorization: `Bearer ${token}` };
    assertEquals((await request(server, path, { headers: right })).status, 200, path);
  }
});

serverTest(
  "gives the editor declarations and modules, to nobody without the token",
  async (server, staged) => {
    for (const path of ["/course/typings/packages", "/course/typings/library"]) {
      assertEquals((await request(server, path)).status, 403, path);
      assertEquals((await call(server, path, { method: "POST" })).status, 405, path);
    }
    const { json: packages } = await call(server, "/course/typings/packages");
    const tfjs = "/node_modules/@tensorflow/tfjs-core/dist/ops/mat_mul.d.ts";
    assertStringIncludes(asString(packages[tfjs]), "matMul");
    assertStringIncludes(asString(packages["/deno.d.ts"]), "namespace Deno");
    assert("/typescript/lib.esnext.d.ts" in packages);
    assert(!("/typescript/lib.dom.d.ts" in packages), "cells run outside of a page");
    const scripts = Object.keys(packages).filter((path) =>
      !/\.d\.[cm]?ts$|\/package\.json$/.test(path)
    );
    assertEquals(scripts, []);

    await Deno.writeTextFile(join(staged.root, "notebooks", "mine.ts"), "export const mine = 1;");
    await Deno.writeTextFile(join(staged.root, "notebooks", "large.ts"), " ".repeat(300_000));
    await Deno.writeTextFile(join(staged.root, "secret.ts"), "export const secret = 1;");
    await Deno.symlink("../secret.ts", join(staged.root, "notebooks", "link.ts"));
    const { json: library } = await call(server, "/course/typings/library?folder=notebooks");
    const files = asObject(library.files);
    assertEquals(files["/notebooks/mine.ts"], "export const mine = 1;");
    for (const name of ["large.ts", "link.ts"]) assert(!(`/notebooks/${name}` in files), name);
    assertStringIncludes(asString(files["/lib/lessons/04.ts"]), "scaledDotProductAttention");
    const others = Object.keys(files).filter((path) => /^\/lib\/(lab|jupyter)\//.test(path));
    assertEquals(others, [], "what no notebook leads to");
    assertEquals(asObject(library.compilerOptions).strict, true);
    for (const folder of ["..", "/etc/../..", "notebooks/../../lib", "gone/folder"]) {
      const { status } = await call(server, `/course/typings/library?folder=${folder}`);
      assert(status === 403 || status === 404, `${folder}: ${status}`);
    }
  },
);

serverTest("gives a browser a cookie that counts for its own page only", async (server) => {
  const visit = await request(server, `/?token=${token}`);
  assertEquals(visit.status, 302);
  assertMatch(visit.headers, /HttpOnly/i);
  assertMatch(visit.headers, /SameSite=Strict/i);
  const cookie = /set-cookie: ([^;]+)/i.exec(visit.headers)?.[1] ?? "";
  const own = `http://127.0.0.1:${server.port}`;
  const status = async (method: string, headers: Record<string, string>) =>
    (await request(server, notebook, { method, headers: { Cookie: cookie, ...headers } })).status;
  assertEquals(await status("GET", {}), 200);
  assertEquals(await status("GET", { "Sec-Fetch-Site": "same-origin" }), 200);
  assertEquals(await status("GET", { "Sec-Fetch-Site": "cross-site" }), 403);
  assertEquals(await status("DELETE", {}), 403, "a form of another site sends no origin");
  assertEquals(await status("DELETE", { Origin: "http://evil.example" }), 403);
  assertEquals(await status("DELETE", { Origin: own }), 204);
});

serverTest("refuses other names and other sites", async (server) => {
  const path = `/api/status?token=${token}`;
  const status = async (headers: Record<string, string>) =>
    (await request(server, path, { headers })).status;
  assertEquals(await status({ Host: `localhost:${server.port}` }), 200);
  assertEquals(await status({ Host: `evil.example:${server.port}` }), 403);
  assertEquals(await status({ Host: "127.0.0.1:1" }), 403);
  assertEquals(await status({ Origin: "http://evil.example" }), 403);
  assertEquals(await status({ Origin: "null" }), 403);
  assertEquals(await status({ Origin: `http://127.0.0.1:${server.port}` }), 200);
});

serverTest("stays inside its folder", async (server, staged) => {
  const outside = await Deno.makeTempFile();
  try {
    if (Deno.build.os !== "windows") {
      await Deno.symlink(outside, join(staged.root, "link.txt"));
      await Deno.symlink("/", join(staged.root, "slash"));
      await Deno.symlink("/nowhere/new.txt", join(staged.root, "dangling.txt"));
    }
    await Deno.writeTextFile(join(staged.root, ".hidden"), "secret");
    const paths = [
      "../secret.txt",
      "..%2Fsecret.txt",
      "%2e%2e/secret.txt",
      "notebooks/../../secret.txt",
      "notebooks/..%2f..%2fsecret.txt",
      "..%5Csecret.txt",
      "a%00b",
      ".hidden",
      "notebooks/.hidden/x",
      "link.txt",
      "slash/etc/hostname",
      "dangling.txt",
    ];
    for (const path of paths) {
      for (const prefix of ["/api/contents/", "/files/"]) {
        const get = await request(server, `${prefix}${path}?token=${token}`);
        assert([403, 404].includes(get.status), `GET ${prefix}${path} gave ${get.status}`);
      }
      const put = await request(server, `/api/contents/${path}?token=${token}`, {
        method: "PUT",
        body: JSON.stringify({ type: "file", format: "text", content: "broken in" }),
      });
      assert([403, 404].includes(put.status), `PUT ${path} gave ${put.status}`);
    }
    assertEquals(await Deno.readTextFile(outside), "");
    const { json } = await call(server, "/api/contents");
    const names = JSON.stringify(json.content);
    assert(!names.includes("hidden") && !names.includes("link.txt"), names);
  } finally {
    await Deno.remove(outside);
  }
});

serverTest("refuses bodies that are too large or no JSON", async (server) => {
  const huge = await request(server, `/api/sessions?token=${token}`, {
    method: "POST",
    body: `{"path": "${"x".repeat(70_000)}"}`,
  });
  assertEquals(huge.status, 413);
  for (const body of ["not json", "[1, 2]", "7"]) {
    const answer = await request(server, `${notebook}?token=${token}`, { method: "PUT", body });
    assertEquals(answer.status, 400, body);
    assertStringIncludes(answer.body, `"message"`);
  }
});

serverTest(
  "gives a notebook back as it was saved, with outputs and metadata",
  async (server, staged) => {
    const { json } = await call(server, notebook);
    assertEquals([json.type, json.format], ["notebook", "json"]);
    const content = asObject(json.content);
    assert(Array.isArray(content.cells));
    const output = { output_type: "stream", name: "stdout", text: "안녕\n" };
    const cells = content.cells.map((cell) =>
      asObject(cell).id === "greeting"
        ? {
          ...asObject(cell),
          source: "console.log('안녕')",
          outputs: [output],
          metadata: { mine: 13, trusted: true },
        }
        : cell
    );
    const body = { type: "notebook", format: "json", content: { ...content, cells } };
    const put = await call(server, notebook, { method: "PUT", body });
    assertEquals(put.status, 200);
    assertEquals(put.json.content, null);
    const again = asObject((await call(server, notebook)).json.content);
    assert(Array.isArray(again.cells));
    const changed = again.cells.map(asObject).find((cell) => cell.id === "greeting");
    assertEquals(changed?.source, "console.log('안녕')");
    assertEquals(changed?.outputs, [output]);
    assertEquals(changed?.metadata, { mine: 13 });
    const text = await staged.read("notebooks/04-small-attention.ipynb");
    assert(text.endsWith("}\n") && text.includes(`\n "metadata"`), "the canonical form");
    const twice = await call(server, notebook, { method: "PUT", body });
    assertEquals(twice.json.hash, put.json.hash);
  },
);

serverTest("writes nothing over a version that the client has not seen", async (server, staged) => {
  const first = await call(server, notebook);
  const body = { type: "notebook", format: "json", content: asObject(first.json.content) };
  const file = join(staged.root, "notebooks/04-small-attention.ipynb");
  const theirs = (await Deno.readTextFile(file)).replace("Your turn", "Somebody else's turn");
  await Deno.writeTextFile(file, theirs);
  const late = await call(server, notebook, {
    method: "PUT",
    body,
    headers: { "If-Match": first.etag },
  });
  assertEquals(late.status, 409);
  assertStringIncludes(asString(late.json.message), "changed on the disk");
  assertEquals(await Deno.readTextFile(file), theirs);
  const { etag } = await call(server, `${notebook}?content=0`);
  const headers = { "If-Match": etag, "Course-Based-On": first.etag }; // overwritten knowingly
  const both = await Promise.all([1, 2].map((version) =>
    call(server, notebook, {
      method: "PUT",
      headers,
      body: { ...body, content: { ...body.content, metadata: { version } } },
    })
  ));
  assertEquals(both.map(({ status }) => status).sort(), [200, 409]);
  const backups = join(staged.root, ".backups/page/notebooks");
  const kept = [...Deno.readDirSync(backups)].map(({ name }) => name);
  assertEquals(kept.length, 1, kept.join());
  assertEquals(await Deno.readTextFile(join(backups, kept[0])), theirs);
});

serverTest("does not write a broken notebook", async (server, staged) => {
  const before = await staged.read("notebooks/04-small-attention.ipynb");
  for (const content of [undefined, {}, { nbformat: 3, cells: [] }, { nbformat: 4, cells: [{}] }]) {
    const body = { type: "notebook", format: "json", content };
    assertEquals((await call(server, notebook, { method: "PUT", body })).status, 400);
  }
  assertEquals(await staged.read("notebooks/04-small-attention.ipynb"), before);
});

serverTest("makes, renames, copies and deletes files", async (server, staged) => {
  const put = await call(server, "/api/contents/글.txt", {
    method: "PUT",
    body: { type: "file", format: "text", content: "가나다" },
  });
  assertEquals(put.status, 201);
  assertEquals(await staged.read("글.txt"), "가나다");
  const read = await call(server, `/api/contents/${encodeURIComponent("글.txt")}`);
  assertEquals([read.json.content, read.json.mimetype], ["가나다", "text/plain"]);
  const bytes = await call(server, "/api/contents/two.bin", {
    method: "PUT",
    body: { type: "file", format: "base64", content: "/wA=" },
  });
  assertEquals(bytes.status, 201);
  assertEquals((await call(server, "/api/contents/two.bin")).json.content, "/wA=");
  const copy = await call(server, "/api/contents/notebooks", {
    method: "POST",
    body: { copy_from: "notebooks/05-another.ipynb" },
  });
  assertEquals(copy.json.path, "notebooks/05-another-1.ipynb");
  const rename = await call(server, "/api/contents/notebooks/05-another-1.ipynb", {
    method: "PATCH",
    body: { path: "notebooks/05-another.ipynb" },
  });
  assertEquals(rename.status, 409, "never over another file");
  const gone = await call(server, "/api/contents/notebooks/05-another-1.ipynb", {
    method: "DELETE",
  });
  assertEquals(gone.status, 204);
  assertEquals((await call(server, "/api/contents/notebooks", { method: "DELETE" })).status, 400);
  assertEquals((await call(server, "/api/contents/none.ipynb")).status, 404);
});

serverTest("keeps a checkpoint and goes back to it", async (server, staged) => {
  const path = `${notebook}/checkpoints`;
  assertEquals((await call(server, path)).json.list, []);
  assertEquals((await call(server, path, { method: "POST" })).status, 201);
  const before = await staged.read("notebooks/04-small-attention.ipynb");
  const body = { type: "notebook", content: { nbformat: 4, cells: [] } };
  assertEquals((await call(server, notebook, { method: "PUT", body })).status, 200);
  assertEquals((await call(server, `${path}/checkpoint`, { method: "POST" })).status, 204);
  assertEquals(await staged.read("notebooks/04-small-attention.ipynb"), before);
  assertEquals((await call(server, `${path}/other`, { method: "POST" })).status, 404);
});

serverTest("lists the notebooks with number, title and idea", async (server) => {
  const { json } = await call(server, "/course/notebooks");
  assert(Array.isArray(json.list));
  assertEquals(json.list[0], {
    path: "notebooks/04-small-attention.ipynb",
    number: "04",
    title: "A small attention (어텐션)",
    idea: "Every word asks, and every word answers: a weighted sum of values.",
    homework: [],
    running: false,
  });
});

serverTest(
  "keeps a page's version of a notebook, and does nothing else with it",
  async (server, staged) => {
    const before = await staged.read("notebooks/04-small-attention.ipynb");
    const content = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] };
    const copies = "/course/copies/notebooks/04-small-attention.ipynb";
    const kept = await call(server, copies, { method: "POST", body: { content } });
    assertEquals(kept.status, 200);
    const path = asString(kept.json.path);
    assertMatch(path, /^\.backups\/page\/notebooks\/04-small-attention\.[0-9a-f]{8}\.ipynb$/);
    assertEquals(JSON.parse(await staged.read(path)).cells, []);
    assertEquals(await staged.read("notebooks/04-small-attention.ipynb"), before);
    const nonsense = await call(server, copies, { method: "POST", body: { content: 7 } });
    assertEquals(nonsense.status, 400);
    assertEquals((await request(server, copies, { method: "POST", body: "{}" })).status, 403);
    const outside = await call(server, "/course/copies/..%2Fx.ipynb", { method: "POST", body: {} });
    assertEquals(outside.status, 403);
  },
);

serverTest("tells a page whether its save has been written", async (server, staged) => {
  const path = "notebooks/04-small-attention.ipynb";
  const { json } = await call(server, `/api/contents/${path}`);
  const before = await staged.read(path);
  const versions = `/course/versions/${path}`;
  const written = { method: "POST", body: { content: asObject(json.content) } };
  const other = { method: "POST", body: { content: { ...asObject(json.content), cells: [] } } };
  assertEquals(
    (await call(server, `/api/contents/${path}`, { method: "PUT", body: json })).status,
    200,
  );
  const hash = (await call(server, `/api/contents/${path}?content=0`)).json.hash;
  assertEquals((await call(server, versions, written)).json.hash, hash);
  assertEquals((await request(server, versions, { method: "POST", body: "{}" })).status, 403);
  assertEquals((await call(server, versions, other)).status, 204);
  assertEquals(await staged.read(path), before);
});

serverTest("describes itself as a Jupyter server with one kernel", async (server) => {
  assertMatch(asString((await call(server, "/api")).json.version), /^\d+\.\d+/);
  const { json } = await call(server, "/api/kernelspecs");
  assertEquals(json.default, "deno");
  const spec = asObject(asObject(asObject(json.kernelspecs).deno).spec);
  assertEquals([spec.language, spec.interrupt_mode], ["typescript", "message"]);
  assertEquals((await call(server, "/api/nonsense")).status, 404);
  assertEquals((await call(server, "/api/kernels/none")).status, 404);
  assertStringIncludes(asString((await call(server, "/api/kernels/none")).json.message), "none");
});

serverTest("a file's name may hold what an address has to encode", async (server, staged) => {
  const name = "강의 #1 & 50% %41+?.md";
  await Deno.writeTextFile(join(staged.root, "notebooks", name), "found");
  const path = `notebooks/${encodeURIComponent(name)}`;
  const get = async (address: string, redirect: RequestRedirect = "follow") =>
    await fetch(`http://127.0.0.1:${server.port}${address}?token=${token}`, { redirect });
  assertEquals(await (await get(`/files/${path}`)).text(), "found");
  const model = await (await get(`/api/contents/${path}`)).json();
  assertEquals([model.path, model.content], [`notebooks/${name}`, "found"]);
  const page = await get(`/notebooks/${path}`, "manual");
  assertEquals(page.headers.get("location"), `/notebooks/${path}`);
  await page.body?.cancel();
});
