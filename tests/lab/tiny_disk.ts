/**
 * A disk that is soon full.
 *
 * @module
 */

/** Mounts a small disk over `folder`; undefined where that is not permitted. */
export async function mountTinyDisk(folder: string): Promise<AsyncDisposable | undefined> {
  const run = async (command: string, ...args: string[]): Promise<boolean> => {
    try {
      return (await new Deno.Command(command, { args, stderr: "null" }).output()).success;
    } catch {
      return false; // no such command
    }
  };
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return undefined;
  if (!await run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder)) return undefined;
  return { [Symbol.asyncDispose]: async () => void await run("umount", "--lazy", folder) };
}
