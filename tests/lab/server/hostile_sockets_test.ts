import { assert, assertEquals } from "@std/assert";
import { settlesWithin } from "lib/platform/waiting.ts";
import { request, sessionOf } from "../raw_http.ts";
import { type Frame, frameBytes, RawSocket, shortFrameBytes } from "../raw_socket.ts";
import { ServerProcess } from "../server_process.ts";

const encoder = new TextEncoder();
const textFrame = (text: string): Frame => ({ opcode: 1, payload: encoder.encode(text) });

function hostileTest(name: string, body: (server: ServerProcess) => Promise<void>): void {
  Deno.test({
    name: `hostile sockets: ${name}`,
    ignore: Deno.build.os !== "linux", // reads the server's memory from /proc
    async fn() {
      await using server = await ServerProcess.start();
      await body(server);
      assert(await server.serves(), "it serves on");
    },
  });
}

/** Starts a kernel; returns the address of its WebSocket. */
async function channelsOf(server: ServerProcess): Promise<string> {
  const options = { method: "POST", headers: server.authorization, body: "{}" };
  const { body } = await request(server, "/api/kernels", options);
  const id = /"id":"([^"]+)"/.exec(body)?.[1];
  return `/api/kernels/${id}/channels?token=${server.token}&session_id=hostile`;
}

/** Bytes on a WebSocket that no client sends. */
const broken: Readonly<Record<string, readonly Uint8Array[]>> = {
  "an unknown opcode": [frameBytes({ ...textFrame("x"), opcode: 3 })],
  "an unknown control opcode": [shortFrameBytes(11, encoder.encode("x"))],
  "reserved bits": [frameBytes({ ...textFrame("{}"), reserved: 4 })],
  "a frame of 2^62 bytes": [frameBytes({ opcode: 2, length: 2 ** 62 })],
  "a frame of 1 GiB": [frameBytes({ opcode: 2, length: 2 ** 30 })],
  "a long ping": [frameBytes({ opcode: 9, payload: new Uint8Array(200) })],
  "a ping in fragments": [shortFrameBytes(9, encoder.encode("x"), false)],
  "a continuation of nothing": [frameBytes({ ...textFrame("x"), opcode: 0 })],
  "two beginnings": [
    frameBytes({ ...textFrame("x"), last: false }),
    frameBytes(textFrame("x")),
  ],
  "text that is no UTF-8": [frameBytes({ opcode: 1, payload: Uint8Array.of(255, 254, 128) })],
  "a letter broken between fragments": [
    frameBytes({ opcode: 1, payload: Uint8Array.of(0xe2), last: false }),
    frameBytes({ opcode: 0, payload: Uint8Array.of(0x28) }),
  ],
  "a close with an impossible code": [shortFrameBytes(8, Uint8Array.of(0, 1))],
  "a close with half a code": [shortFrameBytes(8, Uint8Array.of(3))],
  "HTTP": [encoder.encode("GET / HTTP/1.1\r\n\r\n".repeat(10))],
};

/** Frames that are well formed, and no kernel messages. */
const nonsense: Readonly<Record<string, Frame>> = {
  "no JSON": textFrame("{"),
  "a number": textFrame("7"),
  "JSON 100,000 levels deep": textFrame("[".repeat(100_000)),
  "a channel that is none": textFrame(`{"channel":"none","header":{"msg_type":"x"}}`),
  "no header": textFrame(`{"channel":"shell"}`),
  "an empty frame": { opcode: 2 },
  "a table of 2^32 parts": { opcode: 2, payload: new Uint8Array(64).fill(255) },
  "parts beyond the end": {
    opcode: 2,
    payload: Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 99, 0, 0, 0, 98),
  },
};

/** Messages that a kernel can get, and that must not harm it. */
const odd: readonly Frame[] = [
  { channel: "iopub", header: { msg_type: "status" } },
  { channel: "control", header: { msg_type: "nonsense", msg_id: 7, session: {} } },
  { channel: "shell", header: { msg_type: "execute_request" }, content: { code: 7 } },
  {
    channel: "shell",
    header: { msg_type: "execute_request", msg_id: "a".repeat(1e6) },
    content: [],
  },
  { channel: "stdin", header: { msg_type: "input_reply", msg_id: "b" }, content: { value: {} } },
  { channel: "shell", header: { msg_type: "constructor", msg_id: "c" }, metadata: 7 },
].map((message) => textFrame(JSON.stringify(message)));

hostileTest("broken frames close their connection and nothing else", async (server) => {
  const address = await channelsOf(server);
  for (const [what, frames] of Object.entries(broken)) {
    using socket = await RawSocket.open(server.port, address);
    assertEquals(socket.status, 101);
    for (const bytes of frames) await socket.write(bytes);
    assert(await settlesWithin(socket.closed, 5000), what);
  }
  for (const [what, frame] of Object.entries(nonsense)) {
    using socket = await RawSocket.open(server.port, address);
    await socket.write(frameBytes(frame));
    await until(() => socket.received.endsWith("expected a kernel message"), what);
  }
  using socket = await RawSocket.open(server.port, address);
  for (const frame of odd) await socket.write(frameBytes(frame));
  const code = {
    header: { msg_type: "execute_request", msg_id: "d" },
    content: { code: "40 + 2" },
  };
  await socket.write(frameBytes(textFrame(JSON.stringify({ channel: "shell", ...code }))));
  await until(() => socket.received.includes(`42`), "the kernel lives on");
  assert(await server.memory() < 250, `${await server.memory()} MiB`);
});

hostileTest("a WebSocket opens for nobody without the token or from elsewhere", async (server) => {
  const address = await channelsOf(server);
  const [bare] = address.split("?");
  const cookie = `Cookie: ${await sessionOf(server, server.token)}`;
  const strangers: readonly (readonly [string, ...string[]])[] = [
    [bare],
    [`${bare}?token=wrong`],
    [`/api/events/subscribe`],
    [bare, cookie], // a browser sends it from any page, with that page's origin
    [bare, cookie, "Origin: http://evil.example"],
    [address, "Origin: http://evil.example"],
    [address, "Origin: null"],
  ];
  for (const [path, ...headers] of strangers) {
    using socket = await RawSocket.open(server.port, path, headers);
    assertEquals([socket.status, path, headers], [403, path, headers]);
  }
});

hostileTest("a message that is too large is not even read", async (server) => {
  const address = await channelsOf(server);
  const header = { msg_type: "kernel_info_request", msg_id: "large", session: "hostile" };
  for (const [size, code] of [[1 << 20, 1000], [9 << 20, 1009]]) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${address}`);
    const closed = new Promise<CloseEvent>((resolve) => socket.onclose = resolve);
    await new Promise((resolve) => socket.onopen = resolve);
    socket.onmessage = ({ data }) => {
      if (String(data).includes("kernel_info_reply")) socket.close(1000);
    };
    const metadata = { text: "x".repeat(size) };
    socket.send(JSON.stringify({ channel: "shell", header, metadata, content: {} }));
    assertEquals((await closed).code, code, `${size} bytes`);
  }
});

hostileTest("a message that never ends takes memory only while it comes", async (server) => {
  const address = await channelsOf(server);
  const payload = new Uint8Array(1 << 20).fill(97);
  const before = await server.memory();
  {
    using socket = await RawSocket.open(server.port, address);
    await socket.write(frameBytes({ opcode: 1, payload, last: false }));
    const more = frameBytes({ opcode: 0, payload, last: false });
    for (let sent = 0; sent < 128 && await socket.write(more);) sent++;
    assert(await server.serves());
  }
  await until(async () => await server.memory() < before + 100, "the memory is given back");
});

hostileTest("slow and silent connections keep nobody waiting", async (server) => {
  const connections: Deno.Conn[] = [];
  const connect = async (text: string) => {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
    await connection.write(encoder.encode(text));
    connections.push(connection);
  };
  for (let i = 0; i < 200; i++) await connect("GET /api/status HTTP/1.1\r\nHost: 127"); // slow-loris
  const put = `PUT /api/contents/slow.txt HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n` +
    `Authorization: token ${server.token}\r\nContent-Length: 99\r\n\r\n{`;
  for (let i = 0; i < 200; i++) await connect(put);
  for (let i = 0; i < 2000; i++) await connect("");
  for (let i = 0; i < 10; i++) assert(await server.serves());
  const body = JSON.stringify({ type: "file", format: "text", content: "in time" });
  const options = { method: "PUT", headers: server.authorization, body };
  assertEquals((await request(server, "/api/contents/fast.txt", options)).status, 201);
  assert(await server.memory() < 250, `${await server.memory()} MiB`);
  for (const connection of connections) connection.close();
});

hostileTest("heads that are too large or broken are refused", async (server) => {
  const send = async (lines: string) => {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
    await connection.write(encoder.encode(lines)).catch(() => 0);
    return (await new Response(connection.readable).text().catch(() => "")).slice(9, 12);
  };
  const host = `Host: 127.0.0.1:${server.port}\r\nAuthorization: token ${server.token}`;
  const get = "GET /api/kernels HTTP/1.1";
  const refused = ["400", "403", "413", "414", "431", ""]; // or closed without a word
  const heads = {
    "a long line": `${get}\r\n${host}\r\nX: ${"x".repeat(1 << 20)}\r\n\r\n`,
    "2,000 lines": `${get}\r\n${host}\r\n${"X: x\r\n".repeat(2000)}\r\n`,
    "a long address": `GET /${"x".repeat(1 << 20)} HTTP/1.1\r\n${host}\r\n\r\n`,
    "no HTTP": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "no host": "GET /api/kernels HTTP/1.0\r\n\r\n",
    "two lengths": `${get}\r\n${host}\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
    "a length below zero": `${get}\r\n${host}\r\nContent-Length: -1\r\n\r\n`,
    "another site's address": `GET http://evil.example/api/kernels HTTP/1.1\r\n${host}\r\n\r\n`,
    "a space in a name": `${get}\r\n${host}\r\nX : x\r\n\r\n`,
  };
  for (const [what, head] of Object.entries(heads)) {
    const status = await send(head.replace("\r\n", "\r\nConnection: close\r\n"));
    assert(refused.includes(status), `${what}: ${status}`);
  }
});

Deno.test({
  name: "hostile sockets: with no socket left, the server waits and serves again",
  ignore: Deno.build.os !== "linux", // prlimit
  async fn() {
    await using server = await ServerProcess.start(["prlimit", "--nofile=150:150"]);
    const connections: Deno.Conn[] = [];
    for (let i = 0; i < 300; i++) {
      const options = { hostname: "127.0.0.1", port: server.port };
      const connection = await Deno.connect(options).catch(() => undefined);
      if (connection) connections.push(connection);
    }
    for (const connection of connections) connection.close();
    await until(() => server.serves(), "it serves again");
  },
});

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; !await holds();) {
    assert(Date.now() < deadline, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
