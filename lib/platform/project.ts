/**
 * Where the course lies on the disk.
 *
 * @module
 */
import { fileURLToPath } from "node:url";

/** The course's own folder: what holds `deno.json`, `notebooks/` and `lib/`. Ends with a separator. */
export const projectFolder: string = fileURLToPath(new URL("../../", import.meta.url));
