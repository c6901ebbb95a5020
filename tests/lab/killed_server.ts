/**
 * The page's server, without its page, in a process of its own: `deno run -A killed_server.ts ROOT`, which prints its port.
 * Tests that kill it start it with {@linkcode KilledServer}.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { LabServer } from "lib/lab/server/server.ts";
import { token } from "./staging.ts";

if (import.meta.main) {
  const server = await LabServer.start({ root: Deno.args[0], port: 0, token });
  console.log(server.port);
}

/** A server that can be killed. */
export class KilledServer implements AsyncDisposable {
  private constructor(readonly port: number, readonly child: Deno.ChildProcess) {}

  /** Starts it over the folder `root`; there is only the API, no page. */
  static async start(root: string): Promise<KilledServer> {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", fileURLToPath(import.meta.url), root],
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const { value } = await reader.read();
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
