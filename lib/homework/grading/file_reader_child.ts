/**
 * The process that reads submitted files, started by `submissions.ts`. A line on standard input is a request, a line on
 * standard output the reply. Nothing of a learner's runs here.
 *
 * @module
 */
import { answerLines } from "../sandbox/line_process.ts";
import { FileReader } from "./file_reader.ts";

const reader = new FileReader();
await answerLines(reader.read.bind(reader));
