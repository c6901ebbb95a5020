/**
 * `deno task start` in a process of its own, so that its memory can be read while it is attacked.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { delay } from "lib/platform/waiting.ts";
import { request } from "./raw_http.ts";
import { Staged } from "./staging.ts";

const command = fileURLToPath(new URL("../../lib/lab/server/start_command.ts", import.meta.url));

/** Milliseconds in which it has to be there; a loaded machine takes its time. */
const startLimit = 60_000;

/** A running server over a copy of the fixtures. */
export class ServerProcess implements AsyncDisposable {
  private constructor(
    readonly staged: Staged,
    readonly child: Deno.ChildProcess,
    readonly port: number,
    readonly token: string,
  ) {}

  /** Starts it; `before` are words that go before the command, such as `prlimit`. */
  static async start(before: readonly string[] = []): Promise<ServerProcess> {
    const staged = await Staged.make();
    const [program, ...args] = [...before, Deno.execPath()];
    const child = new Deno.Command(program, {
      args: [...args, "run", "-A", command, "--no-open", "--port", "0", "--dir", staged.root],
      env: { NO_COLOR: "1" },
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    let said = "";
    const slow = setTimeout(() => child.kill("SIGKILL"), startLimit); // then what it says ends
    for await (
      const text of child.stdout.pipeThrough(new TextDecoderStream()).values({
        preventCancel: true,
      })
    ) {
      said += text;
      const [, port, token] = /127\.0\.0\.1:(\d+)\/\?token=([0-9a-f]{48})\n/.exec(said) ?? [];
      if (!port) continue;
      clearTimeout(slow);
      return new ServerProcess(staged, child, Number(port), token);
    }
    throw new Error(`expected an address, got: ${said}`);
  }

  /** What a client that may sends along. */
  get authorization(): { Authorization: string } {
    return { Authorization: `token ${this.token}` };
  }

  /** Memory in use, in MiB. */
  async memory(): Promise<number> {
    const status = await Deno.readTextFile(`/proc/${this.child.pid}/status`);
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** True if it answers within five seconds. */
  async serves(): Promise<boolean> {
    const answer = request(this, "/api/status", { headers: this.authorization });
    const status = answer.then((response) => response.status, () => 0);
    return await Promise.race([status, delay(5000)]) === 200;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill("SIGTERM");
    await this.child.status;
    await this.staged[Symbol.asyncDispose]();
  }
}
