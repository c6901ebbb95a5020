/**
 * A server over a copy of the fixture notebooks. The copy lies inside the project, so that `lib/…`
 * resolves in its cells.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KernelKind } from "lib/jupyter/client/process.ts";
import { ensureBundle } from "lib/lab/server/bundle.ts";
import { LabServer } from "lib/lab/server/server.ts";

const fixture = fileURLToPath(new URL("../fixtures/lab/", import.meta.url));
const staging = fileURLToPath(new URL("../../.staging/", import.meta.url));

/** The token of every test's server. */
export const token = "0123456789abcdef0123456789abcdef";

/** A copy of the fixtures; it goes when its owner does. */
export class Staged implements AsyncDisposable {
  private constructor(readonly root: string) {}

  static async make(): Promise<Staged> {
    await Deno.mkdir(staging, { recursive: true });
    const root = await Deno.realPath(await Deno.makeTempDir({ dir: staging, prefix: "lab-" }));
    await copyFolder(fixture, root);
    return new Staged(root);
  }

  /** Reads a file of the copy. */
  read(path: string): Promise<string> {
    return Deno.readTextFile(join(this.root, path));
  }

  /** The file that holds the learner's progress. */
  get memory(): string {
    return join(this.root, ".cache", "verdicts.json");
  }

  /** Starts a server over the copy; with `page`, the front end is there too. */
  async serve(
    { page = false, port = 0, kernel }: {
      readonly page?: boolean;
      readonly port?: number;
      readonly kernel?: KernelKind;
    } = {},
  ): Promise<LabServer & AsyncDisposable> {
    const bundle = page ? await ensureBundle() : undefined;
    const { root, memory } = this;
    const server = await LabServer.start({ root, port, token, bundle, kernel, memory });
    return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.root, { recursive: true });
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const entry of Deno.readDir(from)) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory) await copyFolder(source, target);
    else await Deno.copyFile(source, target);
  }
}
