/**
 * Python's Jupyter for tests: an installation of its own, in which the hardened kernel and the stock one
 * are known, so that nothing of the person's own settings counts.
 *
 * @module
 */
import { assert } from "@std/assert";
import { join } from "node:path";
import {
  courseKernel,
  courseKernelspec,
  installKernelspec,
} from "lib/jupyter/install/kernelspec.ts";

/** The name of the stock kernel in a {@linkcode JupyterHome}. */
export const stockKernel = "deno-stock";

/** A Python that can import `modules`, if there is one. */
export async function findPython(modules: string): Promise<string | undefined> {
  for (const command of ["/usr/bin/python3", "python3", "python"]) {
    try {
      const { success } = await new Deno.Command(command, {
        args: ["-c", `import ${modules}`],
        stdout: "null",
        stderr: "null",
      }).output();
      if (success) return command;
    } catch {
      // no such program
    }
  }
  return undefined;
}

/** Settings, runtime files and kernels of one Jupyter; they go when their owner does. */
export class JupyterHome implements AsyncDisposable {
  private constructor(readonly folder: string) {}

  static async make(): Promise<JupyterHome> {
    const folder = await Deno.makeTempDir({ prefix: "jupyter-" });
    const kernels = join(folder, "data", "kernels");
    const deno = Deno.execPath();
    await installKernelspec(kernels, courseKernel, courseKernelspec(deno));
    await installKernelspec(kernels, stockKernel, {
      argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
      display_name: "Deno (stock)",
      language: "typescript",
    });
    return new JupyterHome(folder);
  }

  /** What points Jupyter's programs here. */
  get environment(): Record<string, string> {
    return {
      JUPYTER_CONFIG_DIR: join(this.folder, "config"),
      JUPYTER_DATA_DIR: join(this.folder, "data"),
      JUPYTER_PATH: join(this.folder, "data"),
      JUPYTER_RUNTIME_DIR: join(this.folder, "runtime"),
      NO_COLOR: "1",
    };
  }

  /** Runs a Python program, from a file or as text; returns the last line that it printed. */
  async run(
    python: string,
    args: readonly string[],
    { code, environment = {} }: {
      readonly code?: string;
      readonly environment?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<string> {
    const child = new Deno.Command(python, {
      args: code === undefined ? [...args] : ["-", ...args],
      env: { ...this.environment, ...environment },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(code ?? ""));
    await writer.close();
    const { success, stdout, stderr } = await child.output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    assert(success, text(stderr));
    return text(stdout).trim().split("\n").at(-1) ?? "";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}
