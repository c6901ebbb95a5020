/**
 * The two HTML pages, and files for the browser: the page's own bundle and, under `/files/`, what a
 * notebook links to.
 *
 * @module
 */
import { extname } from "node:path";
import { findPlace } from "../api/paths.ts";
import { HttpError } from "../api/responses.ts";

/**
 * What a browser may show, by extension; every other file is shown as plain text. The package `mime` knows
 * more types, but other ones than are needed here: a `.ts` file would be a video, a notebook or a Markdown file
 * a download, and an HTML file a page.
 */
const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Only this server is ever asked for anything, and no other site shows the page in a frame. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const safety = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const mark =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230b5cad'/%3E%3Cg fill='%23fff'%3E%3Crect x='6' y='6' width='6' height='6' rx='1'/%3E%3Crect x='13' y='13' width='6' height='6' rx='1'/%3E%3Crect x='20' y='20' width='6' height='6' rx='1'/%3E%3Crect x='6' y='20' width='6' height='6' rx='1' opacity='.45'/%3E%3Crect x='13' y='6' width='6' height='6' rx='1' opacity='.45'/%3E%3C/g%3E%3C/svg%3E";

/** One of the pages; `version` names the bundle, so that a browser may keep its files for good. */
export function htmlPage(name: "home" | "notebook", version: string): Response {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Attention and Transformers</title>
<link rel="icon" href="${mark}">
<link rel="stylesheet" href="/static/${version}/${name}.css">
<script type="module" src="/static/${version}/${name}.js"></script>
</head>
<body><noscript>This page needs JavaScript.</noscript></body>
</html>
`;
  return new Response(body, { headers: htmlHeaders() });
}

/** What a visitor without the token sees. */
export function strangerPage(): Response {
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Token needed</title></head>
<body style="font-family: system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem; line-height: 1.6">
<h1>This address needs its token</h1>
<p>Open the whole address that <code>deno task start</code> shows in the terminal, with <code>?token=…</code> at its end.</p>
<p lang="ko">터미널의 <code>deno task start</code>가 보여 주는 주소를 <code>?token=…</code>까지 모두 여세요.</p>
</body></html>
`;
  return new Response(body, { status: 403, headers: htmlHeaders() });
}

function htmlHeaders(): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    ...safety,
  };
}

/** A file of the page's bundle in `folder`. */
export async function bundleFile(folder: string, path: string): Promise<Response> {
  const { file } = await findPlace(folder, path);
  return await fileResponse(file, {
    // The address names the version. And compressing for the same machine would only cost time.
    "Cache-Control": "public, max-age=31536000, immutable, no-transform",
    // A script that is a thread of its own obeys the policy that came with it, not the page's.
    "Content-Security-Policy": policy,
  });
}

/** A file of the course, for an image or a link in a notebook. It cannot act in the page's name. */
export async function courseFile(root: string, path: string): Promise<Response> {
  const { file } = await findPlace(root, path);
  return await fileResponse(file, {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  });
}

async function fileResponse(
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const info = await Deno.stat(file);
  if (!info.isFile) throw new HttpError(404, "not a file");
  const type = types[extname(file).toLowerCase()] ?? "text/plain; charset=utf-8";
  const { readable } = await Deno.open(file, { read: true });
  return new Response(readable, { headers: { "Content-Type": type, ...safety, ...headers } });
}
