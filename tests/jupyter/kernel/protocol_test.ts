import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { KernelChannels } from "lib/jupyter/client/channels.ts";
import type { KernelClient } from "lib/jupyter/client/kernel_client.ts";
import { kernelCommand, KernelProcess } from "lib/jupyter/client/process.ts";
import { asObject, asString, type JsonObject } from "lib/jupyter/format/json.ts";
import { newConnection, writeConnectionFile } from "lib/jupyter/protocol/connection.ts";
import { type Message, messageHeader, parentId } from "lib/jupyter/protocol/messages.ts";
import { delay, settlesWithin } from "lib/platform/waiting.ts";
import { said, withKernel } from "../with_kernel.ts";

/** A bare `execute_request` and its reply. */
async function execute(
  kernel: KernelClient,
  code: string,
  options: JsonObject = {},
): Promise<JsonObject> {
  return (await kernel.request("shell", "execute_request", { code, ...options })).content;
}

Deno.test("hardened kernel: completes, inspects, and refuses at once what it does not know", () =>
  withKernel(async (kernel) => {
    await execute(
      kernel,
      "const 값 = { 크기: 3 }, value = 값; function twice(n: number) { return 2 * n }",
    );
    const ask = async (type: string, content: JsonObject) =>
      (await kernel.request("shell", type, content)).content;
    const members = await ask("complete_request", { code: "value.", cursor_pos: 6 });
    assert(Array.isArray(members.matches) && members.matches.includes("크기"));
    const everything = await ask("complete_request", { code: "", cursor_pos: 0 });
    assertEquals(JSON.stringify(everything.matches).includes("$course"), false);
    const look = async (code: string, cursor_pos: number) =>
      (await ask("inspect_request", { code, cursor_pos, detail_level: 0 })).data;
    assertEquals(await look("f(값.크기)", 4), { "text/plain": "3" });
    assertEquals(await look("twice", 2), {
      "text/plain": "function twice(n) {\n  return 2 * n;\n}",
    });
    assertEquals(await look("nowhere", 2), {});
    const start = performance.now();
    for (
      const [channel, type] of [["control", "debug_request"], ["shell", "usage_request"]] as const
    ) {
      const { content } = await kernel.request(channel, type, {});
      assertEquals([content.status, content.ename], ["error", "NotSupported"]);
    }
    assert(performance.now() - start < 2000, "nobody waits for what is not known");
    assertEquals((await ask("is_complete_request", { code: "if (a) {" })).status, "incomplete");
    assertEquals((await ask("history_request", { hist_access_type: "tail", n: 3 })).history, []);
    assertEquals((await ask("comm_info_request", {})).comms, {});
  }));

Deno.test("hardened kernel: looking at values is short, and takes no cell's late output away", () =>
  withKernel(async (kernel) => {
    const late = Promise.withResolvers<unknown>();
    const cells: unknown[] = [];
    kernel.onMessage((_, message) => {
      if (message.header.msg_type === "execute_input") cells.push(parentId(message));
      if (message.content.text === "late\n") late.resolve(parentId(message));
    });
    await execute(kernel, "setTimeout(() => console.log('late'), 500);");
    const { user_expressions } = await execute(kernel, "", {
      silent: true,
      user_expressions: { long: "Array.from({ length: 5_000 }, () => 'x'.repeat(5_000))" },
    });
    const text = asString(asObject(asObject(asObject(user_expressions).long).data)["text/plain"]);
    assert(text.length > 100 && text.length <= 10_001, `${text.length} characters`);
    assertEquals(await late.promise, cells[0]);
  }));

Deno.test("hardened kernel: silent, store_history, user_expressions, stop_on_error", () =>
  withKernel(async (kernel) => {
    const seen: string[] = [];
    kernel.onMessage((channel, { header, content }) => {
      if (channel === "iopub" && header.msg_type !== "status") {
        seen.push(`${header.msg_type} ${content.execution_count ?? content.text}`);
      }
    });
    assertEquals(
      (await execute(kernel, "console.log('a'); 1", { silent: true })).execution_count,
      0,
    );
    assertEquals((await execute(kernel, "2", { store_history: false })).execution_count, 0);
    assertEquals((await execute(kernel, "const n = 3; n")).execution_count, 1);
    await delay(50);
    assertEquals(seen, [
      "stream a\n",
      "execute_input 0",
      "execute_result 0",
      "execute_input 1",
      "execute_result 1",
    ]);
    const { user_expressions } = await execute(kernel, "n", {
      user_expressions: { square: "n ** 2", missing: "m", broken: "n +" },
    });
    assertEquals(user_expressions, {
      square: { status: "ok", data: { "text/plain": "9" }, metadata: {} },
      missing: {
        status: "error",
        ename: "ReferenceError",
        evalue: "m is not defined",
        traceback: ["ReferenceError: m is not defined"],
      },
      broken: { status: "error", ename: "SyntaxError", evalue: "", traceback: ["SyntaxError: "] },
    });
    const [failed, next] = await Promise.all([
      execute(kernel, "throw 1", { stop_on_error: false }),
      execute(kernel, "4"),
    ]);
    assertEquals([failed.status, next.status], ["error", "ok"]);
  }));

Deno.test("hardened kernel: two front ends see the same outputs and get their own answers", async () => {
  const connection = newConnection();
  const process = await KernelProcess.spawn(connection, {
    kernel: "hardened",
    cwd: import.meta.dirname!,
  });
  const death = process.died.then((reason) => Promise.reject(reason));
  death.catch(() => {});
  const connect = async (session: string) => {
    const heard: Message[] = [];
    const channels = await KernelChannels.connect(
      connection,
      session,
      death,
      (channel, message) => {
        if (channel === "stdin") {
          const header = messageHeader("input_reply", session, "learner");
          channels.send("stdin", { header, content: { value: session } });
        }
        heard.push(message);
      },
      () => {},
    );
    const run = async (code: string) => {
      const header = messageHeader("execute_request", session, "learner");
      await channels.send("shell", { header, content: { code, allow_stdin: true } });
      const replied = () =>
        heard.some((message) =>
          message.header.msg_type === "execute_reply" && parentId(message) === header.msg_id
        );
      while (!replied()) await delay(5);
    };
    return { heard, channels, run };
  };
  try {
    const [first, second] = await Promise.all([connect("first"), connect("second")]);
    await Promise.all([first.run("prompt('?')"), second.run("prompt('?')")]);
    await delay(100);
    for (const { heard } of [first, second]) {
      const results = heard.filter(({ header }) => header.msg_type === "execute_result")
        .map(({ parent_header, content }) => [parent_header.session, JSON.stringify(content.data)]);
      assertEquals(results.toSorted(), [
        ["first", '{"text/plain":"\\"first\\""}'],
        ["second", '{"text/plain":"\\"second\\""}'],
      ]);
      assertEquals(heard.filter(({ header }) => header.msg_type === "execute_reply").length, 1);
    }
    first.channels.close();
    await second.run("1"); // goes on without the other
    second.channels.close();
  } finally {
    await process.kill();
  }
});

Deno.test("hardened kernel: a restart ends a running cell soon, whatever it does", () =>
  withKernel(async (kernel) => {
    for (
      const code of [
        "console.log(1); while (true);",
        "console.log(1); await new Promise(() => {});",
      ]
    ) {
      const { promise: began, resolve: onOutput } = Promise.withResolvers<unknown>();
      const running = kernel.execute(code, { onOutput }).catch((error: Error) => error.name);
      await began;
      const start = performance.now();
      await kernel.restart();
      assert(performance.now() - start < 15_000);
      assert(await settlesWithin(running, 1000));
      assertEquals(said((await kernel.execute("1")).outputs), ["execute_result: 1"]);
    }
  }));

Deno.test("hardened kernel: a connection file that is missing, broken or in use is named", async () => {
  const folder = await Deno.makeTempDir();
  const start = async (file: string) => {
    const [command, ...args] = kernelCommand("hardened", file);
    const { code, stderr } = await new Deno.Command(command, { args }).output();
    return `${code} ${new TextDecoder().decode(stderr)}`;
  };
  try {
    const missing = `${folder}/missing.json`;
    assertEquals(await start(missing), `1 Connection file ${missing}: it does not exist.\n`);
    const broken = `${folder}/broken.json`;
    await Deno.writeTextFile(broken, "{");
    assertStringIncludes(await start(broken), `1 Connection file ${broken}: expected JSON`);
    await Deno.writeTextFile(broken, '{ "shell_port": 70000 }');
    assertStringIncludes(await start(broken), "expected shell_port to be the number of a port");
    const connection = newConnection();
    const process = await KernelProcess.spawn(connection, { kernel: "hardened", cwd: folder });
    const used = await writeConnectionFile(connection);
    try {
      while (!await canConnect(connection.control_port)) await delay(20);
      assertStringIncludes(
        await start(used),
        "is taken: does a kernel with the same connection file",
      );
    } finally {
      await process.kill();
      await Deno.remove(used);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function canConnect(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return false;
  }
}
