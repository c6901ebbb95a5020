/**
 * A queue for asynchronous jobs: one after the other, or a few at a time.
 *
 * `p-queue` does the same and more. It is not used because the kernel needs this queue too, and a kernel that
 * is installed for a whole machine runs from a copy of our modules without any npm package but the parser.
 *
 * @module
 */

/**
 * Runs jobs in the order of the calls, a fixed number of them at a time.
 *
 * @example
 * ```ts
 * import { JobQueue } from "lib/platform/job_queue.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const queue = new JobQueue();
 * const order: string[] = [];
 * const slow = queue.run(async () => {
 *   await new Promise((resolve) => setTimeout(resolve, 10));
 *   order.push("slow");
 * });
 * const quick = queue.run(async () => await Promise.resolve(order.push("quick")));
 * await Promise.all([slow, quick]);
 * assertEquals(order, ["slow", "quick"]);
 * ```
 */
export class JobQueue {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /** @param count How many jobs may run at a time. Default: 1, one after the other. */
  constructor(count = 1) {
    this.#free = count;
  }

  /** Runs `job` when the jobs before it have left a place free; settles as the job does. */
  run<T>(job: () => Promise<T>): Promise<T> {
    return this.#start(job, (begin) => this.#waiting.push(begin));
  }

  /** Runs `job` as soon as another one ends, before all that wait. */
  runNext<T>(job: () => Promise<T>): Promise<T> {
    return this.#start(job, (begin) => this.#waiting.unshift(begin));
  }

  #start<T>(job: () => Promise<T>, wait: (begin: () => void) => void): Promise<T> {
    const result = this.#run(job, wait);
    result.catch(() => {}); // a caller that does not wait for its job may ignore its failure, too
    return result;
  }

  async #run<T>(job: () => Promise<T>, wait: (begin: () => void) => void): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>(wait);
    try {
      return await job();
    } finally {
      const begin = this.#waiting.shift();
      if (begin) begin(); // the place passes from job to job
      else this.#free++;
    }
  }
}
