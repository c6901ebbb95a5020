/**
 * Makes the page's bundle, if it is not there: tests of the page that run side by side need it, and
 * each would make its own.
 *
 * @module
 */
import { ensureBundle } from "lib/lab/server/bundle.ts";

await ensureBundle();
