/**
 * Who may use the server: only programs that know the token, only through a loopback address, and no
 * foreign web page. A page that a learner has open elsewhere can send requests to this server with
 * the browser's help; checking `Host` defeats a name that was rebound to the loopback address, and
 * checking `Origin` defeats everything that such a page may send.
 *
 * A browser does not keep the token. It gets a session: a text that this server has signed with the token, that
 * counts for one port and some weeks, and that says nothing of the token to whom it is sent by mistake, since a
 * browser sends cookies to every port of a host. A browser that is opened by this program comes with a code that
 * counts once, because every user of a machine can read the words of a command.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { HttpError } from "../api/responses.ts";

/** What a server checks requests against. */
export interface AccessRules {
  readonly token: string;
  readonly port: number;
  readonly codes: OpeningCodes;
}

const day = 24 * 60 * 60;
/** Seconds; each page that opens begins anew. */
const sessionLength = 30 * day;
/** Milliseconds that a browser may take to start. */
const codeLength = 5 * 60_000;
const mostCodes = 100;

/** Codes that let one browser in, once. */
export class OpeningCodes {
  readonly #codes = new Map<string, number>();

  /** A new code. */
  make(): string {
    const [oldest] = this.#codes.keys();
    if (this.#codes.size >= mostCodes) this.#codes.delete(oldest);
    const code = crypto.getRandomValues(new Uint8Array(24)).toHex();
    this.#codes.set(code, Date.now() + codeLength);
    return code;
  }

  /** True for a code that was made here, is new and has not been used; it is used up then. */
  redeem(code: string): boolean {
    const end = this.#codes.get(code) ?? 0;
    this.#codes.delete(code);
    return Date.now() < end;
  }
}

/** How a request proved its right: by the token itself, or by the session of a page that got in with it. */
export type Proof = "token" | "session" | "none";

/** The cookie's name; it holds the port, since a browser shares cookies among all ports of a host. */
function cookieName(port: number): string {
  return `course-${port}`;
}

/** The `Set-Cookie` header that lets a browser in from now on. */
export function accessCookie(rules: AccessRules): string {
  const begin = `${Math.floor(Date.now() / 1000)}.${crypto.randomUUID()}`;
  const session = `${begin}.${signature(begin, rules)}`;
  const limits = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${sessionLength}`;
  return `${cookieName(rules.port)}=${session}; ${limits}`;
}

function signature(begin: string, { token, port }: AccessRules): string {
  return createHmac("sha256", token).update(`session ${port} ${begin}`).digest("hex");
}

/** True for a session that this server, or an earlier one with its token and port, has begun. */
function isSession(session: string, rules: AccessRules): boolean {
  const [, begin, second, signed] = /^((\d{1,12})\.[0-9a-f-]{36})\.([0-9a-f]{64})$/.exec(session) ??
    [];
  if (begin === undefined || !sameText(signed, signature(begin, rules))) return false;
  const age = Date.now() / 1000 - Number(second);
  return age > -day && age < sessionLength;
}

/**
 * Checks `Host` and `Origin`. Throws {@linkcode HttpError} 403 for a request that came by another name
 * or from another site.
 */
export function checkSource(request: Request, { port }: AccessRules): void {
  const asked = URL.parse(request.url)?.host ?? "none"; // a request's first line may name a host too
  const host = request.headers.get("host") ?? asked;
  const names = ["127.0.0.1", "localhost"].map((name) => `${name}:${port}`);
  const other = [host, asked].find((name) => !names.includes(name.toLowerCase()));
  if (other !== undefined) throw new HttpError(403, `expected the host ${names[0]}, got ${other}`);
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== `http://${host}`) {
    throw new HttpError(403, `expected a request from http://${host}, got one from ${origin}`);
  }
}

/**
 * Throws {@linkcode HttpError} 403 for what a browser asks for in another role than `roles`: the address of a page
 * as a picture, an answer of the API as a script. A program that is no browser names no role.
 */
export function checkRole(request: Request, roles: readonly string[]): void {
  const role = request.headers.get("sec-fetch-dest");
  if (role === null || roles.includes(role)) return;
  throw new HttpError(403, `expected to be asked as ${roles.join(" or ")}, was asked as ${role}`);
}

/** Finds the token in a request, in its address or `Authorization` header, or else a session. */
export function proofOf(request: Request, rules: AccessRules): Proof {
  const url = new URL(request.url);
  const header = /^(?:token|bearer)\s+(\S+)\s*$/i.exec(request.headers.get("authorization") ?? "");
  const given = header?.[1] ?? url.searchParams.get("token");
  if (given !== null && given !== undefined) {
    return sameText(given, rules.token) ? "token" : "none";
  }
  const name = `${cookieName(rules.port)}=`;
  // Another port's page can add a cookie of the same name; it is not signed.
  const isIn = (request.headers.get("cookie") ?? "").split(/;\s*/).slice(0, 100)
    .some((cookie) => cookie.startsWith(name) && isSession(cookie.slice(name.length), rules));
  return isIn && cookieCounts(request) ? "session" : "none";
}

/** The browser sends cookies by itself, so they count only where the request is our own page's. */
function cookieCounts(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const reads = request.method === "GET" || request.method === "HEAD";
  const upgrades = request.headers.get("upgrade") !== null;
  return (reads && !upgrades) || request.headers.get("origin") !== null;
}

/** Throws {@linkcode HttpError} 403 unless the request proved that it may. */
export function checkToken(request: Request, rules: AccessRules): void {
  if (proofOf(request, rules) === "none") {
    throw new HttpError(403, "expected the token that the terminal shows in the page's address");
  }
}

function sameText(a: string, b: string): boolean {
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
