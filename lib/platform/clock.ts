/**
 * The time that a computation took.
 *
 * @module
 */
import process from "node:process";

/** Seconds that this process has computed so far, on all cores together. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
