/**
 * Removes a temporary folder when this process ends, however it ends.
 *
 * A listener would hear SIGINT and SIGTERM only while nothing is computed, and keep them from ending the process at
 * once, as they do where nobody listens; SIGKILL it would never hear. So a small program waits for the end of its
 * standard input, which comes with this process's own, and then removes the folder. Windows has no such program; there
 * a listener removes the folder on Ctrl-C.
 *
 * @module
 */

/** The folder's name comes as the first line. */
const script = `PATH=/usr/bin:/bin
trap "" INT TERM HUP
IFS= read -r folder || exit 0
while read -r line; do :; done
rm -rf -- "$folder"`;

/** Keeps watch over a folder until it is disposed, which leaves a folder that is gone already alone. */
export class FolderKeeper implements AsyncDisposable {
  readonly #process: Deno.ChildProcess | undefined;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array> | undefined;

  /** Begins to watch. */
  constructor(folder: string) {
    if (Deno.build.os === "windows") {
      Deno.addSignalListener("SIGINT", () => {
        Deno.removeSync(folder, { recursive: true });
        Deno.exit(130);
      });
      return;
    }
    this.#process = new Deno.Command("/bin/sh", {
      args: ["-c", script],
      cwd: "/",
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    this.#process.unref(); // it waits for us, not we for it
    this.#writer = this.#process.stdin.getWriter();
    this.#writer.write(new TextEncoder().encode(`${folder}\n`)).catch(() => {}); // it was ended
  }

  /** Ends the watch, which removes the folder if it is still there. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#process) return;
    this.#process.ref();
    await this.#writer?.close().catch(() => {}); // it was ended
    await this.#process.status;
  }
}
