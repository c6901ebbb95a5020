/**
 * JupyterLab's own client library, taken from npm as it is, against our server. Runs beside the front
 * end's packages, see `services_test.ts`; what it finds wrong, it throws.
 *
 * Usage: client.ts ADDRESS TOKEN
 *
 * @module
 */
import {
  Drive,
  type Kernel,
  KernelManager,
  type KernelMessage,
  KernelSpecManager,
  ServerConnection,
  SessionManager,
} from "@jupyterlab/services";
import { deepStrictEqual, ok, rejects } from "node:assert/strict";

const [baseUrl, token] = Deno.args;
const serverSettings = ServerConnection.makeSettings({
  baseUrl,
  wsUrl: baseUrl.replace("http", "ws"),
  token,
  appendToken: true, // a WebSocket outside of a browser has no cookie
  fetch,
  Request,
  Headers,
  WebSocket,
});
const path = "notebooks/04-small-attention.ipynb";

/** Runs a cell; returns the reply's status and then what the cell said, in order. */
async function run(kernel: Kernel.IKernelConnection, code: string): Promise<string[]> {
  const future = kernel.requestExecute({ code });
  const said: string[] = [];
  future.onIOPub = (message) => void said.push(...words(message));
  const { content } = await future.done;
  return [content.status, ...said];
}

function words({ header, content }: KernelMessage.IIOPubMessage): string[] {
  const { text, data, evalue } = Object.assign(
    { text: undefined, data: undefined, evalue: undefined },
    content,
  );
  switch (header.msg_type) {
    case "stream":
      return [String(text).trim()];
    case "execute_result":
      // deno-lint-ignore no-control-regex -- results are coloured
      return [String(data?.["text/plain"]).replace(/\x1b\[[0-9;]*m/g, "")];
    case "error":
      return [String(evalue)];
    default:
      return [];
  }
}

/** Lists, starts, executes, interrupts, restarts, shuts down. */
async function useKernels(): Promise<void> {
  const specs = new KernelSpecManager({ serverSettings });
  const kernels = new KernelManager({ serverSettings });
  const sessions = new SessionManager({ serverSettings, kernelManager: kernels });
  await Promise.all([specs.ready, kernels.ready, sessions.ready]);
  deepStrictEqual(Object.keys(specs.specs?.kernelspecs ?? {}), [specs.specs?.default]);

  const name = path.slice(path.indexOf("/") + 1);
  const session = await sessions.startNew({
    path,
    name,
    type: "notebook",
    kernel: { name: "deno" },
  });
  const { kernel } = session;
  ok(kernel);
  deepStrictEqual((await kernel.info).language_info.name, "typescript");
  deepStrictEqual(await run(kernel, `console.log("안녕"); 6 * 7`), ["ok", "안녕", "42"]);
  deepStrictEqual(await run(kernel, `throw new RangeError("13")`), ["error", "13"]);
  const problem = "Expression expected (line 1, column 11)";
  deepStrictEqual(await run(kernel, "const x = ;"), ["error", problem]);
  await run(kernel, "globalThis.kept = 23;");

  const loop = run(kernel, `console.log("on"); while (true) {}`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await kernel.interrupt();
  deepStrictEqual((await loop).slice(0, 2), ["error", "on"]);
  deepStrictEqual(await run(kernel, "globalThis.kept"), ["ok", "23"]);

  await sessions.refreshRunning();
  deepStrictEqual([...sessions.running()].map((model) => model.path), [path]);
  await kernels.refreshRunning();
  deepStrictEqual([...kernels.running()].map(({ id }) => id), [kernel.id]);
  const second = kernels.connectTo({ model: kernel.model }); // as another page of the notebook
  deepStrictEqual(await run(second, "globalThis.kept + 1"), ["ok", "24"]);

  await kernel.restart();
  deepStrictEqual(await run(kernel, "typeof globalThis.kept"), ["ok", `"undefined"`]);
  await session.setPath("notebooks/05-another.ipynb");
  await sessions.refreshRunning();
  deepStrictEqual([...sessions.running()].map((model) => model.path), [
    "notebooks/05-another.ipynb",
  ]);

  await session.shutdown();
  const alone = await kernels.startNew({ name: "deno" });
  deepStrictEqual(await run(alone, "1 + 1"), ["ok", "2"]);
  await kernels.shutdownAll();
  await kernels.refreshRunning();
  deepStrictEqual([...kernels.running()], []);
}

/** Reads, saves, copies, renames, deletes, and goes back to a checkpoint. */
async function useFiles(): Promise<void> {
  const drive = new Drive({ serverSettings });
  const names = async () =>
    (await drive.get("notebooks")).content.map(({ name }: { name: string }) => name);
  const before = ["04-small-attention.ipynb", "05-another.ipynb"];
  deepStrictEqual(await names(), before);

  const { content, writable } = await drive.get(path);
  deepStrictEqual(writable, true);
  const { id } = await drive.createCheckpoint(path);
  deepStrictEqual((await drive.listCheckpoints(path)).map((checkpoint) => checkpoint.id), [id]);
  await drive.save(path, { type: "notebook", format: "json", content: { ...content, cells: [] } });
  deepStrictEqual((await drive.get(path)).content.cells, []);
  await drive.restoreCheckpoint(path, id);
  deepStrictEqual((await drive.get(path)).content, content);
  await drive.deleteCheckpoint(path, id);
  deepStrictEqual(await drive.listCheckpoints(path), []);

  const copy = await drive.copy(path, "notebooks");
  deepStrictEqual(copy.path, "notebooks/04-small-attention-1.ipynb");
  await drive.rename(copy.path, "notebooks/내 공책.ipynb");
  deepStrictEqual((await drive.get("notebooks/내 공책.ipynb")).content, content);
  await drive.delete("notebooks/내 공책.ipynb");
  const fresh = await drive.newUntitled({ path: "notebooks", type: "notebook" });
  deepStrictEqual((await drive.get(fresh.path)).content.cells, []);
  await drive.delete(fresh.path);
  deepStrictEqual(await names(), before);

  await rejects(drive.get("../secret.txt"), "stays inside");
  await rejects(drive.get("notebooks/none.ipynb"), /not found/);
  const stranger = ServerConnection.makeSettings({ ...serverSettings, token: "wrong" });
  await rejects(new Drive({ serverSettings: stranger }).get(path), /token/);
}

await useKernels();
await useFiles();
console.log("all is well");
Deno.exit(0); // the managers would go on asking
