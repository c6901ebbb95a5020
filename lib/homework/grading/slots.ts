/**
 * A number of jobs at a time.
 *
 * @module
 */

/** Lets a number of jobs run at a time; the others wait in turn. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /** @param count How many jobs may run at a time. */
  constructor(count: number) {
    this.#free = count;
  }

  /** Runs a job when its turn comes. */
  async take<T>(job: () => Promise<T>): Promise<T> {
    return await this.#run(job, (start) => this.#waiting.push(start));
  }

  /** Runs a job as soon as another one ends, before all that wait. */
  async takeNext<T>(job: () => Promise<T>): Promise<T> {
    return await this.#run(job, (start) => this.#waiting.unshift(start));
  }

  async #run<T>(job: () => Promise<T>, queue: (start: () => void) => void): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>(queue);
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
