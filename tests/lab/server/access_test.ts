import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  accessCookie,
  type AccessRules,
  checkRole,
  OpeningCodes,
  proofOf,
} from "lib/lab/server/access.ts";
import { request, sessionOf } from "../raw_http.ts";
import { Staged, token } from "../staging.ts";

const rules: AccessRules = { token, port: 8888, codes: new OpeningCodes() };

/** What a cookie proves to a server with these rules. */
function proof(cookie: string, others: Partial<AccessRules> = {}): string {
  const asked = new Request("http://127.0.0.1:8888/api/status", { headers: { Cookie: cookie } });
  return proofOf(asked, { ...rules, ...others });
}

Deno.test("session: counts for its port and token, in a later server too, and tells nothing of the token", () => {
  const [cookie, ...limits] = accessCookie(rules).split("; ");
  assertEquals(limits.slice(0, 3), ["Path=/", "HttpOnly", "SameSite=Strict"]);
  assert(!cookie.includes(token) && !cookie.includes(token.slice(0, 8)));
  assert(accessCookie(rules).split(";")[0] !== cookie, "each is another");
  assertEquals(proof(cookie), "session");
  assertEquals(proof(`course-8888=of another port's page; ${cookie}`), "session");
  assertEquals(proof(cookie, { codes: new OpeningCodes() }), "session");
  const moved = cookie.replace("8888", "8889");
  assertEquals(proof(moved, { port: 8889 }), "none");
  assertEquals(proof(cookie, { token: token.replace("0", "1") }), "none");
  const [name, value] = cookie.split("=");
  const [begin, id, signed] = value.split(".");
  const forged = [
    token,
    "",
    "..",
    `${begin}.${id}`,
    `${begin}.${id}.`,
    `${begin}.${id}.${signed.toUpperCase()}`,
    `${begin}.${id}.${"0".repeat(64)}`,
    `${Number(begin) + 1}.${id}.${signed}`,
    `${begin}.${crypto.randomUUID()}.${signed}`,
    `${begin}.${id}.${signed}0`,
    `0x1.${id}.${signed}`,
  ];
  for (const text of forged) assertEquals(proof(`${name}=${text}`), "none", text);
});

/** What `look` finds when so many minutes have passed. */
function after<T>(minutes: number, look: () => T): T {
  const { now } = Date;
  Date.now = () => now() + minutes * 60_000;
  try {
    return look();
  } finally {
    Date.now = now;
  }
}

Deno.test("session: ends after a month, and none comes from the future", () => {
  const day = 24 * 60;
  const [cookie] = accessCookie(rules).split(";");
  assertEquals(after(29 * day, () => proof(cookie)), "session");
  assertEquals(after(31 * day, () => proof(cookie)), "none");
  assertEquals(after(-2 * day, () => proof(cookie)), "none");
});

Deno.test("OpeningCodes: a code lets in once, and only soon", () => {
  const codes = new OpeningCodes();
  const code = codes.make();
  assertEquals(codes.redeem("x"), false);
  assertEquals(codes.redeem(code), true);
  assertEquals(codes.redeem(code), false);
  const late = codes.make();
  assertEquals(after(6, () => codes.redeem(late)), false);
  const first = codes.make();
  for (let i = 0; i < 100; i++) codes.make();
  assertEquals(codes.redeem(first), false, "they do not gather");
});

Deno.test("server: opens a browser by a code, and leaves neither it nor the token in the address", async () => {
  await using staged = await Staged.make();
  await using server = await staged.serve({ page: true });
  const path = "/notebooks/notebooks/04-small-attention.ipynb";
  const address = server.openingAddress(path);
  assert(!address.includes(token));
  const opening = address.slice(address.indexOf(path));
  const first = await request(server, opening);
  assertEquals(first.status, 302);
  assertMatch(first.headers, new RegExp(`^location: ${path}\r?$`, "im"));
  assertMatch(first.headers, /^referrer-policy: no-referrer/im);
  assertEquals((await request(server, opening)).status, 403, "once");
  const cookie = /^set-cookie: ([^;]+)/im.exec(first.headers)?.[1] ?? "";
  assertEquals((await request(server, path, { headers: { Cookie: cookie } })).status, 200);
  // Who is in already is led to the page itself, never to another server.
  for (
    const way of [
      "//evil.example/?code=x",
      "///evil.example/%2e%2e?token=x",
      "/\\evil.example?code=x",
    ]
  ) {
    const { status, headers } = await request(server, way, { headers: { Cookie: cookie } });
    const [, location = ""] = /^location: (.*?)\r?$/im.exec(headers) ?? [];
    assert(status >= 400 || /^\/(?![\\/])/.test(location), `${way}: ${status} ${location}`);
  }
});

Deno.test("checkRole: an address is asked for in its own role only", async () => {
  const asked = (role?: string) =>
    new Request("http://x/", role === undefined ? {} : { headers: { "Sec-Fetch-Dest": role } });
  checkRole(asked(), ["document"]);
  checkRole(asked("document"), ["document"]);
  await using staged = await Staged.make();
  await using server = await staged.serve({ page: true });
  const Cookie = await sessionOf(server, token);
  const refused: readonly (readonly [string, readonly string[]])[] = [
    ["/", ["image", "iframe", "frame", "object", "embed", "script", "empty", "style"]],
    ["/notebooks/notebooks/04-small-attention.ipynb", ["image", "iframe", "video", "script"]],
    ["/files/data.txt", ["script", "style", "worker", "iframe", "object", "embed", "font", "xslt"]],
    ["/api/kernels", ["image", "script", "document", "iframe", "style"]],
    ["/course/notebooks", ["image", "script", "document", "track"]],
  ];
  for (const [address, roles] of refused) {
    for (const role of roles) {
      const headers = { Cookie, "Sec-Fetch-Dest": role };
      assertEquals(
        (await request(server, address, { headers })).status,
        403,
        `${address} as ${role}`,
      );
    }
  }
  const fine = { Cookie, "Sec-Fetch-Dest": "image" };
  assertEquals((await request(server, "/files/data.txt", { headers: fine })).status, 200);
});
