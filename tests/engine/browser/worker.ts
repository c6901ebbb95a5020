/** The entry of the worker: trains, and tells the page what came of it. */
import { trained } from "./trained.ts";

try {
  self.postMessage(await trained("/run.safetensors"));
} catch (error) {
  self.postMessage({ error: error instanceof Error ? error.stack : String(error) });
}
