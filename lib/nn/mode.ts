/**
 * Whether a model is learning or answering. It is an argument rather than a switch inside the model, and
 * none that can be left out: nobody can forget to switch back, and dropout is never off by default.
 *
 * @module
 */
import type { Random } from "lib/random.ts";

/** Learning, with the stream that dropout draws from, or answering, where nothing is random. */
export type Mode =
  | { readonly training: false }
  | { readonly training: true; readonly random: Random };

/** Answering: no dropout, nothing random. */
export const inference: Mode = { training: false };
