/**
 * Whether threads pay here and now, found by trying. Two notebooks that train at once, or a browser that
 * draws, take cores away from a job that is shared, and all its threads then wait for the slowest. Every
 * job has the same bits however many threads do it, so that one may change at any time: some jobs take
 * turns, alone and shared, then the faster way is kept for many, then they race again.
 *
 * @module
 */

/** Jobs that only warm up: the kernels are compiled well while they run. */
const WARM_UP = 64;
/** Jobs that race. */
const RACING = 96;
/** Jobs from one race to the next: more each time that nothing changes. A Transformer's step has about 250. */
const SHORTEST_LAP = 2048, LONGEST_LAP = 8192;
/** Sharing must be this much faster: cores that are not used serve others. */
const WORTHWHILE = 0.9;

/** What one kind of job has cost in a race, one way and the other. */
interface Costs {
  readonly alone: { work: number; milliseconds: number };
  readonly shared: { work: number; milliseconds: number };
  jobs: number;
}

/** Decides, job by job, whether to share it. */
export class Race {
  #job = -WARM_UP;
  #lap = SHORTEST_LAP;
  #sharingWins = true;
  /** By the kind of job: they differ in what a unit of work costs. */
  readonly #costs = new Map<string, Costs>();

  /** Whether the next job of this kind is to be shared. */
  shares(kind: string): boolean {
    if (this.#job < 0 || this.#job >= RACING) return this.#sharingWins;
    return (this.#costs.get(kind)?.jobs ?? 0) % 2 === 0;
  }

  /** Tells what that job has cost: its work, in units of its kind, and the time it took. */
  finished(kind: string, work: number, milliseconds: number): void {
    if (this.#job >= 0 && this.#job < RACING) {
      const costs = this.#costs.get(kind) ??
        { alone: { work: 0, milliseconds: 0 }, shared: { work: 0, milliseconds: 0 }, jobs: 0 };
      const cost = this.shares(kind) ? costs.shared : costs.alone;
      cost.work += work;
      cost.milliseconds += milliseconds;
      costs.jobs++;
      this.#costs.set(kind, costs);
    }
    this.#job++;
    if (this.#job === RACING) this.#decide();
    if (this.#job >= this.#lap) this.#job = 0;
  }

  /** Compares what all the work of the race would have taken one way and the other. */
  #decide() {
    let alone = 0, shared = 0;
    for (const costs of this.#costs.values()) {
      const work = costs.alone.work + costs.shared.work;
      if (costs.alone.work === 0 || costs.shared.work === 0) continue;
      alone += work * costs.alone.milliseconds / costs.alone.work;
      shared += work * costs.shared.milliseconds / costs.shared.work;
    }
    const wins = shared < WORTHWHILE * alone;
    this.#lap = wins === this.#sharingWins ? Math.min(2 * this.#lap, LONGEST_LAP) : SHORTEST_LAP;
    this.#sharingWins = wins;
    this.#costs.clear();
  }
}
