import { join } from "node:path";
import { assert, assertEquals } from "@std/assert";
import { asString } from "lib/jupyter/format/json.ts";
import type { LabServer } from "lib/lab/server/server.ts";
import { call } from "../kernel_socket.ts";
import { request, sessionOf } from "../raw_http.ts";
import { Staged, token } from "../staging.ts";

const headers = { Authorization: `token ${token}` };
const notebook = "notebooks/04-small-attention.ipynb";

function hostileTest(
  name: string,
  body: (server: LabServer, staged: Staged) => Promise<void>,
): void {
  Deno.test(`hostile requests: ${name}`, async () => {
    await using staged = await Staged.make();
    await using server = await staged.serve({ page: true });
    const before = await files(staged.root);
    await body(server, staged);
    assertEquals(await files(staged.root), before, "nothing was made, changed or removed");
    assertEquals((await request(server, "/api/status", { headers })).status, 200, "it serves on");
  });
}

/** Every file below a folder, with its text. */
async function files(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, isDirectory, isSymlink } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) Object.assign(found, await files(path));
    else found[path] = isSymlink ? "a link" : await Deno.readTextFile(path);
  }
  return found;
}

/** Ways out of a folder, and names that trouble a file system. */
const waysOut = [
  "../secret.txt",
  "..%2fsecret.txt",
  "%2e%2e/secret.txt",
  "%2E%2E%2Fsecret.txt",
  "..%252fsecret.txt",
  "..%5csecret.txt",
  "..%255csecret.txt",
  "..\\secret.txt",
  "notebooks/../../secret.txt",
  "notebooks/..%2f..%2fsecret.txt",
  "notebooks/%2e%2e/%2e%2e/secret.txt",
  "..;/secret.txt",
  "....//secret.txt",
  "%c0%ae%c0%ae/secret.txt",
  "secret.txt%00.ipynb",
  "%00",
  "/etc/hostname",
  "%2fetc%2fhostname",
  "//etc/hostname",
  "file:///etc/hostname",
  "C:%5cWindows%5cwin.ini",
  "folder-link/hostname",
  "file-link.txt",
  "dangling.txt",
  "loop",
  "loop/x",
  "data.txt/x",
  ".hidden",
  "a".repeat(300),
  "a/".repeat(2000),
  "%0d%0aX-Evil:%201",
  "%ff",
  "%",
];

const text = JSON.stringify({ type: "file", format: "text", content: "broken in" });
const rename = JSON.stringify({ path: "moved.txt" });

/** Where an address names a path: method, what stands before it, what behind it, and a fine body. */
const addresses: readonly (readonly [string, string, string?, string?])[] = [
  ["GET", "/static/version/"],
  ["GET", "/files/"],
  ["GET", "/course/runs/"],
  ["GET", "/api/contents/"],
  ["PUT", "/api/contents/", "", text],
  ["POST", "/api/contents/", "", "{}"],
  ["PATCH", "/api/contents/", "", rename],
  ["DELETE", "/api/contents/"],
  ["GET", "/api/contents/", "/checkpoints"],
  ["POST", "/api/contents/", "/checkpoints"],
  ["POST", "/api/contents/", "/checkpoints/checkpoint"],
  ["DELETE", "/api/contents/", "/checkpoints/checkpoint"],
  ["GET", "/api/contents/data.txt/checkpoints/"],
  ["POST", "/api/contents/data.txt/checkpoints/"],
  ["GET", "/api/kernelspecs/"],
  ["GET", "/api/kernels/"],
  ["DELETE", "/api/kernels/"],
  ["POST", "/api/kernels/", "/restart"],
  ["GET", "/api/kernels/", "/channels"],
  ["GET", "/api/sessions/"],
  ["PATCH", "/api/sessions/", "", rename],
  ["DELETE", "/api/sessions/"],
];

/** Where a body names a path. */
const fields: readonly (readonly [method: string, address: string, field: string])[] = [
  ["PATCH", "/api/contents/data.txt", "path"],
  ["POST", "/api/contents", "copy_from"],
  ["POST", "/api/contents/notebooks", "ext"],
  ["POST", "/api/kernels", "path"],
  ["POST", "/api/sessions", "path"],
  ["PATCH", "/api/sessions/OPEN", "path"],
];

hostileTest("no path leads out of the folder, in any route", async (server, staged) => {
  const outside = join(staged.root, "..", "secret.txt");
  const session = await call(server, "sessions", "POST", { path: notebook, type: "notebook" });
  try {
    await Deno.writeTextFile(outside, "very secret");
    await Deno.writeTextFile(join(staged.root, ".hidden"), "very secret");
    await Deno.symlink("/etc", join(staged.root, "folder-link"));
    await Deno.symlink("../secret.txt", join(staged.root, "file-link.txt"));
    await Deno.symlink("/nowhere/new.txt", join(staged.root, "dangling.txt"));
    await Deno.symlink("loop", join(staged.root, "loop"));
    const before = await files(staged.root);
    const attack = async (method: string, address: string, body?: string) => {
      const answer = await request(server, address, { method, headers, body });
      const what = `${method} ${address.slice(0, 90)} ${body?.slice(0, 90)}: ${answer.body}`;
      assert(answer.status >= 400 && answer.status < 500, `${answer.status} for ${what}`);
      assert(!answer.body.includes("very secret") && !answer.body.includes(staged.root), what);
      assert(!/^x-evil/im.test(answer.headers), what);
    };
    for (const way of waysOut) {
      for (const [method, prefix, suffix = "", body] of addresses) {
        await attack(method, prefix + way + suffix, body);
      }
      if (/%(ff|c0|$)/.test(way)) continue; // no text
      for (const [method, address, field] of fields) {
        const path = (field === "ext" ? "/../" : "") + decodeURIComponent(way);
        const open = address.replace("OPEN", asString(session.id));
        await attack(method, open, JSON.stringify({ [field]: path }));
      }
    }
    assertEquals(await files(staged.root), before);
    assertEquals(await Deno.readTextFile(outside), "very secret");
    assertEquals(server.kernelCount, 1, "no kernel was started or ended");
  } finally {
    await Deno.remove(outside);
    for (const name of [".hidden", "folder-link", "file-link.txt", "dangling.txt", "loop"]) {
      await Deno.remove(join(staged.root, name));
    }
  }
});

hostileTest("what is encoded twice is a name like any other", async (server, staged) => {
  const address = "/api/contents/%252e%252e%252fsecret.txt";
  const made = await request(server, address, { method: "PUT", headers, body: text });
  assertEquals(made.status, 201);
  assertEquals(await staged.read("%2e%2e%2fsecret.txt"), "broken in");
  const gone = await request(server, address, { method: "DELETE", headers });
  assertEquals(gone.status, 204);
});

hostileTest("the page of a path that is none starts no kernel", async (server) => {
  for (const way of waysOut) {
    const answer = await request(server, `/notebooks/${way}`, { headers });
    assert(answer.status < 500, `${way}: ${answer.status}`);
    if (answer.status === 200) assert(answer.body.includes("<title>Attention and Transformers"));
  }
  assertEquals(server.kernelCount, 0);
});

/** Requests that need the token, and what would tell that they were answered. */
const guarded: readonly (readonly [method: string, address: string, body?: string])[] = [
  ["GET", "/"],
  ["GET", `/notebooks/${notebook}`],
  ["GET", "/files/data.txt"],
  ["GET", "/course/notebooks"],
  ["GET", "/api/status"],
  ["GET", "/api/me"],
  ["GET", "/api/kernelspecs"],
  ["GET", "/api/kernels"],
  ["POST", "/api/kernels", "{}"],
  ["GET", "/api/sessions"],
  ["POST", "/api/sessions", JSON.stringify({ path: notebook })],
  ["GET", "/api/contents"],
  ["GET", `/api/contents/${notebook}`],
  ["PUT", "/api/contents/new.txt", text],
  ["POST", "/api/contents", "{}"],
  ["PATCH", "/api/contents/data.txt", rename],
  ["DELETE", "/api/contents/data.txt"],
  ["POST", "/api/contents/data.txt/checkpoints"],
  ["GET", "/api/kernels/any/channels"],
  ["GET", "/api/events/subscribe"],
];

hostileTest("nothing without the token, by another name, or from another page", async (server) => {
  const here = `127.0.0.1:${server.port}`;
  const cookie = await sessionOf(server, token);
  const session = cookie.slice(cookie.indexOf("=") + 1);
  const strangers: readonly (readonly [who: string, headers: Record<string, string>])[] = [
    ["no token", {}],
    ["a wrong token", { Authorization: `token ${token.slice(1)}0` }],
    ["half a token", { Authorization: `token ${token.slice(0, 16)}` }],
    ["a token twice as long", { Authorization: `token ${token}${token}` }],
    ["another scheme", { Authorization: `Basic ${btoa(`learner:${token}`)}` }],
    ["an empty token", { Authorization: "token " }],
    ["a cookie of another port", { Cookie: `course-1=${session}` }],
    ["the token as a cookie", { Cookie: `course-${server.port}=${token}` }],
    ["a session as the token", { Authorization: `token ${session}` }],
    ["a session that was changed", {
      Cookie: `${cookie.slice(0, -1)}${cookie.endsWith("0") ? 1 : 0}`,
    }],
    ["a frame in our own page", { Cookie: cookie, "Sec-Fetch-Dest": "iframe" }],
    ["a script in our own page", { Cookie: cookie, "Sec-Fetch-Dest": "script" }],
    ["a cookie from another site", { Cookie: cookie, "Sec-Fetch-Site": "cross-site" }],
    ["a cookie from another port", { Cookie: cookie, "Sec-Fetch-Site": "same-site" }],
    ["another host", { ...headers, Host: `evil.example:${server.port}` }],
    ["a host that begins like ours", { ...headers, Host: `${here}.evil.example` }],
    ["another port", { ...headers, Host: "127.0.0.1:1" }],
    ["no port", { ...headers, Host: "127.0.0.1" }],
    ["an empty host", { ...headers, Host: "" }],
    ["another origin", { ...headers, Origin: "http://evil.example" }],
    ["another port's origin", { ...headers, Origin: "http://127.0.0.1:1" }],
    ["a secure origin", { ...headers, Origin: `https://${here}` }],
    ["a sandboxed page", { ...headers, Origin: "null" }],
    ["a file", { ...headers, Origin: "file://" }],
  ];
  for (const [who, theirs] of strangers) {
    for (const [method, address, body] of guarded) {
      const answer = await request(server, address, { method, headers: theirs, body });
      assertEquals([answer.status, who, method, address], [403, who, method, address]);
      assert(/expected|needs its token/.test(answer.body), answer.body);
      assert(!/^(set-cookie|access-control)/im.test(answer.headers), "nothing is granted");
    }
  }
  assertEquals(server.kernelCount, 0);
});

hostileTest("a method that an address does not know is refused", async (server) => {
  const methods = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "BREW"];
  const known: Record<string, readonly string[]> = {
    "/": [],
    "/static/version/home.js": [],
    [`/notebooks/${notebook}`]: [],
    "/files/data.txt": [],
    "/api": [],
    "/api/status": [],
    "/api/me": [],
    "/api/config": [],
    "/api/kernelspecs": [],
    "/api/kernelspecs/deno": [],
    "/api/events/subscribe": [],
    "/api/kernels": ["POST"],
    "/api/sessions": ["POST"],
    "/api/contents/data.txt": ["POST", "PUT", "PATCH", "DELETE"],
    "/api/contents/data.txt/checkpoints": ["POST"],
  };
  for (const [address, allowed] of Object.entries(known)) {
    for (const method of methods.filter((each) => !allowed.includes(each))) {
      const { status } = await request(server, address, { method, headers });
      assertEquals([method, address, status], [method, address, 405]);
    }
  }
  for (const address of ["/api/kernels/any/channels", "/api/events/subscribe"]) {
    const { status } = await request(server, address, { headers }); // no WebSocket
    assertEquals(status, address.includes("any") ? 404 : 426, address);
  }
});

hostileTest("bodies of a wrong shape are refused in words", async (server) => {
  const bodies = [
    "{",
    "[]",
    "7",
    '"text"',
    "null",
    "\ufeff{}x",
    "[".repeat(60_000),
    `{"path": "${"x".repeat(70_000)}"}`,
  ];
  const shapes = [
    {},
    { type: "notebook", content: null },
    { type: "notebook", content: { nbformat: 4, cells: [{ cell_type: "code" }] } },
    { type: "file", content: { a: 1 } },
    { type: "file", format: "base64", content: "no base64!" },
    { chunk: 1, type: "file", content: "a", format: "text" },
  ];
  const routes: readonly (readonly [string, string, readonly string[]])[] = [
    ["PUT", `/api/contents/${notebook}`, [
      ...bodies,
      ...shapes.map((shape) => JSON.stringify(shape)),
    ]],
    ["POST", "/api/kernels", bodies],
    ["POST", "/api/sessions", bodies],
  ];
  for (const [method, address, tried] of routes) {
    for (const body of tried) {
      const answer = await request(server, address, { method, headers, body });
      const what = `${method} ${address} ${body.slice(0, 60)}: ${answer.status} ${answer.body}`;
      assert([400, 413].includes(answer.status), what);
      assert(/"message":"[^"]*expected/.test(answer.body), what);
    }
  }
  assertEquals(server.kernelCount, 0);
});
