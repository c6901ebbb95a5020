/**
 * Opens the learner's browser.
 *
 * @module
 */

/** Opens `address`; false if there is no way to, and then the person opens it by hand. */
export async function openBrowser(address: string): Promise<boolean> {
  const commands: Readonly<Record<string, string[]>> = {
    darwin: ["open", address],
    windows: ["rundll32", "url.dll,FileProtocolHandler", address],
  };
  const command = commands[Deno.build.os] ?? ["xdg-open", address];
  try {
    const { success } = await new Deno.Command(command[0], {
      args: command.slice(1),
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false; // no such program
  }
}
