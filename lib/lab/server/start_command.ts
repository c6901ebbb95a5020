/**
 * `deno task start`: opens the course in the browser, cell by cell, on the real Deno kernel.
 *
 * @module
 */
import { join } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { cacheFolder, canWrite } from "lib/platform/cache_folder.ts";
import { projectFolder } from "lib/platform/project.ts";
import { openBrowser } from "./browser.ts";
import type { Bundle } from "./bundle.ts";
import { listCourse } from "./course_list.ts";
import { prepareStart } from "./first_start.ts";
import type { LabServer } from "./server.ts";
import { keptToken } from "./token.ts";

const spec: CommandSpec = {
  name: "start",
  summary: "Opens the course in your browser: read, run and edit the notebooks. Needs no Python.",
  usage: "[[ko/]NN] [--no-open] [--port N]",
  options: {
    "no-open": { type: "flag", help: "only print the address" },
    port: { type: "text", value: "N", help: "the port (default: 8888, or the next free one)" },
    dir: { type: "text", value: "DIR", help: "another folder of notebooks (default: the course)" },
  },
  notes:
    "deno task start 04 opens notebook 04, start ko/04 the Korean one. Ctrl-C ends the server and its\nkernels.",
};

const firstPort = 8888;

/**
 * Imported by a name that Deno does not see in advance: it would fetch the server's packages before this
 * program begins, each with a line of its own, and the first start fetches them under its bar.
 */
const serverModule = "./server.ts";

async function main(args: Arguments): Promise<void> {
  const root = args.text("dir") ?? projectFolder;
  if (!await Deno.stat(root).then((info) => info.isDirectory, () => false)) {
    throw new UserError(`--dir expects a folder, got "${root}".`);
  }
  const port = args.number("port");
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new UserError(`--port expects a number from 0 to 65535, got ${port}.`);
  }
  const page = await notebookPage(root, args.words);
  const cache = await cacheFolder();
  const bundle = await prepareStart(cache);
  const token = await keptToken(join(cache, "lab-token"));
  const server = await startServer(root, bundle, token, port);
  const address = server.address.replace("/?", `${page}?`);
  console.log(`The course is open at\n\n  ${address}\n\nStop with Ctrl-C.`);
  if (!await canWrite(root)) {
    console.log(
      `\nNothing can be saved in ${root}: you can read, run and change every cell, but changes and` +
        "\noutputs are gone with the page. A copy of the folder that is yours keeps them.",
    );
  }
  const ended = endSignal();
  if (!args.flag("no-open") && !await openBrowser(server.openingAddress(page))) {
    console.log("The browser did not open by itself: please open the address above.");
  }
  await ended;
  const count = server.processCount;
  console.log(
    `\nGoodbye. ${count === 0 ? "" : `Stopping ${count} kernel${count === 1 ? "" : "s"}… `}`
      .trimEnd(),
  );
  await server.close();
}

/** The page that the words on the command line ask for. */
async function notebookPage(root: string, words: readonly string[]): Promise<string> {
  if (words.length === 0) return "/";
  const entries = await listCourse(root);
  const wanted = words[0].replace(/^(ko\/)?(\d)$/, (_, ko = "", digit) => `${ko}0${digit}`);
  const known = entries.flatMap(({ number, path, korean }) => [
    { number, path },
    ...(korean ? [{ number: `ko/${number}`, path: korean.path }] : []),
  ]);
  const found = known.find(({ number, path }) => number === wanted || path === wanted);
  if (!found || words.length > 1) {
    const numbers = known.map(({ number }) => number).filter(Boolean).join(", ");
    throw new UserError(`Expected one notebook's number (${numbers}), got "${words.join(" ")}".`);
  }
  return `/notebooks/${found.path.split("/").map(encodeURIComponent).join("/")}`;
}

async function startServer(
  root: string,
  bundle: Bundle,
  token: string,
  port: number | undefined,
): Promise<LabServer> {
  const { LabServer }: typeof import("./server.ts") = await import(serverModule);
  for (let next = port ?? firstPort;; next++) {
    try {
      return await LabServer.start({ root, bundle, token, port: next, spareKernel: true });
    } catch (error) {
      const taken = error instanceof Deno.errors.AddrInUse;
      const forbidden = error instanceof Deno.errors.PermissionDenied;
      if (!taken && !forbidden) throw error;
      if (port !== undefined) {
        const reason = taken ? "is in use by another program" : "may not be used";
        throw new UserError(`Port ${port} ${reason}. Choose another one, or leave --port out.`);
      }
      if (next >= firstPort + 100) {
        throw new UserError(`No free port from ${firstPort} to ${next}. Choose one with --port.`);
      }
    }
  }
}

/** Resolves on Ctrl-C, or when the system asks the program to end. */
function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    const signals: Deno.Signal[] = Deno.build.os === "windows"
      ? ["SIGINT", "SIGBREAK"]
      : ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) Deno.addSignalListener(signal, () => resolve());
  });
}

if (import.meta.main) await runCommand(spec, main);
