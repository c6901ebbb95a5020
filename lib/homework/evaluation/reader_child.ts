/**
 * The process that reads answers, started by `reader.ts`. A line on standard input is a request, a line on standard
 * output the reply; the first says that it is there. Nothing of a learner's runs here.
 *
 * @module
 */
import { answerLines } from "../sandbox/line_process.ts";
import { readAnswer, type ReadRequest } from "./bring_along.ts";
import { toMessage } from "./reader_messages.ts";

await answerLines(async (request: ReadRequest) => toMessage(await readAnswer(request)));
