/**
 * Whether threads pay here and now, found by trying. Two notebooks that train at once, or a browser that
 * draws, take cores away from a product that is shared, and all its threads then wait for the slowest.
 * Every product has the same bits however many threads made it, so that one may change at any time: a few
 * products take turns, alone and shared, then the faster way is kept for many, then they race again.
 *
 * @module
 */

/** Products that only warm up: the kernels are compiled well while they run. */
const WARM_UP = 32;
/** Products that race; pairs of them take turns. */
const RACING = 48;
/** Products from one race to the next: more each time that nothing changes. */
const SHORTEST_LAP = 1024, LONGEST_LAP = 16_384;
/** Sharing must be this much faster: cores that are not used serve others. */
const WORTHWHILE = 0.9;

/** What a way to compute has cost in a race. */
interface Cost {
  work: number;
  milliseconds: number;
}

/** Decides, product by product, whether to share it. */
export class Race {
  #product = -WARM_UP;
  #lap = SHORTEST_LAP;
  #sharingWins = true;
  #alone: Cost = { work: 0, milliseconds: 0 };
  #shared: Cost = { work: 0, milliseconds: 0 };

  /** Whether sharing won the last race; true before the first. */
  get sharingWins(): boolean {
    return this.#sharingWins;
  }

  /** Whether the next product is to be shared. */
  get shareNext(): boolean {
    const racing = this.#product >= 0 && this.#product < RACING;
    return racing ? this.#product % 4 < 2 : this.#sharingWins;
  }

  /** Tells what that product has cost: its multiply-adds, and the time they took. */
  finished(work: number, milliseconds: number): void {
    if (this.#product >= 0 && this.#product < RACING) {
      const cost = this.shareNext ? this.#shared : this.#alone;
      cost.work += work;
      cost.milliseconds += milliseconds;
    }
    this.#product++;
    if (this.#product === RACING) this.#decide();
    if (this.#product >= this.#lap) this.#product = 0;
  }

  #decide() {
    const pace = ({ work, milliseconds }: Cost) => milliseconds / work;
    const wins = pace(this.#shared) < WORTHWHILE * pace(this.#alone);
    this.#lap = wins === this.#sharingWins ? Math.min(2 * this.#lap, LONGEST_LAP) : SHORTEST_LAP;
    this.#sharingWins = wins;
    this.#alone = { work: 0, milliseconds: 0 };
    this.#shared = { work: 0, milliseconds: 0 };
  }
}
