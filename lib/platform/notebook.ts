/**
 * The notebook whose cells run here, if there is one.
 *
 * @module
 */

/** What a cell can show. */
export interface Notebook {
  /** Shows a MIME bundle under the running cell. */
  display(bundle: Record<string, unknown>): Promise<void>;
  /** Sends a message of the Jupyter protocol to the front end. */
  broadcast(type: string, content: Record<string, unknown>): Promise<void>;
}

/** The notebook; undefined in any other program. */
export function currentNotebook(): Notebook | undefined {
  try {
    const { jupyter } = Deno;
    return {
      display: (bundle) => jupyter.display(bundle, { raw: true }),
      broadcast: (type, content) => jupyter.broadcast(type, content),
    };
  } catch {
    return undefined; // outside of a kernel, reading Deno.jupyter throws
  }
}

/** The folder in which the program runs: in a kernel the notebook's. Undefined where it may not be asked for, or is gone. */
export function workingFolder(): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "read", path: "." });
  if (state !== "granted") return undefined;
  try {
    return Deno.cwd();
  } catch {
    return undefined; // it was removed while the program runs
  }
}
