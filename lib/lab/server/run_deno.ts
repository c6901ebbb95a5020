/**
 * Deno as a helper of the first start.
 *
 * @module
 */
import { UserError } from "lib/command.ts";

/** What may help where packages cannot be fetched. */
export const offlineHint =
  "\nThe first start fetches packages from the npm registry: is there a network?" +
  "\nLater starts need none.";

/** Runs Deno silently. Throws a `UserError` with its first words, and `hint`, if it fails. */
export async function runDeno(
  args: readonly string[],
  { cwd, environment = {}, hint = "" }: {
    readonly cwd: string;
    /** Additions to the environment. */
    readonly environment?: Readonly<Record<string, string>>;
    /** What may help, after the error. */
    readonly hint?: string;
  },
): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1", ...environment },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  const words = new TextDecoder().decode(stderr).trim().split("\n").slice(0, 12).join("\n");
  throw new UserError(`The course could not be prepared (deno ${args[0]}):\n${words}${hint}`);
}
