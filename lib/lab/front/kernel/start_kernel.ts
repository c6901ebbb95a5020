/**
 * Gives the notebook another connection to a kernel, or another kernel.
 *
 * @module
 */
import type { ISessionContext } from "@jupyterlab/apputils";

/**
 * Connects to the kernel that the server has for this notebook, or to a new one. What the page knows of a session
 * is given up: the server that knew it may be gone, and another page may have replaced its kernel.
 */
export async function connectAnew(session: ISessionContext): Promise<void> {
  session.session?.dispose();
  await session.changeKernel({ name: "deno" });
}

let replacing: Promise<void> = Promise.resolve();

/** Replaces a kernel that is dead, unless another page has done so. */
export async function replaceKernel(session: ISessionContext): Promise<void> {
  replacing = replace(session).catch(() => {}); // the page has heard of it, see `onKernelFailure`
  await replacing;
}

/** Resolves when no kernel is being replaced. */
export async function replaced(): Promise<void> {
  await replacing;
}

async function replace(session: ISessionContext): Promise<void> {
  const known = session.session;
  const isServers = known?.kernel && await kernelOfSession(known.id) === known.kernel.id;
  if (isServers) await session.changeKernel({ name: "deno" });
  else await connectAnew(session);
}

/** The id of the kernel that a session on the server has. */
async function kernelOfSession(id: string): Promise<unknown> {
  const response = await fetch(`/api/sessions/${id}`, { cache: "no-store" });
  return response.ok ? (await response.json()).kernel.id : undefined;
}
