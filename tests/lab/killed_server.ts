/**
 * The page's server in a process of its own: `deno run -A killed_server.ts ROOT PORT [page]`, which prints its port.
 * Tests that kill it start it with {@linkcode KilledServer}.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { withTimeLimit } from "lib/platform/waiting.ts";
import { ensureBundle } from "lib/lab/server/bundle.ts";
import { LabServer } from "lib/lab/server/server.ts";
import { token } from "./staging.ts";

if (import.meta.main) {
  const [root, port, page] = Deno.args;
  const bundle = page === "page" ? await ensureBundle() : undefined;
  const server = await LabServer.start({ root, port: Number(port), token, bundle });
  console.log(server.port);
}

const lock = fileURLToPath(new URL("../deno.lock", import.meta.url));

/** A server that can be killed. */
export class KilledServer implements AsyncDisposable {
  private constructor(readonly port: number, readonly child: Deno.ChildProcess) {}

  /** Starts it over the folder `root`; without `page` there is only the API. Port 0 is any that is free. */
  static async start(
    root: string,
    { page = false, port = 0 }: { readonly page?: boolean; readonly port?: number } = {},
  ): Promise<KilledServer> {
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--no-check",
        `--lock=${lock}`, // without it, Deno does not know where packages lie that nothing has loaded
        fileURLToPath(import.meta.url),
        root,
        String(port),
        ...(page ? ["page"] : []),
      ],
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const { value } = await withTimeLimit(reader.read(), 60_000, "the server's port");
    await reader.cancel();
    return new KilledServer(Number(value), child);
  }

  /** Ends it without warning, as a power cut would. */
  async kill(): Promise<void> {
    try {
      this.child.kill("SIGKILL");
    } catch {
      // it has ended already
    }
    await this.child.status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}
