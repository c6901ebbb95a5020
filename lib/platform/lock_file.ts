/**
 * Which versions run what is started without a `--lock` of its own.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { writeAtomically } from "./atomic_write.ts";
import { projectFolder } from "./project.ts";

/** What `deno.json` names, here and in `notebooks/`: a copy, since Deno adds what a cell imports. */
const place = join(projectFolder, ".cache", "deno.lock");

/**
 * Puts a copy of a lock file of the project, such as `deno.lock`, where `deno.json` says that it is. It is
 * replaced in one step: another program may be reading it.
 */
export async function pinVersions(lockFile: string): Promise<void> {
  const lock = await Deno.readFile(join(projectFolder, lockFile));
  await Deno.mkdir(dirname(place), { recursive: true });
  await writeAtomically(place, lock);
}

/**
 * Puts what `deno.lock` pins into the copy, for a kernel. What else the copy holds stays: packages that a cell has
 * imported. It may hold little: an editor, or `deno check` of one file, writes there what it has met, and a kernel finds
 * no package that such a lock leaves out. Where it cannot be done, versions are not pinned.
 */
export async function pinKernelVersions(): Promise<void> {
  try {
    const pinned = await Deno.readTextFile(join(projectFolder, "deno.lock"));
    const now = await Deno.readTextFile(place).catch(() => "");
    const both = withPins(now, pinned);
    if (both === now) return;
    await Deno.mkdir(dirname(place), { recursive: true });
    await writeAtomically(place, both);
  } catch {
    // a kernel outside of the course, or a read-only disk
  }
}

/** A lock file's text with all that another one pins; the same text where nothing is missing. */
export function withPins(text: string, pinned: string): string {
  const pins: unknown = JSON.parse(pinned);
  let now: unknown;
  try {
    now = JSON.parse(text);
  } catch {
    return pinned; // there is none, or it was cut short
  }
  const both = JSON.stringify(merged(now, pins));
  return both === JSON.stringify(now) ? text : `${both}\n`;
}

/** Objects with what either has; of anything else the second. */
function merged(first: unknown, second: unknown): unknown {
  if (!isObject(first) || !isObject(second)) return second;
  const both = { ...first };
  for (const [key, value] of Object.entries(second)) both[key] = merged(first[key], value);
  return both;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
