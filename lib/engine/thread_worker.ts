/**
 * A thread that takes part in the kernels' jobs until it is told to stop. It blocks for good, so it
 * answers no message after its first.
 *
 * @module
 */
import { sayReady, threadStart } from "lib/platform/threads.ts";
import { startKernels } from "./compute.ts";
import type { WorkerStart } from "./threads.ts";

const { module, memory, job, scratch } = await threadStart<WorkerStart>();
const kernels = await startKernels(module, memory, ["useJob", "serveJobs"]);
kernels.useScratch(scratch);
kernels.useJob(job);
sayReady();
kernels.serveJobs();
