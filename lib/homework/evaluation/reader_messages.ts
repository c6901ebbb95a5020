/**
 * What the process that reads answers says of one, as JSON: maps and sets travel as lists.
 *
 * @module
 */
import type { Equipped, ReadRequest } from "./bring_along.ts";

type Module = Extract<Equipped, { kind: "module" }>;

/** What is asked. Most answers need nothing of the other cells: they are sent where the reply asks for them. */
export type ReadMessage = Omit<ReadRequest, "surroundings"> & Partial<ReadRequest>;

/** What is replied. */
export type ReadReply = ReadResult | { readonly kind: "surroundings" };

/** {@linkcode Equipped} without maps and sets. */
type ReadResult =
  | Extract<Equipped, { kind: "refused" }>
  | Omit<Module, "library"> & {
    readonly library?: {
      readonly modules: readonly (readonly [string, string])[];
      readonly packages: readonly string[];
    };
  };

/** What is sent. */
export function toMessage(equipped: Equipped): ReadResult {
  if (equipped.kind === "refused") return equipped;
  const { library, ...rest } = equipped;
  if (!library) return rest;
  return { ...rest, library: { modules: [...library.modules], packages: [...library.packages] } };
}

/** True for a reply: the process runs nothing but the course's own code. */
export function isReadReply(reply: unknown): reply is ReadReply {
  return typeof reply === "object" && reply !== null && "kind" in reply;
}

/** What was sent. */
export function fromMessage(reply: ReadResult): Equipped {
  if (reply.kind === "refused") return reply;
  const { library, ...rest } = reply;
  if (!library) return rest;
  return {
    ...rest,
    library: { modules: new Map(library.modules), packages: new Set(library.packages) },
  };
}
