// Faults, each tried a few times; COURSE_FAULT_ROUNDS sets how often.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { asObject, asString } from "lib/jupyter/format/json.ts";
import { codeCell, newNotebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook, writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { delay } from "lib/platform/waiting.ts";
import { openPage, withoutChromium } from "../chromium.ts";
import { call, Socket } from "../kernel_socket.ts";
import { KilledServer } from "../killed_server.ts";
import {
  cell,
  notebook,
  openNotebook,
  output,
  pageTest,
  runCode,
  saved,
  write,
} from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import { Staged, token } from "../staging.ts";
import { mountTinyDisk } from "../tiny_disk.ts";

const rounds = Number(Deno.env.get("COURSE_FAULT_ROUNDS") ?? 2);

/** Saves a notebook over the API; the answer's status, or 0 if the server did not live to answer. */
async function put(port: number, body: unknown, version?: string): Promise<number> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/contents/${notebook}`, {
      method: "PUT",
      headers: {
        Authorization: `token ${token}`,
        ...(version === undefined ? {} : { "If-Match": version }),
      },
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** A notebook of some megabytes in which every cell names the version. */
function bigNotebook(version: number) {
  const line = `// version ${version} ${"어텐션 ".repeat(1009)}`;
  return newNotebook(Array.from({ length: 211 }, (_, i) => codeCell(`cell-${i}`, line)));
}

/** True while a process with this id runs. */
async function runs(pid: number): Promise<boolean> {
  const state = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "");
  return state !== "" && !/\) Z /.test(state);
}

Deno.test("faults: a server killed while it saves leaves the old file or the new one", async () => {
  await using staged = await Staged.make();
  const file = join(staged.root, notebook);
  const seen = { old: 0, new: 0 };
  let ms = 0;
  for (let round = 0; round <= rounds; round++) {
    await writeNotebook(file, bigNotebook(round));
    await using server = await KilledServer.start(staged.root);
    const start = performance.now();
    const answer = put(server.port, { type: "notebook", content: bigNotebook(round + 1) });
    // The first one may take its time. From then on the kill comes ever closer to the moment of writing.
    if (round === 0) assertEquals(await answer, 200);
    else await delay(ms);
    ms ||= performance.now() - start;
    await server.kill();
    await answer;
    const text = await Deno.readTextFile(file);
    const version = Number(/version (\d+)/.exec(text)?.[1]);
    assertEquals(text, serializeNotebook(bigNotebook(version), { metadata: "all" }), "half a file");
    assert([round, round + 1].includes(version));
    const left = version === round ? "old" : "new";
    if (round > 0) seen[left]++;
    ms *= left === "old" ? 1.15 : 0.85;
  }
  const folder = join(staged.root, "notebooks");
  for (const { name } of Deno.readDirSync(folder)) {
    await Deno.utime(join(folder, name), new Date(0), new Date(0)); // long ago
  }
  await using _server = await KilledServer.start(staged.root); // which clears away what they left
  const files = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  assertEquals(files, ["04-small-attention.ipynb", "05-another.ipynb"]);
  if (rounds > 2) console.log(`${rounds} rounds: old ${seen.old}, new ${seen.new}, half 0`);
});

Deno.test({
  name: "faults: no kernel outlives a server that was killed, nor a cell in it",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using staged = await Staged.make();
    for (let round = 0; round < rounds; round++) {
      await using server = await KilledServer.start(staged.root);
      const kernel = asString((await call(server, "kernels", "POST", {})).id);
      const socket = await Socket.open(server, kernel);
      socket.run("console.log(`pids ${Deno.pid} ${Deno.ppid}`); while (true) {}");
      const said = await socket.wait(({ message }) =>
        asString(message.content.text).startsWith("pids ")
      );
      const pids = asString(said.content.text).split(" ").slice(1).map(Number);
      assertEquals(await Promise.all(pids.map(runs)), [true, true]);
      await server.kill();
      for (let wait = 0; wait < 100 && (await Promise.all(pids.map(runs))).includes(true); wait++) {
        await delay(100);
      }
      assertEquals(await Promise.all(pids.map(runs)), [false, false]);
    }
  },
});

Deno.test("faults: of two clients that save at once, one is told and nothing is lost", async () => {
  await using staged = await Staged.make();
  await using server = await staged.serve();
  for (let round = 0; round < 5 * rounds; round++) {
    const { hash } = await call(server, `contents/${notebook}`);
    const versions = [2 * round, 2 * round + 1];
    const version = `"${asString(hash)}"`;
    const statuses = await Promise.all(versions.map((n) => {
      const content = newNotebook([codeCell("only", `${n}`)]);
      return put(server.port, { type: "notebook", content }, version);
    }));
    assertEquals([...statuses].sort(), [200, 409]);
    const winner = versions[statuses.indexOf(200)];
    assertEquals(parseNotebook(await staged.read(notebook)).cells[0].source, `${winner}`);
  }
});

Deno.test({
  name: "faults: a full disk is told in plain words, and the text stays in the page",
  ignore: withoutChromium(),
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using staged = await Staged.make();
    const folder = join(staged.root, "notebooks");
    const fixture = await staged.read(notebook);
    await using disk = await mountTinyDisk(folder);
    if (!disk) return console.log("A small disk cannot be mounted here: this test is left out.");
    await writeNotebook(join(staged.root, notebook), parseNotebook(fixture));
    await using server = await staged.serve({ page: true });
    await using browser = await sharedChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    const filler = join(folder, "filler.bin");
    for (let round = 0; round < rounds; round++) {
      const before = await staged.read(notebook);
      await Deno.writeFile(filler, new Uint8Array(1 << 20)).catch(() => {}); // until nothing fits
      await write(page, 8, `"written on a full disk, ${round}"`);
      const banner = page.locator(".banner", { hasText: "The disk is full. Nothing was written" });
      await banner.waitFor();
      await page.locator(".saved[data-state='Not saved']").waitFor();
      assertEquals(await page.locator(".jp-Dialog").count(), 0);
      assertEquals(await staged.read(notebook), before);
      assertStringIncludes(await cell(page, 8).innerText(), `full disk, ${round}`);
      await Deno.remove(filler);
      await page.getByRole("button", { name: "Try again now" }).click();
      await saved(page);
      await banner.waitFor({ state: "hidden" });
      assertStringIncludes(await staged.read(notebook), `full disk, ${round}`);
    }
    const status = asObject(await call(server, "status"));
    assertEquals(status.kernels, 1);
    await runCode(page, 8, "6 * 8");
    await output(page, 8, "48").waitFor();
  },
});

const front = fileURLToPath(new URL("../../../lib/lab/front/elements/words.ts", import.meta.url));
Deno.test("faults: the page has Korean words for what the server says of a disk", async () => {
  const server = await Deno.readTextFile(
    new URL("../../../lib/lab/server/server.ts", import.meta.url),
  );
  const words = await Deno.readTextFile(front);
  const sentences = [...server.matchAll(/"(The disk [^"]+)"/g)].map(([, sentence]) => sentence);
  assertEquals(sentences.length, 2);
  for (const sentence of sentences) assertStringIncludes(words, `"${sentence}":`);
});

pageTest("what is typed while a slow save is under way is saved too", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  let saves = 0;
  await page.route(/\/api\/contents\/.*\.ipynb/, async (route) => {
    if (route.request().method() === "PUT" && saves++ === 0) await delay(4000);
    await route.continue();
  });
  await write(page, 8, "const first = 1;");
  await page.locator(".saved[data-state='Saving…']").waitFor();
  await page.keyboard.insertText(" // and then");
  await page.locator(".saved[data-state=Saved]").waitFor();
  assertStringIncludes(await staged.read(notebook), "const first = 1; // and then");
  assertEquals(await page.getByRole("dialog").count(), 0, "and nobody is asked about it");
});

pageTest("a save whose answer is lost is not taken for another program's", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  let saves = 0;
  await page.route(/\/api\/contents\/.*\.ipynb/, async (route) => {
    if (route.request().method() !== "PUT" || saves++ > 0) return await route.continue();
    await route.fetch(); // it is on the disk when the connection breaks
    await route.abort();
  });
  await write(page, 8, "const first = 1;");
  await page.locator(".saved[data-state='Not saved']").waitFor();
  assertStringIncludes(await staged.read(notebook), "const first = 1;");
  await page.keyboard.insertText(" // and then");
  await page.keyboard.press("ControlOrMeta+s");
  await saved(page);
  assertStringIncludes(await staged.read(notebook), "const first = 1; // and then");
  assertEquals(await page.getByRole("dialog").count(), 0);
});

pageTest("a kernel that a late list does not name is not given up", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page } = await openPage(browser, server.port);
  // What the server says when it has made the list just before the kernel.
  await page.route(/\/api\/kernels\?/, async (route) => {
    if (route.request().method() !== "GET") return await route.continue();
    const earlier = { id: crypto.randomUUID(), name: "deno", execution_state: "idle" };
    const now = new Date().toISOString();
    await route.fulfill({ json: [{ ...earlier, last_activity: now, connections: 0 }] });
  });
  await openNotebook(page, server.port);
  await runCode(page, 8, "6 * 9");
  await output(page, 8, "54").waitFor();
});

pageTest("asks for a kernel again if the server goes away once more", async (staged) => {
  await using browser = await sharedChromium();
  const first = await staged.serve({ page: true });
  const { page } = await openPage(browser, first.port);
  await openNotebook(page, first.port);
  let asked = 0;
  await page.route(/\/api\/sessions/, async (route) => {
    if (route.request().method() === "POST" && asked++ === 0) await route.abort();
    else await route.continue();
  });
  await first.close();
  await page.locator(".banner", { hasText: "does not answer" }).waitFor();
  await using _second = await staged.serve({ page: true, port: first.port });
  await page.locator(".banner", { hasText: "started anew" }).waitFor();
  assertEquals(asked, 2);
  assertEquals(await page.getByRole("dialog").count(), 0);
  await runCode(page, 8, "6 * 7");
  await output(page, 8, "42").waitFor();
});
