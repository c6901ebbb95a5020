/**
 * A server of Python's that a front end of our kernel needs: a process that answers on a port.
 *
 * @module
 */
import { settlesWithin } from "lib/platform/waiting.ts";

/** How to start one. */
export interface PythonServerPlan {
  /** The Python to start it with. */
  readonly python: string;
  /** What Python is told. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
  /** Milliseconds that it may take until it answers. */
  readonly limit: number;
  /** What is said where it does not. */
  readonly problem: string;
}

/** A running server; it ends with its owner. */
export class PythonServer implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  /** Where it answers. */
  readonly port: number;

  private constructor(child: Deno.ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** Starts a server and waits until it answers. */
  static async start(
    { python, args, environment, port, limit, problem }: PythonServerPlan,
  ): Promise<PythonServer> {
    const child = new Deno.Command(python, {
      args: [...args],
      env: environment,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const server = new PythonServer(child, port);
    for (const deadline = Date.now() + limit; !await answers(port);) {
      if (Date.now() > deadline || await settlesWithin(child.status, 20)) {
        await server[Symbol.asyncDispose]();
        throw new Error(problem);
      }
    }
    return server;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!await settlesWithin(this.#child.status, 0)) this.#child.kill("SIGTERM");
    if (!await settlesWithin(this.#child.status, 5000)) this.#child.kill("SIGKILL");
    await this.#child.status;
  }
}

/** A port that nobody listens on. */
export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // not yet
  }
}
