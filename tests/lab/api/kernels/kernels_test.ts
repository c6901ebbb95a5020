import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { asObject, asString } from "lib/jupyter/format/json.ts";
import { messageHeader } from "lib/jupyter/protocol/messages.ts";
import { KernelPool } from "lib/lab/api/kernels/kernels.ts";
import { binaryProtocol, type ChannelMessage } from "lib/lab/api/kernels/websocket_messages.ts";
import type { LabServer } from "lib/lab/server/server.ts";
import { delay } from "lib/platform/waiting.ts";
import { call, Socket } from "../../kernel_socket.ts";
import { Staged, token } from "../../staging.ts";

function serverTest(name: string, body: (server: LabServer) => Promise<void>): void {
  Deno.test(`kernels: ${name}`, async () => {
    await using staged = await Staged.make();
    await using server = await staged.serve();
    await body(server);
  });
}

const text = ({ message }: ChannelMessage) => asString(message.content.text);

serverTest(
  "two requests at the same moment get one kernel, in the notebook's folder",
  async (server) => {
    const path = "notebooks/04-small-attention.ipynb";
    const random = `notebooks/${crypto.randomUUID()}`; // what JupyterLab asks for
    const name = "04-small-attention.ipynb";
    const sessions = await Promise.all(
      [path, random, path].map((asked) =>
        call(server, "sessions", "POST", {
          path: asked,
          name,
          type: "notebook",
          kernel: { name: "deno" },
        })
      ),
    );
    assertEquals(
      new Set(sessions.map((session) => session.id)).size,
      1,
    );
    assertEquals(sessions.map((session) => session.path), [path, random, path]);
    assertEquals(server.kernelCount, 1);
    const kernel = asString(asObject(sessions[0].kernel).id);
    await using socket = await Socket.open(server, kernel);
    await socket.reply(socket.run(`console.log(Deno.cwd())`));
    await socket.wait((message) => text(message).trimEnd().endsWith("notebooks"));
    await call(server, `sessions/${asString(sessions[0].id)}`, "DELETE");
    assertEquals(server.kernelCount, 0);
  },
);

serverTest(
  "everybody sees output, the asker alone its reply, in both protocols",
  async (server) => {
    const kernel = asString((await call(server, "kernels", "POST", { name: "deno" })).id);
    await using asker = await Socket.open(server, kernel);
    await using other = await Socket.open(server, kernel, { protocols: [binaryProtocol] });
    assertEquals([asker.protocol, other.protocol], ["", binaryProtocol]);
    const first = asker.run(`console.log("모두에게")`);
    assertEquals((await asker.reply(first)).content.status, "ok");
    await other.wait((message) => text(message).includes("모두에게"));
    const second = other.run("6 * 7");
    assertEquals((await other.reply(second)).content.status, "ok");
    const result = await asker.wait(({ message }) => message.header.msg_type === "execute_result");
    assertEquals(asString(asObject(result.content.data)["text/plain"]).includes("42"), true);
    const replies = other.received.filter(({ channel }) => channel === "shell");
    assertEquals(replies.map(({ message }) => message.parent_header.msg_id), [second]);
  },
);

serverTest("a page that was away for a moment misses nothing", async (server) => {
  const kernel = asString((await call(server, "kernels", "POST", {})).id);
  const session = crypto.randomUUID();
  const away = await Socket.open(server, kernel, { session });
  const cell = away.run(`await new Promise((go) => setTimeout(go, 700)); console.log("나중에");`);
  await away.wait(({ message }) => message.content.execution_state === "busy");
  await away[Symbol.asyncDispose]();
  await using watcher = await Socket.open(server, kernel);
  await watcher.wait((message) => text(message).includes("나중에"));
  await using back = await Socket.open(server, kernel, { session });
  assertEquals((await back.reply(cell)).content.status, "ok");
  await back.wait((message) => text(message).includes("나중에"));
});

serverTest("interrupts, restarts and outlives the kernel's death", async (server) => {
  const kernel = asString((await call(server, "kernels", "POST", {})).id);
  await using socket = await Socket.open(server, kernel);
  const loop = socket.run("globalThis.kept = 23; while (true) {}");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await call(server, `kernels/${kernel}/interrupt`, "POST");
  assertEquals((await socket.reply(loop)).content.status, "error");

  await call(server, `kernels/${kernel}/restart`, "POST");
  const gone = socket.run("typeof globalThis.kept");
  assertEquals((await socket.reply(gone)).content.status, "ok");
  const result = await socket.wait(({ message }) => message.header.msg_type === "execute_result");
  assertStringIncludes(asString(asObject(result.content.data)["text/plain"]), "undefined");

  if (Deno.build.os !== "windows") {
    socket.run(`Deno.kill(Deno.ppid, "SIGKILL")`);
    await socket.wait(({ message }) => message.content.execution_state === "restarting");
    const again = socket.run("1 + 1");
    assertEquals((await socket.reply(again)).content.status, "ok");
  }
});

serverTest(
  "a process starts with the first cell; until then the server answers as it would",
  async (server) => {
    const kernel = asString((await call(server, "kernels", "POST", {})).id);
    await using socket = await Socket.open(server, kernel);
    const early = await socket.reply(socket.ask("kernel_info_request"));
    assertEquals(server.processCount, 0);
    assertEquals((await socket.reply(socket.run("const kept = 23;"))).content.status, "ok");
    assertEquals(server.processCount, 1);
    const late = await socket.reply(socket.ask("kernel_info_request"));
    assertEquals(early.content, late.content);
    assertEquals(early.header.session, late.header.session);
  },
);

Deno.test("kernels: one that is ended to save memory says so, and the next cell starts another", async () => {
  const pool = new KernelPool();
  try {
    const kernel = pool.start("deno", import.meta.dirname!);
    const heard: ChannelMessage[] = [];
    const header = (type: string) => messageHeader(type, "page", "learner");
    const run = async (code: string): Promise<string> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const request = { header: header("execute_request"), parent_header: {}, metadata: {} };
      const unlisten = kernel.listen((message) => {
        heard.push(message);
        if (message.message.parent_header.msg_id !== request.header.msg_id) return;
        if (message.message.content.execution_state === "idle") resolve();
      });
      const content = { code, silent: false, store_history: true };
      await kernel.send("shell", { ...request, content, buffers: [] }, "page");
      await promise;
      unlisten();
      const result = heard.findLast(({ message }) => message.header.msg_type === "execute_result");
      return asString(asObject(result?.message.content.data)["text/plain"]);
    };
    assertEquals(await run("const kept = 23; kept"), "23");
    const running = run("await new Promise((go) => setTimeout(go, 500)); 5");
    await delay(100);
    await kernel.endIdleProcess();
    assertEquals(pool.processCount, 1, "a kernel that runs a cell goes on");
    await running;
    await kernel.endIdleProcess();
    assertEquals(pool.processCount, 0);
    const told: string[] = [];
    const tell = () => kernel.listen((message) => told.push(text(message)))();
    tell();
    tell();
    assertEquals(told, ["The kernel was ended to save memory: variables are gone."], "once");
    assertEquals(await run("typeof kept"), '"undefined"');
  } finally {
    await pool.close();
  }
});

serverTest("closes a socket that sends nonsense, and the kernel lives on", async (server) => {
  const kernel = asString((await call(server, "kernels", "POST", {})).id);
  const address = `ws://127.0.0.1:${server.port}/api/kernels/${kernel}/channels?token=${token}`;
  for (const nonsense of ["{", `{"channel": "shell"}`, `{"channel": "none", "header": {}}`]) {
    const socket = new WebSocket(address);
    await new Promise((resolve) => socket.onopen = resolve);
    const closed = new Promise<CloseEvent>((resolve) => socket.onclose = resolve);
    socket.send(nonsense);
    assertEquals((await closed).code, 1003, nonsense);
  }
  await using socket = await Socket.open(server, kernel);
  assertEquals((await socket.reply(socket.run("1"))).content.status, "ok");
});

Deno.test("kernels: closing the server leaves no kernel behind", async () => {
  await using staged = await Staged.make();
  const server = await staged.serve();
  const kernel = asString((await call(server, "kernels", "POST", {})).id);
  const socket = await Socket.open(server, kernel);
  await socket.reply(socket.run("console.log(`pid ${Deno.pid}`)"));
  const said = await socket.wait((message) => text(message).startsWith("pid "));
  const pid = Number(asString(said.content.text).slice(4));
  await server.close();
  if (Deno.build.os === "linux") {
    const state = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "gone");
    assert(state === "gone" || / Z /.test(state), `the kernel's process ${pid} still runs`);
  }
});
