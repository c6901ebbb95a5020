import { assert, assertEquals } from "@std/assert";
import { ServerProcess } from "../server_process.ts";

const encoder = new TextEncoder();
const mebibyte = new Uint8Array(1 << 20).fill(97);

/** Sends up to `size` MiB as the body of a request; returns the answer and the most memory seen, in MiB. */
async function upload(
  server: ServerProcess,
  [method, address]: readonly [string, string],
  size: number,
  { chunked, authorized }: { readonly chunked: boolean; readonly authorized: boolean },
): Promise<{ readonly answer: string; readonly memory: number }> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
  const answer = new Response(connection.readable).text().catch(() => "");
  let answered = false;
  let memory = 0;
  void answer.then(() => answered = true);
  const writer = connection.writable.getWriter();
  const head = [
    `${method} ${address} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    "Connection: close",
    chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${size * mebibyte.length}`,
    ...authorized ? [`Authorization: ${server.authorization.Authorization}`] : [],
  ];
  try {
    await writer.write(encoder.encode(head.join("\r\n") + "\r\n\r\n"));
    for (let sent = 0; sent < size && !answered; sent++) {
      if (chunked) await writer.write(encoder.encode("100000\r\n"));
      await writer.write(mebibyte);
      if (chunked) await writer.write(encoder.encode("\r\n"));
      memory = Math.max(memory, await server.memory());
    }
    if (chunked) await writer.write(encoder.encode("0\r\n\r\n"));
  } catch {
    // the server has closed: its answer tells why
  }
  return { answer: await answer, memory };
}

Deno.test({
  name: "hostile uploads: 1 GiB is refused, and the server's memory stays level",
  ignore: Deno.build.os !== "linux", // reads the server's memory from /proc
  async fn() {
    await using server = await ServerProcess.start();
    const before = await server.memory();
    const contents = ["PUT", "/api/contents/large.txt"] as const;
    const targets: readonly (readonly [string, string])[] = [
      contents,
      ["POST", "/api/sessions"],
      ["POST", "/api/kernels/any/interrupt"],
      ["POST", "/"],
    ];
    for (const target of targets) {
      for (const authorized of [true, false]) {
        for (const chunked of [true, false]) {
          const size = target === contents && authorized ? 1024 : 96; // the limit is 64 MiB
          const { answer, memory } = await upload(server, target, size, { chunked, authorized });
          const status = answer.slice(9, 12);
          const what = `${target.join(" ")}, chunked ${chunked}, token ${authorized}: ${answer}`;
          assert(["403", "404", "405", "413"].includes(status), what);
          assert(answer.includes(`"message"`) || answer.includes("token"), what);
          assert(memory < before + 350, `${memory} MiB during ${what}`);
        }
      }
    }
    assert(await server.serves());
    assertEquals(await Deno.stat(`${server.staged.root}/large.txt`).catch(() => "none"), "none");
  },
});
