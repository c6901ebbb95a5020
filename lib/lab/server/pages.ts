/**
 * The two HTML pages, and files for the browser: the page's own bundle and, under `/files/`, what a
 * notebook links to.
 *
 * @module
 */
import { extname } from "node:path";
import { findPlace } from "../api/paths.ts";
import { HttpError } from "../api/responses.ts";
import { checkRole } from "./access.ts";
import { pagePolicy } from "./page_policy.ts";

/**
 * What a browser may show of the course's files, by extension. The package `mime` knows more types, but other ones
 * than are needed here: what is text shows as text, be it a script, a style sheet or a page.
 */
const shownTypes: Readonly<Record<string, string>> = {
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wav": "audio/wav",
  ".webm": "video/webm",
  ".webp": "image/webp",
};

/** What the page's bundle consists of. */
const bundleTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Roles in which a browser may ask for a file of the course: to show it, or to look into it. */
const fileRoles = ["document", "image", "audio", "video", "empty"];

/** A frame for outputs with scripts, in any page that embeds it: it has no origin and no network. */
const framePolicy = [
  "sandbox allow-scripts",
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "media-src data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const filePolicy = [
  "sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const safety = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** The course's mark, as SVG. */
export const pageMark: string =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='7' fill='#0b5cad'/><g fill='#fff'><rect x='6' y='6' width='6' height='6' rx='1'/><rect x='13' y='13' width='6' height='6' rx='1'/><rect x='20' y='20' width='6' height='6' rx='1'/><rect x='6' y='20' width='6' height='6' rx='1' opacity='.45'/><rect x='13' y='6' width='6' height='6' rx='1' opacity='.45'/></g></svg>";
const mark = `data:image/svg+xml,${encodeURIComponent(pageMark)}`;

/**
 * One of the pages; `version` names the bundle, so that a browser may keep its files for good. `host` is the
 * server's name and port, as the browser knows it.
 */
export function htmlPage(name: "home" | "notebook", version: string, host: string): Response {
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
  return new Response(body, { headers: htmlHeaders(`http://${host}/static/${version}/`) });
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
  return new Response(body, { status: 403, headers: htmlHeaders("'none'") });
}

function htmlHeaders(scripts: string): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    // No other site shows the page in a frame.
    "Content-Security-Policy": `${pagePolicy(scripts)}; frame-ancestors 'none'`,
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()",
    "Cache-Control": "no-store",
    ...safety,
  };
}

/** A file of the page's bundle in `folder`. */
export async function bundleFile(folder: string, path: string): Promise<Response> {
  const { file } = await findPlace(folder, path);
  const extension = extname(file).toLowerCase();
  return await fileResponse(file, {
    "Content-Type": bundleTypes[extension] ?? "text/plain; charset=utf-8",
    // The address names the version. And compressing for the same machine would only cost time.
    "Cache-Control": "public, max-age=31536000, immutable, no-transform",
    // A script that is a thread of its own obeys the policy that came with it, not the page's.
    "Content-Security-Policy": extension === ".html"
      ? framePolicy
      : "default-src 'none'; connect-src 'self'",
  });
}

/**
 * A file of the course, for an image or a link in a notebook. It cannot act in the page's name, whatever it holds:
 * no browser takes it for a script, a style sheet or a page.
 */
export async function courseFile(root: string, path: string, request: Request): Promise<Response> {
  checkRole(request, fileRoles);
  const { file } = await findPlace(root, path);
  const shown = shownTypes[extname(file).toLowerCase()];
  const type = shown ?? (await isText(file) ? "text/plain; charset=utf-8" : undefined);
  return await fileResponse(file, {
    "Content-Type": type ?? "application/octet-stream",
    ...type === undefined ? { "Content-Disposition": "attachment" } : {},
    "Cache-Control": "no-cache",
    "Content-Security-Policy": filePolicy,
  });
}

/** True for a file whose beginning is text in UTF-8. */
async function isText(path: string): Promise<boolean> {
  if (!(await Deno.stat(path)).isFile) return false;
  using file = await Deno.open(path, { read: true });
  const bytes = new Uint8Array(8192);
  const start = bytes.subarray(0, await file.read(bytes) ?? 0);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true }); // its end may break a letter
    return !start.includes(0);
  } catch {
    return false;
  }
}

async function fileResponse(
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const info = await Deno.stat(file);
  if (!info.isFile) throw new HttpError(404, "not a file");
  const { readable } = await Deno.open(file, { read: true });
  return new Response(readable, { headers: { ...safety, ...headers } });
}
