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
import { settlesWithin } from "lib/platform/waiting.ts";
import { readConnectionFile } from "../protocol/connection.ts";
import { HardenedKernel } from "./hardened_kernel.ts";
import { endWithParent } from "./parent_watch.ts";

const [connectionFile] = Deno.args;
if (!connectionFile) {
  console.error(
    "Expected the path of a connection file. Front ends start this kernel, not people.",
  );
  Deno.exit(2);
}

async function listen(connectionFile: string): Promise<HardenedKernel> {
  try {
    return new HardenedKernel(await readConnectionFile(connectionFile), Deno.cwd());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}

const kernel = await listen(connectionFile);
/** Milliseconds in which the kernel should end in good order. */
const endLimit = 5000;
const end = async () => {
  await settlesWithin(kernel.close(), endLimit);
  Deno.exit(0); // what is left of the inner kernel ends with us
};
endWithParent(end);
Deno.addSignalListener("SIGINT", () => void kernel.stop());
if (Deno.build.os !== "windows") {
  Deno.addSignalListener("SIGTERM", end);
  Deno.addSignalListener("SIGHUP", end);
}
await kernel.ended;
await end();
