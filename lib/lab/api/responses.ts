/**
 * Answers in the form that Jupyter clients expect: JSON, and errors as `{ message, reason }`.
 *
 * @module
 */
import {
  isJsonObject,
  type JsonObject,
  JsonSizeError,
  parseJson,
} from "lib/jupyter/format/json.ts";

/** A request that cannot be answered as asked; the server turns it into an error answer. */
export class HttpError extends Error {
  override name = "HttpError";

  /**
   * @param status The HTTP status.
   * @param message What was expected and what came, for the person who reads it.
   */
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** A JSON answer. Nothing of the API is ever kept by a cache. */
export function jsonResponse(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return jsonTextResponse(JSON.stringify(value), status, headers);
}

/** As {@linkcode jsonResponse}, of a text that is JSON already. */
export function jsonTextResponse(
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(text, {
    status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      // Opened as a page, it is none.
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      ...headers,
    },
  });
}

/** The answer that describes a file; its `ETag` names the version of the file's content. */
export function modelResponse(model: JsonObject, status = 200): Response {
  const version = typeof model.hash === "string" ? { ETag: `"${model.hash}"` } : undefined;
  return jsonResponse(model, status, version);
}

/** Throws {@linkcode HttpError} 405 for a request that would change what can only be read. */
export function onlyRead({ method }: Request): void {
  if (method !== "GET") throw new HttpError(405, `expected GET, got ${method}`);
}

/** An answer without content. */
export function emptyResponse(status = 204): Response {
  return new Response(null, { status });
}

/** An error in Jupyter's form. */
export function errorResponse(status: number, message: string): Response {
  return jsonResponse({ message, reason: null }, status);
}

/**
 * The JSON object in a request's body; an empty body is an empty object.
 *
 * Throws {@linkcode HttpError} 413 for a body over `limit` bytes, and 400 for one that breaks off or is
 * anything but an object.
 */
export async function readBody(request: Request, limit: number): Promise<JsonObject> {
  const tooLarge = () => new HttpError(413, `expected at most ${limit} bytes, got more`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) {
    await request.body?.cancel();
    throw tooLarge();
  }
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, "the connection ended before the request's body did");
  }
  text += decoder.decode();
  if (text.trim() === "") return {};
  try {
    const value = parseJson(text);
    if (isJsonObject(value)) return value;
  } catch (error) {
    // not JSON at all: the same answer
    if (error instanceof JsonSizeError) throw new HttpError(413, error.message);
  }
  throw new HttpError(400, "expected a JSON object as the request's body");
}
