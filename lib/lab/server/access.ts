/**
 * Who may use the server: only programs that know the token, only through a loopback address, and no
 * foreign web page. A page that a learner has open elsewhere can send requests to this server with
 * the browser's help; checking `Host` defeats a name that was rebound to the loopback address, and
 * checking `Origin` defeats everything that such a page may send.
 *
 * @module
 */
import { timingSafeEqual } from "node:crypto";
import { HttpError } from "../api/responses.ts";

/** What a server checks requests against. */
export interface AccessRules {
  readonly token: string;
  readonly port: number;
}

/** How a request proved its right: by the token itself, or by the cookie of a page that got the token. */
export type Proof = "token" | "cookie" | "none";

/** The cookie's name; it holds the port, since a browser shares cookies among all ports of a host. */
function cookieName(port: number): string {
  return `course-${port}`;
}

/** The `Set-Cookie` header that lets a browser in from now on. */
export function accessCookie({ token, port }: AccessRules): string {
  return `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
}

/**
 * Checks `Host` and `Origin`. Throws {@linkcode HttpError} 403 for a request that came by another name
 * or from another site.
 */
export function checkSource(request: Request, { port }: AccessRules): void {
  const asked = URL.parse(request.url)?.host ?? "none"; // a request's first line may name a host too
  const host = request.headers.get("host") ?? asked;
  const names = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  const other = [host, asked].find((name) => !names.includes(name.toLowerCase()));
  if (other !== undefined) throw new HttpError(403, `expected the host ${names[0]}, got ${other}`);
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== `http://${host}`) {
    throw new HttpError(403, `expected a request from http://${host}, got one from ${origin}`);
  }
}

/** Finds the token in a request: address, `Authorization` header or cookie. */
export function proofOf(request: Request, rules: AccessRules): Proof {
  const url = new URL(request.url);
  const header = /^(?:token|bearer)\s+(\S+)\s*$/i.exec(request.headers.get("authorization") ?? "");
  const given = header?.[1] ?? url.searchParams.get("token");
  if (given !== null && given !== undefined) {
    return sameText(given, rules.token) ? "token" : "none";
  }
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const mine = cookies.find((cookie) => cookie.startsWith(`${cookieName(rules.port)}=`));
  if (!mine || !sameText(mine.slice(mine.indexOf("=") + 1), rules.token)) return "none";
  return cookieCounts(request) ? "cookie" : "none";
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
