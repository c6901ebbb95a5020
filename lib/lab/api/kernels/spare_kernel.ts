/**
 * A kernel process that is started ahead: a page's first cell need not wait for it. Modules that a notebook
 * will import can be loaded into it meanwhile, so that its first cell only looks them up.
 *
 * @module
 */
import { KernelClient } from "lib/jupyter/client/kernel_client.ts";
import type { KernelKind } from "lib/jupyter/client/process.ts";

/** Milliseconds after which a spare kernel that was taken is replaced: the first cells come first. */
const refillMs = 20_000;
/** Bytes that must be free for a process that only may be needed. */
const roomForSpare = 1e9;

/** Starts kernel processes, one of them ahead. */
export class SpareKernel {
  readonly #kind: KernelKind;
  #folder: string | undefined;
  #client: Promise<KernelClient> | undefined;
  #isReady = false;
  #modules = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** @param kind Which kernels to start. */
  constructor(kind: KernelKind) {
    this.#kind = kind;
  }

  /** From now on keeps a process ready in `folder`. */
  keep(folder: string): void {
    this.#folder = folder;
    this.#fill();
  }

  /** True if {@linkcode SpareKernel.take} need not wait. */
  isReadyIn(folder: string): boolean {
    return this.#isReady && folder === this.#folder;
  }

  /** Loads modules, named as a cell in `folder` would, into the process that waits there. */
  preload(folder: string, modules: readonly string[]): void {
    const client = this.#client;
    if (!client || folder !== this.#folder) return;
    const missing = modules.filter((module) => !this.#modules.has(module));
    if (missing.length === 0) return;
    for (const module of missing) this.#modules.add(module);
    const imports = missing.map((module) => `import(${JSON.stringify(module)})`);
    // What cannot be loaded is the cell's own error, when it comes.
    const code = `await Promise.allSettled([${imports}]);`;
    const content = { code, silent: true, store_history: false, allow_stdin: false };
    client.then((kernel) => kernel.request("shell", "execute_request", content, 60_000))
      .catch(() => {}); // taken and stopped in the meantime
  }

  /** A process in `folder`: the one that waits, or a new one. */
  async take(folder: string): Promise<KernelClient> {
    const spare = folder === this.#folder ? this.#client : undefined;
    if (!spare) return await this.#start(folder);
    this.#forget();
    this.#timer = setTimeout(() => this.#fill(), refillMs);
    const client = await spare.catch(() => undefined);
    return client?.alive ? client : await this.#start(folder);
  }

  /** Ends the process that waits. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const spare = this.#client;
    this.#forget();
    await spare?.then((client) => client.shutdown(), () => {});
  }

  #forget(): void {
    this.#client = undefined;
    this.#isReady = false;
    this.#modules = new Set();
  }

  #fill(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#client || this.#folder === undefined) return;
    if (Deno.systemMemoryInfo().available < roomForSpare) return;
    const client = this.#start(this.#folder);
    this.#client = client;
    client.then(
      () => this.#isReady = client === this.#client,
      () => client === this.#client && this.#forget(), // a page's own start will tell why
    );
  }

  async #start(folder: string): Promise<KernelClient> {
    return await KernelClient.start({
      cwd: folder,
      kernel: this.#kind,
      env: { COURSE_UI: "page" }, // this page draws figures itself: lib/plots need not send a script
    });
  }
}
