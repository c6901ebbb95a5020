/**
 * HTTP by hand: what no browser and no library would send.
 *
 * @module
 */

/** A raw request, so that `Host` can be anything; returns the status and the body. */
export async function request(
  server: { readonly port: number },
  path: string,
  { method = "GET", headers = {}, body }: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<{ status: number; body: string; headers: string }> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
  const bytes = new TextEncoder().encode(body ?? "");
  const all: Record<string, string> = {
    Host: `127.0.0.1:${server.port}`,
    Connection: "close",
    ...(body === undefined ? {} : { "Content-Length": String(bytes.byteLength) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const head = new TextEncoder().encode(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`);
  await connection.write(head);
  await connection.write(bytes);
  const text = await new Response(connection.readable).text();
  const split = text.indexOf("\r\n\r\n");
  return {
    status: Number(text.slice(9, 12)),
    headers: text.slice(0, split),
    body: text.slice(split + 4),
  };
}

/** The cookie that a browser gets which comes with the token. */
export async function sessionOf(
  server: { readonly port: number },
  token: string,
): Promise<string> {
  const { headers } = await request(server, `/?token=${token}`);
  const cookie = /^set-cookie: ([^;]+)/im.exec(headers)?.[1];
  if (cookie === undefined) throw new Error(`expected a cookie, got ${headers}`);
  return cookie;
}
