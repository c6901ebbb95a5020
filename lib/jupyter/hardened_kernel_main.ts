/**
 * The hardened kernel's process: `deno run -A hardened_kernel_main.ts CONNECTION_FILE`. It ends, and its
 * inner kernel with it, on a shutdown request, on SIGTERM and SIGHUP, and when the process that started it
 * is gone. SIGINT stops the running cell.
 *
 * On Windows, other programs cannot send SIGINT or SIGTERM: stop works by message only (the installed
 * kernelspec asks for messages), and an end that is not a request is noticed by the parent's absence.
 *
 * @module
 */
import { readConnectionFile } from "lib/jupyter/connection.ts";
import { HardenedKernel } from "lib/jupyter/hardened_kernel.ts";
import { endWithParent } from "lib/jupyter/parent_watch.ts";

const [connectionFile] = Deno.args;
if (!connectionFile) {
  console.error(
    "Expected the path of a connection file. Front ends start this kernel, not people.",
  );
  Deno.exit(2);
}

const kernel = new HardenedKernel(await readConnectionFile(connectionFile), Deno.cwd());
const end = async () => {
  await kernel.close();
  Deno.exit(0);
};
endWithParent(end);
Deno.addSignalListener("SIGINT", () => void kernel.stop());
if (Deno.build.os !== "windows") {
  Deno.addSignalListener("SIGTERM", end);
  Deno.addSignalListener("SIGHUP", end);
}
await kernel.ended;
await end();
