/**
 * The process that reads answers, started by `reader.ts`. A line on standard input is a request, a line on standard
 * output the reply; the first says that it is there. Nothing of a learner's runs here.
 *
 * @module
 */
import type { Surroundings } from "../cell/surroundings.ts";
import { answerLines } from "../sandbox/line_process.ts";
import { readAnswer } from "./bring_along.ts";
import { type ReadMessage, type ReadReply, toMessage } from "./reader_messages.ts";

/** Thrown where an answer needs the other cells, which were not sent. */
class NotSent extends Error {}

const notSent: Surroundings = {
  get before(): never {
    throw new NotSent();
  },
  get after(): never {
    throw new NotSent();
  },
};

async function replyTo({ surroundings = notSent, ...rest }: ReadMessage): Promise<ReadReply> {
  try {
    return toMessage(await readAnswer({ ...rest, surroundings }));
  } catch (error) {
    if (error instanceof NotSent) return { kind: "surroundings" };
    throw error;
  }
}

await answerLines(replyTo);
