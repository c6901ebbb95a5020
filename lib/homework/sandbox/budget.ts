/**
 * What one submission may cost, whatever it is spent on: reading it, checking its types, running its cells.
 *
 * @module
 */

/** Seconds of one core that are spent in common. */
export class Budget {
  #spent = 0;

  /** @param seconds What may be spent. What was begun before may end after it. */
  constructor(readonly seconds: number) {}

  /** Seconds that are left; 0 or less where nothing more should be begun. */
  get left(): number {
    return this.seconds - this.#spent;
  }

  /** The share that is spent; more than 1 where the last thing took longer than was left. */
  get share(): number {
    return this.#spent / this.seconds;
  }

  /** Spends. */
  charge(seconds: number): void {
    this.#spent += Math.max(0, seconds);
  }
}
